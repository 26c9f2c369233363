"""What the panes tell the main screen. A flood of them folds into the last one."""

from __future__ import annotations

from pathlib import Path

from textual.message import Message


class EventChosen(Message):
    """The cursor rests on an event."""

    def __init__(self, event_id: str) -> None:
        super().__init__()
        self.event_id = event_id

    def can_replace(self, message: Message) -> bool:
        """Holding a key down opens only the event it ends on."""
        return isinstance(message, EventChosen)


class ArticleChosen(Message):
    """The name of another outlet was clicked."""

    def __init__(self, article_id: str) -> None:
        super().__init__()
        self.article_id = article_id


class QuoteChosen(Message):
    """A quote was reached, in the list or by moving through the article."""

    def __init__(self, quote_id: str, *, in_article: bool) -> None:
        super().__init__()
        self.quote_id = quote_id
        self.in_article = in_article

    def can_replace(self, message: Message) -> bool:
        """Only the last of several counts."""
        return isinstance(message, QuoteChosen) and message.in_article == self.in_article


class GoIn(Message):
    """A row was clicked twice, or Enter pressed on it."""


class PlaceChanged(Message):
    """The reader has moved: where they are will be remembered."""

    def can_replace(self, message: Message) -> bool:
        """Once is enough."""
        return isinstance(message, PlaceChanged)


class BriefingMoved(Message):
    """Another program has put the briefing elsewhere, under another name maybe; `said` tells of it."""

    def __init__(self, name: str, path: Path, said: str) -> None:
        super().__init__()
        self.name, self.path, self.said = name, path, said
