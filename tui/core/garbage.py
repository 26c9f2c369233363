"""Python's search for garbage, kept off while much is built that holds no cycles, and put off while keys are pressed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_YOUNG, _MIDDLE, _ALL = 700, 10, 300


@contextmanager
def garbage_pause() -> Iterator[None]:
    """Keep Python from looking through millions of objects, again and again, for cycles they cannot make."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def begin() -> None:
    """Look for garbage from now on, among what is made from now on: what there is stays.

    All of it is looked through so seldom that among a hundred keys none waits for that: `sweep` comes before.
    """
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _ALL)
    gc.enable()


def sweep() -> None:
    """Look all through, and give what is free back to the system, where its C library can; takes some 20 ms."""
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):
        import ctypes

        ctypes.CDLL(None).malloc_trim(0)
