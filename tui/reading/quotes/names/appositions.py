"""What stands before a name between commas: "the Chinese president, Li Wen", "her minister, a lawyer called Ida Lund"."""

from __future__ import annotations

from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import ranked
from tui.reading.quotes.words.small_words import CALLED, OF_MATTERS
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import PEOPLE, TITLES, singular, word_set

_CLOSES = frozenset((*",.;:)-", shapes.QUOTE, shapes.BREAK, shapes.CONNECTIVE, ""))  # ends an apposition
_LONGEST = 12  # words of an apposition before a name
_CALLING = 8  # words of "a former engine driver called"
_AFTER_HEAD = "," + shapes.CONNECTIVE
_SELF = word_set("himself herself")


def apposed_before(skeleton: TokenizedArticle, mention: Mention) -> tuple[int, int, int] | None:
    """Return first word, head and end of the office between a name and the comma before it; None where there is none.

    "the spokeswoman, Ida Moreno,", "the Chinese president, Li Wen.", "the leader of the opposition, Ida Lund,".
    """
    shape, lower = skeleton.shape, skeleton.lower
    end = _before_calling(skeleton, mention.first) - 1
    if end < 1 or shape[end] != "," or shape[mention.last : mention.last + 1] not in _CLOSES:
        return None
    close = end - (lower[end - 1] in _SELF)  # "the minister himself, Ida Lund,"
    first = close
    while first > max(0, end - _LONGEST) and (
        shape[first - 1] in shapes.NOMINAL or lower[first - 1] in OF_MATTERS
    ):
        first -= 1
    heads = (
        at
        for at in range(first, close)
        if (shape[at + 1] in _AFTER_HEAD or at + 1 == close) and is_office(lower[at])
    )
    head = next(heads, -1)
    while first < head and not set(shape[first:head]) <= set(shapes.NOMINAL):
        first += 1
    return (first, head, close) if head >= 0 else None


def _before_calling(skeleton: TokenizedArticle, first: int) -> int:
    """Return where "a former driver called" begins before a name at word `first`; `first` where it does not stand there."""
    at = first - 1
    if skeleton.lower[at] not in CALLED:
        return first
    while at > max(1, first - _CALLING) and skeleton.shape[at - 1] in shapes.NOUN_PHRASE:
        at -= 1
    return at if skeleton.lower[at] in ("a", "an", "one") else first


def is_office(noun: str) -> bool:
    """Tell whether a noun is a person's office, or what somebody is: "mayor", "vice-president"."""
    office = ranked(noun)[2]
    return singular(office) in PEOPLE or office in TITLES
