"""Details that tell one happening from its look-alikes: a figure, words spoken, a passage in common.

Reports of two calls between the same two people use the same names and the same phrases. What only
reports of one happening share is a number, what somebody said, or a stretch of running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tui.reading.terms import words

_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d(?!\w)")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_SPOKEN = re.compile(r"[“„«\"]([^“”„«»\"\n]{12,600})[”“»\"]")
SEARCHED = 3000
"""Characters of an article that are searched for details."""
_RUN = 5
_RUNS = 4
"""Runs of five words that two articles must share: eight words in a row, or two shorter stretches."""
_SPOKEN_RUN = 4


@dataclass(frozen=True, slots=True)
class Details:
    """The figures in an article, its runs of five words, and the runs of four that are spoken."""

    figures: frozenset[str]
    runs: frozenset[int]
    spoken: frozenset[int]


def details(text: str) -> Details:
    """Return the details of an article's text."""
    text = text[:SEARCHED]
    figures = {number.replace(",", "") for number in _NUMBER.findall(text)}
    spoken: set[int] = set()
    for match in _SPOKEN.finditer(text):
        spoken.update(_runs(words(match[1]), _SPOKEN_RUN))
    return Details(
        frozenset(number for number in figures if not _YEAR.fullmatch(number)),
        frozenset(_runs(words(text), _RUN)),
        frozenset(spoken),
    )


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
