"""What a command works at, and what all of them share: names compared, dates checked, targets made.

A `Workspace` is the briefing as a command sees and changes it. The store has the real one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tui.core.model import (
    Annotation,
    AnnotationTarget,
    Article,
    Event,
    Feed,
    Quote,
    SavedSearch,
    Speaker,
    Tag,
)


class Workspace(Protocol):
    """The briefing as a command sees and changes it. Nothing is stored before the command is through.

    What it returns has the changes made so far in it. Asking for what is not there raises the
    store's error.
    """

    def new_id(self) -> str:
        """Return a fresh id."""

    def now(self) -> str:
        """Return the time, ISO 8601 in UTC."""

    def tags(self) -> Mapping[str, Tag]:
        """Return the codebook by tag id."""

    def speakers(self) -> Mapping[str, Speaker]:
        """Return the speakers by id."""

    def annotations(self, target: AnnotationTarget) -> Sequence[Annotation]:
        """Return what the reader wrote on exactly this target, oldest first."""

    def uses_of_tag(self, tag_id: str) -> Sequence[Annotation]:
        """Return every use of a tag in the whole briefing."""

    def quotes_by_speaker(self, speaker_id: str) -> Sequence[Quote]:
        """Return every quote of a speaker and of those merged into him, each with its own speaker's id."""

    def event(self, event_id: str) -> Event:
        """Return an event with the reader's corrections, hidden articles and quotes too."""

    def event_as_stored(self, event_id: str) -> Event:
        """Return an event without the reader's corrections, and without its articles."""

    def article(self, article_id: str) -> Article:
        """Return an article with the reader's corrections."""

    def quote(self, target: AnnotationTarget) -> Quote:
        """Return a quote with the reader's corrections."""

    def find_event(self, text: str) -> str:
        """Return the id of the event with this id or name, "" when there is none."""

    def feeds(self) -> Mapping[str, Feed]:
        """Return the feeds subscribed to, by address."""

    def put_feed(self, feed: Feed) -> None:
        """Subscribe to a feed."""

    def drop_feed(self, url: str) -> None:
        """End a subscription."""

    def views(self) -> Mapping[str, SavedSearch]:
        """Return the saved views by id."""

    def put_view(self, view: SavedSearch) -> None:
        """Add or change a saved view."""

    def drop_view(self, view: SavedSearch) -> None:
        """Take a saved view away."""

    def put_tag(self, tag: Tag) -> None:
        """Add or change a tag."""

    def drop_tag(self, tag: Tag) -> None:
        """Take a tag out of the codebook."""

    def put_speaker(self, speaker: Speaker) -> None:
        """Add or change a speaker."""

    def put_event(self, event: Event) -> None:
        """Add an event, without articles."""

    def move(self, article_id: str, event_id: str) -> None:
        """Move an article to another event."""

    def event_id_of(self, article_id: str) -> str:
        """Return the id of the event an article lies in, "" when there is no such article."""

    def set_copy_of(self, article_id: str, copy_of: str) -> None:
        """Note which article (its id) an article is a copy of, "" for none."""

    def put(self, annotation: Annotation) -> None:
        """Add or change an annotation."""

    def drop(self, annotation: Annotation) -> None:
        """Remove an annotation."""


class Command(Protocol):
    """Something a reader can do. A `passive` one comes of reading itself and is never an undo step."""

    @property
    def passive(self) -> bool:
        """Tell whether undo passes this over."""

    def label(self) -> str:
        """Return what is done in one sentence, for the status line."""

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk. Raises ValueError for a value that cannot be."""


class UndoableCommand:
    """What the reader does on purpose: a step that undo takes back."""

    @property
    def passive(self) -> bool:
        """Tell whether undo passes this over."""
        return False
