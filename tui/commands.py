"""What a reader can do to a briefing. A command is a value; the store carries it out.

A command computes its changes against a `Desk`, a view of the briefing that notes what is put and
dropped. It knows neither files nor TinyDB; its inverse falls out of what was there before, so none
of them needs an undo of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from tui.model import Annotation, Article, Event, Motivation, Quote, Speaker, Tag, Target
from tui.text import clean, one_line

EVENT_FIELDS = ("name", "date")
ARTICLE_FIELDS = ("headline", "outlet", "author", "published", "url", "event")
QUOTE_FIELDS = ("speaker", "kind", "borders")
KINDS = ("direct", "mixed", "indirect")
_DATE_FIELDS = ("date", "published")
_NEVER_EMPTY = ("name", "headline", "event")


class Desk(Protocol):
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

    def annotations(self, target: Target) -> Sequence[Annotation]:
        """Return what the reader wrote on exactly this target, oldest first."""

    def tagged(self, tag_id: str) -> Sequence[Annotation]:
        """Return every use of a tag in the whole briefing."""

    def event(self, event_id: str) -> Event:
        """Return an event with the reader's corrections, hidden articles and quotes too."""

    def article(self, article_id: str) -> Article:
        """Return an article with the reader's corrections."""

    def quote(self, target: Target) -> Quote:
        """Return a quote with the reader's corrections."""

    def find_event(self, text: str) -> str:
        """Return the id of the event with this id or name, "" when there is none."""

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

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk. Raises ValueError for a value that cannot be."""


class _Active:
    """What the reader does on purpose."""

    @property
    def passive(self) -> bool:
        """Tell whether undo passes this over."""
        return False


@dataclass(frozen=True)
class AddTags(_Active):
    """Tag targets; tags that are not in the codebook are made."""

    targets: Sequence[Target]
    names: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Tagged {_things(self.targets)} {_list(_tag_names(self.names))}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        for tag in _tags(desk, self.names):
            for target in self.targets:
                _mark(desk, target, "tagging", {"tag": tag.id}, tag.id)


@dataclass(frozen=True)
class RemoveTags(_Active):
    """Take tags off targets; they stay in the codebook."""

    targets: Sequence[Target]
    names: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Took {_list(_tag_names(self.names))} off {_things(self.targets)}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        wanted = {fold(name) for name in self.names}
        tags = {tag.id for tag in desk.tags().values() if fold(tag.name) in wanted}
        for target in self.targets:
            for annotation in desk.annotations(target):
                if annotation.motivation == "tagging" and annotation.body["tag"] in tags:
                    desk.drop(annotation)


@dataclass(frozen=True)
class SetTags(_Active):
    """Let a target have exactly these tags."""

    target: Target
    names: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        if not self.names:
            return f"Took all tags off {_things([self.target])}"
        return f"Tagged {_things([self.target])} {_list(_tag_names(self.names))}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        tags = [tag.id for tag in _tags(desk, self.names)]
        for annotation in desk.annotations(self.target):
            if annotation.motivation == "tagging" and annotation.body["tag"] not in tags:
                desk.drop(annotation)
        for tag in tags:
            _mark(desk, self.target, "tagging", {"tag": tag}, tag)


@dataclass(frozen=True)
class WriteNote(_Active):
    """Write a note, or with `note_id` (an `Annotation.id`) change it; an empty text deletes it."""

    target: Target
    text: str
    note_id: str | None = None

    def label(self) -> str:
        """Return what is done in one sentence."""
        if not self.text.strip():
            return f"Deleted the note on {_things([self.target])}"
        return f"{'Changed the' if self.note_id else 'Wrote a'} note on {_things([self.target])}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        text = clean(self.text).strip()
        old = _note(desk, self.target, self.note_id) if self.note_id else None
        if old and text:
            if old.body["value"] != text:
                desk.put(replace(old, body={**old.body, "value": text}, modified=desk.now()))
        elif old:
            desk.drop(old)
        elif text:
            desk.put(Annotation(desk.new_id(), "commenting", self.target, {"value": text}, desk.now()))


@dataclass(frozen=True)
class DeleteNote(_Active):
    """Delete a note."""

    target: Target
    note_id: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Deleted the note on {_things([self.target])}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        desk.drop(_note(desk, self.target, self.note_id))


@dataclass(frozen=True)
class Star(_Active):
    """Star targets, or take the stars off."""

    targets: Sequence[Target]
    on: bool = True

    def label(self) -> str:
        """Return what is done in one sentence."""
        things = _things(self.targets)
        return (
            f"Starred {things}" if self.on else f"Took the star{'s' * (len(self.targets) > 1)} off {things}"
        )

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        for target in self.targets:
            _mark(desk, target, "bookmarking", {} if self.on else None)


@dataclass(frozen=True)
class MarkRead:
    """Mark articles as read or unread. `passive` when it comes of reading itself."""

    targets: Sequence[Target]
    on: bool = True
    passive: bool = False

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Marked {_things(self.targets)} as {'read' if self.on else 'unread'}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        if any(target.type != "article" for target in self.targets):
            raise ValueError("only articles are marked as read")
        for target in self.targets:
            _mark(desk, target, "reading", {"read": True} if self.on else None)


@dataclass(frozen=True)
class EditField(_Active):
    """Correct a field.

    Of an event: name, date. Of an article: headline, outlet, author, published, url, event (an event's id
    or name; a name that is new makes a new event). Of a quote: speaker (a name; "" for nobody), kind, borders
    ("120-180", several parts as "120-180, 200-230": code points into the article's text, end
    exclusive). Dates are EDTF; a day may be followed by a time, as in 2025-07-01T18:05+02:00.
    """

    target: Target
    field: str
    value: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        what = f"{self.field} of {_things([self.target])}"
        if self.field == "event":
            return f"Moved {_things([self.target])} to another event"
        value = one_line(self.value)
        return f"Set the {what} to {value}" if value else f"Emptied the {what}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        fields = {"event": EVENT_FIELDS, "article": ARTICLE_FIELDS, "quote": QUOTE_FIELDS}.get(
            self.target.type, ()
        )
        if self.field not in fields:
            raise ValueError(
                f"{_a(self.target.type)} has no field {self.field!r} to edit: {', '.join(fields)}"
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
                value = _speaker(desk, str(value))
            case "borders":
                value = _borders(desk, self.target, str(value))
            case "event":
                value = _event(desk, str(value))
                desk.move(self.target.id, str(value))
        _mark(desk, self.target, "editing", {"field": self.field, "value": value}, self.field)


@dataclass(frozen=True)
class Discard(_Active):
    """Discard a quote that is none, or take it back in."""

    target: Target
    on: bool = True

    def label(self) -> str:
        """Return what is done in one sentence."""
        return "Discarded 1 quote" if self.on else "Took 1 quote back in"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        if self.target.type != "quote":
            raise ValueError("only quotes are discarded")
        _mark(
            desk,
            self.target,
            "editing",
            {"field": "discarded", "value": True} if self.on else None,
            "discarded",
        )


@dataclass(frozen=True)
class DeleteArticle(_Active):
    """Delete an article: hidden, and still known, so that no import brings it back."""

    target: Target

    def label(self) -> str:
        """Return what is done in one sentence."""
        return "Deleted 1 article"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        if self.target.type != "article":
            raise ValueError("only articles are deleted")
        _mark(desk, self.target, "editing", {"field": "deleted", "value": True}, "deleted")


@dataclass(frozen=True)
class RenameTag(_Active):
    """Give a tag (its id) another name."""

    tag: str
    name: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Renamed a tag to {one_line(self.name)}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        (name,) = _tag_names([self.name]) or [""]
        if not name:
            raise ValueError("a tag needs a name")
        tag = _codebook_tag(desk, self.tag)
        if any(fold(other.name) == fold(name) and other.id != tag.id for other in desk.tags().values()):
            raise ValueError(f"there is a tag {name} already: merge the two instead")
        desk.put_tag(replace(tag, name=name))


@dataclass(frozen=True)
class MergeTags(_Active):
    """Let everything tagged with one of `tags` (ids) be tagged `into` (an id) instead."""

    tags: Sequence[str]
    into: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        count = len({*self.tags} - {self.into})
        return f"Merged {count} tag{'s' * (count != 1)} into another"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk."""
        _codebook_tag(desk, self.into)
        for tag_id in dict.fromkeys(self.tags):
            if tag_id == self.into:
                continue
            tag = _codebook_tag(desk, tag_id)
            for annotation in desk.tagged(tag_id):
                desk.drop(annotation)
                _mark(desk, annotation.target, "tagging", {"tag": self.into}, self.into)
            desk.drop_tag(tag)


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


