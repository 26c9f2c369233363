"""Articles to events: which reports tell of the same happening.

Words say what a report is about, dates which of several look-alike happenings it means: leaders who
call each other every week do so in the same words. So words bring articles together, by average
linkage over weighted terms (UPGMA: R. R. Sokal and C. D. Michener, "A statistical method for
evaluating systematic relationships", 1958), and dates keep them apart. An article without a date has
nothing to keep it apart; it joins others only where they share a detail (see `details`) or an
expression that hardly any other article has, and only after the dated ones have found their events,
so that it can't pull two of them together.
"""

from __future__ import annotations

import heapq
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from math import sqrt
from operator import itemgetter

from tui.core.garbage import garbage_pause
from tui.reading.dates.day_distance import gap
from tui.reading.events.details import Details, SharedDetails, common_figures
from tui.reading.events.figures import Figures
from tui.reading.events.similarity import Share, Vectors
from tui.reading.events.terms import STOP, words
from tui.reading.events.translations import across, languages, traits
from tui.reading.statements.offices import is_own

JOIN = 0.115
"""Mean likeness at which two groups of articles become one event."""
_LEAST = JOIN / 3
"""Likeness of two articles below which it is taken for none."""
_RELATED = JOIN * 0.85
"""Likeness of two articles from which on they are searched for details in common."""
_ALONE = 0.6
"""Share of two clusters' likeness that a third may have with one of them for the two to stand alone."""
_SAME_WORDS = JOIN * 1.7
"""Likeness, but for their days, of two articles from which on they say the same in other figures: a series."""
_ENOUGH = 50
"""Articles it takes to know which expressions are rare."""
_SAME_STORY = 1
"""Days between two reports of one happening that count nothing against them."""
ABOUT = 2
"""Days that two approximate dates of one happening may lie apart: one report has it on the day, one on the next."""
_FADING = 15
"""Days over which likeness loses its weight, down to what is left of it:"""
_CORRECTION = re.compile(
    r"(?:correct(?:ion|ed)|clarification|berichtigung|korrektur|rectificatif|correctif|corrección|fe de erratas|поправка)s?"
    r"\s*(?:\([^)]*\)\s*)?[:—–-]",
    re.IGNORECASE,
)
# "Harbour Letter #88: Soup in Brussels"
_ISSUE = re.compile(
    r".{2,50}?\s(?:#\s?|№\s?|n°\s?|(?:no\.?|nr\.?|issue|edition|ausgabe) )\d+\s*[:|–—]", re.IGNORECASE
)
_LEFT = 0.6
# "Press briefing by Minister Lund": what a text is, and not what happened.
_DOCUMENT = re.compile(
    r"(?:(?:daily|opening|joint|press|media|news|transcript of|video) )*"
    r"(?:briefing|conference|gaggle|availability|remarks|statement|read-?out|transcript|interview)s?\b"
    r"(?: [^\W\d_]+){0,2}? (?:by|of|with|from|to)\b",
    re.IGNORECASE,
)
_BEFORE_PRESS = re.compile(
    r"\b(?:press|media|news) (?:briefing|conference|gaggle|availability)|\bpressekonferenz|\bconférence de presse"
    r"|\b(?:conferencia|rueda) de prensa|пресс-конференци",
    re.IGNORECASE,
)
_ON_THE_PHONE = re.compile(
    r"\b(?:phone|telephone|call(?= (?:with|between|to)\b))\b|\btelefon|\btéléphoni|\btelefóni|телефонн",
    re.IGNORECASE,
)
_BEGINS = 300  # characters of a text in which it says what it tells of


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterItem:
    """An article to be placed.

    `date` is the day it was published and `event_date` the day of what it reports, EDTF or "".
    Different event dates keep articles apart unless one is marked uncertain (``2025-07-01?``), as
    one that was inferred should be; those marked approximate (``2025-07-01~``) if they are further
    apart than `ABOUT`. `event` is the id of the event the article lies in already;
    such an article is never moved.
    """

    id: str
    title: str
    text: str
    date: str
    event_date: str = ""
    outlet: str = ""
    event: str = ""


def group(
    items: Sequence[ClusterItem], progress: Callable[[int], None] | None = None, share: Share | None = None
) -> dict[str, str]:
    """Return the event key of each item's id; items of one key tell of the same happening.

    Items with `event` set keep it, and others may join them. The key of a new event is the smallest
    id of its articles. The result does not depend on the order of `items`. Time and memory grow in
    proportion to their number. `progress` is told now and then how many were compared; what it raises
    ends it. `share` has them compared elsewhere, a block at a time.
    """
    ordered = sorted(items, key=lambda item: item.id)
    with garbage_pause():
        clusters = _clustered(ordered, progress, share)
    taken = {item.event for item in ordered}
    keys: dict[str, str] = {}
    for cluster in clusters.found():
        key = cluster.event
        if not key:
            key = min(ordered[i].id for i in cluster.members)
            while key in taken:
                key += "+"
        keys |= {ordered[i].id: key for i in cluster.members}
    return keys


