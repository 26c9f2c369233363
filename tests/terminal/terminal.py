"""A real terminal to run the program in: a pty, and an emulator that shows what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import pyte

ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """Runs `briefing-tui` with `arguments`; `raw` is every byte it wrote."""

    def __init__(
        self, arguments: Sequence[str], home: Path, *, columns: int = 120, rows: int = 40, **environment: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.status: int | None = None
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
            homes = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE")}
            plain = {
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "HOME": str(home),
                "PYTHONPATH": str(ROOT),
            }
            os.execve(
                sys.executable,
                [sys.executable, "-m", "tui", *arguments],
                {"LC_ALL": "C.UTF-8", **kept, **homes, **plain, **environment},
            )
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    @property
    def fd(self) -> int:
        """Our end of the terminal."""
        return self._fd

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._fd, keys.encode())

    def read(self, seconds: float) -> bool:
        """Take in what the program writes within `seconds`; False when it has ended."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)

    def wait(self, condition: Callable[[str], object], seconds: float = 60.0) -> str:
        """Read on until `condition` holds of the screen's text; return that text."""
        deadline = time.monotonic() + seconds
        while not condition(self.text):
            assert time.monotonic() < deadline, f"never came:\n{self.text}"
            assert self.read(0.05), f"the program ended:\n{self.text}"
        return self.text

    def settle(self, quiet: float = 0.7) -> None:
        """Read on until nothing was written for so many seconds: places are noted a moment after they are reached."""
        written = -1
        while written != len(self.raw):
            written = len(self.raw)
            self.read(quiet)

    def wait_for(self, words: str, seconds: float = 60.0) -> str:
        """Read on until these words are on the screen."""
        return self.wait(lambda text: words in text, seconds)

    def wait_end(self, seconds: float = 60.0) -> int:
        """Wait for the program to end by itself; return its exit status."""
        deadline = time.monotonic() + seconds
        while self.status is None:
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
            self.read(0.05)
            self._reap(os.WNOHANG)
        while self.read(0.05) and time.monotonic() < deadline:  # what it wrote last comes after its end
            pass
        return self.status

    def _reap(self, options: int) -> None:
        pid, status = os.waitpid(self.pid, options)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)

    def close_window(self) -> None:
        """Close the terminal under the program, as closing its window does."""
        os.close(self._fd)
        self._fd = -1

    def gone(self, seconds: float = 60.0) -> bool:
        """Tell whether the program ends within `seconds` though nobody reads from it any more."""
        deadline = time.monotonic() + seconds
        while self.status is None and time.monotonic() < deadline:
            self._reap(os.WNOHANG)
            select.select([], [], [], 0.02)
        return self.status is not None

    def kill(self) -> None:
        """End the program at once, with no chance to tidy up."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap(0)
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1
