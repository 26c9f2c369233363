"""Where words stand in a text, accents and case aside. Pure."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def fold(text: str) -> str:
    """Return `text` without accents and case: what two spellings of one word have in common."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


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


def find(text: str, terms: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return where the terms begin a word in `text`, as sorted offset pairs that don't overlap."""
    folded, places = _folded(text)
    found: list[tuple[int, int]] = []
    for term in map(fold, terms):
        at = folded.find(term) if term else -1
        while at >= 0:
            end = at + len(term)
            if at == 0 or not folded[at - 1].isalnum() or not term[0].isalnum():
                found.append((at, end) if places is None else (places[at], places[end - 1] + 1))
            at = folded.find(term, end)
    found.sort()
    return [span for at, span in enumerate(found) if at == 0 or span[0] >= found[at - 1][1]]


def terms_of(query: str) -> tuple[str, ...]:
    """Return the words and "phrases" of what was typed into the search line."""
    terms: list[str] = []
    for at, part in enumerate(query.split('"')):
        terms += [part.strip()] if at % 2 else part.split()
    return tuple(term for term in terms if term)
