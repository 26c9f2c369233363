"""Pages imported from within the app: by path, and by pasting their text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.support.pages import HARBOUR
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tui.commands.articles import DeleteArticle
from tui.core.model import AnnotationTarget
from tui.core.timestamps import local_time
from tui.store import library
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp
from tui.ui.controllers.background_job import BackgroundJobs, Job
from tui.ui.controllers.import_pages import came_in
from tui.workflows.import_pages import import_sources
from tui.workflows.path_completion import completions

PAGE = """# Ministers of both countries speak by telephone

*Harbour Gazette*, 3 March 2025

The two foreign ministers spoke by telephone on Monday for an hour about the grain corridor, their offices said.

“We agreed to meet again within a fortnight,” the Norwegian minister Kari Holm told reporters in the evening.

Her counterpart did not speak to the press. Officials said the talks would go on at the level of deputies, and
that a list of open questions had been exchanged before the call.
"""


async def import_path(pilot: Pilot[int], app: BriefingApp, path: Path) -> None:
    """Ask for the pages of a path as a reader does."""
    await press(pilot, "i", brings=lambda: app.screen.query(Input))
    app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")


def unbroken(app: BriefingApp) -> str:
    """Return the words on the screen wherever lines break, which the length of the folder's name decides."""
    return " ".join(screen_text(app).replace("│", " ").split())


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "saved pages"
    folder.mkdir()
    (folder / "call.md").write_text(PAGE, "utf-8")
    (folder / "photo.jpg").write_bytes(b"")
    (folder / "broken.txt").write_bytes(b"\x00\x01\x02\x03" * 400)
    return folder


@pytest.fixture
def app(store: Path) -> Iterator[BriefingApp]:
    """The sample's contents as a briefing of the reader's own."""
    briefing = Briefing.open(store)
    yield BriefingApp(briefing, name="own")
    briefing.close()


async def test_a_folder_comes_in_while_the_reader_stays_where_he_was(app: BriefingApp, pages: Path) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "j", "j", "i", sees="Import a file")
        event, rows = app.main.event_id, len(app.main.rows)
        app.screen.query_one(Input).value = f"{pages}/"
        await pilot.press("enter")
        await until(pilot, lambda: "1 new article in “Ministers of both" in app.main.status.message, 30)
        assert "· P goes there · u undoes · 1 failed · i tells more" in app.main.status.message
        assert len(app.main.rows) == rows + 1
        assert app.main.event_id == event
        assert any("Ministers of both countries" in row["name"] for row in app.main.rows)
        app.main.status.end()  # who was away finds it in the top line
        await until(pilot, lambda: "· 1 failed, i lists them" in screen_text(app).splitlines()[0])
        await pilot.press("i")
        await until(pilot, lambda: "broken.txt: is not text" in unbroken(app))
        await until_seen(pilot, "1 other file left out (.jpg)")
        await pilot.press("escape")
        await until(pilot, lambda: "failed" not in screen_text(app).splitlines()[0])


async def test_an_import_is_taken_back_and_done_again(app: BriefingApp, pages: Path) -> None:
    def names() -> list[str]:
        return [row["name"] for row in app.main.rows if "Ministers of both" in row["name"]]

    def starred(article: str) -> bool:
        briefing = app.main.briefing
        return briefing.annotated(briefing.event_of(article)).starred(article)

    async with on_screen(app) as pilot:
        await pilot.press("2", "g", "m")
        article = app.main.article_id
        await until(pilot, lambda: starred(article))
        await press(pilot, "1", "i", sees="Import a file")
        app.screen.query_one(Input).value = f"{pages}/"
        await pilot.press("enter")
        messages: set[str] = (
            set()
        )  # one goes after a while, which a slow machine may take to find the article

        def told_and_there() -> bool:
            messages.add(app.main.status.message)
            return any("P goes there · u undoes" in each for each in messages) and bool(names())

        await until(pilot, told_and_there)
        await press(pilot, "u", brings=lambda: not names())
        told = "Undid: Imported 1 article · Harbour Gazette: Ministers of both countries speak by telep… · U redoes"
        await until_seen(pilot, told)
        await press(pilot, "U", brings=names)
        await until_seen(pilot, "Redid: Imported 1 article · ")
        await press(pilot, "u", brings=lambda: not names())
        # What was done before it comes next.
        await press(pilot, "u", brings=lambda: not starred(article))
        await press(pilot, "U", "U", brings=names)
        assert starred(article)


