"""`ris`: the articles as references, for EndNote, Zotero, Mendeley and library catalogues."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.edtf import in_words, without_time, year_of
from tui.core.model import Article
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.references import Reference, full_name, references

_PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")


def chunks(dossier: Dossier) -> Iterator[str]:
    """Yield the file."""
    for item, _, article in references(dossier):
        lines = [f"{tag}  - {value}" for tag, value in _lines(item, article) if value]
        yield "\r\n".join(["TY  - NEWS", *lines, "ER  - ", "", ""])


def _lines(item: Reference, article: Article) -> Iterator[tuple[str, str]]:
    yield "ID", item["citation-key"]
    for person in item.get("author", ()):
        if "literal" in person:
            yield "AU", person["literal"]
        else:
            given, family = full_name(person)
            yield "AU", f"{family}, {given}"
    yield "TI", item["title"]
    yield "T2", item.get("container-title", "")
    yield from _day(article.published)
    yield "UR", item.get("URL", "")
    if read := item.get("accessed", {}).get("date-parts"):
        yield "Y2", "/".join(f"{part:02d}" for part in read[0])
    yield "LA", item.get("language", "")
    for word in item.get("keyword", "").split(", "):
        yield "KW", word
    yield "N1", item.get("note", "")


def _day(published: str) -> Iterator[tuple[str, str]]:
    """Yield the year and the day; of what is no single day, month or year the fourth part, free text, says it whole."""
    day = without_time(published)
    if year := year_of(day):
        yield "PY", year
    if _PLAIN.fullmatch(day):
        yield "DA", day.replace("-", "/") + "/" * (2 - day.count("-"))
    elif year:
        yield "DA", f"{year}///{in_words(day)}"
