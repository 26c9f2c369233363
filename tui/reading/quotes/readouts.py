"""Sentences that a body gives out whole: "The two spoke for an hour, the presidency said in a statement."

Readouts of calls are written so. What stands before the comma is what the body says, and where somebody else
speaks within it, their words come through the body.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.mentions import NAME, Mention
from tui.reading.quotes.tokens import TokenizedArticle
from tui.reading.quotes.word_classes import CLASSES, NEGATIONS, word_set

_SAYING = word_set("say add announce report state note confirm write")
TELLING = word_set(
    "tell claim insist warn declare deny reject accuse pledge promise vow threaten demand urge signal call hint"
)
_DATELINE = 14  # words that the place, day and agency before a dash may take
_TAIL = 7  # words after the verb: "in a statement on Tuesday"
_OPENS = word_set("in on at late early after before during following")


class Readout(NamedTuple):
    """The words `first` to `last` (exclusive) of a sentence that `speaker` gives out, and the verb of it."""

    first: int
    last: int
    verb: int
    speaker: Mention


def readouts(context: ArticleAnalysis) -> Iterator[Readout]:
    """Yield the sentences of an article that end with who says them, in order."""
    skeleton = context.skeleton
    shape = skeleton.shape
    for first, last in skeleton.sentences:
        end = last
        while end > first and shape[end - 1] in (".", shapes.BREAK):
            end -= 1
        comma = _comma(shape, first, end)
        while comma > first:
            found = _after(context, comma, end)
            if found is not None:
                begin = behind_dateline(skeleton, first, comma)
                if set(shape[begin:comma]) & set(shapes.VERB):
                    yield Readout(begin, comma + (shape[comma] == shapes.QUOTE), *found)
                break
            if shape[comma + 1 : end].count(",") > 1 or end - comma > 2 * _TAIL:
                break
            comma = _comma(shape, first, comma)


def passes_on(context: ArticleAnalysis, readout: Readout) -> bool:
    """Tell whether somebody is said to say something within a readout: "The ministry said no, the agency reported"."""
    words = context.skeleton.lower[readout.first : readout.last]
    return any(CUES.get(word) in _SAYING | TELLING for word in words)


def _comma(shape: str, first: int, last: int) -> int:
    """Return the last comma, or quote that may end with one, between two words; -1 for none."""
    return max(shape.rfind(",", first, last), shape.rfind(shapes.QUOTE, first, last))


def _after(context: ArticleAnalysis, comma: int, end: int) -> tuple[int, Mention] | None:
    """Return the verb and the speaker between a comma and the end of a sentence, None where it says more than that."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    number = bisect_left(context.mention_starts, comma + 1)
    if number >= len(context.mentions):
        return None
    speaker = context.mentions[number]
    if speaker.first - comma > 2 or speaker.last >= end or speaker.owner:
        return None
    verb = speaker.last
    while verb < end and shape[verb] in shapes.PREVERB:
        verb += 1
    if verb >= end or CUES.get(lower[verb]) not in _SAYING or lower[verb].endswith("ing"):
        return None
    if NEGATIONS.intersection(lower[speaker.last : verb]):  # "whether they had met, the report did not say"
        return None
    rest = range(verb + 1, end)
    if len(rest) > _TAIL or (
        rest and lower[verb + 1] not in _OPENS and shape[verb + 1] not in shapes.ADVERBIAL
    ):
        return None
    return (verb, speaker) if shapes.QUOTE not in shape[verb:end] else None


def behind_dateline(skeleton: TokenizedArticle, first: int, last: int) -> int:
    """Return where a sentence begins behind its dateline: "PARIS, July 1 (Agency) - "."""
    if not skeleton.text[first].isupper():
        return first
    dash = skeleton.shape.find("-", first, min(last, first + _DATELINE))
    return dash + 1 if dash > 0 else first


def doer(context: ArticleAnalysis, at: int, number: int) -> Mention | None:
    """Return who does what a quote begins with: Lund “stressed the need for talks”; None where it begins otherwise."""
    stretch = context.stretches[number]
    word = context.text[stretch.start : stretch.end].split(" ", 1)[0].strip(".,").lower()
    if word not in CUES or word.endswith("ing") or CLASSES.get(word) != shapes.CUE:
        return None
    place = bisect_left(context.mention_starts, at)
    before = context.mentions[place - 1] if place else None
    if before is None or before.last != at or before.owner:
        return None
    return None if context.is_paper(before) else before


def leader(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return whose words are led in before the quote at word `at`: "And from Rosa Lund:"; None where nobody's are."""
    skeleton = context.skeleton
    colon = at - 1
    while colon > 0 and skeleton.shape[colon] == shapes.BREAK:
        colon -= 1
    if colon < 1 or skeleton.shape[colon] != ":":
        return None
    first = skeleton.sentences[skeleton.sentence[colon]][0]
    words = skeleton.lower[first:colon]
    if "from" not in words[:3] or shapes.CUE in skeleton.shape[first:colon]:
        return None
    named = [one for one in context.mentions_between(first, colon) if one.kind == NAME and not one.owner]
    return named[0] if named else None


def signer(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return who signs the quote at word `at` behind a dash: “We wait.” — Ida Lund, mayor; None where nobody does."""
    shape = context.skeleton.shape
    number = bisect_left(context.mention_starts, at + 2)
    if shape[at + 1 : at + 2] != "-" or number >= len(context.mentions):
        return None
    mention = context.mentions[number]
    ended = shape[mention.last : mention.last + 1] in ("", ",", ".", "(", shapes.BREAK)
    return (
        mention if mention.first == at + 2 and mention.kind == NAME and ended and not mention.owner else None
    )
