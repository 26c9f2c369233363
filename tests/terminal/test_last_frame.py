"""The last screen is there at once at the next start, and never a wrong one."""

from __future__ import annotations

import re
import stat
import termios
from pathlib import Path
from typing import Any

import pytest

from tests.terminal.terminal import Terminal
from tui.commands.annotations import AddTags, target_of
from tui.settings.last_frame import ENTER
from tui.store.briefing import Briefing

_DRAWN = b"\x1b[?2026l"  # what ends a frame, and what is drawn over it
_FRAME = ENTER.encode() + b"\x1b[?2026h"

Cells = list[list[Any]]


def cells(terminal: Terminal) -> Cells:
    screen = terminal.screen
    return [[screen.buffer[y][x] for x in range(screen.columns)] for y in range(screen.lines)]


def left(home: Path, keys: str = "", *, columns: int = 120, rows: int = 40) -> Cells:
    """Return the screen of a reader of the sample who pressed keys, before they quit."""
    with Terminal([], home, columns=columns, rows=rows) as terminal:
        terminal.wait(lambda text: len(re.findall(r"^[ ▏]{1,2}● ", text, re.MULTILINE)) > 1)  # all is counted
        terminal.settle()
        for some in keys.split():
            terminal.press(some)
            terminal.settle()
        seen = cells(terminal)
        terminal.press("q")
        assert terminal.wait_end() == 0
    return seen


def differences(before: Cells, after: Cells) -> list[str]:
    """Return the rows that are not the same in two screens, each as it was and as it is, with a cell that differs."""
    return [
        f"{y}: {''.join(cell.data for cell in a)!r} > {''.join(cell.data for cell in b)!r}: "
        + next(
            f"{x}: {one} > {other}" for x, (one, other) in enumerate(zip(a, b, strict=True)) if one != other
        )
        for y, (a, b) in enumerate(zip(before, after, strict=True))
        if a != b
    ]


def drawn(terminal: Terminal, times: int) -> Cells:
    terminal.wait(lambda _: terminal.raw.count(_DRAWN) >= times)
    return cells(terminal)


def assert_stays_as_shown(terminal: Terminal) -> None:
    """Assert that a frame comes first, and that the app's own screen is the same."""
    frame = drawn(terminal, 1)
    assert terminal.raw.startswith(_FRAME)
    drawn(terminal, 2)
    terminal.wait(lambda _: cells(terminal) == frame)  # counts come late to a slow machine
    terminal.settle()
    assert differences(frame, cells(terminal)) == []


def frame_file(home: Path) -> Path:
    return home / "state" / "briefing-tui" / "last-frame"


def store(home: Path) -> Path:
    return home / "data" / "briefing-tui" / "briefings" / "sample"


@pytest.mark.parametrize(
    ("columns", "rows", "keys"), [(80, 24, "j 3jj"), (120, 40, "j 2jjj"), (200, 60, "jj 2]jjjjjj")]
)
def test_the_frame_is_the_first_real_screen_cell_by_cell(
    tmp_path: Path, columns: int, rows: int, keys: str
) -> None:
    left(tmp_path, keys, columns=columns, rows=rows)
    assert stat.S_IMODE(frame_file(tmp_path).stat().st_mode) == 0o600
    with Terminal([], tmp_path, columns=columns, rows=rows) as terminal:
        assert_stays_as_shown(terminal)
        assert terminal.raw.count(ENTER.encode()) == 1  # no terminal clears what it shows


@pytest.mark.parametrize(("columns", "rows", "keys"), [(80, 24, "j3jjq"), (120, 40, "j2jjjq")])
def test_who_leaves_in_the_midst_of_going_on_comes_back_to_where_that_led(
    tmp_path: Path, columns: int, rows: int, keys: str
) -> None:
    left(tmp_path, columns=columns, rows=rows)
    with Terminal([], tmp_path, columns=columns, rows=rows) as terminal:
        drawn(terminal, 2)
        terminal.press(keys)
        assert terminal.wait_end() == 0
    with Terminal([], tmp_path, columns=columns, rows=rows) as terminal:
        assert_stays_as_shown(terminal)


def test_keys_typed_over_the_frame_are_kept_obeyed_and_not_shown(tmp_path: Path) -> None:
    left(tmp_path)
    with Terminal([], tmp_path) as terminal:
        frame = drawn(terminal, 1)
        before = termios.tcgetattr(terminal.fd)
        terminal.press("/Normandy\r")
        assert drawn(terminal, 1) == frame
        assert not before[3] & termios.ECHO
        terminal.wait_for("2 of 7")
        terminal.press("\x11")  # ctrl+q
        assert terminal.wait_end() == 0
        assert termios.tcgetattr(terminal.fd)[3] & termios.ECHO


def test_nothing_is_shown_that_has_become_untrue(tmp_path: Path) -> None:
    left(tmp_path, "j")
    with Terminal([], tmp_path, columns=100, rows=40) as terminal:
        terminal.wait_for("3 Quotes")
        assert not terminal.raw.startswith(_FRAME)
    with Terminal([], tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("3 Quotes")
        assert not terminal.raw.startswith(_FRAME)
    left(tmp_path, "j")
    briefing = Briefing.open(store(tmp_path))
    article = briefing.annotated(briefing.rows()[0]["id"]).event.articles[0]
    briefing.do(AddTags([target_of(article)], ["seen"]))
    briefing.close()
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("3 Quotes")
        assert not terminal.raw.startswith(_FRAME)
    assert not frame_file(tmp_path).exists()


def test_the_frame_goes_with_its_briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tui.store import shelf

    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    left(tmp_path)
    assert frame_file(tmp_path).exists()
    shelf.shelve("sample", "deleted")
    assert not frame_file(tmp_path).exists()


def test_a_start_that_fails_gives_the_terminal_back_and_says_why(tmp_path: Path) -> None:
    left(tmp_path)
    codebook = store(tmp_path) / "codebook.json"
    codebook.write_text('{"_meta":{"1":{"schema":999}}}')
    with Terminal([], tmp_path) as terminal:
        assert terminal.wait_end() == 1
        assert terminal.raw.startswith(_FRAME)
        assert b"\x1b[?1049l" in terminal.raw.partition(b"briefing-tui: ")[0]
        assert b"codebook.json" in terminal.raw
        assert termios.tcgetattr(terminal.fd)[3] & termios.ECHO
