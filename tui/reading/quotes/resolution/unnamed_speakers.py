"""Speakers without a name: whose "a spokesman" is, and which one "the spokesman" further down goes back to."""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mention_extent import extent, whole_end, written_extent
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.resolution.named_offices import BELONGING, apposed, behind_region
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.offices_table import WIDER, country_of, role_of
from tui.reading.quotes.words.small_words import OWNERS
from tui.reading.quotes.words.word_classes import singular, word_set

INDEFINITE = word_set("a an one another some any each every many several few no two three other")
# one of two
_RELATIVES = word_set("host guest counterpart colleague successor predecessor visitor deputy classmate rival")
SOMEBODY_KNOWN = 0.6
_INTRODUCED = 6  # words
_LOOKED_BACK = 60  # mentions
_PARAGRAPHS = 8


def unnamed_label(context: ArticleAnalysis, mention: Mention, role: str) -> tuple[str, str, float]:
    """Tell whose "a spokesman" is, and which one "the spokesman" further down goes back to."""
    lower = context.skeleton.lower
    label = with_body(context, mention)
    bare = label == written_extent(context, mention)
    owned = lower[mention.first] in OWNERS and lower[mention.head] in _RELATIVES
    if not bare or (lower[mention.first] not in ("the", "this", "that") and not owned):
        return label, "", 0.9
    single = singular(lower[mention.head]) == lower[mention.head]
    # one who is spoken of as known, whom nothing has named
    sure = SOMEBODY_KNOWN if single else 0.9
    if lower[mention.first] == "the" and context.skeleton.shape[mention.head] == shapes.NAME:
        return label.partition(" ")[2], "", sure  # "Prime Minister", as other names have no article
    if mention.last - mention.first > 2 or owned:
        return label, "", sure
    here = context.skeleton.paragraph[mention.first]
    for number in range(mention.number - 1, max(-1, mention.number - _LOOKED_BACK), -1):
        other = context.mentions[number]
        if here - context.skeleton.paragraph[other.first] > _PARAGRAPHS:
            break
        if other.kind == NOUN and not other.owner and role_of(lower[other.head]) == role:
            found = with_body(context, other)
            qualified = other.last - other.first > 1 and lower[other.first] != "the" and not single
            if found != written_extent(context, other) or qualified or _is_owned(context, other):
                return found, f"{label} → {found}", 0.85  # "diplomatic sources"
            if lower[other.first] in INDEFINITE and other.last - other.first > 2:
                first = written_extent(context, other)  # "a palace spokesman"
                return first[0].lower() + first[1:], f"{label} → {first}", 0.85
            if lower[other.first] in INDEFINITE:
                return label, "", 0.9
    return label, "", sure


def is_another(context: ArticleAnalysis, mention: Mention, entity: int) -> bool:
    """Tell whether "the spokesman" is not one who was named: by their sex, whom they speak for, or who was told of since.

    "Barrot's spokesperson denied it. “No such offer was made,” the spokesperson said": Barrot's, not one named above.
    """
    lower, named = context.skeleton.lower, context.entities[entity]
    noun = lower[mention.head]
    if role_of(noun) != "spokesperson":
        told = _was_told_of_since(context, mention, entity)
        return told or _is_called_otherwise(context, mention, entity)
    if (1 if noun.endswith("woman") else -1 if noun.endswith("man") else 0) * sex_of(named.words) > 0:
        return True
    if lower[mention.first] in OWNERS:
        owner = next((one for one in reversed(context.mentions[: mention.number]) if one.kind == NAME), None)
        return owner is None or (
            owner.entity != entity and not _speaks_for(context, entity, owner.first, owner.last)
        )
    if _is_owned(context, mention):
        return not _speaks_for(context, entity, mention.first, mention.head)
    if mention.last - mention.first > 2 or lower[mention.first] not in ("the", "this", "that"):
        return False
    for other in reversed(context.mentions[: mention.number]):
        if other.kind == NAME and other.entity == entity:
            return False
        if other.kind == NOUN and role_of(lower[other.head]) == "spokesperson":
            if (beside := _beside(context, other)) >= 0:
                return beside != entity
            owned = other.head if _is_owned(context, other) else 0
            whole = with_body(context, other)
            if owned or whole != written_extent(context, other):
                end = owned or other.last + len(whole.split()) - (other.last - other.first)
                return not _speaks_for(context, entity, other.first, end)
    return False


