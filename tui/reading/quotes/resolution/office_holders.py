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
from tui.reading.quotes.resolution.human_names import is_place
from tui.reading.quotes.resolution.named_offices import held_with
from tui.reading.quotes.resolution.office_bodies import is_of_another_body
from tui.reading.quotes.resolution.surroundings import met_by
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import (
    COUNTRIES,
    GENERALS,
    LAWMAKERS,
    LEADERS,
    MATTERS,
    PEERS,
    PORTFOLIOS,
    PREMIERS,
    RANKS,
    SPELLINGS,
    WIDER,
    country_of,
    ranked,
    role_of,
)

_ONE_EACH = LEADERS | {"minister"}  # of which each state has one: a bare one may be either's
_OF_PLACES = {"governor", "mayor"}
_OF_MINISTRIES = {"minister", "spokesperson"}
_SINGLE = LEADERS | _OF_PLACES | {"chairman"}  # whose deputies nobody calls so
_SECONDS = {"deputy", "vice"}
_OF_ANYTHING = ("chief", "director")
_POLITIES = frozenset(("republic", "kingdom", "state", "federation", "principality", "emirate", "of"))
_WORDS = 3  # "President of the Republic"
_FIRST, LOOKED_AT = 3, 200  # mentions: of somebody, before the office
# How sure it is that an office and a name go together.
_AGREED = 0.9  # the only one, and the state agrees
ONLY = 0.87  # the only one, and nothing contradicts
UNSAID = 0.6  # the only one, of whom no state is told, and the office is one state's
_ONCE = (("predecessor", {"former", "outgoing"}), ("successor", {"incoming"}))
_STAND_INS, _IN_OFFICE = {"deputy", "vice", "acting"}, {"incoming", "outgoing", "acting"}
_AHEAD = 60  # mentions
_MAYBE = 1  # how well one fits of whom no office is told, but the state: "Norland's Ida Lund"
_PERHAPS = 0.65
NEAREST = 0.5  # one of several; below what counts as sure
UNDECIDED = 0.5


class Office(NamedTuple):
    """What words say of an office: role, its noun, its state ("" for none said), portfolio, and "vice" or "former"."""

    role: str
    noun: str
    country: str
    portfolios: frozenset[str]
    ranks: frozenset[str]


class Holder(NamedTuple):
    """The number of the entity that holds an office, -1 where that is not decided, and how sure that is."""

    entity: int
    sure: float


def office_of(context: ArticleAnalysis, mention: Mention, role: str) -> Office:
    """Return the office that a mention without a name speaks of: "the former French foreign minister"."""
    lower = context.skeleton.lower
    words = lower[mention.first : mention.last]
    if mention.last + 2 < len(lower) and lower[mention.last] == "of":
        words = words + lower[mention.last + 1 : mention.last + 3]
    _, rank, office = ranked(lower[mention.head])
    role = role_of(office) if rank else role
    if lower[mention.head] == "general" and lower[mention.head - 1] in GENERALS:
        role = f"{lower[mention.head - 1]}-general"
    of = lower[mention.last : mention.last + 2]
    if role == "leader" and (head := " ".join(["head", *of])) in WIDER:
        role = head
    portfolios = PORTFOLIOS.intersection(words) | ({"prime"} if office in PREMIERS else set())
    ranks = RANKS.intersection(words) | ({"incoming"} if "new" in words else set()) | ({rank} - {""})
    return Office(role, lower[mention.head], country_of(words), portfolios, ranks)


def holder_of(context: ArticleAnalysis, mention: Mention, office: Office) -> Holder | None:
    """Return who holds an office among those named before a mention; None where nobody may."""
    place, of = _places_of(context, mention, office)
    met = met_by(context, mention)  # none of them; where one might be, who is left may only stand by
    found = list(_fitting(context, mention, office, place, set(met)))
    if not found:
        return _of_no_office(context, mention) if office.country and office.role in LEADERS else None
    most = max(score for score, _, _ in found)
    best = [(number, agreed) for score, number, agreed in found if score == most]
    last, agreed = best[0]  # the one named last
    known = context.entities[last]
    another = "incoming" in office.ranks - known.ranks  # "the new mayor" may be one
    another = another or (
        office.role in _SINGLE
        and "former" not in office.ranks
        and held_with({"former"}, context.skeleton.lower, known, office.noun)
    )
    if len(best) == 1 and (another or any(fits(context.entities[each], office) for each in met)):
        return Holder(last, NEAREST)
    if most == _MAYBE:
        return Holder(last, _PERHAPS) if len(best) == 1 else None
    if len(best) == 1 and of and place and not place & known.places and not agreed:
        return Holder(last, NEAREST)  # nobody is said to be of there
    if len(best) == 1 and not office.country and _speaks_elsewhere(context, mention, office, known):
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
    return Holder(-1, UNDECIDED) if undecided else Holder(last, NEAREST)


