"""How many statements there are, where these are counted instead of quotes: of an event, of each speaker, of all."""

from __future__ import annotations

from collections import Counter

from tui.cli.context import events
from tui.core.model import AnnotatedEvent
from tui.store.briefing import Briefing
from tui.store.statements import statements


def of_event(briefing: Briefing, annotated: AnnotatedEvent) -> int:
    """Return how many statements an event has."""
    return len(statements(briefing, annotated))


def of_all(briefing: Briefing) -> int:
    """Return how many statements all events have."""
    return sum(of_event(briefing, annotated) for _, annotated in events(briefing))


def by_speaker(briefing: Briefing) -> Counter[str]:
    """Return how many statements each speaker has, by id; what several say together is one of each."""
    return Counter(
        who
        for _, annotated in events(briefing)
        for each in statements(briefing, annotated)
        for who in {who for wording in each.wordings for who in wording.quote.speakers}
    )
