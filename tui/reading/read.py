"""One raw source, read: dispatched by its kind, then searched for what people said."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from importlib import import_module
from types import ModuleType
from typing import Literal

from tui.core.addresses import host
from tui.core.model import STATED
from tui.reading.corrections import override_fields
from tui.reading.result import ParsedArticle
from tui.reading.source_kind import HOLDERS
from tui.reading.sources import BadSourceError, Source, decode

FROM_FEED = "inferred from the feed"
_FROM_ADDRESS = "inferred from the address"
Spans = Literal["quoted", "content", "all"]


def read(source: Source, *, recurring: Collection[str] = (), spans: Spans = "quoted") -> ParsedArticle:
    """Return what `source` reports, with its quotes.

    What `source.meta` knows beforehand is taken as stated. `recurring` are lines known to recur on
    the outlet's pages. Raises `BadSourceError` where there is nothing to read.
    """
    return attribute_quotes(read_article(source, recurring=recurring), spans=spans)


def read_article(source: Source, *, recurring: Collection[str] = ()) -> ParsedArticle:
    """Return what `source` reports, but for its quotes. As `read`."""
    reading = _read(source, recurring)
    if not reading.text.strip() and source.kind != "article":
        raise BadSourceError("holds no article, only menus and the like; is it the right page?")
    reading = _with_origin(reading, source.meta)
    return override_fields(
        reading,
        headline=source.meta.get("title", ""),
        outlet=source.meta.get("outlet", ""),
        author=source.meta.get("author", ""),
        published=source.meta.get("published", ""),
        url=source.meta.get("url", ""),
        basis=STATED,
    )


def attribute_quotes(reading: ParsedArticle, *, spans: Spans = "quoted") -> ParsedArticle:
    """Return `reading` with the quotes in its text; who said them is looked for in English only."""
    from tui.reading.language import language_of

    language = language_of(reading.text) or reading.language
    if language and not language.lower().startswith("en"):
        return _mark_only(reading, language)
    from tui.reading.quotes import find_quotes

    return replace(reading, quotes=tuple(find_quotes(reading.text, spans=spans)))


def _mark_only(reading: ParsedArticle, language: str) -> ParsedArticle:
    from tui.reading.quotes.quotation_marks_only import marked

    reading = replace(reading, quotes=tuple(marked(reading.text)))
    if reading.language:
        return reading
    return replace(reading, language=language, basis={**reading.basis, "language": "inferred from its words"})


def _with_origin(reading: ParsedArticle, meta: Mapping[str, str]) -> ParsedArticle:
    """Return `reading` with what is known of where it was found, where it does not say so itself."""
    address, dated = meta.get("address", ""), meta.get("dated", "")
    basis = dict(reading.basis)
    outlet = reading.outlet
    feed = meta.get("feed", "")
    # What a feed calls itself says more than the name of a server.
    if feed and (not outlet or basis.get("outlet") == _FROM_ADDRESS):
        outlet, basis["outlet"] = feed, FROM_FEED
    elif address and not outlet and (outlet := host(address)):
        basis["outlet"] = _FROM_ADDRESS
    reading = replace(reading, url=reading.url or address, outlet=outlet, basis=basis)
    if dated and not reading.published:
        reading = override_fields(reading, basis="stated by the feed", published=dated)
    return reading


def clean_page_text(source: Source) -> str:
    """Return the clean text of a raw page, whose lines `ParsedArticle.kept_lines` and `.cut` count.

    Raises `BadSourceError` where there is none.
    """
    if source.kind in _READERS:
        text = _module(source.kind).text_of(source.raw)
        assert isinstance(text, str)
        return text
    return decode(source.raw)


# What is no text by itself, and who finds the text in it.
_READERS = {"mail": "read_mail", "pdf": "read_pdf", "record": "read_record"}
_MODULES = {"record": "jsonl"}


def _module(kind: str) -> ModuleType:
    return import_module(f"tui.reading.formats.{_MODULES.get(kind, kind)}")


def _read(source: Source, recurring: Collection[str]) -> ParsedArticle:
    if source.kind in _READERS:
        found = getattr(_module(source.kind), _READERS[source.kind])(source.raw)
        assert isinstance(found, ParsedArticle)
        return found
    if source.kind in HOLDERS:
        raise BadSourceError("holds no article but a list of them; import it to get these")
    text = decode(source.raw)
    if source.kind == "article":
        return ParsedArticle(text=text, kept_lines=tuple(range(text.count("\n") + 1)))
    if source.kind == "markdown":
        from tui.reading.formats.markdown import read_markdown

        return read_markdown(text)
    if source.kind == "html":
        from tui.reading.formats.html import read_html

        try:
            return read_html(text, url=source.meta.get("url", "") or source.meta.get("address", ""))
        except ValueError as error:
            raise BadSourceError(str(error)) from error
    from tui.reading.page.page import read_page

    return read_page(text, recurring=recurring)
