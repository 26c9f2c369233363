"""What a command works at, and what all of them share: names compared, dates checked, targets made.

A `Desk` is the briefing as a command sees and changes it. The store has the real one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from tui.model import Annotation, Article, Event, Feed, Motivation, Quote, Speaker, Tag, Target, View
from tui.moved import MARKS, words_before
from tui.people import final_speaker
from tui.text import fold as folded
from tui.text import one_line


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

    def said_by(self, speaker_id: str) -> Sequence[Quote]:
        """Return every quote of a speaker and of those merged into him, each with its own speaker's id."""

    def event(self, event_id: str) -> Event:
        """Return an event with the reader's corrections, hidden articles and quotes too."""

    def event_as_stored(self, event_id: str) -> Event:
        """Return an event without the reader's corrections, and without its articles."""

    def article(self, article_id: str) -> Article:
        """Return an article with the reader's corrections."""

    def quote(self, target: Target) -> Quote:
        """Return a quote with the reader's corrections."""

    def find_event(self, text: str) -> str:
        """Return the id of the event with this id or name, "" when there is none."""

    def feeds(self) -> Mapping[str, Feed]:
        """Return the feeds subscribed to, by address."""

    def put_feed(self, feed: Feed) -> None:
        """Subscribe to a feed."""

    def drop_feed(self, url: str) -> None:
        """End a subscription."""

    def views(self) -> Mapping[str, View]:
        """Return the saved views by id."""

    def put_view(self, view: View) -> None:
        """Add or change a saved view."""

    def drop_view(self, view: View) -> None:
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

    def lies_in(self, article_id: str) -> str:
        """Return the id of the event an article lies in, "" when there is no such article."""

    def link(self, article_id: str, copy_of: str) -> None:
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

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk. Raises ValueError for a value that cannot be."""


class Active:
    """What the reader does on purpose: a step that undo takes back."""

    @property
    def passive(self) -> bool:
        """Tell whether undo passes this over."""
        return False


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
    """Return what two spellings of one name share: no case, no accents, blanks counted once."""
    return folded(one_line(name))


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


def mark(
    desk: Desk, target: Target, motivation: Motivation, body: Mapping[str, object] | None, key: str = ""
) -> None:
    """Let a target have the one annotation with this natural id; with no `body`, not have it."""
    wanted = natural_id(motivation, target.id, key)
    old = next((each for each in desk.annotations(target) if each.id == wanted), None)
    moved = False
    if body is not None and motivation in MARKS:
        target, moved = as_it_stands(desk, target)
    if body is None:
        if old:
            desk.drop(old)
    elif old is None:
        desk.put(Annotation(wanted, motivation, target, body, desk.now()))
    elif moved or dict(old.body) != dict(body):
        kept = target if moved else old.target
        desk.put(replace(old, target=kept, body=body, modified=desk.now()))


def as_it_stands(desk: Desk, target: Target) -> tuple[Target, bool]:
    """Return a target with the words that a quote has now, and whether they changed since it was marked."""
    written = desk.annotations(target)
    if target.type != "quote" or not any(each.motivation in MARKS for each in written):
        return target, False
    quote = desk.quote(target)
    return target_of(quote), bool(words_before(quote, written))


def tag_names(names: Sequence[str]) -> list[str]:
    """Return names fit for tags, each once."""
    found = {}
    for name in reversed(names):
        levels = (" ".join(level.split()) for level in one_line(name).lstrip("#").split("/"))
        plain = "/".join(level for level in levels if level)
        found[fold(plain)] = plain
    return [name for name in reversed(found.values()) if name]


def made_tags(desk: Desk, names: Sequence[str]) -> list[Tag]:
    """Return the tags of these names; those the codebook has not are made."""
    known = {fold(tag.name): tag for tag in desk.tags().values()}
    found = []
    for name in tag_names(names):
        tag = known.get(fold(name))
        if tag is None:
            tag = known[fold(name)] = Tag(desk.new_id(), name)
            desk.put_tag(tag)
        found.append(tag)
    return found


def codebook_tag(desk: Desk, tag_id: str) -> Tag:
    """Return a tag by its id. Raises ValueError when there is none."""
    tag = desk.tags().get(tag_id)
    if tag is None:
        raise ValueError(f"there is no tag {tag_id}")
    return tag


def find_note(desk: Desk, target: Target, note_id: str) -> Annotation:
    """Return a note on a target. Raises ValueError when it is gone."""
    for annotation in desk.annotations(target):
        if annotation.id == note_id and annotation.motivation == "commenting":
            return annotation
    raise ValueError("there is no such note any more")


def names_of(speaker: Speaker, speakers: Mapping[str, Speaker]) -> tuple[str, ...]:
    """Return all names a speaker goes by, his own first, then aliases and those of speakers merged into him."""
    names = [speaker.name, *speaker.aliases]
    for other in speakers.values():
        if other.merged_into and other.id != speaker.id and final_speaker(other.id, speakers) == speaker:
            names += [other.name, *other.aliases]
    return tuple(distinct(names))


def distinct(names: Iterable[str]) -> list[str]:
    """Return names each once, case and accents aside, as first met."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return list(found.values())


def made_speaker(desk: Desk, name: str) -> str:
    """Return the id of the speaker of this name, made if need be; "" for nobody."""
    if not name:
        return ""
    if known := speaker_named(name, desk.speakers()):
        return known.id
    speaker = Speaker(desk.new_id(), name)
    desk.put_speaker(speaker)
    return speaker.id


def speaker_named(name: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """Return who is called so, merges followed. Whose own name it is comes before whose alias it is."""
    wanted = fold(name)
    own = [each for each in speakers.values() if fold(each.name) == wanted]
    own.sort(key=lambda each: bool(each.merged_into))
    known = own or [each for each in speakers.values() if wanted in {fold(alias) for alias in each.aliases}]
    return final_speaker(known[0].id, speakers) if known else None


def parts_named(text: str, value: str) -> list[list[int]]:
    """Return the parts of a quote in `text` that `value` names."""
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


def things(targets: Sequence[Target]) -> str:
    """Return "1 quote", "3 articles", "2 things"."""
    kinds = {target.type for target in targets}
    noun = kinds.pop() if len(kinds) == 1 else "thing"
    return f"{len(targets)} {noun}{'s' * (len(targets) != 1)}"


def listed(names: Sequence[str]) -> str:
    """Return names with commas between."""
    return ", ".join(names)


def with_article(noun: str) -> str:
    """Return "an event", "a quote"."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
