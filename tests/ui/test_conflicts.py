"""What two changed differently is listed under H, and a key decides."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from tests.ui.conftest import on_screen, press, screen_text, until
from tui.commands.annotations import AddTags, target_of
from tui.commands.codebook import RenameTag
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.workflows.merge import merge


def _renamed(path: Path, author: str, name: str) -> Briefing:
    briefing = Briefing.open(path, author=partial(str, author))
    tag = next(each.id for each in briefing.tags().values() if each.name == "zz own tag")
    briefing.do(RenameTag(tag, name))
    return briefing


async def test_a_conflict_stands_first_under_h_and_enter_decides_it(app: BriefingApp, tmp_path: Path) -> None:
    _, _, quote = next(app.briefing.quotes())
    app.briefing.do(AddTags([target_of(quote)], ["zz own tag"]))
    shutil.copytree(app.briefing.path, tmp_path / "copy")
    _renamed(tmp_path / "copy", "bo", "zz of bo").close()
    ours = _renamed(app.briefing.path, "ada", "zz of ada")
    merge(ours, tmp_path / "copy")
    ours.close()
    async with on_screen(app) as pilot:
        await press(pilot, "H", sees="1 thing two people changed differently")
        await pilot.press("enter")
        await until(pilot, lambda: "name" in screen_text(app) and "zz of bo (bo" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "What counts" in screen_text(app) and "shown now" in screen_text(app))
        await press(pilot, "down", "enter", sees="Decided on name of tag.")
    names = {each.name for each in app.briefing.tags().values()}
    assert len(names & {"zz of ada", "zz of bo"}) == 1
    assert app.briefing.replica().conflicts() == []


async def test_where_nothing_is_to_be_decided_it_is_said(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "colon", *"conflicts", "enter", sees="Nothing is to be decided")
