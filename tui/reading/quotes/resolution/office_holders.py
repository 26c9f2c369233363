"""Who "the French president" or "the minister" is, among those whom the article has introduced.

The state, the portfolio and words such as "former" are compared; where one contradicts, nobody is taken. Where two hold
the office and nothing decides between them, the words stay as they are written: a guess would be words put
in the wrong mouth.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.names.nearby_states import state_beside
from tui.reading.quotes.resolution.human_names import is_place, may_be_person
from tui.reading.quotes.resolution.named_offices import held_with
from tui.reading.quotes.resolution.office_bodies import is_of_another_body
from tui.reading.quotes.resolution.office_fitness import (
    MAYBE,
    OF_PLACES,
    SINGLE,
    Office,
    fitness,
    fits,
    is_second,
    office_of,
)
from tui.reading.quotes.resolution.surroundings import met_by
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import (
    COUNTRIES,
    LEADERS,
    MATTERS,
    PEERS,
    PORTFOLIOS,
    RANKS,
    country_of,
    role_of,
)

_ONE_EACH = LEADERS | {"minister"}  # of which each state has one: a bare one may be either's
_POLITIES = frozenset(("republic", "kingdom", "state", "federation", "principality", "emirate", "of"))
_BEGINS = shapes.QUOTE + shapes.BREAK + ".,;:"  # stands before the name that a clause begins with
_WORDS = 3  # "President of the Republic"
_FIRST, LOOKED_AT = 3, 200  # mentions: of somebody, before the office
# How sure it is that an office and a name go together.
_AGREED = 0.9  # the only one, and the state agrees
ONLY = 0.87  # the only one, and nothing contradicts
UNSAID = 0.6  # the only one, of whom no state is told, and the office is one state's
_AHEAD = 60  # mentions
_PERHAPS = 0.65
NEAREST = 0.5  # one of several; below what counts as sure
UNDECIDED = 0.5


class Holder(NamedTuple):
    """The number of the entity that holds an office, -1 where that is not decided, and how sure that is."""

    entity: int
    sure: float


def holder_of(context: ArticleAnalysis, mention: Mention, office: Office) -> Holder | None:
    """Return who holds an office among those named before a mention; None where nobody may."""
    place, of = _places_of(context, mention, office)
    met = met_by(context, mention)  # none of them; where one might be, who is left may only stand by
    found = list(_fitting(context, mention, office, place, set(met)))
    if not found:
        return _of_no_office(context, mention) if office.country and office.role in LEADERS else None
    most = max(score for score, _, _ in found)
    best = [(number, agreed) for score, number, agreed in found if score == most]
    best = [
        one for one in best if one[1]
    ] or best  # a Georgian goes before one of no state, "the Georgian minister"
    last, agreed = best[0]  # the one named last
    known = context.entities[last]
    if office.country and not agreed and has_peer(context, mention, office.country):
        return None
    another = "incoming" in office.ranks - known.ranks  # "the new mayor" may be one
    another = another or ("left" in known.ranks and "former" not in office.ranks)
    another = another or (
        office.role in SINGLE
        and "former" not in office.ranks
        and held_with({"former"}, context.skeleton.lower, known, office.noun)
    )
    if len(best) == 1 and (another or any(fits(context.entities[each], office) for each in met)):
        return Holder(last, NEAREST)
    if most == MAYBE:
        return Holder(last, _PERHAPS) if len(best) == 1 else None
    elsewhere = bool(place) and not place & known.places and not agreed
    if len(best) == 1 and elsewhere and (of or known.places):
        # nobody is said to be of there: "the Liberal leader", behind a Labour one
        return Holder(last, NEAREST)
    if len(best) == 1 and (
        _is_of_any_matter(office, known) or _speaks_elsewhere(context, mention, office, known)
    ):
        return Holder(last, NEAREST)
    if len(best) == 1:
        other = (
            None
            if office.country or place & known.places
            else _another_told_of(context, mention, office, last)
        )
        return other or Holder(last, _AGREED if agreed else UNSAID if office.country else ONLY)
    # Several fit alike. A state that was said of none of them cannot choose.
    bare = (
        mention.last - mention.first < _WORDS + bool(office.portfolios)
        and not office.country
        and office.role in _ONE_EACH
    )
    undecided = bare or (office.country and not agreed)
    last = _told_of_last(context, mention, {one for one, _ in best}) if undecided else last
    return Holder(last, NEAREST if last >= 0 else UNDECIDED)


def has_peer(context: ArticleAnalysis, mention: Mention, state: str) -> bool:
    """Tell whether somebody without a name was told of as another's equal there: "her Ugandan counterpart"."""
    lower = context.skeleton.lower
    return any(
        one.kind == NOUN and lower[one.head] in PEERS and country_of(lower[one.first : one.head]) == state
        for one in context.mentions[max(0, mention.number - LOOKED_AT) : mention.number]
    )


