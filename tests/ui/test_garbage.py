"""What keys leave over in memory."""

from __future__ import annotations

import gc
import weakref

from tests.ui.conftest import press, until
from tui.ui.app import BriefingApp


class Left(list["Left"]):
    """Something that only a look through all of memory throws away, once it holds itself."""


async def test_what_keys_leave_over_is_thrown_away_once_no_key_comes(app: BriefingApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.items and app.main.counts)
        left = Left()
        left.append(left)
        there = weakref.ref(left)
        gc.collect()
        del left
        await press(pilot, "j", "k", brings=lambda: there() is None)
