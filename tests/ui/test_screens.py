"""How the screen looks: what has which room, where things begin, what bears the accent."""

from __future__ import annotations

from typing import cast

import pytest
from rich.style import Style
from textual.screen import Screen

from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.core.model import AnnotatedEvent, Article, Event, Quote
from tui.settings import state
from tui.ui import format
from tui.ui.app import BriefingApp
from tui.ui.pane_layout import arrangement, sizes
from tui.ui.panes.article_layout import MEASURE, article_lines


def columns_of(app: BriefingApp, *words: str) -> list[int]:
    """Return the columns of the screen in which some words first begin."""
    lines = screen_text(app).split("\n")
    return [next(line.index(each) for line in lines if each in line) for each in words]


def test_what_the_text_leaves_goes_to_headlines_and_quotes() -> None:
    for width in (150, 200, 300):
        events, quotes = sizes("wide", width, 60, {})
        assert events >= 34 and quotes >= events
        assert 70 <= width - events - quotes <= MEASURE + 8
    assert sizes("wide", 300, 60, {})[0] > sizes("wide", 200, 60, {})[0] > sizes("wide", 150, 60, {})[0]


def test_what_was_dragged_is_kept_as_far_as_there_is_room() -> None:
    assert sizes("wide", 200, 60, {"wide": (30, 50)}) == (30, 50)
    events, quotes = sizes("wide", 150, 60, {"wide": (140, 140)})
    assert events + quotes <= 150 - 40
    assert sizes("medium", 120, 20, {"medium": (40, 90)})[1] <= 13


@pytest.mark.parametrize(
    ("size", "arranged"),
    [
        ((200, 60), "wide"),
        ((150, 40), "wide"),
        ((120, 40), "medium"),
        ((80, 24), "narrow"),
        ((40, 12), "tiny"),
    ],
)
def test_each_size_has_its_arrangement(size: tuple[int, int], arranged: str) -> None:
    assert arrangement(*size) == arranged


