"""Lines that are typed into: every printable key is theirs, and what is pasted into them is one text."""

from __future__ import annotations

import string

import pytest
from textual import events
from textual.widgets import Input, Static, TextArea

from tests.support.pages import HARBOUR
from tests.ui.conftest import screen_text, until
from tui.ui.app import BriefingApp

PRINTABLE = [
    "space" if each == " " else each
    for each in (*string.ascii_letters, *string.digits, *string.punctuation, " ")
]
LINES = {
    "find": ["1", "slash"],
    "find in the article": ["2", "slash"],
    "find in the quotes": ["3", "f"],
    "saved searches": ["O"],
    "name of a search": ["slash", *"kind:mixed", "enter", "F"],
    "tag": ["3", "g", "t"],
    "note": ["3", "g", "a"],
    "field": ["1", "e", "1"],
    "palette": ["colon"],
    "path": ["i"],
    "briefings": ["b"],
    "export": ["x"],
}


def burst(app: BriefingApp, *keys: str) -> None:
    """Send keys as a terminal does, nobody waiting between two of them."""
    for key in keys:
        app.post_message(
            events.Key(key, {"slash": "/", "space": " "}.get(key, key if len(key) == 1 else None))
        )


@pytest.mark.parametrize("keys", LINES.values(), ids=LINES.keys())
async def test_every_printable_key_is_typed_and_does_nothing_else(app: BriefingApp, keys: list[str]) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        main = app.main
        await until(pilot, lambda: main.items and main.quote_id)
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(app.focused, Input | TextArea) or app.screen is not main)
        before, done = main.event_id, len(app.briefing.history(50))
        asked: list[str] = []

        async def act(action_id: str) -> None:
            asked.append(action_id)

        where, main.act = app.screen, act  # type: ignore[method-assign]
        burst(app, *PRINTABLE)
        await pilot.press("tab")
        burst(app, *PRINTABLE)
        await pilot.press("tab")
        assert app.screen is where
        assert set(asked) <= {"complete_search"}
        assert (main.event_id, len(app.briefing.history(50))) == (before, done)


async def test_what_is_typed_in_one_go_with_the_key_of_the_line_is_typed_into_it(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.items)
        steps = len(app.briefing.history(50))
        burst(app, "slash", *"macd")
        await until(pilot, lambda: app.main.search.pane and app.main.search.line.input.value == "macd")
        await pilot.press("escape")
        burst(app, "slash", *"xyzzy", "enter")
        await until(pilot, lambda: app.main.found == {} and not app.main.search.typing)
        assert app.main.search.text == "xyzzy" and len(app.briefing.history(50)) == steps
        burst(app, "escape", "3", "g", "t", *"denial", "enter")
        await until(pilot, lambda: "#denial" in screen_text(app))
        assert len(app.briefing.history(50)) == steps + 1


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\u2028"])
async def test_lines_end_as_they_like_in_what_is_pasted(app: BriefingApp, end: str) -> None:
    page = end.join(HARBOUR.split("\n"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.items)
        app.post_message(events.Paste(page))
        await until(pilot, lambda: "Import this page?" in screen_text(app))
        await pilot.press("escape", "i")
        await until(pilot, lambda: isinstance(app.focused, Input))
        app.post_message(events.Paste(page))
        await until(pilot, lambda: "Import this page?" in screen_text(app))
        await pilot.press("escape", "3", "g", "slash")
        app.post_message(events.Paste(f"kind:direct{end}macron{end}"))
        await until(pilot, lambda: app.main.search.text == "kind:direct macron")
        await pilot.press("escape", "t")
        await until(pilot, lambda: isinstance(app.focused, Input) and app.screen is not app.main)
        app.post_message(events.Paste(f"denied,{end}to check"))
        await until(pilot, lambda: isinstance(app.focused, Input) and app.focused.value == "denied, to check")


@pytest.mark.parametrize("keys", [["3", "S"], ["3", "e"], ["3", "a"], ["3", "t"], ["b"], ["x"], ["i"]])
async def test_a_dialog_says_its_keys_in_whole_words_on_the_smallest_screen(
    app: BriefingApp, keys: list[str]
) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await until(pilot, lambda: app.main.quote_id)
        await pilot.press(*keys)
        await until(pilot, lambda: app.screen is not app.main)
        await until(pilot, lambda: "Enter" in screen_text(app))
        line = next(each for each in screen_text(app).split("\n") if "Enter" in each).strip("│ ")
        full = " ".join(str(each.content) for each in app.screen.query(".hint").results(Static))
        assert set(line.split(" · ")) <= set(full.split(" · "))
