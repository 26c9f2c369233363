"""What a briefing answers: its rows, events, quotes, notes, and what a query finds. Nothing here changes it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.core.event_rows import EventRows
from tui.core.model import (
    FIRST_TITLE,
    LAST_TITLE,
    AnnotatedEvent,
    Annotation,
    AnnotationTarget,
    Article,
    Event,
    EventCounts,
    EventRow,
    Feed,
    Motivation,
    Quote,
    SavedSearch,
    Speaker,
    Tag,
    Version,
    by_target,
)
from tui.settings.atomic_files import read_regular, write_whole
from tui.store import loader, row_file
from tui.store.arrivals import ArrivalFile, Arrivals
from tui.store.disk.cache import CATALOGUE
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.row_file import KeptRows

if TYPE_CHECKING:
    from collections import Counter

    from tui.core.accounts import Affiliation
    from tui.core.day_counts import DayCounts
    from tui.core.network import Network
    from tui.store.index.counted_part import Counted
    from tui.store.index.index import Index
    from tui.store.index.query_plan import Hit, SearchProgress
    from tui.store.index.search import SearchService

T = TypeVar("T")


class BriefingReader:
    """A briefing as it is read. Every method may be called from any thread."""

    def __init__(self, path: Path, folder: BriefingFolder, *, leaving: bool = False) -> None:
        """With `leaving` nothing is written to the folder to answer a question."""
        self.path = path
        self._leaving = leaving
        self._folder = folder
        self._where: dict[str, str] = {}  # article id -> event id, as last seen
        self._rows: tuple[object, EventRows] | None = None
        found = folder.signature(CATALOGUE)
        self._kept = row_file.read(path, found) if found else None
        self._index: Index | None = None
        self._index_guard = threading.RLock()  # taken before the folder's lock, never within it
        self._title = self.path.name
        self._begun = self._kept.title if self._kept else ""
        self._arrivals = ArrivalFile(path)
        self._looked = False  # for copies made by other programs
        self.indexing = False  # another process makes the index: what there is of it has to do

    @property
    def title(self) -> str:
        """What the briefing is called, or was when that could be read last: as somebody called it since it was begun."""
        with suppress(StoreError):
            begun = self._begun_as()
            given = loader.read_records(self._folder, "titles")
            named = given.get(LAST_TITLE) or given.get(FIRST_TITLE)
            if named or self._folder.signature(CATALOGUE):  # else it is gone, and called as it was
                self._title = named.name if named else begun
        return self._title

    def _begun_as(self) -> str:
        """Return what the briefing was begun as, by the catalogue as it was read last: a line that keys write has it."""
        tables = self._folder.read_last(CATALOGUE)
        if tables is None and not self._begun:
            tables = self._folder.tables(CATALOGUE)
        if tables:
            self._begun = str(tables.get("_meta", {}).get("1", {}).get("title") or "")
        return self._begun or self._title

    @property
    def warnings(self) -> list[str]:
        """What had to be mended so far, a line each."""
        return self._folder.warnings

    # Reading

    def rows(self) -> EventRows:
        """Return the catalogue, newest first, undated and year-less last. Not to be changed."""
        if kept := self._kept_rows():
            return kept.rows
        table = self._folder.table(CATALOGUE, "events")
        if self._rows is None or self._rows[0] is not table:
            try:
                rows = loader.newest_first(table)
            except (KeyError, TypeError) as error:
                tables = self._folder.on_corrupt(CATALOGUE, f"a row in it makes no sense ({error})") or {}
                table = tables.get("events", {})
                rows = loader.newest_first(table)
            self._rows = table, EventRows(rows)
        return self._rows[1]

    def _kept_rows(self) -> KeptRows | None:
        """Return the rows that were kept beside the catalogue, while they are those of the catalogue there is."""
        kept = self._kept
        if kept and kept.catalogue != self._folder.signature(CATALOGUE):
            kept = self._kept = None
        return kept

    def keep_rows(self) -> None:
        """Leave the rows of a large catalogue to the next start, where they were asked for and are not kept."""
        if self._leaving or self._folder.refused or self._rows is None or self._kept_rows():
            return
        with suppress(StoreError):
            # The signature first: rows of a catalogue that another thread reads meanwhile are newer, and none of its.
            made_from, rows = self._folder.read_as(CATALOGUE), self.rows()
            if len(rows) >= row_file.LARGE and made_from and self._folder.signature(CATALOGUE) == made_from:
                row_file.write(self.path, KeptRows(made_from, self._begun_as(), rows))

    def annotated(self, event_id: str, *, include_hidden: bool = False, keep: bool = True) -> AnnotatedEvent:
        """Return an event with the reader's corrections applied, and their annotations.

        Deleted articles and discarded quotes are left out unless `include_hidden`; with `keep` its files stay in
        memory for a while.
        Raises `StoreError` when there is no such event, or its file is broken beyond mending.
        """
        redirect = loader.read_redirects(self._folder)
        found = loader.annotated(self._folder, event_id, redirect, include_hidden=include_hidden, keep=keep)
        for article in found.event.articles:
            self._where[article.id] = event_id
        return found

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """Return what an article said before its outlet changed it, newest first."""
        return tuple(loader.read_versions(self._folder, article_id))

    def original_articles(self, event_id: str) -> tuple[Article, ...]:
        """Return an event's articles as they were read, corrections left out, without deleted ones."""
        event = loader.read_event(self._folder, event_id, keep=False)
        hidden = {
            each.target.id
            for each in loader.event_notes(self._folder, event, keep=False)
            if each.body.get("field") == "deleted"
        }
        return tuple(article for article in event.articles if article.id not in hidden)

    def notes(self, target: AnnotationTarget) -> AnnotatedEvent:
        """Return the annotations on a speaker (or anything), with an empty event around them."""
        found = loader.read_notes(self._folder, target.article or target.id)
        return AnnotatedEvent(Event("", ""), by_target(found))

    def around(self, target: AnnotationTarget) -> AnnotatedEvent:
        """Return the event that a target is or lies in; as `notes` for a speaker. Raises `StoreError`."""
        if target.type == "speaker":
            return self.notes(target)
        return self.annotated(
            target.id if target.type == "event" else self.event_of(target.article or target.id)
        )

    def written(self, motivation: Motivation) -> Iterator[tuple[str, Annotation]]:
        """Yield (event id, annotation) for all the reader wrote of one kind. May take long."""
        from tui.store.annotation_scan import iter_annotations

        return iter_annotations(self._folder, self.event_of, motivation)

    def speakers(self) -> dict[str, Speaker]:
        """Return the speakers by id, merged ones too (they redirect)."""
        return loader.read_speakers(self._folder)

    def views(self) -> dict[str, SavedSearch]:
        """Return the saved searches by id."""
        return loader.read_records(self._folder, "views")

    def tags(self) -> dict[str, Tag]:
        """Return the codebook by tag id."""
        return loader.read_records(self._folder, "tags")

    def feeds(self) -> dict[str, Feed]:
        """Return the feeds that are subscribed to by address, with what is known from the last look."""
        from tui.store.subscriptions import read_feeds

        return read_feeds(self._folder)

    def tag_uses(self) -> dict[str, Counter[str]]:
        """Return for each tag in use how many things have it, by the type of target. May take long."""
        from tui.store.annotation_scan import tag_uses

        return tag_uses(self._folder)

    def recent_tags(self) -> list[str]:
        """Return the ids of tags that were given lately, the last one first."""
        from tui.store.annotation_scan import recent_tags

        return recent_tags(self._folder)

    def merged_into(self, event_id: str) -> str:
        """Return the event (an id) that one was merged into in the end, "" for none."""
        return loader.merged_into(self._folder, event_id)

    def quotes(self) -> Iterator[tuple[EventRow, Article, Quote]]:
        """Yield every quote of the briefing, in the order of `rows()`. Broken events are passed over."""
        redirect = loader.read_redirects(self._folder)
        for row in self.rows():
            try:
                event = loader.annotated(self._folder, row["id"], redirect, keep=False).event
            except StoreError as error:
                self._folder.warn(str(error))
                continue
            yield from ((row, article, quote) for article in event.articles for quote in article.quotes)

    def find(self, id_or_prefix: str) -> AnnotationTarget:
        """Return what an id, or a unique beginning of one (4 characters or more), stands for.

        Raises `StoreError` when nothing or more than one thing begins so.
        """
        from tui.store.id_lookup import find

        return find(self._folder, id_or_prefix)

    def event_of(self, article_id: str) -> str:
        """Return the id of the event an article lies in, "" when there is no such article."""
        from tui.store.id_lookup import event_of, holds

        found = self._where.get(article_id, "")
        if not found or not holds(self._folder, found, article_id):
            found = event_of(self._folder, article_id)
            if found:
                self._where[article_id] = found
        return found

    def counts(self) -> dict[str, EventCounts]:
        """Return for each event what the reader did in it. May take long: call it in a worker.

        Copies that a program which synchronises folders left in the briefing are noticed by the way.
        """
        if not self._looked:
            from tui.store.maintenance.check import warn_of_copies

            self._looked = True
            warn_of_copies(self._folder)
        return self.with_index_retry(self._counted)

    def select(self, query: str, *, whole: bool = False) -> list[Hit]:
        """Return (event id, article id, quote ids) of what a query finds, in the order of `rows()`.

        `quote ids` are those of the article's quotes for which the query holds, maybe none; an article that it
        does not find itself is there for such quotes, unless `whole`. May take long. Raises `QueryError`.
        """
        return self._search().select(query, whole=whole)

    def ranked(self, query: str) -> Iterator[Hit]:
        """Yield what `select` returns (with `whole`), what fits best first. Raises `QueryError`."""
        return self._search().ranked(query)

    def iter_matches(
        self, query: str, *, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[SearchProgress]:
        """Yield how many articles of which events a query finds, the last time for good.

        What the index cannot tell is looked at piece by piece until `stop`. Raises `QueryError`.
        """
        return self._search().iter_matches(query, stop)

    def values_in_use(self, field: str) -> list[tuple[str, int]]:
        """Return what a field of a query may ask for, and how often it is there, most first. May take long."""
        return self._search().values(field)

    def day_counts(
        self, kind: str, counted: Counted = None, *, most: int = 40, statements: bool = False
    ) -> DayCounts:
        """Return what was reported on each day, and on which days the `most` frequent speakers, outlets or tags come.

        Ids of events or hits of a search are all that is `counted` where they are given. Of several quotes that are one
        statement one counts with `statements`, as far as these were grouped (`group_statements`). May take long.
        """
        return self._search().day_counts(kind, counted, most, statements=statements)

    def ties(self, counted: Counted = None) -> Network:
        """Return who tells whom, in what is `counted`. May take long."""
        return self._search().ties(counted)

    def tag_counts(self, counted: Counted = None, *, statements: bool = False) -> dict[tuple[str, str], int]:
        """Return how many quotes of each speaker each tag is on, by tag and speaker (names); or how many `statements`.

        May take long.
        """
        return self._search().tag_counts(counted, statements=statements)

    def group_statements(
        self, counted: Counted = None, stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[int, int]]:
        """Find which quotes are one statement in what is `counted`, as far as that is not known yet, until `stop`.

        Yields how many events of how many are done. The index keeps it. May take long.
        """
        return self._search().group(counted, stop)

    def affiliations(self, speakers: Collection[str]) -> dict[str, Counter[Affiliation]]:
        """Return in how many articles each affiliation of some `speakers` (ids) is told, by id. May take long."""
        return self._search().affiliations(speakers)

    def warm_up(self) -> None:
        """Have in memory what a search needs, so that the first letter is answered like any other."""
        self._search().warm_up()

    def index_is_behind(self) -> bool:
        """Tell whether bringing the index up to the files would take seconds rather than a moment."""
        from tui.store.index.database import is_behind

        return is_behind(self._folder, len(self.rows()))

    def refresh_index(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Bring the index up to the files, telling how many events of how many are done."""
        with self._index_guard:
            self._index_files().up_to_date(progress)

    def stop_indexing(self) -> None:
        """End a refresh of the index early, from any thread; what is done by then is kept."""
        if self._index:
            self._index.stop.set()

    def with_index_retry(self, ask: Callable[[], T]) -> T:
        """Ask the index something; where it proves broken it is made anew, and asked once more."""
        try:
            return ask()
        except Exception as error:
            from tui.store.index.database import is_broken

            if not is_broken(error):
                raise
        with self._index_guard:
            self._index_files().discard()
        return ask()

    def _counted(self) -> dict[str, EventCounts]:
        with self._index_guard:
            return self._index_files().counts()

    def _search(self) -> SearchService:
        from tui.store.index.search import SearchService

        return SearchService(self, self._folder, self._index_files, self._index_guard)

    def _index_files(self) -> Index:
        if self._index is None:
            from tui.store.index.index import Index

            self._index = Index(self._folder, leaving=self._leaving)
        return self._index

    def raw(self, article: Article) -> str:
        """Return the raw page of an article, cleaned. Raises `StoreError` when it is missing."""
        from tui.reading.encoding import BadSourceError
        from tui.reading.read import clean_page_text
        from tui.reading.sources import source_of
        from tui.store.ingest_types import read_source

        try:
            return clean_page_text(source_of(article.origin, read_source(self.path, article.source)))
        except BadSourceError as error:
            raise StoreError(f"the raw page of this article {error}") from None

    def arrivals(self) -> Arrivals:
        """Return what came in since the reader looked last."""
        return self._arrivals.read()

    # Where the reader was

    def place(self) -> dict[str, object]:
        """Return where the reader was, {} when not known."""
        import json

        try:
            found = json.loads(read_regular(self.path / "place.json"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def save_place(self, place: Mapping[str, object]) -> None:
        """Remember where the reader is. Errors are ignored: a place is not worth a complaint."""
        import json

        with suppress(OSError):
            text = json.dumps(place, ensure_ascii=False)
            write_whole(self.path / "place.json", text.encode("utf-8", "replace"), sync=False)
