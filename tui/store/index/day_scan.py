"""What the index tells of each day: what was reported, and by whom it was said, tagged or printed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from tui.core.day_counts import DayCounts, Days

Names = Callable[[str], str]
# In this order: the events are fewer than all that was said.
SHOWN_QUOTES = "shown CROSS JOIN docs ON docs.event = shown.event CROSS JOIN said ON said.doc = docs.n"


def day_counts(
    db: sqlite3.Connection, kind: str, names: Mapping[str, Names], events: Collection[str] | None, most: int
) -> DayCounts:
    """Count by day, for the `most` frequent of one of `LANES`; of some `events` alone where these are given.

    `names` tells for each of `LANES` what an id, or a name as the index holds it, is called: "" for what is not shown.
    """
    among, counted = "", "SELECT voice, span, quotes FROM days WHERE quotes"
    if events is not None:
        choose_events(db, events)
        among = " AND event IN shown"
        counted = f"SELECT voice, said.span, 1 FROM {SHOWN_QUOTES} WHERE said.span > 0"
    spans = {n: (first, last) for n, first, last in db.execute("SELECT n, first, last FROM spans")}
    quotes: Days = Counter()
    said = db.execute(counted).fetchall()
    for _, span, number in said:
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
            lanes = _spoken(said, voices(db, names["speakers"]), spans)
    ranked = sorted(filter(None, lanes), key=lambda name: (-lanes[name].total(), name.casefold()))
    return DayCounts(
        quotes, outlets, {name: lanes[name] for name in ranked[:most]}, max(0, len(ranked) - most), undated
    )


def voices(db: sqlite3.Connection, named: Names) -> dict[int, tuple[str, ...]]:
    """Return whom each voice is of, by name."""
    ids = db.execute("SELECT n, speaker FROM voices")
    return {n: tuple(dict.fromkeys(filter(None, map(named, speakers.split())))) for n, speakers in ids}


def _spoken(
    said: Iterable[tuple[int, int, int]],
    voices: Mapping[int, tuple[str, ...]],
    spans: Mapping[int, tuple[str, str]],
) -> dict[str, Days]:
    """Return the days of each speaker, by name."""
    made: dict[str, Days] = {}
    for voice, span, number in said:
        for name in voices[voice]:
            if name not in made:
                made[name] = Counter()
            made[name][spans[span]] += number
    return made


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
