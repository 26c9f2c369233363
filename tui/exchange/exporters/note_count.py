"""How many of the reader's notes go out with an export."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from tui.core.speakers import speakers_of
from tui.exchange.exporters.dossier import Choose

if TYPE_CHECKING:
    from tui.store.briefing import Briefing


def note_count(briefing: Briefing, choose: Choose | None, kinds: Collection[str]) -> int:
    """Return how many notes stand on things of some kinds (types of targets) that go out with a part; None is all of it.

    May take long. Raises `StoreError`.
    """
    on: dict[str, list[str]] = {}  # what notes are on, by event, "" for speakers
    for event_id, note in briefing.written("commenting"):
        if note.target.type in kinds:
            on.setdefault("" if note.target.type == "speaker" else event_id, []).append(note.target.id)
    speakers = briefing.speakers()
    there = set() if choose else set(speakers)  # not what was deleted or discarded
    events = [row["id"] for row in briefing.rows() if ("" in on and choose) or row["id"] in on]
    for chosen in filter(None, map(choose or (lambda whole: whole), map(briefing.annotated, events))):
        quotes = [quote for article in chosen.event.articles for quote in article.all_quotes]
        there |= {chosen.event.id, *(article.id for article in chosen.event.articles)}
        there |= {quote.id for quote in quotes}
        there |= {speaker.id for quote in quotes for speaker in speakers_of(quote, speakers)}
    return sum(target in there for targets in on.values() for target in targets)