def fold(name: str) -> str:
    """Return what two spellings of one name share: no case, no accents."""
    letters = unicodedata.normalize("NFKD", one_line(name).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_DATE = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?\Z"
)


def check_date(text: str) -> None:
    """Raise ValueError when `text` is neither empty nor a date a briefing can hold."""
    if not text:
        return
    found = _DATE.match(text)
    if not found or (found["year"] == "XXXX" and not found["month"]):
        raise ValueError(f"{text!r} is no date: write 2025-07-01, 2025-07, 2025 or XXXX-07-01")
    year = 2024 if found["year"] == "XXXX" else int(found["year"])  # a leap year, should it be one
    month, day = int(found["month"] or 1), int(found["day"] or 1)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= days[month - 1]:
        raise ValueError(f"{text!r} is no date: there is no such day")
    if found["hour"] and (int(found["hour"]) > 23 or int(found["minute"]) > 59):
        raise ValueError(f"{text!r} is no date: there is no such time")


def natural_id(motivation: Motivation, target_id: str, key: str = "") -> str:
    """Return the id of an annotation of which a target can have only one: two writers agree on it."""
    return ":".join(filter(None, (motivation, target_id, key)))


def _mark(
    desk: Desk, target: Target, motivation: Motivation, body: Mapping[str, object] | None, key: str = ""
) -> None:
    """Let a target have the one annotation with this natural id; with no `body`, not have it."""
    wanted = natural_id(motivation, target.id, key)
    old = next((each for each in desk.annotations(target) if each.id == wanted), None)
    if body is None:
        if old:
            desk.drop(old)
    elif old is None:
        desk.put(Annotation(wanted, motivation, target, body, desk.now()))
    elif dict(old.body) != dict(body):
        desk.put(replace(old, body=body, modified=desk.now()))


