"""What ProQuest gives out as text: an article a document.

The headline stands first, then lines that begin with what they are ("Author:", "Publication title:"); "Full text:" goes
on over many, up to the next such line. A row of low lines parts the documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decode
from tui.reading.formats.field_day import day_of
from tui.reading.portions import Portion, paragraphs_of, record

_RULE = re.compile(r"^[ \t]*_{10,}[ \t]*$", re.M)
_COUNT = re.compile(r"^[ \t]*(?:Document|Documento|Dokument) \d+ (?:of|sur|de|von) \d+[ \t]*$", re.I)
_LABELS = (
    "title|alternate title|author|author affiliation|publication info|publication title|publication year|publication date"
    "|publication subject|abstract|links|full text|subject|business indexing term|location|people|company / organization"
    "|company|classification|identifier / keyword|document feature|pages|page|column|section|publisher"
    "|place of publication|country of publication|dateline|credit|volume|issue|first page|number of pages|issn|e-issn|isbn"
    "|source type|language of publication|document type|proquest document id|document url|accession number|copyright"
    "|last updated|database|word count|doi|journal subject|correspondence author|publication frequency|edition"
)
_LABEL = re.compile(rf"^[ \t]*({_LABELS}):[ \t]*(.*)$", re.I)
_LINK = re.compile(r"^[ \t]*(?:proquest document link|enlarge this image\.?|full text|preview)[ \t]*$", re.I)
# "Arn Courier; Senn", "Arn Courier ; Senn [Senn]. 03 July 2025: A.3."
_PLACE = re.compile(r"\s*[;\[].*$", re.S)
_DAY = re.compile(r"\.\s*(\d{1,2} [^\W\d_]+ (?:19|20)\d\d)\b")
_LANGUAGES = {
    "english": "en",
    "french": "fr",
    "german": "de",
    "spanish": "es",
    "russian": "ru",
    "italian": "it",
}
_NONE = re.compile(r"(?:none|not) available\.?$", re.I)


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the articles of a file. Raises `BadSourceError` where there are none."""
    parts = [part.split("\n") for part in _RULE.split(decode(file.read()))]
    documents = [lines for lines in parts if len(list(filter(_LABEL.match, lines))) > 1]
    if not documents:
        raise BadSourceError("is of ProQuest, but holds no article; export the full text, not the list")
    for number, lines in enumerate(documents, 1):
        yield _article(lines, f"document {number}")


def _article(lines: list[str], place: str) -> Portion:
    fields: dict[str, list[str]] = {}
    label = "headline"
    for line in lines:
        if found := _LABEL.match(line):
            label = found[1].lower()
            fields.setdefault(label, []).append(found[2])
        elif not _COUNT.match(line) and not _LINK.match(line):
            fields.setdefault(label, []).append(line)
    said = {name: one_line(" ".join(each)) for name, each in fields.items()}
    text = paragraphs_of(fields.get("full text", ()))
    if not text or _NONE.search(text):
        text = "" if _NONE.search(said.get("abstract", "")) else said.get("abstract", "")
    if not text:
        return Portion(place, fault="has no text; export it with its full text")
    info = said.get("publication info", "")
    day = _DAY.search(info)
    return record(
        place,
        text=text,
        title=said.get("title") or said.get("headline", ""),
        outlet=_PLACE.sub("", said.get("publication title") or info).strip(" ."),
        author=_people(said.get("author", "")),
        published=day_of(said.get("publication date") or (day[1] if day else "")),
        url=said.get("document url", "").split(" ")[0],
        language=_LANGUAGES.get(said.get("language of publication", "").lower(), ""),
    )


def _people(named: str) -> str:
    """Return authors by first name and surname: "Aas, Nora; Holm, Per" are Nora Aas and Per Holm."""
    people = []
    for each in filter(None, map(str.strip, named.split(";"))):
        surname, _, first = each.rstrip(". ").partition(", ")
        people.append(f"{first} {surname}".strip())
    return ", ".join(people)
