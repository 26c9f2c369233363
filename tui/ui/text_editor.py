"""The reader's own editor, run while the program rests."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App


def edit(path: Path, app: App[Any]) -> str:
    """Open a file in $VISUAL, $EDITOR or vi. Return what went wrong there, "" for nothing. Raises `OSError`."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with app.suspend():
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
    return f"{command} ended with status {done.returncode}." if done.returncode else ""
