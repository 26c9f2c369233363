"""The day an HTML page was published, from its JSON-LD, its meta and time elements and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from tui.core.model import STATED
from tui.reading.dates.day_names import written
from tui.reading.formats.html_parts import ARTICLE, PAGE, line, text_of, types

_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time datepublished article.published pubdate publishdate"
    " publish-date publish_date publication_date citation_publication_date sailthru.date parsely-pub-date"
    " dc.date.issued dc.date dcterms.created dcterms.date dcterms.issued cxenseparse:recs:publishtime"
    " originalpublicationdate article_date_original date"
).split()
_WHEN = re.compile(
    r"publish|posted|pubdate|dateline|entry-date|post-date|post__date|article-date|created|timestamp"
)
_CHANGED = re.compile(r"modif|updat|changed")
_UNIVERSAL = re.compile(r"T\d\d:(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]00:?00)$")
_CLOCK = re.compile(r"\d[:.](\d\d)\s*(?:[ap]\.?m|[A-Z]{2,4}\b|$)", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?|[a-z]{3})[/-](\d\d?)(?=[/-]|$)", re.IGNORECASE)
_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_ISO = re.compile(r"^\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")


def day_of(value: object) -> str:
    """Return the day of a stamp in metadata, as it stands there, as EDTF; "" for none or one to come."""
    text = line(value)
    if match := _ISO.match(text):
        text = "-".join(match.groups())
    for found in written(text[:80]):
        # 03/04/2024 may be read in two ways; a guess would be a wrong date half of the time.
        if found.edtf.startswith("XXXX") or found.other:
            continue
        if "1980-01-01" < found.edtf <= (datetime.now(UTC) + timedelta(days=2)).date().isoformat():
            return found.edtf
    return ""


def _as_shown(tree: Any, stamp: str, day: str, changed: set[str]) -> str:
    """Return the day that readers are shown for a stamp of metadata which means `day`.

    A stamp in universal time may lie a day off the outlet's own. And where an old article was made
    anew, some outlets show that day alone.
    """
    shown = [(day_of(text), text) for text in _times(tree) if day_of(text)]
    if minute := _UNIVERSAL.search(stamp):
        for other, text in shown:
            near = abs((date.fromisoformat(other) - date.fromisoformat(day)).days) == 1
            if near and (clock := _CLOCK.search(text)) and clock[1] == minute[1]:
                return other
    if not shown or any(other == day for other, _ in shown):
        return day
    first, text = shown[0]
    return first if first in changed and not _CHANGED.search(text.lower()) else day


def _times(tree: Any) -> Iterator[str]:
    """Yield the texts of the first time elements after the top heading, and of the one just above it."""
    found: list[str] = []
    top = 0
    for element in tree.iter("h1", "time"):
        if element.tag == "time":
            found.append(text_of(element))
        elif not top:
            top = len(found)
    yield from found[top : top + 6]
    yield from found[max(0, top - 1) : top]


def published(
    tree: Any, main: Mapping[str, Any], data: list[Mapping[str, Any]], meta: Mapping[str, str], url: str
) -> tuple[str, str]:
    """Return the day a page was published, as EDTF, and how it is known; ("", "") where it does not say.

    `main` is the object of JSON-LD that stands for the article, `data` all of them, `meta` the meta
    elements by their names in small letters.
    """
    stamps: list[object] = [main.get("datePublished")]
    stamps += [meta.get(name) for name in _PUBLISHED[:2]]
    stamps += [
        e.get("content") or e.get("datetime") or text_of(e)
        for e in tree.iterfind(".//*[@itemprop='datePublished']")
    ]
    stamps += [meta.get(name) for name in _PUBLISHED]
    stamps += [node.get("datePublished") for node in data if any(map(ARTICLE.search, types(node)))]
    stamps += [node.get("datePublished") for node in data if any(map(PAGE.search, types(node)))]
    for element in tree.iter("time"):
        says = " ".join(
            filter(None, (element.get("class"), element.get("id"), element.get("itemprop")))
        ).lower()
        if element.get("pubdate") is not None or (_WHEN.search(says) and not _CHANGED.search(says)):
            stamps += [element.get("datetime"), text_of(element)]
    for stamp in stamps:
        if day := day_of(stamp):
            changed = [
                main.get("dateModified"),
                meta.get("article:modified_time"),
                meta.get("og:updated_time"),
            ]
            return _as_shown(tree, line(stamp), day, {day_of(value) for value in changed}), STATED
    if match := _IN_ADDRESS.search(urlsplit(url).path if url else ""):
        month = match[2] if match[2].isdecimal() else _MONTHS.get(match[2].lower(), 0)
        if day := day_of(f"{match[1]}-{month:0>2}-{match[3]:0>2}"):
            return day, "inferred from the address"
    return "", ""
