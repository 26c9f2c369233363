"""What Factiva gives out, as text or as a page: an article a document.

With indexing each part has a code of two letters ("HD" the headline, "PD" the day, "SN" the outlet, "LP" and "TD" the
text); without, the headline stands first, then who wrote it, the number of words, the day, the outlet and its code.
Either ends in "Document" and the number of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decode
from tui.reading.file_signs import FACTIVA_END
from tui.reading.formats.block_text import text_of_element
from tui.reading.formats.field_day import day_of
from tui.reading.page.byline import PREPOSITION
from tui.reading.portions import Portion, paragraphs_of, record

_CODES = "SE HD BY CR WC PD ET SN SC ED PG LA CY VOL LP TD ART CO IN NS RE IPC IPD PUB AN RF CT DLN CLM"
_CODE = re.compile(rf"[ \t]*({'|'.join(_CODES.split())})(?:[ \t]+(.*)|[ \t]*)$")
_WORDS = re.compile(r"[ \t]*[\d,.]+ (?:words|mots|Wörter|palabras|parole|palavras)[ \t]*$", re.I)
_COPYRIGHT = re.compile(r"[ \t]*(?:\(c\)|©|Copyright)", re.I)
_SECTION = 4  # words of the name of a section
_NAME = 100  # characters of a line that is who wrote it
_HEAD = 12  # lines below the number of words in which the text begins


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the articles of a file. Raises `BadSourceError` where there are none."""
    text = decode(file.read())
    if text.lstrip().startswith("<"):
        documents = list(_documents_of_page(text))
    else:
        documents = [part.split("\n") for part in FACTIVA_END.split(text) if len(part.split()) > 20]
    if not documents:
        raise BadSourceError("is of Factiva, but holds no article; export the articles, not the list of them")
    for number, lines in enumerate(documents, 1):
        yield _article(lines, f"document {number}")


def _article(lines: list[str], place: str) -> Portion:
    coded = sum(bool(_CODE.match(line)) for line in lines) >= 4
    fields = _coded(lines) if coded else _plain(lines)
    text = fields.pop("text", "")
    if not text:
        return Portion(place, fault="has no text below its head")
    return record(place, text=text, **fields)


def _coded(lines: list[str]) -> dict[str, str]:
    parts: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        if found := _CODE.match(line):
            code = found[1]
            parts.setdefault(code, []).append(found[2] or "")
        elif code:
            parts[code].append(line)
    said = {code: one_line(" ".join(each)) for code, each in parts.items()}
    return {
        "title": said.get("HD", ""),
        "outlet": said.get("SN", ""),
        "author": PREPOSITION.sub("", said.get("BY", "")),
        "published": day_of(said.get("PD", "")),
        "text": paragraphs_of([*parts.get("LP", ()), "", *parts.get("TD", ())]),
    }


def _plain(lines: list[str]) -> dict[str, str]:
    there = [number for number, line in enumerate(lines) if line.strip()]
    count = next((number for number in there if _WORDS.match(lines[number])), None)
    if count is None:
        return {}
    above = [one_line(lines[number]) for number in there if number < count]
    if len(above) > 1 and _is_section(above):
        del above[0]
    below = [number for number in there if number > count][:_HEAD]
    published, at = next(((day, number) for number in below if (day := day_of(lines[number]))), ("", count))
    rights = next((number for number in below if _COPYRIGHT.match(lines[number])), at + 2)
    named = [one_line(lines[number]) for number in below if at < number < rights]
    outlet = next((name for name in named if not re.match(r"\d\d?:\d\d", name)), "")
    return {
        "title": above[0] if above else "",
        "author": next((PREPOSITION.sub("", line) for line in above[1:] if len(line) < _NAME), ""),
        "published": published,
        "outlet": outlet,
        "text": paragraphs_of(_without_owner(lines[rights + 1 :], lines[rights])),
    }


def _is_section(above: list[str]) -> bool:
    """Tell whether the first line of a document is the section it stood in ("NEWS"), and the headline is below."""
    section, headline = (len(line.split()) for line in above[:2])
    unsigned = not PREPOSITION.match(above[1]) and (len(above) > 2 or above[0].isupper())
    return unsigned and section <= _SECTION < headline + 1


def _without_owner(lines: list[str], rights: str) -> list[str]:
    """Return the lines of a text without the last, where it is just whose the rights are."""
    there = [number for number, line in enumerate(lines) if line.strip()]
    last = one_line(lines[there[-1]]) if there else ""
    return lines[: there[-1]] if last and last.strip(".").casefold() in rights.casefold() else lines


def _documents_of_page(text: str) -> Iterator[list[str]]:
    """Yield the lines of each article of a page, its paragraphs apart."""
    from lxml import html

    def is_article(element: Any) -> bool:
        return any(name == "article" or name.endswith("Article") for name in element.get("class", "").split())

    for article in filter(is_article, html.fromstring(text).iter("div")):
        rows = article.xpath(".//tr")
        if rows:
            yield [line for row in rows for line in _row(row)]
        else:
            headline = article.xpath(".//*[contains(@class, 'Headline') or @id='hd']")
            lines = FACTIVA_END.split(text_of_element(article))[0].split("\n")
            said = one_line(text_of_element(headline[0])) if headline else ""
            yield lines[lines.index(said) :] if said in lines else lines


def _row(row: Any) -> list[str]:
    """Return a row of the table of an article: its code, then what it holds."""
    cells = [text_of_element(cell) for cell in row.xpath("./td|./th")]
    first, rest = (cells[0], cells[1:]) if cells else ("", [])
    return [f"{first.strip()}  ", *"\n\n".join(rest).split("\n")]
