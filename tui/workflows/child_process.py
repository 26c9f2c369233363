"""Modules of this program that run as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_HOME = str(Path(__file__).resolve().parents[2])  # where this program is, installed or not


def started(module: str, *words: str) -> subprocess.Popen[bytes]:
    """Start a module of this program, with pipes to its standard input and output.

    It ends when its input is closed. Raises OSError.
    """
    return subprocess.Popen(
        # With -P: a folder named tui where the reader stands is not this program.
        [sys.executable, "-P", "-m", module, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # the reader's Ctrl+C is a key, and none of its business
        env={**os.environ, "PYTHONPATH": python_path()},
    )


def python_path() -> str:
    """Return the PYTHONPATH with which such a process finds this program, installed or not."""
    return os.pathsep.join(filter(None, (_HOME, os.environ.get("PYTHONPATH"))))
