"""Stored pages are read anew, with today's reading, a batch at a time.

A reading is frozen at import, so that nothing moves under the reader's hands; this makes it anew when
they ask. The pages are those that were kept, and no event is grouped otherwise for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field

from tui.core.model import Article
from tui.core.records import attributes
from tui.reading.corrections import override_fields
from tui.reading.page.recurring import RecurringLines
from tui.reading.read import FROM_FEED
from tui.reading.result import ParsedArticle, UnreadablePage
from tui.reading.revision import better_fields, event_dates
from tui.reading.sources import Failure, Source, source_of
from tui.settings.config_reader import page_budget
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError
from tui.store.ingest_types import NewArticle, read_source
from tui.store.revise import RevisedArticle
from tui.workflows.page_parser import ParsedPage, leave_out_recurring, stored_texts
from tui.workflows.page_pool import PagePool

BATCH = 200


@dataclass(slots=True)
class RereadResult:
    """What reading anew did: the articles read differently now, how many are as before, what failed.

    `stopped` says why the rest was not tried, "" where all was.
    """

    changed: list[RevisedArticle] = field(default_factory=list)
    same: int = 0
    failed: list[Failure] = field(default_factory=list)
    stopped: str = ""


@dataclass(slots=True, kw_only=True)
class StoredPage(ParsedPage):
    """A raw page that was kept, and the article it is of."""

    article: Article


def reread(
    briefing: Briefing,
    events: Iterable[tuple[str, Collection[str]]],
    *,
    progress: Callable[[int], None] | None = None,
    batch: int = BATCH,
) -> RereadResult:
    """Read pages anew: of each event (its id) the articles with these ids, all where there are none.

    Each batch is one step. What cannot be read stays as it is and is named in the result. `progress`
    is told after each page how many were read so far.
    """
    result = RereadResult()
    with PagePool(page_budget()) as pool:
        _reread(briefing, _batches(briefing, events, batch, result), pool, result, progress)
    return result


def _reread(
    briefing: Briefing,
    batches: Iterable[tuple[list[Article], set[str]]],
    pool: PagePool,
    result: RereadResult,
    progress: Callable[[int], None] | None,
) -> None:
    done = 0
    for wanted, whole in batches:
        pages = list(_read(briefing, wanted, pool, result))
        done += len(wanted)
        if progress:
            progress(done)
        dates = event_dates(
            (page.article.event, page.reading) for page in pages if page.article.event in whole
        )
        incoming = [
            NewArticle(
                reading=page.reading,
                raw=page.source.raw,
                origin=page.source.origin,
                article_id=page.article.id,
            )
            for page in pages
        ]
        try:
            changed = briefing.replace_readings(incoming, dates)
        except StoreError as error:
            result.stopped = str(error)
            return
        result.changed += changed
        result.same += len(pages) - len(changed)


def _batches(
    briefing: Briefing, events: Iterable[tuple[str, Collection[str]]], batch: int, result: RereadResult
) -> Iterator[tuple[list[Article], set[str]]]:
    """Yield some events' articles as they are stored, and the ids of the events that are whole among them."""
    articles: list[Article] = []
    whole: set[str] = set()
    for event_id, wanted in events:
        try:
            there = briefing.original_articles(event_id)
        except StoreError as error:
            result.failed.append(Failure(event_id, str(error)))
            continue
        those = [article for article in there if not wanted or article.id in wanted]
        articles += those
        if len(those) == len(there):
            whole.add(event_id)
        if len(articles) >= batch:
            yield articles, whole
            articles, whole = [], set()
    if articles:
        yield articles, whole


def _read(
    briefing: Briefing, articles: Iterable[Article], pool: PagePool, result: RereadResult
) -> Iterator[StoredPage]:
    kept: list[tuple[Article, Source]] = []

    def failed(article: Article, reason: str) -> None:
        result.failed.append(Failure(article.headline or article.origin, reason))

    for article in articles:
        try:
            kept.append((article, _source(briefing, article)))
        except StoreError as error:
            failed(article, str(error))
    pages = []
    found = pool.parse([(source, frozenset()) for _, source in kept])
    for (article, source), read in zip(kept, found, strict=True):
        if isinstance(read, UnreadablePage):
            failed(article, read.reason)
        else:
            pages.append(StoredPage(source=source, reading=_as_known(article, read), article=article))
    own = {page.article.source for page in pages}  # they are counted as what they are, and not twice
    recurring = RecurringLines(lambda outlet: stored_texts(briefing, outlet, own))
    leave_out_recurring(pages, recurring, pool.parse, lambda page, reading: _as_known(page.article, reading))
    for page, read in zip(pages, pool.attribute([page.reading for page in pages]), strict=True):
        if isinstance(read, UnreadablePage):
            failed(page.article, read.reason)
        else:
            page.reading = read
            yield page


def _source(briefing: Briefing, article: Article) -> Source:
    raw = read_source(briefing.path, article.source)
    fetched = article.origin.startswith(("http://", "https://"))
    known = {"address": article.url or article.origin} if fetched else {}
    if article.basis.get("outlet") == FROM_FEED:
        known["feed"] = article.outlet
    return source_of(article.origin, raw, **known)


def _as_known(article: Article, reading: ParsedArticle) -> ParsedArticle:
    """Return a reading with what is known better of the article: what its reader or its source said."""
    now = attributes(reading, "headline outlet author published url language")
    for name, (value, basis) in better_fields(article, now, reading.basis).items():
        if name != "language":
            reading = override_fields(reading, basis=basis, **{name: value})
    return reading
