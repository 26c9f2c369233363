"""A row of a table or an object of JSON becomes an article, or the address of one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from tui.core.addresses import host, plain
from tui.core.text import clean, one_line
from tui.reading.field_names import field_of, rank_of
from tui.reading.formats.field_day import day_of
from tui.reading.portions import Lead, Portion, record
from tui.reading.result import no_date

WANTED = "has neither a text nor an address; it wants a “text” or a “url”"
_TAG = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|li|a|article|section|span|img|figure|blockquote|em|strong|html|body)\b[^<>]*>",
    re.I,
)
_NAMES = ("name", "value", "title", "rendered", "literal", "href", "url", "content", "text", "#text")
_CUT = re.compile(r"\[\+\d+ chars\]\s*$")
_LEAST = 40


def portion_of(row: Mapping[str, Any], place: str, *, abstracts: bool = False) -> Portion | Lead:
    """Return the article in a row, or where it holds none its address.

    With `abstracts` what sums an article up is taken where its text is not there.
    """
    given = given_of(row)
    body = _prose(given.get("html")) or _prose(given.get("text"))
    if not body and abstracts and len(said := _prose(given.get("abstract"))) >= _LEAST:
        body = said
    url = _address(given)
    if not url and " " not in body and (url := plain(body)):  # a column of addresses by another name
        body = ""
    if url and _CUT.search(body):  # its first words; the page has the rest
        body = ""
    text, html = ("", body) if _TAG.search(body) else (body, "")
    published = day_of(given.get("published"))
    if not text and not html:
        return Lead(place, url, published) if url else Portion(place, fault=WANTED)
    from tui.reading.formats.block_text import text_of_html

    whole = "<html" in html[:2000].lower()
    used = ("text", "html")
    return record(
        place,
        **_in_words(given),
        published=published,
        url=url,
        html=html if whole else "",
        text=text or ("" if whole else text_of_html(html)),
        also={key: value for key, value in row.items() if value and field_of(key) not in used},
    )


def other_names(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what a row says of its article by whatever names, "" for what it does not: the fields of JSON Lines."""
    given = given_of(row)
    said = _in_words(given)
    return {
        "headline": said.pop("title"),
        **said,
        "published": day_of(given.get("published")),
        "url": _address(given),
    }


def _in_words(given: Mapping[str, Any]) -> dict[str, str]:
    said = {name: said_of(given.get(name)) for name in ("title", "outlet", "author", "language")}
    return said | {"outlet": host(said["outlet"]) if plain(said["outlet"]) else said["outlet"]}


def stated_day(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what is told of the day that a row, or the one it was made of, states and we do not know."""
    also = row.get("also")
    said = (given_of(each).get("published") for each in (row, also) if isinstance(each, Mapping))
    given = dict.fromkeys(one_line(each) for each in said if isinstance(each, str) and each.strip())
    return tuple(map(no_date, given))


def _address(given: Mapping[str, Any]) -> str:
    """Return the address among the fields of a row; that of its outlet, where it is a page's."""
    home = said_of(given.get("outlet"))
    return plain(said_of(given.get("url"))) or (plain(home) if urlsplit(home).path.strip("/") else "")


def said_of(value: object) -> str:
    """Return a name or several, however a format wraps them, as one line."""
    if isinstance(value, str):
        return one_line(re.sub(r"<[^<>]{1,200}>", "", value))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for each in value[:50] if (name := said_of(each))))
    if isinstance(value, dict):
        if value.get("family"):
            return one_line(f"{value.get('given', '')} {value['family']}")
        return next((name for key in _NAMES if (name := said_of(value.get(key)))), "")
    return ""


def given_of(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a row by the field that each is of, the plainest name first."""
    found: dict[str, tuple[int, Any]] = {}
    for key, value in row.items():
        field = field_of(str(key))
        if field and value not in (None, "", [], {}):
            rank = rank_of(str(key))
            if field not in found or rank < found[field][0]:
                found[field] = (rank, value)
    return {field: value for field, (_, value) in found.items()}


def _prose(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("content", "value", "rendered", "text") if value.get(key)), "")
    if isinstance(value, list):
        value = "\n\n".join(filter(None, map(_prose, value)))
    return clean(value).strip() if isinstance(value, str) else ""
