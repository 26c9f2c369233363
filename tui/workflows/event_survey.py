"""The articles of events where they lie, read without the lock, and kept up with what others do meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable

from tui.core.model import is_inferred
from tui.reading.events.clustering import ClusterItem
from tui.reading.events.regroup import ClusterArticle, cluster_articles
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError

_TOLD = 50


class EventSurvey:
    """What grouping is worked out from.

    `lying` are the articles of each event (its id), `dated` its day and how that is known, `named` what
    it is called by rule ("" by the reader or its source). Events that are
    broken are left out: they are told of where they are opened.
    """

    def __init__(self, briefing: Briefing) -> None:
        self.lying: dict[str, list[ClusterArticle]] = {}
        self.dated: dict[str, tuple[str, str]] = {}
        self.named: dict[str, str] = {}
        self._briefing = briefing
        self._tail = briefing.step_tail()  # first: what changes while events are read is read again
        self._only: frozenset[str] | None = frozenset()

    def look_at(self, events: Collection[str] | None, tell: Callable[[int, int], None]) -> None:
        """Know `events`, or all, and no others; `tell` is called with how many are read, of how many."""
        wanted = self._listed() if events is None else events
        self._only = None if events is None else frozenset(events)
        for event_id in self.lying.keys() - set(wanted):
            del self.lying[event_id], self.dated[event_id]
        self.follow(())
        for number, event_id in enumerate(wanted):
            if number % _TOLD == 0:
                tell(number, len(wanted))
            self._find(event_id)
        while self.follow(()):
            pass

    def items(self, events: Iterable[str]) -> list[ClusterItem]:
        """Return the articles of events, with the days of these, beside all that is known."""
        self.follow(())
        return [
            ClusterItem(
                id=each.id,
                title=each.title,
                text=each.text,
                date=each.published,
                event_date=self.dated[event][0],
            )
            for event in events
            for each in self._find(event)
        ]

    def articles(self) -> list[ClusterArticle]:
        """Return all articles, in no order that counts."""
        return [article for articles in self.lying.values() for article in articles]

    def follow(self, own: Container[int]) -> set[str]:
        """Read what was done since anew; return the events that others changed, in what grouping is made from.

        `own` are the numbers of the steps that are not others'.
        """
        touched, others = set[str](), set[str]()
        for step in self._tail.steps():
            events: Iterable[str] = step.events if step else (*self.lying, *self._listed())
            touched.update(events)
            if step is None or step.seq not in own:
                others.update(events)
        changed = set()
        for event_id in touched:
            if self._only is not None and event_id not in self._only and event_id not in self.lying:
                continue
            before = self.lying.get(event_id), self.dated.get(event_id)
            self._read(event_id)
            if event_id in others and before != (self.lying.get(event_id), self.dated.get(event_id)):
                changed.add(event_id)
        return changed

    def _listed(self) -> list[str]:
        return [row["id"] for row in self._briefing.rows()]

    def _find(self, event_id: str) -> list[ClusterArticle]:
        if event_id not in self.lying:
            self._read(event_id)
        return self.lying.get(event_id, [])

    def _read(self, event_id: str) -> None:
        self.lying.pop(event_id, None)
        self.dated.pop(event_id, None)
        try:
            annotated = self._briefing.annotated(event_id, keep=False)
        except StoreError:
            return
        self.lying[event_id] = cluster_articles(annotated)
        event = annotated.event
        self.dated[event_id] = event.date, event.basis.get("date", "")
        self.named[event_id] = event.name * is_inferred(event.basis.get("name", ""))
