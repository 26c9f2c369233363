"""Imports that did not come to their end: what they stored is there, and is still to be grouped with the rest.

An import notes beside the briefing after which step it began, under the number of its process, and takes that away
at its end. What a process left that lives no more tells the next import which events to look at anew.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tui.settings.atomic_files import read_regular, runs_elsewhere, write_whole
from tui.store.disk.journal import Journal

NAME = ".importing."


def note_import(root: Path, journal: Journal) -> None:
    """Note that this process begins to import, unless it did already. Raises OSError."""
    mark = root / f"{NAME}{os.getpid()}"
    if not mark.exists():
        write_whole(mark, str(journal.last_seq()).encode(), sync=False)


def left_ungrouped(root: Path, journal: Journal) -> set[str]:
    """Return the events (ids, some may be gone) that imports which were cut short brought articles to."""
    begun = [int(number) for mark in _left(root) if (number := _said(mark)).isdecimal()]
    if not begun:
        return set()
    lines = (line.says for line in journal.lines(changes=False) if line.seq > min(begun))
    return {str(event) for says in lines if says.get("op") == "import" for event in says.get("events", ())}


def end_imports(root: Path) -> None:
    """Note that all that was imported is grouped, by this process and by those that were cut short."""
    for mark in _left(root):
        with suppress(OSError):
            mark.unlink(missing_ok=True)


def _said(mark: Path) -> str:
    try:
        return read_regular(mark).decode("ascii", "replace")
    except OSError:
        return ""


def _left(root: Path) -> Iterator[Path]:
    """Yield the notes of this process and of those that live no more."""
    for mark in sorted(root.glob(f"{NAME}*")):
        pid = mark.name.removeprefix(NAME)
        if pid.isdecimal() and not runs_elsewhere(int(pid)):
            yield mark
