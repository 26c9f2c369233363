"""What nobody foresaw: one line on standard error, and the traceback in a log that it names."""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from pathlib import Path

_LOGIN = re.compile(r"(?<=://)[^/\s?#'\"<>]{1,500}@")
_ASKED = re.compile(r"(\w://[^\s?#'\"<>]{1,2000})[?#][^\s'\"<>]*")
_MOST = 1_000_000  # bytes; what is longer is begun anew


def log_file() -> Path:
    """Return the path of the log; it need not be there."""
    from tui.settings.paths import state_dir

    return state_dir() / "errors.log"


def told(error: BaseException) -> str:
    """Write the traceback of `error` to the log, and return the line that says so; it never raises."""
    from tui.core.text import one_line

    what = _without_secrets(one_line(f"{type(error).__name__}: {error}".rstrip(": ")))[:200]
    try:
        path = log_file()
        _append(path, error)
    except Exception:  # a full disk, no home: the line has to be said all the same
        return f"stopped by an error of its own ({what}), and no log of it could be written"
    return f"stopped by an error of its own ({what}); {path} has the traceback: please report it"


def open_streams() -> None:
    """Let streams that were closed before the start lead nowhere; to print on one of them is an error (EBADF).

    Otherwise the first files that are opened get their numbers, and what is printed goes into a briefing.
    """
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(handle)
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None:
        os.dup2(os.open(os.devnull, os.O_RDONLY), 1)  # which takes nothing
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _without_secrets(text: str) -> str:
    """Return a text without what an address tells a server alone: a name and password, and all after its question mark."""
    return _ASKED.sub(r"\1?…", _LOGIN.sub("", text))


def _append(path: Path, error: BaseException) -> None:
    from traceback import format_exception

    from tui import __version__
    from tui.core.timestamps import utc_now
    from tui.settings.atomic_files import private_folder

    private_folder(path.parent)
    with suppress(FileNotFoundError):
        if path.stat().st_size > _MOST:
            path.unlink()
    at = utc_now()
    said = _without_secrets("".join(format_exception(error)))
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as log:
        log.write(f"--- {at} briefing-tui {__version__}, Python {sys.version.split()[0]}\n{said}\n")
