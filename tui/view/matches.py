"""Where the words of a query stand in a text, accents and case aside. Pure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.text import fold

if TYPE_CHECKING:
    from tui.query import Words
    from tui.view.wrap import Piece, Span

Terms = tuple["Words", ...]


@lru_cache(maxsize=4)
def _folded(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Return the folded text, and for each of its characters where it stood; None where unmoved."""
    if text.isascii():
        return text.lower(), None
    chars: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for part in char.lower() if char.isascii() else fold(char):
            chars.append(part)
            places.append(at)
    return "".join(chars), tuple(places)


def find(text: str, terms: Terms) -> list[Span]:
    """Return where the terms stand in `text`, as sorted offset pairs that don't overlap."""
    if not terms:
        return []
    from tui.matching import pattern

    folded, places = _folded(text)
    found: list[Span] = []
    for term in terms:
        for match in pattern(term).finditer(folded):
            start, end = match.span()
            found.append((start, end) if places is None else (places[start], places[end - 1] + 1))
    found.sort()
    kept: list[Span] = []
    for span in found:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


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
