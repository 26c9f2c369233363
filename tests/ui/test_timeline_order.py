"""The timeline in the reader's own order."""

from __future__ import annotations

from pathlib import Path

from tests.ui.conftest import screen_text, until
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp


async def test_an_order_is_chosen_by_name_and_stays(store: Path) -> None:
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        here, last = app.main.event_id, app.main.rows[-1]["id"]
        await app.main.act("sort")
        await until(pilot, lambda: "Order of the timeline" in screen_text(app))
        await pilot.press("down", "enter")
        await until(pilot, lambda: "oldest first" in screen_text(app))
        assert app.main.event_id == here and app.main.panes.events.chosen == here
        await pilot.press("g")
        await until(pilot, lambda: app.main.event_id == last)
    app.briefing.close()
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "oldest first" in screen_text(app))
        assert app.main.panes.events.timeline.event(1) == last
        app.main.panes.events.order = "unread first"
        await pilot.press("enter", "1")
        await until(pilot, lambda: "Unread · " in screen_text(app))
    app.briefing.close()
