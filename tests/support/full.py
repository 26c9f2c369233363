"""What a disk that is full costs: `python -m benchmarks.crash --full [RUNS]`.

Work is done on a briefing on a small disk of its own (a tmpfs; where nobody may mount one, and for half of
the runs anyway, under a limit on the size of files) until something is refused. Then the briefing is read,
room is made, and the same work has to go through. Counted are refusals, whether each was one clear line
that named the place, whether what could be read before still can be, and what was acknowledged and lost.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.support.faults import faults
from tests.support.specimen import seen
from tests.support.works import WORKS, Acknowledged, lay_out
from tui.commands.annotations import WriteNote
from tui.core.model import AnnotationTarget
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, ExportError, write
from tui.settings import state
from tui.store.briefing import Briefing, StoreError

_STEPS, _FEW = 60, 8  # changes in a run at most
_SLOW = frozenset({"index", "backup", "restore", "export", "place"})
_PLENTY = 64_000_000
Room = Callable[[], None]


def export(briefing: Briefing, _: random.Random) -> Iterator[Acknowledged]:
    """Export in several formats."""
    folder = briefing.path.parent / "exports"
    while True:
        for each in ("markdown", "csv", "qdpx", "xlsx"):
            to = folder / f"briefing.{each}"
            before = to.read_bytes() if to.is_file() else b""
            try:
                write(BY_ID[each], Dossier.of(briefing, None, "2025-03-01T00:00:00Z"), to, force=True)
            except ExportError:
                if to.is_file() and to.read_bytes() != before:
                    raise RuntimeError(f"half of {to} is there") from None
                raise
            yield {}


def remember(briefing: Briefing, chance: random.Random) -> Iterator[Acknowledged]:
    """Note the place, the theme and the like: a disk that refuses is passed over, what was noted stays whole."""
    os.environ["XDG_STATE_HOME"] = str(briefing.path.parent / "state")
    while True:
        place: dict[str, object] = {"event": "x" * chance.randrange(9000)}
        before = briefing.place()
        briefing.save_place(place)
        if briefing.place() not in (before, place):
            raise RuntimeError("the place is half there")
        state.set_theme("t" * chance.randrange(9000))
        yield {}


KINDS = {
    **{name: kind.work for name, kind in WORKS.items() if name != "repair"},
    "export": export,
    "place": remember,
}
# What is written beside the store, so that the small disk has to hold it too.
_BESIDE = frozenset({"backup", "restore", "export", "place"})


@contextmanager
def small_disk(at: Path, chance: random.Random) -> Iterator[Room]:
    """Let the folder `at` lie on a disk with little room; yields what makes room."""
    used = sum(-(-each.stat().st_size // 4096) * 4096 for each in at.rglob("*") if each.is_file())
    spare = at.with_name("spare")
    at.rename(spare)
    at.mkdir()
    size = used + int(2 ** chance.uniform(12, 16.5))
    _mount("-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs", str(at))
    try:
        shutil.copytree(spare, at, dirs_exist_ok=True)
        yield lambda: _mount("-o", f"remount,size={_PLENTY}", str(at))
    finally:
        shutil.rmtree(spare)
        shutil.copytree(at, spare)
        subprocess.run(["umount", "-l", at], check=True)  # also where a generator holds a file of it
        at.rmdir()
        spare.rename(at)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True)


@contextmanager
def small_files(at: Path, chance: random.Random) -> Iterator[Room]:
    """Let no file grow beyond a size somewhere about the largest there is; yields what ends that."""
    sizes = sorted(each.stat().st_size for each in at.rglob("*.json*"))
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def end() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))

    limit = chance.randrange(max(4096, sizes[len(sizes) // 2]), sizes[-1] + 9000)  # pages have room
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield end
    finally:
        end()


def can_mount() -> bool:
    """Tell whether a small disk can be had."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
        with suppress(OSError):
            if subprocess.run(wanted, capture_output=True, check=False).returncode == 0:
                return subprocess.run(["umount", folder], check=False).returncode == 0
    return False


def trial(name: str, place: Path, chance: random.Random, *, disk: bool) -> tuple[Counter[str], list[str]]:
    """Work until the disk refuses; make room and go on. Returns counts, and what is wrong."""
    path = place / "store"
    count: Counter[str] = Counter(runs=1)
    wrong: list[str] = []
    acknowledged: list[Acknowledged] = []
    with (small_disk if disk else small_files)(place if name in _BESIDE else path, chance) as make_room:
        briefing = Briefing.open(path)
        try:
            for done in KINDS[name](briefing, chance):
                acknowledged.append(done)
                if len(acknowledged) >= (_FEW if name in _SLOW else _STEPS):
                    break
        except (StoreError, ExportError, RuntimeError) as error:
            count["refused"] += 1
            line = str(error)
            if not any(word in line for word in ("full", "No space", "no room", "too large", "larger")):
                wrong.append(f"unclear: {line}")
            if "\n" in line or str(place) not in line:
                wrong.append(f"not one line with its place: {line}")
            if name not in _BESIDE and not briefing.read_only:
                wrong.append("it does not say that it is read-only")
            wrong += [f"not to be read: {each}" for each in seen(path).values() if str(each).startswith("! ")]
        make_room()
        again = KINDS[name](briefing, chance)
        try:
            acknowledged += [next(again) for _ in range(3)]
            count["went on"] += 1
            # A change for sure.
            briefing.do(WriteNote(AnnotationTarget("event", briefing.rows()[0]["id"]), "room"))
            if briefing.read_only:
                wrong.append(f"read-only for ever: {briefing.read_only}")
        except (StoreError, ExportError, RuntimeError) as error:
            wrong.append(f"it does not go on: {error}")
        briefing.close()
        wrong += faults(path, acknowledged)
    count["acknowledged"] += len(acknowledged)
    count["BAD"] += bool(wrong)
    return count, wrong


_HEADS = ("runs", "refused", "went on", "acknowledged", "BAD")


def main(runs: int = 60, kinds: list[str] | None = None) -> int:
    """Run all trials and print a table."""
    worst = 0
    ways = {"small disk": True, "small files": False} if can_mount() else {"small files": False}
    print(f"{'work':<10}{'refusing':<14}" + "".join(f"{head:>14}" for head in _HEADS) + f"{'seconds':>9}")
    with tempfile.TemporaryDirectory(prefix="briefing-full-") as folder:
        for name in kinds or KINDS:
            template, place = Path(folder) / "template", Path(folder) / "place"
            shutil.rmtree(template, ignore_errors=True)
            lay_out(template / "store", WORKS[name].articles if name in WORKS else 12)
            for way, disk in ways.items():
                count: Counter[str] = Counter()
                faulty: Counter[str] = Counter()
                begun = time.perf_counter()
                for run in range(runs):
                    shutil.rmtree(place, ignore_errors=True)
                    shutil.copytree(template, place)
                    one, wrong = trial(name, place, random.Random(f"{name} {way} {run}"), disk=disk)
                    count += one
                    faulty.update(each.replace(folder, "") for each in wrong)
                worst += count["BAD"]
                figures = "".join(f"{count[head]:>14}" for head in _HEADS)
                print(f"{name:<10}{way:<14}{figures}{time.perf_counter() - begun:>9.1f}", flush=True)
                for fault, times in faulty.most_common(4):
                    print(f"    {times} × {fault[:300]}", flush=True)
    return min(worst, 1)
