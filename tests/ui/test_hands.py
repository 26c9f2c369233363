"""The mouse, and the reader's own editor."""

from __future__ import annotations

import pytest

from tests.ui.conftest import until
from tui.ui.app import BriefingApp
from tui.ui.controllers.notes import NoteController


async def test_a_click_chooses_and_two_go_in(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        rows = app.briefing.rows()
        await until(pilot, lambda: app.main.panes.events.count)
        await pilot.click("#events", offset=(15, 6))
        await until(pilot, lambda: app.main.event_id == rows[1]["id"])
        await pilot.click("#quotes", offset=(10, 2))
        await until(pilot, lambda: app.main.panes.current == "quotes")
        await pilot.click("#events", offset=(15, 2), times=2)
        await until(pilot, lambda: app.main.event_id == rows[0]["id"] and app.main.panes.current == "article")


async def test_a_note_of_several_lines_is_written_in_the_editor(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The test has no terminal to hand over; what the editor leaves in the file is what counts.
    monkeypatch.setattr(NoteController, "_in_editor", lambda _, text: text + "first line\nsecond line\n")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "A")
        quote = app.main.quote
        assert quote is not None
        await until(pilot, lambda: app.main.annotated and app.main.annotated.note(quote.id))
        assert app.main.annotated is not None
        assert app.main.annotated.note(quote.id) == "first line\nsecond line"
