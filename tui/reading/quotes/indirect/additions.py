"""What the writer adds behind what is said: ", the agency reports", "– a claim the mayor called “absurd”"."""

from __future__ import annotations

from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.indirect.verb_complements import ADDITION, gives_figure
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import PRONOUN
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import word_set

_CLAIMS = word_set("claims reports suggestions accusations allegations rumours rumors speculation")
# How a writer sets something against a content; "the ministry lied, inventing reports" is all said.
_DISMISSING = word_set(
    "brushing waving shrugging dismissing rejecting denying refuting rebutting disputing contradicting countering responding"
    " replying reacting referring alluding answering addressing"
)
_COMMENT = "-" + shapes.ADVERB + shapes.ING
_NEAR = 5  # words: "brushing aside the ministry's claims"
_FEWEST = 3  # words before an outlet
_TAG = 12


def without_addition(context: ArticleAnalysis, first: int, last: int) -> tuple[int, int]:
    """Return a range without what the writer says of it behind a comma or dash.

    "that it was late – a claim the mayor called “absurd”", "that it was late, brushing aside reports that …".
    """
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    mark = shape.find(shapes.QUOTE, first, last)
    for at in range(first + 1, last - 2):
        sign = shape[at]
        if sign == ";" and _tells_otherwise(context, at + 1, last):
            return first, at
        if sign not in ",-":
            continue
        behind = lower[at + 1 : at + 1 + _NEAR]
        claims = sign == "," and behind[0] in _DISMISSING and not _CLAIMS.isdisjoint(behind)
        if sign + shape[at + 1 : at + 3] == _COMMENT and "-" not in shape[at + 1 : last]:
            return first, at  # "that they would vote against it | – essentially shielding him"
        apposed = sign == "-" or lower[at + 2] in ADDITION
        if claims or (apposed and behind[0] in ("a", "an") and shapes.CUE in shape[at : max(mark, at)]):
            return first, at
    return first, last


def _tells_otherwise(context: ArticleAnalysis, first: int, last: int) -> bool:
    """Tell whether a clause begins with another who says something: "; Kessan puts the number at 12"."""
    who = context.first_between(first, first + 1)
    if who is None or who.kind == PRONOUN or who.last >= last:
        return False
    said = (
        CUES.get(context.skeleton.lower[who.last]) in CLAUSAL
    )  # not "; Holm wanted a port and Roth a bridge"
    return said or gives_figure(context.skeleton, who.last)


def without_outlet(context: ArticleAnalysis, first: int, last: int) -> tuple[int, int]:
    """Return the range `first` to `last` without ", the agency reports" at its end."""
    skeleton = context.skeleton
    comma = skeleton.shape.rfind(",", first, last)
    if comma - first < _FEWEST or last - comma > _TAG:
        return first, last
    for mention in context.mentions_between(comma + 1, last):
        if mention.first > comma + 2:
            break
        verb = skeleton.lower[mention.last] if mention.last < last else ""
        if CUES.get(verb) == "report" and shapes.RELATIVE not in skeleton.shape[comma:last]:
            return first, comma
    return first, last
