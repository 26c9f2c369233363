"""A large briefing, from inside: ``python -m benchmarks.scale [N…] [--keep FOLDER]`` (10000 by default).

How long the index takes, a search as it is typed (each letter a query), an event of 500 articles, an
article of 200 KB with 500 quotes, and saving a note, beside the same bytes in SQLite (WAL, synchronous
FULL) on the same disk. CPU milliseconds, so that a busy machine changes little; wall time where a disk
is waited for. With --keep briefings are generated once in FOLDER and used again.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.generated import arguments, briefing_of
from tests.support.dossiers import span
from tests.support.generate import BATCH, SPEAKERS, reading, sentence
from tui.commands.annotations import WriteNote, target_of
from tui.core.model import STATED
from tui.core.query.parser import QueryError
from tui.reading.result import ParsedArticle, QuoteSpan
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle
from tui.ui.app import BriefingApp

TYPED = (
    "treaty",
    "minister",
    "moreau",
    "railway grain bridge",
    "speaker:moreau treaty",
    "kind:direct",
    "outlet:courier after:2012",
    "is:unread",
)
LARGE, QUOTED = "event-large", 500


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of some work."""
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def spread(values: list[float]) -> str:
    """Return median and 95th percentile."""
    ranked = sorted(values)
    return f"median {statistics.median(ranked):6.1f} ms   95th {ranked[int(len(ranked) * 0.95)]:6.1f} ms"


def searching(briefing: Briefing) -> list[float]:
    """Return what each query costs while `TYPED` is typed, letter by letter."""
    taken = []
    for query in TYPED:
        for end in range(1, len(query) + 1):
            try:
                taken.append(cpu(lambda typed=query[:end]: list(briefing.iter_matches(typed))))  # type: ignore[misc]
            except QueryError:  # half a field
                continue
    return taken


def long_reading(rng: random.Random) -> ParsedArticle:
    """Return an article of 200 KB with 500 quotes."""
    text, quotes = "", list[QuoteSpan]()
    while len(text) < 200_000:
        words, who = sentence(rng)[:-1], rng.choice(SPEAKERS)
        start = len(text) + 1
        named = start + len(words) + 3
        if len(quotes) < QUOTED:
            quotes.append(span(start, words, named, who, len(quotes)))
        text += f"“{words},” {who} said. {sentence(rng)} {sentence(rng)}\n\n"
    basis = {"headline": STATED, "outlet": STATED, "published": STATED}
    return ParsedArticle(
        text=text.strip(),
        headline="A long day in the council",
        outlet="Courier",
        published="2031-01-02",
        event_date="2031-01-02",
        quotes=tuple(quotes),
        basis=basis,
    )


def enlarge(briefing: Briefing) -> tuple[str, str]:
    """Add an event of 500 articles and one of a single long article, once; return their ids."""
    named = {row["name"]: row["id"] for row in briefing.rows()}
    if "Five hundred reports" not in named:
        rng = random.Random(3)
        one = long_reading(rng)
        briefing.add(
            [
                NewArticle(
                    reading=one,
                    raw=one.text.encode(),
                    origin="long.txt",
                    event="long",
                    event_name="One long report",
                )
            ]
        )
        many = [reading(rng, date(2031, 1, 1), 10**7 + at) for at in range(500)]
        keys: dict[str, str] = {}
        for first in range(0, len(many), BATCH):
            added = briefing.add(
                [
                    NewArticle(
                        reading=each,
                        raw=each.text.encode(),
                        origin=f"large-{first + at}.txt",
                        event=keys.get(LARGE, LARGE),
                        event_name="Five hundred reports",
                    )
                    for at, each in enumerate(many[first : first + BATCH])
                ]
            )
            keys.update(added.keys)
        named = {row["name"]: row["id"] for row in briefing.rows()}
    return named["Five hundred reports"], named["One long report"]


async def opening(
    briefing: Briefing, events: tuple[str, str], times: int = 7
) -> tuple[list[float], list[float]]:
    """Return the CPU of opening either event in the reader, to the panes drawn anew."""
    app = BriefingApp(briefing)
    taken: tuple[list[float], list[float]] = [], []
    async with app.run_test(size=(160, 50)) as pilot:
        main = app.main
        other = next(row["id"] for row in briefing.rows() if row["id"] not in events)
        while not main.counts:
            await pilot.pause(0.05)
        for _ in range(times):
            for event, values in zip(events, taken, strict=True):
                main.open_event(other)
                await pilot.pause(0.1)
                began = time.process_time()
                main.open_event(event)
                await asyncio.sleep(0)
                for pane in (main.panes.events, main.panes.article, main.panes.quotes):
                    for y in range(pane.size.height):
                        pane.render_line(y)
                values.append((time.process_time() - began) * 1000)
                await pilot.pause(0.1)
    return taken


def saving(briefing: Briefing, folder: Path, times: int = 200) -> tuple[list[float], list[float]]:
    """Return the wall milliseconds of a note saved durably, and of the same in SQLite, turn by turn."""
    db = sqlite3.connect(folder / "beside.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute(
        "CREATE TABLE IF NOT EXISTS notes(id TEXT PRIMARY KEY, article TEXT, value TEXT, created TEXT)"
    )
    db.execute("CREATE TABLE IF NOT EXISTS steps(n INTEGER PRIMARY KEY, label TEXT, before TEXT, after TEXT)")
    ours, theirs = [], []
    rows = briefing.rows()
    for at in range(times):
        article = briefing.annotated(rows[at % len(rows)]["id"]).event.articles[0]
        note = f"Note {at} {time.time_ns()}"
        began = time.perf_counter()
        briefing.do(WriteNote(target_of(article), note))
        ours.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        db.execute("BEGIN")
        db.execute("INSERT INTO notes VALUES(?,?,?,?)", (note, article.id, note, "2031-01-01"))
        db.execute("INSERT INTO steps(label, before, after) VALUES(?,?,?)", ("Wrote a note", "", note))
        db.execute("COMMIT")
        theirs.append((time.perf_counter() - began) * 1000)
    db.close()
    return ours, theirs


def measure(folder: Path, count: int) -> None:
    """Print what a briefing of `count` articles costs."""
    briefing = briefing_of(folder, count)
    large = enlarge(briefing)
    print(f"{count} articles")
    print(f"  index brought up to date    {cpu(briefing.counts) / 1000:6.1f} s CPU")
    print(f"  first search                {cpu(lambda: list(briefing.iter_matches('treaty'))):6.1f} ms CPU")
    print(f"  search as it is typed       {spread(searching(briefing))}   CPU")
    events, articles = asyncio.run(opening(briefing, large))
    print(f"  event of 500 articles       {spread(events)}   CPU")
    print(f"  article of 200 KB           {spread(articles)}   CPU")
    ours, theirs = saving(briefing, folder)
    print(f"  saving a note               {spread(ours)}   wall")
    print(f"  the same in SQLite          {spread(theirs)}   wall", flush=True)
    briefing.close()


def main() -> None:
    """Measure briefings as the command line says."""
    with arguments(__doc__, 10_000) as (given, folder):
        for count in given.counts:
            measure(folder, count)


if __name__ == "__main__":
    main()
