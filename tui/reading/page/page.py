"""Plain text of a scraped page becomes a clean article.

The lines are told apart (`lines`), what is said twice is folded (`repeats`), and the headline, the
outlet, the author and the dates are looked for where a page names them. Every field carries how it
is known; every line that is left out, why.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tui.core.model import STATED
from tui.core.text import clean
from tui.reading.dates.datelines import dateline_day
from tui.reading.dates.event_date import event_date as day_of_event
from tui.reading.dates.publication_stamps import Stamp, stamps
from tui.reading.language import language_of
from tui.reading.page import (
    boilerplate,
    byline,
    headline,
    line_breaks,
    line_classifier,
    outlet_name,
    repeats,
    standfirst,
    turns,
)
from tui.reading.page.letterhead import written
from tui.reading.result import ParsedArticle, cut_lines

_STOP = re.compile(r"[.!?…。！？:;][\"'”’»)\]*_]*$")
_FLASH = 8  # lines with words of a page that is no more than a headline, a day and some sentences
_BULLET = re.compile(r"^[*•+o▪‣·-]\s+")


def _joins(above: str, below: str) -> bool:
    """Tell whether `below` carries on the paragraph `above` was broken off from."""
    if _BULLET.match(below):
        return False
    if not _STOP.search(above):
        return not above.isupper() or below.isupper() or not below[0].isupper()  # "2. THE BANK" is a heading
    return below[0].islower() or below[0] in ",.;)"


def _paragraphs(all_lines: Sequence[str], kept: Sequence[int]) -> str:
    parts: list[str] = []
    last = -2
    for number in kept:
        line = " ".join(all_lines[number].split())
        if parts and number == last + 1 and _joins(parts[-1], line):
            parts[-1] += ("" if line[0] in ",.;:)!?" else " ") + line
        else:
            parts.append(line)
        last = number
    return "\n\n".join(parts)


def _appeals(all_lines: Sequence[str], kept: Sequence[int]) -> set[int]:
    """Return the kept lines of appeals that open with an address to the reader and go on speaking to them."""
    found: set[int] = set()
    inside = False
    for number in kept:
        line = all_lines[number].strip()
        if boilerplate.APPEAL_OPENS.match(line) and not line.startswith(("“", '"')):
            inside = True
        elif inside and len(line) > 60 and not boilerplate.PERSONAL.search(line):
            inside = False
        if inside:
            found.add(number)
    return found


def _notes(all_lines: Sequence[str], kept: Sequence[int]) -> set[int]:
    """Return the kept lines of a block that opens as a legal note and runs on without a blank line."""
    kept_set = set(kept)
    found: set[int] = set()
    for start in range(kept[0], len(all_lines)):
        title = all_lines[start].strip()
        if not title.endswith(":") or len(title) >= 40 or boilerplate.reason(title) != "legal":
            continue
        for number in range(start + 1, len(all_lines)):
            if not all_lines[number].strip():
                break
            if number in kept_set:
                found.add(number)
    return found


def _body(all_lines: Sequence[str], kept: Sequence[int]) -> tuple[list[int], dict[int, str]]:
    """Return what is left of `kept` without lines that are furniture by their own word, and those with a reason."""
    reasons = {number: why for number in kept if (why := boilerplate.outright(all_lines[number].strip()))}
    for number in _appeals(all_lines, kept):
        reasons[number] = "appeal"
    for number in _notes(all_lines, kept):
        reasons[number] = "legal"
    return [number for number in kept if number not in reasons], reasons


def _flash(all_lines: Sequence[str], begins: int) -> list[int]:
    """Return the lines of a report of few sentences: all that stands below a headline, its day, and whose it is.

    Where fields above line `begins` say that, for 0 none do, it is all that stands below them.
    """
    written = [number for number, line in enumerate(all_lines) if line.strip()]
    below = [number for number in written if number >= begins] if begins else written[2:]
    said = [number for number in below if line_classifier.is_said(all_lines[number])]
    if not said or len(written) > _FLASH or written[-len(said) :] != said:
        return []
    if begins:
        return said
    top, between = written[0], range(written[0] + 1, said[0])
    language = language_of(" ".join(all_lines[number] for number in said))
    dated = any(each.line in between for each in stamps(all_lines, top, said, language))
    owned = outlet_name.outlet(all_lines, said, top)[0] or byline.author(all_lines, between)[0]
    return said if dated and (owned or outlet_name.masthead(all_lines, said[0])) else []


def _published(found: Sequence[Stamp], dateline: str) -> tuple[str, str]:
    """Return the day a page was published, and how it is known, by its stamps or else its dateline."""
    own = next((each for each in found if each.cue != "place"), None)
    if own and not own.updated:
        return own.day, STATED
    if day := next((each.day for each in found if each.cue == "place"), dateline):
        return day, "inferred from the dateline"
    return (own.day, "inferred from the day of its last change") if own else ("", "")


def read_page(raw: str, *, recurring: Collection[str] = (), begins: int = 0) -> ParsedArticle:
    """Read the plain text of a scraped page.

    `recurring` are lines known to stand on many pages of the same outlet. Above line `begins` (0-based, 0 where
    nothing does) fields state what the page is. A page that is only furniture gives an empty `text`.
    """
    raw_lines = clean(raw).split("\n")
    runs = line_breaks.unwrapped(raw_lines)
    all_lines = line_breaks.rejoined(raw_lines, runs)
    reasons: dict[int, str] = {}
    kept = turns.with_turns(all_lines, line_classifier.body_lines(all_lines, recurring))
    kept = kept or _flash(all_lines, sum(run[0] < begins for run in runs))
    if kept:
        kept, reasons = _body(all_lines, kept)
    title, title_line = headline.find(all_lines, kept)
    for number in repeats.second_copies(all_lines, kept):
        reasons[number] = "repeat"
    kept = [number for number in kept if number not in reasons and number > title_line]
    text = _paragraphs(all_lines, kept)
    last = kept[-1] if kept else len(all_lines) - 1
    language = language_of(text)
    head = outlet_name.head(all_lines, title_line)
    office = any(outlet_name.is_office(all_lines[number].split()) for number in head)
    yearless = dateline_day(text, language, yearless=True)
    found = stamps(all_lines, title_line, kept, language, head=head, office=office, dateline=yearless)
    published, how = _published(found, dateline_day(text, language))
    for stamp in found:
        reasons.setdefault(stamp.line, "stamp")
    top = range(max(0, title_line - 3), max(0, title_line))
    below = range(last + 1, min(len(all_lines), last + 7))
    author, author_line = byline.author(
        all_lines, [*range(title_line + 1, standfirst.text_begins(all_lines, kept)), *below, *top]
    )
    if author:
        reasons.setdefault(author_line, "byline")
    outlet, outlet_basis = outlet_name.outlet(all_lines, kept, title_line)
    paper, rest = headline.parted(title)
    if paper and outlet in ("", paper):
        outlet, outlet_basis, title = paper, outlet_basis or "inferred from the headline", rest
    if title.isupper() and written(title) == outlet:
        title = ""  # a letterhead, and no headline below it
    if title:
        reasons[title_line] = "headline"
    author = ", ".join(each for each in author.split(", ") if each != outlet)
    event_date, event_basis = day_of_event(text, published)
    known = {
        "headline": (title, "inferred from its place above the body"),
        "published": (published, how),
        "outlet": (outlet, outlet_basis),
        "author": (author, STATED),
        "event_date": (event_date, event_basis),
    }
    kept_set = set(kept)
    for number, line in enumerate(all_lines):
        if number not in kept_set and number not in reasons and line.strip():
            reasons[number] = boilerplate.reason(line)
    return ParsedArticle(
        text=text,
        headline=title,
        outlet=outlet,
        author=author,
        published=published,
        event_date=event_date,
        kept_lines=tuple(n for number in kept for n in runs[number]),
        cut=cut_lines({n: why for number, why in reasons.items() for n in runs[number]}),
        basis={name: why for name, (value, why) in known.items() if value},
    )
