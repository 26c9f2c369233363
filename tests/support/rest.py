"""When an app that is driven by a test has nothing left to do."""

from __future__ import annotations

import asyncio
from time import monotonic, process_time
from typing import Any

import pytest
from textual._context import active_app
from textual.app import App
from textual.screen import Screen

from tui.ui.app import BriefingApp

_LONGEST = 1.0  # seconds, as in Textual: what a test asserts it waits for itself
_TICK = 0.02  # seconds in which what works beside the screen is seen to work
_IDLE = 0.001  # of them, those that who does nothing takes


def swift(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have Textual go on as soon as an app is at rest: it waits 20 ms, and twice a key, also where nothing is left."""
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", at_rest)


async def at_rest(*_: float) -> None:
    """Wait until all messages are answered, what they changed is painted, and nothing is read or written beside.

    What works beside the screen and takes no time of the processor is not waited for: it may be a job that listens,
    or a disk that a test holds.
    """
    app, ready = active_app.get(), asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    begun = looked = monotonic()
    spent = process_time()
    while monotonic() < begun + _LONGEST:
        await asyncio.sleep(0)
        if ready:
            continue
        if app.screen_stack and _to_be_painted(app.screen):
            app.screen._on_timer_update()
        elif not (app._resize_event or _works_beside(app)):  # of a terminal's sizes the last is laid out
            return
        elif monotonic() < looked + _TICK:
            await asyncio.sleep(_TICK / 10)
        elif process_time() < spent + _IDLE:
            return
        else:
            looked, spent = monotonic(), process_time()


def _to_be_painted(screen: Screen[Any]) -> bool:
    dirty = screen._layout_required or screen._scroll_required or screen._repaint_required
    return screen.is_current and not screen.app._batch_count and bool(dirty or screen._dirty_widgets)


def _works_beside(app: App[Any]) -> bool:
    reads = isinstance(app, BriefingApp) and bool(app.screen_stack) and not app.main.disk.at_rest
    return reads or any(not worker.is_finished for worker in app.workers)
