"""What a kill at any moment costs: `python -m benchmarks.crash [RUNS] [KIND...]` kills RUNS times in each kind of work.

A process works on a briefing and acknowledges each finished change through a pipe; it is killed with
SIGKILL at a random moment. Then the briefing is opened again and everything is looked at: what was
acknowledged is there, nothing is half done, no article is there twice, the index agrees with the files,
and stock TinyDB reads every file. The counts are printed; `cut short` says in how many runs the kill left
something begun: files of a step, half a line, a spare file, an open transaction. The exit status is 1 when
any run was bad. POSIX only. `--calls` kills at chosen calls that change the disk, the same at every run; `--full` has
the disk refuse instead.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.support.convoys import build, page, revised
from tests.support.faults import faults
from tests.support.kill_points import KillPoint
from tests.support.works import WORKS, Acknowledged, Work, build_index, lay_out
from tui.store.briefing import Briefing, StoreError
from tui.store.disk.journal import Journal
from tui.store.maintenance import backup
from tui.store.maintenance.check import find_damage
from tui.workflows.import_pages import import_sources
from tui.workflows.store_annotations import read, take

__all__ = ["WORKS", "build", "faults", "page", "revised", "trial"]


_POINTS, _STEP = 211, 37  # calls among which a process is killed, and from one kill to the next


class Outcome(NamedTuple):
    """What came of a kind of work: changes acknowledged, kills that cut something short, bad runs, some faults."""

    acknowledged: int
    cut_short: int
    bad: int
    some: list[str]


def killed(path: Path, work: Work, seed: int, longest: float = 0.15, point: int = 0) -> list[Acknowledged]:
    """Let a process work on the briefing at `path` and kill it; return what it acknowledged.

    It is killed at a random moment within `longest` seconds, or else at its `point`-th call that changes the disk.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        tell = os.write  # which is no change of the disk
        try:
            if point:
                KillPoint(point, statements=work is build_index)
            briefing = Briefing.open(path)
            tell(writer, b"{}\n")
            for done in work(briefing, random.Random(seed)):
                tell(writer, json.dumps(done).encode() + b"\n")
        except BaseException as error:  # whatever it was, the parent is to hear of it
            tell(writer, json.dumps({"error": repr(error)}).encode() + b"\n")
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        pipe.readline()  # it is at work
        if not point:
            time.sleep(random.Random(seed).uniform(0, longest))
            os.kill(child, signal.SIGKILL)
        lines = pipe.read().split(b"\n")
        os.waitpid(child, 0)
    return [json.loads(line) for line in lines[:-1]]


def was_cut_short(path: Path) -> bool:
    """Tell whether a kill left something begun."""
    index = path / "index.sqlite-wal"
    there = [file.read_bytes() for file in (*path.glob("*.json"), *path.glob("*/*.json"))]
    spare = [*path.parent.glob(".*.new"), *path.parent.glob(".*.restoring"), *path.rglob("*.new")]
    return bool(
        any((path / ".pending").iterdir())
        or not Journal(path).is_complete()
        or not all(data.endswith(b"}\n") for data in there)
        or spare
        or (index.exists() and index.stat().st_size)
    )


def _import_again(path: Path) -> list[str]:
    """Import the same folders again: what was cut short is made up for, and nothing is there twice."""
    briefing = Briefing.open(path)
    done = import_sources(briefing, [path.parent / "pages"])
    briefing.close()
    return [done.stopped] if done.stopped else []


def _take_again(path: Path) -> list[str]:
    """Take the same project in again: then all of it is there, once."""
    briefing, project = Briefing.open(path), path.with_name("project.qdpx")
    done = take(briefing, read(project, "qdpx"), project.name)
    notes = [note.body["value"] for _, note in briefing.written("commenting")]
    theirs = [str(note) for note in notes if str(note).startswith("theirs")]
    briefing.close()
    wrong = (
        []
        if len(theirs) == len(set(theirs)) == 12
        else [f"{len(theirs)} notes of {len(set(theirs))}, not 12"]
    )
    return wrong + ([f"left out: {done.left}"] if done.left else [])


def _look_at_backup(path: Path) -> list[str]:
    made = path.with_name("backup.zip")
    try:
        if made.exists():
            backup.verify(made)
    except StoreError as error:
        return [str(error)]
    return []


def _look_at_restored(path: Path) -> list[str]:
    there = path.with_name("restored")
    wrong = faults(there, []) if there.exists() else []
    shutil.rmtree(there, ignore_errors=True)
    backup.restore(path.with_name("whole.zip"), there)
    left = [each.name for each in path.parent.iterdir() if each.name.endswith(".restoring")]
    wrong += [f"left over: {left}"] if left else []
    wrong += faults(there, [])
    shutil.rmtree(there)
    return wrong


def _repair_again(path: Path) -> list[str]:
    briefing = Briefing.open(path)
    briefing.repair()
    briefing.close()
    return [f"{finding.file}: {finding.what}" for finding in find_damage(path) if not finding.remark]


# What is done after a kill before everything is looked at; returns what is wrong.
_AFTER: dict[str, Callable[[Path], list[str]]] = {
    "import": _import_again,
    "project": _take_again,
    "backup": _look_at_backup,
    "restore": _look_at_restored,
    "repair": _repair_again,
}


def trial(name: str, runs: int, *, seed: int = 0, calls: bool = False) -> Outcome:
    """Kill `runs` times in one kind of work; return what came of it. With `calls` each at another call."""
    kind = WORKS[name]
    done, cut, bad, some = 0, 0, 0, list[str]()
    with tempfile.TemporaryDirectory(prefix="briefing-crash-") as folder:
        template, place = Path(folder) / "template", Path(folder) / "place"
        lay_out(template / "store", kind.articles)
        for run in range(runs):
            if run % kind.fresh_every == 0 or not place.exists():
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(template, place)
            path = place / "store"
            point = 1 + (seed + run * _STEP) % _POINTS if calls else 0
            acknowledged = killed(path, kind.work, seed * 100_000 + run, kind.longest, point)
            done += len(acknowledged)
            cut += was_cut_short(path)
            wrong = _AFTER[name](path) if name in _AFTER else []
            wrong += faults(path, acknowledged, noticed=name == "repair")
            if wrong:
                bad += 1
                some += [f"{name} run {run}: {fault}" for fault in wrong[:2]]
                shutil.rmtree(place)
    return Outcome(done, cut, bad, some[:6])


def main() -> int:
    """Run all trials and print a table."""
    arguments = [each for each in sys.argv[1:] if not each.startswith("--")]
    runs = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else 200
    if "--full" in sys.argv:
        from tests.support.full import main as fill

        return fill(runs)
    worst = 0
    heads = f"{'work':<10}{'kills':>7}{'cut short':>11}{'acknowledged':>14}{'bad runs':>10}{'seconds':>9}"
    print(heads, flush=True)
    for name in arguments or WORKS:
        begun = time.perf_counter()
        made = trial(name, runs, calls="--calls" in sys.argv)
        worst += made.bad
        took = time.perf_counter() - begun
        print(
            f"{name:<10}{runs:>7}{made.cut_short:>11}{made.acknowledged:>14}{made.bad:>10}{took:>9.1f}",
            flush=True,
        )
        for fault in made.some:
            print(f"    {fault}")
    return min(worst, 1)
