"""Copies of a briefing become one again: two folders at once, or any number of them by way of a folder they share.

In a shared folder each copy writes in a folder of its own, called by its replica: `<replica>/<replica>.jsonl` has its
steps, others beside it those that nobody else has brought here. `sources/` has the raw pages.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.core.replica.shared_state import Conflict, Document
from tui.core.replica.shared_step import SINGULAR, SharedStep, vector
from tui.core.text import one_line
from tui.settings.atomic_files import private_folder, read_regular, write_whole
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.replica.replica import Replica
from tui.store.replica.step_files import ReplicaState, counts, keep, place_of, read_steps, write_state
from tui.store.undo import Step

_PAGES = "sources"
_REPLICA = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class MergeResult:
    """What went to and fro: the step that brought what was new, steps taken and given, and how much is to be decided.

    `late` steps wait for others that have not come yet; `held` are those of here that one's role may not bring there, or
    that build on such, and `barred` names what it may not bring.
    """

    step: Step | None = None
    taken: int = 0
    given: int = 0
    conflicts: int = 0
    late: int = 0
    held: int = 0
    barred: tuple[str, ...] = ()


def merge(briefing: Briefing, other: Path, *, anyway: bool = False) -> MergeResult:
    """Let a briefing and another copy of it, a folder or an archive, be one. Raises `StoreError`.

    Both folders are the same afterwards; an archive is only read.
    """
    if other.is_file():
        return _merge_archive(briefing, other, anyway=anyway)
    copy = Briefing.open(other)
    try:
        return _join(briefing, copy, other.name, anyway=anyway)
    finally:
        copy.close()


def sync(briefing: Briefing, folder: Path, *, anyway: bool = False) -> MergeResult:
    """Share what was done with whoever shares by way of a folder, and take what they did. Raises `StoreError`."""
    check_shared(folder)
    replica = _whole(briefing)
    if replica.is_one_with(_counts(folder)):
        return MergeResult(None, 0, 0, replica.waiting)
    there = _there(folder)
    known = vector(replica.steps())
    replica.renew(counts(folder / replica.name))
    replica.share(there, anyway=anyway)
    late = replica.take(there)
    label = f"Took in what others did, from {folder.name}"
    try:
        _copy_pages(folder / _PAGES, replica.pages())
        given = _bring(replica, folder, vector(there))
        _copy_pages(replica.pages(), folder / _PAGES, shared=True)
    except StoreError:  # nothing can be given: what others did is here all the same
        replica.put_together(label)
        raise
    step = replica.put_together(label)
    return MergeResult(step, _new(there, known) - late, given, replica.waiting, late)


def _join(briefing: Briefing, copy: Briefing, name: str, *, anyway: bool) -> MergeResult:
    ours, theirs = _whole(briefing), _whole(copy)
    known = vector(ours.steps())
    before = vector(theirs.steps())
    ours.renew(before)
    theirs.renew(known)
    ours.share(theirs.steps(), anyway=anyway)
    theirs.share(ours.steps(), anyway=anyway)
    ours.take(theirs.steps())
    theirs.take(ours.steps())
    _copy_pages(theirs.pages(), ours.pages())
    _copy_pages(ours.pages(), theirs.pages())
    step = ours.put_together(f"Merged with {name}")
    theirs.put_together(f"Merged with {briefing.path.name}")
    every = ours.steps()
    return MergeResult(step, _new(theirs.steps(), known), _new(every, before), ours.waiting)


def _merge_archive(briefing: Briefing, archive: Path, *, anyway: bool) -> MergeResult:
    """Merge with what an archive holds, which is a copy by the name of its contents: taken in again, it is known."""
    from tui.store.maintenance.backup import restore

    replica = hashlib.sha256(read_regular(archive)).hexdigest()[:32]
    ours = briefing.replica()
    if replica in vector(ours.steps()):
        return MergeResult(None, 0, 0, ours.waiting)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "copy"
        restore(archive, folder)
        write_state(folder, ReplicaState(replica, place_of(folder)))
        copy = Briefing.open(folder)
        try:
            return _join(briefing, copy, archive.name, anyway=anyway)
        finally:
            copy.close()


def _whole(briefing: Briefing) -> Replica:
    """Return the copy that a briefing is. Raises `StoreError` for a part of an archive, which has only parts of steps."""
    replica = briefing.replica()
    if replica.is_part:
        raise StoreError(
            f"{briefing.path}: is a part of an archive; `archive push` shares what was done in it"
        )
    return replica


def check_shared(folder: Path) -> None:
    """Raise `StoreError` where there is no folder to share by."""
    if not folder.is_dir():
        raise StoreError(f"{folder}: there is no such folder; make it, or name another")


@contextmanager
def _reaching(place: Path) -> Iterator[None]:
    """Let a place that cannot be read, or written to, be told by name. Raises `StoreError`."""
    try:
        yield
    except OSError as error:
        where = error.filename or place
        raise StoreError(f"{where}: cannot be read or written ({error.strerror}); try again later") from None


def _begun(folder: Path, name: str) -> Path:
    """Return a folder in one that is shared, made where there is none. Raises `StoreError`, also where that is gone."""
    with _reaching(folder / name):
        (folder / name).mkdir(mode=0o700, exist_ok=True)
        _open_up(folder / name, folder)
    return folder / name


def _open_up(path: Path, folder: Path) -> None:
    """Let those read who may write in a shared folder: what is written is else the user's alone."""
    mode = folder.stat().st_mode & 0o7777
    if mode & 0o022:
        with suppress(PermissionError):  # not every disk knows of rights
            path.chmod(mode if path.is_dir() else mode & 0o666)


