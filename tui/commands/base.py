"""What a command is, and the workspace that it works at: the briefing as a command sees and changes it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Protocol, Self

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
    Title,
)

StoredRecord = Annotation | Event | Feed | SavedSearch | Speaker | Tag | Title


class Workspace(Protocol):
    """The briefing as a command sees and changes it; the store has the real one (`store.transaction`).

    Changes are staged: what is asked for afterwards has them in it, but `quotes_by_speaker`, `event_as_stored`
    and `find_event`, which tell what is stored. They are stored together once the command has returned, and
    none of them when it raises. To put a thing is to add it, or to replace the one with its id; to drop one
    that is not there does nothing.

    Ids are those of the records in `core.model`. `event`, `event_as_stored`, `article`, `quote` and `move` raise
    the store's error when there is no such thing; it is no ValueError, which is the command's own.
    """

    def new_id(self) -> str:
        """Return an id that nothing in the briefing has."""

    def now(self) -> str:
        """Return the time, ISO 8601 in UTC."""

    @property
    def author(self) -> str:
        """Who works at it, "" where that is not known: what they write bears their name."""

    def signed(self, author: str, at: str = "") -> Self:
        """Return the same workspace for what somebody else wrote, and when (ISO 8601, "" for now)."""

    # What there is

    def tags(self) -> Mapping[str, Tag]:
        """Return the codebook by tag id."""

    def speakers(self) -> Mapping[str, Speaker]:
        """Return the speakers by id, those merged into others too."""

    def annotations(self, target: AnnotationTarget) -> Sequence[Annotation]:
        """Return what the reader wrote on exactly this target (its id decides), oldest first."""

    def uses_of_tag(self, tag_id: str) -> Sequence[Annotation]:
        """Return every tagging with a tag in the whole briefing, in no order."""

    def quotes_by_speaker(self, speaker_id: str) -> Sequence[Quote]:
        """Return every quote of a speaker and of those merged into them, each with its own speakers' ids."""

    def event(self, event_id: str) -> Event:
        """Return an event with the reader's corrections, hidden articles and quotes too."""

    def event_as_stored(self, event_id: str) -> Event:
        """Return an event without the reader's corrections, and without its articles."""

    def article(self, article_id: str) -> Article:
        """Return an article with the reader's corrections, discarded quotes too."""

    def quote(self, target: AnnotationTarget) -> Quote:
        """Return a quote with the reader's corrections; one whose words are gone is as it was (`Quote.gone`)."""

    def find_event(self, text: str) -> str:
        """Return the id of the event with this id, or of the only one with this name; "" when there is none."""

    def event_id_of(self, article_id: str) -> str:
        """Return the id of the event an article lies in, "" when there is no such article."""

    def feeds(self) -> Mapping[str, Feed]:
        """Return the feeds subscribed to, by address."""

    def views(self) -> Mapping[str, SavedSearch]:
        """Return the saved searches by id."""

    # What is to be changed

    def put(self, record: StoredRecord) -> None:
        """Add or replace a record: an annotation in the notes of its target's article or event, an event as such.

        The `articles` of an event are not looked at.
        """

    def drop(self, record: StoredRecord) -> None:
        """Remove a record; what was tagged with a tag stays so. No event and no speaker is ever dropped."""

    def move(self, article_id: str, event_id: str) -> None:
        """Move an article, with its quotes, to another event; nothing where it lies there already."""

    def set_copy_of(self, article_id: str, copy_of: str) -> None:
        """Note which article (its id) an article is a copy of, "" for none."""


class Command(ABC):
    """Something a reader can do: a value that says what is to be changed, and changes it at a workspace.

    It knows neither files nor TinyDB. Its inverse falls out of what was there before, so no command has an undo
    of its own. A `passive` one comes of reading itself, and undo passes it over. One that is `part_of` a deed (the
    number of its first step) is taken back together with that. One that is `reverse` takes back what no step could, an
    import: it counts as undone from the outset, so that redo brings back what it took.
    """

    passive: bool = False
    part_of: int = 0
    reverse: bool = False

    @abstractmethod
    def label(self) -> str:
        """Return what is done in one sentence without a full stop, in the past tense: "Starred 2 quotes"."""

    def about(self, workspace: Workspace) -> str:  # noqa: ARG002  for those that tell it themselves
        """Return what it is about to be done to, by name; "" where the fields that hold targets tell it."""
        return ""

    def outcome(self, workspace: Workspace) -> str:  # noqa: ARG002  for those whose label only has what was typed
        """Return the label of what is done now, with the names that are stored: "Roth" was typed, "Ida Roth" is."""
        return self.label()

    @abstractmethod
    def apply(self, workspace: Workspace) -> None:
        """Stage the changes at the workspace.

        Raises ValueError, with words for the reader, for a value that cannot be; nothing is stored then.
        """
