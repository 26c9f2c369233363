"""Which wordings of one speaker report one statement.

Wordings of different articles are compared where they share a word that tells something. That two fit a third says
nothing more of them: it was tried, and made more wrong than right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tui.reading.statements.likeness import SAME, Pair
from tui.reading.statements.wording import Weights, Wording


@dataclass(frozen=True)
class Match:
    """Two wordings that may report one statement: how sure that is (0 to 1), and what speaks for it."""

    first: str
    second: str
    score: float
    why: str


def matches(wordings: Sequence[Wording], weights: Weights, least: float = SAME) -> list[Match]:
    """Return the pairs of wordings of different articles that report one statement at least so surely, surest first.

    All are one speaker's words of one event; `weights` are those of the event's wordings.
    """
    pairs = {(a.id, b.id): Pair(a, b, weights) for a, b in _candidates(wordings)}
    ahead = leads(pairs)
    scores = ((key, pair, pair.score(ahead[key])) for key, pair in pairs.items())
    found = [Match(*key, score, pair.why()) for key, pair, score in scores if score >= least]
    return sorted(found, key=lambda match: (-match.score, match.first, match.second))


def _candidates(wordings: Sequence[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Yield the pairs that have anything in common, in order."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    for at, wording in enumerate(wordings):
        for key in {*wording.words, *(key for keys in wording.keys.values() for key in keys)}:
            holders[key].append(at)
    seen = {pair for those in holders.values() for pair in combinations(those, 2)}
    for a, b in sorted(seen):
        if wordings[a].article != wordings[b].article:
            yield wordings[a], wordings[b]


def leads(pairs: Mapping[tuple[str, str], Pair]) -> dict[tuple[str, str], float]:
    """Return by how much each pair fits better than the best other that either makes with the other's article."""
    fits: defaultdict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for pair in pairs.values():
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            fits[one.id, other.article].append((pair.fit, other.id))
    best = {place: sorted(those, reverse=True)[:2] for place, those in fits.items()}
    found = {}
    for key, pair in pairs.items():
        rivals = [
            fit
            for one, other in ((pair.first, pair.second), (pair.second, pair.first))
            for fit, rival in best[one.id, other.article]
            if rival != other.id
        ]
        found[key] = pair.fit - max(rivals, default=0.0)
    return found


def cliques(ids: Sequence[str], found: Sequence[Match]) -> list[list[str]]:
    """Return the wordings that all report one statement: one may stand in several, one alone stands by itself."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for match in found:
        near[match.first].add(match.second)
        near[match.second].add(match.first)
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