def _is_of_any_matter(office: Office, entity: Entity) -> bool:
    """Tell whether somebody is said to be a minister, and not of what, where an office is that for one matter."""
    return office.role == "minister" and bool(office.portfolios - {"prime"}) and not entity.portfolios


def _speaks_elsewhere(context: ArticleAnalysis, mention: Mention, office: Office, entity: Entity) -> bool:
    """Tell whether an office stands beside another state than its holder's: "In Oslo the minister", behind a Swedish one."""
    bare = office.role in _ONE_EACH and not office.country
    state = state_beside(context.skeleton, mention.first) if bare else ""
    return bool(state and entity.countries) and state not in entity.countries


def _told_of_last(context: ArticleAnalysis, mention: Mention, holders: set[int]) -> int:
    """Return whom of several the sentence before an office tells of alone, by name or by a matter of theirs; -1 for none."""
    skeleton = context.skeleton
    here = skeleton.sentence[mention.first]
    if not here:
        return -1
    found: set[int] = set()
    for one in context.mentions_between(skeleton.sentences[here - 1][0], mention.first):
        matters = PORTFOLIOS.intersection(skeleton.lower[one.first : one.last])
        found |= {each for each in holders if matters & context.entities[each].portfolios}
        found |= {one.entity} & holders
    return found.pop() if len(found) == 1 else -1


def _of_no_office(context: ArticleAnalysis, mention: Mention) -> Holder | None:
    """Return whom an article begins with and tells no office of, beside leaders of other states: "Ivo Stern rang up …"."""
    opens, found = context.mentions[0], only_person(context, context.mentions[: mention.number])
    opening = found is not None and opens.kind == NAME and opens.entity == found.entity
    return found if opening and not context.entities[opens.entity].roles else None


def _another_told_of(
    context: ArticleAnalysis, mention: Mention, office: Office, holder: int
) -> Holder | None:
    """Return what is left where one elsewhere was told of since the holder of an office was: "met the French president"."""
    known, here = context.entities[holder], context.skeleton.sentence
    for other in reversed(context.mentions[max(0, mention.number - _AHEAD) : mention.number]):
        if office.role not in _ONE_EACH | OF_PLACES or (other.kind == NAME and other.entity == holder):
            break
        if other.kind != NOUN or role_of(context.skeleton.lower[other.head]) != office.role:
            continue
        told = office_of(context, other, office.role)
        place, of = _places_of(context, other, told)
        elsewhere = office.role in OF_PLACES and of in place - known.places
        other_matter = told.portfolios - {"prime"} and told.portfolios.isdisjoint(known.portfolios)
        if told.noun == office.noun == "minister" and other_matter and not office.portfolios:
            # "the interior minister", who was told of since a transport minister was
            return Holder(-1, UNDECIDED)
        if told.portfolios == office.portfolios and (
            (told.country and told.country not in known.countries) or (elsewhere and known.places)
        ):
            return Holder(-1, UNDECIDED)
        if elsewhere and all(here[one.first] != here[other.first] for one in known.mentions):
            return Holder(holder, NEAREST)  # else as in "Ida Lund, the mayor of Norwick, said"
    return None


