"""The articles of events as placing compares them, kept from one batch of an import to the next: most lie near both."""

from __future__ import annotations

from tui.reading.events.clustering import ClusterItem
from tui.reading.events.placement import event_items
from tui.store.briefing import Briefing

_KEPT = 1000
"""Articles that are kept at the most: what is asked for at a time is fewer."""


class EventItems:
    """What lies in a briefing's events. What anybody changes is read anew."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._tail = briefing.step_tail()
        self._known: dict[str, list[ClusterItem]] = {}  # those asked for last at the end
        self._count = 0

    def follow(self) -> None:
        """Forget what was changed since this was called last."""
        for step in self._tail.steps():
            if step is None:
                self.clear()
                continue
            for event_id in step.events:
                self._forget(event_id)

    def clear(self) -> None:
        """Forget all."""
        self._known.clear()
        self._count = 0

    def of(self, event_id: str) -> list[ClusterItem]:
        """Return the articles of an event. Raises `StoreError`."""
        found = self._known.get(event_id)
        if found is None:
            found = event_items(self._briefing.annotated(event_id, keep=False).event)
        self._forget(event_id)
        self._known[event_id] = found
        self._count += len(found)
        while self._count > _KEPT and len(self._known) > 1:
            self._forget(next(iter(self._known)))
        return found

    def _forget(self, event_id: str) -> None:
        self._count -= len(self._known.pop(event_id, ()))
