"""What runs beside the reader: regrouping and feeds by key, with their end told, stopped, and taken back."""

from __future__ import annotations

import re
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.support.crash import build
from tests.support.server import Server, body, drip
from tests.ui.conftest import on_screen, press, screen_text, until, until_seen
from tests.ui.test_import_pages import PAGE
from tests.workflows.test_feeds import rss, serve_pages
from tui.commands.feeds import Subscribe
from tui.settings.paths import briefings_dir
from tui.store import library
from tui.store.briefing import Briefing
from tui.store.shelf import rename_briefing
from tui.ui.app import BriefingApp
from tui.ui.controllers import background_job
from tui.ui.controllers.background_job import BackgroundJobs, Job


@pytest.fixture
def own(tmp_path: Path) -> Iterator[BriefingApp]:
    """Six reports in two events that ought to be six."""
    build(tmp_path / "own", articles=6)
    briefing = Briefing.open(tmp_path / "own")
    yield BriefingApp(briefing, name="own")
    briefing.close()


def subscribe_to_slow(app: BriefingApp, server: Server) -> None:
    """Subscribe to a feed that does not end."""
    app.briefing.do(Subscribe([(f"{server.url}/slow", "Slow Courier")]))
    server.answers["/slow"] = drip(server)


async def refresh_slow(app: BriefingApp, pilot: Pilot[int], server: Server) -> None:
    """Have that feed read, and wait until it is."""
    await press(pilot, "1", "I", sees="Slow Courier")
    await pilot.press("enter")
    await until(pilot, lambda: "refreshing feeds" in screen_text(app) and server.paths(), 30)


async def by_name(app: BriefingApp, pilot: Pilot[int], action: str) -> None:
    await press(pilot, "colon", brings=lambda: app.screen.query(Input))
    app.screen.query_one(Input).value = action
    await pilot.pause()
    await pilot.press("enter")


async def test_regrouping_is_asked_for_by_name_and_taken_back_by_key(own: BriefingApp) -> None:
    async with on_screen(own) as pilot:
        event, article = own.main.event_id, own.main.article_id
        await by_name(own, pilot, "regroup")
        await until(pilot, lambda: "4 articles moved, 4 new events · u undoes" in own.main.status.message, 30)
        assert len(own.main.rows) == 6 and own.main.controller(BackgroundJobs).running == ""
        assert (own.main.event_id, own.main.article_id) == (event, article)
        await pilot.press("u")
        await until(pilot, lambda: "Undid: Regrouped" in own.main.status.message and len(own.main.rows) == 2)
        await press(pilot, "U", brings=lambda: len(own.main.rows) == 6)


async def test_a_feed_is_subscribed_to_refreshed_read_and_ended_by_key(
    own: BriefingApp, server: Server
) -> None:
    serve_pages(server)
    server.answers["/rss"] = body(rss(server), "application/rss+xml")
    async with on_screen(own) as pilot:
        await press(pilot, "I", sees="No feeds yet")
        assert server.asked == []
        await pilot.press(*"nonsense", "enter")
        await until(pilot, lambda: "write the whole address" in own.main.status.message)
        await press(pilot, "I", brings=lambda: own.screen.query(Input))
        own.screen.query_one(Input).value = f"{server.url}/rss"
        await pilot.pause()
        await pilot.press("enter")
        told = "Subscribed to Arn Courier (u undoes) · 3 new articles from 1 feed · P goes there"
        await until(pilot, lambda: told in own.main.status.message, 30)
        await pilot.press("I")
        await until(pilot, lambda: re.search(r"Arn Courier +refreshed", screen_text(own)))
        await pilot.press("enter")
        await until(pilot, lambda: "Nothing new" in own.main.status.message, 30)
        event = own.main.event_id
        assert len(own.main.rows) == 9  # the six were grouped anew with what came in
        await pilot.press("P")
        await until(pilot, lambda: own.main.article and own.main.article.outlet == "Arn Courier")
        await pilot.press("P")
        headlines = {own.main.article.headline} if own.main.article else set()
        assert len(headlines) == 1 and own.main.event_id != event
        await pilot.press("backspace", "backspace")
        assert own.main.event_id == event
        del server.answers["/rss"]
        await pilot.press("I", "enter")
        await until(pilot, lambda: "Nothing new · 1 feed failed: Arn Courier" in own.main.status.message, 30)
        await press(pilot, "I", sees="404")
        await press(pilot, "down", "enter", sees="End the subscription")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "Ended the subscription to 1 feed · u undoes" in own.main.status.message)
        assert own.briefing.feeds() == {}
        await press(pilot, "u", brings=lambda: "Undid: Ended" in own.main.status.message)
        await press(pilot, "u", brings=lambda: "Undid: Subscribed" in own.main.status.message)
        assert own.briefing.feeds() == {}


