"""What damage to any file of a briefing costs: `python -m benchmarks.damage [KIND...]`.

Each kind of file is cut off at 50 random points, filled with NULs, emptied, taken away, given 200 random
byte flips (one a trial) and a newer schema. After each, one copy is looked over by `check`, mended by
`check --repair` and looked over again; in another the verbs of every day run, a note is written, and in
some the app is opened. Nothing may end in a traceback, damage that can be told must be told, and the bytes
that were found must be kept, in their place or in `damaged/`. The exit status is 1 when a trial was bad.
`--few` makes a tenth of the trials.
"""

from __future__ import annotations

import asyncio
import io
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.specimen import DERIVED, KINDS, seen, specimen
from tui.cli import parser
from tui.store.briefing import Briefing, StoreError

Damage = Callable[[bytes, random.Random], bytes | None]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data)) if data else 0
    return data[:at] + bytes([data[at] ^ chance.randrange(1, 256)]) + data[at + 1 :] if data else b"x"


# How a file is damaged, and how often of each.
DAMAGES: dict[str, tuple[int, Damage]] = {
    "cut off": (50, lambda data, chance: data[: chance.randrange(max(1, len(data) - 1))] or b"x"),
    "NULs": (1, lambda data, _: b"\0" * max(1, len(data))),
    "emptied": (1, lambda *_: b""),
    "taken away": (1, lambda *_: None),
    "byte flipped": (200, _flipped),
    "newer schema": (1, lambda data, _: data.replace(b'"schema":1', b'"schema":7')),
}


@dataclass
class Trial:
    """What came of one damaged file. `told` where check or a verb said so; `bad` says what must not be."""

    told: bool = False
    refused: bool = False
    same: bool = False  # all a reader sees is as it was, after repair
    sound: bool = False  # check has nothing left to say but remarks
    bad: list[str] = field(default_factory=list)


