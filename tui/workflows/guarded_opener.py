"""Files, feeds, archives, annotations opened in a process of the pool: past the budget of a page they are refused."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui.reading.containers import Found, StreamReader, iter_sources, line_of, opened_bytes
from tui.reading.encoding import BadSourceError
from tui.reading.formats.feeds import ParsedFeed
from tui.reading.sources import STDIN, Failure, Source, display_name
from tui.settings.page_budget import PageBudget
from tui.web.client import FetchedPage
from tui.web.opener import Opener
from tui.workflows.page_pool import SMALL, PagePool, is_small

if TYPE_CHECKING:
    from tui.exchange.importers.detect import AnnotationFormat
    from tui.exchange.importers.model import AnnotationFile


class GuardedOpener(Opener):
    """Opens what is small here, which is quicker, and all else in processes of `pool`."""

    def __init__(self, pool: PagePool) -> None:
        self._pool = pool

    def file(self, path: Path) -> Iterator[Found]:
        """Yield what is in a file; at the end a `Failure` where its budget is used up amid it."""
        if os.fspath(path) == STDIN:  # which only this process can read
            return iter_sources(path, StreamReader(self._whole, self._line))
        if small_file(path):
            return super().file(path)
        return self._pieces(display_name(path), "file", path)

    def within(self, source: Source) -> Iterator[Found]:
        """Yield what a source holds, as `file`."""
        if is_small(source.raw):
            return super().within(source)
        return self._pieces(source.origin, "within", source)

    def page(self, origin: str, got: FetchedPage, meta: Mapping[str, str]) -> Source:
        """Return what was fetched as a source. Raises `BadSourceError`."""
        if is_small(got.raw):
            return super().page(origin, got, meta)
        return cast(Source, self._pool.carried_out("page", origin, got, meta))

    def feed(self, raw: bytes, address: str) -> ParsedFeed:
        """Return what a feed holds. Raises `BadSourceError`."""
        if is_small(raw):
            return super().feed(raw, address)
        return cast(ParsedFeed, self._pool.carried_out("feed", raw, address))

    def outline(self, raw: bytes) -> list[tuple[str, str]]:
        """Return the feeds of an outline. Raises `BadSourceError`."""
        if is_small(raw):
            return super().outline(raw)
        return cast("list[tuple[str, str]]", self._pool.carried_out("outline", raw))

    def _whole(self, origin: str, raw: bytes) -> Iterator[Found]:
        return opened_bytes(origin, raw) if is_small(raw) else self._pieces(origin, "whole", origin, raw)

    def _line(self, raw: bytes, name: str) -> Source | Failure:
        if is_small(raw):
            return line_of(raw, name)
        try:
            return cast("Source | Failure", self._pool.carried_out("line", raw, name))
        except BadSourceError as error:
            return Failure(name, str(error))

    def _pieces(self, origin: str, name: str, *given: object) -> Iterator[Found]:
        last = ""
        try:
            for found in self._pool.pieces(name, *given):
                last = getattr(found, "origin", last)
                yield found
        except BadSourceError as error:
            left = f"; what comes after “{last}” is left out" if last else ""
            yield Failure(origin, f"{error}{left}")


def small_file(path: Path) -> bool:
    """Tell whether a file is to be opened here."""
    if not path.is_file():
        return True
    try:
        with path.open("rb") as file:
            return is_small(file.read(SMALL + 1))
    except OSError:  # whoever opens it says so
        return True


def read_apart(path: Path, kind: AnnotationFormat, budget: PageBudget) -> AnnotationFile:
    """Return what another program handed over (`store_annotations.read`). Raises `AnnotationFileError`."""
    from tui.exchange.importers.model import AnnotationFileError
    from tui.workflows.store_annotations import read

    if small_file(path):
        return read(path, kind)
    try:
        with PagePool(budget) as pool:
            return cast("AnnotationFile", pool.carried_out("annotations", path, kind))
    except BadSourceError as error:
        raise AnnotationFileError(str(error)) from None