async def test_the_address_of_a_feed_is_understood_without_its_https(
    own: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    async def start(_: BackgroundJobs, job: Job) -> None:
        asked.append(job.request["subscribe"])

    monkeypatch.setattr(BackgroundJobs, "start", start)
    async with on_screen(own) as pilot:
        await press(pilot, "I", sees="No feeds yet")
        await pilot.press(*"news.example/rss", "enter")
        await until(pilot, lambda: asked == ["https://news.example/rss"])
        await press(pilot, "I", sees="No feeds yet")
        await pilot.press(*"feeds.opml", "enter")  # a file that is not there is no host
        await until(pilot, lambda: "! feeds.opml: write the whole address" in own.main.status.message)


@pytest.mark.parametrize("key", ["I", "escape"])
async def test_what_runs_is_stopped_by_its_key_and_by_escape(
    own: BriefingApp, server: Server, key: str
) -> None:
    subscribe_to_slow(own, server)
    async with on_screen(own) as pilot:
        await refresh_slow(own, pilot, server)
        await pilot.press("j", "k")  # the keys are free meanwhile
        await pilot.press(key)
        if key != "escape":
            await until_seen(pilot, "Let it go on")
            await pilot.press("down", "enter")
        await until(pilot, lambda: "Nothing new · ended early: stopped" in own.main.status.message, 30)
        assert own.main.controller(BackgroundJobs).running == ""


async def test_what_is_asked_of_a_job_says_when_it_has_ended_and_takes_no_path(
    own: BriefingApp, server: Server
) -> None:
    subscribe_to_slow(own, server)
    async with on_screen(own) as pilot:
        await refresh_slow(own, pilot, server)
        await press(pilot, "I", *"~/pages", sees="One thing runs at a time")
        own.main.controller(BackgroundJobs).stop()
        await until(pilot, lambda: "Refreshing feeds has ended" in screen_text(own), 30)
        assert "Stop it" not in screen_text(own) and "It has ended" in screen_text(own)
        await pilot.press("enter")
        assert own.screen is own.main


async def test_a_path_typed_while_something_runs_comes_in_after_it(
    own: BriefingApp, server: Server, tmp_path: Path
) -> None:
    subscribe_to_slow(own, server)
    (tmp_path / "call.md").write_text(PAGE, "utf-8")
    async with own.run_test(size=(120, 40), notifications=True) as pilot:
        await until(pilot, lambda: own.main.article)
        await refresh_slow(own, pilot, server)
        await press(pilot, "i", sees="once this has ended: refreshing feeds")
        own.screen.query_one(Input).value = str(tmp_path / "call.md")
        await pilot.press("enter")
        await until(pilot, lambda: "Next, when this has ended: importing “" in own.main.status.message)
        await until_seen(pilot, "· 1 more to come · Esc stops it")
        assert not any("Ministers of both" in row["name"] for row in own.main.rows)
        await pilot.press(
            "question_mark", "ctrl+q"
        )  # which would drop it, and says so first, on the help too
        await until_seen(pilot, "Not begun yet: importing")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: "1 new article in “Ministers of both" in own.main.status.message, 30)
        assert own.main.controller(BackgroundJobs).running == ""


async def test_one_page_that_came_is_told_with_its_event_and_a_key_goes_there(own: BriefingApp) -> None:
    async with on_screen(own) as pilot:
        event = own.main.event_id
        await press(pilot, "P", brings=lambda: "Nothing has come in" in own.main.status.message)
        own.main.post_message(events.Paste(PAGE))
        await until_seen(pilot, "Import this page?")
        await pilot.press("enter")
        event_name = "Ministers of both countries speak by telephone"
        told = f"1 new article in “{event_name}” · P goes there · u undoes"
        await until(pilot, lambda: told in own.main.status.message, 30)
        assert own.main.event_id == event
        await pilot.press("P")
        assert own.main.article and own.main.article.headline.startswith("Ministers of both")
        assert own.main.panes.current == "article"
        await pilot.press("backspace")
        assert own.main.event_id == event


@asynccontextmanager
async def held(
    app: BriefingApp, server: Server, tmp_path: Path
) -> AsyncIterator[tuple[Pilot[int], threading.Event]]:
    """The app with a page that waits to be imported, behind a feed that answers once the event is set."""
    app.briefing.do(Subscribe([(f"{server.url}/rss", "Arn Courier")]))
    go = threading.Event()
    page = body(rss(server, numbers=()), "application/rss+xml")

    def answer(to: object) -> None:
        go.wait(30)
        page(to)  # type: ignore[arg-type]

    server.answers["/rss"] = answer
    (tmp_path / "call.md").write_text(PAGE, "utf-8")
    async with on_screen(app) as pilot:
        await pilot.press("I", "enter")
        await until(pilot, server.paths, 30)
        await press(pilot, "i", sees="once this has ended: refreshing feeds")
        app.screen.query_one(Input).value = str(tmp_path / "call.md")
        await press(pilot, "enter", brings=lambda: app.screen is app.main)
        yield pilot, go
    app.briefing.close()


