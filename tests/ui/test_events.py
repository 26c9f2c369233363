"""Merging events and moving articles by key."""

from __future__ import annotations

import re

from tests.ui.conftest import press, screen_text, until, until_seen
from tui.ui.app import BriefingApp
from tui.workflows.grouping_plan import ApplyGrouping


async def test_another_event_is_merged_into_this_one_and_taken_apart_again(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "g")
        before = [row["id"] for row in app.main.rows]
        await press(pilot, "M", sees="Merge into")
        await press(pilot, "enter", brings=lambda: len(app.main.rows) == len(before) - 1)
        await until(pilot, lambda: re.search(r"Merged \d articles? of .+ → .+ u undoes", screen_text(app)))
        assert app.main.event_id == before[0]
        await press(pilot, "u", brings=lambda: [row["id"] for row in app.main.rows] == before)


async def test_an_article_is_moved_to_an_event_that_is_new(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "g", "2", "V", *"A reply of its own", "enter")
        await until(pilot, lambda: any(row["name"] == "A reply of its own" for row in app.main.rows))
        row = next(row for row in app.main.rows if row["name"] == "A reply of its own")
        assert row["articles"] == 1
        await pilot.press("u")
        await until(pilot, lambda: all(row["name"] != "A reply of its own" for row in app.main.rows))


async def test_copies_are_told_in_the_timeline_and_above_the_article(app: BriefingApp) -> None:
    rows = app.briefing.rows()
    event = app.briefing.annotated(rows[0]["id"]).event
    first, second = event.articles[:2]
    app.briefing.do(ApplyGrouping(copies={second.id: first.id}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "g")
        number = rows[0]["articles"] - 1
        await until_seen(pilot, f"{number} source")
        await press(pilot, "2", "full_stop", sees="a copy of")
