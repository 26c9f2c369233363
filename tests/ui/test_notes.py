"""Notes of several lines, several on one thing, and words that are not saved yet."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from tests.ui.conftest import on_first_quote, press, screen_text, stored, until, until_seen
from tui.commands.annotations import WriteNote, target_of
from tui.store.briefing import Briefing
from tui.store.drafts import DraftFile
from tui.ui.app import BriefingApp


def texts(app: BriefingApp, target: str) -> list[str]:
    return [str(note.body["value"]) for note in stored(app).of(target, "commenting")]


async def test_a_note_of_several_lines_is_written_and_changed_in_place(app: BriefingApp) -> None:
    async with on_first_quote(app, (80, 24)) as (pilot, quote):
        await pilot.press("a", *"one", "ctrl+j", "ctrl+j", *"two", "enter")
        await until(pilot, lambda: texts(app, quote.id) == ["one\n\ntwo"])
        await until_seen(pilot, "✎ one")
        await pilot.press("a", "up", "up", *"!", "enter")
        await until(pilot, lambda: texts(app, quote.id) == ["one!\n\ntwo"])


async def test_a_second_note_is_another_note_and_both_can_be_changed(app: BriefingApp, store: Path) -> None:
    async with on_first_quote(app) as (pilot, quote):
        other = Briefing.open(store, author=lambda: "Ida")
        other.do(WriteNote(target_of(quote), "hers"))
        other.close()
        await until_seen(pilot, "✎ hers")
        await press(pilot, "a", sees="Ctrl+N new note")
        assert "(Ida, 20" in screen_text(app)
        await pilot.press("ctrl+n", *"mine", "enter")
        await until(pilot, lambda: texts(app, quote.id) == ["hers", "mine"])
        await until_seen(pilot, "✎ mine")
        await press(pilot, "a", *"!", "ctrl+p", sees="Note 1 of 2 on")
        await press(pilot, *"?", "enter", brings=lambda: texts(app, quote.id) == ["hers?", "mine!"])
        assert stored(app).of(quote.id, "commenting")[0].creator == "Ida"
        await pilot.press("u")  # what one Enter saved, one undo takes back
        await until(pilot, lambda: texts(app, quote.id) == ["hers", "mine"])
        await until_seen(pilot, "✎ mine  (")
        await press(pilot, "a", "ctrl+u", "enter", brings=lambda: texts(app, quote.id) == ["hers"])


async def test_what_was_typed_and_left_is_there_again(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        await press(pilot, "a", *"half a thou", "escape", sees="a brings it back")
        assert texts(app, quote.id) == []
        await pilot.press("a")
        await until(pilot, lambda: "half a thou" in screen_text(app) and "not saved yet" in screen_text(app))
        await pilot.press(*"ght", "enter")
        await until(pilot, lambda: texts(app, quote.id) == ["half a thought"])
        await press(pilot, "a", "escape", brings=lambda: app.screen is app.main)
        assert "brings it back" not in app.main.status.message


async def test_the_editor_takes_over_what_was_begun(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess
    from contextlib import nullcontext

    def edit(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        path = Path(command[-1])
        path.write_text(path.read_text(encoding="utf-8") + " and more\n", encoding="utf-8")
        return subprocess.CompletedProcess(command, 0)

    async with on_first_quote(app) as (pilot, quote):
        monkeypatch.setattr("tui.ui.text_editor.subprocess.run", edit)
        monkeypatch.setattr(app, "suspend", nullcontext)
        await press(pilot, "a", *"begun", "escape", brings=lambda: app.screen is app.main)
        await press(pilot, "A", brings=lambda: texts(app, quote.id) == ["begun and more"])


async def test_of_a_field_that_was_left_nobody_is_reminded(store: Path) -> None:
    for keys in ("2", "e", *"outlet", "enter", *" anew", "escape"), ("3", "t", *"half", "escape"):
        briefing = Briefing.open(store)
        app = BriefingApp(briefing, name="sample")
        async with on_first_quote(app) as (pilot, _):
            await press(pilot, *keys, sees="Not saved, but kept")
            await pilot.press("ctrl+q")
        briefing.close()
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name="sample")
    async with on_first_quote(app) as (pilot, _):
        await press(pilot, "W", sees="2 not saved yet")
        await pilot.press("escape")
        assert "Begun and not saved" not in screen_text(app)
    briefing.close()


async def test_what_was_being_typed_when_the_program_ended_is_there_again(store: Path) -> None:
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name="sample")
    async with on_first_quote(app) as (pilot, quote):
        await pilot.press("a", *"half a thou", "ctrl+q")
    briefing.close()
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name="sample")
    async with app.run_test(size=(120, 40)) as pilot:
        await until_seen(pilot, "Begun and not saved")
        await pilot.press("1", "G", "W")
        await until(
            pilot, lambda: "half a thou" in screen_text(app) and "1 not saved yet" in screen_text(app)
        )
        await pilot.press("enter")
        await until(
            pilot, lambda: app.screen is app.main and app.main.open.quote and app.main.quote_id == quote.id
        )
        await pilot.press("a", *"ght", "enter")
        await until(pilot, lambda: texts(app, quote.id) == ["half a thought"])
        await press(pilot, "W", sees="1 note, newest first")
        assert "not saved yet" not in screen_text(app)
    briefing.close()


async def test_what_was_begun_is_not_written_over_by_a_key_that_is_quicker_than_the_disk(
    app: BriefingApp, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, there = DraftFile.read, Event()
    async with on_first_quote(app) as (pilot, _):
        await press(pilot, "a", *"half a thou", brings=lambda: "half a thou" in _on_disk(store))
        await pilot.press("escape")
    monkeypatch.setattr(DraftFile, "read", lambda self: there.wait(30) and read(self))
    briefing = Briefing.open(store)
    again = BriefingApp(briefing)
    async with on_first_quote(again) as (pilot, _):
        await pilot.press("a")
        there.set()
        await until_seen(pilot, "Note on")
        await press(pilot, "escape", brings=lambda: "Note on" not in screen_text(again))
        await press(pilot, "a", *"ght", sees="half a thought")
        await pilot.press("escape")
    briefing.close()


async def test_tags_that_were_left_are_there_again_and_can_be_dropped(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, quote):
        before = stored(app).tags(quote.id)
        await press(pilot, "t", *"ferry, brid", "escape", sees="t brings it back")
        assert stored(app).tags(quote.id) == before
        await pilot.press("t")
        await until(pilot, lambda: "ferry, brid" in screen_text(app) and "not saved yet" in screen_text(app))
        await press(pilot, "ctrl+z", brings=lambda: "ferry, brid" not in screen_text(app))
        await press(pilot, "escape", "t", sees="Enter saves")
        assert "not saved yet" not in screen_text(app)


async def test_a_field_that_was_left_is_there_again_and_listed_with_the_notes(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.annotated and app.main.counts)
        name = app.main.rows[0]["name"]
        await pilot.press("e", "enter")
        await until(
            pilot, lambda: "Correct the event" in screen_text(app) and "Enter saves" in screen_text(app)
        )
        await press(pilot, *" again", "escape", sees="Not saved, but kept: e brings it back")
        await press(pilot, "W", sees="not saved yet · name on the event")
        await pilot.press("escape", "e", "enter")
        await until(
            pilot, lambda: f"{name} again" in screen_text(app) and "not saved yet" in screen_text(app)
        )
        await press(pilot, "enter", brings=lambda: app.main.rows[0]["name"] == f"{name} again")
        await press(pilot, "u", brings=lambda: app.main.rows[0]["name"] == name)
        await pilot.press("e", "enter")
        await until(
            pilot, lambda: "Correct the event" in screen_text(app) and "Enter saves" in screen_text(app)
        )
        assert "not saved yet" not in screen_text(app)


async def test_a_command_and_a_form_that_were_left_are_there_again(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        await press(pilot, "vertical_line", *"wc -w", "escape", sees="| brings it back")
        await press(pilot, "S", *"more", "enter", sees="Evidence")
        await press(pilot, *"their minutes", "escape", sees="S brings it back")
        await press(pilot, "S", *"more", "enter", sees="their minutes")
        await press(pilot, "ctrl+z", brings=lambda: "their minutes" not in screen_text(app))
        await press(pilot, "escape", "vertical_line", sees="wc -w")
        await pilot.press("escape", "W")  # it is on nothing that could be gone to
        await until_seen(pilot, "There are no notes yet")


def _on_disk(store: Path) -> str:
    path = store / "drafts.json"
    return path.read_text(encoding="utf-8") if path.exists() else ""
