"""How a selection grows: by letters, words, sentences and paragraphs. Pure: a text and offsets in, an offset out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache

_UNITS = {
    "word": re.compile(r"\S+"),
    "paragraph": re.compile(r"\S[^\n]*"),
    "sentence": re.compile(r"\S[^\n]*?(?:[.!?…]+[”\"’»)\]]*(?=\s|\Z)|(?=\n)|\Z)"),
}


@dataclass(frozen=True, slots=True)
class TextSelection:
    """A stretch of text that grows at its `head`; `first` to `last` is where it was begun."""

    first: int
    last: int
    head: int

    @property
    def span(self) -> tuple[int, int]:
        """What is selected: offsets, the end exclusive."""
        return min(self.first, self.head), max(self.last, self.head)

    def to(self, head: int) -> TextSelection:
        """Return the selection with its head elsewhere; itself where nothing would be selected."""
        moved = replace(self, head=head)
        start, end = moved.span
        return moved if start < end else self

    def swapped(self) -> TextSelection:
        """Return the same stretch, growing at its other end."""
        start, end = self.span
        return TextSelection(end, end, start) if self.head >= self.last else TextSelection(start, start, end)


@lru_cache(maxsize=4)
def _edges(text: str, unit: str) -> tuple[list[int], list[int]]:
    spans = [match.span() for match in _UNITS[unit].finditer(text)]
    return [start for start, _ in spans], [end for _, end in spans]


def unit_at(text: str, unit: str, offset: int) -> tuple[int, int] | None:
    """Return the word or sentence at an offset, else the next one; None behind the last."""
    starts, ends = _edges(text, unit)
    at = bisect_right(ends, offset)
    return (starts[at], ends[at]) if at < len(starts) else None


def grown(text: str, selection: TextSelection, unit: str, step: int) -> TextSelection:
    """Return the selection with its head one unit on (`step` 1) or back (-1)."""
    if unit == "letter":
        return selection.to(min(max(0, selection.head + step), len(text)))
    starts, ends = _edges(text, unit)
    first, last, head = selection.first, selection.last, selection.head
    if step > 0:
        edges = ends if head >= last else starts
        at = bisect_right(edges, head)
        there = edges[at] if at < len(edges) else len(text)
        return selection.to(last if head < first <= there else there)
    edges = ends if head > last else starts
    at = bisect_left(edges, head if head > last else min(head, first)) - 1
    there = edges[at] if at >= 0 else 0
    return selection.to(last if head > last >= there else there)
