"""Who holds a briefing: noted beside the lock by whoever takes it, for those who wait."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tui.atomic_files import PRIVATE

NAME = ".lock-holder"


def note_holder(root: Path) -> None:
    """Note that this process holds the lock from now on. Failing costs those who wait a name, and nobody else."""
    words = " ".join((Path(sys.argv[0]).name, *sys.argv[1:2]))[:60].replace("\n", " ")
    with suppress(OSError):
        handle = os.open(root / NAME, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE)
        try:
            os.write(
                handle,
                f"{os.getpid()}\n{datetime.now():%H:%M:%S on %d %B}\n{words}\n".encode("utf-8", "replace"),
            )
        finally:
            os.close(handle)


def holder(root: Path) -> str:
    """Return who holds the lock and since when, in words; less of it where nobody noted it."""
    from tui.core.text import one_line

    try:
        pid, since, words = (root / NAME).read_text("utf-8", "replace").splitlines()[:3]
    except (OSError, ValueError):
        return "another program"
    return one_line(f"process {pid} ({words}), since {since}")
