"""Several briefings: listed, switched and begun in the app."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

import pytest

from tests.ui.conftest import press, screen_text, until, until_seen
from tui.settings import paths, state
from tui.store import library, shelf
from tui.ui.app import BriefingApp
from tui.ui.controllers import resume


async def test_a_briefing_is_begun_and_the_reader_goes_back_and_forth(app: BriefingApp) -> None:
    library.sample()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", *"Second dossier", "enter")
        await until(pilot, lambda: app.briefing.title == "Second dossier")
        await until_seen(pilot, "No events yet")
        for name in ("sample", "Second dossier", "sample"):
            await pilot.press("b", *name, "enter")
            await until(pilot, lambda name=name: app.briefing_name == name)  # type: ignore[misc]
            await until(pilot, lambda: app.screen is app.main)
        await until(pilot, lambda: app.main.article)
        await press(pilot, "m", sees="★")
        assert {info.name for info in library.list_briefings()} == {"sample", "Second dossier"}
        last = library.last_briefing()
        assert last is not None
        assert last.name == "sample"


async def test_a_newcomer_finds_how_a_briefing_is_begun(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "b", sees="Begin a new one…")
        await press(pilot, "up", "enter", sees="Name of the new briefing")
        await press(pilot, *"Ferries", "enter", brings=lambda: app.briefing_name == "Ferries")


async def test_the_sample_can_be_opened_though_it_was_never_copied(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        library.create_briefing("own")
        await pilot.press("b", *"The sample", "enter")
        await until(pilot, lambda: app.briefing.path == paths.briefings_dir() / "sample")
        await until_seen(pilot, "First Putin")


async def test_a_theme_is_chosen_from_the_palette_and_remembered(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "colon", *"theme", "enter", sees="reading-room-light")
        await press(pilot, *"nord", "enter", brings=lambda: app.theme == "nord")
        assert state.get_theme() == "nord"


async def test_a_briefing_is_renamed_laid_away_deleted_and_taken_back(app: BriefingApp) -> None:
    library.create_briefing("Dossier")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.main.act("rename_briefing")
        # Opened as a folder, not by name.
        await until_seen(pilot, "is a folder of your own")
        await app.switch_to("Dossier")
        await until_seen(pilot, "No events yet")
        await press(pilot, "b", *"Rename this", "enter", sees="Rename “Dossier” to")
        await press(pilot, "ctrl+u", *"Ferry: 2024", "enter", sees="cannot be the name of a briefing")
        assert app.briefing_name == "Dossier"
        shown = screen_text(app)
        assert "Rename “Dossier” to" in shown and "Ferry: 2024" in shown  # still open, with what was typed
        await pilot.press("ctrl+u", *"Ferry 2024", "enter")
        await until_seen(pilot, "“Dossier” is called “Ferry 2024” from now on")
        assert (app.briefing.title, app.briefing.path.name) == ("Ferry 2024", "Ferry 2024")

        for action, said in ("archive_briefing", "Archived"), ("delete_briefing", "Deleted"):
            await app.main.act(action)
            await until(pilot, partial(_stands, app, f"{said} “Ferry 2024” · u or b takes it back"))
            assert app.briefing_name == "sample"
            assert all(info.name != "Ferry 2024" for info in library.list_briefings())
            await pilot.press("b")
            await until(pilot, partial(_stands, app, f"{said.lower()} · Enter takes it back"))
            await press(pilot, *"Ferry", "enter", brings=lambda: app.briefing_name == "Ferry 2024")
            await until(pilot, partial(_stands, app, f"Took back “Ferry 2024”, which was {said.lower()}"))


async def test_a_briefing_that_was_deleted_is_taken_back_after_quitting(app: BriefingApp) -> None:
    library.create_briefing("Dossier")
    async with app.run_test(size=(80, 24)) as pilot:
        await app.switch_to("Dossier")
        await press(pilot, "b", *"delete", "enter", sees="takes it back for 30 days")
        assert all(info.name != "Dossier" for info in library.list_briefings())
        await pilot.press("q")
    shelf.throw_away_deleted()  # as each quit does
    assert shelf.take_back("Dossier").name == "Dossier"


async def test_what_was_done_to_a_briefing_is_what_u_takes_back(app: BriefingApp) -> None:
    library.create_briefing("Dossier")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.switch_to("sample")
        await until(pilot, lambda: app.main.article)
        await press(pilot, "m", sees="★")
        for action in ("archive_briefing", "delete_briefing"):
            await app.switch_to("Dossier")
            await until_seen(pilot, "No events yet")
            await app.main.act(action)
            await until(pilot, lambda: app.briefing_name == "sample")
            await until_seen(pilot, "★")
            await press(pilot, "u", brings=lambda: app.briefing_name == "Dossier")
            await press(pilot, "U", brings=lambda: app.briefing_name == "sample")
            await press(pilot, "u", brings=lambda: app.briefing_name == "Dossier")
        await pilot.press("b", *"Rename this", "enter", "ctrl+u", *"Ferry", "enter")
        await until(pilot, lambda: app.briefing_name == "Ferry")
        await press(pilot, "u", brings=lambda: app.briefing_name == "Dossier")
        # what is done since comes first again
        await app.main.act("archive_briefing")
        await until(pilot, lambda: app.briefing_name == "sample" and app.main.article)
        await press(pilot, "2", "m", sees="u undoes")
        await press(pilot, "u", sees="U redoes")
        assert app.briefing_name == "sample"


async def test_what_another_program_deletes_is_said_and_nothing_is_written_there(app: BriefingApp) -> None:
    library.create_briefing("Dossier")
    path = library.sample().path.rename(paths.briefings_dir() / "Ferry")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.switch_to("Ferry")
        await until(pilot, lambda: app.main.article)
        title = app.briefing.title
        shelf.shelve("Ferry", "deleted")
        await until_seen(pilot, "was deleted, by another program: b opens")
        assert title != "Ferry" and f"“{title}” was deleted" in app.main.status.message
        await pilot.press("m", "3", "t")
        assert app.screen is app.main
        assert "by another program" in app.main.status.message
        assert not path.exists()
        shelf.take_back("Ferry")  # as a disk that is put in again
        await until(pilot, lambda: "“" in screen_text(app) and "is there again." in screen_text(app))
        assert "gone: b opens another" not in screen_text(app) and not app.main.gone
        shelf.shelve("Ferry", "deleted")
        await until_seen(pilot, "gone: b opens another")
        await press(pilot, "b", *"Dossier", "enter", brings=lambda: app.briefing_name == "Dossier")
        assert not path.exists()


async def test_what_another_program_renames_is_followed_once_no_line_is_open(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resume, "_SECONDS", 60.0)  # where the reader is was not written down by then
    library.sample().path.rename(paths.briefings_dir() / "Ferry")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.switch_to("Ferry")
        await until(pilot, lambda: app.main.quote_id)
        quote = app.main.quote_id
        app.briefing.set_title("Ferry: the crossing")
        assert app.briefing.title == "Ferry: the crossing"
        await pilot.press("3", "a", *"half")
        shelf.rename_briefing("Ferry", "Bridge")
        await until(pilot, lambda: app.main.gone)
        await pilot.press(*" a note", "enter")  # which has nowhere to go
        await until(pilot, lambda: app.briefing_name == "Bridge")
        await until_seen(pilot, "crossing” is called “Bridge” now")
        await until(pilot, lambda: app.main.quote_id == quote and "━ 3 Quotes" in screen_text(app))
        await press(pilot, "a", sees="Note on")
        assert "half a note" in screen_text(app)
        assert [info.name for info in library.list_briefings()] == ["Bridge"]


def test_what_was_deleted_is_kept_for_thirty_days() -> None:
    for name, days in ("new", 0), ("almost", 29), ("old", 30):
        library.create_briefing(name)
        day = date.today() - timedelta(days=days)
        (shelf.shelve(name, "deleted").path / "deleted-on").write_text(day.isoformat())
    assert shelf.throw_away_deleted() == ["old"]
    assert sorted(info.name for info in shelf.shelved("deleted")) == ["almost", "new"]
    assert sorted(shelf.throw_away_deleted(all_of_them=True)) == ["almost", "new"]


def _stands(app: BriefingApp, words: str) -> bool:
    return words in screen_text(app)


async def test_the_list_of_briefings_says_what_enter_does_and_saves_nothing(app: BriefingApp) -> None:
    library.create_briefing("Ferries")
    library.create_briefing("Bridges")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", *"Ferries", "enter")
        await until(pilot, lambda: app.briefing_name == "Ferries" and app.screen is app.main)
        await pilot.press("b")  # what is done with a briefing is no further one to choose
        await until(pilot, lambda: "◉ Ferries" in screen_text(app) and "Delete this" in screen_text(app))
        assert "○ Bridges" in screen_text(app) and "○ Delete" not in screen_text(app)
        await press(pilot, *"Bridges", sees="Enter opens “Bridges”")
        await press(pilot, "ctrl+u", *"Delete this", sees="Enter does “Delete this briefing”")
        await press(pilot, "ctrl+u", *"Tunnels", sees="Enter begins it")
