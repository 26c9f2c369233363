"""Details that tell one happening from its look-alikes: a figure, words spoken, a passage in common.

Reports of two calls between the same two people use the same names and the same phrases. What only
reports of one happening share is a number, what somebody said, or a stretch of running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from tui.reading.terms import words

_NUMBER = re.compile(r"\d[\d.,]*\d(?!\w)")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SPOKEN = re.compile(r"[“„«\"]([^“”„«»\"\n]{12,600})[”“»\"]")
SEARCHED = 3000
"""Characters of an article that are searched for details."""
_RUN = 5
_RUNS = 4
"""Runs of five words that two articles must share: eight words in a row, or two shorter stretches."""
_SPOKEN_RUN = 4


class Details:
    """The figures in an article, its runs of five words, and the runs of four that are spoken."""

    def __init__(self, text: str) -> None:
        self._text = text[:SEARCHED]
        self.figures = frozenset(_figures(self._text))

    @cached_property
    def runs(self) -> frozenset[int]:
        """Every five words in a row, by a number that holds for this process."""
        return frozenset(_runs(words(self._text), _RUN))

    @cached_property
    def spoken(self) -> frozenset[int]:
        """Every four words in a row between quotation marks, likewise."""
        found: set[int] = set()
        for match in _SPOKEN.finditer(self._text):
            found.update(_runs(words(match[1]), _SPOKEN_RUN))
        return frozenset(found)


def _figures(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in {"_", ".", ","} or _YEAR.fullmatch(match[0])):
            yield match[0].replace(",", "")


def _runs(found: list[str], length: int) -> Iterable[int]:
    return map(hash, zip(*(found[i:] for i in range(length)), strict=False))


def common_figures(articles: Collection[Details]) -> frozenset[str]:
    """Return the figures that stand in so many of `articles` that sharing them says nothing."""
    frequency = Counter(figure for article in articles for figure in article.figures)
    most = max(3, len(articles) // 20)
    return frozenset(figure for figure, n in frequency.items() if n > most)


def shared(a: Details, b: Details, common: Collection[str]) -> bool:
    """Tell whether two articles share a detail that look-alikes would not, figures in `common` apart."""
    return (
        any(figure not in common for figure in a.figures & b.figures)
        or not a.spoken.isdisjoint(b.spoken)
        or len(a.runs & b.runs) >= _RUNS
    )
