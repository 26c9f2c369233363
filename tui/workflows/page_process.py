"""One page after the other, read in a process of its own: what a page takes there, it takes from nobody else.

The pool starts it as ``python -m tui.workflows.page_process SECONDS``. Tasks come in on standard input and answers go out
on standard output, each a pickle behind its length (8 bytes, big-endian): a task is the name of one of `_TASKS` and
its arguments, an answer the pickle of what came of it, or of an `UnreadablePage`, and the most memory (MB) that the
process has held so far: so whoever passes it on need not make anything of it.
What holds many is opened by one task, and the next pieces of it are fetched by others. A page that computes for longer
than SECONDS ends the process (SIGPROF), where the system can do that.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tui.reading.containers import Found, Pieces, iter_sources, line_of, opened_bytes, unfold
from tui.reading.encoding import BadSourceError
from tui.reading.formats.jsonl import strings
from tui.reading.read import attribute_quotes, read, read_article
from tui.reading.result import UnreadablePage
from tui.reading.sources import Source

if TYPE_CHECKING:
    from tui.exchange.importers.detect import AnnotationFormat
    from tui.web.opener import Opener

_LENGTH = 8
_MB = 1 << 20
_SOON = 1.0  # seconds of computing after which what was found is told
_MANY = 500


_opened: list[Iterator[Found]] = []  # the one thing under way


def more_pieces() -> Pieces:
    """Return what is found next in what is open: as much as is soon done, so that each has most of the time of a page."""
    found: list[Found] = []
    size, end = 0, time.process_time() + _SOON
    for each in _opened[0]:
        found.append(each)
        size += len(each.raw) if isinstance(each, Source) else 0
        if size >= _MB or len(found) >= _MANY or time.process_time() > end:
            return Pieces(tuple(found), ended=False)
    return Pieces(tuple(found), ended=True)


def _begun(opened: Iterator[Found]) -> Pieces:
    _opened[:] = [opened]
    return more_pieces()


def _alike(*block: Any) -> object:
    from tui.reading.events.similarity import alike

    return alike(*block)


def _annotations(path: Path, kind: AnnotationFormat) -> object:
    from tui.exchange.importers.model import AnnotationFileError
    from tui.workflows.store_annotations import read as read_annotations

    try:
        return read_annotations(path, kind)
    except AnnotationFileError as error:
        raise BadSourceError(str(error)) from None


def _opener() -> Opener:
    """Return what opens what came from the web; only then its libraries are loaded."""
    from tui.web.opener import Opener

    return Opener()


_TASKS: dict[str, Callable[..., object]] = {
    "parse": lambda source, recurring=(): read_article(source, recurring=recurring),
    "read": lambda source, spans: read(source, spans=spans),
    "alike": _alike,
    "attribute": lambda reading: attribute_quotes(reading, spans="all"),
    "page": lambda *given: _opener().page(*given),
    "feed": lambda *given: _opener().feed(*given),
    "outline": lambda *given: _opener().outline(*given),
    "file": lambda path: _begun(iter_sources(path)),
    "within": lambda source: _begun(unfold(source)),
    "whole": lambda origin, raw: _begun(opened_bytes(origin, raw)),
    "line": line_of,
    "strings": strings,
    "annotations": _annotations,
    "more": more_pieces,
}


def carried_out(name: str, *given: object) -> Any:
    """Return what comes of a task of this name; `UnreadablePage` where there is nothing to read or it goes wrong."""
    try:
        return _TASKS[name](*given)
    except BadSourceError as error:
        return UnreadablePage(str(error))
    except Exception as error:  # a page nobody thought of must not cost the other thousand
        return UnreadablePage(f"could not be read ({type(error).__name__}); please report this page")


def packed(message: object) -> bytes:
    """Return a message as it is sent."""
    return pickle.dumps(message, pickle.HIGHEST_PROTOCOL)


def send(pipe: IO[bytes], packed: bytes) -> None:
    """Write a message. Raises OSError where nobody reads it."""
    pipe.write(len(packed).to_bytes(_LENGTH, "big"))
    pipe.write(packed)
    pipe.flush()


def received(pipe: IO[bytes]) -> Any:
    """Return the next message; None where the other side has ended."""
    length = int.from_bytes(head, "big") if len(head := pipe.read(_LENGTH)) == _LENGTH else -1
    found = pipe.read(length) if length >= 0 else b""
    return pickle.loads(found) if len(found) == length else None


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
        send(answers, packed((packed(answer), peak_memory())))
    return 0


def _computing(seconds: float) -> None:
    """Let the system end this process once it has computed for so many seconds more; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