async def open_other(app: BriefingApp, pilot: Pilot[int]) -> None:
    """Open another briefing."""
    first = app.main
    await app.switch_to(library.create_briefing("other").name)
    await until(pilot, lambda: app.main is not first and app.main.is_mounted)


def has_the_page(path: Path) -> bool:
    """Tell whether the page came into the briefing there."""
    briefing = Briefing.open(path)
    found = any("Ministers of both" in row["name"] for row in briefing.rows())
    briefing.close()
    return found


CAME = "1 new article in “Ministers of both"


async def test_what_waits_comes_in_though_another_briefing_was_opened(
    own: BriefingApp, server: Server, tmp_path: Path
) -> None:
    async with held(own, server, tmp_path) as (pilot, go):
        await open_other(own, pilot)
        await pilot.press("q")  # which would drop it, and says so first
        await until(pilot, lambda: "Not begun yet: importing “" in own.main.status.message)
        assert "(in “own”). q again quits, and drops it" in own.main.status.message
        go.set()
        await until(pilot, lambda: "In “own” (b opens it): Nothing new" in own.main.status.message, 30)
        await until(pilot, lambda: f"In “own” (b opens it): {CAME}" in own.main.status.message, 30)
    assert has_the_page(tmp_path / "own")


async def test_a_job_that_outlives_the_app_ends_without_a_word(
    own: BriefingApp, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[object] = []
    monkeypatch.setattr(threading, "excepthook", left.append)
    before = set(threading.enumerate())
    async with held(own, server, tmp_path) as (_, go):
        at_work = [each for each in threading.enumerate() if each not in before and "_work" in each.name]
    go.set()
    for each in at_work:
        each.join(30)
    assert at_work
    assert left == []


@pytest.mark.parametrize("opened", [True, False])
async def test_what_waits_comes_in_though_another_program_renames_the_briefing(
    server: Server, tmp_path: Path, opened: bool
) -> None:
    build(briefings_dir() / "own", articles=6)
    own = BriefingApp(Briefing.open(briefings_dir() / "own"), name="own")
    async with held(own, server, tmp_path) as (pilot, go):
        first = own.main
        if not opened:
            await open_other(own, pilot)
        rename_briefing("own", "theirs")
        if opened:
            await until(pilot, lambda: own.main is not first and own.main.briefing.title == "theirs", 30)
        go.set()
        said = CAME if opened else f"In “theirs” (b opens it): {CAME}"
        await until(pilot, lambda: own.main.status.message.startswith(said), 60)
        if opened:
            await until(pilot, lambda: any("Ministers of both" in row["name"] for row in own.main.rows))
    assert has_the_page(briefings_dir() / "theirs")


async def test_what_waits_does_not_come_into_another_briefing_of_the_name(
    server: Server, tmp_path: Path
) -> None:
    build(briefings_dir() / "own", articles=6)
    own = BriefingApp(Briefing.open(briefings_dir() / "own"), name="own")
    async with held(own, server, tmp_path) as (pilot, go):
        await open_other(own, pilot)
        rename_briefing("own", "theirs")
        library.create_briefing("own")
        go.set()
        said = "In “theirs” (b opens it): 1 new article"
        await until(pilot, lambda: own.main.status.message.startswith(said), 60)
    assert not has_the_page(briefings_dir() / "own")


async def test_how_long_it_still_takes_stands_beside_how_far_it_is(
    own: BriefingApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(background_job, "time", SimpleNamespace(monotonic=lambda: now[0]))
    async with on_screen(own) as pilot:
        jobs = own.main.controller(BackgroundJobs)
        job = Job("importing", {}, lambda *_: "")
        for second in range(11):
            now[0] = 100.0 + second
            jobs._progress(job, {"done": second * 2, "total": 500, "doing": ""})
        await until_seen(pilot, "importing 20 of 500 · 4 min left")
        jobs._progress(job, {"done": 20, "total": 500, "doing": "grouping 1 of 9"})
        await until(pilot, lambda: "grouping 1 of 9" in screen_text(own) and "left" not in jobs.running)


async def test_what_failed_is_called_not_done_only_where_nothing_was_stored(own: BriefingApp) -> None:
    async with on_screen(own):
        jobs = own.main.controller(BackgroundJobs)
        job = Job("importing", {}, lambda *_: "", what="“pages”")
        jobs._ended(job, {"error": "the disk is full", "stored": False})
        assert own.main.status.message == "! the disk is full · not done: importing “pages”"
        jobs._ended(job, {"error": "the disk is full", "stored": True})
        early = "importing ended before its time; what was stored by then stays"
        assert own.main.status.message == f"! the disk is full · {early}"
