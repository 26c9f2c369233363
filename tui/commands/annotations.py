"""What a reader can put on events, articles, quotes and speakers: tags, notes, stars, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.commands.base import Command, Workspace
from tui.commands.events import move_article, pin_articles
from tui.commands.helpers import (
    add_annotation,
    check_word,
    count_targets,
    find_note,
    get_or_create_tags,
    parse_ranges,
    set_annotation,
    set_field,
    speaker_ids,
    tag_names,
    tag_too,
    target_of,
    with_current_words,
)
from tui.core.addresses import public
from tui.core.edtf import check_date
from tui.core.model import ASSERTED, KINDS, POLARITIES, AnnotationTarget
from tui.core.speakers import SEVERAL, speakers_of
from tui.core.text import clean, fold, one_line

__all__ = ["KINDS", "Command", "target_of"]  # also taken from here, beside what is written here

EVENT_FIELDS = ("name", "date")
ARTICLE_FIELDS = ("headline", "outlet", "author", "published", "url", "event")
QUOTE_FIELDS = ("speaker", "kind", "polarity", "borders", "chain", "original", "translator")
_DATE_FIELDS = ("date", "published")
_NEVER_EMPTY = ("name", "headline", "event")


@dataclass(frozen=True)
class AddTags(Command):
    """Tag targets; tags that are not in the codebook are made. What somebody else tagged so is tagged by both."""

    targets: Sequence[AnnotationTarget]
    names: Sequence[str]

    def label(self) -> str:
        return f"Tagged {count_targets(self.targets)} {', '.join(tag_names(self.names))}"

    def outcome(self, workspace: Workspace) -> str:
        return replace(self, names=[tag.name for tag in get_or_create_tags(workspace, self.names)]).label()

    def apply(self, workspace: Workspace) -> None:
        for tag in get_or_create_tags(workspace, self.names):
            for target in self.targets:
                set_annotation(workspace, target, "tagging", {"tag": tag.id}, tag.id)
                tag_too(workspace, target, tag.id)


@dataclass(frozen=True)
class RemoveTags(Command):
    """Take tags off targets; they stay in the codebook."""

    targets: Sequence[AnnotationTarget]
    names: Sequence[str]

    def label(self) -> str:
        return f"Took {', '.join(tag_names(self.names))} off {count_targets(self.targets)}"

    def apply(self, workspace: Workspace) -> None:
        wanted = {fold(name) for name in self.names}
        tags = {tag.id for tag in workspace.tags().values() if fold(tag.name) in wanted}
        for target in self.targets:
            for annotation in workspace.annotations(target):
                if annotation.motivation == "tagging" and annotation.body["tag"] in tags:
                    workspace.drop(annotation)


@dataclass(frozen=True)
class SetTags(Command):
    """Let a target have exactly these tags."""

    target: AnnotationTarget
    names: Sequence[str]

    def label(self) -> str:
        if not self.names:
            return f"Took all tags off {count_targets([self.target])}"
        return f"Tagged {count_targets([self.target])} {', '.join(tag_names(self.names))}"

    def outcome(self, workspace: Workspace) -> str:
        return replace(self, names=[tag.name for tag in get_or_create_tags(workspace, self.names)]).label()

    def apply(self, workspace: Workspace) -> None:
        tags = [tag.id for tag in get_or_create_tags(workspace, self.names)]
        for annotation in workspace.annotations(self.target):
            if annotation.motivation == "tagging" and annotation.body["tag"] not in tags:
                workspace.drop(annotation)
        for tag in tags:
            set_annotation(workspace, self.target, "tagging", {"tag": tag}, tag)


@dataclass(frozen=True)
class WriteNote(Command):
    """Write a note, or with `note_id` (an `Annotation.id`) change it; an empty text deletes it.

    Who changes one does not take it over.
    """

    target: AnnotationTarget
    text: str
    note_id: str | None = None

    def label(self) -> str:
        if not self.text.strip():
            return f"Deleted the note on {count_targets([self.target])}"
        return f"{'Changed the' if self.note_id else 'Wrote a'} note on {count_targets([self.target])}"

    def apply(self, workspace: Workspace) -> None:
        text = clean(self.text).strip()
        old = find_note(workspace, self.target, self.note_id) if self.note_id else None
        if old and text:
            if old.body["value"] != text:
                workspace.put(replace(old, body={**old.body, "value": text}, modified=workspace.now()))
        elif old:
            workspace.drop(old)
        elif text:
            target, _ = with_current_words(workspace, self.target)
            add_annotation(workspace, target, "commenting", {"value": text})


@dataclass(frozen=True)
class DeleteNotes(Command):
    """Delete all notes on a target; nothing where there is none."""

    target: AnnotationTarget

    def label(self) -> str:
        return f"Deleted the notes on {count_targets([self.target])}"

    def apply(self, workspace: Workspace) -> None:
        for note in list(workspace.annotations(self.target)):
            if note.motivation == "commenting":
                workspace.drop(note)


@dataclass(frozen=True)
class Star(Command):
    """Star targets, or take the stars off."""

    targets: Sequence[AnnotationTarget]
    on: bool = True

    def label(self) -> str:
        what = count_targets(self.targets)
        return f"Starred {what}" if self.on else f"Took the star{'s' * (len(self.targets) > 1)} off {what}"

    def apply(self, workspace: Workspace) -> None:
        for target in self.targets:
            set_annotation(workspace, target, "bookmarking", {} if self.on else None)


@dataclass(frozen=True)
class MarkRead(Command):
    """Mark articles as read or unread. `passive` when it comes of reading itself."""

    targets: Sequence[AnnotationTarget]
    on: bool = True
    passive: bool = False

    def label(self) -> str:
        return f"Marked {count_targets(self.targets)} as {'read' if self.on else 'unread'}"

    def apply(self, workspace: Workspace) -> None:
        if any(target.type != "article" for target in self.targets):
            raise ValueError("only articles are marked as read")
        for target in self.targets:
            set_annotation(workspace, target, "reading", {"read": True} if self.on else None)


@dataclass(frozen=True)
class EditField(Command):
    """Correct a field.

    Of an event: name, date. Of an article: headline, outlet, author, published, url, event (an event's id
    or name; a name that is new makes a new event). Of a quote: speaker (a name or the surname of one speaker,
    or an id, several parted by a semicolon, a + before somebody new; "" for nobody), kind, polarity (asserted, or
    one of `POLARITIES`), borders
    ("120-180", several parts as "120-180, 200-230": code points into the article's text, end
    exclusive), chain (whom the words came through, nearest the speaker first, parted by semicolons; "" for nobody),
    original (the wording in the language it was said in), translator. Dates are EDTF; a day
    may be followed by a time, as in 2025-07-01T18:05+02:00.
    """

    target: AnnotationTarget
    field: str
    value: str

    def label(self) -> str:
        what = f"{self.field} of {count_targets([self.target])}"
        if self.field == "event":
            return f"Moved {count_targets([self.target])} to another event"
        if self.field == "borders":  # which are numbers, and tell nobody anything
            return f"Moved the borders of {count_targets([self.target])}"
        value = self._on_one_line()
        if self.field == "chain":
            return f"Set through whom {count_targets([self.target])} came: {value or 'nobody'}"
        return f"Set the {what} to {value}" if value else f"Emptied the {what}"

    def outcome(self, workspace: Workspace) -> str:
        if self.field != "speaker":
            return self.label()
        stored = speakers_of(workspace.quote(self.target), workspace.speakers())
        return replace(self, value=SEVERAL.join(each.name for each in stored)).label()

    def apply(self, workspace: Workspace) -> None:
        fields = {"event": EVENT_FIELDS, "article": ARTICLE_FIELDS, "quote": QUOTE_FIELDS}.get(
            self.target.type, ()
        )
        if self.field not in fields:
            what = f"{'an' if self.target.type[0] in 'ae' else 'a'} {self.target.type}"
            raise ValueError(f"{what} has no field {self.field!r} to edit: {', '.join(fields)}")
        value: object = self._on_one_line()
        if self.field in _NEVER_EMPTY and not value:
            raise ValueError(f"the {self.field} cannot be empty")
        if self.field in _DATE_FIELDS:
            check_date(str(value))
        match self.field:
            case "kind":
                check_word(str(value), KINDS)
            case "polarity":
                check_word(str(value), (ASSERTED, *POLARITIES))
            case "speaker":
                value = speaker_ids(workspace, str(value), workspace.article(self.target.article))
            case "borders":
                if workspace.quote(self.target).gone:
                    raise ValueError("the words of this quote are gone from its article")
                parts = parse_ranges(workspace.article(self.target.article).text, str(value))
                value = [list(part) for part in parts]
            case "event":
                move_article(workspace, self.target.id, str(value))
                return
            case "name" | "date":
                pin_articles(
                    workspace, self.target.id, [each.id for each in workspace.event(self.target.id).articles]
                )
        set_field(workspace, self.target, self.field, value)

    def _on_one_line(self) -> str:
        value = public(self.value) if self.field == "url" else one_line(self.value)
        return value.replace("-", " ") if self.field == "polarity" else value  # as a query has it


@dataclass(frozen=True)
class DiscardQuote(Command):
    """Discard a quote that is none, or take it back in."""

    target: AnnotationTarget
    on: bool = True

    def label(self) -> str:
        return "Discarded 1 quote" if self.on else "Took 1 quote back in"

    def apply(self, workspace: Workspace) -> None:
        if self.target.type != "quote":
            raise ValueError("only quotes are discarded")
        set_field(workspace, self.target, "discarded", True if self.on else None)


@dataclass(frozen=True)
class CompositeCommand(Command):
    """Several commands as one step; without `name` it is called after them."""

    commands: Sequence[Command]
    name: str = ""

    def label(self) -> str:
        return self.name or "; ".join(command.label() for command in self.commands)

    def outcome(self, workspace: Workspace) -> str:
        return self.name or "; ".join(command.outcome(workspace) for command in self.commands)

    def apply(self, workspace: Workspace) -> None:
        for command in self.commands:
            command.apply(workspace)
