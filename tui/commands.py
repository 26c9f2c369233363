"""What a reader can do to a briefing. A command is a value; the store carries it out.

A command computes its changes against a `Desk`, a view of the briefing that notes what is put and
dropped. It knows neither files nor TinyDB; its inverse falls out of what was there before, so none
of them needs an undo of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tui.model import Annotation, Article, Event, Quote, Speaker, Tag, Target


class Desk(Protocol):
    """The briefing as a command sees and changes it. Nothing is stored before the command is through."""

    def new_id(self) -> str:
        """Return a fresh id."""

    def now(self) -> str:
        """Return the time, ISO 8601 in UTC."""

    def tags(self) -> Mapping[str, Tag]:
        """Return the codebook."""

    def speakers(self) -> Mapping[str, Speaker]:
        """Return the speakers."""

    def put_tag(self, tag: Tag) -> None:
        """Add or change a tag."""

    def drop_tag(self, tag: Tag) -> None:
        """Take a tag out of the codebook."""

    def put_speaker(self, speaker: Speaker) -> None:
        """Add or change a speaker."""

    def annotations(self, target: Target) -> tuple[Annotation, ...]:
        """Return what the reader wrote on exactly this target."""

    def put(self, annotation: Annotation) -> None:
        """Add or change an annotation."""

    def drop(self, annotation: Annotation) -> None:
        """Remove an annotation."""


class Command(Protocol):
    """Something a reader can do."""

    passive: bool

    def label(self) -> str:
        """Return what was done in one sentence, for the status line."""

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk. Raises ValueError for a value that cannot be."""


@dataclass(frozen=True)
class AddTags:
    """Tag targets; tags that are not in the codebook are made."""

    targets: Sequence[Target]
    names: Sequence[str]
    passive: bool = False


@dataclass(frozen=True)
class RemoveTags:
    """Take tags off targets."""

    targets: Sequence[Target]
    names: Sequence[str]
    passive: bool = False


@dataclass(frozen=True)
class SetTags:
    """Let a target have exactly these tags."""

    target: Target
    names: Sequence[str]
    passive: bool = False


@dataclass(frozen=True)
class WriteNote:
    """Write a note, or with `note_id` (an `Annotation.id`) change it; an empty text deletes it."""

    target: Target
    text: str
    note_id: str | None = None
    passive: bool = False


@dataclass(frozen=True)
class DeleteNote:
    """Delete a note."""

    target: Target
    note_id: str
    passive: bool = False


@dataclass(frozen=True)
class Star:
    """Star targets, or take the stars off."""

    targets: Sequence[Target]
    on: bool = True
    passive: bool = False


@dataclass(frozen=True)
class MarkRead:
    """Mark articles as read or unread. `passive` when it comes from reading itself: never an undo step."""

    targets: Sequence[Target]
    on: bool = True
    passive: bool = False


@dataclass(frozen=True)
class EditField:
    """Correct a field.

    Of an event: name, date. Of an article: headline, outlet, author, published, url, event (an event's id,
    or the name of a new one). Of a quote: speaker (a name; "" for nobody), kind, borders
    ("120-180", several parts as "120-180, 200-230": code points into the article's text). Dates are EDTF.
    """

    target: Target
    field: str
    value: str
    passive: bool = False


@dataclass(frozen=True)
class Discard:
    """Discard a quote that is none, or take it back in."""

    target: Target
    on: bool = True
    passive: bool = False


@dataclass(frozen=True)
class DeleteArticle:
    """Delete an article: hidden, and known, so that no import brings it back."""

    target: Target
    passive: bool = False


@dataclass(frozen=True)
class RenameTag:
    """Give a tag another name."""

    tag: str
    name: str
    passive: bool = False


@dataclass(frozen=True)
class MergeTags:
    """Let everything tagged with one of `tags` (ids) be tagged `into` (an id) instead."""

    tags: Sequence[str]
    into: str
    passive: bool = False


def target_of(thing: Event | Article | Quote | Speaker) -> Target:
    """Return the target that stands for an event, article, quote or speaker."""
    match thing:
        case Quote():
            return Target("quote", thing.id, thing.article, thing.parts[0] if thing.parts else None)
        case Article():
            return Target("article", thing.id, thing.id)
        case Speaker():
            return Target("speaker", thing.id)
        case _:
            return Target("event", thing.id)