async def test_imports_are_taken_out_by_name_one_by_one(app: BriefingApp, pages: Path) -> None:
    async with on_screen(app) as pilot:
        rows = len(app.main.rows)
        (pages / "harbour.txt").write_text(HARBOUR, "utf-8")
        other = Briefing.open(app.main.briefing.path)
        first = import_sources(other, [pages / "call.md"]).new
        second = import_sources(other, [pages / "harbour.txt"]).new
        assert len(first) == len(second) == 1
        at = local_time(other.arrivals().at)
        other.close()

        def there() -> list[bool]:
            every = {
                one.id
                for row in app.briefing.rows()
                for one in app.briefing.annotated(row["id"]).event.articles
            }
            return [new[0][1] in every for new in (first, second)]

        await until(pilot, lambda: len(app.main.rows) == rows + 2)
        await press(pilot, "u", sees="undo the import")
        assert there() == [True, True]
        await app.main.act("take_back_import")
        await until(pilot, lambda: there() == [True, False])
        await until_seen(pilot, f"Undid: Imported 1 article at {at}")
        await app.main.act("take_back_import")
        await until(pilot, lambda: there() == [False, False])
        await app.main.act("take_back_import")
        await until_seen(pilot, "Nothing has come in that could be taken out")
        await press(pilot, "U", brings=lambda: there() == [True, False])


async def test_a_path_is_completed(app: BriefingApp, pages: Path) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "i", brings=lambda: app.screen.query(Input))
        line = app.screen.query_one(Input)
        line.value = str(pages)[:-4]
        await pilot.pause()
        await press(pilot, "tab", brings=lambda: line.value == f"{pages}/")
        await press(pilot, "down", "down", "tab", brings=lambda: line.value == f"{pages}/call.md")


async def test_pages_that_were_deleted_here_are_told_apart_and_taken_in_again(
    app: BriefingApp, pages: Path
) -> None:
    def names() -> list[str]:
        return [row["name"] for row in app.main.rows if "Ministers of both" in row["name"]]

    async with on_screen(app) as pilot:
        for said in ("1 new article in “Ministers", "1 deleted here before: U takes it in again"):
            await press(pilot, "1", "i", sees="Import a file")
            app.screen.query_one(Input).value = f"{pages / 'call.md'}"
            await pilot.press("enter")
            await until(pilot, lambda: said in app.main.status.message, 30)  # noqa: B023
            if names():
                await press(pilot, "u", brings=lambda: not names())
        assert "already there" not in app.main.status.message
        await pilot.press("U")
        await until(
            pilot, lambda: names() and "Took 1 deleted article in again · u undoes" in screen_text(app)
        )
        await press(pilot, "u", brings=lambda: not names())


