"""A key repaints at once, however slow the disk is that has more to say."""

from __future__ import annotations

from threading import Event

import pytest

from tests.ui.conftest import screen_text, until
from tui.store.briefing import Briefing
from tui.ui.app import BriefingApp


@pytest.mark.parametrize(
    ("keys", "reads", "at_once", "then"),
    [
        (("3", "t"), "recent_tags", "Tags of", "Tags of"),
        (("3", "v", "t"), "recent_tags", "Tags of", "Tags of"),
        (("H", "j"), "history", "Enter open", "What was done"),
        (("2", "c", "3"), "raw", "Enter open", "┊ ---"),
    ],
)
async def test_a_key_does_not_wait_for_the_disk(
    app: BriefingApp,
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    reads: str,
    at_once: str,
    then: str,
) -> None:
    read, begun, go_on = getattr(Briefing, reads), Event(), Event()

    def slowly(self: Briefing, *args: object) -> object:
        begun.set()
        assert go_on.wait(20)
        return read(self, *args)

    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.main.article and app.main.counts)
        monkeypatch.setattr(Briefing, reads, slowly)
        try:
            await pilot.press(*keys)
            await until(pilot, begun.is_set)
            assert at_once in screen_text(app) and not go_on.is_set()
        finally:
            go_on.set()
        await until(pilot, lambda: then in screen_text(app))
