"""New articles beside those a briefing has: which event each one goes to.

Only events that could be the same happening are looked into: near in date, and with words of their
name in a new article. So the cost grows with what is new and not with the briefing.
"""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from tui.core.edtf import without_time
from tui.core.model import SET_BY_READER, STATED, Article, Event, EventRow
from tui.core.text import opening
from tui.reading.dates.day_distance import gap
from tui.reading.dates.event_date import event_date
from tui.reading.events.clustering import ABOUT, ClusterItem, group, name_headlines
from tui.reading.events.terms import READ, STOP, words
from tui.reading.result import ParsedArticle

_NEAR = 45  # days
_MOST_ARTICLES = 300
_LEAD = 1500


@dataclass(frozen=True, slots=True)
class Placement:
    """A reading to be placed, by an id of its own; with `event` it is placed already."""

    id: str
    reading: ParsedArticle
    event: str = ""


@dataclass(frozen=True, slots=True)
class EventDirectory:
    """Where readings go: `events` holds each one's event (an id, or a key that those of one new event
    share); `names` the ids of the readings whose headlines name new events best."""

    events: Mapping[str, str]
    names: frozenset[str]


def assign_events(
    new: Sequence[Placement], rows: Iterable[EventRow], load: Callable[[str], Sequence[ClusterItem]]
) -> EventDirectory:
    """Lay readings in events, new ones and those of a briefing.

    `rows` is the briefing's catalogue, `load` returns what lies in one of its events, as `event_items`. The result
    does not depend on the order of `new`.
    """
    items = list({each.id: _item(each) for each in new}.values())
    known: list[ClusterItem] = []
    for row in _near(items, rows):
        known += load(row["id"])
        if len(known) >= _MOST_ARTICLES:
            break
    keys = group([*items, *known])
    there = {item.event for item in known}
    clusters: defaultdict[str, list[ClusterItem]] = defaultdict(list)
    for item in items:
        clusters[keys[item.id]].append(item)
    names = set()
    for key, members in clusters.items():
        if key not in there:
            name = name_headlines((item.title, item.outlet, item.text) for item in members)
            names.add(min((i.id for i in members if " ".join(i.title.split()) == name), default=""))
    return EventDirectory({item.id: keys[item.id] for item in items}, frozenset(names - {""}))


def event_items(event: Event) -> list[ClusterItem]:
    """Return the articles of an event as they are compared with new ones: as much of their texts as is looked at."""
    return [
        ClusterItem(
            id=a.id,
            title=a.headline,
            text=a.text[: READ + len(a.headline)],  # behind the headline, should that stand there too
            date=a.published,
            event_date=_day_of(event, a),
            outlet=a.outlet,
            event=event.id,
        )
        for a in event.articles
    ]


def nearby_events(items: Sequence[ClusterItem], rows: Sequence[EventRow]) -> Iterator[str]:
    """Yield the events (ids) that articles of some events, by the days of these, may have to do with, the likeliest first.

    First those near in date that share words of their names, then the others from the nearest in date on.
    """
    days = sorted({day for day in (_day(item.event_date) for item in items) if day})
    yield from (row["id"] for row in _near(items, rows))

    def away(row: EventRow) -> tuple[int, str]:
        day = _day(row["date"])
        if day is None or not days:
            return (10**9, row["id"])
        at = bisect(days, day)
        return (min(abs((day - each).days) for each in days[max(0, at - 1) : at + 1]), row["id"])

    yield from (row["id"] for row in sorted(rows, key=away))


def event_name(articles: Iterable[Article]) -> tuple[str, str]:
    """Return a short name for an event of these articles, "" for none, and how it is known."""
    those = list(articles)
    if headline := name_headlines((each.headline, each.outlet, each.text) for each in those):
        return headline, "inferred from the headline"
    begins = opening(min((each.text for each in those), default=""))
    return begins, "inferred from the first words of its text"


def _item(each: Placement) -> ClusterItem:
    reading = each.reading
    return ClusterItem(
        id=each.id,
        title=reading.headline,
        text=reading.text,
        date=reading.published,
        event_date=trusted_event_day(
            reading.event_date, reading.basis.get("event_date", ""), reading.text, reading.published
        ),
        outlet=reading.outlet,
        event=each.event,
    )


def _day_of(event: Event, article: Article) -> str:
    return trusted_event_day(event.date, event.basis.get("date", ""), article.text, article.published)


def trusted_event_day(edtf: str, basis: str, text: str, published: str) -> str:
    """Return the day of an article's event as grouping may use it, "" where the day it came out tells more.

    What a reader or a source says is certain. A day in running text is often background, so that it
    counts only where the article came out right after it, and then as about that day (``~``).
    """
    if not edtf or basis == SET_BY_READER:
        return edtf
    if basis not in ("", STATED):
        return "" if published else edtf.rstrip("?") + "?"
    if not published or event_date(text, published)[0] != edtf:
        return edtf
    away = gap(edtf, without_time(published))
    return "" if away is None or away > ABOUT else f"{edtf}~"


def _near(items: Sequence[ClusterItem], rows: Iterable[EventRow]) -> list[EventRow]:
    """Return the events that new articles might belong to, the likeliest first."""
    if not items:
        return []
    known = [(_day(item.event_date) or _day(item.date), item) for item in items]
    undated = [item for day, item in known if day is None]
    dated = sorted(((day, item) for day, item in known if day), key=itemgetter(0))
    days, start = [day.toordinal() for day, _ in dated], len(undated)
    # The articles that have a word, by their numbers: those without a day, then the others as their days follow.
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate((*undated, *(item for _, item in dated))):
        for word in {w for w in words(f"{item.title} {item.text[:_LEAD]}") if w not in STOP}:
            holders[word].append(number)
    wanted = {item.event for item in items} - {""}
    found: list[tuple[float, str, EventRow]] = []
    for row in rows:
        if row["id"] in wanted:
            found.append((-1.0, row["id"], row))
            continue
        first, end = start, len(items)
        if its_day := _day(row["date"]):
            first = start + bisect_left(days, its_day.toordinal() - _NEAR)
            end = start + bisect(days, its_day.toordinal() + _NEAR)
        if first == end and not undated:
            continue
        name = {w for w in words(row["name"]) if w not in STOP}
        shared: Counter[int] = Counter()
        for word in name & holders.keys():
            its = holders[word]
            shared.update(its[: bisect_left(its, start)])
            shared.update(its[bisect_left(its, first) : bisect_left(its, end)])
        best = max(shared.values(), default=0)
        if best >= min(2, len(name)) and best:
            found.append((-best / len(name), row["id"], row))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])]


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf[:10])
    except ValueError:
        return None
