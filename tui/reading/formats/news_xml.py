"""The XML of news agencies: NITF, NewsML 1 and NewsML-G2 (https://iptc.org/standards/), an article an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.formats.block_text import (
    elements,
    first,
    line_of,
    name_of,
    parsed_xml,
    text_of_element,
    text_of_html,
)
from tui.reading.formats.field_day import day_of
from tui.reading.page.byline import PREPOSITION
from tui.reading.portions import Lead, Portion, record

_G2_DAYS = ("contentCreated", "firstCreated", "versionCreated")


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the items of a document. Raises `BadSourceError` where there are none."""
    root = parsed_xml(file.read())
    if name_of(root) == "nitf":
        items = [_nitf(root)]
    elif name_of(root) == "newsml":
        items = [_newsml(item) for item in elements(root, "newsitem")]
    else:
        items = [_g2(item) for item in elements(root, "newsitem")]
    if not items:
        raise BadSourceError("is a list of news items without their texts; export these")
    for number, fields in enumerate(items, 1):
        place = f"item {number}"
        yield record(place, **fields) if fields["text"] else Portion(place, fault="has no text (a picture?)")


def _nitf(root: Any) -> dict[str, str]:
    body = first(root, "body.content")
    rights = first(root, "doc.copyright")
    issue = first(root, "date.issue")
    released = first(root, "date.release")
    publication = first(root, "pubdata")
    said = {
        "title": line_of(first(root, "hl1")) or line_of(first(root, "hedline")) or line_of(first(root, "title")),
        "author": _byline(root),
        "published": _norm(issue) or _norm(released) or _date(publication, "date.publication")
        or _norm(first(root, "story.date")),
        "outlet": _attribute(publication, "name") or _attribute(rights, "holder") or line_of(first(root, "distributor"))
        or line_of(first(root, "copyrite.holder")),
        "url": _attribute(publication, "ex-ref"),
        "text": text_of_element(body) if body is not None else "",
    }  # fmt: skip
    return said | {"url": said["url"] if said["url"].startswith("http") else ""}


def _newsml(item: Any) -> dict[str, str]:
    inner = first(item, "nitf")
    fields = _nitf(inner) if inner is not None else {}
    content = first(item, "datacontent")
    text = fields.get("text") or (text_of_element(content) if content is not None else "")
    return {
        "title": line_of(first(item, "headline")) or fields.get("title", ""),
        "author": PREPOSITION.sub("", line_of(first(item, "byline"))) or fields.get("author", ""),
        "published": fields.get("published") or day_of(line_of(first(item, "firstcreated"))),
        "outlet": _party(item) or fields.get("outlet", ""),
        "text": text,
    }


def _g2(item: Any) -> dict[str, str]:
    """Return the item of NewsML-G2: what is known of it stands beside its content."""
    inner = first(item, "nitf")
    fields = _nitf(inner) if inner is not None else {}
    days = [line_of(first(item, name.lower())) for name in _G2_DAYS]
    creators = [_party_name(each) for each in elements(item, "creator")]
    return {
        "title": line_of(first(item, "headline")) or fields.get("title", "") or line_of(first(item, "title")),
        "author": PREPOSITION.sub("", line_of(first(item, "by")))
        or ", ".join(filter(None, creators))
        or fields.get("author", ""),
        "published": fields.get("published") or next((day for day in map(day_of, days) if day), ""),
        "outlet": _named(item, "infosource") or _named(item, "provider") or _named(item, "copyrightholder")
        or fields.get("outlet", ""),
        "language": _attribute(first(item, "language"), "tag")[:2],
        "text": fields.get("text") or _content(item),
    }  # fmt: skip


def _content(item: Any) -> str:
    for element in elements(item, "inlinexml"):
        body = first(element, "body")
        if text := text_of_element(body if body is not None else element):
            return text
    for element in elements(item, "inlinedata"):
        said = "".join(element.itertext())
        if "html" in (element.get("contenttype") or "") or re.search(r"<p\b", said):
            return text_of_html(said)
        if said.strip():
            return "\n\n".join(filter(None, map(one_line, re.split(r"\n\s*\n", said))))
    return ""


def _named(item: Any, name: str) -> str:
    element = first(item, name)
    return "" if element is None else _party_name(element)


def _party_name(element: Any) -> str:
    """Return the name of a party, which has it as an element, as a literal, or not at all."""
    return line_of(first(element, "name")) or one_line(element.get("literal") or "")


def _party(item: Any) -> str:
    for name in ("provider", "source", "creator"):
        element = first(item, name)
        party = first(element, "party") if element is not None else None
        if found := _attribute(party, "formalname"):
            return found
    return ""


def _byline(root: Any) -> str:
    byline = first(root, "byline")
    if byline is None:
        return ""
    person = first(byline, "person")
    return PREPOSITION.sub("", line_of(person if person is not None else byline))


def _norm(element: Any) -> str:
    return day_of(_attribute(element, "norm").partition("T")[0]) or day_of(line_of(element))


def _date(element: Any, name: str) -> str:
    return day_of(_attribute(element, name).partition("T")[0])


def _attribute(element: Any, name: str) -> str:
    if element is None:
        return ""
    given = {str(key).lower(): str(value) for key, value in element.attrib.items()}
    return one_line(given.get(name, ""))