def _places_of(context: ArticleAnalysis, mention: Mention, office: Office) -> tuple[set[str], str]:
    """Return the capitalised words that say which office is meant, and the place behind it: "the governor of Texas"."""
    lower = context.skeleton.lower
    place = _capitalised(context, mention)
    at = (
        mention.head + 1
    )  # or behind it: "the President of Texas" has the place in it, "the president" has not
    at = at if lower[at : at + 1] == ["of"] else mention.last
    of = lower[at + 1] if lower[at : at + 1] == ["of"] and at + 1 < len(lower) else ""
    if of and context.skeleton.shape[at + 1] == shapes.NAME and not office.country:
        return place | {of}, of
    return place, of


def _fitting(
    context: ArticleAnalysis, mention: Mention, office: Office, place: set[str], seen: set[int]
) -> Iterator[tuple[int, int, bool]]:
    """Yield how well each named before a mention and not `seen` fits an office, who it is, and if the state agrees."""
    lower = context.skeleton.lower
    for number in range(mention.number - 1, max(-1, mention.number - LOOKED_AT), -1):
        other = context.mentions[number]
        if other.kind != NAME or other.entity in seen:
            continue
        seen.add(other.entity)
        entity = context.entities[other.entity]
        score = fitness(entity, office)
        if score == MAYBE and not context.is_human(other) and is_place(context, entity):
            continue
        if is_second(lower, entity, office):
            continue
        polity = entity.words[0] in _POLITIES and country_of(list(entity.words))
        if polity or "-".join(entity.words) in COUNTRIES or MATTERS.issuperset(entity.words):
            continue  # "Minister of the Republic of Chad", "Minister for Foreign Affairs"
        if score <= 0 and place & entity.places and PEERS & entity.roles:
            score = 3  # "his Texas counterpart, Ida Lund": later "the governor of Texas"
        if score <= 0 or is_of_another_body(context, mention, entity):
            continue
        if place and any(word in lower[other.first : other.name_first] for word in place):
            score += 2
        elif place & entity.places:
            score += 4
        score += 2 * _is_so_called(context, mention, entity)
        yield score, other.entity, bool(office.country) and office.country in entity.countries


def _is_so_called(context: ArticleAnalysis, mention: Mention, entity: Entity) -> bool:
    """Tell whether an office of several words stood just so beside a name: "the President of the Republic, Ida Lund"."""
    lower = context.skeleton.lower
    words = lower[mention.first + 1 : mention.last]
    if len(words) < _WORDS or lower[mention.first] != "the":
        return False
    for other in entity.mentions[:_FIRST]:
        before, behind = other.first - (context.skeleton.word_before(other.first) == ","), other.last + 2
        if lower[before - len(words) : before] == words or lower[behind : behind + len(words)] == words:
            return True
    return False


def only_person(context: ArticleAnalysis, near: Sequence[Mention]) -> Holder | None:
    """Return the only person among mentions of whom no state is told, who may be "the Swede"; else None."""
    shape = context.skeleton.shape
    named = dict.fromkeys(
        one.entity
        for one in near
        if one.kind == NAME
        and (context.is_human(one) or (may_be_person(context, one) and shape[one.first - 1] in _BEGINS))
    )
    found = [one for one in named if not context.entities[one].states and not context.entities[one].body]
    full = [one for one in found if len(context.entities[one].words) > 1]
    return Holder(full[0], NEAREST) if len(found) == len(full) == 1 else None


def _capitalised(context: ArticleAnalysis, mention: Mention) -> set[str]:
    """Return the capitalised words that say where an office is held, lower case; not "Deputy Prime"."""
    skeleton = context.skeleton
    words = {
        skeleton.lower[at]
        for at in range(mention.first, mention.head)
        if skeleton.shape[at] == shapes.NAME or skeleton.text[at][0].isupper()
    }
    return words - {"the"} - PORTFOLIOS - RANKS
