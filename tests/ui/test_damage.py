"""A briefing that is damaged, or of a newer version: a line says so, and the reader reads on."""

from __future__ import annotations

import asyncio
import errno
from pathlib import Path

import pytest

from tests.support.damage import Case, open_app
from tests.support.specimen import specimen
from tests.ui.conftest import press, screen_text, until
from tui.commands.annotations import AddTags, Star, target_of
from tui.core.model import AnnotationTarget
from tui.store.briefing import Briefing, StoreError
from tui.ui.app import BriefingApp, open_briefing


@pytest.mark.parametrize("name", ["catalogue.json", "codebook.json", "speakers.json"])
def test_a_file_of_a_newer_version_is_one_line_before_there_is_a_screen(store: Path, name: str) -> None:
    newer = (store / name).read_bytes().replace(b'"schema":1', b'"schema":7')
    (store / name).write_bytes(newer)
    with pytest.raises(StoreError, match="newer") as refused:
        open_briefing(store, create=True)
    assert "\n" not in str(refused.value) and name in str(refused.value)
    assert (store / name).read_bytes() == newer


@pytest.mark.parametrize("name", ["catalogue.json", "codebook.json", "speakers.json"])
async def test_a_newer_program_beside_the_reader_does_not_take_it_down(app: BriefingApp, name: str) -> None:
    path = app.briefing.path
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.panes.events.count)
        other = Briefing.open(path)
        article = next(article for _, article, _ in other.quotes())
        other.do(AddTags([target_of(article)], ["theirs"]))
        other.close()
        newer = (path / name).read_bytes().replace(b'"schema":1', b'"schema":7')
        (path / name).write_bytes(newer)
        await until(pilot, lambda: "newer" in app.main.status.message)
        await pilot.press("j", "enter", "3", "s", "s", "s", "m", "C", "escape", "k")
        await pilot.press("R", "enter")
        await until(
            pilot,
            lambda: "newer" in app.main.status.message and not app.main.status.message.startswith("Count"),
        )
        assert app.main.rows and app.is_running
    assert (path / name).read_bytes() == newer


def test_the_app_opens_on_files_cut_off_and_says_which(tmp_path: Path) -> None:
    specimen(tmp_path / "store")
    for name in ("catalogue.json", "codebook.json", "speakers.json"):
        data = (tmp_path / "store" / name).read_bytes()
        Case("", "cut off", name, data[: len(data) // 2]).put(tmp_path / "store")
    notices = asyncio.run(open_app(tmp_path / "store"))
    assert {notice.partition(".json")[0].rpartition("/")[2] for notice in notices} == {
        "catalogue",
        "codebook",
        "speakers",
    }


async def test_what_is_mended_when_an_event_is_opened_is_said(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        row = app.briefing.rows()[2]
        app.briefing.do(Star([AnnotationTarget("event", row["id"])]))
        file = app.briefing.path / "notes" / f"{row['id']}.json"
        file.write_bytes(b"{")
        await pilot.press("g", "j", "j")
        await until(
            pilot, lambda: row["id"] in app.main.status.message and "damaged/" in app.main.status.message
        )
        assert app.main.annotated and app.main.annotated.starred(row["id"])


async def test_a_note_that_a_full_disk_refuses_is_not_to_be_typed_again(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.counts)
        await pilot.press("3", "a", "w", "o", "r", "d")
        quote = app.main.quote
        assert quote is not None and app.main.annotated is not None
        with monkeypatch.context() as full:
            full.setattr("tui.settings.atomic_files.write_all", _full)
            await press(pilot, "enter", brings=lambda: "disk is full" in app.main.status.message)
        assert "what you typed is kept" in app.main.status.message and "read-only" in screen_text(app)
        assert app.main.annotated.note(quote.id) == ""
        await press(pilot, "a", sees="word")
        await pilot.press("enter")
        await until(pilot, lambda: app.main.annotated and app.main.annotated.note(quote.id) == "word")
        await until(pilot, lambda: "read-only" not in screen_text(app))


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
