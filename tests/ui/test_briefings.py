"""Several briefings: listed, switched and begun in the app."""

from __future__ import annotations

from functools import partial

from tests.ui.conftest import screen_text, until
from tui.settings import paths, state
from tui.store import library
from tui.ui.app import BriefingApp


async def test_a_briefing_is_begun_and_the_reader_goes_back_and_forth(app: BriefingApp) -> None:
    library.sample()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("b", *"Second dossier", "enter")
        await until(pilot, lambda: app.briefing.title == "Second dossier")
        await until(pilot, lambda: "No events yet" in screen_text(app))
        for name in ("sample", "Second dossier", "sample"):
            await pilot.press("b", *name, "enter")
            await until(pilot, lambda name=name: app.briefing_name == name)  # type: ignore[misc]
            await until(pilot, lambda: app.screen is app.main)
        await until(pilot, lambda: app.main.article)
        await pilot.press("m")
        await until(pilot, lambda: "★" in screen_text(app))
        assert {info.name for info in library.list_briefings()} == {"sample", "Second dossier"}
        last = library.last_briefing()
        assert last is not None
        assert last.name == "sample"


async def test_the_sample_can_be_opened_though_it_was_never_copied(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        library.create_briefing("own")
        await pilot.press("b", *"The sample", "enter")
        await until(pilot, lambda: app.briefing.path == paths.briefings_dir() / "sample")
        await until(pilot, lambda: "First Putin" in screen_text(app))


async def test_a_theme_is_chosen_from_the_palette_and_remembered(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("colon", *"theme", "enter")
        await until(pilot, lambda: "reading-room-light" in screen_text(app))
        await pilot.press(*"nord", "enter")
        await until(pilot, lambda: app.theme == "nord")
        assert state.get_theme() == "nord"


async def test_a_briefing_is_renamed_laid_away_deleted_and_taken_back(app: BriefingApp) -> None:
    library.create_briefing("Dossier")
    async with app.run_test(size=(120, 40)) as pilot:
        await app.main.act("rename_briefing")
        await until(
            pilot, lambda: "is a folder of your own" in screen_text(app)
        )  # opened as a folder, not by name
        await app.switch_to("Dossier")
        await until(pilot, lambda: "No events yet" in screen_text(app))
        await pilot.press("b", *"Rename this", "enter")
        await until(pilot, lambda: "Rename “Dossier” to" in screen_text(app))
        await pilot.press("ctrl+u", *"Ferry: 2024", "enter")
        await until(pilot, lambda: "cannot be the name of a briefing" in screen_text(app))
        assert app.briefing_name == "Dossier"
        await app.main.act("rename_briefing")
        await until(pilot, lambda: "Rename “Dossier” to" in screen_text(app))
        await pilot.press("ctrl+u", *"Ferry 2024", "enter")
        await until(pilot, lambda: "“Dossier” is called “Ferry 2024” from now on" in screen_text(app))
        assert (app.briefing.title, app.briefing.path.name) == ("Ferry 2024", "Ferry 2024")

        for action, said in ("archive_briefing", "Archived"), ("delete_briefing", "Deleted"):
            await app.main.act(action)
            await until(pilot, partial(_stands, app, f"{said} “Ferry 2024” · b takes it back"))
            assert app.briefing_name == "sample"
            assert all(info.name != "Ferry 2024" for info in library.list_briefings())
            await pilot.press("b")
            await until(pilot, partial(_stands, app, f"{said.lower()} · Enter takes it back"))
            await pilot.press(*"Ferry", "enter")
            await until(pilot, lambda: app.briefing_name == "Ferry 2024")


def _stands(app: BriefingApp, words: str) -> bool:
    return words in screen_text(app)
