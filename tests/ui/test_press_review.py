"""The press review by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.test_versions import BEFORE, bring, only, saying
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.commands.annotations import AddTags, WriteNote, target_of
from tui.settings import paths, state
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp


async def test_a_day_is_chosen_and_copied_or_written_as_a_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "exports_dir", lambda: tmp_path)
    briefing = Briefing.open(tmp_path / "own", create=True)
    bring(briefing, BEFORE)
    app = BriefingApp(briefing, name="own")
    async with on_screen(app) as pilot:
        await app.main.act("press_review")
        await until_seen(pilot, "No quote has a tag yet")
        app.main.do(AddTags([target_of(saying(only(briefing)[1], "every crossing"))], ["money"]))
        await until_seen(pilot, "#money")
        await app.main.act("press_review")
        await until_seen(pilot, "1 tagged quote")
        await press(pilot, "enter", sees="Copy it as text")
        await press(pilot, "enter", sees="Press review copied")
        assert "lost mony" in paths.copied_file().read_text(encoding="utf-8")
        await app.main.act("press_review")
        await until_seen(pilot, "1 tagged quote")
        await pilot.press("escape")
        app.main.do(WriteNote(target_of(saying(only(briefing)[1], "every crossing")), "call him back"))
        await until_seen(pilot, "call him back")
        await app.main.act("press_review")
        await until_seen(pilot, "1 tagged quote")
        await press(pilot, "enter", sees="without your 1 note")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.main and "Press review copied" in screen_text(app))
        assert "call him back" not in paths.copied_file().read_text(encoding="utf-8")
        await app.main.act("press_review")
        await until_seen(pilot, "1 tagged quote")
        await press(pilot, "enter", *"put your", "enter", sees="· with your 1 note")
        await pilot.press("enter")
        await until(pilot, lambda: "call him back" in paths.copied_file().read_text(encoding="utf-8"))
        await app.main.act("press_review")
        await until_seen(pilot, "1 tagged quote")
        await press(pilot, "enter", *"mail", "enter", sees="The draft is in")
        assert "X-Unsent: 1" in (tmp_path / "press review 2024-10-07.eml").read_text(encoding="utf-8")
    briefing.close()


_PORT = """Harbour wall fails in Lunde

By Ann Vik, Lake Post, 9 October 2024

The harbour wall in Lunde failed at noon, and two boats sank.

“Nobody had looked at the wall for years,” said Mayor Ida Lunde.
"""


async def test_a_week_is_chosen_where_several_of_its_days_have_tagged_quotes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "exports_dir", lambda: tmp_path)
    briefing = Briefing.open(tmp_path / "own", create=True)
    bring(briefing, BEFORE)
    briefing.do(AddTags([target_of(saying(only(briefing)[1], "every crossing"))], ["money"]))
    bring(briefing, _PORT, "port.txt")
    wall = next(quote for _, _, quote in briefing.quotes() if "looked at the wall" in quote.words)
    briefing.do(AddTags([target_of(wall)], ["money"]))
    app = BriefingApp(briefing, name="own")
    async with on_screen(app) as pilot:
        drafts = [tmp_path / f"press review 2024-10-07 to 2024-10-13{again}.eml" for again in ("", "-2")]
        for draft in drafts:
            await app.main.act("press_review")
            await until_seen(pilot, "7 Oct 2024 – 13 Oct 2024")
            assert "2 tagged quotes" in screen_text(app)
            await press(pilot, "1", "3", "space", "O", "c", "t", "enter", sees="Copy it as text")
            await press(pilot, *"mail", "enter", brings=draft.exists)
    text = drafts[0].read_text(encoding="utf-8")
    assert text.index("lost mony") < text.index("looked at the wall")
    briefing.close()
