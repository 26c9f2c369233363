"""The sample, opened in a folder of its own, and a way to wait for what is asserted."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import pytest
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.strip import Strip

from tests.support.rest import swift
from tui.core.model import AnnotatedEvent, Quote
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp

STORE = Path(__file__).resolve().parents[2] / "data" / "store"


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests out of the reader's own folders."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("BRIEFING_STORE", raising=False)
    for name in ("NO_COLOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EDITOR", "ed")
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")  # on whatever terminal tests are run
    swift(monkeypatch)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A copy of the sample's store."""
    return Path(shutil.copytree(STORE, tmp_path / "sample"))


@pytest.fixture
def app(store: Path) -> Iterator[BriefingApp]:
    """The app on that copy, not yet running: tests open `run_test` themselves."""
    briefing = Briefing.open(store)
    yield BriefingApp(briefing, name="sample")
    briefing.close()


@asynccontextmanager
async def on_screen(app: BriefingApp, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[int]]:
    """Run the app on a screen of some columns and lines until it has opened an article."""
    async with app.run_test(size=size) as pilot:
        await until(pilot, lambda: app.main.article)
        yield pilot


@asynccontextmanager
async def on_first_quote(
    app: BriefingApp, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Pilot[int], Quote]]:
    """Run the app until its cursor is on the first quote that is listed; give that too."""
    async with on_screen(app, size) as pilot:
        await press(pilot, "3", "g", brings=lambda: app.main.quote)
        assert app.main.quote is not None
        yield pilot, app.main.quote


async def until(pilot: Pilot[int], condition: Callable[[], object], seconds: float = 30.0) -> None:
    """Let the app run until `condition` holds; fail when it never does."""
    try:
        async with asyncio.timeout(seconds):
            while not condition():
                await pilot.pause(0.01)
    except TimeoutError:
        pytest.fail("never came:\n" + screen_text(cast(BriefingApp, pilot.app)))


async def until_seen(pilot: Pilot[int], text: str) -> None:
    """Wait until a text stands on the screen."""
    await until(pilot, lambda: text in screen_text(cast(BriefingApp, pilot.app)))


async def press(
    pilot: Pilot[int], *keys: str, sees: str = "", brings: Callable[[], object] = lambda: True
) -> None:
    """Press keys, and wait until the text is seen, or the condition holds, that they bring."""
    await pilot.press(*keys)
    await until(pilot, lambda: sees in screen_text(cast(BriefingApp, pilot.app)) and brings())


def screen_text(app: BriefingApp) -> str:
    """Return what stands on the screen, as characters."""
    return "\n".join(strip.text for strip in strips(app))


def strips(app: BriefingApp) -> list[Strip]:
    """Return the lines of the screen, with what lies behind a dialog.

    Who draws a dialog first has to say what that is: its background is kept as it was drawn, empty else.
    """
    visible_screen_stack.set(app._background_screens)
    return app.screen._compositor.render_strips()


def stored(app: BriefingApp) -> AnnotatedEvent:
    """Return the open event as another program would read it from the disk."""
    other = Briefing.open(app.briefing.path)
    annotated = other.annotated(app.main.event_id)
    other.close()
    return annotated


async def on_unsure_quote(app: BriefingApp, pilot: Pilot[int]) -> Quote:
    """Go to a quote of which the engine says who else may have said it."""
    quote = next(quote for _, _, quote in app.briefing.quotes() if quote.unsure and quote.candidates)
    app.main.open_event(str(app.briefing.event_of(quote.article)), quote.article)
    await until(pilot, lambda: app.main.article and app.main.article.id == quote.article)
    app.main.choose_quote(quote.id)
    await pilot.press("3")
    await until(pilot, lambda: app.main.quote and app.main.quote.id == quote.id)
    return quote