def _tag_names(names: Sequence[str]) -> list[str]:
    """Return names fit for tags, each once."""
    found = {fold(name): " ".join(one_line(name).lstrip("#").split()) for name in reversed(names)}
    return [name for name in reversed(found.values()) if name]


def _tags(desk: Desk, names: Sequence[str]) -> list[Tag]:
    """Return the tags of these names; those the codebook has not are made."""
    known = {fold(tag.name): tag for tag in desk.tags().values()}
    found = []
    for name in _tag_names(names):
        tag = known.get(fold(name))
        if tag is None:
            tag = known[fold(name)] = Tag(desk.new_id(), name)
            desk.put_tag(tag)
        found.append(tag)
    return found


def _codebook_tag(desk: Desk, tag_id: str) -> Tag:
    tag = desk.tags().get(tag_id)
    if tag is None:
        raise ValueError(f"there is no tag {tag_id}")
    return tag


def _note(desk: Desk, target: Target, note_id: str) -> Annotation:
    for annotation in desk.annotations(target):
        if annotation.id == note_id and annotation.motivation == "commenting":
            return annotation
    raise ValueError("there is no such note any more")


def _speaker(desk: Desk, name: str) -> str:
    """Return the id of the speaker of this name, made if need be; "" for nobody."""
    if not name:
        return ""
    speakers = desk.speakers()
    for speaker in speakers.values():
        if fold(name) in {fold(each) for each in (speaker.name, *speaker.aliases)}:
            return speaker.merged_into if speaker.merged_into in speakers else speaker.id
    speaker = Speaker(desk.new_id(), name)
    desk.put_speaker(speaker)
    return speaker.id


def _event(desk: Desk, text: str) -> str:
    """Return the id of the event of this id or name, made if need be."""
    found = desk.find_event(text)
    if not found:
        found = desk.new_id()
        desk.put_event(Event(found, text, basis={"name": "set by you"}))
    return found


def _borders(desk: Desk, target: Target, value: str) -> list[list[int]]:
    """Return the parts of a quote that `value` names."""
    text = desk.article(target.article).text
    desk.quote(target)
    parts: list[list[int]] = []
    for part in value.split(","):
        numbers = re.fullmatch(r"\s*(\d{1,9})\s*[-–]\s*(\d{1,9})\s*", part)
        if not numbers:
            raise ValueError(f"{value!r} names no place in the text: write 120-180, or 120-180, 200-230")
        start, end = int(numbers[1]), int(numbers[2])
        if not (parts[-1][1] if parts else 0) <= start < end <= len(text):
            raise ValueError(f"{part.strip()} does not lie in the text in order (0-{len(text)})")
        parts.append([start, end])
    return parts


def _things(targets: Sequence[Target]) -> str:
    """Return "1 quote", "3 articles", "2 things"."""
    kinds = {target.type for target in targets}
    noun = kinds.pop() if len(kinds) == 1 else "thing"
    return f"{len(targets)} {noun}{'s' * (len(targets) != 1)}"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
