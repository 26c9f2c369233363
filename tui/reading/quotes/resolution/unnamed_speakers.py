"""Speakers without a name: whose "a spokesman" is, and which one "the spokesman" further down goes back to."""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mention_extent import extent, written_extent
from tui.reading.quotes.names.mentions import NOUN, PRONOUN, Mention
from tui.reading.quotes.resolution.named_offices import BELONGING, behind_region
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import role_of
from tui.reading.quotes.words.word_classes import SINGULAR, word_set

INDEFINITE = word_set("a an one another some any each every many several few no two three other")
OWNERS = word_set("his her their its")
_RELATIVES = word_set(
    "host guest counterpart colleague successor predecessor visitor deputy classmate rival"
)  # one of two
SOMEBODY_KNOWN = 0.6
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
    single = SINGULAR.get(lower[mention.head], lower[mention.head]) == lower[mention.head]
    # one who is spoken of as known, whom nothing has named
    sure = SOMEBODY_KNOWN if single else 0.9
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
            if found != written_extent(context, other) or qualified:  # "diplomatic sources"
                return found, f"{label} → {found}", 0.85
            if lower[other.first] in INDEFINITE and other.last - other.first > 2:
                first = written_extent(context, other)  # "a palace spokesman"
                return first[0].lower() + first[1:], f"{label} → {first}", 0.85
            if lower[other.first] in INDEFINITE:
                return label, "", 0.9
    return label, "", sure


def with_body(context: ArticleAnalysis, mention: Mention) -> str:
    """Return a speaker without a name as written, with whom they speak for: "a spokesman for the ministry"."""
    lower = context.skeleton.lower
    number = bisect_left(context.mention_starts, mention.last + 1)
    if (
        lower[mention.last : mention.last + 1]
        and lower[mention.last] in BELONGING
        and number < len(context.mentions)
    ):
        other = context.mentions[number]
        if other.owner:  # "sources in the chancellor's party"
            other = context.mentions[min(number + 1, len(context.mentions) - 1)]
        if other.first - mention.last <= 2 and other.kind != PRONOUN and not other.owner:
            starts, ends = context.skeleton.starts, context.skeleton.ends
            last = _whole(context, other) or behind_region(context, other)
            label = " ".join(context.text[starts[mention.first] : ends[last - 1]].split())
            return label[0].lower() + label[1:] if lower[mention.first] in ("a", "an", "the") else label
    return written_extent(context, mention)


def _whole(context: ArticleAnalysis, part: Mention) -> int:
    """Return where "one of the firms involved" ends, whose first word is `part`; 0 for no part of many."""
    last = extent(context, part)[1]
    shape = context.skeleton.shape
    told = shape[last : last + 1] in (shapes.PAST, shapes.OTHER) and shape[last + 1 : last + 2] == ","
    return last + told if last > part.last else 0
