"""An import beside the reader: a process of its own, so that not one key waits for it.

The app starts it as ``python -m tui.beside FOLDER`` and writes one line of JSON, a request:
``{"paths": […]}`` or ``{"text": …, "url": …}``, with ``outlet``, ``date`` and ``event`` where they are
told. It answers in JSON Lines: ``{"done", "total", "origin"}`` while it goes on, and at the end
``{"new", "changed", "known", "failed": ["name: reason"…], "stopped", "articles": [id…]}`` or ``{"error"}``.
Once its standard input is closed it stores what it has read and ends.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tui.text import one_line

if TYPE_CHECKING:
    from tui.store.briefing import Briefing

Answer = Callable[[Mapping[str, object]], None]

_SECONDS = 0.1  # between two lines of progress


def main(folder: str, requests: TextIO, answers: TextIO) -> int:
    """Carry out the one request that `requests` holds; return the exit status."""
    from tui.store.briefing import Briefing
    from tui.store.errors import StoreError

    def answer(says: Mapping[str, object]) -> None:
        answers.write(json.dumps(says) + "\n")
        answers.flush()

    request = json.loads(requests.readline())
    closed = threading.Event()

    def listen() -> None:
        requests.read()
        closed.set()

    threading.Thread(target=listen, daemon=True).start()
    try:
        briefing = Briefing.open(Path(folder))
    except StoreError as error:
        answer({"error": one_line(str(error))})
        return 1
    try:
        answer(_bring(briefing, request, closed, answer))
    except BrokenPipeError:  # the app is gone; what was read is stored
        return 1
    except (StoreError, ValueError, OSError) as error:
        answer({"error": one_line(str(error))})
        return 1
    finally:
        briefing.close()
    return 0


def _bring(
    briefing: Briefing, request: dict[str, object], closed: threading.Event, answer: Answer
) -> dict[str, object]:
    from tui.importing import Progress, Told, import_sources, import_text

    told = Told(*(str(request.get(name) or "") for name in ("outlet", "date", "event")))
    last = 0.0

    def progress(now: Progress) -> None:
        nonlocal last
        if time.monotonic() - last > _SECONDS:
            last = time.monotonic()
            answer({"done": now.done, "total": now.total, "origin": one_line(now.origin)})

    if text := str(request.get("text") or ""):
        done = import_text(briefing, text, told=told, url=one_line(str(request.get("url") or "")))
    else:
        paths = request.get("paths")
        wanted = [str(path) for path in paths] if isinstance(paths, list) else []
        if len(wanted) == 1 and (taken := _taken(briefing, Path(wanted[0]))):
            return taken
        done = import_sources(briefing, wanted, told=told, progress=progress, stop=closed.is_set)
    return {
        "new": len(done.new),
        "changed": len(getattr(done, "changed", ())),
        "known": len(done.known),
        "failed": [one_line(str(failure)) for failure in done.failed],
        "stopped": one_line(done.stopped) or ("stopped" if closed.is_set() else ""),
        "articles": [article for _, article in done.new],
        "moved": getattr(done, "moved", 0),
        "lost": getattr(done, "lost", 0),
    }


def _taken(briefing: Briefing, path: Path) -> dict[str, object]:
    """Take in what another program handed over; {} for what is a page."""
    from tui.exchange.kinds import handed_kind

    kind = handed_kind(path)
    if not kind:
        return {}
    from tui.exchange.records import HandedError
    from tui.exchange.taking import read, take

    if kind == "archive":
        raise ValueError(f"{path.name} is a whole briefing: briefing-tui import {path} opens it as its own")
    try:
        done = take(briefing, read(path, kind), path.name)
    except HandedError as error:
        raise ValueError(f"{path.name}: {error}; nothing was imported") from None
    return {
        "new": len(done.new),
        "changed": 0,
        "known": len(done.known),
        "failed": [one_line(f"{path.name}: left out: {left}") for left in done.left],
        "stopped": "",
        "articles": done.new,
    }


if __name__ == "__main__":
    status = main(sys.argv[1], sys.stdin, sys.stdout)
    # Not by way of the interpreter's end: a thread still waits for standard input.
    os._exit(status)
