"""Help: wherever one is, the keys of that place first; it can be searched, and says how it is left."""

from __future__ import annotations

from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import Screen

from tests.ui.conftest import on_screen, press, screen_text, until
from tui.settings.actions import ACTIONS
from tui.settings.surface import FOOTERS, SURFACE
from tui.ui.app import BriefingApp
from tui.ui.dialogs.board_screen import BoardScreen
from tui.ui.dialogs.heat_screen import HeatScreen
from tui.ui.dialogs.network_screen import NetworkScreen
from tui.ui.dialogs.picture_screen import PictureScreen


def test_what_stands_in_a_footer_is_on_the_surface() -> None:
    surface = {action.id for action in ACTIONS if action.surface}
    assert surface == {id for ids, _ in SURFACE for id in ids.split()}
    assert all(set(ids) <= surface for ids in FOOTERS.values())
    assert len(SURFACE) == 12 and len(surface) <= 25  # each with the one key that is named for it


@pytest.mark.parametrize(
    ("key", "first"), [("1", "In the events"), ("2", "In the article"), ("3", "In the quotes")]
)
async def test_the_keys_of_the_pane_come_first(app: BriefingApp, key: str, first: str) -> None:
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, key, "question_mark", sees="Esc closes")
        assert first in screen_text(app) and "More keys" not in screen_text(app)
        await press(pilot, "slash", *"codebook", sees="Nothing here says so")
        await press(pilot, "escape", sees=first)
        await pilot.press("slash", *"part quoted")
        await until(pilot, lambda: "mixed" in screen_text(app) and first not in screen_text(app))
        await press(pilot, "escape", "escape", brings=lambda: app.screen is app.main)


@pytest.mark.parametrize("screen", [BoardScreen, PictureScreen, HeatScreen, NetworkScreen])
def test_the_help_of_a_picture_has_a_sentence_for_each_of_its_keys(screen: type[Screen[Any]]) -> None:
    keys = [each for each in Binding.make_bindings(screen.BINDINGS) if each.action != "app.help"]
    assert keys and not [each.key for each in keys if not each.description]


@pytest.mark.parametrize(
    ("keys", "dialog"),
    [
        (("3", "a"), "Ctrl+J new line"),
        (("3", "t"), "Tab completes"),
        (("3", "S"), "Esc leaves"),
        (("3", "e"), "Esc leaves"),
        (("colon",), "↑ ↓ choose"),
        (("i",), "Esc"),
        (("2", "slash"), "In the search line"),
        (("2", "v"), "While words are selected"),
    ],
)
async def test_f1_is_help_wherever_one_is(app: BriefingApp, keys: tuple[str, ...], dialog: str) -> None:
    async with on_screen(app) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        below = app.screen
        await press(pilot, "f1", sees="/ searches here")
        shown = screen_text(app)
        assert dialog in shown[: shown.index("Everywhere")]
        await press(pilot, "f1", brings=lambda: app.screen is below)
