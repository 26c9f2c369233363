"""Processes that run beside the reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_HOME = str(Path(__file__).resolve().parents[2])  # where this program is, installed or not


def environment() -> dict[str, str]:
    """Return the environment in which another Python finds this program."""
    path = os.pathsep.join(filter(None, (_HOME, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def started(module: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a module of this program on a briefing's folder; it ends when its standard input is closed."""
    return subprocess.Popen(
        # With -P: a folder named tui where the reader stands is not this program.
        [sys.executable, "-P", "-m", module, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # the reader's Ctrl+C is a key, and none of its business
        env=environment(),
    )
