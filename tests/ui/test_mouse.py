"""The mouse does what it seems to."""

from __future__ import annotations

import pytest
from textual import events
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.settings import state
from tui.ui.app import BriefingApp
from tui.ui.controllers.reports import ReportScreen
from tui.ui.dialogs.base import TagPrompt
from tui.ui.panes.chart import Chart
from tui.ui.panes.line_view import LineView


def place_of(app: BriefingApp, words: str) -> tuple[int, int]:
    """Return the cell of the screen where some words begin."""
    for y, line in enumerate(screen_text(app).split("\n")):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words!r} is not on the screen")


async def drag(pilot: Pilot[int], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_a_click_on_an_outlets_name_opens_its_article(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and "●" in screen_text(app))
        other = app.main.articles[1]
        await pilot.click(offset=place_of(app, f"●{other.outlet}"))
        await until(pilot, lambda: app.main.article_id == other.id)


@pytest.mark.parametrize("key", ["colon", "question_mark", "t", "a"])
async def test_a_click_beside_a_dialog_closes_it_and_one_inside_does_not(app: BriefingApp, key: str) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "3", key, brings=lambda: len(app.screen_stack) > 1)
        await pilot.click(".title")
        await pilot.pause()
        assert len(app.screen_stack) > 1
        await pilot.click(offset=(2, 2))
        await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_a_quote_clicked_twice_in_the_text_is_opened_in_the_list(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and len(app.main.items) > 1)
        quote = app.main.items[1].quote
        assert quote is not None
        pane = app.main.panes.article
        await until(pilot, lambda: quote.parts[0].exact[:8] in screen_text(app))
        await pilot.click(offset=(pane.region.x + 30, pane.region.y + 1 + pane.line_of(quote.start)), times=2)
        await until(pilot, lambda: app.main.panes.current == "quotes" and app.main.quote_id == quote.id)
        assert not app.main.selections


@pytest.mark.parametrize("size", [(160, 40), (120, 40)])
async def test_the_border_beside_the_events_is_dragged_and_stays_where_it_was_put(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with on_screen(app, size) as pilot:
        edge = app.main.panes.events.region.right
        await drag(pilot, (edge, 20), (edge + 9, 20))
        await until(pilot, lambda: app.main.panes.events.region.right in range(edge + 8, edge + 11))
        assert not app.main.selections and len(app.screen_stack) == 1
        assert state.get_pane_sizes()
        await drag(pilot, (edge + 9, 20), (edge + 70, 20))
        await until(pilot, lambda: app.main.panes.article.region.width >= 38)


async def test_the_border_above_the_quotes_is_dragged_by_its_line(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await pilot.press("2")
        top = app.main.panes.quotes.region.y
        await drag(pilot, (70, top), (70, top - 5))
        await until(pilot, lambda: app.main.panes.quotes.region.y == top - 5)


async def test_a_pane_that_is_out_of_view_is_reached_by_its_name(app: BriefingApp) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await pilot.click(offset=place_of(app, "3 Quotes"))
        await until(pilot, lambda: app.main.panes.current == "quotes")
        await pilot.click(offset=place_of(app, "1 Events"))
        await until(pilot, lambda: app.main.panes.current == "events")


async def test_words_selected_by_mouse_can_be_tagged_at_once(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        before = len(app.main.article.quotes) if app.main.article else 0
        await until_seen(pilot, "Some countries")
        x, y = place_of(app, "Some countries")
        await drag(pilot, (x, y), (x + 12, y))
        await until_seen(pilot, "Make it a quote, and tag it")
        await press(pilot, "down", "enter", sees="New quote")
        await press(pilot, "enter", brings=lambda: isinstance(app.screen, TagPrompt))
        await pilot.press(*"at once", "enter")
        await until(pilot, lambda: any("at once" in item.tags for item in app.main.items))
        assert app.main.article and len(app.main.article.quotes) == before + 1


@pytest.mark.parametrize(
    ("keys", "scrolls"),
    [
        (["1"], LineView),
        (["2"], LineView),
        (["3", "s"], LineView),
        (["1", "e"], OptionList),
        (["colon"], OptionList),
        (["x"], OptionList),
        (["question_mark"], VerticalScroll),
        (["E"], LineView),
        (["R", *"quotes of each speaker by outlet", "enter", "p"], VerticalScroll),
    ],
)
async def test_the_wheel_scrolls_what_is_below_it(
    app: BriefingApp, keys: list[str], scrolls: type[Widget]
) -> None:
    async with on_screen(app, (60, 14)) as pilot:
        await press_all(pilot, keys)
        await until(pilot, lambda: app.screen is not app.main or keys[0] in "123")
        await until(pilot, lambda: any(each.max_scroll_y for each in visible(app, scrolls)))
        below = next(each for each in visible(app, scrolls) if each.max_scroll_y)
        top, x, y = below.scroll_offset.y, *map(int, below.content_region.center)
        app.post_message(events.MouseScrollDown(None, x, y, 0, 0, 0, False, False, False, x, y))
        await until(pilot, lambda: below.scroll_offset.y > top)


async def press_all(pilot: Pilot[int], keys: list[str]) -> None:
    """Press keys, what is counted after Enter awaited before the next."""
    for key in keys:
        await pilot.press("space" if key == " " else key)
        if key == "enter":
            await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))


@pytest.mark.parametrize("keys", [["percent_sign"], ["percent_sign", "4"], ["percent_sign", "5"]])
async def test_the_wheel_walks_the_rows_of_a_picture_and_its_columns(
    app: BriefingApp, keys: list[str]
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items and app.main.counts)
        await press(pilot, keys[0], brings=lambda: app.screen.query(".place"))
        if keys[1:]:
            below = app.screen
            await pilot.press(keys[1])
            await until(pilot, lambda: app.screen is not below and app.screen.query(".place"))
        chart = next(each for each in app.screen.query(Chart).results(Chart))
        x, y = map(int, chart.content_region.center)

        def place() -> str:
            return str(app.screen.query_one(".place", Static).content)

        await until(pilot, place)
        told = place()
        app.post_message(events.MouseScrollDown(None, x, y, 0, 0, 0, False, False, False, x, y))
        await until(pilot, lambda: place() != told)
        lower = place()
        app.post_message(events.MouseScrollLeft(None, x, y, 0, 0, 0, False, False, False, x, y))
        await until(pilot, lambda: place() != lower)


def visible(app: BriefingApp, kind: type[Widget]) -> list[Widget]:
    return [each for each in app.screen.query(kind).results(Widget) if each.display and each.region.area]
