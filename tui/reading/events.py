"""Articles to events: which reports tell of the same happening.

Words say what a report is about, dates which of several look-alike happenings it means: leaders who
call each other every week do so in the same words. So words bring articles together, by average
linkage over weighted terms, and dates keep them apart.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from tui.reading.terms import terms

JOIN = 0.18
"""Mean likeness (cosine) at which two groups of articles become one event."""
TOP_TERMS = 60
"""How many of an article's heaviest terms are looked up to find articles like it."""
COMMON = 400
"""Terms in more articles than this are not looked up: they find everything."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article to be placed: dates are EDTF or "" (`date` of publication, `event_date` of the happening).

    `event` is the id of the event it lies in already; such an article is never moved.
    """

    id: str
    title: str
    text: str
    date: str
    event_date: str = ""
    outlet: str = ""
    event: str = ""


def group(items: Sequence[Item]) -> dict[str, str]:
    """Return the event key of each item's id; items of one key tell of the same happening.

    Items with `event` set keep it, and others may join them. The key of a new event is the smallest
    id of its articles. The result does not depend on the order of `items`.
    """
    ordered = sorted(items, key=lambda item: item.id)
    clusters = _link(ordered, _alike(ordered))
    placed = {item.event for item in ordered if item.event}
    keys: dict[str, str] = {}
    for members in clusters:
        key = next((ordered[i].event for i in members if ordered[i].event), "")
        if not key:
            key = ordered[members[0]].id
            while key in placed:
                key += "+"
        for i in members:
            keys[ordered[i].id] = key
    return keys


def _vectors(items: Sequence[Item]) -> list[dict[str, float]]:
    """Return each item's terms weighted by rarity, at unit length, heaviest first."""
    raw = [terms(item.title, item.text) for item in items]
    frequency: Counter[str] = Counter()
    for vector in raw:
        frequency.update(vector.keys())
    n = len(items)
    idf = {term: log((1 + n) / (1 + df)) + 1 for term, df in frequency.items() if df > 1}
    out = []
    for vector in raw:
        weighted = sorted(((w * idf[t], t) for t, w in vector.items() if t in idf), reverse=True)
        norm = sqrt(sum(w * w for w, _ in weighted)) or 1.0
        out.append({t: w / norm for w, t in weighted})
    return out


def _alike(items: Sequence[Item]) -> dict[tuple[int, int], float]:
    """Return the likeness of every pair of items that is not negligible."""
    vectors = _vectors(items)
    where: defaultdict[str, list[int]] = defaultdict(list)
    pairs: dict[tuple[int, int], float] = {}
    for i, vector in enumerate(vectors):
        partial: defaultdict[int, float] = defaultdict(float)
        for term, weight in list(vector.items())[:TOP_TERMS]:
            seen = where[term]
            if len(seen) <= COMMON:
                for j in seen:
                    partial[j] += weight * vectors[j][term]
                seen.append(i)
        for j, sum_ in partial.items():
            if sum_ < JOIN / 8:
                continue
            a, b = (vector, vectors[j]) if len(vector) < len(vectors[j]) else (vectors[j], vector)
            likeness = sum(w * b[t] for t, w in a.items() if t in b) * _same_day(items[i], items[j])
            if likeness >= JOIN / 4:
                pairs[j, i] = likeness
    return pairs


def _same_day(a: Item, b: Item) -> float:
    """Return 0 where the dates rule out one happening, 1 where they are no obstacle."""
    if a.event_date and b.event_date and a.event_date != b.event_date:
        return 0.0
    if len(a.date) >= 10 and len(b.date) >= 10:
        gap = abs((date.fromisoformat(a.date[:10]) - date.fromisoformat(b.date[:10])).days)
        return max(0.3, 1.0 - max(0, gap - 3) / 60)
    return 1.0


def _link(items: Sequence[Item], pairs: dict[tuple[int, int], float]) -> list[list[int]]:
    """Merge the most alike clusters first, until none are alike enough on the average."""
    first: dict[str, int] = {}
    home = [first.setdefault(item.event, i) if item.event else i for i, item in enumerate(items)]
    settled = {i for i in home if items[i].event}
    members: dict[int, list[int]] = {}
    for i, h in enumerate(home):
        members.setdefault(h, []).append(i)
    near: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), likeness in sorted(pairs.items()):
        a, b = home[i], home[j]
        if a != b and not (a in settled and b in settled):
            near[a][b] = near[b][a] = near[a].get(b, 0.0) + likeness
    heap: list[tuple[float, int, int]] = []

    def offer(a: int) -> None:
        for b, sum_ in near[a].items():
            mean = sum_ / (len(members[a]) * len(members[b]))
            if mean >= JOIN:
                heapq.heappush(heap, (-mean, min(a, b), max(a, b)))

    for i in members:
        offer(i)
    while heap:
        negative, i, j = heapq.heappop(heap)
        if i not in members or j not in members or j not in near[i]:
            continue
        if near[i][j] / (len(members[i]) * len(members[j])) != -negative:
            continue
        members[i] += members.pop(j)
        near[i].pop(j)
        for k, sum_ in near.pop(j).items():
            if k != i:
                near[k].pop(j)
                near[i][k] = near[k][i] = near[i].get(k, 0.0) + sum_
        if j in settled or i in settled:
            settled.add(i)
            for k in settled & near[i].keys():
                # Two events that stand already are the reader's to merge, not ours.
                del near[i][k], near[k][i]
        offer(i)
    return sorted(sorted(cluster) for cluster in members.values())


def name_event(items: Sequence[Item]) -> str:
    """Return a short name for an event: the headline that shares most with the other headlines.

    Of headlines that tell equally much the shorter wins; without any headline the name is "".
    """
    headlines = sorted({" ".join(item.title.split()) for item in items} - {""})
    sets = {headline: set(terms(headline, "")) for headline in headlines}
    frequency = Counter(term for found in sets.values() for term in found)

    def telling(headline: str) -> tuple[float, int, str]:
        found = sets[headline]
        shared = sum(frequency[term] - 1 for term in found) / sqrt(len(found) or 1)
        return (-shared, len(headline), headline)

    return min(headlines, key=telling, default="")
