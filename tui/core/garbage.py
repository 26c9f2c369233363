"""Python's search for garbage, kept off while much is built that holds no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
