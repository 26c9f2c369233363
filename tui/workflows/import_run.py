"""One import under way: what it was told, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tui.commands.articles import RestoreArticles
from tui.commands.feeds import Subscribe
from tui.core.model import AnnotationTarget
from tui.core.quote_state import words_before
from tui.reading.corrections import override_fields
from tui.reading.page.recurring import RecurringLines
from tui.reading.result import ParsedArticle, Remarks
from tui.reading.sources import Failure
from tui.settings.config_reader import page_budget
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.index.duplicates import DuplicateDetector
from tui.store.ingest_types import IngestResult, NewArticle, digest
from tui.workflows.event_items import EventItems
from tui.workflows.event_names import EventNames
from tui.workflows.import_result import ImportOptions, ImportProgress, ImportResult
from tui.workflows.page_parser import stored_texts
from tui.workflows.page_pool import PagePool


class ImportRun:
    """What the stages of one import share.

    `total` tells how many sources there are, as far as is known by now. `touched` are the events (ids)
    that articles came to. `remarks` is what was written on sources, by their digest, until they are stored.
    """

    def __init__(
        self,
        briefing: Briefing,
        told: ImportOptions | None = None,
        *,
        progress: Callable[[ImportProgress], None] | None = None,
        stop: Callable[[], bool] | None = None,
        pool: PagePool | None = None,
    ) -> None:
        self.briefing = briefing
        self.told = told or ImportOptions()
        self.result = ImportResult()
        self.pool = pool or PagePool(page_budget())
        self.total: Callable[[], int] = lambda: 1
        self.stop = stop or (lambda: False)
        self.recurring = RecurringLines(lambda outlet: stored_texts(briefing, outlet))
        self.events = EventNames(briefing)
        self.items = EventItems(briefing)
        self.touched: set[str] = set()
        self.events_before = {row["id"] for row in briefing.rows()}
        self.remarks: dict[str, Remarks] = {}
        self._progress = progress
        self._done = 0
        self._detector: DuplicateDetector | None = None

    # What is known

    def detector(self) -> DuplicateDetector:
        """Return what tells new pages from those that were there before the batch under way."""
        if self._detector is None:
            self._detector = self.briefing.duplicate_detector()
        return self._detector

    def as_told(self, reading: ParsedArticle) -> ParsedArticle:
        """Return a reading with what the reader said of all sources."""
        return override_fields(reading, outlet=self.told.outlet, published=self.told.date)

    # What came of it

    def subscribe(self, feeds: Sequence[tuple[str, str]]) -> None:
        """Subscribe to the (address, title) of feeds that OPML named."""
        try:
            before = self.briefing.feeds()
            self.briefing.do(Subscribe(feeds))
            self.result.feeds += [url for url in self.briefing.feeds() if url not in before]
        except StoreError as error:
            self.result.stopped = str(error)

    def record(self, articles: Sequence[NewArticle], added: IngestResult) -> None:
        """Count what storing a batch of articles did. Raises `StoreError` where it broke off in the middle."""
        for ids, found in ((added.articles, self.result.new), (added.changed, self.result.changed)):
            found += [(articles[number].origin, ids[number]) for number in sorted(ids)]
        new = [articles[number] for number in sorted(added.articles)]
        self.result.unnamed += [each.origin for each in new if not each.reading.outlet]
        self.result.undated += [each.origin for each in new if not each.reading.published]
        self.result.events += added.events
        self.result.surnames.update(added.surnames)
        self.touched.update(added.events, added.grown)
        self.touched.update(self.briefing.event_of(each) for each in added.changed.values())
        self._count_moved_quotes(added.changed.values())
        self._detector = None
        for number, article_id in sorted(added.known.items()):
            self._count_known(articles[number].origin, article_id)
        if added.stopped:
            raise StoreError(added.stopped)
        self.events.learn(added.keys)

    def take_remarks(self, articles: Sequence[NewArticle], added: IngestResult) -> None:
        """Write what sources came with on the articles they became. Raises `StoreError`."""
        if not self.remarks:
            return
        found = {}
        for number, article in enumerate(articles):
            place = added.articles.get(number) or added.changed.get(number) or added.known.get(number)
            if place and (its := self.remarks.get(digest(article.raw))):
                found[place] = its
        self.remarks.clear()
        if found:
            from tui.workflows.store_annotations import take_remarks

            left = take_remarks(self.briefing, found)
            self.result.left += [Failure("highlights and notes", each, left_out=True) for each in left]
            self.result.remarked += len(found)

    def _count_moved_quotes(self, changed: Iterable[str]) -> None:
        """Count the marked quotes of articles that changed whose words did too, and those that are gone."""
        for article_id in changed:
            annotated = self.briefing.annotated(self.briefing.event_of(article_id))
            if article := annotated.event.article(article_id):
                self.result.lost += len(article.gone)
                written = ((quote, annotated.annotations.get(quote.id, ())) for quote in article.quotes)
                self.result.moved += sum(bool(words_before(*each)) for each in written)

    def keep_arrivals(self) -> None:
        """Note what came in, for when the reader asks for it."""
        came = self.result
        self.briefing.keep_arrivals([each for _, each in came.new], [each for _, each in came.changed])

    def home(self) -> str:
        """Return the event of the article that is new, "" where it is not just one."""
        return self.briefing.event_of(self.result.new[0][1]) if len(self.result.new) == 1 else ""

    def known(self, origin: str, article_id: str) -> None:
        """Count a source whose article the briefing has already."""
        self._count_known(origin, article_id)
        self.step(origin)

    def _count_known(self, origin: str, article_id: str) -> None:
        deleted = self.detector().is_deleted(article_id)
        (self.result.deleted if deleted else self.result.known).append((origin, article_id))

    def restore(self) -> None:
        """Take in again what the reader deleted, in one step. Raises `StoreError`."""
        result = self.result
        if result.deleted:
            ids = dict.fromkeys(article for _, article in result.deleted)
            self.briefing.do(RestoreArticles([AnnotationTarget("article", each, each) for each in ids]))
            result.restored, result.deleted = result.deleted, []

    def failed(self, failure: Failure) -> None:
        """Count a source that cannot be read, or is not to be."""
        (self.result.left if failure.left_out else self.result.failed).append(failure)
        self.step(failure.origin, None if failure.left_out else failure)

    # Progress

    def step(self, origin: str, failure: Failure | None = None) -> None:
        """Count a source that is done with."""
        self._done += 1
        self.tell(origin, failure)

    def tell(self, origin: str = "", failure: Failure | None = None, doing: str = "") -> None:
        """Tell how far the import is, and what is `doing` beside."""
        if self._progress:
            total = max(self.total(), self._done)
            self._progress(ImportProgress(self._done, total, origin, failure, doing))

    def tell_regrouped(self, doing: str, done: int, total: int) -> None:
        """Tell how far grouping is. Raises `StoreError` to end it, once the reader has enough."""
        if self.stop():
            raise StoreError(self.result.stopped)
        self.tell(doing=f"{doing} {done} of {total}")

    def tell_fetched(self, waiting: int, origin: str = "") -> None:
        """Tell how far fetching is; `waiting` pages are still to be read."""
        fetched = self._done + waiting
        self.tell(origin, doing=f"fetched {fetched} of {max(self.total(), fetched)}")
