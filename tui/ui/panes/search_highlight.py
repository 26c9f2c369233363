"""Where the words of a query stand in a text, accents and case aside. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.core.text import fold_case

if TYPE_CHECKING:
    from tui.core.query.terms import Words
    from tui.ui.panes.wrap import Piece, Span

Terms = tuple["Words", ...]

# Words that stand in every paragraph, of the languages that are read; folded.
_FUNCTION_WORDS = frozenset(
    """
    a an and are as at be but by for he in is it no not of on or so that the to was we with
    au aux ce de des du en et il la le les ne on ou par pas que qui sur un une
    am an auf das dem den der die ein es ich im ist mit nicht sie und von zu
    a al con del el la las lo los no para por se su un una y
    в и на не но о от по с у что это
    """.split()
)


_LONG = 1000  # characters; the texts of articles, which are asked with every letter of a search


def _folded(text: str) -> tuple[str, Sequence[int] | None]:
    """Return the folded text, and for each of its characters where it stood; None where unmoved."""
    if text.isascii():
        return text.lower(), None
    return _folded_long(text) if len(text) > _LONG else _letter_by_letter(text)


@lru_cache(maxsize=4)
def _folded_long(text: str) -> tuple[str, Sequence[int] | None]:
    letters = {ord(char): fold_case(char) for char in set(text)}
    if all(len(folded) == 1 for folded in letters.values()):
        return text.translate(letters), None
    folded, places = _letter_by_letter(text)
    return folded, places and array("L", places)


def _letter_by_letter(text: str) -> tuple[str, Sequence[int] | None]:
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for part in char.lower() if char.isascii() else fold_case(char):
            chars.append(part)
            places.append(at)
    return "".join(chars), places


def find(text: str, terms: Terms) -> list[Span]:
    """Return where the terms stand in `text`, as sorted offset pairs that don't overlap."""
    if not terms:
        return []
    folded, places = _folded(text)
    found: list[Span] = []
    for term in terms:
        for match in term.pattern.finditer(folded):
            start, end = match.span()
            found.append((start, end) if places is None else (places[start], places[end - 1] + 1))
    found.sort(key=lambda span: span[0])  # of two that begin alike, the one of the term named first
    kept: list[Span] = []
    for span in found:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def together(terms: Terms) -> Terms:
    """Return what finds several words where they stand together, as they were typed; () for one word alone."""
    if len(terms) < 2:
        return ()
    from tui.core.query.terms import Words

    return (Words(tuple(token for term in terms for token in term.tokens), prefix=terms[-1].prefix),)


def stops(terms: Terms) -> Terms:
    """Return where a search in a text stops: at the words together, and at each but those that are everywhere.

    A word in quotes is meant, and so are such words where there are no others.
    """
    telling = tuple(each for each in terms if not each.prefix or {*each.tokens} - _FUNCTION_WORDS)
    return (*together(terms), *(telling or terms))


def lit(pieces: list[Piece], terms: Terms) -> list[Piece]:
    """Return the pieces of a line with the terms in them set apart."""
    if not terms:
        return pieces
    shown: list[Piece] = []
    for text, style in pieces:
        at = 0
        for start, end in find(text, terms):
            shown += [(text[at:start], style), (text[start:end], "match")]
            at = end
        shown.append((text[at:], style))
    return [piece for piece in shown if piece[0]] or pieces


class Matches:
    """Where the terms stand in one text."""

    def __init__(self, text: str = "", terms: Terms = ()) -> None:
        self._spans = find(text, terms)

    def __len__(self) -> int:
        return len(self._spans)

    def within(self, start: int, end: int) -> list[Span]:
        """Return those that overlap a stretch of the text."""
        first = bisect_right(self._spans, start, key=lambda span: span[1])
        last = bisect_left(self._spans, end, key=lambda span: span[0])
        return self._spans[first:last]

    def edge(self, step: int) -> int:
        """Return where the first begins, for a `step` of -1 the last; -1 where there is none."""
        return self._spans[0 if step > 0 else -1][0] if self._spans else -1

    def beyond(self, start: int, end: int, step: int) -> int:
        """Return where the next after a stretch begins, for a `step` of -1 the one before it; -1 for none."""
        at = bisect_left(self._spans, (end, 0)) if step > 0 else bisect_left(self._spans, (start, 0)) - 1
        return self._spans[at][0] if 0 <= at < len(self._spans) else -1
