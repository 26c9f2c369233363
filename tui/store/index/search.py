"""Searching a briefing beside whoever makes its index."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from tui.core.query.evaluate import Matcher
from tui.core.query.nodes import EVERYTHING, Node
from tui.core.query.parser import parse
from tui.core.query.subject import FoldedNames
from tui.core.speakers import final_speaker
from tui.core.text import fold_case
from tui.store import loader
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.index.query_plan import Hit, IndexMap, QueryPlan, SearchProgress

if TYPE_CHECKING:
    from tui.core.accounts import Affiliation
    from tui.core.day_counts import DayCounts
    from tui.core.event_rows import EventRows
    from tui.core.model import AnnotatedEvent, Speaker, Tag
    from tui.core.network import Network
    from tui.core.statements import Statement
    from tui.store.arrivals import Arrivals
    from tui.store.index.counted_part import Counted
    from tui.store.index.index import Index


def _statements(speakers: Mapping[str, Speaker], annotated: AnnotatedEvent) -> list[Statement]:
    from tui.reading.statements.event_statements import statements_of

    return statements_of(annotated, speakers)


_PATIENCE = 0.05  # seconds; after that what is there of the index has to do
_BETWEEN = 0.2  # seconds between two of the results that come piece by piece
T = TypeVar("T")
Stop = Callable[[], bool]


class SearchedBriefing(Protocol):
    """What a search asks of a briefing: `tui.store.queries.BriefingReader` is the real one, and tells it."""

    indexing: bool  # another process makes the index

    def rows(self) -> EventRows: ...
    def arrivals(self) -> Arrivals: ...
    def tags(self) -> dict[str, Tag]: ...
    def speakers(self) -> dict[str, Speaker]: ...
    def with_index_retry(self, ask: Callable[[], T]) -> T: ...


class SearchService:
    """Puts queries to the index of one briefing, and looks at files where it has to.

    What its methods return is told by those of `BriefingReader` that have their names.
    """

    def __init__(
        self,
        briefing: SearchedBriefing,
        folder: BriefingFolder,
        index: Callable[[], Index],
        guard: threading.RLock,
    ) -> None:
        self._briefing = briefing
        self._folder = folder
        self._index = index
        self._guard = guard

    def warm_up(self) -> None:
        self._ask(parse("a"))  # any letter takes the way of all

    def select(self, query: str, *, whole: bool) -> list[Hit]:
        node = parse(query)
        answer = self._ask(node if whole else node.loosened())
        found = self._looked_at(node, self._in_order(answer.events))
        return [hit for _, hits in found for holds, hit in hits if holds or not whole]

    def ranked(self, query: str) -> Iterator[Hit]:
        node = parse(query)
        if node == EVERYTHING:
            yield from self.select(query, whole=True)
            return
        for event_id, article in self._briefing.with_index_retry(lambda: self._ranked(node)):
            # One event at a time is read: whoever asks for ten gets ten and no more.
            for _, hits in self._looked_at(node, [event_id]):
                yield from (hit for holds, hit in hits if holds and hit.article == article)

    def values(self, field: str) -> list[tuple[str, int]]:
        match field:
            case "outlet" | "copy":
                uses = Counter(name for row in self._briefing.rows() for name in row["outlets"])
            case "event":
                uses = Counter({row["name"]: row["articles"] for row in self._briefing.rows()})
            case "speaker":
                uses, known = Counter(), self._briefing.speakers()
                for each, count in self._uses(field).items():
                    if speaker := final_speaker(each, known):
                        uses[speaker.name] += count
            case "tag":
                codes = self._uses(field)
                uses = Counter({tag.name: codes[tag.id] for tag in self._briefing.tags().values()})
            case _:
                uses = self._uses(field)
        return uses.most_common()

    def day_counts(self, kind: str, counted: Counted, most: int, *, statements: bool) -> DayCounts:
        from tui.store.index.day_scan import day_counts

        names = self._called()
        return self._scanned(
            lambda db: day_counts(db, kind, names, counted, most=most, statements=statements)
        )

    def ties(self, counted: Counted) -> Network:
        from tui.store.index.pair_scan import ties

        names = self._called()
        return self._scanned(lambda db: ties(db, names["speakers"], names["outlets"], counted))

    def tag_counts(self, counted: Counted, *, statements: bool) -> dict[tuple[str, str], int]:
        from tui.store.index.pair_scan import tag_counts

        names = self._called()
        return self._scanned(
            lambda db: tag_counts(db, names["tags"], names["speakers"], counted, statements=statements)
        )

    def group(self, counted: Counted, stop: Stop) -> Iterator[tuple[int, int]]:
        from tui.store.index.statement_rows import group

        events = (
            None if counted is None else {each if isinstance(each, str) else each.event for each in counted}
        )
        return group(self._scanned, self._folder, self._briefing.speakers(), events, stop)

    def affiliations(self, speakers: Collection[str]) -> dict[str, Counter[Affiliation]]:
        from tui.store.index.affiliation_rows import told

        known, wanted, keys = self._briefing.speakers(), set(speakers), dict[str, str]()
        shared: set[str] = set()
        for each in known.values():
            final = final_speaker(each.id, known)
            id = final.id if final else ""
            shared |= {name for name in each.names if keys.setdefault(name, id) != id}
            if id in wanted:
                keys[each.id] = id
        keys = {key: id for key, id in keys.items() if id in wanted and key not in shared}
        return self._scanned(lambda db: told(db, keys))

    def _scanned(self, look: Callable[[sqlite3.Connection], T]) -> T:
        def ask() -> T:
            # A sum of what there is so far would be taken for the sum of all.
            with self._connected(patience=-1) as (db, _, _):
                return look(db)

        return self._briefing.with_index_retry(ask)

    def _called(self) -> dict[str, Callable[[str], str]]:
        """Return what tells the names of what the index holds: "" for what is not shown."""
        speakers, tags, _ = self._known()
        named = dict.fromkeys(name for row in self._briefing.rows() for name in row["outlets"])
        outlets = {fold_case(name): name for name in named}

        def speaker(id: str) -> str:
            found = final_speaker(id, speakers)
            return found.name if found else ""

        return {
            "speakers": speaker,
            "outlets": lambda folded: outlets.get(folded, folded),
            "tags": lambda id: tags[id].name if id in tags else "",
        }

    def _uses(self, field: str) -> Counter[str]:
        def ask() -> Counter[str]:
            with self._plan() as (plan, _):
                return plan.uses(field)

        return self._briefing.with_index_retry(ask)

    def _ranked(self, node: Node) -> list[tuple[str, str]]:
        with self._plan() as (plan, _):
            return plan.ranked(node, plan.articles(node))

    def iter_matches(self, query: str, stop: Stop) -> Iterator[SearchProgress]:
        node = parse(query)
        answer = self._ask(node)
        if answer.sure:
            yield answer
            return
        sure: dict[str, int] = {}
        told = time.monotonic()
        for event_id, hits in self._looked_at(node, self._in_order(answer.events), stop):
            if count := sum(holds for holds, _ in hits):
                sure[event_id] = count
            if time.monotonic() - told > _BETWEEN:
                yield SearchProgress(dict(sure), sure=False, whole=answer.whole)
                told = time.monotonic()
        if not stop():
            yield SearchProgress(sure, whole=answer.whole)

    def _in_order(self, events: Mapping[str, int]) -> list[str]:
        return [event_id for event_id in self._briefing.rows().ids if event_id in events]

    def _ask(self, node: Node) -> SearchProgress:
        if node == EVERYTHING:
            return SearchProgress({row["id"]: row["articles"] for row in self._briefing.rows()})
        return self._briefing.with_index_retry(lambda: self._counted(node))

    def _counted(self, node: Node) -> SearchProgress:
        with self._plan() as (plan, whole):
            return SearchProgress(plan.counted(plan.articles(node)), plan.sure, whole)

    def _looked_at(
        self, node: Node, events: Iterable[str], stop: Stop = lambda: False
    ) -> Iterator[tuple[str, list[tuple[bool, Hit]]]]:
        """Yield events with what a query finds in them, by looking at the files themselves.

        With each hit stands whether the query holds for the article, or only for quotes of it.
        """
        folder = self._folder
        speakers, tags, new = self._known()
        matcher = Matcher(node, speakers, tags, partial(_statements, speakers), new)
        redirect = loader.read_redirects(folder)
        for event_id in events:
            if stop():
                return
            try:
                annotated = loader.annotated(folder, event_id, redirect, keep=False)
            except StoreError as error:
                folder.warn(str(error))
                continue
            hits = []
            for article in annotated.event.articles:
                holds, quotes = matcher.both(annotated, article)
                if holds or quotes:
                    ids = tuple(quote.id for quote in quotes)
                    places = tuple(at for at, quote in enumerate(article.all_quotes) if quote.id in ids)
                    hits.append((holds, Hit(event_id, article.id, ids, places)))
            yield event_id, hits

    def _known(self) -> tuple[dict[str, Speaker], dict[str, Tag], tuple[str, ...]]:
        return self._briefing.speakers(), self._briefing.tags(), self._briefing.arrivals().articles

    @contextmanager
    def _plan(self) -> Iterator[tuple[QueryPlan, bool]]:
        """Give a plan for the index, and whether that is whole."""
        names = FoldedNames(*self._known())
        with self._connected() as (db, table, whole):
            yield QueryPlan(db, table(), names), whole

    @contextmanager
    def _connected(
        self, patience: float = _PATIENCE
    ) -> Iterator[tuple[sqlite3.Connection, Callable[[], IndexMap], bool]]:
        """Give the index brought up to the files; what there is of it while it is being made elsewhere.

        Another thread that makes it is waited for some seconds of `patience`, for as long as it takes where that is -1.
        With it stand what makes the map of its documents, and whether it is whole.
        """
        if not self._briefing.indexing and self._guard.acquire(timeout=patience):
            try:
                index = self._index()
                db = index.up_to_date()
                yield db, partial(index.table, db), True
            finally:
                self._guard.release()
            return
        with closing(self._reader()) as db:
            yield db, partial(IndexMap, db), False

    def _reader(self) -> sqlite3.Connection:
        """Return a connection that only reads; to an empty index where there is none yet."""
        from tui.store.index.database import connect_for_reading
        from tui.store.index.rows import TABLES

        with suppress(sqlite3.Error):
            return connect_for_reading(self._folder.root)

        db = sqlite3.connect(":memory:")
        db.executescript(TABLES)
        return db
