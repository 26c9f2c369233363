"""What stands where a file of a briefing should and is none: a pipe would be waited for without end."""

from __future__ import annotations

import os
from pathlib import Path

from tui.settings.atomic_files import kind_of_file
from tui.store.disk.errors import StoreError

_FOLDERS = frozenset(
    ("events", "notes", "versions", "sources", "journal", "damaged", ".pending", ".sessions")
)
_FILES = (".json", ".jsonl", ".bak", ".lock", ".synced", ".sqlite")


def refuse_odd_files(root: Path) -> None:
    """Look over the folder itself, not what is in its folders. Raises `StoreError` that names what is no file."""
    try:
        entries = list(os.scandir(root))
    except OSError:  # that it is not there, or may not be read, is said by whoever wants something of it
        return
    for entry in entries:
        if why := _why_odd(entry):
            raise StoreError(
                f"{root / entry.name}: {why}; move it out of the briefing, then `briefing-tui check` tells what is missing"
            )


def _why_odd(entry: os.DirEntry[str]) -> str:
    """Return what is wrong with an entry, "" for nothing; a link that leads nowhere is as if it were not there."""
    if entry.is_file():
        return "is no folder, as it should be" if entry.name in _FOLDERS else ""
    if entry.is_dir():
        return "is a folder, and no file" if entry.name.endswith(_FILES) else ""
    try:
        return f"is {kind_of_file(entry.stat().st_mode)}, and no file"
    except OSError:
        return ""