def _there(folder: Path) -> list[SharedStep]:
    """Return the steps in a shared folder, each once. Raises `StoreError`."""
    found: dict[tuple[str, int], SharedStep] = {}
    with _reaching(folder):
        for own in sorted(
            each for each in folder.iterdir() if _REPLICA.fullmatch(each.name) and each.is_dir()
        ):
            next(own.iterdir(), None)  # one that may not be read is not empty
            found |= {(step.replica, step.number): step for step in read_steps(own)}
    return list(found.values())


def _counts(folder: Path) -> dict[str, int]:
    """Return how many steps of each replica a shared folder has."""
    found: dict[str, int] = {}
    for own in folder.glob("[0-9a-f]" * 32):
        for name, number in counts(own).items():
            found[name] = max(number, found.get(name, 0))
    return found


def _bring(replica: Replica, folder: Path, there: dict[str, int]) -> int:
    """Write into a shared folder what is not there; return how many steps that are."""
    steps = replica.steps()
    if missing := {step.replica for step in steps if step.number > there.get(step.replica, 0)}:
        own = _begun(folder, replica.name)
        with _reaching(own):
            keep(own, (step for step in steps if step.replica in missing), counts(own))
            for name in missing:
                _open_up(own / f"{name}.jsonl", folder)
    return _new(steps, there)


def _copy_pages(source: Path, goal: Path, *, shared: bool = False) -> None:
    """Copy the raw pages that are not there; each is called by what it holds. Raises `StoreError`.

    In a `shared` folder others may read them who may write in it; else they are the user's alone.
    """
    with _reaching(goal):
        for path in source.glob("*.gz") if source.is_dir() else ():
            if (goal / path.name).exists():
                continue
            if shared:
                _begun(goal.parent, goal.name)
            else:
                private_folder(goal)
            write_whole(goal / path.name, read_regular(path))
            if shared:
                _open_up(goal / path.name, goal)


def _new(steps: Iterable[SharedStep], known: dict[str, int]) -> int:
    return sum(step.number > known.get(step.replica, 0) for step in steps)


def named(conflict: Conflict) -> str:
    """Return what a conflict is about, in a few words."""
    field = conflict.field.removeprefix("@") or "deleted"
    return f"{thing(conflict.table, conflict.document)}, {one_line(field)}"


def thing(table: str, document: Document) -> str:
    """Return what a document is called, in a few words."""
    own = (document.get(name) for name in ("name", "headline", "title", "motivation", "id"))
    return one_line(f"{SINGULAR[table]} “{next(filter(None, own), '')}”")


def told(conflict: Conflict) -> list[str]:
    """Return what can be chosen of a conflict, a line each, the value shown first."""
    if not conflict.field:
        return ["keep it, as it was changed meanwhile", "delete it"]
    return [
        f"{_value(each.value)} ({each.step.author or 'author not known'}, {each.step.time[:10]})"
        for each in conflict.writes
    ]


def _value(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("value", value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
