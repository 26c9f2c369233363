"""The end of the program: behind what is still being saved, with the screen kept for the next start."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from tui.ui.context import SAVES

if TYPE_CHECKING:
    from tui.ui.main_screen import MainScreen

_SOON = 0.3
"""Seconds that the screen has to come to rest, else none is kept; and that saving may take before it is told."""


async def saved(main: MainScreen) -> None:
    """Wait until all that was done is saved; say so where that takes a while."""
    if saves := [asyncio.ensure_future(each.wait()) for each in main.workers if each.group == SAVES]:
        _, late = await asyncio.wait(saves, timeout=_SOON)
        if late:
            main.say("Saving what was done, then leaving.", quiet=True)
            await asyncio.wait(late)


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
        await drawn.wait()
    return main._compositor.render_full_update().render_segments(main.app.console)