def _clustered(
    ordered: Sequence[ClusterItem], progress: Callable[[int], None] | None, share: Share | None
) -> _Clusters:
    vectors = Vectors((item.title, item.text) for item in ordered)
    pairs = _alike(ordered, vectors, progress, share)
    clusters = _Clusters(ordered, pairs)
    clusters.part(_series(ordered, pairs))
    clusters.part(_occasions(ordered, pairs))
    clusters.merge_dated()
    asked = [
        (i, j)
        for i, j, likeness in pairs
        if likeness >= _RELATED and not (_day(ordered[i]) and _day(ordered[j]))
    ]
    clusters.relate(_detailed(ordered, asked))
    clusters.merge(_Clusters.related)
    if len(ordered) >= _ENOUGH:
        clusters.relate((i, j) for i, j in asked if not set(vectors.rare[i]).isdisjoint(vectors.rare[j]))
        clusters.merge(_Clusters.alone)
    _translate(ordered, clusters)
    return clusters


def _translate(items: Sequence[ClusterItem], clusters: _Clusters) -> None:
    """Merge what tells of one happening in several languages."""
    spoken = languages(f"{item.title}. {item.text}" for item in items)
    if len(set(spoken) - {""}) > 1:
        known = [traits(item.title, item.text) for item in items]
        clusters.translate(across(spoken, known, [_day(item) for item in items]), spoken)


def name_headlines(articles: Iterable[tuple[str, str, str]]) -> str:
    """Return a short name for an event: of the headlines of its articles, the one that shares most with the others.

    Articles are given by headline, outlet and text. The name is in the language that most of them are in, as far as
    that is told, in English where as many are. What an office puts out itself names an event only where nobody else has
    a headline; a correction, an issue of a newsletter, or what a text is ("Press briefing by …"), only where there is no
    other at all. Of headlines that tell equally much the shorter wins; without any headline the name is "".
    """
    those = [(" ".join(title.split()), outlet, text) for title, outlet, text in articles if title.strip()]
    if len({title for title, _, _ in those}) > 1:
        spoken = languages(f"{title}. {text}" for title, _, text in those)
        number = Counter(filter(None, spoken))
        most = {each for each in number if number[each] == max(number.values())}
        most = {"en"} if "en" in most else most  # as all else that the program says
        those = [
            each for each, language in zip(those, spoken, strict=True) if not language or language in most
        ]
    told = sorted({(title, outlet) for title, outlet, _ in those})
    headlines = sorted({title for title, _ in told})
    plain = [(title, outlet) for title, outlet in told if not _is_label(title, outlet)] or told
    others = {title for title, outlet in plain if not is_own(title, outlet)} or {title for title, _ in plain}
    said = {headline: set(words(headline)) - STOP for headline in headlines}
    frequency = Counter(word for found in said.values() for word in found)

    def rank(headline: str) -> tuple[float, int, str]:
        found = said[headline]
        shared_words = sum(frequency[word] - 1 for word in found) / sqrt(len(found) or 1)
        return (-shared_words, len(headline), headline)

    return min(sorted(others), key=rank, default="")


def _is_label(title: str, outlet: str) -> bool:
    """Tell whether a headline says first what it stands over: a correction, an issue of a newsletter, a transcript."""
    if _CORRECTION.match(title) or _ISSUE.match(title) or _DOCUMENT.match(title):
        return True
    named = bool(outlet) and title.casefold().startswith(outlet.casefold())
    return named and title[len(outlet) :].lstrip()[:1] in {"", ":", "#", "|", "–", "—"}


class _Pairs:
    """Pairs of articles and their likeness, packed."""

    def __init__(self) -> None:
        self._first, self._second, self._likeness = array("I"), array("I"), array("d")

    def add(self, i: int, j: int, likeness: float) -> None:
        self._first.append(i)
        self._second.append(j)
        self._likeness.append(likeness)

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        return zip(self._first, self._second, self._likeness, strict=True)


