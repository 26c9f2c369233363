"""The screen where a terminal has few colours: as it is meant, and to be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME
from textual.color import Color as Blended
from textual.theme import BUILTIN_THEMES, Theme
from textual.widgets import DataTable, Input

from tests.ui.conftest import on_screen, press, screen_text, strips, until
from tui.settings import state
from tui.settings.glossary import GLOSSARY
from tui.store.briefing import Briefing
from tui.ui import terminal_palette
from tui.ui.app import BriefingApp
from tui.ui.contrast import ratio
from tui.ui.terminal_palette import TerminalPalette, in_few_colors
from tui.ui.theme_app import READING_ROOM, READING_ROOM_LIGHT

THEMES = (READING_ROOM.name, READING_ROOM_LIGHT.name, "textual-dark", "nord")
SYSTEMS = {"256": ColorSystem.EIGHT_BIT, "standard": ColorSystem.STANDARD}
FIRST = "saved searches "  # the row of the palette that has the cursor
Cell = tuple[str, tuple[int, int, int], tuple[int, int, int]]


async def cells(
    store: Path, theme: str, system: str, monkeypatch: pytest.MonkeyPatch, dialog: str = "colon"
) -> list[Cell]:
    """Return the letters of the screen with a dialog over it, each with its colour and the one behind it."""
    said = {"colon": {"saved searches", "France"}, "S": {"Status of", "discussing among"}}[dialog]
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", system)
    state.set_explained_words(list(GLOSSARY))  # a reader who knows the words
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name="sample")
    app.theme = theme
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts and app.main.items and "France" in screen_text(app))
        await pilot.press("3", dialog)
        await until(pilot, lambda: all(each in screen_text(app) for each in said))
        monkeypatch.setattr(app.screen.query_one(Input), "cursor_blink", False)
        await pilot.pause()
        drawn = list(_drawn(app, system))
    briefing.close()
    return drawn


def _drawn(app: BriefingApp, system: str) -> Iterator[Cell]:
    def shown(color: Color | None) -> tuple[int, int, int]:
        assert color is not None
        color = color.downgrade(SYSTEMS[system]) if system in SYSTEMS else color  # what Rich writes out
        red, green, blue = color.get_truecolor(DEFAULT_TERMINAL_THEME)
        return red, green, blue

    for strip in strips(app):
        for text, style, _ in strip:
            if style and style.bgcolor and style.color and not style.reverse:
                yield from ((char, shown(style.color), shown(style.bgcolor)) for char in text)


def colourful(color: tuple[int, int, int]) -> int:
    """Return how far a colour is from grey, 0 to 255."""
    return max(color) - min(color)


@pytest.mark.parametrize("theme", THEMES)
async def test_with_256_colours_the_screen_looks_as_with_all(
    theme: str, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meant = await cells(store, theme, "truecolor", monkeypatch)
    drawn = await cells(store, theme, "256", monkeypatch)
    assert [cell[0] for cell in drawn] == [cell[0] for cell in meant]
    for (_, _, wanted), (_, _, behind) in zip(meant, drawn, strict=True):
        assert max(abs(one - other) for one, other in zip(wanted, behind, strict=True)) <= 55
        assert colourful(wanted) >= 25 or colourful(behind) < 25


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("system", SYSTEMS)
async def test_with_few_colours_all_letters_can_be_read(
    system: str, theme: str, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for char, color, behind in await cells(store, theme, system, monkeypatch):
        if char.isalnum():
            assert max(abs(one - other) for one, other in zip(color, behind, strict=True)) >= 60


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("system", ["truecolor", *SYSTEMS])
async def test_the_row_of_a_list_stands_out_in_the_accent_of_the_theme(
    system: str, theme: str, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = await cells(store, theme, system, monkeypatch)
    said = "".join(cell[0] for cell in drawn)
    row, other = (drawn[said.index(name)][2] for name in (FIRST, "fold years "))
    assert row != other
    if system == "truecolor":
        accent = app_accent(store, theme)
        toward = [one - two for one, two in zip(accent, other, strict=True)]
        moved = [one - two for one, two in zip(row, other, strict=True)]
        for one, two in zip(toward, moved, strict=True):
            assert abs(0.22 * one - two) <= 2, (row, other, accent)


@pytest.mark.parametrize("theme", THEMES)
async def test_with_few_colours_the_cell_of_a_table_of_counts_stands_out(
    theme: str, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    app = BriefingApp(Briefing.open(store), name="sample")
    app.theme = theme
    async with on_screen(app) as pilot:
        await pilot.press("R", *"in each outlet by month", "enter")
        await until(pilot, lambda: app.screen.query(DataTable) and " rows" in screen_text(app))
        table = app.screen.query_one(DataTable)
        names = [str(table.get_row_at(at)[0]) for at in (0, 1)]
        await until(pilot, lambda: all(name in screen_text(app) for name in names))
        drawn = list(_drawn(app, "standard"))
    app.briefing.close()
    said = "".join(cell[0] for cell in drawn)
    title = said.index("Quotes in each outlet by month")
    (_, color, behind), other = (drawn[said.index(name, title)] for name in names)
    assert behind != other[2]
    assert max(abs(one - two) for one, two in zip(color, behind, strict=True)) >= 60


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("system", ["truecolor", *SYSTEMS])
async def test_what_was_said_wears_the_accent_also_behind_a_dialog(
    system: str, theme: str, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = await cells(store, theme, system, monkeypatch, "S")
    at = "".join(cell[0] for cell in drawn).index("discussing among")
    quote, text = drawn[at][1], drawn[at - 4][1]
    assert colourful(quote) >= colourful(text) + 20
    wanted = app_accent(store, theme)
    order = sorted(range(3), key=lambda channel: wanted[channel])
    assert quote[order[0]] <= quote[order[1]] <= quote[order[2]]  # no other hue


@pytest.mark.parametrize("theme", BUILTIN_THEMES.values(), ids=lambda theme: theme.name)
def test_quiet_letters_can_be_read_on_the_row_that_has_their_colour_behind_it(theme: Theme) -> None:
    variables = theme.to_color_system().generate()
    if variables["foreground"].startswith("ansi"):
        return
    full, page = Blended.parse(variables["foreground"]), Blended.parse(variables["background"])
    quiet = full.blend(page, 0.2)  # a remark in a row of a list
    style = Style.from_color(quiet.rich_color, full.rich_color)
    ((_, drawn, _),) = TerminalPalette("standard").apply([Segment("x", style)], page)
    assert drawn and drawn.color and drawn.bgcolor
    letters, behind = (each.get_truecolor(DEFAULT_TERMINAL_THEME) for each in (drawn.color, drawn.bgcolor))
    assert ratio(Blended(*letters), Blended(*behind)) >= 3


def app_accent(store: Path, theme: str) -> tuple[int, int, int]:
    """Return the accent of a theme."""
    briefing = Briefing.open(store)
    app = BriefingApp(briefing)
    app.theme = theme
    briefing.close()
    return Blended.parse(app.get_css_variables()["accent"]).rgb


async def test_without_colours_no_theme_is_tried_on_and_the_one_chosen_is_kept(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name="sample")
    async with on_screen(app) as pilot:
        await press(pilot, "colon", *"theme", "enter", sees="Enter saves")
        await pilot.press("down", "down")
        assert app.theme == READING_ROOM.name  # whose row under the cursor is reversed
        await pilot.press("up", "enter")
        await until(pilot, lambda: "without NO_COLOR" in app.main.status.message)
        assert app.theme == READING_ROOM.name and state.get_theme() == READING_ROOM_LIGHT.name
    briefing.close()


async def test_the_16_colours_of_a_theme_are_looked_for_once_and_not_for_each_line_that_is_painted(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(theme: Theme) -> Theme:
        asked.append(theme.name)
        return in_few_colors(theme)

    monkeypatch.setattr(terminal_palette, "in_few_colors", counted)
    await cells(store, "reading-room", "standard", monkeypatch)
    assert len(asked) == len(set(asked)) > 0
