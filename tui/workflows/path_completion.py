"""Paths completed as they are typed. Pure but for looking into one folder."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from tui.reading.source_kind import kind_of

_MOST = 2000  # entries of a folder that are looked at: completing must answer at once
_SHOWN = 50
_HANDED = (".qdpx", ".qdc", ".jsonld")  # what other programs hand over (`tui.exchange`)


def completions(typed: str) -> list[str]:
    """Return what `typed` may be the beginning of: folders (ending in "/") and files that can be imported.

    As the reader wrote it: a path from home stays one from ``~``. Hidden files only where a dot asks
    for them, case aside; nothing for an address.
    """
    if "://" in typed:
        return []
    head, _, start = typed.rpartition("/")
    folder = Path(f"{head}/" if typed.startswith("/") or head else ".").expanduser()
    if typed == "~":
        return ["~/"]
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in islice(entries, _MOST):
                if not entry.name.casefold().startswith(start.casefold()):
                    continue
                if entry.name.startswith(".") and not start.startswith("."):
                    continue
                try:
                    is_folder = entry.is_dir()
                except OSError:
                    continue
                if is_folder or kind_of(entry.name) or entry.name.casefold().endswith(_HANDED):
                    prefix = f"{head}/" if "/" in typed else ""
                    found.append((not is_folder, f"{prefix}{entry.name}{'/' * is_folder}"))
    except (OSError, ValueError):
        return []
    return [name for _, name in sorted(found)][:_SHOWN]


def is_path(text: str) -> bool:
    """Tell whether a line names a file or folder that is there."""
    try:
        return "\n" not in text and len(text) < 4096 and Path(text).expanduser().exists()
    except (OSError, ValueError, RuntimeError):
        return False
