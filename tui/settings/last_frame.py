"""The last screen of the reader, kept so that the next start shows it before anything else is loaded.

Showing it stands between the start and the first light on the screen, so it needs only what the interpreter has
loaded anyway: no pathlib, no JSON, no typing. The app takes the terminal over as it stands (`ui/takeover.py`) and
corrects what has changed since.

The file is the user's alone: a line of what must be the same (what was asked for, the terminal, the version), a
line for each file the screen was made from, an empty line, and the screen as a terminal takes it.
"""

from __future__ import annotations

import os
import sys

from tui import __version__

TYPE_CHECKING = False  # `typing` itself is too heavy here
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Attributes = list[int | list[bytes | int]]

ENTER, LEAVE = "\x1b[?1049h", "\x1b[?7h\x1b[?1049l\x1b[?25h"
"""The terminal's other screen, on which programs draw; and back, with lines wrapped and the cursor shown."""
AT_ONCE, DRAWN = "\x1b[?2026h", "\x1b[?2026l"
"""What stands between the two is drawn in one."""
_PLAIN = "\x1b[?25l\x1b[?7l"  # no cursor, no line wrapped
_LARGEST = 2_000_000  # bytes; a screen of 500 × 200 cells of many colours has a quarter of that
_IN, _OUT = 0, 1
_VARIABLES = (
    "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM_PROGRAM", "COLUMNS", "LINES",
    "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME", "LANG", "LC_ALL", "LC_CTYPE", "TZ",
    "BRIEFING_STORE", "BRIEFING_AUTHOR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME",
)  # fmt: skip


class ShownFrame:
    """The last screen, as it stands on the terminal until the app takes over."""

    def __init__(self, attributes: Attributes) -> None:
        self.attributes = attributes
        """What the terminal was set to before (see termios); whoever takes over restores it."""
        self.taken_over = False
        self.let_go: Callable[[], None] = lambda: None
        """Draws what stands in the frame's place, once that is as it is to be seen; given by whoever takes over."""

    def withdraw(self) -> None:
        """Give the terminal back as it was, where nobody has taken it over."""
        if self.taken_over:
            return
        import termios

        self.taken_over = True
        _write(LEAVE)
        termios.tcsetattr(_IN, termios.TCSANOW, self.attributes)


def show(store: str, name: str) -> ShownFrame | None:
    """Show the last screen of the briefing asked for, if all it depends on is as it was; None where it is not.

    Keys typed from then on are neither shown nor lost. A frame that has become untrue is deleted.
    """
    try:
        import termios

        screen = _read(store, name)
        if not screen:
            return None
        attributes = termios.tcgetattr(_IN)
        silent = [*attributes]
        silent[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
        silent[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        termios.tcsetattr(_IN, termios.TCSANOW, silent)
    except (ImportError, OSError, ValueError, termios.error):
        return None
    _write(ENTER + AT_ONCE + _PLAIN + screen + DRAWN)
    return ShownFrame(attributes)


def keep(store: str, name: str, screen: str, made_from: Iterable[Path]) -> None:
    """Keep a screen for the next start that asks for the same briefing. Failing costs no more than the speed."""
    from tui.settings.atomic_files import private_folder, write_whole
    from tui.settings.paths import state_dir

    try:
        head = [_circumstances(store, name), *(_state_of(str(path)) for path in made_from)]
        if not any("\n" in line for line in head):
            private_folder(state_dir())
            lines = "\n".join([*head, "", screen])
            write_whole(state_dir() / _NAME, lines.encode(), sync=False)
    except (OSError, ValueError):
        forget()


def forget() -> None:
    """Keep no screen: a briefing it may be of is going."""
    try:
        os.unlink(place())  # noqa: PTH108
    except OSError:
        return


_NAME = "last-frame"


def place() -> str:
    """Return where the frame lies: in `paths.state_dir`, found without the library where that is simple."""
    if sys.platform in ("darwin", "win32"):
        from tui.settings.paths import state_dir

        return str(state_dir() / _NAME)
    home = os.environ.get("XDG_STATE_HOME", "").strip() or os.path.expanduser("~/.local/state")  # noqa: PTH111
    return f"{home}/briefing-tui/{_NAME}"


def _read(store: str, name: str) -> str:
    """Return the screen that is kept, "" where there is none that is true. Raises `OSError`, `ValueError`."""
    if os.environ.get("TERM", "dumb") == "dumb":
        return ""
    at = os.open(place(), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        found = os.fstat(at)
        if found.st_uid != os.geteuid() or found.st_mode & 0o170077 != 0o100000 or found.st_size > _LARGEST:
            return ""
        head, _, screen = os.read(at, _LARGEST).decode().partition("\n\n")
    finally:
        os.close(at)
    asked, *files = head.split("\n")
    if any(_state_of(line.split(" ", 3)[3]) != line for line in files):
        forget()
        return ""
    return screen if asked == _circumstances(store, name) else ""


def _circumstances(store: str, name: str) -> str:
    """Return what must be the same for a screen to be shown again, in one line."""
    variables = [os.environ.get(each) for each in _VARIABLES]
    store = store and os.path.abspath(store)  # noqa: PTH100
    return repr((__version__, store, name, tuple(os.get_terminal_size(_OUT)), variables))


def _state_of(path: str) -> str:
    """Return by what is seen that a file was written anew, and its path, in one line."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except FileNotFoundError:
        return f"- - - {path}"
    return f"{found.st_mtime_ns} {found.st_size} {found.st_ino} {path}"


def _write(text: str) -> None:
    data = text.encode()
    while data:
        data = data[os.write(_OUT, data) :]
