"""What keys want of the disk: read one after another beside them, and shown at once where that takes no time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from tui.store.briefing import StoreError

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Found = TypeVar("Found")

OPENS = "list"
"""The kind of what a dialog opens with: keys wait for it, so that no letter meant for it is taken for a command."""

_PATIENCE = 0.03
"""Seconds that a key waits: what is in memory, or on a disk of usual speed, comes in the same repaint."""


class DiskQueue:
    """A thread that reads, and what is to be done with what was read.

    `later` calls something on the screen's own thread. What is asked for is read in order, but of one `kind` the
    latest alone is shown.
    """

    def __init__(self, later: Callable[[Callable[[], None]], object]) -> None:
        self._later = later
        self._pool: ThreadPoolExecutor | None = None
        self._latest: dict[str, Future[Any]] = {}
        self.opening = False  # whether a dialog is asked for whose contents are still being read

    def read(
        self,
        fetch: Callable[[], Found],
        show: Callable[[Found], None],
        fail: Callable[[str], None],
        kind: str = "",
    ) -> bool:
        """Read something and show it, now or later; tell whether that is done. `fail` takes what went wrong."""
        if self._pool is None:  # not on the way to the first paint
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, "disk")
        if kind and kind in self._latest:
            self._latest[kind].cancel()
        future = self._pool.submit(fetch)
        if kind:
            self._latest[kind] = future
        if kind == OPENS:
            self.opening = True

        def arrive() -> None:
            if kind and self._latest.get(kind) is not future:
                return
            if kind == OPENS:
                self.opening = False  # unless what is shown reads on
            try:
                found = future.result()
            except (StoreError, OSError) as error:
                fail(str(error))
            else:
                show(found)

        try:
            future.exception(_PATIENCE)
        except TimeoutError:
            future.add_done_callback(lambda done: done.cancelled() or self._later(arrive))
            return False
        arrive()
        return True

    @property
    def at_rest(self) -> bool:
        """Whether all that was asked for is read."""
        return all(each.done() for each in self._latest.values())

    def give_up(self) -> None:
        """Open no dialog, though what it would open with may still be read."""
        self.opening = False
        if future := self._latest.pop(OPENS, None):
            future.cancel()

    def close(self) -> None:
        """Read nothing more."""
        self.give_up()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
