"""What was named or fetched, opened: what it is, and what lies in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from tui.reading.containers import Found, iter_sources, unfold
from tui.reading.formats.feeds import ParsedFeed, read_feed, read_outline
from tui.reading.sources import Source, source_of
from tui.web.client import FetchedPage, self_contained


class Opener:
    """Opens things in this process. `tui.workflows.guarded_opener` does it in one whose time and memory are watched."""

    def file(self, path: Path) -> Iterator[Found]:
        """Yield what is in a file, as `iter_sources`."""
        return iter_sources(path)

    def within(self, source: Source) -> Iterator[Found]:
        """Yield a source, or where it holds others, these, as `unfold`."""
        return unfold(source)

    def page(self, origin: str, got: FetchedPage, meta: Mapping[str, str]) -> Source:
        """Return what was fetched as a source. Raises `BadSourceError`."""
        return source_of(origin, self_contained(got), **meta)

    def feed(self, raw: bytes, address: str) -> ParsedFeed:
        """Return what a feed holds, as `read_feed`. Raises `BadSourceError`."""
        return read_feed(raw, address)

    def outline(self, raw: bytes) -> list[tuple[str, str]]:
        """Return the feeds of an outline, as `read_outline`. Raises `BadSourceError`."""
        return read_outline(raw)
