"""Lists of points, and who makes them: "Ms Lund made three points:" and a line for each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tui.reading.quotes.cues.cue_subjects import BEING, subject
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.word_classes import PEOPLE, SINGULAR, word_set

_SIGN = re.compile(r"[^\S\n]*(?:[-–—•*·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_WHO = word_set("he she they")
_LINE = re.compile(f"[^{shapes.BREAK}]+")


class Point(NamedTuple):
    """A line of a list: its words without its sign (the last exclusive), who makes the point, their verb of saying.

    The verb is -1 where there is none. `signed` tells whether the line begins with the sign of a list; without
    one it is words in marks and nothing else.
    """

    first: int
    last: int
    speaker: Mention
    verb: int
    signed: bool


def points(context: ArticleAnalysis) -> list[Point]:
    """Return the points of an article that are led in by somebody and do not say themselves who said them."""
    if context.points is None:
        context.points = list(_points(context))
    return context.points


def _points(context: ArticleAnalysis) -> Iterator[Point]:
    skeleton = context.skeleton
    led: tuple[Mention, int] | None = None
    before: tuple[int, int] | None = None
    for line in _LINE.finditer(skeleton.shape):
        first, last = line.span()
        begin = _behind_sign(context, first, last)
        signed = begin >= 0
        if not signed and skeleton.shape[first:last].rstrip(".") != shapes.QUOTE:
            led, before = None, (first, last)
            continue
        if before is not None:
            led = _lead_in(context, *before, signed=signed)
            if led is None and signed and skeleton.shape[begin] in shapes.VERB:
                led = _subject(context, *before)
            before = None
        if signed and led is not None and (labelled := _label(context, led[0], begin, last)) is not None:
            yield Point(begin, last, labelled, -1, signed)
        elif led is not None and not _has_speaker(context, first, last):
            who, verb = led
            # "- called on Norland to “wait”"
            own = verb < 0 and signed and skeleton.shape[begin] == shapes.CUE
            yield Point(max(first, begin), last, who, begin if own else verb, signed)


def _behind_sign(context: ArticleAnalysis, first: int, last: int) -> int:
    """Return the first word behind the sign that a line of a list begins with, -1 where it has none."""
    starts = context.skeleton.starts
    found = _SIGN.match(context.text, context.text.rfind("\n", 0, starts[first]) + 1)
    return next((at for at in range(first, last) if starts[at] >= found.end()), -1) if found else -1


def _lead_in(context: ArticleAnalysis, first: int, last: int, *, signed: bool) -> tuple[Mention, int] | None:
    """Return who leads a list in with the line before it, and the last verb of saying there; None where nobody does."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    ends = shape[last - 1]
    if (ends == "." if signed else ends != ":") or shapes.QUOTE in shape[first:last]:
        return None
    first = context.skeleton.sentences[context.skeleton.sentence[last - 1]][0]
    cues = [at for at in range(first, last) if shape[at] == shapes.CUE and lower[at - 1] not in BEING]
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


def _subject(context: ArticleAnalysis, first: int, last: int) -> tuple[Mention, int] | None:
    """Return who stands before the colon of a line and does what the points say: "the leaders: - condemned …"."""
    last -= 1
    if context.skeleton.shape[last] != ":":
        return None
    first = context.skeleton.sentences[context.skeleton.sentence[last]][0]
    standing = [one for one in context.mentions_between(first, last) if one.last == last and not one.owner]
    return (standing[-1], -1) if standing and standing[-1].kind != PRONOUN else None


def _label(context: ArticleAnalysis, lead: Mention, begin: int, last: int) -> Mention | None:
    """Return who of several that lead a list in is named in a point: "They said: - Ida Lund, pilot: “It was late.”"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if lower[lead.head] != "they" and SINGULAR.get(lower[lead.head]) not in PEOPLE:
        return None
    colon = shape.find(":" + shapes.QUOTE, begin, last)
    who = context.first_between(begin, begin + 1)
    human = who is not None and not who.owner and (who.kind == NAME or context.is_human(who))
    return who if human and colon > 0 and shapes.VERBS.isdisjoint(shape[begin:colon]) else None


def _has_speaker(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether a point says itself who said it."""
    skeleton = context.skeleton
    cues = [at for at in range(first, last) if skeleton.shape[at] == shapes.CUE]
    who = (
        (at, one) for at in cues if (one := subject(context, at)) is not None and first <= one.first < last
    )
    return any(
        one.kind != NOUN or context.is_human(one) or skeleton.lower[at + 1 : at + 2] == ["that"]
        for at, one in who  # not “hold naval exercises”
    )


def words_of(context: ArticleAnalysis, point: Point) -> tuple[int, int]:
    """Return the words of a point without the mark that ends it."""
    first, last = point.first, point.last
    return first, first + len(context.skeleton.shape[first:last].rstrip(".;,"))
