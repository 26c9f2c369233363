"""What a file of another program says, before anything of it has a place in a briefing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from tui.core.edtf import is_date
from tui.core.model import Kind, Selector
from tui.core.text import one_line
from tui.core.typography import OPENING_MARKS

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?")
_OPENING = OPENING_MARKS + "「『"


class AnnotationFileError(Exception):
    """A file cannot be taken in; the message is half a sentence without the file's name."""


@dataclass(frozen=True, slots=True)
class CodeDefinition:
    """A tag: its name with its levels (``topic/ceasefire``), a colour as ``#rrggbb``, and a sign of one letter."""

    name: str
    description: str = ""
    color: str = ""
    sign: str = ""


class ImportedTag(NamedTuple):
    """A tag somebody gave: its name, when (ISO 8601 or "") and by whom."""

    name: str
    created: str = ""
    creator: str = ""


@dataclass(frozen=True, slots=True)
class ImportedNote:
    """A note: Markdown, when it was written (ISO 8601 or "") and by whom."""

    text: str
    created: str = ""
    creator: str = ""


class ImportedDeed(NamedTuple):
    """A star, a status, a correction, a tag or a link, as `Annotation` has it, but with names of tags and speakers."""

    motivation: Literal["bookmarking", "assessing", "editing", "tagging", "linking"]
    body: Mapping[str, str]
    created: str = ""
    creator: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedMarks:
    """What was written on one thing: tags, notes, a star.

    `assessed` is its status and what goes with it, `fields` what was corrected, both as (name, value). `creator` and
    `created` tell by whom and when, of what does not tell it for itself. `deeds` are what our own files tell more of;
    `read_speaker` whom the article gave words to that are gone from it.
    """

    tags: tuple[ImportedTag, ...] = ()
    notes: tuple[ImportedNote, ...] = ()
    starred: bool = False
    assessed: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    creator: str = ""
    created: str = ""
    deeds: tuple[ImportedDeed, ...] = ()
    read_speaker: str = ""

    @property
    def counted(self) -> Counter[str]:
        """How much of each kind it is."""
        return Counter({"tagging": len(self.tags), "note": len(self.notes), "star": int(self.starred)})

    def __bool__(self) -> bool:
        return bool(self.tags or self.notes or self.starred or self.assessed or self.fields or self.deeds)


@dataclass(frozen=True, slots=True)
class ImportedQuote:
    """Marked words of a text: (start, end) of its parts in code points, end exclusive, in order.

    `id` is what the file calls them, `creator` who marked them, and `created` when. `reading` is how a reading found
    them, where the file tells: fields of `tui.reading.result.QuoteSpan`; `own`: the reader made it a quote.
    """

    parts: tuple[tuple[int, int], ...]
    speakers: tuple[str, ...] = ()
    kind: Kind = "direct"
    mark: ImportedMarks = field(default_factory=ImportedMarks)
    id: str = ""
    creator: str = ""
    created: str = ""
    reading: Mapping[str, Any] = field(default_factory=dict)
    own: bool = False


@dataclass(frozen=True, slots=True)
class MissingQuote:
    """Words that a text once had, from `start` to `end` as far as is known, and what is on them."""

    words: str
    start: int
    end: int
    speakers: tuple[str, ...] = ()
    mark: ImportedMarks = field(default_factory=ImportedMarks)
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with what is known of it; all of it cleaned, dates in EDTF.

    `basis` says how each field is known, None where the file does not tell: then all is stated.
    """

    text: str
    headline: str
    origin: str
    outlet: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    event: str = ""
    event_date: str = ""
    passages: tuple[ImportedQuote, ...] = ()
    mark: ImportedMarks = field(default_factory=ImportedMarks)
    gone: tuple[MissingQuote, ...] = ()
    basis: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReference:
    """A mark on words of a text that is not in the file, or without `selectors` on the text as a whole.

    The text is that of the article with one of `ids`, at `url`, or with its headline or the name of its file as `title`.
    """

    selectors: tuple[Selector, ...]
    ids: tuple[str, ...] = ()
    url: str = ""
    title: str = ""
    speakers: tuple[str, ...] = ()
    kind: Kind | Literal[""] = ""
    mark: ImportedMarks = field(default_factory=ImportedMarks)
    quote: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerInfo:
    """What is known of a speaker."""

    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""
    side: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportedLink:
    """What one passage is to another: the file's ids of both, and a `Relation`."""

    id: str
    relation: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationFile:
    """All a file says. `events` are marks by an event's name; `left` says what was passed over, a line each.

    `held` counts the taggings, notes and stars that the file holds, those too that were passed over.
    """

    codes: tuple[CodeDefinition, ...] = ()
    texts: tuple[Document, ...] = ()
    pointers: tuple[TextReference, ...] = ()
    events: tuple[tuple[str, ImportedMarks], ...] = ()
    people: tuple[SpeakerInfo, ...] = ()
    ties: tuple[ImportedLink, ...] = ()
    left: tuple[str, ...] = ()
    held: Counter[str] = field(default_factory=Counter)


def written_on(found: Iterable[TextReference]) -> Counter[str]:
    """Return how many taggings, notes and stars stand on these places."""
    return sum((each.mark.counted for each in found), Counter[str]())


def speaker_name(text: str) -> str:
    """Return a speaker's name fit for us: where we name several they are parted by semicolons."""
    return one_line(text).replace(";", ",")


def kind_at(text: str, start: int) -> Kind:
    """Return the kind of speech as far as the text shows it: what stands in quotation marks was said so."""
    before = text[max(0, start - 2) : start].rstrip()
    return "direct" if before[-1:] and before[-1] in _OPENING else "indirect"


def in_order(parts: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return parts in the order of the text; those that overlap are one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(parts):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def moment(stamp: str) -> str:
    """Return an ISO 8601 time, of UTC where it does not say; "" for what is none. Notes are in order by it."""
    found = _MOMENT.fullmatch(stamp)
    if not found or not is_date(stamp[:10]):
        return ""
    return stamp if found[2] else f"{stamp}Z"
