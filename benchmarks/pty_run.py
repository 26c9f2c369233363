"""A program in a pty, watched from outside: what it writes, what it costs."""

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
from collections.abc import Sequence
from pathlib import Path


class Run:
    """Runs Python (or another `program`) with `arguments` in a pty of 120 × 40 cells."""

    def __init__(self, arguments: Sequence[str], home: Path, program: str = sys.executable) -> None:
        self.began = time.perf_counter()
        self.output = bytearray()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            homes = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE")}
            root = str(Path(__file__).resolve().parents[1])
            plain = {
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "LC_ALL": "C.UTF-8",
                "PYTHONPATH": root,
            }
            environment = {**os.environ, **homes, **plain}
            # A program that is installed has its bytecode beside it: the first run writes it, the others find it.
            environment.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execve(program, [program, *arguments], environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def read(self, seconds: float) -> bool:
        """Take in what is written within `seconds`; False for nothing, or where the program has ended."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            self.output += os.read(self.fd, 65536)
        except OSError:
            return False
        return True

    def until(self, words: bytes, seconds: float = 30.0, *, after: int = 0) -> float:
        """Wait for these bytes, past the first `after`; return the seconds since the start. Raises TimeoutError."""
        deadline = time.perf_counter() + seconds
        while words not in self.output[after:]:
            self.read(0.05)
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{words!r} was never written")
        return time.perf_counter() - self.began

    def settle(self, quiet: float = 0.3) -> None:
        """Read until nothing more is written for a while."""
        while self.read(quiet):
            pass

    def key(self, keys: bytes, seconds: float = 2.0) -> float | None:
        """Press keys; return the seconds until the first byte of the repaint, None where none comes."""
        self.settle(0.03)
        at = time.perf_counter()
        os.write(self.fd, keys)
        return time.perf_counter() - at if self.read(seconds) else None

    def cpu(self, thread: str = "*") -> float:
        """Return the CPU seconds of all threads so far, or of one; the one numbered `pid` takes the keys (Linux)."""
        tasks = Path(f"/proc/{self.pid}/task").glob(f"{thread}/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9

    def rss(self) -> float:
        """Return the resident memory in MB (Linux)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def kill(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
