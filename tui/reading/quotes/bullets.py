"""Lists of points, and who makes them: "Ms Lund made three points:" and a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_subjects import subject
from tui.reading.quotes.mentions import NOUN, PRONOUN, Mention
from tui.reading.quotes.word_classes import word_set

_SIGN = re.compile(r"[^\S\n]*(?:[-–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_WHO = word_set("he she they")
_SIGNS = "-#()."  # what a sign of a list is in a shape


class Point(NamedTuple):
    """A line of a list: its words (the last exclusive), who makes the point, and their verb of saying (-1 for none).

    `signed` tells whether it begins with the sign of a list; without one it is words in marks and nothing else.
    """

    first: int
    last: int
    speaker: Mention
    verb: int
    signed: bool


def points(context: ArticleAnalysis) -> Iterator[Point]:
    """Yield the points of an article that are led in by somebody and do not say themselves who said them."""
    skeleton = context.skeleton
    led: tuple[Mention, int] | None = None
    before: tuple[int, int] | None = None
    for _, words in groupby(range(len(skeleton.shape)), key=lambda at: skeleton.paragraph[at]):
        first, last = _line(context, list(words))
        if first == last:
            continue
        signed = _is_signed(context, first)
        if not signed and skeleton.shape[first:last].rstrip(".") != shapes.QUOTE:
            led, before = None, (first, last)
            continue
        if before is not None:
            led, before = _lead_in(context, *before, signed=signed), None
        if led is not None and not _has_speaker(context, first, last):
            yield Point(first, last, *led, signed)


def _line(context: ArticleAnalysis, words: list[int]) -> tuple[int, int]:
    """Return the words of a paragraph between its breaks."""
    shape = context.skeleton.shape
    kept = [at for at in words if shape[at] != shapes.BREAK]
    return (kept[0], kept[-1] + 1) if kept else (0, 0)


def _is_signed(context: ArticleAnalysis, at: int) -> bool:
    start = context.text.rfind("\n", 0, context.skeleton.starts[at]) + 1
    return _SIGN.match(context.text, start) is not None


def _lead_in(context: ArticleAnalysis, first: int, last: int, *, signed: bool) -> tuple[Mention, int] | None:
    """Return who leads a list in with the line before it, and the last verb of saying there; None where nobody does."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    ends = shape[last - 1]
    if (ends == "." if signed else ends != ":") or shapes.QUOTE in shape[first:last]:
        return None
    first = context.skeleton.sentences[context.skeleton.sentence[last - 1]][0]
    cues = [at for at in range(first, last) if shape[at] == shapes.CUE]
    who = subject(context, cues[-1]) if cues else None
    if who is not None and first <= who.first < last:
        if who.kind == PRONOUN and lower[who.first] not in _WHO:
            return None  # "Here is what we know:"
        # Without a sign nothing may speak for anybody else: "Lund reported that Roth was saying:"
        sole = all(subject(context, at) in (None, who) and lower[at - 1] != "to" for at in cues)
        return (who, cues[-1]) if signed or sole else None
    if not signed:
        return None
    for mention in context.mentions_between(first, last):
        acts = not mention.owner and shape[mention.last : mention.last + 1] in shapes.PREDICATE
        if acts and mention.last < last and (mention.kind != PRONOUN or lower[mention.first] in _WHO):
            return mention, -1
    return None


def _has_speaker(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether a point says itself who said it."""
    cues = (at for at in range(first, last) if context.skeleton.shape[at] == shapes.CUE)
    who = (one for at in cues if (one := subject(context, at)) is not None and first <= one.first < last)
    return any(one.kind != NOUN or context.is_human(one) for one in who)  # not “hold naval exercises”


def words_of(context: ArticleAnalysis, point: Point) -> tuple[int, int]:
    """Return the words of a point without its sign and the mark that ends it."""
    shape = context.skeleton.shape
    first, last = point.first, point.last
    while first < last and shape[first] in _SIGNS:
        first += 1
    while last > first and shape[last - 1] in ".;,":
        last -= 1
    return first, last
