"""First paint, keys, saving and memory of the reader: ``python -m benchmarks.start [N…] [OPTIONS] [--keep FOLDER]``.

In a real pty of 120 × 40, beside an empty three-pane Textual app in the same run; medians. N are the
numbers of articles (5 and 5000 by default); the briefings are generated first. ``--paint`` stops after the first table,
with ``--keep`` briefings are generated once in FOLDER and used again. ``--importing`` presses the keys while pages
are imported into the same briefing by another process, which stay in it.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from benchmarks import ROOT
from benchmarks.generated import arguments, first_words
from benchmarks.imports import pages
from benchmarks.pty_run import Run
from tui.commands.annotations import WriteNote, target_of
from tui.store.briefing import Briefing

RUNS = 9
KEYS = 900
PAGES = 5000


def first_paint(arguments: list[str], words: bytes, home: Path) -> tuple[float, float]:
    """Return wall and CPU seconds from the start of the process to these words on the screen."""
    run = Run(arguments, home)
    wall = run.until(words)
    cpu = run.cpu()
    run.kill()
    return wall, cpu


def percentile(values: list[float], share: float) -> float:
    """Return the value below which that share lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


@contextmanager
def import_beside(store: Path, home: Path) -> Iterator[None]:
    """Import pages into a briefing, as long as the block takes."""
    folder = home / "pages"
    if not folder.is_dir():
        pages(folder, PAGES)
    command = [sys.executable, "-m", "tui", "import", "--store", str(store), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT) as process:
        yield
        if process.poll() is not None:
            print("  (the import had ended before the last key)")
        process.terminate()


def keys(store: Path, home: Path) -> tuple[dict[str, list[tuple[float, float]]], float]:
    """Return by pane the seconds from a key to its repaint, wall and CPU of the thread it comes to; and the MB at the end.

    The CPU is all since the repaint before: what comes between two keys, as news of an import, is in it.
    """
    run = Run(["-m", "tui", "--store", str(store)], home)
    run.until(b"help")
    run.settle(2.0)
    times: dict[str, list[tuple[float, float]]] = {}
    for pane, name in ((b"1", "events"), (b"2", "article"), (b"3", "quotes")):
        if pane != b"1":
            run.key(pane)
        taken: list[tuple[float, float]] = []
        for at in range(KEYS // 3):
            spent = run.cpu(str(run.pid))
            # There and back: at an end nothing would move, and nothing be repainted.
            repaint = run.key(b"jk"[at % 2 : at % 2 + 1], seconds=0.3)
            if repaint is not None:
                taken.append((repaint, run.cpu(str(run.pid)) - spent))
        if taken:
            times[name] = taken
    run.settle(1.0)
    memory = run.rss()
    run.kill()
    return times, memory


def saving(store: Path, times: int = 100) -> list[float]:
    """Return the seconds that saving a note takes, durably."""
    briefing = Briefing.open(store)
    rows = briefing.rows()
    taken: list[float] = []
    for at in range(times):
        article = briefing.annotated(rows[at % len(rows)]["id"]).event.articles[0]
        began = time.perf_counter()
        briefing.do(WriteNote(target_of(article), f"Note {at}"))
        taken.append(time.perf_counter() - began)
    briefing.close()
    return taken


def main() -> None:
    """Print the table."""
    with arguments(__doc__, 5, 5000, flags=("--paint", "--importing")) as (given, home):
        first = {count: first_words(home, count) for count in given.counts}
        # Interleaved, so that a busy moment of the machine falls on all alike.
        paints: dict[str, list[tuple[float, float]]] = {}
        empty = str(Path(__file__).with_name("empty.py"))
        for _ in range(RUNS):
            paints.setdefault("empty", []).append(first_paint([empty], b"quotes", home))
            for count, words in first.items():
                reader = ["-m", "tui", "--store", str(home / f"b{count}")]
                paints.setdefault(str(count), []).append(first_paint(reader, words, home))
        floor = statistics.median(cpu for _, cpu in paints["empty"])
        print("start to first event      wall ms    CPU ms    CPU / empty app")
        for name, taken in paints.items():
            wall, cpu = (statistics.median(each[at] for each in taken) for at in (0, 1))
            print(f"{name:>20}      {wall * 1000:7.0f}   {cpu * 1000:7.0f}    {cpu / floor:5.2f}")
        for count in () if given.paint else first:
            store = home / f"b{count}"
            with import_beside(store, home) if given.importing else nullcontext():
                keyed, memory = keys(store, home)
            print(f"\n{count} articles: {memory:.0f} MB")
            for pane, waits in keyed.items():
                for name, values in zip(("wall", "CPU"), map(list, zip(*waits, strict=True)), strict=True):
                    print(
                        f"  key to repaint, {pane:<8} {name:<4} median {statistics.median(values) * 1000:5.1f} ms"
                        f"   99th {percentile(values, 0.99) * 1000:5.1f} ms   ({len(values)} keys)"
                    )
            saved = saving(store)
            print(
                f"  saving a note           median {statistics.median(saved) * 1000:5.1f} ms"
                f"   99th {percentile(saved, 0.99) * 1000:5.1f} ms"
            )


if __name__ == "__main__":
    main()
