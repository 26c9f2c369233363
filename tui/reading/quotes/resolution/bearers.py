"""Who is named behind an office that nobody was named for: "The mayor is against it. “Never,” Ida Lund said"."""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.resolution.human_names import is_place
from tui.reading.quotes.resolution.office_fitness import Office, fitness, fits, is_second, office_of
from tui.reading.quotes.resolution.office_holders import NEAREST, Holder
from tui.reading.quotes.resolution.surroundings import KNOWN, OFFICES, is_new, met_with, talks
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import PORTFOLIOS, role_of
from tui.reading.quotes.words.word_classes import SINGULAR, singular, word_set

# is told of as who says it
_SPEAKING = word_set("spokesman spokeswoman spokesperson aide adviser advisor deputy")
_TAKING = frozenset(("took office", "took over", "took up", "held the", "holds the", "in office"))
_MADE = word_set("appointed elected named sworn")
_SENTENCES = 3  # a blank line is one
_COUNTS = {"two": 2, "both": 2, "three": 3}
_BACK = 30  # mentions
_AHEAD, _SOON, _WELL = 60, 8, 4  # mentions, sentences; how well one fits who is named behind
_BEHIND = 0.7  # that an office is theirs who is told to hold it behind


def bearers(context: ArticleAnalysis) -> Iterator[tuple[Mention, int]]:
    """Yield each office that is told of without a name, with the entity of the new name that speaks right behind it.

    Who does something else has it where the office spoke in the very sentence before, and no other was told of there.
    """
    for name in context.mentions:
        if (
            name.kind != NAME
            or name.owner
            or (not (speaks := talks(context, name)) and not _acts(context, name))
        ):
            continue
        if not is_new(context.entities[name.entity], name):
            continue
        office = _office_before(context, name)
        if office and (speaks or _spoke_right_before(context, office, name)):
            yield office, name.entity


def shared_offices(context: ArticleAnalysis) -> Iterator[tuple[Mention, list[int]]]:
    """Yield "the two ministers" with those named right behind, a state with each: "Lund of Norway and Denmark's Roth"."""
    skeleton = context.skeleton
    for office in context.mentions:
        if office.kind != NOUN or SINGULAR.get(skeleton.lower[office.head]) not in OFFICES:
            continue
        count = _COUNTS.get(skeleton.lower[office.head - 1]) or _COUNTS.get(skeleton.lower[office.first])
        if not count:
            continue
        found: list[int] = []
        for name in context.mentions[office.number + 1 : office.number + _BACK]:
            if skeleton.sentence[name.first] > skeleton.sentence[office.first] + 1 or len(found) > count:
                break
            entity = context.entities[name.entity] if name.kind == NAME and name.entity >= 0 else None
            new = entity is not None and entity.mentions[0] is name and len(entity.words) > 1
            if entity and new and entity.countries and not entity.roles and not entity.body:
                found.append(name.entity)
        if len(found) == count:
            yield office, found


def holder_behind(context: ArticleAnalysis, mention: Mention, office: Office) -> Holder | None:
    """Return who is named with an office for the first time behind a mention: "The mayor said no. “No,” Mayor Lund said"."""
    skeleton = context.skeleton
    found: list[int] = []
    told = others = False
    met = met_with(context, mention)
    for other in context.mentions[mention.number + 1 : mention.number + 1 + _AHEAD]:
        if skeleton.sentence[other.first] - skeleton.sentence[mention.first] > _SOON:
            break
        entity = context.entities[other.entity] if other.kind == NAME and other.entity >= 0 else None
        others = others or _is_of_another(context, other, office)
        new = entity is not None and entity.mentions[0] is other and _is_introduced(entity)
        if entity and new and other.entity not in (*found, *met) and not is_place(context, entity):
            bare = bool(entity.portfolios) < bool(office.portfolios)  # "the minister, Ida Lund"
            well = fitness(entity, office) >= _WELL and not (bare and others)
            same_state = bool(entity.countries) >= bool(office.country)
            if (
                well
                and (same_state or office.noun in entity.roles)
                and not is_second(skeleton.lower, entity, office)
            ):
                found.append(other.entity)
                told = same_state and not bare
    return Holder(found[0], _BEHIND if told else NEAREST) if len(found) == 1 else None


def _is_introduced(entity: Entity) -> bool:
    """Tell whether somebody is named by more than a surname: "Ida Lund", "Ms Lund"."""
    return len(entity.words) > 1 or entity.male != entity.female


def _is_of_another(context: ArticleAnalysis, mention: Mention, office: Office) -> bool:
    """Tell whether a mention is of somebody in a like office for another matter: "the interior minister"."""
    lower = context.skeleton.lower
    matters = PORTFOLIOS.intersection(lower[mention.first : mention.last])
    return (
        bool(matters)
        and office.noun in lower[mention.first : mention.last]
        and not matters & office.portfolios
    )


def _acts(context: ArticleAnalysis, name: Mention) -> bool:
    """Tell whether a name begins a clause and does something, or took up an office: "Ida Lund, who took over,"."""
    skeleton = context.skeleton
    at = name.last
    if (
        name.first != skeleton.sentences[skeleton.sentence[name.first]][0]
        and skeleton.shape[name.first - 1] != ";"
    ):
        return False
    if skeleton.lower[at : at + 2] == [",", "who"]:
        verb = at + 2
        while skeleton.shape[verb : verb + 1] in (shapes.AUXILIARY, shapes.ADVERB):
            verb += 1
        taking = " ".join(skeleton.lower[verb : verb + 2]) in _TAKING
        return taking or not _MADE.isdisjoint(skeleton.lower[verb : verb + 1])
    aged = skeleton.shape[at : at + 3] == "," + shapes.NUMBER + ","
    return aged or skeleton.shape[at : at + 1] in shapes.PREDICATE


def _spoke_right_before(context: ArticleAnalysis, office: Mention, name: Mention) -> bool:
    """Tell whether an office spoke in the sentence before that of a name, and is the only one told of there."""
    skeleton = context.skeleton
    first, last = skeleton.sentences[skeleton.sentence[office.first]]
    between = skeleton.shape[last : name.first].strip(shapes.BREAK)
    others = (one for one in context.mentions_between(first, last) if one is not office and not one.owner)
    alone = not any(one.kind == NOUN and skeleton.lower[one.head] in OFFICES for one in others)
    return not between and alone and talks(context, office)


def _office_before(context: ArticleAnalysis, name: Mention) -> Mention | None:
    """Return the last office told of in the sentences before a name, if nobody was named since who may hold it."""
    skeleton = context.skeleton
    here = skeleton.sentence[name.first]
    since: list[Entity] = []
    for other in reversed(context.mentions[max(0, name.number - _BACK) : name.number]):
        apart = here - skeleton.sentence[other.first]
        if apart > _SENTENCES:
            return None
        apart += ";" in skeleton.shape[other.last : name.first]
        if other.kind == NAME and context.is_human(other):
            since.append(context.entities[other.entity])
        elif apart and other.kind == NOUN and not other.owner and _is_told_of(context, other):
            office = office_of(context, other, role_of(skeleton.lower[other.head]))
            return other if all(one.roles and not fits(one, office) for one in since) else None
    return None


def _is_told_of(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is the office of one person who is spoken of as known: "the mayor", "Norland's envoy"."""
    skeleton = context.skeleton
    word = skeleton.lower[mention.head]
    known = (
        skeleton.lower[mention.first] in KNOWN
        or shapes.POSSESSIVE in skeleton.shape[mention.first : mention.last]
    )
    return known and word in OFFICES and word not in _SPEAKING and singular(word) == word
