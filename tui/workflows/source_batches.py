"""The sources of an import in batches: those that paths name, without those that the briefing has."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tui.reading.sources import Failure, Ignored, Source, iter_paths
from tui.store.disk.errors import StoreError
from tui.store.ingest_types import digest
from tui.web.fetch_queue import AlreadyStored
from tui.workflows.import_run import ImportRun
from tui.workflows.page_parser import ParsedPage

BATCH_BYTES = 16 * 1024 * 1024

Arrival = Source | Failure | AlreadyStored | None
"""What reading gives: None where nothing more is there at the moment."""


def named_sources(
    paths: Iterable[str | os.PathLike[str]], ignored: Counter[str]
) -> list[str | bytes | Failure]:
    """Return what paths name; files that are no pages are counted in `ignored`, by the end of their names."""
    found: list[str | bytes | Failure] = []
    for each in iter_paths(paths):
        if isinstance(each, Ignored):
            ignored[Path(each.origin).suffix.lower() or each.origin] += 1
        else:  # as bytes: the `Path` objects of 100,000 files would take most of the memory
            found.append(os.fsencode(each) if isinstance(each, Path) else each)
    return found


def recognise(run: ImportRun, read: Iterable[Arrival], most: int) -> Iterator[list[ParsedPage]]:
    """Yield the pages that the briefing has not, `most` or `BATCH_BYTES` at a time.

    What was read does not wait for what is still to come.
    """
    pages: list[ParsedPage] = []
    size = 0
    for source in _unknown(run, read):
        if source:
            pages.append(ParsedPage(source=source))
            size += len(source.raw)
        if source is None or "address" in source.meta:
            run.tell_fetched(len(pages), source.origin if source else "")
        if pages and (source is None or len(pages) >= most or size >= BATCH_BYTES):
            yield pages
            pages, size = [], 0
    if pages:
        yield pages


def _unknown(run: ImportRun, read: Iterable[Arrival]) -> Iterator[Source | None]:
    """Yield the sources that the briefing has not; the others, and what failed, are counted."""
    for source in read:
        if run.stop():
            break
        if isinstance(source, Failure):
            run.failed(source)
        elif isinstance(source, AlreadyStored):
            run.known(source.origin, source.article)
        elif source and (article_id := run.detector().by_source(sha := digest(source.raw))):
            with suppress(StoreError):  # it is lost still, as `check` says
                run.briefing.restore_raw_page(sha, source.raw)
            run.known(source.origin, article_id)
        else:
            yield source
    if run.stop():
        run.result.stopped = "stopped by you"
