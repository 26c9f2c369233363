"""A process that is killed at a chosen one of its calls that change the disk, the same at every run."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from typing import Any

_CALLS = frozenset("os.rename os.remove os.mkdir os.rmdir os.link os.symlink os.truncate os.chmod".split())
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class KillPoint:
    """Counts, in this process from now on, calls that change the disk, and kills it before the `point`-th (0: never).

    A write counts twice: before it, and when half of it is done. What SQLite writes, which no Python sees, counts only
    where it is asked for, by its `statements`.
    """

    def __init__(self, point: int = 0, *, statements: bool = False) -> None:
        self.count = 0
        if statements:
            sqlite3.connect = self._heard_out(sqlite3.connect)  # type: ignore[assignment]
        self._point = point
        self._write = os.write
        os.write = self._half_then_whole
        os.fsync = self._before(os.fsync)
        sys.addaudithook(self._heard)

    def _step(self) -> bool:
        self.count += 1
        return self.count == self._point

    def _heard(self, event: str, given: tuple[Any, ...]) -> None:
        opens = event == "open" and isinstance(given[2], int) and given[2] & _WRITING
        if (opens or event in _CALLS) and self._step():
            _die()

    def _heard_out(self, connect: Callable[..., sqlite3.Connection]) -> Callable[..., sqlite3.Connection]:
        def connected(*given: Any, **named: Any) -> sqlite3.Connection:
            connection = connect(*given, **named)
            connection.set_trace_callback(self._stated)
            return connection

        return connected

    def _stated(self, statement: str) -> None:
        if not statement.lstrip().upper().startswith(("SELECT", "PRAGMA", "--")) and self._step():
            _die()

    def _before(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any) -> Any:
            if self._step():
                _die()
            return call(*given)

        return counted

    def _half_then_whole(self, handle: int, data: Any, /) -> int:
        if self._step():
            _die()
        if self._step():
            self._write(handle, data[: len(data) // 2])
            _die()
        return self._write(handle, data)


def counted(work: Callable[[], object]) -> int:
    """Return how many points there are in some work at which it may be killed. It is done in a process of its own."""
    reader, writer = os.pipe()
    if not (child := os.fork()):
        tell = os.write
        point = KillPoint()
        work()
        tell(writer, str(point.count).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as told:
        count = int(told.read())
    os.waitpid(child, 0)
    return count


def killed(work: Callable[[], object], point: int) -> bool:
    """Do some work in a process of its own and kill it at a point; tell whether it came so far."""
    if not (child := os.fork()):
        KillPoint(point)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
