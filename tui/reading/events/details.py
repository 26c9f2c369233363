"""Details that tell one happening from its look-alikes: a figure, words spoken, a passage in common.

Reports of two calls between the same two people use the same names and the same phrases. What only
reports of one happening share is a number, what somebody said, or a stretch of running text.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from tui.reading.events.terms import YEAR, words

_NUMBER = re.compile(r"\d[\d.,]*\d(?!\w)")
_SPOKEN = re.compile(r"[“„«\"]([^“”„«»\"\n]{12,600})[”“»\"]")
SEARCHED = 3000
"""Characters of an article that are searched for details."""
_RUN = 5
_RUNS = 4
"""Runs of five words that two articles must share: eight words in a row, or two shorter stretches."""
_SPOKEN_RUN = 4


class Details:
    """The figures in an article, its runs of five words, and the runs of four that are spoken.

    Runs are numbers that hold for this process, packed: a hundred thousand articles have many.
    """

    def __init__(self, text: str) -> None:
        text = text[:SEARCHED]
        self.figures = frozenset(_figures(text))
        self.runs = array("q", set(_runs(words(text), _RUN)))
        spoken: set[int] = set()
        for match in _SPOKEN.finditer(text):
            spoken.update(_runs(words(match[1]), _SPOKEN_RUN))
        self.spoken = array("q", spoken)


def _figures(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before in {"_", ".", ","} or YEAR.fullmatch(match[0])):
            yield match[0].replace(",", "")


def _runs(found: list[str], length: int) -> Iterable[int]:
    return map(hash, zip(*(found[i:] for i in range(length)), strict=False))


def common_figures(articles: Collection[Details]) -> frozenset[str]:
    """Return the figures that stand in so many of `articles` that sharing them says nothing."""
    frequency = Counter(figure for article in articles for figure in article.figures)
    most = max(3, len(articles) // 20)
    return frozenset(figure for figure, n in frequency.items() if n > most)


class SharedDetails:
    """Tells which articles share details with one article. Figures in `common` are no detail."""

    def __init__(self, article: Details, common: Collection[str]) -> None:
        self._figures = article.figures.difference(common)
        self._spoken = frozenset(article.spoken)
        self._runs = frozenset(article.runs)

    def __call__(self, other: Details) -> bool:
        """Tell whether an article shares a detail that look-alikes would not."""
        return (
            not self._figures.isdisjoint(other.figures)
            or not self._spoken.isdisjoint(other.spoken)
            or len(self._runs.intersection(other.runs)) >= _RUNS
        )