def _was_told_of_since(context: ArticleAnalysis, mention: Mention, entity: int) -> bool:
    """Tell whether "the diplomat" may be "a Western diplomat", or the ambassador, told of since who is named was."""
    lower = context.skeleton.lower
    role, roles = role_of(lower[mention.head]), context.entities[entity].roles
    narrower = WIDER.get(role, frozenset()) - roles if role not in roles else ()
    if lower[mention.first : mention.head] != ["the"]:
        return False
    for other in reversed(context.mentions[max(0, mention.number - _LOOKED_BACK) : mention.number]):
        if other.entity == entity and other.kind == NAME:
            return False
        same = lower[other.first] in INDEFINITE and lower[other.head] == lower[mention.head]
        if other.kind == NOUN and (same or role_of(lower[other.head]) in narrower):
            return _beside(context, other) < 0
    return False


def _beside(context: ArticleAnalysis, mention: Mention) -> int:
    """Return who is named right before or behind an office, -1 for nobody: "Ida Lund, a spokeswoman for the port"."""
    before = context.mentions[max(0, mention.number - 1)]
    named = before.kind == NAME and before.last == mention.first - 1
    return before.entity if named else apposed(context, mention)


def _is_called_otherwise(context: ArticleAnalysis, mention: Mention, entity: int) -> bool:
    """Tell whether "the secretary" is one of those told of, "the dockers' secretary", and not the minister who was named."""
    lower, roles = context.skeleton.lower, context.entities[entity].roles
    noun = lower[mention.head]
    if (
        role_of(noun) == noun
        or noun in roles
        or BELONGING.intersection(lower[mention.last : mention.last + 1])
    ):
        return False
    for one in context.mentions[max(0, mention.number - _LOOKED_BACK) : mention.number]:
        if one.kind == NOUN and lower[one.head] == noun and apposed(context, one) != entity:
            of = lower[one.last] in BELONGING
            state = country_of(lower[one.first : one.last + 3 * of])
            if (of or _is_owned(context, one)) and (
                not state or state not in context.entities[entity].countries
            ):
                return True
    return False


def _is_owned(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention begins with whose it is: "the minister's spokesman"."""
    return shapes.POSSESSIVE in context.skeleton.shape[mention.first : mention.head]


def _speaks_for(context: ArticleAnalysis, entity: int, first: int, last: int) -> bool:
    """Tell whether somebody is introduced with those, or with a state of those, whom some words name."""
    lower, shape, named = context.skeleton.lower, context.skeleton.shape, context.entities[entity]
    whose = {lower[at] for at in range(first, last) if shape[at] in shapes.NAME + shapes.NOUN} - {"the"}
    whose = {word for word in whose if role_of(word) != "spokesperson"}
    if country_of(sorted(whose)) in named.countries - {""}:
        return True
    around = (lower[max(0, one.first - _INTRODUCED) : one.last + _INTRODUCED] for one in named.mentions[:3])
    return any(whose.intersection(words) for words in around)


def with_body(context: ArticleAnalysis, mention: Mention) -> str:
    """Return a speaker without a name as written, with whom they speak for: "a spokesman for the ministry"."""
    lower, starts, ends = context.skeleton.lower, context.skeleton.starts, context.skeleton.ends
    number = bisect_left(context.mention_starts, mention.last + 1)
    last = whole_end(context, mention)
    if (
        lower[mention.last : mention.last + 1]
        and lower[mention.last] in BELONGING
        and number < len(context.mentions)
    ):
        other = context.mentions[number]
        if other.owner:  # "sources in the chancellor's party"
            other = context.mentions[min(number + 1, len(context.mentions) - 1)]
        near = other.first - mention.last <= 2 and other.kind != PRONOUN and not other.owner
        if near and not context.is_paper(other):  # "said the envoy in a note"
            last = max(last, _whole(context, other) or behind_region(context, other))
    first, end = extent(context, mention)
    if last <= end:
        return written_extent(context, mention)
    label = " ".join(context.text[starts[first] : ends[last - 1]].split())
    return label[0].lower() + label[1:] if lower[first] in ("a", "an", "the") else label


def _whole(context: ArticleAnalysis, part: Mention) -> int:
    """Return where "one of the firms involved" ends, whose first word is `part`; 0 for no part of many."""
    last = extent(context, part)[1]
    shape = context.skeleton.shape
    told = shape[last : last + 1] in (shapes.PAST, shapes.OTHER) and shape[last + 1 : last + 2] == ","
    return last + told if last > part.last else 0
