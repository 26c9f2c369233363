"""How the time of work grows with its size."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Return the seconds of computing that work takes."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def growth(work: Callable[[int], object], small: int, large: int) -> float:
    """Return how many times as long work of a `large` size takes as of a `small` one; the first call of all is for caches.

    Eight times the size are 8 where the time is linear, and 64 where it grows with the square. A timer's grain is kept
    out of it by a floor.
    """
    work(small)
    taken = min(seconds(lambda: work(small)) for _ in range(2))
    return seconds(lambda: work(large)) / max(taken, 0.002)
