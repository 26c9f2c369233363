"""What the index tells of each day: what was reported, and by whom it was said, tagged or printed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from tui.core.day_counts import DayCounts, Days
from tui.store.index.counted_part import Counted, choose, each_once
from tui.store.index.statement_rows import ONCE

Names = Callable[[str], str]


def day_counts(
    db: sqlite3.Connection,
    kind: str,
    names: Mapping[str, Names],
    counted: Counted,
    *,
    most: int,
    statements: bool,
) -> DayCounts:
    """Count by day, for the `most` frequent of one of `LANES`, in what is `counted`.

    Of several quotes that are one statement one counts where `statements` are counted, which must be known.
    `names` tells for each of `LANES` what an id, or a name as the index holds it, is called: "" for what is not shown.
    """
    among, marked, every = "", "", "SELECT voice, span, quotes FROM days WHERE quotes"
    unplaced = "(SELECT total(quotes) FROM ways) - (SELECT total(quotes) FROM days)"  # all but those of copies have a way
    quoted = "said"
    if counted is not None:
        part = choose(db, counted)
        among, marked, quoted = f" AND {part.docs.format(docs='docs')}", f" AND {part.marks}", part.quotes
        every = f"SELECT voice, said.span, 1 FROM {quoted} WHERE said.span > 0"
        unplaced = f"count(*) FROM {quoted} WHERE said.span IS NULL"
    if statements:
        every = f"SELECT voice, said.span, 1 FROM {each_once(quoted)}"
        undated_ones = f"SELECT 1 FROM {quoted} {ONCE} GROUP BY statement HAVING max(said.span) IS NULL"
        unplaced = f"count(*) FROM ({undated_ones})"
    spans = {n: (first, last) for n, first, last in db.execute("SELECT n, first, last FROM spans")}
    quotes: Days = Counter()
    said = db.execute(every).fetchall()
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
            lanes = _named(_tagged(db, marked, statements=statements), spans, names["tags"])
        case _:
            lanes = _spoken(said, voices(db, names["speakers"]), spans)
    ranked = sorted(filter(None, lanes), key=lambda name: (-lanes[name].total(), name.casefold()))
    drawn = {name: lanes[name] for name in ranked[:most]}
    ((without,),) = db.execute(f"SELECT {unplaced}")
    what = "statement" if statements else "quote"
    return DayCounts(quotes, outlets, drawn, max(0, len(ranked) - most), undated, int(without), what)


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


def _tagged(db: sqlite3.Connection, marked: str, *, statements: bool) -> Iterable[tuple[str, Counter[int]]]:
    """Return the spans of the quotes, or statements, under each tag, by its id."""
    number, of = (
        ("count(DISTINCT statement)", "JOIN wordings USING(doc, at)") if statements else ("count(*)", "")
    )
    found: dict[str, Counter[int]] = {}
    for tag, span, count in db.execute(
        f"SELECT value, span, {number} FROM marks {of} JOIN docs ON doc = n WHERE what = 'tag' AND at >= 0"
        f" AND span IS NOT NULL{marked} GROUP BY value, span"
    ):
        found.setdefault(tag, Counter())[span] += count
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
