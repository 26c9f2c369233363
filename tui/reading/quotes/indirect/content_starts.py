"""Where what is said begins behind its verb: after who is told, and after where and when it is said.

"Lund told the paper | she was tired", "said on state television | that the road was open".
"""

from __future__ import annotations

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_PLACING = word_set(
    "on in at during after before through via by to from over late early outside inside near with"
)
_TO_THAT = 12  # words
_TELLING = ("tell", "assure", "inform", "remind", "warn", "promise")
_CLAUSE = frozenset(shapes.FINITE)
_VERBS = frozenset(shapes.VERB + shapes.RELATIVE)


def start_of(context: ArticleAnalysis, verb: int, first: int, last: int) -> int:
    """Return the first word of what is said in the words `first` to `last` behind a verb."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    if first != verb + 1:
        return first
    if lower[first] in _PLACING:
        that = next(
            (at for at in range(first + 1, min(last - 2, first + _TO_THAT)) if lower[at] == "that"), -1
        )
        placed = that > 0 and not set(shape[first:that]) & set(shapes.VERB)
        return that if placed else first
    if CUES.get(lower[verb]) in _TELLING and shape[first] in shapes.NOMINAL:
        told = context.first_between(first, first + 2)
        if told is not None and told.last < last - 2 and set(shape[told.last : last]) & _CLAUSE:
            begins = shape[told.last] in shapes.PRONOUN + shapes.DETERMINER or lower[told.last] in (
                "that",
                "there",
            )
            return told.last if begins else first
    return first


def is_clause(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words are a clause: they have a verb, or a name and what may be one: "Norland stands by its word"."""
    shape, lower = skeleton.shape, skeleton.lower
    if set(shape[first:last]) & _VERBS:
        return True
    present = (
        at
        for at in range(first + 1, last - 1)
        if shape[at] == shapes.OTHER and shape[at - 1] in shapes.NAME + shapes.PRONOUN
    )
    return any(lower[at].endswith("s") and not lower[at].endswith("ss") for at in present)
