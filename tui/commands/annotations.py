"""What a reader can do to a briefing. A command is a value; the store carries it out.

A command computes its changes against a `Workspace`, a view of the briefing that notes what is put and
dropped. It knows neither files nor TinyDB; its inverse falls out of what was there before, so none
of them needs an undo of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.commands.base import Command, UndoableCommand, Workspace
from tui.commands.events import move_article, settle
from tui.commands.helpers import (
    find_note,
    get_or_create_speaker,
    get_or_create_tags,
    natural_id,
    parse_ranges,
    set_annotation,
    tag_names,
    target_of,
)
from tui.core.edtf import check_date
from tui.core.model import Annotation, AnnotationTarget
from tui.core.names import count_targets, fold, indefinite, join_names
from tui.core.text import clean, one_line

__all__ = [
    "ARTICLE_FIELDS",
    "EVENT_FIELDS",
    "KINDS",
    "QUOTE_FIELDS",
    "AddTags",
    "Command",
    "CompositeCommand",
    "DeleteArticle",
    "DeleteNote",
    "DiscardQuote",
    "EditField",
    "MarkRead",
    "RemoveTags",
    "SetTags",
    "Star",
    "Workspace",
    "WriteNote",
    "check_date",
    "fold",
    "natural_id",
    "target_of",
]

EVENT_FIELDS = ("name", "date")
ARTICLE_FIELDS = ("headline", "outlet", "author", "published", "url", "event")
QUOTE_FIELDS = ("speaker", "kind", "borders", "original", "translator")
KINDS = ("direct", "mixed", "indirect")
_DATE_FIELDS = ("date", "published")
_NEVER_EMPTY = ("name", "headline", "event")


@dataclass(frozen=True)
class AddTags(UndoableCommand):
    """Tag targets; tags that are not in the codebook are made."""

    targets: Sequence[AnnotationTarget]
    names: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Tagged {count_targets(self.targets)} {join_names(tag_names(self.names))}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        for tag in get_or_create_tags(desk, self.names):
            for target in self.targets:
                set_annotation(desk, target, "tagging", {"tag": tag.id}, tag.id)


@dataclass(frozen=True)
class RemoveTags(UndoableCommand):
    """Take tags off targets; they stay in the codebook."""

    targets: Sequence[AnnotationTarget]
    names: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Took {join_names(tag_names(self.names))} off {count_targets(self.targets)}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        wanted = {fold(name) for name in self.names}
        tags = {tag.id for tag in desk.tags().values() if fold(tag.name) in wanted}
        for target in self.targets:
            for annotation in desk.annotations(target):
                if annotation.motivation == "tagging" and annotation.body["tag"] in tags:
                    desk.drop(annotation)


@dataclass(frozen=True)
class SetTags(UndoableCommand):
    """Let a target have exactly these tags."""

    target: AnnotationTarget
    names: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        if not self.names:
            return f"Took all tags off {count_targets([self.target])}"
        return f"Tagged {count_targets([self.target])} {join_names(tag_names(self.names))}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        tags = [tag.id for tag in get_or_create_tags(desk, self.names)]
        for annotation in desk.annotations(self.target):
            if annotation.motivation == "tagging" and annotation.body["tag"] not in tags:
                desk.drop(annotation)
        for tag in tags:
            set_annotation(desk, self.target, "tagging", {"tag": tag}, tag)


@dataclass(frozen=True)
class WriteNote(UndoableCommand):
    """Write a note, or with `note_id` (an `Annotation.id`) change it; an empty text deletes it.

    A new one bears the name of its `creator`; who changes one does not take it over.
    """

    target: AnnotationTarget
    text: str
    note_id: str | None = None
    creator: str = ""

    def label(self) -> str:
        """Return what is done in one sentence."""
        if not self.text.strip():
            return f"Deleted the note on {count_targets([self.target])}"
        return f"{'Changed the' if self.note_id else 'Wrote a'} note on {count_targets([self.target])}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        text = clean(self.text).strip()
        old = find_note(desk, self.target, self.note_id) if self.note_id else None
        if old and text:
            if old.body["value"] != text:
                desk.put(replace(old, body={**old.body, "value": text}, modified=desk.now()))
        elif old:
            desk.drop(old)
        elif text:
            made = Annotation(
                id=desk.new_id(),
                motivation="commenting",
                target=self.target,
                body={"value": text},
                created=desk.now(),
            )
            desk.put(replace(made, creator=self.creator))


@dataclass(frozen=True)
class DeleteNote(UndoableCommand):
    """Delete a note."""

    target: AnnotationTarget
    note_id: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Deleted the note on {count_targets([self.target])}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        desk.drop(find_note(desk, self.target, self.note_id))


@dataclass(frozen=True)
class DeleteNotes(UndoableCommand):
    """Delete all notes on a target; nothing where there is none."""

    target: AnnotationTarget

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Deleted the notes on {count_targets([self.target])}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        for note in list(desk.annotations(self.target)):
            if note.motivation == "commenting":
                desk.drop(note)


@dataclass(frozen=True)
class Star(UndoableCommand):
    """Star targets, or take the stars off."""

    targets: Sequence[AnnotationTarget]
    on: bool = True

    def label(self) -> str:
        """Return what is done in one sentence."""
        what = count_targets(self.targets)
        return f"Starred {what}" if self.on else f"Took the star{'s' * (len(self.targets) > 1)} off {what}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        for target in self.targets:
            set_annotation(desk, target, "bookmarking", {} if self.on else None)


@dataclass(frozen=True)
class MarkRead:
    """Mark articles as read or unread. `passive` when it comes of reading itself."""

    targets: Sequence[AnnotationTarget]
    on: bool = True
    passive: bool = False

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Marked {count_targets(self.targets)} as {'read' if self.on else 'unread'}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        if any(target.type != "article" for target in self.targets):
            raise ValueError("only articles are marked as read")
        for target in self.targets:
            set_annotation(desk, target, "reading", {"read": True} if self.on else None)


@dataclass(frozen=True)
class EditField(UndoableCommand):
    """Correct a field.

    Of an event: name, date. Of an article: headline, outlet, author, published, url, event (an event's id
    or name; a name that is new makes a new event). Of a quote: speaker (a name; "" for nobody), kind, borders
    ("120-180", several parts as "120-180, 200-230": code points into the article's text, end
    exclusive), original (the wording in the language it was said in), translator. Dates are EDTF; a day
    may be followed by a time, as in 2025-07-01T18:05+02:00.
    """

    target: AnnotationTarget
    field: str
    value: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        what = f"{self.field} of {count_targets([self.target])}"
        if self.field == "event":
            return f"Moved {count_targets([self.target])} to another event"
        value = one_line(self.value)
        return f"Set the {what} to {value}" if value else f"Emptied the {what}"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        fields = {"event": EVENT_FIELDS, "article": ARTICLE_FIELDS, "quote": QUOTE_FIELDS}.get(
            self.target.type, ()
        )
        if self.field not in fields:
            raise ValueError(
                f"{indefinite(self.target.type)} has no field {self.field!r} to edit: {', '.join(fields)}"
            )
        value: object = one_line(self.value)
        if self.field in _NEVER_EMPTY and not value:
            raise ValueError(f"the {self.field} cannot be empty")
        if self.field in _DATE_FIELDS:
            check_date(str(value))
        match self.field:
            case "kind" if value not in KINDS:
                raise ValueError(f"a quote is {', '.join(KINDS[:-1])} or {KINDS[-1]}, not {value!r}")
            case "speaker":
                value = get_or_create_speaker(desk, str(value))
            case "borders":
                if desk.quote(self.target).gone:
                    raise ValueError("the words of this quote are gone from its article")
                value = parse_ranges(desk.article(self.target.article).text, str(value))
            case "event":
                move_article(desk, self.target.id, str(value))
                return
            case "name" | "date":
                settle(desk, self.target.id, [each.id for each in desk.event(self.target.id).articles])
        set_annotation(desk, self.target, "editing", {"field": self.field, "value": value}, self.field)


@dataclass(frozen=True)
class DiscardQuote(UndoableCommand):
    """Discard a quote that is none, or take it back in."""

    target: AnnotationTarget
    on: bool = True

    def label(self) -> str:
        """Return what is done in one sentence."""
        return "Discarded 1 quote" if self.on else "Took 1 quote back in"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        if self.target.type != "quote":
            raise ValueError("only quotes are discarded")
        set_annotation(
            desk,
            self.target,
            "editing",
            {"field": "discarded", "value": True} if self.on else None,
            "discarded",
        )


@dataclass(frozen=True)
class CompositeCommand(UndoableCommand):
    """Several commands as one step; without `name` it is called after them."""

    commands: Sequence[Command]
    name: str = ""

    def label(self) -> str:
        """Return what is done in one sentence."""
        return self.name or "; ".join(command.label() for command in self.commands)

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        for command in self.commands:
            command.apply(desk)


@dataclass(frozen=True)
class DeleteArticle(UndoableCommand):
    """Delete an article: hidden, and still known, so that no import brings it back."""

    target: AnnotationTarget

    def label(self) -> str:
        """Return what is done in one sentence."""
        return "Deleted 1 article"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk."""
        if self.target.type != "article":
            raise ValueError("only articles are deleted")
        set_annotation(desk, self.target, "editing", {"field": "deleted", "value": True}, "deleted")
