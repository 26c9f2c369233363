"""Which wordings of one speaker report one statement.

Wordings of different articles are compared where they share a word that tells something. That two fit a third says
nothing more of them: it was tried, and made more wrong than right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.reading.statements.candidates import candidates
from tui.reading.statements.likeness import SAME, Pair
from tui.reading.statements.wording import Weights, Wording


class Match(NamedTuple):
    """Two wordings that may report one statement, and how sure that is (0 to 1)."""

    pair: Pair
    score: float

    @property
    def ids(self) -> tuple[str, str]:
        """The ids of the two."""
        return self.pair.first.id, self.pair.second.id


def matches(wordings: Sequence[Wording], weights: Weights, least: float = SAME) -> list[Match]:
    """Return the pairs of wordings of different articles that report one statement at least so surely, surest first.

    All are one speaker's words of one event; `weights` are those of the event's wordings.
    """
    pairs = {(a.id, b.id): Pair(a, b, weights) for a, b in candidates(wordings, weights)}
    ahead = leads(pairs)
    scores = ((pair, pair.score(ahead[key])) for key, pair in pairs.items())
    found = [Match(pair, score) for pair, score in scores if score >= least]
    return sorted(found, key=lambda match: -match.score)


def leads(pairs: Mapping[tuple[str, str], Pair]) -> dict[tuple[str, str], float]:
    """Return by how much each pair fits better than the best other that either makes with the other's article.

    Where several articles give the other in the same words, that is the one in which the pair leads the most.
    """
    best: defaultdict[tuple[str, str], tuple[float, str, float]] = defaultdict(lambda: (0.0, "", 0.0))
    for pair in pairs.values():
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            for article in other.articles:
                first, who, second = best[one.id, article]
                if pair.fit > first:
                    best[one.id, article] = pair.fit, other.id, first
                elif pair.fit > second:
                    best[one.id, article] = first, who, pair.fit

    def rival(one: Wording, other: Wording) -> float:
        places = [best[one.id, article] for article in other.articles]
        return min([second if who == other.id else first for first, who, second in places])

    return {
        key: pair.fit - max(0.0, rival(pair.first, pair.second), rival(pair.second, pair.first))
        for key, pair in pairs.items()
    }


def cliques(ids: Sequence[str], found: Sequence[Match]) -> list[list[str]]:
    """Return the wordings that all report one statement: one may stand in several, one alone stands by itself."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for match in found:
        first, second = match.ids
        near[first].add(second)
        near[second].add(first)
    order = {each: at for at, each in enumerate(ids)}
    return sorted(
        (sorted(each, key=order.__getitem__) for each in _grown(set(), set(ids), set(), near)),
        key=lambda clique: order[clique[0]],
    )


def _grown(
    clique: set[str], more: set[str], done: set[str], near: Mapping[str, set[str]]
) -> Iterator[set[str]]:
    """Yield the largest sets of which all are near one another (Bron and Kerbosch, with a pivot)."""
    if not more and not done:
        yield clique
        return
    pivot = max(more | done, key=lambda each: len(near.get(each, set()) & more))
    for each in sorted(more - near.get(pivot, set())):
        mine = near.get(each, set())
        yield from _grown(clique | {each}, more & mine, done & mine, near)
        more, done = more - {each}, done | {each}