def run_verb(*arguments: str) -> tuple[int, str, str]:
    """Run a verb as it is typed, in this process; return its status and what it printed."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        status = parser.main(arguments)
        out.flush()
        err.flush()
    finally:
        sys.stdout, sys.stderr = before
    return status, out.buffer.getvalue().decode(), err.buffer.getvalue().decode()


def reading_verbs(note_on: str, out: Path) -> list[tuple[str, ...]]:
    """Return the verbs of every day; the last two write."""
    return [
        ("events",),
        ("quotes", "--json"),
        ("search", "convoy"),
        ("articles",),
        ("tags",),
        ("show", note_on),
        ("counts", "tags-speakers"),
        ("feeds", "list"),
        ("export", "--format", "csv", "-o", str(out / "quotes.csv"), "--force"),
        ("export", "--format", "webannotation", "-o", str(out / "notes.jsonld"), "--force"),
        ("tag", note_on, "later", "first"),
        ("note", note_on, "written after the damage"),
    ]


async def open_app(path: Path) -> list[str]:
    """Open the app on a briefing, walk about and write; return the notices. Raises what it dies of."""
    from tui.ui.app import BriefingApp, open_briefing

    try:
        briefing = open_briefing(path, create=True)
    except StoreError as error:
        return [str(error)]
    app = BriefingApp(briefing)
    try:
        async with app.run_test(size=(120, 40)) as pilot:
            for key in "j j k enter ] 3 j s s s m C escape W escape".split():
                await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.press("/", "c", "o", "escape", "H", "escape", "D", "escape", "c", "escape", "u")
            await app.workers.wait_for_complete()
    finally:
        briefing.close()
    return briefing.warnings


def kept(path: Path, name: str, data: bytes | None) -> bool:
    """Tell whether the bytes of a damaged file are still somewhere."""
    if data is None or not data.strip(b"\0 \n"):
        return True
    places = [path / name, *(path / "damaged").glob("*")]
    held = [each.read_bytes() for each in places if each.is_file()]
    if name != "journal.jsonl":
        return data in held
    # Of the journal, lines that are whole stay in it: what was torn is kept beside it.
    lines = b"".join(held)
    return all(line in lines for line in data.splitlines() if line.strip(b"\0"))


@dataclass(frozen=True)
class Case:
    """One file of a briefing and what it is to hold instead, None for nothing at all."""

    kind: str
    how: str
    name: str
    data: bytes | None

    def put(self, path: Path) -> None:
        """Damage the file in the briefing in the folder `path`."""
        if self.data is None:
            (path / self.name).unlink()
        else:
            (path / self.name).write_bytes(self.data)

    @property
    def blind(self) -> bool:
        """Whether nobody can tell. Packed pages and journals have a checksum; what is JSON still has none."""
        if self.kind in DERIVED:
            return True
        return self.how == "byte flipped" and not self.kind.startswith(("sources", "packed"))


def trial(pristine: Path, work: Path, case: Case, *, app: bool) -> Trial:
    """Damage one file of a copy of the pristine briefing; return what came of it."""
    found = Trial()
    told = False  # by anybody
    for look in (_checked, _worked, *([_opened] if app else [])):
        path = work / look.__name__
        shutil.rmtree(path, ignore_errors=True)
        shutil.copytree(pristine, path)
        case.put(path)
        found.told = False
        try:
            look(found, path, case)
        except Exception as error:
            at = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{at.filename.rpartition('/tui/')[2]}:{at.lineno}"
            found.bad.append(f"{look.__name__}: traceback {error!r} at {where}")
        if case.kind not in DERIVED and found.told and not kept(path, case.name, case.data):
            found.bad.append(f"{look.__name__}: the damaged file was not kept")
        if case.how == "newer schema" and (path / case.name).read_bytes() != case.data:
            found.bad.append(f"{look.__name__}: a file of a newer version was overwritten")
        told |= found.told
    found.told = told
    # A byte of a packed file's head that says nothing of what is in it may be any.
    harmless = found.same and case.how == "byte flipped"
    if not (found.told or found.refused or case.blind or harmless):
        found.bad.append("nobody said a word")
    if not found.told and case.how != "byte flipped" and not found.same:
        found.bad.append("something is gone, and nobody said a word")
    return found


_BEFORE: dict[Path, dict[str, str]] = {}


def _as_before(pristine: Path, path: Path) -> bool:
    if pristine not in _BEFORE:
        _BEFORE[pristine] = {key: str(value) for key, value in seen(pristine).items()}
    return {key: str(value) for key, value in seen(path).items()} == _BEFORE[pristine]


def _files(path: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in path.rglob("*") if file.is_file()}


def _checked(found: Trial, path: Path, case: Case) -> None:
    """Look it over, mend it, look it over again."""
    store = ("--store", str(path))
    before = _files(path)
    status, out, _ = run_verb("check", *store)
    if _files(path) != before:
        found.bad.append("check changed something")
    found.told = status == 1 or case.name in out or (case.kind == "packed journal" and "journal" in out)
    found.refused = "newer" in out
    _, _, err = run_verb("check", "--repair", *store)
    if "Traceback" in err:
        found.bad.append(f"check --repair: {err[-200:]}")
    status, _, _ = run_verb("check", *store)
    found.sound = status == 0
    found.same = _as_before(path.parent.parent / "pristine", path)


def _worked(found: Trial, path: Path, case: Case) -> None:
    """Run the verbs of every day."""
    quote = (path.parent.parent / "quote").read_text()
    verbs = reading_verbs(quote, path.parent)
    begin = len(case.data or b"") % len(verbs)  # any of them may be the first to meet the damage
    for verb in verbs[begin:] + verbs[:begin]:
        status, out, err = run_verb(*verb, "--store", str(path))
        if status not in (0, 1) or (status and not err.strip()) or "Traceback" in err + out:
            found.bad.append(f"{verb[0]}: status {status}, {err[-200:]!r}")
        if any(word in err for word in (case.name, "damaged", "newer")):
            found.told = True
        if verb[0] == "note" and status == 0:
            _, out, _ = run_verb("note", quote, "--store", str(path))
            if "written after the damage" not in out:
                found.bad.append("a note was acknowledged and is not there")


def _opened(found: Trial, path: Path, case: Case) -> None:
    """Open the app."""
    notices = asyncio.run(open_app(path))
    found.told = found.told or any(case.name in notice for notice in notices)


def files_of(pristine: Path, kind: str) -> list[str]:
    """Return the files of a kind."""
    return sorted(str(file.relative_to(pristine)) for file in pristine.glob(KINDS[kind]))


@contextmanager
def laboratory() -> Iterator[tuple[Path, Path]]:
    """Yield a pristine briefing and a folder to work in, with places of their own for settings."""
    with tempfile.TemporaryDirectory(prefix="briefing-damage-") as folder:
        before = dict(os.environ)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = f"{folder}/{name}"
        os.environ.pop("BRIEFING_STORE", None)
        pristine, work = Path(folder) / "pristine", Path(folder) / "work"
        work.mkdir()
        specimen(pristine)
        briefing = Briefing.open(pristine)
        quote = next(quote.id for _, _, quote in briefing.quotes())
        briefing.close()
        (Path(folder) / "quote").write_text(quote)
        try:
            yield pristine, work
        finally:
            os.environ.clear()
            os.environ.update(before)


_HEADS = ("trials", "told", "refused", "unseen", "as before", "sound", "app", "BAD")


def some_trials(
    pristine: Path, work: Path, kind: str, how: str, times: int, *, app: bool = True
) -> tuple[Counter[str], Counter[str]]:
    """Damage files of a kind so many times; return counts of what came of it, and of what was bad.

    With `app` every fiftieth is opened in the app as well.
    """
    names, chance = files_of(pristine, kind), random.Random(f"{kind} {how}")
    count: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    for number in range(times):
        name = chance.choice(names)
        case = Case(kind, how, name, DAMAGES[how][1]((pristine / name).read_bytes(), chance))
        opens = app and number % 50 == 0
        done = trial(pristine, work, case, app=opens)
        count["refused" if done.refused else "told" if done.told else "unseen"] += 1
        for head, is_so in (
            ("trials", True),
            ("app", opens),
            ("as before", done.same),
            ("sound", done.sound),
            ("BAD", done.bad),
        ):
            count[head] += bool(is_so)
        faults.update(done.bad)
    return count, faults


def main() -> int:
    """Run the trials and print a table of what came of them."""
    wanted = [each for each in sys.argv[1:] if not each.startswith("--")]
    share = 10 if "--few" in sys.argv else 1
    worst = 0
    print(f"{'file':<16}{'damage':<14}" + "".join(f"{head:>10}" for head in _HEADS))
    begun = time.perf_counter()
    with laboratory() as (pristine, work):
        for kind in wanted or KINDS:
            for how, (times, _) in DAMAGES.items():
                if how == "newer schema" and b'"schema":1' not in _sample(pristine, kind):
                    continue
                count, faults = some_trials(pristine, work, kind, how, max(1, times // share))
                worst += count["BAD"]
                print(f"{kind:<16}{how:<14}" + "".join(f"{count[head]:>10}" for head in _HEADS), flush=True)
                for fault, number in faults.most_common(5):
                    print(f"    {number} × {fault}", flush=True)
    print(f"{time.perf_counter() - begun:.0f} s")
    return min(worst, 1)


def _sample(pristine: Path, kind: str) -> bytes:
    return (pristine / files_of(pristine, kind)[0]).read_bytes()
