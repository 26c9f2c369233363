"""What a desk does to an archive at once, on a server of this machine that is thrown away.

python -m benchmarks.archive_desk clients [SECONDS] ten clients that write notes at once: none lost, none twice
python -m benchmarks.archive_desk kills [TIMES]     the server killed (-9) in mid-write: nothing acknowledged lost
python -m benchmarks.archive_desk keys [ARTICLES]   what a key takes in a real terminal, alone and while joined, a
                                                    colleague writing a note each second; and until such a note is here
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
from pathlib import Path
from uuid import uuid4

from benchmarks.archive import served
from benchmarks.pty_run import Run
from tests.support.generate import generate
from tests.support.postgres import Server
from tui.commands.annotations import WriteNote, target_of
from tui.core.replica.shared_state import SharedState
from tui.core.replica.shared_step import SharedStep
from tui.store.archive.archive import Archive
from tui.store.archive.connection import ArchiveAwayError
from tui.store.briefing import Briefing
from tui.workflows import archive

_ARTICLES = 500  # that notes are written on


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
            f"{name:<7} median {statistics.median(times):5.1f} ms, p99 {times[int(len(times) * 0.99)]:6.1f} ms"
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
    about = f"{number % _ARTICLES:032x}"  # with a note the others on its article are looked at
    note = {
        "id": own,
        "motivation": "commenting",
        "body": {"value": f"Note {number}."},
        "creator": replica[:4],
    }
    note |= {
        "created": "2025-07-01T00:00:00Z",
        "target": {"type": "article", "id": about, "article": about},
    }
    time_ = (
        f"2025-07-01T00:{number // 60_000_000:02d}:{number // 1_000_000 % 60:02d}.{number % 1_000_000:06d}Z"
    )
    return SharedStep(replica=replica, number=number, time=time_, puts=(("annotations", own, note),))


def main(what: str = "clients", number: str = "0") -> None:
    """Do one of the three."""
    count = int(number)
    with served() as (root, server):
        match what:
            case "clients":
                clients(server.address("desk"), count or 60)
            case "kills":
                kills(server, server.address("desk"), count or 50)
            case "keys":
                keys(root, server, count or 2000)


if __name__ == "__main__":
    main(*sys.argv[1:3])