@pytest.mark.parametrize("size", [(150, 40), (120, 40)])
async def test_the_first_frame_shows_all_panes(
    app: BriefingApp, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[str] = []

    def compose(screen: Screen[None]) -> None:
        painted(screen)
        if screen is app.screen and screen.children:
            frames.append(screen_text(app))

    painted = Screen._compositor_refresh
    monkeypatch.setattr(Screen, "_compositor_refresh", compose)
    async with on_screen(app, size):
        assert app.main.article and app.main.article.headline[:10] in frames[0]
        assert app.main.rows[0]["name"][:10] in frames[0]


@pytest.mark.parametrize("width", [80, 120, 145])
async def test_article_and_quotes_have_one_left_edge(app: BriefingApp, width: int) -> None:
    async with app.run_test(size=(width, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items)
        await press(pilot, "2", sees="Some countries")
        text, name = columns_of(app, "Some countries", "Emmanuel Macron ·")
        assert text == name


async def test_a_small_screen_shows_one_pane_at_a_time_and_says_which_others_there_are(
    app: BriefingApp,
) -> None:
    async with on_screen(app, (40, 12)) as pilot:
        for key, here in (("1", "events"), ("2", "article"), ("3", "quotes")):
            await pilot.press(key)
            await pilot.pause()
            shown = [
                pane for pane in ("events", "article", "quotes") if app.main.query_one(f"#{pane}").display
            ]
            assert shown == [here]
        await until_seen(pilot, "1 Events  2 Article")


async def test_outlets_are_counted_where_their_names_have_no_room(app: BriefingApp) -> None:
    async with on_screen(app):
        assert "3 outlets" in screen_text(app)
        assert "(retol…" not in screen_text(app)


def drawn(app: BriefingApp, quote: Quote) -> Style:
    """Return the style in which the article shows the first words of a quote."""
    pane = app.main.panes.article
    strip = pane._line(pane.line_of(quote.start))
    words = quote.parts[0].exact[:5]
    return cast(Style, next(style for text, style, _ in strip if words in text))


async def test_only_words_that_were_said_bear_the_accent(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "2", brings=lambda: app.main.article and len(app.main.items) == 5)
        assert app.main.article is not None
        first, second, *_, indirect = app.main.article.quotes
        assert (indirect.kind, first.kind) == ("indirect", "mixed")
        app.main.quote_id = second.id
        await pilot.pause()
        pane = app.main.panes.article
        assert drawn(app, first).color == pane.style("accent").color
        text = pane._line(pane.line_of(indirect.start))
        assert all(
            pane.style("accent").color != style.color
            for part, style, _ in text
            if "ceasefire" in part and style
        )


async def test_the_cursor_and_what_is_only_shown_have_marks_of_their_own(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:

        def marks() -> list[str]:
            panes = (app.main.panes.events, app.main.panes.quotes)
            return [pane._line(pane._starts[pane.cursor]).text[0] for pane in panes]

        await press(pilot, "1", brings=lambda: marks() == [format.BAR, format.SHOWN])
        await press(pilot, "3", brings=lambda: marks() == [format.SHOWN, format.BAR])
        row = app.main.panes.quotes
        plain, live = row.style().bgcolor, row._line(row._starts[row.cursor])
        assert all(style and style.bgcolor != plain for _, style, _ in live)


async def test_a_speaker_stands_once_over_what_is_theirs(app: BriefingApp) -> None:
    async with app.run_test(size=(160, 50)) as pilot:
        await until(pilot, lambda: len(app.main.items) == 4)
        pane = app.main.panes.quotes
        await until(pilot, lambda: pane.count == 4)
        said = "\n".join(pane._line(y).text for y in range(pane.virtual_size.height))
        assert said.count("Emmanuel Macron") == 1
        await pilot.press("3", "s", "s")
        await until(pilot, lambda: app.main.listing.scope == "briefing" and len(app.main.items) > 20)
        await until_seen(pilot, "Dec 2025 · French press report")


async def test_what_is_selected_stands_alone(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "2", brings=lambda: app.main.article and len(app.main.items) == 5)
        pane = app.main.panes.article
        for _ in range(4):
            await pilot.press("j")
        await press(pilot, "v", brings=lambda: pane.picked)
        shown = [
            style
            for y in range(len(pane._lines))
            if pane._lines[y].start >= 0
            for _, style, _ in pane._line(y)
        ]
        marked = pane.style("mark").bgcolor
        assert not [style for style in shown if style and style.bgcolor == marked]


async def test_the_width_of_the_text_is_chosen_by_name_and_stays(app: BriefingApp) -> None:
    async with on_screen(app, (200, 60)) as pilot:
        pane = app.main.panes.article

        def longest() -> int:
            return max(line.end - line.start for line in pane._lines)

        before = longest()
        await app.main.act("text_width")
        await until_seen(pilot, "Width of the text")
        await press(pilot, "home", *"60", brings=lambda: longest() <= 60)
        await press(pilot, "escape", brings=lambda: longest() == before)
        await app.main.act("text_width")
        await until_seen(pilot, "Width of the text")
        await press(pilot, *"96", "enter", brings=lambda: before < longest() <= 96)
        assert state.get_text_width() == 96
        x = app.main.panes.quotes.region.x
        assert x - pane.region.x > 96


def test_two_offices_whose_names_begin_alike_are_told_apart_by_their_last_word() -> None:
    names = ("Presidency of the Republic of Norland", "Presidency of the Republic of Velmora")
    both = tuple(Article(id=each, event="e", headline="", outlet=each, text="A call.") for each in names)
    lines = article_lines(AnnotatedEvent(Event("e", "A call", "", both)), both[0], {}, 80, str)
    tabs = "".join(text for line in lines for text, _ in line.pieces if line.tabs)
    assert "… Norland" in tabs and "… Velmora" in tabs
