"""The end of the program: nothing that was done is lost by it, and it does not hang."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import screen_text, stored, until
from tests.ui.test_export import asked_for_place
from tests.ui.test_slow_disk import held_up
from tui.exchange.exporters import formats
from tui.store.briefing import Briefing
from tui.ui import departure
from tui.ui.app import BriefingApp

_SAVING = "Saving what was done, then leaving."


def said_over(app: BriefingApp, text: str) -> bool:
    return any(text in each.message for each in app._notifications)


def leaving(app: BriefingApp) -> bool:
    return any(each.group == "end" for each in app.workers)


async def begin(app: BriefingApp, pilot: Pilot[int]) -> None:
    await until(pilot, lambda: app.main.article and app.main.counts)
    await pilot.press("a", *"mine", "enter")


async def test_a_step_that_fails_while_the_program_ends_keeps_it_open_and_says_so(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        with held_up(Briefing, "do", wrong="The disk is full") as begun:
            await begin(app, pilot)
            await until(pilot, begun.is_set)
            await pilot.press("q")
            await until(pilot, lambda: _SAVING in screen_text(app))
        await until(pilot, lambda: not leaving(app))
        assert "The disk is full" in screen_text(app)
        assert not app._exit
        await pilot.press("q")
        await until(pilot, lambda: app._exit)


async def test_that_saving_is_waited_for_is_told_as_long_as_it_is(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(departure, "_AGAIN", 0.1)
    async with app.run_test(size=(120, 40)) as pilot:
        with held_up(Briefing, "do") as begun:
            await begin(app, pilot)
            await until(pilot, begun.is_set)
            await pilot.press("q")
            for _ in range(2):
                await until(pilot, lambda: _SAVING in screen_text(app))
                app.main.status.end()  # as a message ends by itself
            await until(pilot, lambda: _SAVING in screen_text(app))
        await until(pilot, lambda: app._exit)


async def test_who_leaves_from_a_dialog_is_told_over_it_what_is_waited_for_and_what_fails(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        with held_up(Briefing, "do", wrong="The disk is full") as begun:
            await begin(app, pilot)
            await until(pilot, begun.is_set)
            await pilot.press("question_mark", "ctrl+q")
            await until(pilot, lambda: said_over(app, _SAVING))
        await until(pilot, lambda: not leaving(app))
        assert said_over(app, "The disk is full")
        assert not app._exit


async def test_two_quits_and_what_is_done_behind_them_lose_nothing(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        with held_up(Briefing, "do") as begun:
            await begin(app, pilot)
            await until(pilot, begun.is_set)
            await pilot.press("q")
            await until(pilot, lambda: _SAVING in screen_text(app))
            await pilot.press("q", "t", "ctrl+q", *"later", "enter")
        await until(pilot, lambda: app._exit)
        assert [each.name for each in app.briefing.tags().values()] == ["later"]
        assert "mine" in str(stored(app))


async def test_an_export_under_way_is_written_and_told_before_the_program_ends(
    app: BriefingApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        with held_up(formats, "write") as begun:
            line = await asked_for_place(app, pilot, "csv")
            line.value = str(tmp_path / "quotes.csv")
            await pilot.press("enter")
            await until(pilot, begun.is_set)
            await pilot.press("q")
            await until(pilot, lambda: _SAVING in screen_text(app))
            assert not app._exit
        await until(pilot, lambda: app._exit)
    assert (tmp_path / "quotes.csv").is_file()


async def test_a_dialog_opened_right_behind_q_does_not_keep_the_program_from_ending(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        await pilot.press("q", "question_mark")
        await until(pilot, lambda: app._exit)
