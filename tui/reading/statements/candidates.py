"""Which wordings are worth a comparison: those that share the words, or words alike, that tell the most.

Each has a bounded number of others, so that what an event costs grows as its wordings do, not as their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from tui.reading.statements.wording import Weights, Wording

_FEW = 17
"""Wordings that are compared whole, each with each other."""
_MOST = 4
"""Of more, others that each is compared with at least, as far as they share anything."""
_THEME = 64
"""Wordings from which on a word that all of them have is what the event is about, and brings no two together."""


def apart(one: Wording, other: Wording) -> bool:
    """Tell whether two wordings are of different articles, and so are compared."""
    return one.article != other.article or bool(one.also or other.also)


def candidates(
    wordings: Sequence[Wording],
    weights: Weights,
    may: Callable[[Wording, Wording], bool] = apart,
    most: int = _MOST,
) -> Iterator[tuple[Wording, Wording]]:
    """Yield the pairs that share most of those that `may` be compared, in order; `most` for each, of many."""
    holders: defaultdict[object, list[int]] = defaultdict(list)
    near: list[dict[int, float]] = []
    for at, wording in enumerate(wordings):
        share: defaultdict[int, float] = defaultdict(float)
        for key, words in wording.by_key.items():
            weight = weights.by_stem[words[0]]
            for other in holders[key]:
                share[other] += weight
            if len(holders[key]) < _THEME:
                holders[key].append(at)
        near.append({other: weight for other, weight in share.items() if may(wording, wordings[other])})
    for a, b in sorted(_nearest(near, [weights.size(wording) for wording in wordings], most)):
        yield wordings[a], wordings[b]


def _nearest(near: Sequence[dict[int, float]], sizes: Sequence[float], most: int) -> set[tuple[int, int]]:
    """Return the pairs that are among the best of either: those that share the most of what both say."""
    ranked: list[list[tuple[float, int, int]]] = [[] for _ in near]
    for at, those in enumerate(near):
        for other, weight in those.items():
            rank = weight / (sizes[at] + sizes[other]), -other, -at
            ranked[at].append(rank)
            ranked[other].append(rank)
    most = most if len(near) > _FEW else _FEW
    for ranks in ranked:
        ranks.sort(reverse=True)  # of so few in less time than a heap takes
    return {(-other, -at) for ranks in ranked for _, other, at in ranks[:most]}
