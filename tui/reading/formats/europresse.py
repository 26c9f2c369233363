"""What Europresse gives out, as a page or as text: an article a document, known by its number ("news·20250702·AB·…")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decode
from tui.reading.file_signs import EUROPRESSE_ID
from tui.reading.formats.block_text import line_of, text_of_element
from tui.reading.formats.field_day import day_of
from tui.reading.portions import Portion, paragraphs_of, record

_RIGHTS = re.compile(
    r"^\s*(?:(?:\(c\)|©).*|Tous droits réservés.*|Le présent article est protégé.*|Certificat émis.*"
    r"|Ce document est réservé.*|Aussi paru dans.*|Note\(s\) :.*|Illustration\(s\) :.*|Cet article est paru dans.*)$",
    re.I,
)
# The first is the title alone; the last holds who wrote it as well, where the others are not there.
_TITLES = ("titreArticleVisu", "rdp__articletitle", "titreArticle")
_BODIES = ("docOcurrContainer", "DocText", "rdp__articlecontent")
_EDGE = re.compile(r"\s+[-–,(]\s*|,\s*(?:no\b|n°|nº)|\s{3,}|\n")


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the documents of a file. Raises `BadSourceError` where there are none."""
    text = decode(file.read())
    found = list(_of_page(text) if text.lstrip().startswith("<") else _of_text(text))
    if not found:
        raise BadSourceError("is of Europresse, but holds no article; export the documents with their text")
    for number, fields in enumerate(found, 1):
        place = f"document {number}"
        yield record(place, **fields) if fields["text"] else Portion(place, fault="has no text")


def _of_page(text: str) -> Iterator[dict[str, str]]:
    from lxml import html

    tree = html.fromstring(text)
    for article in tree.xpath("//article") or tree.xpath("//body"):
        name = _first(article, "DocPublicationName")
        title = next(filter(None, (_first(article, name) for name in _TITLES)), "")
        body = next((found for name in _BODIES if (found := _element(article, name)) is not None), None)
        number = _first(article, "publiC-lblNodoc") or one_line(" ".join(article.itertext()))
        stamp = EUROPRESSE_ID.search(number)
        if body is None and not title:
            continue
        yield {
            "title": title,
            "outlet": one_line(_EDGE.split(name)[0]),
            "author": _first(article, "docAuthors") or _author(article),
            "published": day_of(stamp[1] if stamp else "") or _day(_first(article, "DocHeader")),
            "text": text_of_element(body) if body is not None else "",
        }


def _author(article: Any) -> str:
    """Return who wrote it, which has no element of its own but stands in bold or italics below the title."""
    found = _first(article, "sm-margin-bottomNews")
    return found if 0 < len(found) < 120 else ""


def _of_text(text: str) -> Iterator[dict[str, str]]:
    last = 0
    for stamp in EUROPRESSE_ID.finditer(text):
        part = text[last : stamp.start()]
        last = stamp.end()
        lines = [line for line in part.split("\n") if not _RIGHTS.match(line)]
        there = [number for number, line in enumerate(lines) if line.strip()]
        if len(part.split()) < 15 or len(there) < 3:
            continue
        at = next((number for number in there[:6] if _day(lines[number])), there[0])
        head = [number for number in there if number > at]
        names = [number for number in there if number < at] or [at]
        # A name below the headline is short and has no stop; the text does.
        title, rest = head[0], head[1:]
        signed = (
            len(rest) > 1 and len(lines[rest[0]].split()) <= 6 and not lines[rest[0]].rstrip().endswith(".")
        )
        begin = rest[1] if signed else (rest[0] if rest else title)
        yield {
            "title": one_line(lines[title]),
            "outlet": one_line(_EDGE.split(lines[names[0]].strip())[0]),
            "author": one_line(lines[rest[0]]) if signed else "",
            "published": day_of(stamp[1]),
            "text": paragraphs_of(lines[begin:]),
        }


def _day(line: str) -> str:
    day = day_of(line)
    return "" if day.startswith("XXXX") else day


def _element(article: Any, name: str) -> Any:
    return next(iter(article.xpath(f".//*[contains(@class,'{name}')]")), None)


def _first(article: Any, name: str) -> str:
    return line_of(_element(article, name))
