"""Exporting and copying by key: a file where it was said, and a line that tells so."""

from __future__ import annotations

import csv
import json
from importlib import metadata
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.settings import paths, state
from tui.settings.config import Config
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp


async def asked_for_place(app: BriefingApp, pilot: Pilot[int], name: str) -> Input:
    await press(pilot, "x", sees="Export as")
    await press(pilot, *name, "enter", sees="Export what")
    await press(pilot, "enter", sees=f"Export as {name} to")
    return app.screen.query_one(Input)


async def test_the_briefing_is_exported_to_a_file_of_ones_choice(app: BriefingApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        line = await asked_for_place(app, pilot, "csv")
        assert line.value.endswith(".csv")
        line.value = str(tmp_path / "out" / "quotes.csv")
        await press(pilot, "enter", sees="Exported to")
        assert (tmp_path / "out" / "quotes.csv").read_text(encoding="utf-8").count("\n") > 10
        assert state.exports_dir() == tmp_path / "out"  # offered the next time


async def with_a_note(app: BriefingApp, pilot: Pilot[int]) -> None:
    await pilot.press("3", "g", "a", *"call him back", "enter")
    await until(pilot, lambda: app.screen is app.main and "call him back" in screen_text(app))


@pytest.mark.parametrize(("turned", "said"), [(False, "without your 1 note"), (True, "with your 1 note")])
async def test_a_note_goes_to_others_where_the_reader_says_so_alone(
    app: BriefingApp, tmp_path: Path, turned: bool, said: str
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await with_a_note(app, pilot)
        line = await asked_for_place(app, pilot, "citations")
        await until_seen(pilot, "without your 1 note · Ctrl+N puts them in")
        line.value = str(tmp_path / "list.txt")
        await pilot.press(*(["ctrl+n"] * turned), "enter")
        await until(pilot, lambda: "Exported" in app.main.status.message)
        assert f"Exported {said} to" in app.main.status.message
        assert ("call him back" in (tmp_path / "list.txt").read_text(encoding="utf-8")) is turned


async def test_a_note_goes_along_to_what_is_for_oneself_and_that_is_said(
    app: BriefingApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        await with_a_note(app, pilot)
        line = await asked_for_place(app, pilot, "markdown")
        await until_seen(pilot, "with your 1 note · Ctrl+N leaves")
        line.value = str(tmp_path / "notes.md")
        await pilot.press("enter")
        await until(pilot, lambda: "Exported with your 1 note to" in app.main.status.message)
        assert "call him back" in (tmp_path / "notes.md").read_text(encoding="utf-8")


async def test_a_path_that_is_typed_takes_the_place_of_the_one_offered(
    app: BriefingApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        line = await asked_for_place(app, pilot, "csv")
        await pilot.press("/", "t", "m", "p")
        assert line.value == "/tmp"
        await pilot.press("escape")
        line = await asked_for_place(app, pilot, "csv")
        line.value = str(tmp_path / "quotes")
        await pilot.press("end", ".", "c", "s", "v")
        assert line.value == str(tmp_path / "quotes.csv")


async def test_what_an_export_does_not_hold_is_told_once(app: BriefingApp, tmp_path: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        for name in ("one.csv", "two.csv"):
            line = await asked_for_place(app, pilot, "csv")
            line.value = str(tmp_path / name)
            await pilot.press("enter")
            await until(pilot, lambda: name in app.main.status.message and "Exported to" in screen_text(app))  # noqa: B023
            said = app.main.status.message
            assert ("Not in it: the articles' texts, articles without quotes and more" in said) == (
                name == "one.csv"
            )
            assert "undo history" not in said
        await asked_for_place(app, pilot, "csv")
        await pilot.press("ctrl+l")  # all of it is a key away, before one exports
        await until_seen(pilot, "Not in it: the articles' texts")
        assert "the undo history" in screen_text(app)
        await press(pilot, "ctrl+l", brings=lambda: "the undo history" not in screen_text(app))


async def test_a_format_whose_package_is_missing_says_so_in_the_list(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = metadata.distribution

    def distribution(name: str) -> metadata.Distribution:
        if name == "python-docx":
            raise metadata.PackageNotFoundError(name)
        return there(name)

    monkeypatch.setattr(metadata, "distribution", distribution)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("x")
        told = "wants python-docx: pip install 'briefing-tui[docx]'"
        await until_seen(pilot, told)
        await pilot.press(*"docx", "enter")
        await until(pilot, lambda: f"! docx {told}" in app.main.status.message)
        assert app.screen is app.main


async def test_a_file_that_is_there_is_not_replaced_unasked(app: BriefingApp, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("mine", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        line = await asked_for_place(app, pilot, "csv")
        line.value = str(mine)
        await press(pilot, "enter", sees="such a file already")
        await press(pilot, "escape", brings=lambda: app.screen is app.main)
        assert mine.read_text(encoding="utf-8") == "mine"


async def test_what_cannot_be_written_is_said(app: BriefingApp, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        line = await asked_for_place(app, pilot, "csv")
        line.value = str(tmp_path / "file" / "quotes.csv")
        await press(pilot, "enter", sees="cannot be written")


@pytest.mark.parametrize(("form", "starts"), [("markdown", "> "), ("latex", "\\begin{quote}"), ("csl", "[")])
async def test_a_quote_is_copied_in_the_format_of_the_config(store: Path, form: str, starts: str) -> None:
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name="sample", chosen=Config(copy_as=form))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "g", "y", brings=lambda: app.clipboard)
        quote, article = app.main.quote, app.main.article
        assert quote is not None
        assert article is not None
        assert app.clipboard.startswith(starts)
        assert quote.words in app.clipboard
        if form == "csl":
            assert json.loads(app.clipboard)[0]["title"] == article.headline
        assert paths.copied_file().read_text(encoding="utf-8").strip() == app.clipboard.strip()
        await press(pilot, "1", "y", brings=lambda: quote.words not in app.clipboard)
        assert article.headline in app.clipboard
    briefing.close()


async def test_only_the_quotes_shown_are_exported_where_that_is_asked(
    app: BriefingApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "3", "g", brings=lambda: app.main.items)
        words = {item.quote.words for item in app.main.items if item.quote}
        await press(pilot, "x", sees="Export as")
        await press(pilot, *"csv", "enter", sees="Export what")
        await press(pilot, *"shown", "enter", sees="Export as csv to")
        app.screen.query_one(Input).value = str(tmp_path / "shown.csv")
        await press(pilot, "enter", brings=(tmp_path / "shown.csv").exists)
        with (tmp_path / "shown.csv").open(encoding="utf-8-sig", newline="") as file:
            assert {row["quote"] for row in csv.DictReader(file)} == words


async def test_all_that_a_search_finds_is_exported_whatever_is_listed(
    app: BriefingApp, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.items and app.main.counts)
        await pilot.press("3", "slash", *"kind:indirect", "enter")  # in the quotes of one article
        await until(pilot, lambda: app.main.listing.searched)
        await press(pilot, "x", *"csv", "enter", sees="Export what")
        await press(pilot, "enter", sees="Export as csv to")  # what is found is offered first
        assert "indirect" in app.screen.query_one(Input).value
        app.screen.query_one(Input).value = str(tmp_path / "found.csv")
        await pilot.press("enter")
        await until(pilot, lambda: "Exported" in screen_text(app) and "quotes to" in screen_text(app))
        with (tmp_path / "found.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["kind"] for row in rows} == {"indirect"} and len({row["event"] for row in rows}) > 1
        assert f"Exported {len({row['quote_id'] for row in rows})} quotes" in screen_text(app)


async def test_the_screen_is_saved_as_it_is_a_dialog_over_it_too(app: BriefingApp, tmp_path: Path) -> None:
    state.set_exports_dir(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await press(pilot, "percent_sign", sees="speakers by month")
        await press(pilot, "f2", brings=lambda: list(tmp_path.glob("*.svg")))
        await pilot.press("f2")
        await until(pilot, lambda: len(list(tmp_path.glob("*.svg"))) == 2)  # the first is left as it is
    drawn = [each.read_text("utf-8") for each in tmp_path.glob("*.svg")]
    assert all("by&#160;month" in each and 'url("http' not in each for each in drawn)


async def test_quotes_of_several_events_are_not_exported_under_the_name_of_one(app: BriefingApp) -> None:
    async def offered(part: str) -> str:
        await press(pilot, "x", *"csv", "enter", sees="Export what")
        await press(pilot, *part, "enter", sees="Export as csv to")
        name = Path(app.screen.query_one(Input).value).name
        await press(pilot, "escape", brings=lambda: app.screen is app.main)
        return name

    async with on_screen(app) as pilot:
        whole = await offered("The whole")
        event = await offered("This event")
        assert event != whole and await offered("quotes shown") == event
        app.main.listing.set_scope("briefing")
        await until(pilot, lambda: len({item.event_id for item in app.main.items if item.quote}) > 1)
        assert await offered("quotes shown") == whole
        await pilot.press("3", "slash", *"kind:direct", "enter")
        assert await offered("quotes shown") not in (whole, event)
