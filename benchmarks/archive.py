"""What pushing, searching and pulling an archive costs: ``python -m benchmarks.archive [N] [--keep FOLDER]`` (1,000,000).

On a PostgreSQL server of this machine that is thrown away; with --keep it is filled once in FOLDER, and used again. Articles
are those of `tests.support.generate`, made into steps here: 2,000 of them over and over, each time with other ids, days and
one word of its own, over ten years. By the clock: push beside `COPY` of the same texts into a table without an index in the
same run; and by what was computed. A million take 17 GB (and up to 4 of log) and half an hour. What a desk does at once is
measured by `benchmarks.archive_desk`.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from tests.support import postgres
from tests.support.generate import generate
from tests.support.postgres import Server
from tui.core.query.parser import parse
from tui.core.replica.shared_state import SharedState
from tui.core.replica.shared_step import Put, SharedStep
from tui.store.archive.archive import Archive
from tui.store.archive.archive_search import newest
from tui.store.archive.connection import connect
from tui.store.briefing import Briefing
from tui.workflows import archive

_DAYS = 3650
_START = date(2016, 1, 1)
_A_STEP = 50  # puts, of which two thirds are articles
_A_PUSH = 200  # steps
_OTHERS = ("w17x OR speaker:nobody", "speaker:halasz OR w17x", "speaker:nobody", "NOT w17x")


def _documents(root: Path) -> list[dict[str, Any]]:
    briefing = generate(root / "made", 2000)
    found = [
        document for (table, _), document in briefing.replica().documents().items() if table == "articles"
    ]
    briefing.close()
    return found


def _steps(documents: list[dict[str, Any]], count: int, replica: str) -> Iterator[SharedStep]:
    """Yield steps of fifty articles, each pair of articles with an event."""
    chance = random.Random(1)
    puts: list[Put] = []
    number = 0
    for at in range(count):
        made = documents[at % len(documents)]
        own, event = UUID(int=chance.getrandbits(128)).hex, UUID(int=at // 2).hex
        day = (_START + timedelta(days=chance.randrange(_DAYS))).isoformat()
        quotes = [{**quote, "id": UUID(int=chance.getrandbits(128)).hex} for quote in made.get("quotes", ())]
        text = f"{made['text']} w{at % 5000}x"
        article = {
            **made,
            "id": own,
            "@event": event,
            "published": day,
            "quotes": quotes,
            "text": text,
            "source": own,
        }
        if at % 2 == 0:
            puts.append(("event", event, {"id": event, "name": made["headline"], "date": day}))
        puts.append(("articles", own, article))
        if len(puts) >= _A_STEP or at == count - 1:
            number += 1
            yield SharedStep(
                replica=replica,
                number=number,
                time=f"2025-07-01T00:00:00.{number:06d}Z",
                puts=tuple(puts),
                base=True,
            )
            puts = []


def measure(root: Path, server: Server, address: str, count: int) -> None:
    """Print what pushing, searching and pulling take; not of pushing where all is there already."""
    documents = _documents(root)
    texts = [str(each["text"]) for each in documents]
    with Archive(address) as there:
        if there.articles() != count:
            _fill(there, server, documents, count)
        _search(there, texts)
        _pull(root, there, address)


def _fill(there: Archive, server: Server, documents: list[dict[str, Any]], count: int) -> None:
    texts = [str(each["text"]) for each in documents]
    with connect(there.address) as connection:
        connection.execute("create table plain (text text)")
        begun = time.perf_counter()
        with connection.cursor().copy("copy plain from stdin") as copy:
            for at in range(min(count, 100_000)):
                copy.write_row((texts[at % len(texts)],))
        plain = min(count, 100_000) / (time.perf_counter() - begun)
    begun = time.perf_counter()
    _push(there, documents, count)
    seconds = time.perf_counter() - begun
    print(
        f"pushed {count:,} articles in {seconds:.0f} s: {count / seconds:,.0f} a second (COPY of the texts {plain:,.0f})"
    )
    (size,) = server.ask("desk", "select pg_size_pretty(pg_database_size('desk')), pg_database_size('desk')")
    print(f"the database takes {size[0]}, {int(str(size[1])) // count:,} bytes an article")
    server.ask("desk", "vacuum analyze")


def _push(there: Archive, documents: list[dict[str, Any]], count: int) -> None:
    """Push articles; print of each tenth how many a second they were, and what was computed for one, here and there."""
    with there.asked() as connection:
        server = connection.info.backend_pid
    steps = _steps(documents, count, uuid4().hex)
    done, tenth = 0, 1
    began, before, here, far = time.perf_counter(), 0, 0.0, _computed(server)
    while batch := list(islice(steps, _A_PUSH)):
        begun = time.process_time()
        there.push(batch, SharedState(batch))
        here += time.process_time() - begun
        done += sum(put[0] == "articles" for step in batch for put in step.puts)
        print(f"\r{done:>9,} articles", end="", file=sys.stderr, flush=True)
        if done >= count * tenth // 10:
            new, seconds, there_ = done - before, time.perf_counter() - began, _computed(server) - far
            print(
                f"\r{done:>9,} articles: {new / seconds:,.0f} a second; computing for one {here / new * 1000:.2f} ms here, "
                f"{there_ / new * 1000:.2f} ms there",
                flush=True,
            )
            began, before, here, far = time.perf_counter(), done, 0.0, _computed(server)
            tenth = done * 10 // count + 1


def _computed(pid: int) -> float:
    """Return the seconds that a process of this machine has computed; 0 where the system does not tell."""
    try:
        said = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")


def _search(there: Archive, texts: list[str]) -> None:
    """Print what the newest fifty of one word take: common words of the texts, and rare ones."""
    chance = random.Random(2)
    every = [frozenset(text.lower().split()) for text in texts]
    words = sorted({word for some in every[:200] for word in some if word.isalpha() and len(word) > 3})
    wanted = [
        *chance.sample(words, min(150, len(words))),
        *(f"w{chance.randrange(5000)}x" for _ in range(50)),
    ]
    with there.asked() as connection:
        server = connection.info.backend_pid
    for word in wanted[:5]:
        newest(there, parse(word), 50)
    took: list[tuple[float, float, str]] = []
    far = _computed(server)
    for word in wanted:
        query = parse(word)
        begun = time.perf_counter()
        newest(there, query, 50)
        spent = (time.perf_counter() - begun) * 1000
        took.append((spent, sum(word in some for some in every) / len(every), word))
    far = (_computed(server) - far) / len(wanted) * 1000
    print(f"newest 50 of one word: {_spread(took)}; computing {far:.1f} ms each there")
    for name, some in (
        ("in a hundredth or more of the articles", [each for each in took if each[1] >= 0.01]),
        ("in fewer", [each for each in took if each[1] < 0.01]),
    ):
        if some:
            print(f"  {name}: {_spread(some)}")
    for spent, share, word in sorted(took, reverse=True)[:5]:
        print(f"  {spent:6.0f} ms for {word!r}, in {share:.2%}")
    for asked in _OTHERS:
        begun, far = time.perf_counter(), _computed(server)
        found = len(newest(there, parse(asked), 50))
        spent, far = (time.perf_counter() - begun) * 1000, (_computed(server) - far) * 1000
        print(f"{asked}: {found} in {spent:.0f} ms; computing {far:.0f} ms there")


def _spread(took: Sequence[tuple[float, float, str]]) -> str:
    ranked = sorted(spent for spent, _, _ in took)
    return (
        f"{len(ranked)} words, median {statistics.median(ranked):.0f} ms, "
        f"p95 {ranked[int(len(ranked) * 0.95)]:.0f} ms, longest {ranked[-1]:.0f} ms"
    )


def _pull(root: Path, there: Archive, address: str) -> None:
    with there.asked() as connection:
        days = connection.execute(
            "select day, count(*) from briefing.article_key group by 1 order by 1 desc"
        ).fetchall()
    found, first = 0, _START
    for day, count in days:
        if found + count > 5000:
            first = day
            break
        found += count
    briefing = Briefing.open(root / "part", create=True, title="A part")
    begun = time.perf_counter()
    archive.join(briefing, address, f"after:{first}")
    print(f"a part of {found:,} articles joined in {time.perf_counter() - begun:.1f} s")
    briefing.close()


@contextmanager
def served(folder: Path | None = None) -> Iterator[tuple[Path, Server]]:
    """Give a folder to work in, and a server with an archive `desk`; it lives on in `folder`, where one is given."""
    if why := postgres.missing():
        sys.exit(why)
    with (
        TemporaryDirectory(prefix="archive") as name,
        postgres.started(folder / "server") if folder else postgres.kept(synced=True) as server,
    ):
        if not server.ask("postgres", "select 1 from pg_database where datname = 'desk'"):
            server.ask("postgres", "create database desk")
        archive.init(server.address("desk"))
        yield Path(name), server


def main() -> None:
    """Print the figures."""
    parser = ArgumentParser(description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("count", nargs="?", type=int, default=1_000_000, metavar="N", help="so many articles")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="fill the server once, in this folder")
    given = parser.parse_args()
    folder = given.keep and given.keep.absolute() / f"archive{given.count}"
    with served(folder) as (root, server):
        measure(root, server, server.address("desk"), given.count)


if __name__ == "__main__":
    main()
