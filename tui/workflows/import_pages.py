"""Sources go into a briefing in stages: read, recognise, parse, attribute, place, store, and regroup at last.

The command line and the app both come through here. Each stage is a function of records; what they
share is an `ImportRun`. While a batch is stored, other processes look for the quotes of the next. A batch is
whole or absent, so a kill costs these two at the most, and memory does not grow with the number of
pages. There is no stage for the index: storing brings it up to date under the same lock, so that it
never knows of what is not there.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui.reading.containers import unfetched
from tui.reading.events.placement import Placement, assign_events
from tui.reading.portions import Lead
from tui.reading.result import Remarks, UnreadablePage
from tui.reading.revision import event_dates
from tui.reading.sources import Failure, IgnoredFile, Source, iter_paths, source_of
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.ingest_types import NewArticle, digest
from tui.web.client import Web
from tui.web.fetch_queue import KEPT, AlreadyStored, FeedFetch, FetchQueue
from tui.workflows.event_names import as_id
from tui.workflows.feed_state import keep_looks
from tui.workflows.guarded_opener import GuardedOpener
from tui.workflows.import_result import ImportOptions, ImportProgress, ImportResult
from tui.workflows.import_run import ImportRun
from tui.workflows.page_parser import ParsedPage, leave_out_recurring
from tui.workflows.page_pool import Outcome, PagePool

BATCH = 200
BATCH_BYTES = 16 * 1024 * 1024

Arrival = Source | Failure | AlreadyStored | None
"""What reading gives: None where nothing more is there at the moment."""


def import_sources(
    briefing: Briefing,
    paths: Iterable[str | os.PathLike[str]],
    *,
    visits: Iterable[FeedFetch] = (),
    web: Web | None = None,
    told: ImportOptions | None = None,
    progress: Callable[[ImportProgress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    batch: int = BATCH,
    pool: PagePool | None = None,
    restore: bool = False,
) -> ImportResult:
    """Read files, folders, addresses and feeds into a briefing.

    `paths` name them; what looks like an address (`tui.core.addresses.is_address`) is fetched.
    `visits` are looks at feeds that are subscribed to, and are filled in. What cannot be read is named
    in the result and the rest goes on; `progress` is called after each source, and nothing more is
    begun once `stop` answers true. `pool` reads the pages, and refuses what takes more than its budget
    (None: processes of this machine, as config.toml says). With `restore` what the reader deleted is taken in again.
    Raises `ValueError` for a `told.event` that looks like an id but is none.
    """
    run = ImportRun(briefing, told, progress=progress, stop=stop, pool=pool)
    read = FetchQueue(
        named_sources(paths, run.result.ignored),
        visits=visits,
        find=lambda url: briefing.duplicate_detector().by_url(url),
        stop=stop,
        subscribe=run.subscribe,
        web=web,
        opener=GuardedOpener(run.pool),
    )
    run.total = lambda: read.total
    run_stages(run, read, batch)
    if restore:
        run.restore()
    run.keep_arrivals()
    keep_looks(briefing, read.visits, run.result)
    return run.result


def import_text(
    briefing: Briefing, text: str, *, url: str = "", told: ImportOptions | None = None
) -> ImportResult:
    """Read one page that was pasted as text, from the address `url` if known; as `import_sources`."""
    run = ImportRun(briefing, told)
    raw = text.encode("utf-8", "surrogatepass")
    source = source_of("pasted text", raw, **({"url": url} if url else {}))
    found = GuardedOpener(run.pool).within(source)
    run_stages(run, (unfetched(each) if isinstance(each, Lead) else each for each in found))
    run.keep_arrivals()
    return run.result


def run_stages(run: ImportRun, read: Iterable[Arrival], batch: int = BATCH) -> None:
    """Take what was `read` through the other stages, `batch` pages at a time. Raises as `import_sources`."""
    run.events.find(run.told.event)  # that it is wrong should be said before anything is read
    run.touched |= run.briefing.left_ungrouped() & run.events_before
    attributed: Iterator[ParsedPage] = iter(())
    with run.pool:
        for pages in recognise(run, read, batch):
            before = attributed
            try:
                try:
                    attributed = attribute(run, parse(run, pages))
                except StoreError:  # the workers are gone: what they read before is here
                    store(run, place(run, before))
                    raise
                store(run, place(run, before))
            except StoreError as error:
                # A full disk, a lost lock: the next batch would fare no better.
                run.result.stopped = str(error)
                if not run.touched:
                    run.briefing.end_imports()
                return
        regroup(run)


def named_sources(
    paths: Iterable[str | os.PathLike[str]], ignored: Counter[str]
) -> list[str | bytes | Failure]:
    """Return what paths name; files that are no pages are counted in `ignored`, by the end of their names."""
    found: list[str | bytes | Failure] = []
    for each in iter_paths(paths):
        if isinstance(each, IgnoredFile):
            ignored[Path(each.origin).suffix.lower() or each.origin] += 1
        else:  # as bytes: the `Path` objects of 100,000 files would take most of the memory
            found.append(os.fsencode(each) if isinstance(each, Path) else each)
    return found


def recognise(run: ImportRun, read: Iterable[Arrival], most: int) -> Iterator[list[ParsedPage]]:
    """Yield the pages that the briefing has not, `most` or `BATCH_BYTES` at a time.

    What was read does not wait for what is still to come: behind it there is a batch of none, as at the end.
    """
    pages: list[ParsedPage] = []
    size, waits = 0, False
    for source in _unknown(run, read):
        if source:
            pages.append(ParsedPage(source=source))
            size += len(source.raw)
            run.pool.start(len(pages))
        if source is None or "address" in source.meta:
            run.tell_fetched(len(pages), source.origin if source else "")
        if pages and (source is None or len(pages) >= most or size >= BATCH_BYTES):
            yield pages
            pages, size, waits = [], 0, True
        if source is None and waits:
            yield []
            waits = False
    yield from ([pages, []] if pages else [[]])


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


def parse(run: ImportRun, pages: Sequence[ParsedPage]) -> list[ParsedPage]:
    """Return the pages that hold an article, with it."""
    parsed = []
    for page, found in zip(
        pages, run.pool.parse([(page.source, frozenset()) for page in pages]), strict=True
    ):
        if isinstance(found, UnreadablePage):
            if stand_in := _stand_in(run, page.source):
                parsed.append(stand_in)
            kept = f"; {KEPT}" if stand_in else ""
            run.failed(Failure(page.source.origin, f"{found.reason}{kept}"))
        else:
            page.reading = run.as_told(found)
            parsed.append(page)
            run.result.remarks += found.remarks.unread
            origin = page.source.origin
            run.result.left += [Failure(origin, each, left_out=True) for each in found.unread]
            if replace(found.remarks, unread=False) != Remarks():
                run.remarks[digest(page.source.raw)] = found.remarks
    leave_out_recurring(parsed, run.recurring, run.pool.parse, lambda _, reading: run.as_told(reading))
    return parsed


def _stand_in(run: ImportRun, source: Source) -> ParsedPage | None:
    """Return what a feed says of a page that cannot be read, None where there is nothing or it is there already."""
    raw = source.meta.get("stand_in", "").encode()
    if not raw or run.detector().by_source(digest(raw)):
        return None
    known = Source(source.origin, raw, "record")
    found = next(run.pool.parse([(known, frozenset())]))
    return None if isinstance(found, UnreadablePage) else ParsedPage(source=known, reading=run.as_told(found))


def attribute(run: ImportRun, pages: Sequence[ParsedPage]) -> Iterator[ParsedPage]:
    """Return the pages with the quotes on them, and who said them: begun now, waited for when they are asked for."""
    return _attributed(run, pages, run.pool.attribute([page.reading for page in pages]))


def _attributed(
    run: ImportRun, pages: Sequence[ParsedPage], readings: Iterator[Outcome]
) -> Iterator[ParsedPage]:
    for page, found in zip(pages, readings, strict=True):
        if isinstance(found, UnreadablePage):
            run.failed(Failure(page.source.origin, found.reason))
        else:
            page.reading = found
            yield page
            run.step(page.source.origin)


def place(run: ImportRun, pages: Iterable[ParsedPage]) -> list[NewArticle]:
    """Return the pages as articles with their events: those they are said to be of, or else are found to be of."""
    told = run.events.find(run.told.event)  # anew for each batch: the first may have made it
    articles = [(digest(page.source.raw), run.events.article(page, told)) for page in pages]
    new = [Placement(sha, article.reading, article.event) for sha, article in articles]
    run.items.follow()
    placed = assign_events(new, run.briefing.rows(), run.items.of)
    articles.sort(key=lambda each: each[0] not in placed.names)  # a new event is named by its first article
    dates = event_dates((placed.events[sha], article.reading) for sha, article in articles)
    found = []
    for sha, article in articles:
        event = placed.events[sha]
        # Its id also where a sibling came to an event that another source names by its id.
        date = dates.get(event, ("", ""))
        found.append(replace(article, event=event, event_id=as_id(event), date=date))
    return found


def store(run: ImportRun, articles: Sequence[NewArticle]) -> None:
    """Store articles as one step, and count what came of it. Raises `StoreError`."""
    if articles:
        run.briefing.note_import()
        added = run.briefing.add(articles)
        run.record(articles, added)
        run.take_remarks(articles, added)


def regroup(run: ImportRun) -> None:
    """Group anew what came in, with its surroundings: the order of sources is to make no difference."""
    if run.touched:
        from tui.workflows.regroup import regroup_around

        home = run.home()
        run.items.clear()  # grouping has a use for the memory of both
        run.briefing.forget_names()
        with suppress(StoreError):  # what was stored stays as it is
            if done := regroup_around(run.briefing, run.touched, run.tell_regrouped, run.pool.alike):
                run.result.carried = [said for each in done for said in each.carried]
                events = [row["id"] for row in run.briefing.rows()]
                run.result.events = [event for event in events if event not in run.events_before]
                run.result.moved_on = run.home() != home
            run.briefing.end_imports()
