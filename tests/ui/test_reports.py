"""Reports on the screen: a cell opens its quotes, and Esc leads back to the article's."""

from __future__ import annotations

import re
from functools import partial

import pytest
from textual.widgets import DataTable

from tests.ui.conftest import on_screen, press, screen_text, until
from tui.commands.annotations import AddTags, RemoveTags, target_of
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp


async def test_a_cell_opens_its_quotes_from_all_events(app: BriefingApp) -> None:
    rows = app.briefing.rows()
    picked = []
    for row in (rows[0], rows[-1]):
        article = next(one for one in app.briefing.annotated(row["id"]).event.articles if one.quotes)
        app.briefing.do(AddTags([target_of(article.quotes[0])], ["zz own tag"]))
        picked.append(article.quotes[0].id)
    async with on_screen(app, (140, 40)) as pilot:
        await pilot.press("R", *"tags by month", "enter")
        await until(pilot, lambda: app.screen.query(DataTable) and "zz own tag" in screen_text(app))
        await pilot.press("p")
        await until(pilot, lambda: "█" in screen_text(app) and " shown" in screen_text(app))
        await pilot.press("p")
        table = app.screen.query_one(DataTable)
        table.move_cursor(row=0, column=0)
        await pilot.press("s")
        # The last by name, over the totals.
        assert "zz own tag" in str(table.get_row_at(table.row_count - 2)[0])
        assert str(table.get_row_at(table.row_count - 1)[0]) == "all"
        table.move_cursor(row=table.get_row_index("zz own tag"), column=0)
        await press(pilot, "enter", sees="2 zz own tag")
        assert {item.quote.id for item in app.main.items if item.quote} == set(picked)
        assert app.main.panes.current == "quotes"
        assert app.main.quote_id in picked
        await pilot.press("escape")
        await until(
            pilot, lambda: app.main.listing.scope == "article" and "of this article" in screen_text(app)
        )


async def test_without_tags_the_report_says_which_key_tags(app: BriefingApp) -> None:
    for tag in list(app.briefing.tags().values()):
        uses = [use for _, use in app.briefing.written("tagging") if use.body["tag"] == tag.id]
        app.briefing.do(RemoveTags([use.target for use in uses], [tag.name]))
    async with on_screen(app) as pilot:
        await press(pilot, "R", *"tags by outlet", "enter", sees="No quote is tagged yet; t tags one.")


async def test_where_two_differ_the_quotes_open(app: BriefingApp) -> None:
    row = app.briefing.rows()[0]
    article = next(one for one in app.briefing.annotated(row["id"]).event.articles if len(one.quotes) > 1)
    first, second = article.quotes[:2]
    for author, quotes in (("ada", [first, second]), ("bo", [first])):
        other = Briefing.open(app.briefing.path, author=partial(str, author))
        other.do(AddTags([target_of(each) for each in quotes], ["zz own tag"]))
        other.close()
    async with on_screen(app, (140, 40)) as pilot:
        await pilot.press("R", *"agree", "enter")
        await until(pilot, lambda: "ada · bo" in screen_text(app) and "1 + 0" in screen_text(app))
        await pilot.press("j", "k", "enter")
        await until(pilot, lambda: app.main.quote_id == second.id and app.main.panes.current == "quotes")


async def test_of_very_many_quotes_the_newest_are_listed_and_the_title_says_so(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.ui.quote_listing.MOST_QUOTES", 16)
    async with on_screen(app, (160, 40)) as pilot:
        newest = app.briefing.rows()[0]
        await press(pilot, "3", "s", "s", sees="by speaker, the newest")
        shown = [item for item in app.main.items if item.quote]
        assert 0 < len(shown) <= 16
        assert {item.event_id for item in shown} >= {newest["id"]}


async def test_a_table_says_how_much_of_it_is_shown_and_keeps_its_keys_in_view(app: BriefingApp) -> None:
    async with on_screen(app, (60, 20)) as pilot:
        await press(pilot, "R", *"speaker month", "enter", sees="by month · 3 of 4 columns")
        assert "Enter opens its quotes" in screen_text(app)
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: " columns" not in screen_text(app) and "2025-12" in screen_text(app))


async def test_figures_are_seen_on_a_small_screen(app: BriefingApp) -> None:
    async with on_screen(app, (40, 12)) as pilot:
        await press(pilot, "R", *"speaker month", "enter", sees="2022-01")
        figures = screen_text(app).split("Emmanuel…")[1].split("\n")[0]
        assert figures.split()[1].isdigit()
        await pilot.press("p")
        await until(
            pilot, lambda: re.search(r"\b\d\d\b", screen_text(app).split("Emmanuel…")[1].split("\n")[0])
        )
