"""What Nexis and Nexis Uni give out, as text: an article a document, without what they put around it.

Documents are parted by "2 of 9 DOCUMENTS" or "End of Document". Above the text stand the outlet, the day and the
headline, in one order or the other, and labels ("BYLINE:", "Length:"); below it others. LOAD-DATE is when Nexis took
the document in, and no day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tui.core.text import one_line
from tui.reading.dates.day_names import written
from tui.reading.encoding import decode
from tui.reading.portions import Portion, record

_NUMBERED = re.compile(
    r"^[ \t]*(?:\d+ of \d+ DOCUMENTS?|Document \d+ de \d+|Dokument \d+ von \d+)[ \t]*$", re.I | re.M
)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.I | re.M)
_LABELS = (
    "byline section length dateline highlight load-date language publication-type subject geographic person company"
    " organization industry ticker state country city journal-code acc-no headline series type document-type notes url graphic"
    " copyright correction correction-date update rubrik länge autor sprache longueur auteur langue title source body"
)
_LABEL = re.compile(rf"[ \t]*({'|'.join(_LABELS.split())}):(?:[ \t]+(.*)|[ \t]*)$", re.I)
_BELOW = re.compile(
    r"[ \t]*(?:(?:LOAD-DATE|LANGUAGE|PUBLICATION-TYPE|SUBJECT|GRAPHIC|UPDATE|SPRACHE|LANGUE|DOCUMENT-TYPE|JOURNAL-CODE):"
    r"|(?:Classification|Graphic|Notes)[ \t]*$|Copyright (?:©|\(c\)|\d{4})|©)",
    re.I,
)
_BODY = re.compile(r"[ \t]*Body[ \t]*$")
_RIGHTS = re.compile(r"[ \t]*(?:Copyright\b|©|All Rights Reserved|Page \d+ of \d+)", re.I)
_BY = re.compile(r"^(?:by|von|par)\s+", re.I)
_AUTHORS = ("byline", "autor", "auteur")
_LONGEST = 90  # characters of a line that is the day of a document
_AUTHOR = 200


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the documents of a file."""
    yield from documents(decode(file.read()))


def documents(text: str) -> Iterator[Portion]:
    """Yield the documents in a text; one that cannot be taken apart is told by its number."""
    parts = re.split(_NUMBERED if _NUMBERED.search(text) else _END, text)
    numbered = [part for part in parts if _is_document(part)]
    for number, part in enumerate(numbered, 1):
        yield _document(part.split("\n"), f"document {number}")


def _is_document(part: str) -> bool:
    """Tell a document from the cover before the first and the blanks after the last."""
    return len(part.split()) > 20 and any(map(_LABEL.match, part.split("\n")))


def _document(lines: list[str], place: str) -> Portion:
    first, last, labels = _bounds(lines)
    text = _paragraphs(lines[first:last])
    if not text:
        return Portion(place, fault="has no text below its head")
    head = [line for line in lines[: labels[0] if labels else first] if not _RIGHTS.match(line)]
    title, outlet, published = _head(head)
    said = _labelled(lines[:first] + lines[last:])
    author = next((said[name] for name in _AUTHORS if said.get(name)), "")
    return record(
        place,
        text=text,
        title=said.get("headline", "") or title,
        outlet=outlet,
        author=_BY.sub("", author)[:_AUTHOR],
        published=published,
        url=said.get("url", ""),
        also={name: value for name, value in said.items() if name not in ("byline", "url", "headline")},
    )


def _bounds(lines: list[str]) -> tuple[int, int, list[int]]:
    """Return the first line of the text and the one after its last, and the lines above it that are labels."""
    begin = next((number + 1 for number, line in enumerate(lines) if _BODY.match(line)), 0)
    labels: list[int] = []
    if begin:
        labels = [number for number in range(begin) if _LABEL.match(lines[number])]
        begin = begin
    else:
        begin, labels = _below_labels(lines)
    end = next((n for n in range(begin, len(lines)) if _BELOW.match(lines[n])), len(lines))
    return begin, end, labels


def _below_labels(lines: list[str]) -> tuple[int, list[int]]:
    """Return the line below the labels above the text, each of which may run on until a blank line, and these."""
    labels: list[int] = []
    number, below = 0, 0
    while number < len(lines):
        line = lines[number]
        if _BELOW.match(line) and labels:
            break
        if (found := _LABEL.match(line)) and not _BELOW.match(line):
            labels.append(number)
            number += 1
            short = found[1].lower() in ("length", "länge", "longueur", "section")
            runs_on = not short and len(line) > 60
            while runs_on and number < len(lines) and lines[number].strip() and not _LABEL.match(lines[number]):
                number += 1
            below = number
        elif line.strip() and labels:
            break
        else:
            number += 1
    return below, labels


def _head(lines: list[str]) -> tuple[str, str, str]:
    """Return headline, outlet and day of what stands above the labels, "" for what is not there."""
    day_at, day = next(
        ((number, day) for number, line in enumerate(lines) if (day := _day(line))), (len(lines), "")
    )
    above = [(number, line) for number, line in enumerate(lines[:day_at]) if line.strip()]
    below = [one_line(line) for line in lines[day_at + 1 :] if line.strip()]
    if not above:
        return (below[0] if below else ""), "", day
    outlet_at, outlet = above[-1]
    title = [one_line(line) for _, line in above[:-1]]
    if not title:  # the older form: outlet, day, headline; an edition may stand between
        start = day_at + 1
        while start < len(lines) and not lines[start].strip():
            start += 1
        block = []
        while start < len(lines) and lines[start].strip():
            block.append(lines[start])
            start += 1
        rest = [line for line in lines[start:] if line.strip()]
        if rest and re.search(r"\bedition\b", " ".join(block), re.I):
            block = rest
        return one_line(" ".join(block)), one_line(outlet), day
    # The newer: headline, outlet, day. It may run over several lines, if they stand together.
    number = above[-2][0]
    run = [lines[number]]
    while number and outlet_at - number < 4 and lines[number - 1].strip() and above[-2][0] == outlet_at - 1:
        number -= 1
        run.insert(0, lines[number])
    return one_line(" ".join(run)), one_line(outlet), day


def _day(line: str) -> str:
    if len(line.strip()) > _LONGEST:
        return ""
    found = next(written(line), None)
    return found.edtf if found and not found.other and not found.edtf.startswith("XXXX") else ""


def _labelled(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    last = ""
    for line in lines:
        if label := _LABEL.match(line):
            last = label[1].lower()
            found.setdefault(last, one_line(label[2] or ""))
        elif not line.strip():
            last = ""
        elif last and line[:1] != " " and not _BODY.match(line) and not _BELOW.match(line):
            found[last] = f"{found[last]} {one_line(line)}".strip()
    return found


def _paragraphs(lines: list[str]) -> str:
    """Return a text that may be broken at a width, a paragraph a block where blank lines part these."""
    text = "\n".join(line.strip() for line in lines if not _RIGHTS.match(line)).strip()
    if "\n\n" not in text:
        return "\n\n".join(filter(None, map(one_line, text.split("\n"))))
    return "\n\n".join(filter(None, map(one_line, re.split(r"\n\s*\n", text))))
