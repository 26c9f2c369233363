"""Pages of a batch that were read by themselves, read again without what recurs on their outlet's pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from tui.reading.encoding import BadSourceError, decode
from tui.reading.page.recurring import STORED, PageText, RecurringLines
from tui.reading.result import ParsedArticle, UnreadablePage
from tui.reading.sources import Source
from tui.store.briefing import Briefing
from tui.store.ingest_types import digest

_UNREAD = ParsedArticle(text="")


@dataclass(slots=True, kw_only=True)
class ParsedPage:
    """A raw page and what was read of it so far."""

    source: Source
    reading: ParsedArticle = _UNREAD


_Page = TypeVar("_Page", bound=ParsedPage)
Parse = Callable[[Sequence[tuple[Source, frozenset[str]]]], Iterator[ParsedArticle | UnreadablePage]]
"""Parses pages without the lines that recur at their outlets, in their order (`PagePool.parse`)."""


def leave_out_recurring(
    pages: Sequence[_Page],
    recurring: RecurringLines,
    parse: Parse,
    complete: Callable[[_Page, ParsedArticle], ParsedArticle],
) -> None:
    """Parse those of `pages` again that hold lines which recur on their outlet's pages.

    `complete` adds to a reading what is known of its page beforehand.
    """
    those = [(pages[number], lines) for number, lines in recurring.of([_page_text(page) for page in pages])]
    again = parse([(page.source, lines) for page, lines in those])
    for (page, _), found in zip(those, again, strict=True):
        # A line cannot be most of an article: then the pages are one text saved several times.
        if not isinstance(found, UnreadablePage) and len(found.text) * 2 > len(page.reading.text):
            page.reading = complete(page, found)


def stored_texts(briefing: Briefing, outlet: str, without: Collection[str] = ()) -> Iterator[str]:
    """Yield the texts of an outlet's newest pages in the briefing, but for those `without` (by SHA-256)."""
    for raw in briefing.duplicate_detector().pages(outlet, STORED):
        if not without or digest(raw) not in without:
            with suppress(BadSourceError):
                yield decode(raw)


def _page_text(page: ParsedPage) -> PageText | None:
    """Return what tells an outlet's furniture from its articles; None for what is no plain page."""
    if page.source.kind != "page":
        return None
    reading = page.reading
    return PageText(reading.outlet, reading.headline, reading.text, decode(page.source.raw))