def _speaks_elsewhere(context: ArticleAnalysis, mention: Mention, office: Office, entity: Entity) -> bool:
    """Tell whether an office stands beside another state than its holder's: "In Oslo the minister", behind a Swedish one."""
    state = state_beside(context.skeleton, mention.first) if office.role in _ONE_EACH else ""
    return bool(state and entity.countries) and state not in entity.countries


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
        if office.role not in _ONE_EACH | _OF_PLACES or (other.kind == NAME and other.entity == holder):
            break
        if other.kind != NOUN or role_of(context.skeleton.lower[other.head]) != office.role:
            continue
        told = office_of(context, other, office.role)
        place, of = _places_of(context, other, told)
        elsewhere = office.role in _OF_PLACES and of in place - known.places
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
    behind = lower[mention.last : mention.last + 2]
    of = behind[1] if behind[:1] == ["of"] and len(behind) > 1 else ""
    if of and context.skeleton.shape[mention.last + 1] == shapes.NAME and not office.country:
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
        if score == _MAYBE and not context.is_human(other) and is_place(context, entity):
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


def is_second(lower: list[str], entity: Entity, office: Office) -> bool:
    """Tell whether somebody is only the deputy of who holds an office; "the minister" of no portfolio may be one."""
    named = office.role in _SINGLE or office.portfolios & entity.portfolios
    return bool(named and not _STAND_INS & office.ranks and held_with(_SECONDS, lower, entity, office.noun))


def _is_so_called(context: ArticleAnalysis, mention: Mention, entity: Entity) -> bool:
    """Tell whether an office of several words stood just so beside a name: "the President of the Republic, Ida Lund"."""
    lower = context.skeleton.lower
    words = lower[mention.first + 1 : mention.last]
    if len(words) < _WORDS or lower[mention.first] != "the":
        return False
    for other in entity.mentions[:_FIRST]:
        before, behind = other.first - (lower[other.first - 1] == ","), other.last + 2
        if lower[before - len(words) : before] == words or lower[behind : behind + len(words)] == words:
            return True
    return False


def fits(entity: Entity, office: Office) -> bool:
    """Tell whether an entity may hold an office, by all that is said of it."""
    return fitness(entity, office) > _MAYBE


def only_person(context: ArticleAnalysis, near: Sequence[Mention]) -> Holder | None:
    """Return the only person among mentions of whom no state is told, who may be "the Swede"; else None."""
    named = {one.entity for one in near if one.kind == NAME and context.is_human(one)}
    found = [one for one in named if not context.entities[one].countries and not context.entities[one].body]
    full = [one for one in found if len(context.entities[one].words) > 1]
    return Holder(full[0], NEAREST) if len(found) == len(full) == 1 else None


def fitness(entity: Entity, office: Office) -> int:
    """Return how well an entity fits an office, 0 or less where it cannot be its holder."""
    role, roles = office.role, entity.roles
    if "acting" in office.ranks and "acting" not in entity.ranks:
        return 3 * bool(_STAND_INS & (roles | entity.ranks))  # who acts for another is not that other
    wider = LAWMAKERS if role in LAWMAKERS else WIDER.get(role, frozenset({role}))
    if role == "diplomat" and "foreign" in entity.portfolios:
        wider = (
            wider | _OF_MINISTRIES
        )  # "Norway's top diplomat", "the diplomat" of a foreign ministry's spokeswoman
    if role in roles or roles & wider or any(ranks & office.ranks and of in roles for of, ranks in _ONCE):
        score = 4
    elif PEERS & roles and office.country and office.country in entity.countries:
        score = 3  # "her Chinese counterpart, Wang Yi": later "the Chinese foreign minister"
    else:
        stateless = not entity.roles and entity.body is None and len(entity.words) > 1
        return _MAYBE * (stateless and office.country != "" and office.country in entity.countries)
    if office.noun == "minister" and "secretary" in roles and entity.portfolios <= {"press"}:
        return 0  # a union's secretary, a press secretary
    if office.role == "minister" and "prime" in entity.portfolios and not office.portfolios:
        return _MAYBE  # a prime minister is hardly "the minister"
    prime = office.noun == "minister" and "prime" in office.portfolios  # no other minister is
    apart = (prime or entity.portfolios) and office.portfolios and not entity.portfolios & office.portfolios
    ranks = entity.ranks | ({"former"} if "predecessor" in roles else set())
    # a "foreign policy chief" is no chief of staff
    apart = apart or (office.noun in _OF_ANYTHING and office.portfolios > entity.portfolios)
    if apart or office.ranks - ranks - _IN_OFFICE or "shadow" in ranks - office.ranks:
        return 0
    score += 2 * any(ranks & office.ranks and of in roles for of, ranks in _ONCE)
    score += (
        bool(office.portfolios & entity.portfolios)
        + (office.noun in roles)
        + (not office.ranks and {one for one in roles if role_of(one) == role} - SPELLINGS == {office.noun})
        - bool(ranks - office.ranks - _IN_OFFICE)
    )
    if office.country and entity.countries:
        return score + 3 if office.country in entity.countries else 0
    return score


def _capitalised(context: ArticleAnalysis, mention: Mention) -> set[str]:
    """Return the capitalised words that qualify an office, lower case."""
    skeleton = context.skeleton
    return {
        skeleton.lower[at]
        for at in range(mention.first, mention.head)
        if skeleton.shape[at] == shapes.NAME or skeleton.text[at][0].isupper()
    } - {"the"}
