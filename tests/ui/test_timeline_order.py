"""The timeline in the reader's own order."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from tests.ui.conftest import press, screen_text, until, until_seen
from tui.commands.annotations import EditField, target_of
from tui.store.briefing import Briefing
from tui.store.loader import newest_first
from tui.ui.app import BriefingApp
from tui.ui.panes import event_list, timeline
from tui.ui.panes.timeline import OLDEST, Timeline


async def test_an_order_is_chosen_by_name_and_stays(store: Path) -> None:
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        here, last = app.main.event_id, app.main.rows[-1]["id"]
        await app.main.act("sort")
        await until_seen(pilot, "Order of the timeline")
        await press(pilot, "down", "enter", sees="oldest first")
        assert app.main.event_id == here and app.main.panes.events.chosen == here
        await press(pilot, "g", brings=lambda: app.main.event_id == last)
    app.briefing.close()
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(pilot, "oldest first")
        assert app.main.panes.events.timeline.event(1) == last
        app.main.panes.events.order = "unread first"
        await press(pilot, "enter", "1", sees="Unread · ")
    app.briefing.close()


async def test_years_are_folded_by_h_and_by_name_and_stay_so(store: Path) -> None:
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts and app.main.annotated)
        await press(pilot, "G", brings=lambda: app.main.event_id == app.main.rows[-1]["id"])
        last = app.main.event_id
        await press(pilot, "h", sees="2022  ▸ 5 events, 5 unread")
        await press(pilot, "m", sees="These events are folded")  # which event is meant, nobody sees
        assert not app.main.counts[last].starred
        await press(pilot, "k", brings=lambda: app.main.event_id == app.main.rows[1]["id"])
        await pilot.press("q")
    app.briefing.close()
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: "2022  ▸ 5 events" in screen_text(app) and app.main.annotated)
        await press(pilot, "j", "l", brings=lambda: app.main.event_id == app.main.rows[2]["id"])
        assert "▸" not in screen_text(app)
        await app.main.act("fold_years")
        await until_seen(pilot, "2025  ▸ 2 events")
        await pilot.press("slash", *"macron")
        await until(pilot, lambda: app.main.found is not None and "▸" not in screen_text(app))
        await press(pilot, "escape", sees="2025  ▸ 2 events")
        app.main.open_event(app.main.rows[0]["id"])  # what is open is seen
        await until(pilot, lambda: "▸" not in screen_text(app))
    app.briefing.close()


async def test_a_year_unfolds_at_its_first_event_whatever_is_open(store: Path) -> None:
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts and app.main.annotated)
        await press(pilot, "h", "G", "h", brings=lambda: screen_text(app).count("▸") == 2)
        assert app.main.event_id == app.main.rows[-1]["id"]
        await press(pilot, "k", "l", brings=lambda: app.main.event_id == app.main.rows[0]["id"])
        await pilot.press("j", "j", "l")
        await until(pilot, lambda: app.main.event_id == app.main.rows[2]["id"])
        assert app.main.panes.events.chosen == app.main.event_id
    app.briefing.close()


async def test_a_month_folds_before_its_year_and_unfolds_after_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "_MANY", 4)  # of the sample's events, 2022 has five
    app = BriefingApp(Briefing.open(store), name="own")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts and app.main.annotated)
        assert "Feb 2022" in screen_text(app)
        await press(pilot, "G", "h", sees="Jan 2022  ▸ 1 event")
        await press(pilot, "k", "h", sees="Feb 2022  ▸ 4 events")
        await press(pilot, "h", sees="2022  ▸ 5 events")
        await press(pilot, "l", sees="Feb 2022  ▸ 4 events")
        await pilot.press("l")  # the cursor came to rest on the month
        await until(pilot, lambda: "Feb 2022  ▸" not in screen_text(app))
        assert "Jan 2022  ▸ 1 event" in screen_text(app)
        assert app.main.panes.events.chosen == app.main.event_id == app.main.rows[5]["id"]
    app.briefing.close()


def test_oldest_first_loses_no_event_whatever_its_date() -> None:
    dates = ("2025-03-04", "202X", "../2001", "-0044-03-15", "XXXX-07-01", "")
    table: dict[str, dict[str, Any]] = {
        str(at): {"id": str(at), "name": date, "date": date, "inferred": False}
        | {"outlets": [], "articles": 1, "quotes": 0}
        for at, date in enumerate(dates)
    }
    rows = newest_first(table)
    timeline = Timeline(rows, OLDEST)
    listed = [found for at in range(2 * len(rows)) if (found := timeline.event(at))]
    assert sorted(set(listed)) == sorted(table) and listed[-2:] == [row["id"] for row in rows[-2:]]
    assert listed[:4] == [row["id"] for row in rows[3::-1]]


async def test_a_list_that_somebody_else_changed_is_laid_out_beside_the_keys(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = BriefingApp(Briefing.open(store), name="own")
    laid_out: list[int] = []

    class Watched(Timeline):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            laid_out.append(threading.get_ident())

    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts and app.main.annotated)
        monkeypatch.setattr(event_list, "Timeline", Watched)
        other = Briefing.open(store)
        event = other.annotated(app.main.rows[1]["id"]).event
        other.do(EditField(target_of(event), "name", "Called otherwise"))
        other.close()
        await until_seen(pilot, "Called otherwise")
        assert laid_out and threading.get_ident() not in laid_out
    app.briefing.close()
