"""Processes that run beside the reader."""

from __future__ import annotations

import os
from pathlib import Path

_HOME = str(Path(__file__).resolve().parents[2])  # where this program is, installed or not


def environment() -> dict[str, str]:
    """Return the environment in which another Python finds this program."""
    path = os.pathsep.join(filter(None, (_HOME, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}
