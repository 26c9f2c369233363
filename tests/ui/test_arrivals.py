"""What came in while the app was closed: told, gone to, and done with."""

from __future__ import annotations

from pathlib import Path

from tests.store.test_arrivals import BRIDGE, ROAD
from tests.store.test_versions import AFTER, BEFORE, bring, only
from tests.ui.conftest import press, screen_text, until, until_seen
from tui.commands.annotations import MarkRead, target_of
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp


def told(path: Path) -> BriefingApp:
    return BriefingApp(Briefing.open(path, create=True), name="own")


async def test_a_restart_forgets_nothing_of_what_came_in(tmp_path: Path) -> None:
    path = tmp_path / "own"
    briefing = Briefing.open(path, create=True)
    ferry = bring(briefing, BEFORE).new[0][1]
    briefing.do(MarkRead([target_of(only(briefing)[1])], passive=True))
    briefing.see_arrivals()
    road = bring(briefing, ROAD, "road.txt").new[0][1]
    bring(briefing, AFTER)
    briefing.close()
    await _told_and_walked(path, road, ferry)
    await _told_and_walked(path, road, ferry)


async def _told_and_walked(path: Path, road: str, ferry: str) -> None:
    app = told(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(pilot, "1 new, 1 changed at ")
        app.main.open_event(app.main.rows[0]["id"])
        await press(pilot, "1", "P", brings=lambda: app.main.article_id == road)
        await press(pilot, "P", sees="what changed, 1 of 3")
        assert app.main.article_id == ferry
        await press(pilot, "P", brings=lambda: app.main.article_id == road)
    app.briefing.close()


async def test_all_down_to_here_is_read_at_once_and_of_a_search_only_what_it_finds(tmp_path: Path) -> None:
    path = tmp_path / "own"
    briefing = Briefing.open(path, create=True)
    for text, name in (BEFORE, "ferry.txt"), (BRIDGE, "bridge.txt"), (ROAD, "road.txt"):
        bring(briefing, text, name)
    briefing.close()
    app = told(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: len(app.main.counts) == 3)
        await pilot.press("slash", *"ferry", "enter")
        await until(pilot, lambda: app.main.found is not None and len(app.main.found) == 1)
        await app.main.act("read_to_here")
        await until_seen(pilot, "Marked 1 article as read")
        await pilot.press("escape", "G")
        await app.main.act("read_to_here")
        await until_seen(pilot, "Marked 2 articles as read")
        await app.main.act("read_to_here")
        await until_seen(pilot, "Nothing unread stands up to here")
        await pilot.press("u")
        await until(pilot, lambda: sum(each.unread for each in app.main.counts.values()) == 2)
    app.briefing.close()


async def test_the_top_line_counts_what_is_left_unread_of_what_came_in(tmp_path: Path) -> None:
    path = tmp_path / "own"
    briefing = Briefing.open(path, create=True)
    for text, name in (BRIDGE, "bridge.txt"), (ROAD, "road.txt"):
        bring(briefing, text, name)
    briefing.close()
    app = told(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(pilot, "2 new at ")
        await press(pilot, "r", sees="1 unread of 2 that came in · P")
        await press(pilot, "j", "r", brings=lambda: "2 events" in screen_text(app).splitlines()[0])
    app.briefing.close()