def _alike(
    items: Sequence[ClusterItem],
    vectors: Vectors,
    progress: Callable[[int], None] | None,
    share: Share | None,
) -> _Pairs:
    """Return the likeness of every two items that is not negligible, what their dates say included."""
    latest = sorted(range(len(items)), key=lambda i: (_day(items[i]), i))
    pairs = _Pairs()
    for i, j, likeness in vectors.pairs(latest, _LEAST, progress, share):
        left = likeness * _nearness(items[i], items[j])
        if left >= _LEAST:
            pairs.add(min(i, j), max(i, j), left)
    return pairs


def _day(item: ClusterItem) -> str:
    return item.event_date or item.date


def _certain(item: ClusterItem) -> str:
    return item.event_date if item.event_date[-1:] not in {"?", "%"} else ""


def _nearness(a: ClusterItem, b: ClusterItem) -> float:
    """Return what the dates of two articles leave of their likeness: all of it, some or none."""
    days = gap(_day(a), _day(b))
    if days is None or days <= _SAME_STORY:
        return 1.0
    return max(_LEFT, 1.0 - (days - _SAME_STORY) / _FADING)


def _detailed(items: Sequence[ClusterItem], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield those of `pairs` that share a telling detail."""
    known = {i: Details(items[i].text) for i in {i for pair in pairs for i in pair}}
    common = common_figures(known.values())
    for i, those in groupby(sorted(pairs), key=itemgetter(0)):
        shares = SharedDetails(known[i], common)
        for _, j in those:
            if shares(known[j]):
                yield i, j


def _series(items: Sequence[ClusterItem], pairs: _Pairs) -> Iterator[tuple[int, int]]:
    """Yield pairs that say the same of different days with different figures, as a daily bulletin does.

    A report that tells of one happening again has other words, or repeats most figures.
    """
    figures = lru_cache(maxsize=4096)(lambda n: Figures(items[n].text))
    for i, j, likeness in pairs:
        if likeness / _LEFT < _SAME_WORDS:  # as most are, whatever their days leave of it
            continue
        words = likeness / _nearness(items[i], items[j])
        if words >= _SAME_WORDS and gap(_day(items[i]), _day(items[j])):
            one, other = figures(i), figures(j)
            if one.differ(other) > len(one.all & other.all):
                yield i, j


def _occasions(items: Sequence[ClusterItem], pairs: _Pairs) -> Iterator[tuple[int, int]]:
    """Yield pairs of which one is the record of a press conference, and the other an office's own word of a call."""
    press = {n for n, each in enumerate(items) if _BEFORE_PRESS.search(each.title)}
    calls = {
        n
        for n, each in enumerate(items)
        if n not in press
        and _ON_THE_PHONE.search(begins := f"{each.title}\n{each.text[:_BEGINS]}")
        and not _BEFORE_PRESS.search(begins)
        and is_own(each.title, each.outlet)
    }
    press -= {
        n for n in press if _ON_THE_PHONE.search(items[n].title)
    }  # "Press conference after the call with …"
    if press and calls:
        yield from ((i, j) for i, j, _ in pairs if (i in press and j in calls) or (i in calls and j in press))


def _apart(a: str, b: str) -> bool:
    return (gap(a, b) or 0) > (ABOUT if "~" in {a[-1:], b[-1:]} else 0)


@dataclass(slots=True)
class _Cluster:
    """Articles that tell of one happening, as far as is known."""

    members: list[int]
    event: str
    dated: bool
    days: set[str]
    near: dict[int, float] = field(default_factory=dict)
    """The sum of the likenesses of this cluster's articles to those of another."""
    related: set[int] = field(default_factory=set)
    """Clusters that share a detail with this one."""
    others: set[int] = field(default_factory=set)
    """Clusters that tell of another happening of one series."""


class _Clusters:
    """Average linkage: the two clusters most alike become one, as long as any are alike enough."""

    def __init__(self, items: Sequence[ClusterItem], pairs: _Pairs) -> None:
        self._all: dict[int, _Cluster] = {}
        placed: dict[str, int] = {}
        self._home: list[int] = []
        for i, item in enumerate(items):
            home = placed.setdefault(item.event, i) if item.event else i
            self._home.append(home)
            cluster = self._all.setdefault(home, _Cluster([], item.event, False, set()))
            cluster.members.append(i)
            cluster.dated |= bool(_day(item))
            cluster.days |= {day for day in (_certain(item),) if day}
        for i, j, likeness in pairs:
            a, b = self._home[i], self._home[j]
            if a != b:
                near = self._all[a].near.get(b, 0.0) + likeness
                self._all[a].near[b] = self._all[b].near[a] = near

    def relate(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Note that articles share a detail."""
        for a, b in self._between(pairs):
            self._all[a].related.add(b)
            self._all[b].related.add(a)

    def part(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Note that articles tell of different happenings."""
        for a, b in self._between(pairs):
            self._all[a].others.add(b)
            self._all[b].others.add(a)

    def _between(self, pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Yield the clusters in which two articles are now, where these are two."""
        now = {i: home for home, cluster in self._all.items() for i in cluster.members}
        yield from ((now[i], now[j]) for i, j in pairs if now[i] != now[j])

    def found(self) -> Iterable[_Cluster]:
        """Return the clusters as they are now."""
        return self._all.values()

    def merge_dated(self) -> None:
        """Merge the dated clusters that are alike enough.

        What has grown is weighed against its neighbours only when their turn comes: a mean never lies
        above the greater of those it is made of, so that an old one says how early that can be.
        """
        into: dict[int, int] = {}
        heap: list[tuple[float, int, int]] = []
        for a, cluster in self._all.items():
            if cluster.dated:
                for b in cluster.near:
                    if a < b and self._all[b].dated and (mean := self._mean(a, b)) >= JOIN:
                        heap.append((-mean, a, b))
        heapq.heapify(heap)
        while heap:
            likeness, a, b = heapq.heappop(heap)
            while a in into:
                a = into[a]
            while b in into:
                b = into[b]
            if a == b:
                continue
            mean = self._mean(a, b)
            if mean != -likeness:
                if mean >= JOIN:
                    heapq.heappush(heap, (-mean, min(a, b), max(a, b)))
            elif self._agree(a, b):
                a, b = min(a, b), max(a, b)
                self._join(a, b)
                into[b] = a

    def merge(self, may: Callable[[_Clusters, int, int], bool]) -> None:
        """Merge the clusters that `may` be one by a rule beyond their likeness and their days."""
        heap: list[tuple[float, int, int]] = []

        def offer(a: int) -> None:
            for b in self._all[a].near:
                mean = self._mean(a, b)
                if mean >= JOIN and self._agree(a, b):
                    heapq.heappush(heap, (-mean, min(a, b), max(a, b)))

        for a in self._all:
            offer(a)
        while heap:
            likeness, a, b = heapq.heappop(heap)
            if a in self._all and b in self._all and self._mean(a, b) == -likeness and may(self, a, b):
                self._join(a, b)
                offer(a)

    def related(self, a: int, b: int) -> bool:
        """Tell whether two clusters, at most one of them dated, share a detail."""
        one, other = self._all[a], self._all[b]
        return b in one.related and not (one.dated and other.dated)

    def alone(self, a: int, b: int) -> bool:
        """Tell whether two related clusters have no look-alike either could be meant by as well."""
        most = self._mean(a, b) * _ALONE
        return self.related(a, b) and not any(
            c not in {a, b} and self._mean(x, c) >= most for x in (a, b) for c in self._all[x].near
        )

    def translate(self, pairs: Iterable[tuple[int, int]], spoken: Sequence[str]) -> None:
        """Merge clusters by `pairs` of articles, the surest first; what is in one language has been weighed already."""
        home = {i: a for a, cluster in self._all.items() for i in cluster.members}
        for i, j in pairs:
            a, b = home[i], home[j]
            here, there = ({spoken[n] for n in self._all[c].members} for c in (a, b))
            if a != b and here.isdisjoint(there) and self._agree(a, b):
                home |= dict.fromkeys(self._all[b].members, a)
                self._join(a, b)

    def _mean(self, a: int, b: int) -> float:
        one, other = self._all[a], self._all[b]
        return one.near.get(b, 0.0) / (len(one.members) * len(other.members))

    def _agree(self, a: int, b: int) -> bool:
        """Tell whether the days agree; two that are events already only the reader may merge."""
        one, other = self._all[a], self._all[b]
        if (one.event and other.event) or b in one.others:
            return False
        return not any(_apart(x, y) for x in one.days for y in other.days)

    def _join(self, a: int, b: int) -> None:
        one, other = self._all[a], self._all.pop(b)
        one.members += other.members
        one.event = one.event or other.event
        one.dated |= other.dated
        one.days |= other.days
        one.near.pop(b, None)
        for c, likeness in other.near.items():
            if c != a:
                near = self._all[c].near
                near.pop(b, None)
                near[a] = one.near[c] = one.near.get(c, 0.0) + likeness
        for c in other.related - {a}:
            self._all[c].related.discard(b)
            self._all[c].related.add(a)
        one.related = (one.related | other.related) - {a, b}
        for c in other.others:
            self._all[c].others.discard(b)
            self._all[c].others.add(a)
        one.others |= other.others
