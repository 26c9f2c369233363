"""What the panes tell the main screen. A flood of them folds into the last one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message


@dataclass
class EventChosen(Message):
    """The cursor rests on an event."""

    event_id: str

    def can_replace(self, message: Message) -> bool:
        """Holding a key down opens only the event it ends on."""
        return isinstance(message, EventChosen)


@dataclass
class ArticleChosen(Message):
    """The name of another outlet was clicked."""

    article_id: str


@dataclass
class QuoteChosen(Message):
    """A quote was reached, in the list or by moving through the article."""

    quote_id: str
    in_article: bool

    def can_replace(self, message: Message) -> bool:
        """Only the last of several counts."""
        return isinstance(message, QuoteChosen) and message.in_article == self.in_article


@dataclass
class StatementsWanted(Message):
    """Rows are seen of events of which it is not known how many statements they have."""

    events: tuple[str, ...]


class GoIn(Message):
    """A row was clicked twice, or Enter pressed on it."""


class PlaceChanged(Message):
    """The reader has moved: where they are will be remembered."""

    def can_replace(self, message: Message) -> bool:
        """Once is enough."""
        return isinstance(message, PlaceChanged)


@dataclass
class BriefingMoved(Message):
    """Another program has put the briefing elsewhere, under another name maybe; `said` tells of it."""

    name: str
    path: Path
    said: str
