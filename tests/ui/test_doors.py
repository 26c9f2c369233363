"""What leaves the app by a key can do nothing where it arrives: in a shell, in a browser, in an editor."""

from __future__ import annotations

import os
import stat
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from textual.app import App

from tests.ui.conftest import on_screen, press, until
from tui.commands.annotations import EditField, target_of
from tui.reading.result import ParsedArticle, QuoteSpan
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle
from tui.ui import format, text_editor
from tui.ui.app import BriefingApp
from tui.ui.screen_picture import picture

_TEXT = "The pier is\n\nclosed; rm -rf ~\n\nsaid Ida Lund.\n"
_WORDS = "is\n\nclosed; rm -rf ~"


@pytest.fixture
def hostile(tmp_path: Path) -> Briefing:
    """A briefing with a quote over several lines, from an address that is none."""
    start = _TEXT.index(_WORDS)
    found = QuoteSpan(
        start=start, end=start + len(_WORDS), text=_WORDS, kind="direct", group=0, entity="Ida Lund"
    )
    reading = ParsedArticle(
        text=_TEXT, headline="The pier", outlet="Post\nrm", url="-oProxy", quotes=(found,)
    )
    briefing = Briefing.open(tmp_path / "hostile", create=True)
    briefing.add([NewArticle(reading=reading, raw=_TEXT.encode(), origin="pier.txt")])
    return briefing


def test_what_is_copied_is_one_line_without_controls(hostile: Briefing) -> None:
    _, article, quote = next(hostile.quotes())
    copied = format.citation(quote, article, "Ida\x1b[201~ Lund\r")
    assert copied.isprintable() and "closed; rm -rf ~" in copied


async def test_copying_and_opening_from_the_screen(
    hostile: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(App, "open_url", lambda _, url, **__: opened.append(url))
    app = BriefingApp(hostile, name="hostile")
    async with on_screen(app) as pilot:
        await press(pilot, "3", "y", brings=lambda: app.clipboard)
        assert app.clipboard.isprintable()
        await press(pilot, "o", brings=lambda: app.clipboard)
        assert opened == []  # "-oProxy" is no address
        _, article, _ = next(hostile.quotes())
        other = Briefing.open(hostile.path)
        for url in ("javascript:alert(1)", "file:///etc/passwd", "http:///x", "https://news.example/pier"):
            try:
                other.do(EditField(target_of(article), "url", url))
            except ValueError:
                continue  # refused at the first door already
            await until(pilot, partial(_shows, app, url))
            await pilot.press("o")
            await pilot.pause()
        other.close()
        assert opened == ["https://news.example/pier"]


async def test_a_command_is_given_words_on_its_standard_input_alone(
    hostile: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, article, quote = next(hostile.quotes())
    hostile.do(EditField(target_of(quote), "speaker", f"+$(touch {tmp_path}/ran) `touch ran`; touch ran"))
    app = BriefingApp(hostile, name="hostile")
    async with on_screen(app) as pilot:
        await pilot.press("3", "vertical_line", *"cat > got", "enter")
        await until(pilot, lambda: app.main.status.message.startswith("cat > got: done"))
    assert "touch ran" in (tmp_path / "got").read_text() and article.outlet in (tmp_path / "got").read_text()
    assert not (tmp_path / "ran").exists()


async def test_a_picture_of_the_screen_shows_words_and_runs_none(tmp_path: Path) -> None:
    words = "<script>alert(1)</script> ]]> <image href='https://spy.example/x.svg'/> &x; pier"
    reading = ParsedArticle(text=f"{words}.\n\nThe pier is closed.", headline=words, outlet=words)
    briefing = Briefing.open(tmp_path / "shown", create=True, title=words)
    briefing.add([NewArticle(reading=reading, raw=words.encode(), origin="pier.txt", event_name=words)])
    app = BriefingApp(briefing, name=words)
    async with on_screen(app, (160, 40)):
        drawn = etree.fromstring(picture(app, "svg", words))
    briefing.close()
    assert "alert(1)" in "".join(drawn.itertext())
    names = {etree.QName(each).localname for each in drawn.iter("*")}
    assert not names & {"script", "image", "foreignObject", "a", "use"}
    assert b"spy.example" not in b"".join(
        v.encode() for each in drawn.iter("*") for v in each.attrib.values()
    )


def _shows(app: BriefingApp, url: str) -> bool:
    return app.main.article is not None and app.main.article.url == url


def test_an_editor_is_no_shell_and_takes_odd_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = tmp_path / "an editor"
    editor.write_text(f'#!/bin/sh\nprintf "%s\\n" "$#" "$@" > "{tmp_path}/got"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{editor}' --wait ';touch {tmp_path}/ran'")

    class _Screen:
        def suspend(self) -> Any:
            return os.scandir(tmp_path)  # anything that can be entered

    odd = tmp_path / "$(touch ran) `id`; -x\n.md"
    app: Any = _Screen()
    assert text_editor.edit(odd, app) == ""
    assert (tmp_path / "got").read_text() == f"3\n--wait\n;touch {tmp_path}/ran\n{odd}\n"
    assert not (tmp_path / "ran").exists()
