"""What a key paints anew: all that has changed, and little else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from rich.segment import Segment
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from tests.ui.conftest import until
from tui.ui.app import BriefingApp
from tui.ui.panes.line_view import LineView
from tui.ui.theme_app import READING_ROOM

Cells = dict[tuple[int, int], tuple[str, str]]
WALKS = [
    "1 j j k J ctrl+d j g h l j",
    "2 j j j ctrl+d k k g G ] [ c c j 3 j k",
    "3 j j k k s j j k s j j g G 2 j 1 j 3 j",
    "1 / t h e enter j n n N escape j",
    "2 / s a i d enter n n j escape 3 j",
    "3 v j j k escape j S escape x x u z j z",
    "3 z j j k z 2 z 3 j z 1 z j z 3 j z j k z",
    "1 j plus x 2 v w w escape j 3 j ? escape j",
]


class Terminal:
    """The cells of a screen as its updates leave them, and those that an update wrote."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cells: Cells = {}
        self.written: set[tuple[int, int]] = set()
        render = Compositor.render_update

        def take_in(compositor: Compositor, *given: object, **named: object) -> object:
            update = render(compositor, *given, **named)  # type: ignore[arg-type]
            if isinstance(update, LayoutUpdate):
                for y, strips in enumerate(update.strips, update.region.y):
                    self._write(update.region.x, y, [each for strip in strips for each in strip])
            elif isinstance(update, ChopsUpdate):
                for y, first, last in update.spans:
                    for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                        if strip is not None and x <= last and end > first:
                            self._write(x, y, list(strip.crop(0, min(end, last) - x)))
            return update

        monkeypatch.setattr(Compositor, "render_update", take_in)

    def _write(self, x: int, y: int, segments: list[Segment]) -> None:
        fresh = cells(x, y, segments)
        self.cells |= fresh
        self.written |= set(fresh)

    @property
    def lines(self) -> set[int]:
        """The lines in which something was written."""
        return {y for _, y in self.written}


def cells(x: int, y: int, segments: list[Segment]) -> Cells:
    """Return what pieces of a line put into the cells from (`x`, `y`) on: a letter and how it looks."""
    found: Cells = {}
    for text, style, _ in segments:
        for letter in text:
            looks = f"{style.color} {style.bgcolor} {style.bold} {style.reverse}" if style else ""
            found[x, y] = letter, looks
            x += 1
    return found


def drawn_anew(app: BriefingApp) -> Cells:
    """Return the cells of the screen with all of it drawn anew."""
    for widget in [app.screen, *app.screen.query("*")]:
        if isinstance(widget, LineView):
            widget.forget_drawn()
        widget._styles_cache.clear()
    found: Cells = {}
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        found |= cells(0, y, list(strip))
    return found


async def settled(app: BriefingApp, pilot: Pilot[int]) -> None:
    """Let all be painted that is to be."""
    await pilot.pause()
    screen = app.screen
    await until(
        pilot,
        lambda: (
            not (
                screen._dirty_widgets
                or screen._layout_required
                or screen._repaint_required
                or screen._callbacks
            )
        ),
    )


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
@pytest.mark.parametrize("keys", WALKS)
async def test_the_screen_is_what_it_would_be_painted_whole(
    app: BriefingApp, keys: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch)
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items and app.main.counts)
        for key in keys.split():
            await pilot.press(key)
            await settled(app, pilot)
            await until(pilot, lambda: terminal.cells == drawn_anew(app))


async def test_a_theme_that_differs_in_the_accent_alone_paints_all_panes_with_it(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(monkeypatch)
    app.register_theme(replace(READING_ROOM, name="blue", accent="#5b9bd9"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items and app.main.counts)
        await settled(app, pilot)
        before, quote = {**terminal.cells}, app.main.panes.article.style("quote")
        app.theme = "blue"
        await until(pilot, lambda: app.main.panes.article.style("quote") != quote)
        await settled(app, pilot)
        await until(pilot, lambda: terminal.cells == drawn_anew(app))
        for pane in app.main.query(LineView):
            region = pane.content_region
            inside = [at for at in before if region.contains(*at)]
            assert any(terminal.cells[at] != before[at] for at in inside), pane


@pytest.mark.parametrize(
    ("before", "key"), [("/ t h", "e"), ("/ e", "n"), ("/ t", "r"), ("1 j", "j"), ("1 j j", "k")]
)
async def test_a_letter_of_a_search_and_a_move_lay_the_screen_out_for_a_scrollbar_alone(
    app: BriefingApp, before: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items and app.main.counts)
        for each in before.split():
            await pilot.press(each)
            await settled(app, pilot)
        scrolled = [pane.show_vertical_scrollbar for pane in app.main.query(LineView)]
        refresh, asked = Widget.refresh, []

        def noted(widget: Widget, *regions: Region, **named: Any) -> Widget:
            own = isinstance(widget, (LineView, Input)) or widget.id == "hits"
            if named.get("layout") and own:  # a message may come meanwhile
                asked.append(widget)
            return refresh(widget, *regions, **named)

        monkeypatch.setattr(Widget, "refresh", noted)
        await pilot.press(key)
        await settled(app, pilot)
        same = scrolled == [pane.show_vertical_scrollbar for pane in app.main.query(LineView)]
        assert not asked or not same


@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_a_move_leaves_the_lines_around_the_panes_as_they_are(
    app: BriefingApp, pane: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items and app.main.counts)
        await pilot.press(pane, "j", "j", "j", "k")
        await settled(app, pilot)
        terminal = Terminal(monkeypatch)
        await pilot.press("j")
        await settled(app, pilot)
        assert terminal.lines and not terminal.lines & {0, app.size.height - 1}
