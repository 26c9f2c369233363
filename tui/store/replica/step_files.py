"""Where shared steps lie: a file for each replica, `<replica>.jsonl`, to which only its owner appends.

Beside those in a briefing's folder (`steps/`) lies `replica.json`: which replica this copy is, on which machine and in
which folder, how far its journal was looked through, and which steps its files were put together from.

A line is JSON: `{"replica": 32 hex digits, "number": 1 and up, "time": ISO 8601 in UTC to the microsecond, "author": "",
"seen": {replica: number}, "puts": [[table, id, {field: value} or null], …]}`; of the first steps of a copy also
`"base": true`, and of the very first `"journal": ["seq crc", …]`.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from tui.core.replica.shared_step import TABLES, Fields, Put, SharedStep, is_moment, untitled, whole
from tui.settings.atomic_files import (
    open_regular,
    private_folder,
    read_regular,
    sync_folder,
    write_all,
    write_whole,
)
from tui.store.disk.errors import StoreError

FOLDER = "steps"
ARCHIVE = "archive.json"
_STATE = "replica.json"


@dataclass(slots=True)
class ReplicaState:
    """What a copy knows of itself.

    `journal` is the number of the last line of its journal that was looked at, `made_of` of each replica the last of
    the steps that its files were put together from, `conflicts` how many things were to be decided then. `former` are
    the replicas that it was before it was copied here. `held` are those whose steps past a number wait: they, or what
    they build on, are such that one may not bring them to the archive.
    """

    replica: str
    place: str
    journal: int = 0
    made_of: dict[str, int] = field(default_factory=dict)
    conflicts: int = 0
    former: list[str] = field(default_factory=list)
    held: dict[str, int] = field(default_factory=dict)

    @property
    def shelf(self) -> str:
        """The replica under whose name this copy writes down what has to wait."""
        return hashlib.sha256(f"{self.replica} waits".encode()).hexdigest()[:32]

    def waits(self, step: SharedStep) -> bool:
        """Tell whether a step has to wait."""
        return step.number > self.held.get(step.replica, step.number)

    def apart(self, seen: Mapping[str, int]) -> dict[str, int]:
        """Return what of others' steps somebody had seen, but for those that have to wait."""
        lower = ((name, min(number, self.held.get(name, number))) for name, number in seen.items())
        return {name: number for name, number in lower if number}


def read_steps(folder: Path, *, part: bool = False, held: Sequence[SharedStep] = ()) -> list[SharedStep]:
    """Return the steps in a folder's files, each replica's in their order. Raises `StoreError` for one that makes no sense.

    A last line that is not whole yet is left for another time. A `part` of an archive has not all of them, and no title
    of theirs. Those that were `held` when the files were read last are not read again.
    """
    known = _by_replica(held)
    found: list[SharedStep] = []
    for path in sorted(folder.glob(f"{'[0-9a-f]' * 32}.jsonl")):
        found += _steps_of(path, part, known.get(path.stem, []))
    return found


def _steps_of(path: Path, part: bool, held: Sequence[SharedStep] = ()) -> list[SharedStep]:
    """Return the steps of one file. Raises `StoreError`."""
    try:
        data = read_regular(path)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror})") from None
    lines = data[: data.rfind(b"\n") + 1].splitlines()
    found: list[SharedStep] = []
    if held and not part and len(lines) >= len(held) and lines[len(held) - 1] == line_of(held[-1]).rstrip():
        found += held
    for at, line in enumerate(lines[len(found) :], len(found) + 1):
        try:
            step = step_of(line)
        except ValueError as error:
            raise StoreError(f"{path}: line {at} {error}; was it written by a newer version?") from None
        last = found[-1].number if found else 0
        if step.replica != path.stem or not (step.number > last if part else step.number == last + 1):
            raise StoreError(f"{path}: line {at} is not step {last + 1} of this replica")
        found.append(untitled(step) if part else step)
    return found


def counts(folder: Path) -> dict[str, int]:
    """Return how many whole lines the files of a folder have, by replica, without reading what they say."""
    found: dict[str, int] = {}
    for path in folder.glob(f"{'[0-9a-f]' * 32}.jsonl"):
        with suppress(OSError):
            at = path.stat()
            found[path.stem] = _lines(path, (at.st_ino, at.st_size, at.st_mtime_ns))
    return found


@lru_cache(maxsize=1024)
def _lines(path: Path, _: tuple[int, int, int]) -> int:
    """Return how many whole lines a file has, as it is now: each exchange asks that some ten times. Raises OSError."""
    return read_regular(path).count(b"\n")


