"""What NewsBank gives out as text: an article a document.

The headline stands above a line with the day and the outlet ("August 14, 2023 | Merle Herald, The (Arn)"), further facts
below it; the number of the record and a copyright end the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import decode
from tui.reading.file_signs import NEWSBANK
from tui.reading.formats.field_day import day_of
from tui.reading.portions import Portion, record

_FACTS = re.compile(
    r"(?:author|byline|section|page|edition|column|source|index terms|dateline)s?(?:/byline)?\s*:"
    r"|\d[\d,]* words\b|openurl link",
    re.IGNORECASE,
)
_END = re.compile(
    r"[•*\s]*(?:record(?: number)?:|citation \(|copyright\b|©|openurl link)|https?://infoweb\.newsbank",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"\b(?:author|byline|author/byline)s?\s*:\s*([^|]+)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(.+), (The|A|An|Le|La|Les|Los|El|Der|Die|Das)$")
_OFFICE = re.compile(
    r",\s*(?:[\w-]+ ){0,3}(?:writer|editor|reporter|correspondent|staff|columnist)\b.*$", re.IGNORECASE
)
_PLACE = re.compile(r"\s*\([^()]*\)\s*$")


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the articles of a file."""
    lines = [line.strip() for line in decode(file.read()).split("\n")]
    heads = [n for n, line in enumerate(lines) if NEWSBANK.match(line)]
    titles = [next((at for at in range(n - 1, -1, -1) if lines[at]), n) for n in heads]
    for number, (at, following) in enumerate(pairwise([*range(len(heads)), len(heads)]), 1):
        end = titles[following] if following < len(heads) else len(lines)
        yield _article(
            lines[titles[at]] if titles[at] < heads[at] else "", lines[heads[at] : end], f"document {number}"
        )


def _article(title: str, lines: Sequence[str], place: str) -> Portion:
    head = NEWSBANK.match(lines[0])
    facts = next((n for n, line in enumerate(lines[1:], 1) if line and not _FACTS.match(line)), len(lines))
    end = next((n for n in range(facts, len(lines)) if _END.match(lines[n])), len(lines))
    author = _AUTHOR.search(" | ".join(filter(None, lines[1:facts])))
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines[facts:end]))
    text = "\n\n".join(filter(None, map(one_line, paragraphs)))
    if head is None or not text:
        return Portion(place, fault="has no text; export it with its full text")
    return record(
        place,
        text=text,
        title=title,
        outlet=_ARTICLE.sub(r"\2 \1", _PLACE.sub("", one_line(head[2]))),
        author=_OFFICE.sub("", one_line(author[1])) if author else "",
        published=day_of(head[1]),
    )
