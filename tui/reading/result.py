"""What reading makes of a source, before anything of it has an id or a place in a briefing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from itertools import groupby

from tui.core.model import CutLines, Kind
from tui.core.records import record


@record(frozen=True, slots=True, kw_only=True)
class QuoteSpan:
    """One stretch of an article's text that somebody is reported to have said.

    `start` and `end` are offsets in code points into the article's text, end exclusive, `text` the
    words there (without the marks). Parts of one quote share `group`. The speaker is
    `speaker_text`, at `speaker_start:speaker_end` (-1 where nobody is named), and `entity` whom that
    stands for; `cue_text` the verb or phrase that gives the words to the speaker, at `cue_start:cue_end` (-1 where a
    label or nothing does). `why` says in a few words how the attribution was made, `confidence` (0 to 1) how
    sure it is; `candidates` are the other entities that were weighed, best first, five at most;
    `chain` names those the words came through, nearest the speaker first; `role` is what the article
    says the speaker is, in its own words. `polarity` is what the cue makes of the words: "" where they are
    asserted, else "denied", "declined", … (`tui.reading.quotes.cues.polarity`). `speakers` are those who say it
    together, () where it is one; `entity` is then all of them, parted by "; ".
    """

    start: int
    end: int
    text: str
    kind: Kind
    group: int
    speaker_text: str = ""
    speaker_start: int = -1
    speaker_end: int = -1
    entity: str = ""
    cue_text: str = ""
    cue_start: int = -1
    cue_end: int = -1
    why: str = ""
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    role: str = ""
    polarity: str = ""
    speakers: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class Remarks:
    """What somebody wrote on a source in another program: tags by name, notes, and the words of highlights.

    `unread` tells of notes or tags that stay with the source: they are as often a database's as a reader's.
    """

    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    unread: bool = False


@record(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """One source, read: a clean article and where each of its fields comes from.

    `kept_lines` are the 0-based numbers of the lines of the cleaned raw text that make up `text`;
    `cut` are the others, with the reason. Dates are EDTF, "" for undated; `event_date` is the day of
    the happening reported. `basis` holds for `headline`, `outlet`, `author`, `published`,
    `event_date` and `language` how each is known (see `tui.core.model`). `stated` is what a source says of its
    place in a briefing: `id`, `event`, `event_name`. `unread` says what of the source is
    not in it that may be missed: a date that is none to us, the mail that one answers.
    """

    text: str
    headline: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    event_date: str = ""
    url: str = ""
    language: str = ""
    kept_lines: tuple[int, ...] = ()
    cut: tuple[CutLines, ...] = ()
    quotes: tuple[QuoteSpan, ...] = ()
    basis: Mapping[str, str] = field(default_factory=dict)
    stated: Mapping[str, str] = field(default_factory=dict)
    remarks: Remarks = Remarks()
    unread: tuple[str, ...] = ()


@record(frozen=True, slots=True)
class UnreadablePage:
    """A page that cannot be read, and why: half a sentence without its name."""

    reason: str


_EITHER = re.compile(r"\s*(0?[1-9]|1[0-2])[/-](0?[1-9]|1[0-2])[/-]((?:19|20)\d\d)\s*")


def no_date(said: str) -> str:
    """Return what is told of a date that is none to us (`ParsedArticle.unread`)."""
    if (found := _EITHER.fullmatch(said)) and found[1] != found[2]:
        first, second, year = f"{found[1]:0>2}", f"{found[2]:0>2}", found[3]
        return f"“{said}”, which may be {year}-{second}-{first} or {year}-{first}-{second}: write which"
    return f"“{said}”, which is no date we know"


def whole_text(text: str) -> ParsedArticle:
    """Return a text that is an article as it stands, with all of its lines and nothing else known of it."""
    return ParsedArticle(text=text, kept_lines=tuple(range(text.count("\n") + 1)))


def cut_lines(reasons: Mapping[int, str]) -> tuple[CutLines, ...]:
    """Return the lines that are left out, from why each is, by its number: those that follow one another together."""
    cuts = []
    for (_, reason), run in groupby(
        enumerate(sorted(reasons)), key=lambda each: (each[1] - each[0], reasons[each[1]])
    ):
        numbers = [number for _, number in run]
        cuts.append(CutLines(numbers[0], numbers[-1], reason))
    return tuple(cuts)
