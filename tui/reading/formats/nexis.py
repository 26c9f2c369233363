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
from tui.reading.portions import Portion, paragraphs_of, record

_NUMBERED = re.compile(
    r"^[ \t]*(?:\d+ of \d+ DOCUMENTS?|Document \d+ de \d+|Dokument \d+ von \d+)[ \t]*$", re.I | re.M
)
_END = re.compile(r"^[ \t]*End of Document[ \t]*$", re.I | re.M)
_LABELS = (
    "byline section length dateline highlight load-date language publication-type subject geographic person company"
    " organization industry ticker state country city journal-code acc-no headline series document-type notes url graphic"
    " copyright correction correction-date update"
    " guests guest anchors anchor reporters reporter hosts host transcript show program lead-in distribution"
    " rubrik länge autor sprache longueur auteur langue body"
)
_LABEL = re.compile(rf"[ \t]*({'|'.join(_LABELS.split())}):(?:[ \t]+(.*)|[ \t]*)$", re.I)
_BELOW = re.compile(
    r"[ \t]*(?:(?:LOAD-DATE|DATE DE CHARGEMENT|FECHA DE CARGA|LANGUAGE|PUBLICATION-TYPE|SUBJECT|GRAPHIC|UPDATE|SPRACHE"
    r"|LANGUE|DOCUMENT-TYPE|JOURNAL-CODE):"
    r"|(?:Classification|Graphic|Notes)[ \t]*$|Copyright (?:©|\(c\)|\d{4})|©)",
    re.I,
)
_LENGTH = re.compile(r"^[ \t]*(?:Length|Länge|Longueur):[ \t]*\d", re.I | re.M)
_AGAIN = "export them again"
_BODY = re.compile(r"[ \t]*(?:Body|BODY:|Corps|Cuerpo|Textkörper)[ \t]*$")
_RIGHTS = re.compile(r"[ \t]*(?:Copyright\b|©|All Rights Reserved|Page \d+ of \d+)", re.I)
_BY = re.compile(r"^(?:by|von|par)\s+", re.I)
_AUTHORS = ("byline", "autor", "auteur")
_LONGEST = 90  # characters of a line that is the day of a document
_AUTHOR = 200
_TITLE_LINES = 4
_INDENT = 15  # characters before a day that are no more than its weekday


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the documents of a file."""
    yield from documents(decode(file.read()))


def documents(text: str) -> Iterator[Portion]:
    """Yield the documents in a text; one that cannot be taken apart is told by its number."""
    text = text.replace("\xa0", " ")  # what Nexis Uni writes behind its labels
    parts = re.split(_NUMBERED if _NUMBERED.search(text) else _END, text)
    numbered = [part for part in parts if _is_document(part)]
    for number, part in enumerate(numbered, 1):
        yield _document(part.split("\n"), f"document {number}")
        if (more := len(_LENGTH.findall(part)) - 1) > 0:
            yield Portion(
                f"after document {number}", fault=f"{more} more run on without “End of Document”; {_AGAIN}"
            )


def _is_document(part: str) -> bool:
    """Tell a document from the cover before the first and the blanks after the last."""
    return len(part.split()) > 20 and any(map(_LABEL.match, part.split("\n")))


def _document(lines: list[str], place: str) -> Portion:
    first, last, labels = _bounds(lines)
    text = paragraphs_of(line for line in lines[first:last] if not _RIGHTS.match(line))
    if not text:
        return Portion(place, fault="has no text below its head")
    newer = any(map(_BODY.match, lines[:first]))
    above = lines[:first] if newer else lines[: labels[0] if labels else first]
    head = [line for line in above if not _RIGHTS.match(line) and not _LABEL.match(line)]
    title, outlet, published = _newer_head(head) if newer else _head(head)
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
            while (
                runs_on and number < len(lines) and lines[number].strip() and not _LABEL.match(lines[number])
            ):
                number += 1
            below = number
        elif line.strip() and labels:
            break
        else:
            number += 1
    return below, labels


def _newer_head(lines: list[str]) -> tuple[str, str, str]:
    """Return headline, outlet and day, which stand in this order, below a cover that may name other days."""
    days = [number for number, line in enumerate(lines) if _day(line)]
    if not days:
        return _head(lines)
    above = [number for number in range(days[-1]) if lines[number].strip()]
    if len(above) < 2:
        return _head(lines)
    outlet_at, first = above[-1], above[-2]
    # A headline may run over several lines, if they stand together with the outlet.
    if first == outlet_at - 1:
        while first and outlet_at - first < _TITLE_LINES and lines[first - 1].strip():
            first -= 1
    title = one_line(" ".join(lines[first : above[-2] + 1]))
    return title, one_line(lines[above[-1]]), _day(lines[days[-1]])


def _head(lines: list[str]) -> tuple[str, str, str]:
    """Return headline, outlet and day of what stands above the labels, "" for what is not there.

    The older form has the outlet first, then the day, maybe an edition, then the headline.
    """
    day_at = next((number for number, line in enumerate(lines) if _day(line)), len(lines))
    day = _day(lines[day_at]) if day_at < len(lines) else ""
    above = [one_line(line) for line in lines[:day_at] if line.strip()]
    if len(above) > 1:
        return " ".join(above[:-1]), above[-1], day
    blocks = re.split(r"\n\s*\n", "\n".join(line.strip() for line in lines[day_at + 1 :]).strip())
    if len(blocks) > 1 and re.search(r"\bedition\b", blocks[0], re.I):
        del blocks[0]
    first = blocks[0].split("\n")
    if len(first) > 1 and re.search(r"\bedition\b", first[0], re.I):
        del first[0]
    return one_line(" ".join(first)), above[0] if above else "", day


def _day(line: str) -> str:
    if len(line.strip()) > _LONGEST:
        return ""
    found = next(written(line.strip()), None)
    if not found or found.other or found.edtf.startswith("XXXX") or found.start > _INDENT:
        return ""
    return found.edtf


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
