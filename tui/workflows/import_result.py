"""What is told of an import before it, while it runs, and after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.core.text import one_line, pluralize
from tui.reading.sources import Failure

_PART = re.compile(r", [a-z]+ \d+$")  # "feed.xml, entry 3": behind the name of what holds it
_KINDS = 6  # of the files that are left out, that are named
_SHOWN = 3  # sources in which something is not known, that are named


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the reader says of all sources of an import; "" where nothing is said.

    `date` is when they were published, in EDTF; `event` an event's id, or its name, or a new name.
    """

    outlet: str = ""
    date: str = ""
    event: str = ""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: `done` of `total` sources, the last one's name, and what failed just now.

    `doing` is what goes on before they are read or after it, and how far that is.
    """

    done: int
    total: int
    origin: str = ""
    failure: Failure | None = None
    doing: str = ""


@dataclass(slots=True, kw_only=True)
class ImportResult:
    """What an import did.

    `new` and `known` are (origin, article id) of what was stored and of what was there already, `deleted` of
    what the reader deleted here, and `restored` of what was of that and is there again;
    `changed` of what became a new version of an article that was there; `events` are the ids of new
    events. `ignored` counts the files of folders that are no pages, by the end of their names.
    `feeds` are the addresses of feeds newly subscribed to. `stopped` says why the rest was not tried,
    "" where all was. `moved` counts the marked quotes of what changed whose words are to be confirmed,
    `lost` those whose words are gone. `surnames` are those that were taken for a full name of other articles, with
    that name. Of what is new `unnamed` counts the articles whose outlet, and `undated` those whose day is not known.
    `remarks` counts the articles that came with notes or tags of another program, which are left out,
    `remarked` those whose notes, tags and highlights were taken in. `left` names what of a source was left out though
    nothing went wrong: a chat's pictures, the mail that one answers, a date that is none, notes that have no place here.
    `moved_on` tells whether the one article that is new was moved to
    another event when all were grouped anew; `carried` says what the reader wrote on events that went with
    that, and where it is now, a sentence each.
    """

    new: list[tuple[str, str]] = field(default_factory=list)
    known: list[tuple[str, str]] = field(default_factory=list)
    deleted: list[tuple[str, str]] = field(default_factory=list)
    restored: list[tuple[str, str]] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    stopped: str = ""
    feeds: list[str] = field(default_factory=list)
    moved: int = 0
    lost: int = 0
    surnames: dict[str, str] = field(default_factory=dict)
    unnamed: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    remarks: int = 0
    remarked: int = 0
    left: list[Failure] = field(default_factory=list)
    moved_on: bool = False
    carried: list[str] = field(default_factory=list)

    @property
    def gathered(self) -> list[Failure]:
        """What failed, that of one file for one reason as one, in the place of the first, with how many there are."""
        return _gathered(self.failed)

    @property
    def left_out(self) -> list[str]:
        """What was left out of sources, as `gathered`, a line each."""
        return [one_line(f"left out of {each}") for each in _gathered(self.left)]

    @property
    def unknown(self) -> list[str]:
        """What is not known of new articles, in words."""
        counts = (self.unnamed, "without an outlet"), (self.undated, "without a day")
        return [f"{len(those)} {what}" for those, what in counts if those]

    @property
    def unknown_where(self) -> list[str]:
        """As `unknown`, with the first of the sources in which it is not known, without their folders."""
        where = (those for those in (self.unnamed, self.undated) if those)
        return [f"{what} ({_names(those)})" for what, those in zip(self.unknown, where, strict=True)]

    @property
    def passed_over(self) -> list[str]:
        """What was left out without having failed, in words."""
        kinds = sorted(map(one_line, self.ignored))
        more = ", …" if len(kinds) > _KINDS else ""
        number = pluralize(self.ignored.total(), "other file")
        files = [f"{number} left out ({', '.join(kinds[:_KINDS])}{more})"] if kinds else []
        records = pluralize(self.remarks, "record")
        return files + ([f"notes and tags of {records} left out"] if self.remarks else [])


def container(failure: Failure) -> str:
    """Return the name of the file whose entry, line or message could not be read, "" for what is no part of one."""
    part = _PART.search(failure.origin)
    return failure.origin[: part.start()] if part else ""


def _gathered(failures: Sequence[Failure]) -> list[Failure]:
    alike = Counter((container(each), each.reason) for each in failures)
    found: dict[tuple[str, str], Failure] = {}
    for number, each in enumerate(failures):
        within = container(each)
        more = alike[within, each.reason] - 1
        origin = f"{each.origin} and {more} more" if within and more else each.origin
        found.setdefault((within or str(number), each.reason), Failure(origin, each.reason))
    return list(found.values())


def _names(origins: Sequence[str]) -> str:
    names = [one_line(each.rstrip("/").rpartition("/")[2]) for each in origins]
    return ", ".join(names[:_SHOWN]) + ", …" * (len(names) > _SHOWN)


def publication_date(value: str) -> str:
    """Return a day as a reader writes it, in EDTF; "" where it is none, or words without a year (`written_day`)."""
    from tui.workflows.field_correction import written_day

    try:
        return written_day(value)
    except ValueError:
        return ""