async def test_what_was_undone_while_pages_came_in_is_redone_before_deleted_ones_are_taken_in_again(
    app: BriefingApp, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Briefing.open(app.briefing.path)
    ((_, brought),) = import_sources(other, [str(pages / "call.md")]).new
    other.do(DeleteArticle(AnnotationTarget("article", brought, brought)))
    other.close()

    def here() -> bool:
        return any("Ministers of both" in row["name"] for row in app.main.rows)

    def starred() -> bool:
        return app.briefing.annotated(app.main.event_id).starred(app.main.event_id)

    start = BackgroundJobs.start

    begun: list[tuple[BackgroundJobs, Job]] = []

    async def begin(jobs: BackgroundJobs, job: Job) -> None:
        begun.append((jobs, job))

    monkeypatch.setattr(BackgroundJobs, "start", begin)
    async with on_screen(app, (160, 40)) as pilot:
        await press(pilot, "1", "m", brings=starred)
        await press(pilot, "i", sees="Import a file")
        app.screen.query_one(Input).value = f"{pages / 'call.md'}"
        await press(pilot, "enter", brings=lambda: begun)
        await press(pilot, "u", brings=lambda: not starred())
        await start(*begun[0])
        said = "U takes it in again, once what you undid is redone"
        await until(pilot, lambda: said in app.main.status.message, 30)
        await press(pilot, "U", brings=starred)
        assert not here()
        await press(pilot, "U", brings=lambda: here() and starred())


async def test_a_page_that_is_pasted_is_offered_and_comes_in_as_told(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        app.main.post_message(events.Paste(PAGE))
        await until_seen(pilot, "Import this page?")
        await press(pilot, *"The Pasted Post", "tab", *"soon", "enter", sees="write the day as")
        await pilot.press("ctrl+u", *"2025-03-04", "enter")
        await until(pilot, lambda: "1 new article in “" in screen_text(app), 30)
        row = next(row for row in app.main.rows if "Ministers" in row["name"])
        assert f"in “{row['name'][:20]}" in screen_text(app)
        article = app.briefing.annotated(row["id"]).event.articles[0]
        assert (article.outlet, article.published) == ("The Pasted Post", "2025-03-04")
        app.main.post_message(events.Paste(PAGE))
        await until_seen(pilot, "Import this page?")
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing new · 1 already there" in screen_text(app), 30)


async def test_a_few_words_are_no_page_and_a_path_goes_to_its_line(app: BriefingApp, pages: Path) -> None:
    async with on_screen(app) as pilot:
        app.main.post_message(events.Paste("three small words"))
        await until_seen(pilot, "Too little was pasted")
        app.main.post_message(events.Paste(f"{pages}\n"))
        await until(pilot, lambda: app.screen.query(Input))
        assert app.screen.query_one(Input).value == str(pages)


def test_completion_offers_folders_and_pages_only(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "photo.jpg").touch()
    (pages / ".hidden.txt").touch()
    (pages / "more").mkdir()
    assert completions(f"{pages}/") == [f"{pages}/more/", f"{pages}/broken.txt", f"{pages}/call.md"]
    assert completions(f"{pages}/.h") == [f"{pages}/.hidden.txt"]
    monkeypatch.setenv("HOME", str(tmp_path))
    assert completions("~/saved") == ["~/saved pages/"]
    assert completions("https://example.org/") == []
    assert completions("/no/such/place/") == []


async def test_the_sample_takes_no_pages_they_go_to_a_briefing_of_ones_own(store: Path, pages: Path) -> None:
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name=library.SAMPLE)
    async with on_screen(app) as pilot:
        await import_path(pilot, app, pages)
        await until(pilot, lambda: app.briefing.path != store and app.main.article, 30)
        await until_seen(pilot, "Ministers of both countries")
        await until(
            pilot,
            lambda: (
                "This is a new briefing, “my-briefing” · b leads back to the sample"
                in app.main.status.message
            ),
        )
        assert app.briefing_name == library.OWN
    assert len(Briefing.open(store).rows()) == len(briefing.rows())
    app.briefing.close()


async def test_an_import_into_the_sample_that_brings_nothing_leaves_the_reader_there(
    store: Path, pages: Path
) -> None:
    (pages / "call.md").unlink()
    briefing = Briefing.open(store)
    app = BriefingApp(briefing, name=library.SAMPLE)
    async with on_screen(app) as pilot:
        await import_path(pilot, app, pages)
        await until(pilot, lambda: "· this is still the sample" in app.main.status.message, 30)
        assert app.briefing_name == library.SAMPLE
        assert [info.name for info in library.list_briefings() if info.name == library.OWN] == []
        await pilot.press("i")
        await until(pilot, lambda: "broken.txt: is not text" in unbroken(app))
    app.briefing.close()


async def test_what_an_import_left_out_is_one_number_and_listed_by_the_key_for_imports(
    app: BriefingApp, tmp_path: Path
) -> None:
    lines = ["Per Holm: The board meets at ten.", "Nora Lind: <Media omitted>", "Per Holm: And the works?"]
    chat = tmp_path / "chat.txt"
    chat.write_text("\n".join(f"14.08.23, 09:1{n} - {said}" for n, said in enumerate(lines)), "utf-8")
    async with on_screen(app, (80, 24)) as pilot:
        await press(pilot, "i", sees="Import a file")
        app.screen.query_one(Input).value = str(chat)
        await pilot.press("enter")
        await until(pilot, lambda: "1 new article" in app.main.status.message, 30)
        assert "failed" not in app.main.status.message
        assert "· P goes there · u undoes · 1 left out · i tells more" in app.main.status.message
        await press(pilot, "i", sees="1 message without words")


async def test_a_page_pasted_into_the_line_for_paths_is_offered_whole(app: BriefingApp) -> None:
    async with on_screen(app) as pilot:
        await press(pilot, "i", brings=lambda: app.screen.query(Input))
        app.screen.query_one(Input).post_message(events.Paste(PAGE))
        await until_seen(pilot, "Import this page?")
        await press(pilot, "enter", sees="1 new article")


async def test_a_report_of_no_outlet_says_so_in_the_list_of_events_and_among_the_quotes_of_its_speaker(
    tmp_path: Path,
) -> None:
    briefing = Briefing.open(tmp_path / "bare", create=True)
    (tmp_path / "call.md").write_text(PAGE.replace("*Harbour Gazette*, ", ""), "utf-8")
    import_sources(briefing, [tmp_path / "call.md"])
    app = BriefingApp(briefing, name="bare")
    async with on_screen(app) as pilot:
        assert app.main.article and not app.main.article.outlet
        await pilot.press("slash", *"fortnight", "ctrl+r", "enter")
        await until(pilot, lambda: "by speaker" in screen_text(app) and "1 of 1" in screen_text(app))
        assert "1 articles" not in screen_text(app)
        await until_seen(pilot, "outlet not named · direct")
    briefing.close()


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_the_line_to_type_in_and_its_keys_stay_in_view_below_what_failed(
    app: BriefingApp, size: tuple[int, int], tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(7):
        (folder / f"a saved page with quite a long name {number}.txt").write_bytes(
            b"\x00\x01" * (400 + number)
        )
    async with on_screen(app, size) as pilot:
        await press(pilot, "i", sees="Import a file")
        app.screen.query_one(Input).value = f"{folder}/"
        await pilot.press("enter")
        await until(pilot, lambda: "7 failed" in app.main.status.message, 30)
        await pilot.press("i", "/")
        await until(
            pilot, lambda: "Of the last import" in screen_text(app) and "Esc leaves it" in screen_text(app)
        )
        line = app.screen.query_one(Input).region
        assert "│ / " in screen_text(app).splitlines()[line.y]


async def test_what_failed_is_listed_though_another_import_came_behind_it(app: BriefingApp) -> None:
    """What waits for the import that runs begins as soon as that has ended: nobody had a look between them."""
    says = {"new": 0, "changed": 0, "known": 1, "articles": [], "stopped": ""}
    async with on_screen(app) as pilot:
        came_in(app.main, says, ["first.txt: is not text"])
        came_in(app.main, says, ["second.txt: is not text"])
        came_in(app.main, says, [])
        app.main.refresh_lines()
        await until(pilot, lambda: "2 failed" in screen_text(app).splitlines()[0])
        await pilot.press("i")
        await until(pilot, lambda: "first.txt" in screen_text(app) and "second.txt" in screen_text(app))
        await pilot.press("escape")
        came_in(app.main, says, ["third.txt: is not text"])
        await pilot.press("i")
        await until(pilot, lambda: "third.txt" in screen_text(app) and "first.txt" not in screen_text(app))
