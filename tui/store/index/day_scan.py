"""What the index tells of each day: what was reported, and by whom it was said, tagged or printed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from tui.core.day_counts import DayCounts, Days

Names = Callable[[str], str]


def day_counts(
    db: sqlite3.Connection, kind: str, names: Mapping[str, Names], events: Collection[str] | None, most: int
) -> DayCounts:
    """Count by day, for the `most` frequent of one of `LANES`; of some `events` alone where these are given.

    `names` tells for each of `LANES` what an id, or a name as the index holds it, is called: "" for what is not shown.
    """
    among, number_of, when = "", "sum(quotes)", "FROM days WHERE quotes"
    if events is not None:
        choose_events(db, events)
        among, number_of = " AND event IN shown", "count(*)"
        when = "FROM shown NATURAL JOIN docs JOIN said AS days ON days.doc = docs.n WHERE days.span > 0"
    spans = {n: (first, last) for n, first, last in db.execute("SELECT n, first, last FROM spans")}
    quotes: Days = Counter()
    for span, number in db.execute(f"SELECT days.span, {number_of} {when} GROUP BY days.span"):
        quotes[spans[span]] += number
    printed: dict[int, Counter[int]] = {}
    undated = 0
    for outlet, span, number in db.execute(
        f"SELECT outlet, span, count(*) FROM docs WHERE article <> ''{among} GROUP BY outlet, span"
    ):
        if span is None:
            undated += number
        else:
            printed.setdefault(outlet, Counter())[span] += number
    known = dict(db.execute("SELECT n, name FROM outlets"))
    outlets = _named(((known[n], days) for n, days in printed.items()), spans, names["outlets"])
    match kind:
        case "outlets":
            lanes = outlets
        case "tags":
            lanes = _named(_tagged(db, among), spans, names["tags"])
        case _:
            spoken, others = _by_speaker(db, (number_of, when), spans, names["speakers"], most)
            return DayCounts(quotes, outlets, spoken, others, undated)
    ranked = sorted(filter(None, lanes), key=lambda name: (-lanes[name].total(), name.casefold()))
    return DayCounts(
        quotes, outlets, {name: lanes[name] for name in ranked[:most]}, max(0, len(ranked) - most), undated
    )


def _by_speaker(
    db: sqlite3.Connection, of: tuple[str, str], spans: Mapping[int, tuple[str, str]], named: Names, most: int
) -> tuple[dict[str, Days], int]:
    """Return the days of those who said most, and how many others there are; `of`: what counts quotes, and where."""
    number_of, when = of
    totals: Counter[str] = Counter()
    voices: dict[str, list[int]] = {}
    ids = dict(db.execute("SELECT n, speaker FROM voices"))
    for voice, number in db.execute(f"SELECT voice, {number_of} {when} GROUP BY voice"):
        for name in filter(None, dict.fromkeys(map(named, ids[voice].split()))):
            totals[name] += number
            voices.setdefault(name, []).append(voice)
    ranked = sorted(totals, key=lambda name: (-totals[name], name.casefold()))[:most]
    lanes: dict[str, Days] = {name: Counter() for name in ranked}
    whose: dict[int, list[str]] = {}
    for name in ranked:
        for voice in voices[name]:
            whose.setdefault(voice, []).append(name)
    those = ",".join(map(str, whose))
    for voice, span, number in db.execute(
        f"SELECT voice, days.span, {number_of} {when} AND voice IN ({those}) GROUP BY voice, days.span"
    ):
        for name in whose[voice]:
            lanes[name][spans[span]] += number
    return lanes, max(0, len(totals) - most)


def choose_events(db: sqlite3.Connection, events: Collection[str]) -> None:
    """Make the table of the events that count."""
    db.execute("DROP TABLE IF EXISTS temp.shown")
    db.execute("CREATE TEMP TABLE shown(event TEXT PRIMARY KEY) WITHOUT ROWID")
    db.executemany("INSERT OR IGNORE INTO shown VALUES(?)", ((each,) for each in events))


def _tagged(db: sqlite3.Connection, among: str) -> Iterable[tuple[str, Counter[int]]]:
    """Return the spans of the quotes under each tag, by its id."""
    found: dict[str, Counter[int]] = {}
    for tag, span, number in db.execute(
        "SELECT value, span, count(*) FROM marks JOIN docs ON doc = n WHERE what = 'tag' AND at >= 0"
        f" AND span IS NOT NULL{among} GROUP BY value, span"
    ):
        found.setdefault(tag, Counter())[span] += number
    return found.items()


def _named(
    found: Iterable[tuple[str, Counter[int]]], spans: Mapping[int, tuple[str, str]], named: Names
) -> dict[str, Days]:
    """Return what was found by name: several ids may be of one."""
    made: dict[str, Days] = {}
    for id, days in found:
        name = made.setdefault(named(id), Counter())
        for span, number in days.items():
            name[spans[span]] += number
    return made
