"""End to end, in a real terminal: what a person does in a morning, and what can go wrong in it."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources


def test_a_morning_with_the_sample(tmp_path: Path) -> None:
    with Terminal([], tmp_path) as terminal:
        first = terminal.wait(lambda text: "i imports your own pages" in text and "3 Quotes" in text)
        terminal.press("j")
        terminal.wait(lambda text: text != first)
        terminal.press("3")
        terminal.wait_for("━ 3 Quotes")
        terminal.press("t")
        terminal.wait_for("Tags of")
        terminal.press("first contact\r")
        terminal.wait_for("#first contact")
        terminal.press("a")
        terminal.wait_for("Note on")
        terminal.press("ask the other side\r")
        terminal.wait_for("✎ ask the other side")
        terminal.settle()
        terminal.kill()
    with Terminal([], tmp_path) as terminal:
        text = terminal.wait_for("✎ ask the other side")
        assert "#first contact" in text
        terminal.press("u")
        terminal.wait(lambda text: "✎ ask the other side" not in text)
        terminal.press("q")
        assert terminal.wait_end() == 0


@pytest.mark.parametrize("arguments", [["second"], ["--briefing", "Second"]])
def test_a_briefing_is_opened_by_its_name(tmp_path: Path, arguments: list[str]) -> None:
    Briefing.open(tmp_path / "data" / "briefing-tui" / "briefings" / "second", create=True).close()
    with Terminal(arguments, tmp_path) as terminal:
        terminal.wait_for("No events yet")
        terminal.press("q")
        assert terminal.wait_end() == 0
    with Terminal([], tmp_path) as terminal:  # the one opened last
        terminal.wait_for("No events yet")


@pytest.mark.parametrize("dialog", ["", "?"])
def test_what_another_program_wrote_on_the_screen_goes_by_a_key(tmp_path: Path, dialog: str) -> None:
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("? help")
        terminal.press(dialog)
        terminal.wait_for("In the events" if dialog else "? help")
        terminal.settle()
        before = terminal.text
        for row in (4, 16):
            terminal.screen.cursor_position(row, 10)
            terminal.screen.draw("mail has come")
        assert terminal.text.count("mail has come") == 2
        terminal.press("\x0c")
        terminal.wait(lambda text: text == before)


def test_the_sample_is_the_readers_own_copy(tmp_path: Path) -> None:
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("? help")
        terminal.press("m")
        terminal.wait_for("★")
        terminal.press("q")
        assert terminal.wait_end() == 0
    copy = tmp_path / "data" / "briefing-tui" / "briefings" / "sample"
    assert any((copy / "notes").iterdir())


def test_closing_the_window_ends_the_program_and_keeps_what_was_written(tmp_path: Path) -> None:
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("? help")
        terminal.press("m")
        terminal.wait_for("★")
        terminal.close_window()
        assert terminal.gone()
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("★")


def test_a_program_nobody_hears_any_more_does_not_stay_behind(tmp_path: Path) -> None:
    # As under nohup, where the hang-up itself does not end it.
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Terminal([], tmp_path) as terminal:
            terminal.wait_for("? help")
            terminal.close_window()
            assert terminal.gone()
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_every_pane_can_be_walked(tmp_path: Path, size: tuple[int, int]) -> None:
    with Terminal([], tmp_path, columns=size[0], rows=size[1]) as terminal:
        terminal.wait_for("? help")
        for key, sign in (("2", "━ 2 Article"), ("3", "━ 3 Quotes"), ("1", "━ 1 Events")):
            terminal.press(key)
            terminal.wait_for(sign)
            terminal.press("jjkG")
            terminal.wait_for("? help")
        terminal.press("?")
        terminal.wait_for("Esc closes")
        terminal.press("q")
        terminal.wait_for("━ 1 Events")
        terminal.press("\x11")
        assert terminal.wait_end() == 0


def _line(text: str, part: str) -> str:
    return next(line for line in text.split("\n") if part in line)


def test_no_colour_still_shows_where_one_is(tmp_path: Path) -> None:
    with Terminal([], tmp_path, NO_COLOR="1") as terminal:
        terminal.wait_for("━ 1 Events")
        terminal.wait_for("▌●")
        terminal.wait_for("14”")
        # Nor greys, which are of one's own page.
        assert not re.search(rb"\x1b\[[0-9;]*?[34]8;[25];", terminal.raw)
        bar = terminal.screen.buffer[terminal.text.split("\n").index(_line(terminal.text, "▌●"))]
        assert bar[4].reverse and not terminal.screen.buffer[0][4].reverse


PORT = (
    (
        "Harbour Post",
        "Lena Brandt, the Danish envoy, said that the grain port had been shelled on Sunday morning.",
    ),
    (
        "Ledger",
        "Sergey Orlov, the Russian minister, denied that the grain port had been shelled on Sunday morning.\n\n"
        "“Nobody asked us about wages at the mill,” Sergey Orlov, the Russian minister, said.",
    ),
)


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_the_board_of_an_event_is_read_by_keyboard(tmp_path: Path, size: tuple[int, int]) -> None:
    briefing = Briefing.open(tmp_path / "data" / "briefing-tui" / "briefings" / "port", create=True)
    for outlet, text in PORT:
        head = f"---\noutlet: {outlet}\npublished: 2025-03-04\nevent: Shells on the port\n---\n"
        (tmp_path / f"{outlet}.md").write_text(f"{head}# {outlet} on it\n\n{text}\n", encoding="utf-8")
    import_sources(briefing, [str(tmp_path / f"{outlet}.md") for outlet, _ in PORT])
    briefing.close()
    with Terminal(["port"], tmp_path, columns=size[0], rows=size[1]) as terminal:
        terminal.wait_for("Shells on the port")
        terminal.press("E")
        terminal.wait_for("Russia · 2 claims")
        text = terminal.wait_for("⊘ denies?")
        assert ("Denmark · 1 claim" in text) == (size[0] > 80)
        terminal.press("Gl")
        terminal.wait_for("not found in the article that quotes this side (1 of 2)")
        terminal.press("\r")
        terminal.wait_for("opens the article")
        terminal.press("\r")
        terminal.wait(lambda text: "opens the article" not in text and "Accounts" not in text)
        terminal.press("E")
        terminal.wait_for("Accounts · ")
        terminal.press("o")
        terminal.wait_for("Who printed what")
        terminal.press("q")
        terminal.wait(lambda text: "Who printed what" not in text)
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_the_cursor_of_the_terminal_stands_on_the_chosen_row(tmp_path: Path) -> None:
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("? help")

        def on(sign: str) -> bool:
            return sign in terminal.screen.display[terminal.screen.cursor.y][terminal.screen.cursor.x :]

        terminal.wait(lambda _: on("▌●"))
        above = terminal.screen.cursor.y
        terminal.press("j")
        terminal.wait(lambda _: on("▌●") and terminal.screen.cursor.y > above)
        terminal.press("3")
        terminal.wait(lambda text: "━ 3 Quotes" in text and on("▌") and not on("▌●"))
        terminal.press("x")
        terminal.wait(lambda text: "Export" in text and on("markdown"))
        terminal.press("\x1b[B")
        terminal.wait(lambda _: on("csv"))


HOSTILE = (
    "Leaders \x1b[31mspeak\x1b]52;c;ZXZpbA==\x07 again [/] [b \x9b2J\u202eBAD\u202c \x00end\n\n"
    "2 July 2025\n\n"
    "The minister said \x1b]0;owned\x07the talks “went \x9d52;c;ZXZpbA==\x9c [bold]well[/bold] today”, "
    "and that a second round would follow in the same city within weeks. \u2066\U000e0041\n\n"
    "“We [/] agree,” the minister said on Wednesday, after what her office called a long evening of talks.\n\n"
    + "word "
    * 200_000
)


def test_a_hostile_page_reaches_the_terminal_as_plain_characters(tmp_path: Path) -> None:
    page = tmp_path / "pages" / "evil\x1b]52;c;ZXZpbA==\x07[red]\u202e.txt"
    page.parent.mkdir()
    page.write_bytes(HOSTILE.encode())
    page.with_name("broken.txt").write_bytes(HOSTILE.encode() + b"\xed\xa0\x80 \xff\xfe tail\n")
    store = tmp_path / "store"
    with Terminal(["import", str(page.parent), "--store", str(store)], tmp_path) as terminal:
        assert terminal.wait_end(60) == 0
        assert b"\x1b]52;" not in terminal.raw and b"\x07" not in terminal.raw
    briefing = Briefing.open(store)
    articles = [one for row in briefing.rows() for one in briefing.annotated(row["id"]).event.articles]
    briefing.close()
    assert articles
    assert all("[/]" in article.text for article in articles)
    with Terminal(["--store", str(store)], tmp_path) as terminal:
        terminal.wait_for("agree")
        for keys in ("2", "t", "\x1b", "e", "\x1b", "c", "c", "3", "G", "s", "s", "y"):
            terminal.press(keys)
            if keys in ("e", "t"):
                terminal.wait_for("Esc leaves it")
            else:
                terminal.wait(lambda text: "help" in text and "Esc leaves it" not in text)
        foreign = re.sub(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", b"", bytes(terminal.raw))
        assert b"\x1b]52;" not in foreign
        assert b"\x1b]0;" not in terminal.raw
        for bad in ("\u202e", "\u2066", "\U000e0041", "\x9b", "\x9d"):
            assert bad.encode() not in terminal.raw
        assert b"\x00" not in terminal.raw
        terminal.press("q")
        assert terminal.wait_end() == 0


def test_a_briefing_that_cannot_be_opened_is_one_clear_line(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_text("not a folder")
    with Terminal(["--store", str(target)], tmp_path, columns=200) as terminal:
        assert terminal.wait_end() == 1
        lines = [line for line in terminal.text.splitlines() if line.strip()]
        assert len(lines) == 1
        assert str(target) in lines[0]


def test_a_quote_is_copied_to_the_terminals_clipboard_and_to_a_file(tmp_path: Path) -> None:
    import base64

    config = tmp_path / "config" / "briefing-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[copy]\nformat = "markdown"\n', encoding="utf-8")
    with Terminal([], tmp_path) as terminal:
        terminal.wait_for("3 Quotes")
        terminal.press("3gy")
        terminal.wait_for("copied")
        (copied,) = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", bytes(terminal.raw))
        text = base64.b64decode(copied).decode()
        assert text.startswith("> “")
        kept = tmp_path / "state" / "briefing-tui" / "copied.txt"
        assert kept.read_text(encoding="utf-8").strip() == text
