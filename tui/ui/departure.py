"""The end of the program: behind what is still being saved, with the screen kept for the next start."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from tui.ui.context import SAVES, say_over

if TYPE_CHECKING:
    from textual.worker import Worker

    from tui.ui.main_screen import MainScreen

_SAVING = "Saving what was done, then leaving."
_AGAIN = 4.0  # seconds after which it is said again
_SOON = 0.3
"""Seconds that the screen has to come to rest, else none is kept; and that saving may take before it is told."""


def unsaved(main: MainScreen) -> list[Worker[object]]:
    """Return what is still being saved."""
    return [each for each in main.workers if each.group == SAVES and not each.is_finished]


async def saved(main: MainScreen) -> bool:
    """Wait until all that was done is saved, this too that is done meanwhile; say so where that takes a while.

    False where some of it could not be saved, which is said: the program does not end on it.
    """
    told, done = False, True
    while saves := unsaved(main):
        # Not gathered: a second quit, which ends the first, would end what is waited for.
        waits = [asyncio.ensure_future(each.wait()) for each in saves]
        _, late = await asyncio.wait(waits, timeout=None if told else _SOON)
        if late:
            told = True
            say_over(main, _SAVING)
            while late:  # who looks up later is to see it too: a message goes after a while
                _, late = await asyncio.wait(late, timeout=_AGAIN)
                if late:
                    main.say(_SAVING)
        done = done and all(each.exception() or each.result() is not False for each in waits)
    if not done and main.app.screen.is_modal:  # it hides what was said
        say_over(main, main.status.message)
    return done


async def last_screen(main: MainScreen) -> str:
    """Return what the terminal shows once that stays as it is, "" where it says something or does not come to rest."""
    seen, end = "", monotonic() + _SOON
    while monotonic() < end:
        before, seen = seen, await _drawn(main)
        if seen == before and main.at_rest:
            return "" if main.status.message else seen
    return ""


async def _drawn(main: MainScreen) -> str:
    drawn = asyncio.Event()
    if main.call_after_refresh(drawn.set):
        with suppress(TimeoutError):  # a screen that goes, or that something else covers, may never be drawn
            await asyncio.wait_for(drawn.wait(), _SOON)
    return main._compositor.render_full_update().render_segments(main.app.console)
