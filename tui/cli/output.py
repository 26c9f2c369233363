"""What verbs print: JSON Lines for programs, plain aligned text for people."""

from __future__ import annotations

import os
import re
import sys
import time
import unicodedata
from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

from tui.core import text as texts

DONE, BAD_INPUT, USAGE = 0, 1, 2
PROGRAM = "briefing-tui"
_SECONDS = 0.1  # between two repaints of a progress line
counted = texts.pluralize
_STYLE = re.compile("\x1b\\[[0-9;]*m")


class VerbError(Exception):
    """Nothing was done; the message, or another error's, is one line that says why and what to do."""

    def __init__(self, message: str | Exception, status: int = BAD_INPUT) -> None:
        super().__init__(texts.one_line(str(message)) if isinstance(message, Exception) else message)
        self.status = status


def read_lines(file: str) -> list[bytes]:
    """Return the lines of a file, those of standard input for -. Raises `VerbError`."""
    try:
        return (sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()).split(b"\n")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise VerbError(f"{texts.one_line(file)}: cannot be read: {reason}") from None


def line(text: str = "") -> None:
    """Print one line on standard output."""
    sys.stdout.write(text + "\n")


def warn(text: str) -> None:
    """Print one line on standard error, the program's name before it."""
    sys.stdout.flush()
    sys.stderr.write(f"{PROGRAM}: {text}\n")
    sys.stderr.flush()


def json_line(record: Mapping[str, object], *, flush: bool = False) -> None:
    """Print one record as a line of JSON, in UTF-8 whatever the terminal's encoding is."""
    # The library's own: orjson takes as long to import as a short text takes to read.
    import json

    text = json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n"
    out = getattr(sys.stdout, "buffer", None)
    if out is None:  # replaced by something that takes text only
        sys.stdout.write(text)
    else:
        out.write(text.encode("utf-8", "replace"))
    if flush:
        sys.stdout.flush()


def answer(args: Namespace, record: Mapping[str, object], text: str) -> None:
    """Print one thing, for programs where the arguments want that, else for people."""
    json_line(record) if args.json else line(text)


class ProgressLine:
    """How far something is, on a line of standard error that is painted over; nothing where that is no terminal."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty()
        self._painted = 0.0

    def paint(self, text: str) -> None:
        """Show `text`, unless the line was painted a moment ago."""
        now = time.monotonic()
        if self._live and now - self._painted > _SECONDS:
            self._painted = now
            sys.stderr.write(f"\r\x1b[K{text}")
            sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def clear(self) -> None:
        """Take the line away."""
        if self._live and self._painted:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def strong(text: str) -> str:
    """Return `text` in bold where a terminal shows it; the words alone always say as much."""
    return f"\x1b[1m{text}\x1b[0m" if _colour() else text


def faint(text: str) -> str:
    """Return `text` dimmed where a terminal shows it."""
    return f"\x1b[2m{text}\x1b[0m" if _colour() else text


def width() -> int:
    """Columns to lay a line out in; a pipe gets long lines whole."""
    if not sys.stdout.isatty():
        return 10_000
    from shutil import get_terminal_size

    return get_terminal_size((100, 24)).columns


def table(rows: Sequence[Sequence[str]], *, right: Iterable[int] = (), none: str = "") -> None:
    """Print rows in aligned columns, the last one cut at the terminal's edge.

    `right` are the numbers of the columns to align to the right, `none` is what to say where there are no rows.
    """
    if not rows:
        if none:
            warn(none)
        return
    right = set(right)
    if (most := width() // 4) < 1000:  # a terminal: one long name must not push the rest off the edge
        rows = [
            (*tuple(cut(cell, most) if "\x1b" not in cell else cell for cell in row[:-1]), row[-1])
            for row in rows
        ]
    widths = [max(columns(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    for row in rows:
        out = ""
        for i, cell in enumerate(row[:-1]):
            blank = " " * (widths[i] - columns(cell))
            out += (blank + cell if i in right else cell + blank) + "  "
        line((out + cut(row[-1], max(20, width() - columns(out)))).rstrip())


def columns(text: str) -> int:
    """Columns a terminal takes for `text`: two for wide letters, none for combining marks."""
    text = _STYLE.sub("", text)
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def cut(text: str, most: int) -> str:
    """Return `text` in at most `most` columns, an ellipsis at its end where it was cut."""
    if columns(text) <= most:
        return text
    while columns(text) > most - 1:
        text = text[: max(0, len(text) - max(1, (columns(text) - most + 1) // 2))]
    return text + "…"


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
