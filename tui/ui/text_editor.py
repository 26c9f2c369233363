"""The reader's own editor, run while the program rests."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App

# How editors are told of a line; one that is not here begins where it likes.
_PLUS = frozenset("vi vim nvim view nano pico emacs emacsclient micro kak joe jed mg ne".split())
_COLON = {"hx": (), "helix": (), "subl": (), "zed": (), "code": ("-g",), "codium": ("-g",)}


def edit(path: Path, app: App[Any], line: int = 0) -> str:
    """Open a file in $VISUAL, $EDITOR or vi, at a line if that is not 0.

    Return what went wrong there, "" for nothing. Raises `OSError`.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with app.suspend():
        done = subprocess.run(command_at(command, path, line), check=False)
    return f"{command} ended with status {done.returncode}." if done.returncode else ""


def command_at(command: str, path: Path, line: int) -> list[str]:
    """Return an editor's command for a file, at a line if that is not 0."""
    words = shlex.split(command)
    name = Path(words[0]).name if words else ""
    if line and name in _PLUS:
        return [*words, f"+{line}", str(path)]
    if line and name in _COLON:
        return [*words, *_COLON[name], f"{path}:{line}"]
    return [*words, str(path)]
