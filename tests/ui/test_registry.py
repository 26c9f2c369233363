"""Every action of the table is done by one controller, whose module is not imported before the first key."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.test_loaded_modules import modules
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.settings.actions import ACTIONS, BY_ID, ends_mode, in_mode, keys_of
from tui.settings.config import Config
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.availability import is_available
from tui.ui.controllers.registry import _WHERE, MODULE_OF
from tui.ui.controllers.text_selection import TextSelectionController


async def test_every_action_has_one_doer(app: BriefingApp) -> None:
    async with on_screen(app):
        for module, (name, actions) in _WHERE.items():
            kind = getattr(import_module(f"tui.ui.controllers.{module}"), name)
            assert {f"do_{action}" for action in actions.split()} == {
                each for each in vars(kind) if each.startswith("do_")
            }, module
        assert all(callable(app.main.controllers.doer(action.id)) for action in ACTIONS)
    assert set(MODULE_OF) == set(BY_ID)


@pytest.mark.parametrize(
    "module",
    [
        "dialogs.base",
        *(f"controllers.{name}" for name in ("annotations", "text_selection", "export", "reports")),
    ],
)
def test_nothing_that_waits_for_a_key_is_imported_with_the_screen(module: str) -> None:
    loaded = modules("import tui.ui.app")
    assert "tui.ui.main_screen" in loaded
    assert f"tui.ui.{module}" not in loaded


def test_a_key_does_one_thing_in_each_mode() -> None:
    for mode in ("select", "borders", "mark", "search"):
        keys = [key for action in ACTIONS if action.mode == mode for key in keys_of(action, {})]
        assert len(keys) == len(set(keys)), mode
    assert in_mode("select", "open_url").id == "swap_end" and in_mode("", "open_url").id == "open_url"
    assert keys_of(BY_ID["swap_end"], {"open_url": ("ctrl+o",)}) == ("ctrl+o", "O")
    assert (
        in_mode("borders", "enter").id == "take_borders" and in_mode("borders", "open_url").id == "swap_end"
    )
    assert ends_mode("select", BY_ID["page_down"]) and not ends_mode("select", BY_ID["swap_end"])


async def test_a_remapped_key_means_in_a_mode_what_its_action_means_there(app: BriefingApp) -> None:
    app.config = Config({"open_url": ("ctrl+o",), "to_end": ("ctrl+e",), "theme": ("ctrl+t",)})
    async with on_screen(app) as pilot:
        await pilot.press("2", "v")
        selection = app.main.controller(TextSelectionController)
        await until(pilot, lambda: selection.on)
        await pilot.press("l", "l")
        before = selection.words
        await pilot.press("ctrl+o", "l")  # shorter at the end it began
        assert before.endswith(selection.words) and selection.words != before
        await pilot.press("ctrl+o", "ctrl+e")
        assert app.main.article and selection.words.endswith(app.main.article.text[-20:])
        await press(pilot, "escape", "ctrl+e", "ctrl+t", sees="Theme")


async def test_what_is_said_to_press_is_the_key_as_it_is_remapped(app: BriefingApp) -> None:
    remapped = {
        "import": "ctrl+y",
        "tag": "ctrl+t",
        "search": "f6",
        "arrived": "f7",
        "undo": "f8",
        "quit": "f9",
        "create_quote": "ctrl+g",
        "swap_end": "ctrl+e",
    }
    app.config = Config({action: (key,) for action, key in remapped.items()})
    async with on_screen(app) as pilot:
        for keys, said in (
            (["C"], "There are no tags yet; Ctrl+T makes one."),
            (["F"], "No search is live: F6 finds, then Ctrl+O saves it under a name."),
            (["f7"], "Nothing has come in yet: Ctrl+Y imports, I follows feeds."),
            (["1", "m"], "· F8 undoes"),
            (["escape"], "Nothing is left to step out of: F9 quits."),
            (["2", "v", "r"], "First Ctrl+G makes the selected words a quote; or Esc leaves them."),
            (
                ["escape", "3", "e", "3", "enter"],
                "h l < > move the end, Ctrl+E the other end; Ctrl+G takes them, Esc leaves.",
            ),
        ):
            await press(pilot, *keys, brings=lambda: said in app.main.status.message)  # noqa: B023


async def test_empty_panes_teach_the_keys_as_they_are_remapped(empty: Briefing) -> None:
    remapped = {"import": ("ctrl+y",), "feeds": ("f8",), "events": ("f9",)}
    app = BriefingApp(empty, name="empty", chosen=Config(remapped))
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(pilot, "Ctrl+Y imports pages, F8 follows feeds.")
        assert "F9 goes to the events, b to another briefing" in screen_text(app)
        assert "  Ctrl+Y  import saved pages" in screen_text(app)


async def test_footer_and_palette_show_what_can_be_done_now(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        shown = {action.id for action in ACTIONS if is_available(action, app.main)}
        assert "tag" in shown and not shown & {"speaker", "swap_end", "save_search", "tag_marked"}
        can = {name: app.main.check_action("do", (name,)) for name in ("tag", "speaker", "swap_end")}
        assert can == {"tag": True, "speaker": None, "swap_end": False}
        await press(pilot, "p", sees="There is no quote here")
        await press(pilot, "2", "v", "colon", sees="What to do")
        await press(pilot, "g", "r", "o", "w", "space", "a", "t", sees="Grow at the other end")
        await pilot.press("enter")
        assert app.main.controller(TextSelectionController).on
        shown = {action.id for action in ACTIONS if is_available(action, app.main)}
        assert "swap_end" in shown and not shown & {"open_url", "tag", "tag_marked"}


async def test_a_key_of_other_programs_is_answered_with_the_one_that_does_it_here(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        for key, said in (
            ("ctrl+z", "u does that"),
            ("ctrl+f", "/ does that"),
            ("delete", "d does that"),
            ("ctrl+s", "saved and shown at once"),
            ("escape", "Nothing is left to step out of"),
            ("ctrl+c", "y copies the quote, Ctrl+Q quits"),
        ):
            await press(pilot, key, sees=said)
        await press(pilot, "3", "l", sees="No pane lies further that way")
        await press(pilot, "s", brings=lambda: "statement" in app.main.about and app.main.quote)
        await press(pilot, "l", "l", sees="all wordings of this statement are listed")
        await pilot.press("1", "slash", *"ab", "left", "delete")  # which the line has a use for
        await until(pilot, lambda: app.main.search.line.input.value == "a")
        assert "d does that" not in app.main.status.message
