"""Choices in a form are a list: walked, numbered or typed; nothing is saved before Enter."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import press, screen_text, until, until_seen
from tui.ui.app import BriefingApp
from tui.ui.dialogs.form import Form, FormField

FIELDS = (
    FormField(
        id="state",
        label="State",
        value="open",
        suggestions=("open", "seen", "settled"),
        remarks=("nobody looked", "in its source", "for good"),
        closed=True,
    ),
    FormField(id="who", label="Who", value="", suggestions=("Ann Lee", "Bo Orlov"), known=("Cy Orlova",)),
    FormField(id="why", label="Why", value=""),
)


async def _given(app: BriefingApp, pilot: Pilot[int], *keys: str) -> list[dict[str, str] | None]:
    given: list[dict[str, str] | None] = []
    await until(pilot, lambda: app.main.article)
    form = Form("A thing", FIELDS, "state", lambda _, value: "too long" if len(value) > 9 else "")
    app.push_screen(form, given.append)
    await until_seen(pilot, "A thing")
    await pilot.press(*keys)
    await pilot.pause()
    return given


@pytest.mark.parametrize(
    ("keys", "changed"),
    [
        (("3", "enter"), {"state": "settled"}),
        (("down", "enter"), {"state": "seen"}),
        (("up", "enter"), {"state": "settled"}),
        (("down", "down", "down", "enter"), {}),
        (("s", "e", "t", "enter"), {"state": "settled"}),
        (("tab", "2", "enter"), {"who": "Bo Orlov"}),
        (("tab", "down", "tab", "4", "enter"), {"who": "Ann Lee", "why": "4"}),
        (("tab", *"orlova", "down", "enter"), {"who": "Cy Orlova"}),
        (("tab", *"B2", "enter"), {"who": "B2"}),
        (("2", "escape"), None),
    ],
)
async def test_what_is_chosen_is_saved_by_enter(
    app: BriefingApp, keys: tuple[str, ...], changed: dict[str, str] | None
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert await _given(app, pilot, *keys) == [changed]


async def test_no_key_but_enter_saves_and_what_cannot_be_is_said(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        given = await _given(app, pilot, "f2", "f3", "9", "tab", *"a long name")
        assert given == [] and "1 ◉ open" not in screen_text(app)
        await press(pilot, "shift+tab", sees="3 ○ settled   for good")
        await press(pilot, "enter", sees="! too long")
        assert given == []


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_labels_stand_beside_their_lines_and_keys_stay_in_view(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await _given(app, pilot)
        await until_seen(pilot, "1 ◉ open")
        lines = screen_text(app).split("\n")
        state = next(line for line in lines if "State" in line)
        assert state.index("open") - state.index("State") == 22
        assert any("Enter saves all" in line for line in lines)
        await pilot.press("down")
        await until(pilot, lambda: "2 ◉ seen" in screen_text(app) and "1 ○ open" in screen_text(app))


async def test_a_small_screen_has_labels_above_and_the_list_in_view(app: BriefingApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await _given(app, pilot)
        await until_seen(pilot, "3 ○ settled")
        assert "A thing" in screen_text(app) and "Enter saves all" in screen_text(app)
