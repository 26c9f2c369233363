"""One raw source, read: dispatched by its kind, then searched for what people said."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from tui.model import STATED
from tui.reading.records import Reading
from tui.reading.sources import BadSourceError, Source, decode

Spans = Literal["quoted", "content"]


def read(source: Source, *, recurring: Collection[str] = (), spans: Spans = "quoted") -> Reading:
    """Return what `source` reports, with its quotes.

    What `source.meta` knows beforehand is taken as stated. `recurring` are lines known to recur on
    the outlet's pages. Raises `BadSourceError` where there is nothing to read.
    """
    reading = _read(source, recurring)
    if not reading.text.strip() and source.kind != "article":
        raise BadSourceError("holds no article, only menus and the like; is it the right page?")
    from tui.reading.quotes import find_quotes

    return replace(stated(reading, source), quotes=tuple(find_quotes(reading.text, spans=spans)))


def stated(reading: Reading, source: Source) -> Reading:
    """Return `reading` with what is known of the source beforehand in the place of what was read."""
    meta = source.meta
    known = {
        "headline": meta.get("title", ""),
        "outlet": meta.get("outlet", ""),
        "author": meta.get("author", ""),
        "published": meta.get("published", ""),
        "url": meta.get("url", ""),
    }
    known = {name: value for name, value in known.items() if value}
    if not known:
        return reading
    basis = {**reading.basis, **dict.fromkeys(known, STATED)}
    return replace(
        reading,
        headline=known.get("headline", reading.headline),
        outlet=known.get("outlet", reading.outlet),
        author=known.get("author", reading.author),
        published=known.get("published", reading.published),
        url=known.get("url", reading.url),
        basis=basis,
    )


def _read(source: Source, recurring: Collection[str]) -> Reading:
    text = decode(source.raw)
    if source.kind == "article":
        return Reading(text=text, kept_lines=tuple(range(text.count("\n") + 1)))
    if source.kind == "markdown":
        from tui.reading.markdown import read_markdown

        return read_markdown(text)
    if source.kind == "html":
        from tui.reading.html import read_html

        return read_html(text, url=source.meta.get("url", ""))
    from tui.reading.page import read_page

    return read_page(text, recurring=recurring)
