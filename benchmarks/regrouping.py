"""Whether the order of import makes a difference: `python -m benchmarks.regrouping [RUNS] [SURROUNDINGS]`.
With `--holds N`: how long the lock is held at a time while N articles are grouped anew, and while that is taken back.

The articles of `../shared/gold/events` are imported all at once, then shuffled in five imports; B-cubed of
the second partition against the first is 1 where they are the same. A small SURROUNDINGS (default: as the
program has it) shows what a briefing too large to be looked at whole would get.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks import GOLD
from benchmarks.events import Row, bcubed
from tests.support.generate import generate
from tests.support.reading_gold import rows_of
from tui.store.briefing import Briefing
from tui.store.disk.folder import BriefingFolder
from tui.workflows import regroup
from tui.workflows.import_pages import import_sources

_BATCHES = 5


def events_of(batches: Sequence[Sequence[Row]]) -> tuple[dict[str, str], float]:
    """Import batches one after the other; return the event of each row's id, and the seconds of CPU."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        briefing = Briefing.open(folder / "store", create=True)
        start = time.process_time()
        for number, batch in enumerate(batches):
            path = folder / f"{number}.jsonl"
            path.write_text("\n".join(json.dumps(_record(row)) for row in batch), "utf-8")
            import_sources(briefing, [path])
        seconds = time.process_time() - start
        found = {
            article.url.rpartition("/")[2]: row["id"]
            for row in briefing.rows()
            for article in briefing.annotated(row["id"]).event.articles
        }
        briefing.close()
    return found, seconds


def _record(row: Row) -> dict[str, str]:
    url = f"https://example.org/{row['id']}"
    return {"url": url, "title": row["title"] or "", "text": row["text"], "published": row["date"] or ""}


def holds(count: int) -> None:
    """Group a generated briefing anew, whose reports of one event have hardly a word in common: most of them move."""
    taken: list[tuple[float, float]] = []
    locked = BriefingFolder.locked

    @contextmanager
    def watched(folder: BriefingFolder, **how: float) -> Iterator[None]:
        outermost = folder._owner != threading.get_ident()
        with locked(folder, **how):
            began, spent = time.perf_counter(), time.thread_time()
            yield
            if outermost:
                taken.append((time.perf_counter() - began, time.thread_time() - spent))

    with tempfile.TemporaryDirectory() as name:
        briefing = generate(Path(name) / "store", count)
        BriefingFolder.locked = watched  # type: ignore[method-assign,assignment]
        began, spent = time.perf_counter(), time.process_time()
        done = regroup.regroup(briefing)
        _tell(f"{done.moved} of {done.articles} articles moved", began, spent, taken)
        began, spent = time.perf_counter(), time.process_time()
        briefing.undo()
        _tell("taken back", began, spent, taken)
        briefing.close()


def _tell(what: str, began: float, spent: float, taken: list[tuple[float, float]]) -> None:
    """Print how long the lock was held by the clock, and in CPU: on a busy machine the clock says nothing."""
    wall, cpu = time.perf_counter() - began, time.process_time() - spent
    print(f"{what}: {wall:.0f} s, {cpu:.0f} s of CPU; the lock was held {len(taken)} times")
    for name, values in zip(("wall", "CPU"), map(sorted, zip(*taken, strict=True)), strict=True):
        median, high = statistics.median(values), values[len(values) * 99 // 100]
        print(f"  {name:<4} median {median:.2f} s, 99th {high:.2f}, longest {values[-1]:.2f}", flush=True)
    taken.clear()


def main() -> None:
    """Print a line a run."""
    if "--holds" in sys.argv:
        holds(int(sys.argv[-1]))
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    if len(sys.argv) > 2:
        regroup.SURROUNDINGS = int(sys.argv[2])
    rows = rows_of(GOLD / "events" / "events.jsonl")
    whole, seconds = events_of([rows])
    gold = {row["id"]: row["cluster"] for row in rows if row["id"] in whole}
    print(f"all at once: {len(whole)} articles, B³ against gold {bcubed(gold, whole):.3f}, {seconds:.0f} s")
    for seed in range(runs):
        shuffled = random.Random(seed).sample(rows, len(rows))
        found, seconds = events_of([shuffled[number::_BATCHES] for number in range(_BATCHES)])
        both = {each: whole[each] for each in whole if each in found}
        same = bcubed(both, found)
        against = bcubed({each: gold[each] for each in both}, found)
        print(
            f"shuffled, {_BATCHES} imports: {len(found)} articles, B³ against all at once {same:.4f},"
            f" against gold {against:.3f}, {seconds:.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
