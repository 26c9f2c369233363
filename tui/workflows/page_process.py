"""One page after the other, read in a process of its own: what a page takes there, it takes from nobody else.

The pool starts it as ``python -m tui.workflows.page_process SECONDS``. Tasks come in on standard input and answers go out
on standard output, each a pickle behind its length (8 bytes, big-endian): a task is the name of one of `_TASKS` and
its arguments, an answer what came of it, a `ParsedArticle` or a `Refused`, and the most memory (MB) that the process
has held so far. A page that computes for longer than SECONDS ends the process (SIGPROF), where the system can do that.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import IO, Any

from tui.reading.encoding import BadSourceError
from tui.reading.read import attribute_quotes, read_article
from tui.reading.result import ParsedArticle, Refused
from tui.reading.sources import Source

_LENGTH = 8
_MB = 1 << 20


def parse_page(source: Source, recurring: Collection[str] = ()) -> ParsedArticle:
    """Return the article on a page, as `read_article`. Raises `BadSourceError`, whatever it was that went wrong."""
    return _guarded(lambda: read_article(source, recurring=recurring))


def attribute_page(reading: ParsedArticle) -> ParsedArticle:
    """Return a reading with its quotes, and who said them. Raises `BadSourceError`, whatever it was that went wrong."""
    return _guarded(lambda: attribute_quotes(reading, spans="all"))


def _guarded(read: Callable[[], ParsedArticle]) -> ParsedArticle:
    try:
        return read()
    except BadSourceError:
        raise
    except Exception as error:  # a page nobody thought of must not cost the other thousand
        raise BadSourceError(f"could not be read ({type(error).__name__}); please report this page") from None


_TASKS: dict[str, Callable[..., ParsedArticle]] = {"parse": parse_page, "attribute": attribute_page}


def carried_out(name: str, *given: object) -> ParsedArticle | Refused:
    """Carry out a task of this name."""
    try:
        return _TASKS[name](*given)
    except BadSourceError as error:
        return Refused(str(error))


def send(pipe: IO[bytes], message: object) -> None:
    """Write a message. Raises OSError where nobody reads it."""
    packed = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(len(packed).to_bytes(_LENGTH, "big"))
    pipe.write(packed)
    pipe.flush()


def received(pipe: IO[bytes]) -> Any:
    """Return the next message; None where the other side has ended."""
    length = int.from_bytes(head, "big") if len(head := pipe.read(_LENGTH)) == _LENGTH else -1
    packed = pipe.read(length) if length >= 0 else b""
    return pickle.loads(packed) if len(packed) == length else None


def peak_memory() -> int:
    """Return the most memory that this process has held so far, in MB."""
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) // 1024
    except OSError:
        pass
    try:
        import resource
    except ImportError:  # Windows
        return 0
    # Bytes on macOS, where there is no /proc; what Linux tells here counts the parent as well.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // _MB


def main(seconds: float) -> int:
    """Carry out tasks until there are no more; return the exit status."""
    tasks, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    while task := received(tasks):
        _computing(seconds)
        answer = carried_out(*task)
        _computing(0)
        send(answers, (answer, peak_memory()))
    return 0


def _computing(seconds: float) -> None:
    """Let the system end this process once it has computed for so many seconds more; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