def append(folder: Path, steps: Sequence[SharedStep], known: int) -> None:
    """Append the steps of one replica, of which `known` are there, and wait for the disk. Raises OSError.

    What a kill left half written is taken out first.
    """
    if not steps:
        return
    private_folder(folder)
    path = folder / f"{steps[0].replica}.jsonl"
    data = b"".join(line_of(step) for step in steps if step.number > known)
    if not data:
        return
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        with open_regular(path) as file:
            held = file.read()
        whole = held.rfind(b"\n") + 1
        os.ftruncate(handle, whole)
        os.lseek(handle, whole, os.SEEK_SET)
        write_all(handle, data)
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(folder)


def keep(folder: Path, steps: Iterable[SharedStep], there: dict[str, int]) -> None:
    """Bring steps of any replicas into a folder, where those up to the numbers `there` lie already. Raises OSError."""
    for replica, own in _by_replica(steps).items():
        append(folder, own, there.get(replica, 0))


def rejoin(folder: Path, steps: Iterable[SharedStep]) -> None:
    """Bring steps of a part of an archive into a folder: of one that is there, what it did to more. Raises OSError."""
    for replica, new in _by_replica(steps).items():
        path = folder / f"{replica}.jsonl"
        there = _steps_of(path, part=True)
        if there and new[0].number > there[-1].number:
            append(folder, new, there[-1].number)
            continue
        private_folder(folder)
        every = sorted(whole([*there, *new]), key=lambda each: each.number)
        write_whole(path, b"".join(map(line_of, every)))


def _by_replica(steps: Iterable[SharedStep]) -> dict[str, list[SharedStep]]:
    """Return steps by the replica whose they are, in their order."""
    found: dict[str, list[SharedStep]] = {}
    for step in sorted(steps, key=lambda each: each.number):
        found.setdefault(step.replica, []).append(step)
    return found


def read_state(root: Path) -> ReplicaState:
    """Return what a copy knows of itself; a new replica where it is one, or was copied here from elsewhere."""
    place = place_of(root)
    try:
        state = ReplicaState(**json.loads(read_regular(root / FOLDER / _STATE)))
    except (OSError, ValueError, TypeError):
        state = ReplicaState("", "")
    if state.place == place:
        return state
    if not state.replica:
        return replace(state, replica=uuid.uuid4().hex, place=place)
    # The same for whoever asks before it is written down.
    name = hashlib.sha256(f"{state.replica} {place}".encode()).hexdigest()[:32]
    return replace(state, replica=name, place=place, former=[*state.former, state.replica])


def place_of(root: Path) -> str:
    """Return what tells one folder from its copies: the machine, and which folder it is there."""
    found = root.stat()
    return f"{platform.node()}:{found.st_dev}:{found.st_ino}"


def write_state(root: Path, state: ReplicaState) -> None:
    """Keep what a copy knows of itself. Raises OSError."""
    private_folder(root / FOLDER)
    write_whole(root / FOLDER / _STATE, json.dumps(asdict(state)).encode() + b"\n")


_REPLICA = re.compile(r"[0-9a-f]{32}")


def line_of(step: SharedStep) -> bytes:
    """Return a step as a line of JSON."""
    says: dict[str, Any] = {"replica": step.replica, "number": step.number, "time": step.time}
    says |= {"author": step.author} if step.author else {}
    says |= {"base": True} if step.base else {}
    says |= {"journal": step.journal} if step.journal else {}
    says |= {"seen": dict(step.seen), "puts": step.puts}
    import orjson

    return orjson.dumps(says) + b"\n"


def step_of(line: bytes) -> SharedStep:
    """Return the step of a line. Raises ValueError where it is none."""
    import orjson

    try:
        says = orjson.loads(line)
    except ValueError as error:
        raise ValueError(f"is no step ({error})") from None
    try:
        puts = tuple(_put(*each) for each in says["puts"])
        step = SharedStep(
            replica=says["replica"],
            number=says["number"],
            time=says["time"],
            puts=puts,
            author=str(says.get("author", "")),
            seen={str(each): int(number) for each, number in says["seen"].items()},
            base=says.get("base") is True,
            journal=tuple(map(str, says.get("journal", ()))),
        )
        sound = _REPLICA.fullmatch(step.replica) and type(step.number) is int and is_moment(step.time)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"is no step ({type(error).__name__} {error})") from None
    if not sound or step.number < 1:
        raise ValueError("is no step (its replica, number or time)")
    return step


def _put(table: str, stable_id: str, fields: Fields | None) -> Put:
    if table not in TABLES or not isinstance(stable_id, str) or not isinstance(fields, dict | None):
        raise ValueError(f"has a change of {table!r} that makes no sense")
    return table, stable_id, fields
