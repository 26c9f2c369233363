"""An article that came in again with other words: what changed is shown, what lost its words is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.store.test_versions import AFTER, BEFORE, bring, only, saying
from tests.ui.conftest import on_screen, press, screen_text, strips, until, until_seen
from tui.commands.annotations import AddTags, MarkRead, WriteNote, target_of
from tui.commands.assessment import Assess
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.dialogs.choice_list import ChoiceList


@pytest.fixture
def app(tmp_path: Path) -> Iterator[BriefingApp]:
    """An edited article, with a note on a quote that the edit took out."""
    briefing = Briefing.open(tmp_path / "own", create=True)
    bring(briefing, BEFORE)
    school = target_of(saying(only(briefing)[1], "My children"))
    briefing.do(AddTags([school], ["ferry"]))
    briefing.do(WriteNote(school, "ask her again"))
    bring(briefing, AFTER)
    yield BriefingApp(briefing, name="own")
    briefing.close()


def behind(app: BriefingApp, words: str) -> object:
    """Return the colour behind the first cell that is drawn of some words."""
    for strip in strips(app):
        for text, style, _ in strip:
            if words in text:
                return style and style.bgcolor
    raise AssertionError(f"{words!r} is not drawn as one piece")


async def test_what_changed_is_shown_word_by_word_in_colours_of_its_own(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        await until_seen(pilot, "changed once since it first came in")
        await press(pilot, "D", sees="Changed since the version before")
        assert "lost mony money on" in screen_text(app)
        colours = {behind(app, words) for words in ("mony", "money", "ferry")}
        assert len(colours) == 3
        assert behind(app, "My children go to school") == behind(app, "mony")
        assert behind(app, "The county had paid") == behind(app, "money")
        await press(pilot, "D", sees="lost money on")
        await press(pilot, "D", "escape", sees="lost money on")


async def test_without_colour_brackets_tell_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    briefing = Briefing.open(tmp_path / "grey", create=True)
    bring(briefing, BEFORE)
    bring(briefing, AFTER)
    app = BriefingApp(briefing, name="grey")
    async with on_screen(app, (120, 50)) as pilot:
        await press(pilot, "D", sees="lost [-mony-]{+money+} on")
        text = screen_text(app)
        assert "[-“My children go to school" in text and "The county had paid" in text
    briefing.close()


async def test_changes_are_walked_one_by_one(app: BriefingApp) -> None:
    async with on_screen(app, (120, 50)) as pilot:
        await pilot.press("D")
        pane = app.main.panes.article
        await until_seen(pilot, "what changed, 1 of 3")
        for key, number in ("]", 2), ("n", 3), ("[", 2), ("N", 1):
            await press(pilot, key, brings=partial(_stands, app, f"what changed, {number} of 3"))
        assert "The county had paid" in pane.render_line(pane.cursor - pane.scroll_offset.y).text
        await press(pilot, "N", sees="No change further up")
        assert pane.older


def _stands(app: BriefingApp, words: str) -> bool:
    return words in screen_text(app)


async def test_an_edit_of_what_was_read_is_seen_in_the_timeline_until_it_is_read(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "own", create=True)
    bring(briefing, BEFORE)
    briefing.do(MarkRead([target_of(only(briefing)[1])], passive=True))
    bring(briefing, AFTER)
    app = BriefingApp(briefing, name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: re.search("Δ +~7 Oct", screen_text(app)))
        await pilot.press("2", "j", "1")
        await until(pilot, lambda: not re.search("Δ +~7 Oct", screen_text(app)))
    briefing.close()


async def test_what_was_written_on_words_that_are_gone_stands_below_the_text(app: BriefingApp) -> None:
    async with on_screen(app, (120, 60)) as pilot:
        await press(pilot, "2", "z", sees="Words gone from the text")
        below = screen_text(app).partition("Words gone from the text")[2]
        assert "“My children go to school" in below
        assert "#ferry" in below
        assert "ask her again" in below


async def test_an_article_that_came_in_once_has_nothing_to_compare(store: Path) -> None:
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name="own")
    async with on_screen(app) as pilot:
        await press(pilot, "D", sees="has come in once only")
    briefing.close()


async def test_a_status_is_to_be_confirmed_where_the_words_changed(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path / "own", create=True)
    bring(briefing, BEFORE)
    briefing.do(Assess([target_of(saying(only(briefing)[1], "every crossing"))], "matched"))
    bring(briefing, AFTER)
    app = BriefingApp(briefing, name="own")
    async with app.run_test(size=(160, 50)) as pilot:
        await until_seen(pilot, "text changed: confirm")
        assert "✓? matched" in screen_text(app)
        await press(pilot, "3", "S", brings=lambda: isinstance(app.screen, ChoiceList))
        await press(pilot, "enter", sees="✓ matched to primary")
        assert "text changed: confirm" not in screen_text(app)
    briefing.close()
