"""Pictures: what is listed, drawn over time; every column leads to what it stands for."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.support.documents import PARAGRAPHS
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.commands.annotations import AddTags, target_of
from tui.core.text import pluralize
from tui.store.briefing import Briefing
from tui.store.statements import statements
from tui.ui.app import BriefingApp
from tui.ui.controllers.search import SearchController
from tui.ui.panes.day_chart import DayChart
from tui.ui.panes.heat_chart import HeatChart
from tui.ui.panes.tie_chart import TieChart
from tui.workflows.import_pages import import_sources


def chart(app: BriefingApp) -> DayChart:
    """Return the picture that is shown."""
    return app.screen.query_one(DayChart)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_a_stretch_of_time_narrows_the_panes_to_it(app: BriefingApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.main.counts)
        await pilot.press("percent_sign")
        await until(pilot, lambda: "2025 · " in screen_text(app) and "quotes" in screen_text(app))
        await press(pilot, "g", sees="2022")  # early 2022: the sample's first calls
        await press(pilot, "v", "l", "enter", brings=lambda: app.screen is app.main)
        search = app.main.controller(SearchController)
        await until(pilot, lambda: search.found is not None)
        assert search.wide and search.text.startswith("after:202")
        assert search.found
        shown = {row["date"][:4] for row in app.main.rows if row["id"] in search.found}
        assert shown == {"2022"}


async def test_a_row_asks_for_whom_it_stands_for_within_the_search_that_was_live(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await pilot.press("slash", *"kyiv", "enter")
        search = app.main.controller(SearchController)
        await until(pilot, lambda: search.found is not None)
        found = len(search.found or ())
        await pilot.press("percent_sign")
        await until(pilot, lambda: f"{found} event" in screen_text(app) and "of kyiv" in screen_text(app))
        await pilot.press("j")
        name = chart(app).chosen
        await pilot.press("minus", "minus", "minus", "minus", "enter")
        await until(pilot, lambda: app.screen is app.main)
        await until(pilot, lambda: name.split()[-1] in search.text and search.text.startswith("kyiv "))


async def test_a_picture_draws_the_quotes_that_a_search_leaves_in_the_list(app: BriefingApp) -> None:
    direct = [quote for _, _, quote in app.briefing.quotes() if quote.kind == "direct"]
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.items and app.main.counts)
        events = f"{len(app.main.rows)} events"
        await pilot.press("3", "slash", *"kind:direct", "enter", "percent_sign")
        await until_seen(pilot, f"Timeline · {len(direct)} quotes of kind:direct")
        assert 0 < chart(app).counts.quotes.total() <= len(direct) < len(list(app.briefing.quotes()))
        await press(pilot, "escape", "escape", "percent_sign", sees=f"Timeline · {events} · ")


async def test_a_picture_says_where_a_search_narrows_the_events_and_not_their_quotes(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.items and app.main.counts)
        await pilot.press("slash", *"kind:direct", "enter")
        search = app.main.controller(SearchController)
        await until(pilot, lambda: search.found)
        await pilot.press("percent_sign")
        told = f"Timeline · all quotes of {len(search.found or ())} events of kind:direct"
        await until_seen(pilot, told)


async def test_the_scale_the_rows_and_the_columns_are_turned_by_key(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await press(pilot, "percent_sign", sees="speakers by month")
        day = chart(app).span()[1]
        await press(pilot, "plus", sees="speakers by week")
        first, last = chart(app).span()
        assert first.replace(day=1) == day.replace(day=1) or first <= day <= last
        assert "too vague for a week" in screen_text(app)  # the sample has calls known by their month
        await press(pilot, "o", sees="outlets by week")
        await press(pilot, "m", sees="columns: outlets a week")
        await press(pilot, "o", sees="tags by week")
        await pilot.press("v", "h", "escape")  # lets go of the stretch first
        assert chart(app).marked_from is None
        await press(pilot, "escape", brings=lambda: app.screen is app.main)


async def test_the_mouse_marks_a_stretch(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await press(pilot, "percent_sign", sees="speakers by month")
        await pilot.mouse_down(DayChart, offset=(32, 14))
        await pilot.hover(DayChart, offset=(36, 14))
        await pilot.mouse_up(DayChart, offset=(36, 14))
        first, last = chart(app).stretch
        assert last - first == 4 and chart(app).row


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_who_tells_whom_leads_from_a_tie_and_from_a_name_to_their_quotes(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.main.counts)
        await press(pilot, "percent_sign", brings=lambda: app.screen.query(DayChart))
        await press(pilot, "5", brings=lambda: app.screen.query(TieChart))
        ties = app.screen.query_one(TieChart)
        await until_seen(pilot, f"{ties.chosen.source.name[:8]}")
        await pilot.press("j", "j")
        tie = ties.chosen
        await press(pilot, "enter", brings=lambda: app.screen is app.main)
        search = app.main.controller(SearchController)
        await until(pilot, lambda: search.found is not None)
        assert search.text == tie.query and search.wide
        await press(pilot, "escape", "percent_sign", brings=lambda: app.screen.query(DayChart))
        await press(pilot, "5", brings=lambda: app.screen.query(TieChart))
        await pilot.press("o", "h", "k")
        ties = app.screen.query_one(TieChart)
        name = ties.node
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.main and name.split()[-1] in search.text)


async def test_heat_strips_tell_who_spoke_when_and_which_tags_stand_on_whose_quotes(app: BriefingApp) -> None:
    _, article, quote = next(each for each in app.briefing.quotes() if each[2].speakers)
    app.briefing.do(AddTags([target_of(quote)], ["warned"]))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await press(pilot, "percent_sign", brings=lambda: app.screen.query(DayChart))
        await press(pilot, "4", sees="Speakers by month")
        text = screen_text(app)
        assert "quotes: · 0  ░ 1" in text and "2022" in text and "2025" in text
        heat = app.screen.query_one(HeatChart)
        assert heat.table.shade(heat.table.highest) == "█" in text
        await pilot.resize_terminal(80, 24)
        await until_seen(pilot, "5 who tells whom")
        await pilot.press("5")
        await until(pilot, lambda: app.screen.query(TieChart) and "4 heat" in screen_text(app))
        await press(pilot, "4", sees="Speakers by month")
        heat = app.screen.query_one(HeatChart)
        await pilot.press("o")
        await until(
            pilot, lambda: "Tags by speaker" in screen_text(app) and "#warned" not in screen_text(app)
        )
        await until_seen(pilot, "warned")
        query = heat.table.query(heat.row, heat.column)
        await pilot.press("enter")
        search = app.main.controller(SearchController)
        await until(pilot, lambda: app.screen is app.main and search.text == query)
        await until(pilot, lambda: search.found is not None and article.event in search.found)


async def test_pictures_count_statements_where_the_timeline_does(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        app.main.statements_counted.turn()
        await press(pilot, "percent_sign", brings=lambda: app.screen.query(DayChart))
        events = [app.briefing.annotated(row["id"]) for row in app.briefing.rows()]
        assert chart(app).counts.quotes.total() == sum(len(statements(app.briefing, each)) for each in events)
        assert "columns: statements a month" in screen_text(app)
        await press(pilot, "4", sees="statements: · 0")


async def test_what_is_left_out_of_a_picture_is_told_on_80_cells(tmp_path: Path) -> None:
    for number, day in enumerate(("2025-03-14", "XXXX-03-18")):
        (tmp_path / f"{number}.md").write_text(
            f"---\noutlet: Quay Post\npublished: {day}\nevent: Ferry {number}\n---\n# Ferry {number}\n\n"
            + "\n\n".join(PARAGRAPHS),
            encoding="utf-8",
        )
    briefing = Briefing.open(tmp_path / "store", create=True)
    import_sources(briefing, sorted(tmp_path.glob("*.md")))
    quotes = sum(row["quotes"] for row in briefing.rows() if not row["date"].startswith("2025"))
    app = BriefingApp(briefing, name="ferry")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await pilot.press("percent_sign")
        left = f"left out: {pluralize(quotes, 'quote')} of no known year"
        await until_seen(pilot, left)
        await press(pilot, "m", sees="left out: 1 article of no known year")


async def test_what_is_left_out_of_who_tells_whom_is_told_on_80_cells(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await press(pilot, "percent_sign", sees="5 who tells whom")
        await press(pilot, "5", brings=lambda: app.screen.query(TieChart))
        await until(pilot, lambda: "through nobody named)" in screen_text(app).splitlines()[1])


async def test_the_screen_is_saved_as_a_png(
    app: BriefingApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("resvg_py")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    async with on_screen(app, (100, 30)) as pilot:
        await press(pilot, "percent_sign", sees="Timeline ·")
        await pilot.press("escape", "colon", *"save a picture of the screen as png", "enter")
        await until(pilot, lambda: list(tmp_path.rglob("*.png")))
    (path,) = tmp_path.rglob("*.png")
    data = path.read_bytes()
    width, height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG\r\n") and width > 1000 and height > 600
