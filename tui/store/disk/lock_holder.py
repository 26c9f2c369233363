"""Who holds a briefing: noted beside the lock by whoever takes it, for those who wait."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.settings.atomic_files import PRIVATE, runs_elsewhere

if TYPE_CHECKING:
    from filelock import FileLock

NAME = ".lock-holder"
_TOLD = 3.0  # seconds after which it is told who is waited for
_EAGER, _PATIENT = 0.005, 0.05  # seconds after which those who wait look again, before that and after


def acquire(lock: FileLock, root: Path, timeout: float, waiting: Callable[[str], None]) -> None:
    """Take the lock of a briefing's folder, and note that; after a while `waiting` is told for whom. Raises `Timeout`."""
    from filelock import Timeout

    try:
        lock.acquire(timeout=min(timeout, _TOLD), poll_interval=_EAGER)
    except Timeout:
        if timeout <= _TOLD:
            raise
        waiting(f"{root}: waiting for {holder(root)}, which is writing to it")
        lock.acquire(timeout=timeout - _TOLD, poll_interval=_PATIENT)
    _note(root)


def let_others_in() -> None:
    """Leave the lock alone for as long as takes whoever waits for it to look."""
    time.sleep(_PATIENT * 1.2)


def _note(root: Path) -> None:
    """Note that this process holds the lock from now on. Failing costs those who wait a name, and nobody else."""
    words = " ".join((Path(sys.argv[0]).name, *sys.argv[1:2]))[:60].replace("\n", " ")
    noted = f"{os.getpid()}\n{datetime.now():%H:%M:%S on %d %B}\n{words}\n"
    # Written over what is there, whose end nobody reads: a file that is cut first is waited for on a busy disk.
    flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
    with suppress(OSError), os.fdopen(os.open(root / NAME, flags, PRIVATE), "wb", buffering=0) as file:
        file.write(noted.encode("utf-8", "replace"))


def holder(root: Path) -> str:
    """Return who holds the lock and since when, in words; less of it where nobody noted it, or who did has ended."""
    from tui.core.text import one_line

    try:
        pid, since, words = (root / NAME).read_text("utf-8", "replace").splitlines()[:3]
    except (OSError, ValueError):
        return "another program"
    ended = pid.isdigit() and os.name != "nt" and int(pid) != os.getpid() and not runs_elsewhere(int(pid))
    if ended:  # it holds nothing: whoever does, noted nothing
        return "another program"
    return one_line(f"process {pid} ({words}), since {since}")
