"""The press review by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.test_versions import BEFORE, bring, only, saying
from tests.ui.conftest import screen_text, until
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
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article)
        await app.main.act("press_review")
        await until(pilot, lambda: "No quote has a tag yet" in screen_text(app))
        app.main.do(AddTags([target_of(saying(only(briefing)[1], "every crossing"))], ["money"]))
        await until(pilot, lambda: "#money" in screen_text(app))
        await app.main.act("press_review")
        await until(pilot, lambda: "1 tagged quote" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Copy it as text" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Press review copied" in screen_text(app))
        assert "lost mony" in paths.copied_file().read_text(encoding="utf-8")
        await app.main.act("press_review")
        await until(pilot, lambda: "1 tagged quote" in screen_text(app))
        await pilot.press("escape")
        app.main.do(WriteNote(target_of(saying(only(briefing)[1], "every crossing")), "call him back"))
        await until(pilot, lambda: "call him back" in screen_text(app))
        await app.main.act("press_review")
        await until(pilot, lambda: "1 tagged quote" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "without your 1 note" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.main and "Press review copied" in screen_text(app))
        assert "call him back" not in paths.copied_file().read_text(encoding="utf-8")
        await app.main.act("press_review")
        await until(pilot, lambda: "1 tagged quote" in screen_text(app))
        await pilot.press("enter", *"put your", "enter")
        await until(pilot, lambda: "· with your 1 note" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "call him back" in paths.copied_file().read_text(encoding="utf-8"))
        await app.main.act("press_review")
        await until(pilot, lambda: "1 tagged quote" in screen_text(app))
        await pilot.press("enter", *"mail", "enter")
        await until(pilot, lambda: "The draft is in" in screen_text(app))
        assert "X-Unsent: 1" in (tmp_path / "press review 2024-10-07.eml").read_text(encoding="utf-8")
    briefing.close()
