"""A key repaints at once, however slow the disk is that has more to say."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from tests.support.impatience import lose_patience
from tests.support.pages import HARBOUR
from tests.ui.conftest import on_first_quote, on_screen, press, screen_text, until, until_seen
from tui.core.event_rows import EventRows
from tui.settings.actions import ACTIONS, Action
from tui.store import statements
from tui.store.briefing import Briefing, StoreError
from tui.store.disk.cache import ALWAYS_KEPT
from tui.store.drafts import DraftFile
from tui.ui.app import BriefingApp
from tui.ui.controllers.drafts import DraftController
from tui.ui.store_news import StoreNews
from tui.workflows.import_pages import import_sources

# What would end the program, or begin another one.
_NOT_PRESSED = {"quit", "quit_now", "note_editor", "open_url", "settings"}
_READS = {"open", "os.listdir", "os.scandir", "sqlite3.connect"}
_watched: list[tuple[Path, list[str]]] = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if not _watched or event not in _READS or threading.current_thread() is not threading.main_thread():
        return
    folder, found = _watched[-1]
    path = os.fsdecode(arguments[0]) if isinstance(arguments[0], (str, bytes, os.PathLike)) else ""
    written = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if path.startswith(str(folder)) and not written:
        found.append(f"{event} {Path(path).name}")


sys.addaudithook(_audit)


@contextmanager
def _reads_beside_keys(folder: Path) -> Iterator[list[str]]:
    """Gather what the thread that the keys come to reads of a folder, without what it writes."""
    found: list[str] = []
    _watched.append((folder, found))
    try:
        yield found
    finally:
        _watched.pop()


def _forget(briefing: Briefing) -> None:
    """Let a briefing read anew what it does not always keep in memory."""
    cache = briefing._folder._cache
    for name in [name for name in cache if name not in ALWAYS_KEPT]:
        del cache[name]
    briefing._where.clear()


async def _back_to(app: BriefingApp, pilot: Pilot[int], pane: str) -> None:
    while len(app.screen_stack) > 1 or app.main.mode:
        await pilot.press("escape")
        await pilot.pause()
    await pilot.press({"events": "1", "article": "2", "quotes": "3"}[pane])
    await pilot.pause()


async def _reads_of(app: BriefingApp, pilot: Pilot[int], action: Action) -> list[str]:
    """Return what an action reads on the thread that keys come to, with next to nothing in memory."""
    _forget(app.main.briefing)
    with _reads_beside_keys(app.main.briefing.path) as reads:
        await app.main.act(action.id)
        await pilot.pause()
    return reads


@pytest.mark.parametrize("pane", ["events", "article", "quotes"])
async def test_no_key_reads_the_briefing_where_keys_are_taken(app: BriefingApp, pane: str) -> None:
    actions: list[Action] = [each for each in ACTIONS if not each.mode and each.id not in _NOT_PRESSED]
    told: dict[str, list[str]] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        for action in actions:
            await _back_to(app, pilot, pane)
            if reads := await _reads_of(app, pilot, action):
                told[action.id] = reads
    assert told == {}


@pytest.mark.parametrize(
    ("keys", "mode"), [(("2", "v"), "select"), (("3", "v"), "mark"), (("2", "slash"), "search")]
)
async def test_no_key_of_a_mode_reads_the_briefing_where_keys_are_taken(
    app: BriefingApp, keys: tuple[str, ...], mode: str
) -> None:
    told: dict[str, list[str]] = {}
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        for action in (each for each in ACTIONS if each.mode == mode):
            await _back_to(app, pilot, "quotes")
            await press(pilot, *keys, brings=lambda: app.main.mode == mode)
            if reads := await _reads_of(app, pilot, action):
                told[action.id] = reads
    assert told == {}


async def test_a_key_right_after_somebody_elses_import_reads_nothing_of_it(
    app: BriefingApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        monkeypatch.setattr(StoreNews, "poll", lambda _: None)  # it has not been looked at yet
        (tmp_path / "page.md").write_text(HARBOUR)
        other = Briefing.open(app.briefing.path)
        import_sources(other, [tmp_path / "page.md"])
        other.close()
        with _reads_beside_keys(app.briefing.path) as reads:
            for key in ("2", "j", "3", "j", "1"):
                await pilot.press(key)
                await pilot.pause()
    assert reads == []


@contextmanager
def held_up(owner: object, reads: str, wrong: str = "") -> Iterator[Event]:
    """Let a function that reads wait until the block ends, and fail then where it goes `wrong`; gives whether it began."""
    read, begun, go_on = getattr(owner, reads), Event(), Event()

    def slowly(*args: object, **named: object) -> object:
        begun.set()
        assert go_on.wait(90)
        if wrong:
            raise StoreError(wrong)
        return read(*args, **named)

    with pytest.MonkeyPatch.context() as here:
        here.setattr(owner, reads, slowly)
        try:
            yield begun
        finally:
            go_on.set()


async def test_an_event_on_a_slow_disk_is_nobodys_until_it_is_there(app: BriefingApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        before = app.main.event_id
        with held_up(Briefing, "annotated"):
            await press(pilot, "j", sees="Reading the event…")
            await press(pilot, "m", sees="There is nothing here")
            await press(pilot, "j", brings=lambda: app.main.annotated is None)
            assert app.main.event_id != before
            meant = app.main.panes.events.chosen
        await until(pilot, lambda: app.main.annotated is not None)
        await until(pilot, lambda: app.main.annotated and app.main.annotated.event.id == meant)
        assert app.main.article is not None and app.main.event_id == meant
        opened = app.main.briefing.annotated(before)
        assert not opened.starred(before)


@pytest.mark.parametrize(
    ("keys", "reads", "at_once", "then"),
    [
        (("3", "t"), "recent_tags", "Tags of", "Tags of"),
        (("3", "v", "t"), "recent_tags", "Tags of", "Tags of"),
        (("H", "j"), "history", "Enter read", "What was done"),
        (("2", "c", "3"), "raw", "Enter open", "┊ ---"),
    ],
)
async def test_a_key_does_not_wait_for_the_disk(
    app: BriefingApp,
    keys: tuple[str, ...],
    reads: str,
    at_once: str,
    then: str,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        with held_up(Briefing, reads) as begun:
            await press(pilot, *keys, brings=begun.is_set)
            assert at_once in screen_text(app)
        await until_seen(pilot, then)


@pytest.mark.parametrize(
    ("keys", "owner", "reads", "then"),
    [
        (("p", *"merge", "enter"), Briefing, "notes", "is the same as"),
        (("p", *"rename", "enter", *" the Elder", "enter"), Briefing, "notes", "the Elder ·"),
        (("p", *"rename", "enter", *" the Elder", "enter"), DraftFile, "read", "the Elder ·"),
        (("S", "3", "enter"), statements, "record_of", "✓ matched to primary"),
    ],
)
async def test_what_is_typed_before_a_dialog_is_read_goes_into_it(
    app: BriefingApp,
    keys: tuple[str, ...],
    owner: object,
    reads: str,
    then: str,
) -> None:
    async with on_first_quote(app) as (pilot, quote):
        steps = len(app.briefing.history(50))
        if owner is DraftFile:  # which is read once
            app.main.controller(DraftController)._file.known = False
        with held_up(owner, reads) as begun:
            await press(pilot, *keys, brings=begun.is_set)
            assert len(app.briefing.history(50)) == steps
            assert app.main.quote == quote and app.main.panes.current == "quotes"
        await until_seen(pilot, then)
        assert len(app.briefing.history(50)) == steps + (then != "is the same as")


async def test_what_is_typed_for_a_dialog_that_cannot_be_read_is_dropped_with_a_word(
    app: BriefingApp,
) -> None:
    async with on_first_quote(app) as (pilot, _):
        steps = len(app.briefing.history(50))
        with held_up(Briefing, "notes", wrong="the disk is gone"):
            await pilot.press("p", *"men")
        await until_seen(pilot, "the disk is gone · 3 keys typed meanwhile were dropped")
        assert app.screen is app.main and len(app.briefing.history(50)) == steps


async def test_a_dialog_that_is_read_for_long_is_given_up_by_esc(app: BriefingApp) -> None:
    async with on_first_quote(app) as (pilot, _):
        with held_up(Briefing, "notes"):
            await press(pilot, "p", "n", sees="Still reading")
            await press(pilot, "escape", sees="Given up · 1 key typed meanwhile was dropped")
        await press(pilot, "S", sees="Status of")  # read after it
        assert len(app.screen_stack) == 2


async def test_an_event_that_cannot_be_read_in_the_end_is_said_and_the_next_one_opens(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        with held_up(Briefing, "annotated", wrong="the disk is gone"):
            await press(pilot, "j", sees="Reading the event…")
        await until_seen(pilot, "the disk is gone")
        await press(pilot, "j", brings=lambda: app.main.article)


def _hold(path: Path) -> None:
    briefing = Briefing.open(path)
    with briefing._folder.locked():
        os.kill(os.getpid(), signal.SIGSTOP)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="stops a forked process")
async def test_a_change_that_waits_for_a_stopped_program_says_for_which_and_is_given_up(
    app: BriefingApp, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_patience(monkeypatch, told=0.3, most=4.0)
    holder = multiprocessing.get_context("fork").Process(target=_hold, args=(store,))
    holder.start()
    assert holder.pid
    os.waitid(os.P_PID, holder.pid, os.WSTOPPED | os.WNOWAIT)
    try:
        async with on_screen(app, (140, 40)) as pilot:
            before = app.main.article
            await pilot.press("m")
            await until(pilot, lambda: f"waiting for process {holder.pid}" in app.main.status.message)
            await pilot.press("j", "j")  # reading goes on
            await until(pilot, lambda: app.main.article not in (None, before))
            await until(pilot, lambda: "did not end; nothing was changed" in app.main.status.message)
    finally:
        os.kill(holder.pid, signal.SIGKILL)
        holder.join()
    event = app.briefing.annotated(before.event) if before else None
    assert event and before and not event.starred(before.id)


async def test_keys_do_not_wait_for_rows_that_another_program_changed(
    app: BriefingApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    beside: list[bool] = []
    cells: cached_property[list[int]] = vars(EventRows)["cells"]
    look = cells.func

    def spy(rows: EventRows) -> list[int]:
        beside.append(threading.current_thread() is not threading.main_thread())
        return look(rows)

    monkeypatch.setattr(cells, "func", spy)
    (tmp_path / "page.md").write_text(HARBOUR, "utf-8")
    async with on_screen(app) as pilot:
        events = len(app.main.rows)
        other = Briefing.open(app.briefing.path)
        import_sources(other, [tmp_path / "page.md"])
        other.close()
        beside.clear()  # what the other program looked at
        await until(pilot, lambda: len(app.main.rows) > events)
        assert beside and all(beside)
