"""Lists over the whole briefing: the notes, what was done, and the way back from where they lead."""

from __future__ import annotations

from tests.ui.conftest import on_screen, press, screen_text, until
from tui.commands.annotations import Star, WriteNote, target_of
from tui.ui.app import BriefingApp


async def test_a_note_is_found_among_all_and_leads_to_its_quote_and_back(app: BriefingApp) -> None:
    rows = app.briefing.rows()
    event = app.briefing.annotated(rows[-1]["id"]).event
    article = event.articles[-1]
    quote = article.quotes[-1]
    app.briefing.do(WriteNote(target_of(quote), "compare with the readout"))
    app.briefing.do(WriteNote(target_of(app.briefing.annotated(rows[1]["id"]).event), "a second thing"))
    async with on_screen(app) as pilot:
        await press(pilot, "j", brings=lambda: app.main.event_id == rows[1]["id"])
        before = app.main.article_id
        await press(pilot, "W", sees="2 notes")
        await pilot.press(*"readout", "enter")
        await until(pilot, lambda: (app.main.article_id, app.main.quote_id) == (article.id, quote.id))
        assert app.main.panes.current == "article"
        await pilot.press("backspace")
        await until(pilot, lambda: (app.main.event_id, app.main.article_id) == (rows[1]["id"], before))
        assert app.main.panes.current == "events"
        await press(pilot, "backspace", sees="no jump to go back")


async def test_without_notes_the_list_says_how_to_write_one(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        for note in [note for _, note in app.briefing.written("commenting")]:
            from tui.commands.annotations import WriteNote

            app.briefing.do(WriteNote(note.target, "", note.id))
        await press(pilot, "W", sees="no notes yet; a writes one")


async def test_what_was_done_is_listed_undo_too_and_leads_to_its_event(app: BriefingApp) -> None:
    rows = app.briefing.rows()
    app.briefing.do(Star([target_of(app.briefing.annotated(rows[2]["id"]).event)]))
    async with on_screen(app) as pilot:
        await press(pilot, "H", sees="Starred 1 event")
        told = next(line for line in screen_text(app).splitlines() if "Starred 1 event" in line)
        assert rows[2]["name"][:20] in told
        await press(pilot, "enter", brings=lambda: app.main.event_id == rows[2]["id"])
        await press(pilot, "u", sees="Undid")
        await press(pilot, "H", sees="Undid: Starred 1 event")
