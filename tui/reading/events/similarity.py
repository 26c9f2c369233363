"""Which articles are alike, and how much: cosine of weighted terms, for a hundred thousand of them.

Nothing here compares every article with every other. An article's heaviest terms are looked up in
an index, where a term leads to the latest articles that hold it; the few that share enough of them
are compared in full. So time and memory grow with the number of articles, not with its square.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import chain, repeat
from math import log, sqrt
from operator import mul
from typing import NamedTuple, TypeAlias

from tui.reading.events.terms import FIRST_PAIR, Lexicon

RARITY = 1.3
"""The power to which rarity counts."""
UNSHARED = 1.4
"""What a term that no other article has counts in an article's length, by the root of their number:
among a few articles it tells them apart, among many it is chance."""
HEAVIEST = 120
"""Terms kept of each article."""
LOOKED_UP = 40
"""Terms of each article that are looked up in the index."""
LATEST = 40
"""Articles a term leads to at most, the latest."""
COMPARED = 20
"""Articles that one article is compared with in full at most."""
RARE = 3
"""Articles that may use an expression of two words for it to be a rare one."""


_BLOCK, _BLOCKS = 500, 64
"""Articles that are compared at a time, at the least, and how many times: a block goes with what it is compared with."""

Vector: TypeAlias = "tuple[array[int], array[float]]"
"""The numbers of an article's terms, the heaviest first, and their weights."""
Where = defaultdict[int, list[int]]
"""The articles that hold a term, the latest last."""
Pair = tuple[int, int, float]


class ArticleBlock(NamedTuple):
    """Articles to be compared, by their numbers: what `alike` is given."""

    order: Sequence[int]
    vectors: Mapping[int, Vector]
    where: Mapping[int, list[int]]
    least: float


Share = Callable[[Iterable[ArticleBlock]], Iterable[list[Pair]]]
"""Has blocks compared (`alike`), and gives the pairs of each, in their order."""


class Vectors:
    """The terms of each of some articles, weighted by how rare they are among them, at unit length."""

    def __init__(self, articles: Iterable[tuple[str, str]]) -> None:
        lexicon = Lexicon()
        raw: list[Vector] = []
        frequency: Counter[int] = Counter()
        for title, text in articles:
            terms = lexicon.terms(title, text)
            frequency.update(terms.keys())
            raw.append((array("I", terms.keys()), array("f", terms.values())))
        n = len(raw)
        unshared = min(0.6, UNSHARED / sqrt(n)) if n else 0.0
        rarity = [0.0] + [(log((1 + n) / (1 + df)) + 1) ** RARITY for df in range(1, n + 1)]
        self.vectors: list[Vector] = []
        self.rare: list[array[int]] = []
        """The expressions of two words in each article that hardly any other has, by their numbers."""
        raw.reverse()
        while raw:  # each goes as soon as it is weighed: together they take much room
            numbers, plain = raw.pop()
            held = list(map(frequency.__getitem__, numbers))
            weights = list(map(mul, plain, map(rarity.__getitem__, held)))
            shared = sorted(
                [each for each in zip(weights, numbers, held, strict=True) if each[2] > 1], reverse=True
            )
            common = sum([weight * weight for weight, _, _ in shared])
            length = common + unshared * max(0.0, sum(map(mul, weights, weights)) - common)
            self.rare.append(array("I", [n for _, n, df in shared if df <= RARE and n >= FIRST_PAIR]))
            length = sqrt(length) or 1.0
            del shared[HEAVIEST:]
            self.vectors.append(
                (
                    array("I", [number for _, number, _ in shared]),
                    array("f", [weight / length for weight, _, _ in shared]),
                )
            )

    def pairs(
        self,
        order: Sequence[int],
        least: float,
        progress: Callable[[int], None] | None = None,
        share: Share | None = None,
    ) -> Iterator[Pair]:
        """Yield pairs of articles at least `least` alike, and their likeness (0 to 1).

        `order` names the articles, earliest first: of a term in many articles only the latest are
        looked at, so a far-off pair that shares but common terms is not found. `share` has blocks of them
        compared elsewhere; the pairs are the same.
        """
        size = max(_BLOCK, len(order) // _BLOCKS)
        parts = [order[at : at + size] for at in range(0, len(order), size)]
        where: Where = defaultdict(list)
        found: Iterable[list[Pair]]
        if share is None or len(parts) == 1:
            found = (alike(part, self.vectors, where, least) for part in parts)
        else:
            found = share(self._blocks(parts, where, least))
        for number, some in enumerate(found):
            if progress:
                progress(number * size)
            yield from some

    def _blocks(self, parts: Iterable[Sequence[int]], where: Where, least: float) -> Iterator[ArticleBlock]:
        """Yield blocks, each with all that it is compared with: the latest before it that hold its terms."""
        for part in parts:
            terms = {number for i in part for number in self.vectors[i][0][:LOOKED_UP]}
            latest = {number: where[number][-LATEST:] for number in terms if number in where}
            named = {*part, *chain.from_iterable(latest.values())}
            yield ArticleBlock(part, {i: self.vectors[i] for i in named}, latest, least)
            for i in part:
                for number in self.vectors[i][0][:LOOKED_UP]:
                    where[number].append(i)


def alike(
    order: Sequence[int],
    vectors: Sequence[Vector] | Mapping[int, Vector],
    where: Mapping[int, list[int]],
    least: float,
) -> list[Pair]:
    """Return the pairs of some articles with those before them, and among each other, as `Vectors.pairs`.

    `where` tells of each term the articles before them that hold it; these are noted in it, too, where it is a `Where`.
    """
    where = where if isinstance(where, defaultdict) else defaultdict(list, where)
    found: list[Pair] = []
    for i in order:
        numbers, weights = vectors[i]
        partial: defaultdict[int, float] = defaultdict(float)
        for number, weight in zip(numbers[:LOOKED_UP], weights, strict=False):
            seen = where[number]
            square = weight * weight
            for j in seen[-LATEST:]:
                partial[j] += square
            seen.append(i)
        near = [(s, j) for j, s in partial.items() if s >= least / 4]
        if len(near) > COMPARED:
            near = nlargest(COMPARED, near)
        mine = dict(zip(numbers, weights, strict=True))
        for _, j in near:
            others, their = vectors[j]
            likeness = sum(map(mul, their, map(mine.get, others, repeat(0.0))))
            if likeness >= least:
                found.append((j, i, likeness))
    return found
