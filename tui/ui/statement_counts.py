"""How many statements each event has, where the reader counts those: found beside the keys, as rows come into view."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.settings import state
from tui.store.briefing import StoreError

if TYPE_CHECKING:
    from tui.ui.briefing_screen import BriefingScreen

_SHOWN_EVERY = 0.2  # seconds


class StatementCounts:
    """The numbers of one screen's events, which it has in `statement_counts`: None while quotes are counted."""

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen
        self._wanted: dict[str, None] = {}

    @property
    def on(self) -> bool:
        """Whether statements are counted, and not quotes."""
        return self._screen.statement_counts is not None

    def begin(self, *, on: bool) -> None:
        """Count statements, where that is `on`, else quotes."""
        if on != self.on:
            self._screen.statement_counts = {} if on else None
            self._wanted = {}

    def turn(self) -> None:
        """Count statements instead of quotes, or quotes again, from now on."""
        self.begin(on=not self.on)
        state.set_counts_statements(self.on)

    def want(self, events: Collection[str]) -> None:
        """Find the numbers of some events, beside the reader."""
        if self.on:
            self._wanted = dict.fromkeys(events) | self._wanted  # what is in view first
            self._screen.run_worker(self._find, thread=True, exclusive=True, group="statement counts")

    def forget(self, events: Collection[str], *, all: bool) -> None:
        """Have the numbers of some events found anew, or of all."""
        if known := self._screen.statement_counts:
            self._screen.statement_counts = {
                each: number for each, number in known.items() if not (all or each in events)
            }

    def _find(self) -> None:
        from tui.store.statements import statements

        worker, screen = get_current_worker(), self._screen
        found, since = dict[str, int](), monotonic()
        for event in (wanted := list(self._wanted)):
            with suppress(StoreError):  # that is said where the event is opened
                found[event] = len(statements(screen.briefing, screen.briefing.annotated(event)))
            if worker.is_cancelled:
                return
            if event == wanted[-1] or monotonic() - since > _SHOWN_EVERY:
                screen.app.call_from_thread(self._show, found)
                found, since = {}, monotonic()

    def _show(self, found: dict[str, int]) -> None:
        for event in found:
            self._wanted.pop(event, None)
        known = self._screen.statement_counts
        if known is not None:
            self._screen.statement_counts = {**known, **found}
