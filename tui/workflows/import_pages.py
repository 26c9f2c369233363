"""Sources go into a briefing: read, laid in events, stored, a batch at a time.

The command line and the app both come through here. A batch is whole or absent, so a kill costs one
batch at the most, and memory does not grow with the number of pages.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tui.commands.feeds import Subscribe
from tui.core.model import SET_BY_READER, STATED
from tui.reading.corrections import override_fields
from tui.reading.events.placement import Placement, assign_events
from tui.reading.page.recurring import STORED, PageText, Recurring
from tui.reading.read import Spans, attribute_quotes, read_article
from tui.reading.result import ParsedArticle
from tui.reading.revision import event_dates
from tui.reading.sources import (
    BadSourceError,
    Failure,
    Ignored,
    Source,
    decode,
    iter_json_lines,
    iter_paths,
    source_of,
)
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.ingest_types import NewArticle, digest
from tui.web.client import Web
from tui.web.fetch_queue import AlreadyStored, FeedFetch, FetchQueue
from tui.workflows.feed_state import keep_looks
from tui.workflows.import_result import ImportOptions, ImportProgress, ImportResult

__all__ = ["ImportOptions", "ImportProgress", "ImportResult", "import_sources", "import_text"]

BATCH = 200
BATCH_BYTES = 16 * 1024 * 1024


@dataclass(slots=True, kw_only=True)
class PendingPage:
    source: Source
    sha: str
    reading: ParsedArticle
    article_id: str = ""
    event: str = ""
    event_name: str = ""
    event_basis: str = ""


def import_sources(
    briefing: Briefing,
    paths: Iterable[str | os.PathLike[str]],
    *,
    visits: Iterable[FeedFetch] = (),
    web: Web | None = None,
    told: ImportOptions | None = None,
    spans: Spans = "all",
    progress: Callable[[ImportProgress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    batch: int = BATCH,
) -> ImportResult:
    """Read files, folders, addresses and feeds into a briefing.

    `paths` name them; what looks like an address (`tui.core.addresses.is_address`) is fetched.
    `visits` are looks at feeds that are subscribed to, and are filled in. What cannot be read is named
    in the result and the rest goes on; `progress` is called after each source, and nothing more is
    begun once `stop` answers true. Raises `ValueError` for a `told.event` that looks like an id and is
    none.
    """
    sources: list[str | bytes | Failure] = []
    ignored = Counter[str]()
    for each in iter_paths(paths):
        if isinstance(each, Ignored):
            ignored[Path(each.origin).suffix.lower() or each.origin] += 1
        else:  # as bytes: the `Path` objects of 100,000 files would take most of the memory
            sources.append(os.fsencode(each) if isinstance(each, Path) else each)
    gathering = FetchQueue(
        sources,
        visits=visits,
        find=lambda url: briefing.duplicate_detector().by_url(url),
        stop=stop,
        subscribe=lambda feeds: _subscribe(run, feeds),
        web=web,
    )
    run = _Import(briefing, told or ImportOptions(), spans, progress, lambda: gathering.total)
    run.result.ignored = ignored
    run.go(gathering, batch, stop)
    keep_looks(briefing, gathering.visits, run.result)
    return run.result


def import_text(
    briefing: Briefing,
    text: str,
    *,
    origin: str = "pasted text",
    url: str = "",
    told: ImportOptions | None = None,
) -> ImportResult:
    """Read one page that was pasted as text, from the address `url` if known; as `import_sources`."""
    run = _Import(briefing, told or ImportOptions(), "all", None, lambda: 1)
    raw = text.encode("utf-8", "surrogatepass")
    run.go(iter_json_lines(source_of(origin, raw, **({"url": url} if url else {}))), BATCH, None)
    return run.result


def _subscribe(run: _Import, feeds: Sequence[tuple[str, str]]) -> None:
    try:
        before = run.briefing.feeds()
        run.briefing.do(Subscribe(feeds))
        run.result.feeds += [url for url in run.briefing.feeds() if url not in before]
    except StoreError as error:
        run.result.stopped = str(error)


class _Import:
    """One import under way."""

    def __init__(
        self,
        briefing: Briefing,
        told: ImportOptions,
        spans: Spans,
        progress: Callable[[ImportProgress], None] | None,
        total: Callable[[], int],
    ) -> None:
        self.briefing = briefing
        self.told = told
        self.spans = spans
        self._total = total
        self.done = 0
        self.result = ImportResult()
        self._progress = progress
        self._recurring = Recurring(self._stored)
        self._there = {row["id"] for row in briefing.rows()}
        self._touched: set[str] = set()  # the events that articles came to
        self._names: dict[str, str] = {}  # events by name, as the reader or a source calls them

    def go(
        self,
        sources: Iterable[Source | Failure | AlreadyStored | None],
        batch: int,
        stop: Callable[[], bool] | None,
    ) -> None:
        """Take all sources in."""
        if self.told.event:
            self._event(self.told.event)  # that it is wrong should be said before anything is read
        for pages in self._batches(iter(sources), batch, stop):
            try:
                # Asked anew: the first batch may have made it.
                event = self._event(self.told.event) if self.told.event else ("", "")
                self._store(self._read(pages, event))
            except StoreError as error:
                # A full disk, a lost lock: the next batch would fare no better.
                self.result.stopped = str(error)
                return
        self._regroup(stop)

    def _regroup(self, stop: Callable[[], bool] | None) -> None:
        """Group anew what came in, with its surroundings: the order of sources is to make no difference."""
        if not self._touched:
            return
        from tui.workflows.regroup import regroup, time_windows

        def tick(doing: str, done: int, total: int) -> None:
            if stop and stop():
                raise StoreError(self.result.stopped)
            self._tell(doing=f"{doing} {done} of {total}")

        one = self.result.new[0][1] if len(self.result.new) == 1 else ""
        before = self.briefing.event_of(one) if one else ""
        # What was stored stays as it is where this fails.
        with suppress(StoreError):
            changed = [
                regroup(self.briefing, each, passive=True, progress=tick).step
                for each in time_windows(self.briefing, self._touched)
            ]
            if any(changed):
                self.result.events = [
                    row["id"] for row in self.briefing.rows() if row["id"] not in self._there
                ]
                self.result.moved_on = bool(one) and self.briefing.event_of(one) != before

    # Reading

    def _batches(
        self,
        sources: Iterator[Source | Failure | AlreadyStored | None],
        batch: int,
        stop: Callable[[], bool] | None,
    ) -> Iterator[list[tuple[Source, str]]]:
        pages: list[tuple[Source, str]] = []
        size = 0
        known = self.briefing.duplicate_detector()
        for source in sources:
            if stop and stop():
                break
            if isinstance(source, Failure):
                self._failed(source)
                continue
            if isinstance(source, AlreadyStored):
                self.result.known.append((source.origin, source.article))
                self._step(source.origin)
                continue
            if source is None:  # nothing is there at the moment: what is should not wait for it
                self._tell(doing=self._fetched(len(pages)))
                if pages:
                    yield pages
                    pages, size = [], 0
                    known = self.briefing.duplicate_detector()
                continue
            sha = digest(source.raw)
            if there := known.by_source(sha):
                with suppress(StoreError):  # it is lost still, as `check` says
                    self.briefing.restore_raw_page(sha, source.raw)
                self.result.known.append((source.origin, there))
                self._step(source.origin)
                continue
            pages.append((source, sha))
            size += len(source.raw)
            if "address" in source.meta:
                self._tell(source.origin, doing=self._fetched(len(pages)))
            if len(pages) >= batch or size >= BATCH_BYTES:
                yield pages
                pages, size = [], 0
                known = self.briefing.duplicate_detector()
        if stop and stop():
            self.result.stopped = "stopped by you"
        if pages:
            yield pages

    def _read(self, sources: list[tuple[Source, str]], event: tuple[str, str]) -> list[PendingPage]:
        pages: list[PendingPage] = []
        for source, sha in sources:
            reading = self._guarded(source)
            if isinstance(reading, Failure):
                self._failed(reading)
                continue
            pages.append(self._page(source, sha, reading, event))
        for number, recurring in self._recurring.of([_text_of(page) for page in pages]):
            page = pages[number]
            again = self._guarded(page.source, recurring)
            # A line cannot be most of an article: then the pages are one text saved several times.
            if isinstance(again, ParsedArticle) and len(again.text) * 2 > len(page.reading.text):
                page.reading = self._as_told(again)
        for page in pages:
            page.reading = attribute_quotes(page.reading, spans=self.spans)
            self._step(page.source.origin)
        return pages

    def _stored(self, outlet: str) -> Iterator[str]:
        """Yield the texts of an outlet's newest pages in the briefing."""
        for raw in self.briefing.duplicate_detector().pages(outlet, STORED):
            with suppress(BadSourceError):
                yield decode(raw)

    def _guarded(self, source: Source, recurring: frozenset[str] = frozenset()) -> ParsedArticle | Failure:
        try:
            return read_article(source, recurring=recurring)
        except BadSourceError as error:
            return Failure(source.origin, str(error))
        except Exception as error:  # a page nobody thought of must not cost the other thousand
            return Failure(
                source.origin, f"could not be read ({type(error).__name__}); please report this page"
            )

    def _page(self, source: Source, sha: str, reading: ParsedArticle, event: tuple[str, str]) -> PendingPage:
        page = PendingPage(
            source=source, sha=sha, reading=self._as_told(reading), event=event[0], event_name=event[1]
        )
        page.event_basis = SET_BY_READER if page.event else ""
        if source.kind == "markdown":
            from tui.reading.formats.markdown import front_matter

            stated = front_matter(decode(source.raw)).fields
            page.article_id = _id(stated.get("id", ""))
            if not page.event and (given := stated.get("event", "")):
                if _id(given):
                    page.event, page.event_name = given, stated.get("event_name", "")
                else:
                    page.event, page.event_name = self._event(given)
                page.event_basis = STATED
        return page

    def _as_told(self, reading: ParsedArticle) -> ParsedArticle:
        return override_fields(reading, outlet=self.told.outlet, published=self.told.date)

    def _event(self, wanted: str) -> tuple[str, str]:
        """Return the id of an event that is called by its id or name, or a key and name for a new one."""
        if wanted in self._names:
            return self._names[wanted], ""
        named = [row["id"] for row in self.briefing.rows() if row["name"].casefold() == wanted.casefold()]
        if named:
            return named[0], ""
        try:
            target = self.briefing.find(wanted)
        except StoreError:
            if _id(wanted):
                raise ValueError(f"there is no event {wanted}") from None
            return f"named {wanted}", wanted
        return (target.id, "") if target.type == "event" else (f"named {wanted}", wanted)

    # Storing

    def _store(self, pages: list[PendingPage]) -> None:
        if not pages:
            return
        placed = assign_events(
            [Placement(page.sha, page.reading, page.event) for page in pages],
            self.briefing.rows(),
            lambda event: self.briefing.annotated(event).event,
        )
        pages.sort(key=lambda page: page.sha not in placed.names)
        dates = event_dates((placed.events[page.sha], page.reading) for page in pages)
        incoming = []
        for page in pages:
            key = placed.events[page.sha]
            incoming.append(
                NewArticle(
                    reading=page.reading,
                    raw=page.source.raw,
                    origin=page.source.origin,
                    event=key,
                    article_id=page.article_id,
                    # Also where a sibling came to an event that another source names by its id.
                    event_id=_id(key),
                    event_name=page.event_name,
                    event_basis=page.event_basis,
                    date=dates.get(key, ("", "")),
                )
            )
        added = self.briefing.add(incoming)
        for number, page in enumerate(pages):
            if number in added.articles:
                self.result.new.append((page.source.origin, added.articles[number]))
            elif number in added.changed:
                self.result.changed.append((page.source.origin, added.changed[number]))
            elif number in added.known:
                self.result.known.append((page.source.origin, added.known[number]))
        self.result.events += added.events
        self._touched.update(added.events, added.grown)
        self._touched.update(self.briefing.event_of(each) for each in added.changed.values())
        self._to_confirm(added.changed.values())
        if added.stopped:
            raise StoreError(added.stopped)
        for key, event_id in added.keys.items():
            if key.startswith("named "):
                self._names[key.removeprefix("named ")] = event_id

    def _to_confirm(self, changed: Iterable[str]) -> None:
        """Count the marked quotes of articles that changed whose words did too, and those that are gone."""
        from tui.core.quote_state import words_before

        for article_id in changed:
            annotated = self.briefing.annotated(self.briefing.event_of(article_id))
            for article in annotated.event.articles:
                if article.id == article_id:
                    self.result.lost += len(article.gone)
                    self.result.moved += sum(
                        bool(words_before(quote, annotated.annotations.get(quote.id, ())))
                        for quote in article.quotes
                    )

    # Telling

    def _failed(self, failure: Failure) -> None:
        self.result.failed.append(failure)
        self._step(failure.origin, failure)

    def _step(self, origin: str, failure: Failure | None = None) -> None:
        self.done += 1
        self._tell(origin, failure)

    def _tell(self, origin: str = "", failure: Failure | None = None, doing: str = "") -> None:
        if self._progress:
            total = max(self._total(), self.done)
            self._progress(ImportProgress(self.done, total, origin, failure, doing))

    def _fetched(self, waiting: int) -> str:
        """Return how far fetching is; `waiting` pages are still to be read."""
        fetched = self.done + waiting
        return f"fetched {fetched} of {max(self._total(), fetched)}"


def _text_of(page: PendingPage) -> PageText | None:
    """Return what tells an outlet's furniture from its articles; None for what is no plain page."""
    if page.source.kind != "page":
        return None
    reading = page.reading
    return PageText(reading.outlet, reading.headline, reading.text, decode(page.source.raw))


def _id(text: str) -> str:
    """Return `text` where it has the form of an id that this program gives, else ""."""
    plain = text.replace("-", "")
    return text if len(plain) == 32 and all(c in "0123456789abcdef" for c in plain) else ""
