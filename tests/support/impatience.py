"""The lock of a briefing with less patience, so that a test need not wait for as long as a reader would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tui.store.disk import folder, lock_holder


def lose_patience(monkeypatch: pytest.MonkeyPatch, *, told: float, most: float) -> None:
    """Have it said after `told` seconds who holds a briefing, and a change given up after `most`."""
    monkeypatch.setattr(lock_holder, "_TOLD", told)
    taken = lock_holder.acquire

    def soon(lock: FileLock, root: Path, timeout: float, waiting: Callable[[str], None]) -> None:
        taken(lock, root, min(timeout, most), waiting)

    monkeypatch.setattr(folder, "acquire", soon)
