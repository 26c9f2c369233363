"""What an archive in PostgreSQL costs, on a server of this machine that is thrown away.

    python -m benchmarks.archive push [ARTICLES]   generated articles with their quotes, pushed; then searched and pulled
    python -m benchmarks.archive clients [SECONDS] ten clients that write notes at once: none lost, none twice
    python -m benchmarks.archive kills [TIMES]     the server killed (-9) in the middle of writing: nothing acknowledged lost
    python -m benchmarks.archive keys [ARTICLES]   what a key takes in a real terminal, alone and while joined, a colleague
                                                   writing a note each second; and until such a note is in the files here

Articles are those of `tests.support.generate`, made into steps here: 2,000 of them over and over, each time with other ids,
days and one word of its own, over ten years. By the clock: push beside `COPY` of the same texts into a table without an
index in the same run.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

from benchmarks.pty_run import Run
from tests.support import postgres
from tests.support.generate import generate
from tests.support.postgres import Server
from tui.commands.annotations import WriteNote, target_of
from tui.core.query.parser import parse
from tui.core.replica.shared_state import SharedState
from tui.core.replica.shared_step import Put, SharedStep
from tui.store.archive.archive import Archive
from tui.store.archive.archive_search import newest
from tui.store.archive.connection import ArchiveAwayError, connect
from tui.store.briefing import Briefing
from tui.workflows import archive

_DAYS = 3650
_START = date(2016, 1, 1)
_A_STEP = 50


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
        if len(puts) >= _A_STEP:
            number += 1
            yield SharedStep(
                replica=replica,
                number=number,
                time=f"2025-07-01T00:00:00.{number:06d}Z",
                puts=tuple(puts),
                base=True,
            )
            puts = []


def push(root: Path, server: Server, address: str, count: int) -> None:
    """Print what pushing, searching and pulling take."""
    documents = _documents(root)
    texts = [str(each["text"]) for each in documents]
    with connect(address) as connection:
        connection.execute("create table plain (text text)")
        begun = time.perf_counter()
        with connection.cursor().copy("copy plain from stdin") as copy:
            for at in range(min(count, 100_000)):
                copy.write_row((texts[at % len(texts)],))
        plain = min(count, 100_000) / (time.perf_counter() - begun)
    replica = uuid4().hex
    begun = time.perf_counter()
    with Archive(address) as there:
        batch: list[SharedStep] = []
        done = 0
        for step in _steps(documents, count, replica):
            batch.append(step)
            if len(batch) == 200:
                done += there.push(batch, SharedState(batch))
                batch = []
                print(f"\r{done * _A_STEP * 2 // 3:>9,} articles", end="", file=sys.stderr, flush=True)
        there.push(batch, SharedState(batch))
        seconds = time.perf_counter() - begun
        print(file=sys.stderr)
        print(
            f"pushed {count:,} articles in {seconds:.0f} s: {count / seconds:,.0f} a second (COPY of the texts {plain:,.0f})"
        )
        (size,) = server.ask(
            "desk", "select pg_size_pretty(pg_database_size('desk')), pg_database_size('desk')"
        )
        print(f"the database takes {size[0]}, {int(str(size[1])) // count:,} bytes an article")
        server.ask("desk", "analyze")
        _search(there, texts)
        _pull(root, there, address)


def _search(there: Archive, texts: list[str]) -> None:
    """Print what the newest fifty of one word take: common and rare words, twice each."""
    chance = random.Random(2)
    words = sorted(
        {word.lower() for text in texts[:200] for word in text.split() if word.isalpha() and len(word) > 3}
    )
    wanted = [
        *chance.sample(words, min(150, len(words))),
        *(f"w{chance.randrange(5000)}x" for _ in range(50)),
    ]
    took = []
    for word in wanted:
        begun = time.perf_counter()
        newest(there, parse(word), 50)
        took.append((time.perf_counter() - begun) * 1000)
    took.sort()
    print(
        f"newest 50 of one word, {len(wanted)} words: median {statistics.median(took):.0f} ms, "
        f"p95 {took[int(len(took) * 0.95)]:.0f} ms, longest {took[-1]:.0f} ms"
    )


def _pull(root: Path, there: Archive, address: str) -> None:
    days, found = 1, 0
    while found < 5000 and days < _DAYS:
        days *= 2
        first = (_START + timedelta(days=_DAYS - days)).isoformat()
        with there.asked() as connection:
            row = connection.execute(
                "select count(*) from briefing.article_key where day > %s", (first,)
            ).fetchone()
        found = row[0] if row else 0
    while found > 5000:
        days -= max(1, days // 20)
        first = (_START + timedelta(days=_DAYS - days)).isoformat()
        with there.asked() as connection:
            row = connection.execute(
                "select count(*) from briefing.article_key where day > %s", (first,)
            ).fetchone()
        found = row[0] if row else 0
    briefing = Briefing.open(root / "part", create=True, title="A part")
    begun = time.perf_counter()
    archive.join(briefing, address, f"after:{first}")
    print(f"a part of {found:,} articles joined in {time.perf_counter() - begun:.1f} s")
    briefing.close()


def clients(address: str, seconds: int, count: int = 10) -> None:
    """Print what became of notes that clients wrote at once."""
    acknowledged: list[str] = []
    end = time.monotonic() + seconds

    def write() -> None:
        replica, number = uuid4().hex, 0
        with Archive(address) as there:
            while time.monotonic() < end:
                number += 1
                step = _note(replica, number)
                if there.push([step], SharedState([step])) == 1:
                    acknowledged.append(step.puts[0][1])

    threads = [threading.Thread(target=write) for _ in range(count)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    _compare(
        address,
        acknowledged,
        f"{count} clients, {seconds} s: {len(acknowledged) / seconds:,.0f} notes a second",
    )


def kills(server: Server, address: str, times: int) -> None:
    """Print what became of notes that were written while the server was killed."""
    acknowledged: list[str] = []
    closed = threading.Event()

    def write() -> None:
        replica, number = uuid4().hex, 0
        while not closed.is_set():
            try:
                with Archive(address) as there:
                    number = there.counts().get(replica, 0)
                    while not closed.is_set():
                        number += 1
                        step = _note(replica, number)
                        there.push([step], SharedState([step]))
                        acknowledged.append(step.puts[0][1])
            except ArchiveAwayError:
                closed.wait(0.05)

    threads = [threading.Thread(target=write) for _ in range(4)]
    for each in threads:
        each.start()
    chance = random.Random(3)
    for at in range(times):
        before = len(acknowledged)
        while len(acknowledged) < before + chance.randint(5, 60):
            closed.wait(0.005)
        server.kill()
        server.start()
        print(f"\r{at + 1} kills", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    closed.set()
    for each in threads:
        each.join()
    _compare(address, acknowledged, f"server killed {times} times")


def keys(root: Path, server: Server, count: int) -> None:
    """Print what a key takes from the press to the last byte of the answer, by turns alone and joined."""
    generate(root / "alone", count).close()
    shutil.copytree(root / "alone", root / "joined")
    for name, own in (("joined", root / "joined"), ("other", root / "other")):
        briefing = Briefing.open(own, create=name == "other", title=name)
        archive.join(briefing, server.address("desk"))
        briefing.close()
    os.environ["PGPASSWORD"] = "s3cret%word"
    closed = threading.Event()
    came: list[float] = []
    writer = threading.Thread(target=_write_notes, args=(server.address("desk"), root, closed, came))
    took: dict[str, list[float]] = {"alone": [], "joined": []}
    runs = {name: Run(["-m", "tui", "--store", str(root / name)], root / f"home-{name}") for name in took}
    for run in runs.values():
        run.settle(2.0)
    writer.start()
    for at in range(300):
        for name, run in runs.items():
            took[name].append(_press(run, b"j" if at % 40 < 20 else b"k"))
    closed.set()
    writer.join()
    for run in runs.values():
        os.kill(run.pid, signal.SIGKILL)
    for name, times in took.items():
        times.sort()
        print(
            f"{name:<7} median {statistics.median(each):5.1f} ms, p99 {each[int(len(each) * 0.99)]:6.1f} ms"
        )
    print(f"ratio of medians {statistics.median(took['joined']) / statistics.median(took['alone']):.3f}")
    if came:
        print(
            f"a colleague's note is in the files here after {statistics.median(came):.2f} s, at most {max(came):.2f} s"
        )


def _press(run: Run, key: bytes) -> float:
    """Return the milliseconds from a key to the last byte that comes of it."""
    run.settle(0.02)
    before, begun = len(run.output), time.perf_counter()
    os.write(run.fd, key)
    while len(run.output) == before and time.perf_counter() - begun < 5:
        run.read(0.05)
    last = time.perf_counter()
    while run.read(0.01):
        last = time.perf_counter()
    return (last - begun) * 1000


def _write_notes(address: str, root: Path, closed: threading.Event, came: list[float]) -> None:
    other, here = Briefing.open(root / "other"), Briefing.open(root / "joined", reading=True)
    _, article, quote = next(other.quotes())
    at = 0
    with Archive(address) as there:
        while not closed.wait(1.0):
            at += 1
            other.do(WriteNote(target_of(quote), f"Note {at} of a colleague."))
            archive.exchange(other, there)
            begun = time.perf_counter()
            while f"Note {at} of a colleague." not in here.annotated(article.event).note(quote.id):
                if closed.wait(0.01):
                    break
            else:
                came.append(time.perf_counter() - begun)
    other.close()
    here.close()


def _compare(address: str, acknowledged: list[str], what: str) -> None:
    with Archive(address) as there, there.asked() as connection:
        ids = [own for (own,) in connection.execute("select id from briefing.annotation")]
        steps = connection.execute(
            "select count(*), count(distinct (replica, number)) from briefing.step"
        ).fetchone()
    lost = len(set(acknowledged) - set(ids))
    print(
        f"{what}: {len(acknowledged):,} acknowledged, {lost} lost, {len(ids) - len(set(ids))} twice; steps {steps}"
    )


def _note(replica: str, number: int) -> SharedStep:
    own = uuid4().hex
    note = {
        "id": own,
        "motivation": "commenting",
        "body": {"value": f"Note {number}."},
        "creator": replica[:4],
    }
    note |= {
        "created": "2025-07-01T00:00:00Z",
        "target": {"type": "article", "id": "a" * 32, "article": "a" * 32},
    }
    time_ = (
        f"2025-07-01T00:{number // 60_000_000:02d}:{number // 1_000_000 % 60:02d}.{number % 1_000_000:06d}Z"
    )
    return SharedStep(replica=replica, number=number, time=time_, puts=(("annotations", own, note),))


def main(what: str = "push", number: str = "0") -> None:
    """Do one of the four."""
    if why := postgres.missing():
        sys.exit(why)
    count = int(number)
    with TemporaryDirectory(prefix="archive") as name:
        root = Path(name)
        root.chmod(0o755)
        with postgres.started(root / "server") as server:
            server.ask("postgres", "create database desk")
            address = server.address("desk")
            archive.init(address)
            match what:
                case "push":
                    push(root, server, address, count or 1_000_000)
                case "clients":
                    clients(address, count or 60)
                case "keys":
                    keys(root, server, count or 2000)
                case "kills":
                    kills(server, address, count or 50)


if __name__ == "__main__":
    main(*sys.argv[1:3])
