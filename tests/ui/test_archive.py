"""A reader whose briefing is fed from an archive: what others write shows by itself, also after the server was gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import postgres
from tests.support.postgres import Server
from tests.ui.conftest import on_screen, screen_text, until, until_seen
from tui.commands.annotations import WriteNote, target_of
from tui.store.archive.archive import Archive
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.workflows import archive

pytestmark = pytest.mark.skipif(bool(postgres.missing()), reason=postgres.missing() or "there")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("PGPASSWORD", "s3cret%word")
    with postgres.kept() as found:
        found.ask("postgres", "create database desk")
        archive.init(found.address("desk"))
        yield found


async def test_a_colleagues_note_shows_by_itself_and_an_archive_that_is_away_is_told(
    app: BriefingApp, server: Server, tmp_path: Path
) -> None:
    address = server.address("desk")
    archive.join(app.briefing, address)
    other = Briefing.open(tmp_path / "other", create=True, title="x")
    archive.join(other, address)
    async with on_screen(app, (160, 40)) as pilot:
        quote = app.main.article.quotes[0] if app.main.article else None
        assert quote
        other.do(WriteNote(target_of(quote), "From the other desk."))
        with Archive(address) as there:
            archive.exchange(other, there)
        await until(pilot, lambda: app.main.annotated and app.main.annotated.note(quote.id))
        server.kill()
        await until(pilot, lambda: "archive away" in screen_text(app).splitlines()[0])
        await until_seen(pilot, "all goes on here")
        app.briefing.do(WriteNote(target_of(quote), "Written meanwhile."))
        server.start()
        await until_seen(pilot, "The archive is back")
        assert "archive away" not in screen_text(app)

        def came() -> bool:
            with Archive(address) as there:
                archive.exchange(other, there)
            return "Written meanwhile." in other.annotated(other.event_of(quote.article)).note(quote.id)

        await until(pilot, came)
    other.close()
