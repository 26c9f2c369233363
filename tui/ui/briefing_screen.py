"""What is open of a briefing, and how it follows what the store says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual import work
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.core.model import AnnotatedEvent, Article, EventCounts, EventRow, Quote, Speaker, Tag
from tui.store.briefing import Briefing, StoreError
from tui.ui.disk_queue import DiskQueue
from tui.ui.panes.quote_list import QuoteRow, once
from tui.ui.panes.quote_rows import (
    SCOPES,
    Filter,
    LabelLookup,
    items_of_briefing,
    items_of_event,
    lesson,
    narrowed,
    only_these,
)
from tui.ui.panes.search_highlight import Terms

if TYPE_CHECKING:
    from tui.core.query.evaluate import Matcher
    from tui.core.query.nodes import Node
    from tui.store.undo import Step
    from tui.ui.subprocesses import Indexer


Found = TypeVar("Found")

_FEW = 20  # events that are counted anew at once: for more, a key would have to wait
MOST_QUOTES = 5_000  # listed at once: more is felt at every key, and no one reads on


class QuoteSelection(NamedTuple):
    """Quotes picked across the briefing, as by a report: their ids by event, and what they have in common."""

    title: str = ""
    events: Mapping[str, set[str]] = {}


class BriefingScreen(Screen[None]):
    """The state of the main screen: one event of a briefing, an article and a quote of it."""

    rows: reactive[list[EventRow]] = reactive(list, init=False)
    counts: reactive[dict[str, EventCounts]] = reactive(dict, init=False)
    tags: reactive[dict[str, Tag]] = reactive(dict, init=False)
    views: reactive[tuple[str, ...]] = reactive((), init=False)
    annotated: reactive[AnnotatedEvent | None] = reactive(None, init=False, always_update=True)
    event_id: reactive[str] = reactive("", init=False)
    article_id: reactive[str] = reactive("", init=False)
    quote_id: reactive[str] = reactive("", init=False)
    items: reactive[list[QuoteRow]] = reactive(list, init=False, always_update=True)
    found: reactive[Mapping[str, int] | None] = reactive(None, init=False)
    terms: reactive[Terms] = reactive((), init=False)
    about: reactive[str] = reactive("", init=False)
    teach: reactive[tuple[str, ...]] = reactive((), init=False)

    def __init__(self, briefing: Briefing) -> None:
        super().__init__()
        self.briefing = briefing
        self.scope = "article"
        self.only = Filter()
        self.gathered: list[QuoteRow] | None = None  # all quotes of the briefing, while in that scope
        self.picked = QuoteSelection()
        self.cut_short = False  # there are more quotes than are listed at once
        self._opened: list[AnnotatedEvent] = []  # the events they lie in
        self._passed: tuple[list[Node], set[str]] | None = None  # what search and filter find of them
        self.asked: Node | None = None  # the search that is live
        self.narrowing = False  # whether it narrows the quotes
        self._indexer: Indexer | None = None
        self._last_speakers: dict[str, Speaker] = {}
        self._disk = DiskQueue(self.call_later)
        self._looking = False  # whether others have written is being looked at
        self._told = 0  # how many of the briefing's notices were said
        self._indexed = ""  # how far the making of the index was, as the top line has it

    # What the screen adds.

    def say(self, message: str) -> None:
        """Show a message for a while."""
        raise NotImplementedError

    def refresh_lines(self) -> None:
        """Write the top and the bottom line anew."""
        raise NotImplementedError

    def remember(self) -> None:
        """Note the place soon."""
        raise NotImplementedError

    def opened(self) -> None:
        """Take note that another article is shown."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Bring a search that is live up to what there is now."""
        raise NotImplementedError

    @property
    def speakers(self) -> dict[str, Speaker]:
        """The speakers; those last known where they cannot be read any more, which is said elsewhere."""
        with suppress(StoreError):
            self._last_speakers = self.briefing.speakers()
        return self._last_speakers

    @property
    def names(self) -> LabelLookup:
        """What ids stand for."""
        return LabelLookup(self.speakers, self.tags)

    # What is shown.

    def read(self, fetch: Callable[[], Found], show: Callable[[Found], None], kind: str = "") -> bool:
        """Read something beside the keys and show it, or say what is wrong; see `DiskQueue.read`."""
        return self._disk.read(fetch, show, self.say, kind)

    def open_event(self, event_id: str, article_id: str = "", then: Callable[[], None] | None = None) -> None:
        """Show an event, at an article of it or at the first one; `then` go on."""

        def show(annotated: AnnotatedEvent) -> None:
            self.show_event(annotated, article_id)
            if then:
                then()

        def fail(why: str) -> None:
            self.say(why)
            if self.annotated is None:
                self.event_id = ""

        if not self._disk.read(lambda: self.briefing.annotated(event_id), show, fail, "event"):
            # What was open is open no longer, so that no key goes to what is not meant.
            self.event_id, self.annotated, self.article_id = event_id, None, ""
            if self.scope != "briefing":
                self.quote_id = ""
                self.list_quotes()

    def show_event(self, annotated: AnnotatedEvent, article_id: str) -> None:
        """Show an event that was read, at an article of it or at the first one."""
        self.event_id = annotated.event.id
        ids = [article.id for article in annotated.event.articles]
        self.annotated = annotated
        self.open_article(article_id if article_id in ids else next(iter(ids), ""))

    def home_of(self, quote: Quote) -> AnnotatedEvent | None:
        """Return the event that a listed quote lies in, with all that is written there; None while it is read."""
        opened = [self.annotated] if self.annotated else []
        return next(
            (
                each
                for each in (*opened, *self._opened)
                if any(article.id == quote.article for article in each.event.articles)
            ),
            None,
        )

    def open_article(self, article_id: str) -> None:
        """Show an article of the event that is open."""
        self.article_id = article_id
        if self.scope != "briefing":
            article = next((one for one in self._articles() if one.id == article_id), None)
            every = article.all_quotes if article else ()
            self.quote_id = every[0].id if every else ""
        self.list_quotes()
        self.opened()

    def _articles(self) -> tuple[Article, ...]:
        return self.annotated.event.articles if self.annotated else ()

    def list_quotes(self) -> None:
        """Fill the quotes pane from what is open, the filter and the search."""
        if self.scope == "briefing":
            everything = self.gathered or []
        elif self.annotated:
            everything = items_of_event(self.annotated, self.article_id, self.scope, self.names)
        else:
            everything = []
        self.items = narrowed(everything, self.only, self.passing())
        whose = {
            "article": "of this article",
            "event": "of all outlets",
            "briefing": self.picked.title or "by speaker",
        }[self.scope]
        if self.scope == "briefing" and self.cut_short:
            whose += ", the newest (R opens any others)"
        quotes = [item.quote for item in once(self.items) if item.quote]
        gone = sum(quote.gone for quote in quotes)
        whose += f", {gone} gone" if gone else ""
        number = len(quotes) - gone
        filtered = f" · {self.only.by} {self.only.value}".rstrip() if self.only.by else ""
        self.about = f"{number} {whose}{filtered}"
        gathering = (
            self.gathered is None if self.scope == "briefing" else bool(self.event_id and not self.annotated)
        )
        elsewhere = self.scope == "article" and any(one.quotes for one in self._articles())
        self.teach = lesson(bool(everything), gathering=gathering, elsewhere=elsewhere)

    def view_names(self) -> tuple[str, ...]:
        """Return the names of the saved views."""
        return tuple(sorted((view.name for view in self.briefing.views().values()), key=str.casefold))

    def matcher(self, *nodes: Node) -> Matcher:
        """Return what asks the search that is live, or other queries, about articles."""
        from tui.core.query.evaluate import Matcher
        from tui.core.query.nodes import EVERYTHING, And

        return Matcher(And(nodes) if nodes else self.asked or EVERYTHING, self.speakers, self.tags)

    def passing(self) -> set[str] | None:
        """Return the ids of the quotes that search and filter find, None where neither asks anything."""
        nodes = [self.asked] if self.asked and self.narrowing else []
        if self.only.by == "query":
            from tui.core.query.parser import parse

            nodes.append(parse(self.only.value))
        if not nodes:
            return None
        if self.scope == "briefing":
            if self._passed is None or self._passed[0] != nodes:
                self._pass(nodes)
            return self._passed[1] if self._passed else None
        matcher = self.matcher(*nodes)
        articles = [one for one in self._articles() if self.scope != "article" or one.id == self.article_id]
        if self.annotated is None:
            return None
        return {quote.id for one in articles for quote in matcher.quotes(self.annotated, one)}

    @work(thread=True, exclusive=True, group="pass")
    def _pass(self, nodes: list[Node]) -> None:
        """Look which quotes of the whole briefing pass, beside the reader."""
        matcher, worker = self.matcher(*nodes), get_current_worker()
        passed: set[str] = set()
        for annotated in self._opened:
            if worker.is_cancelled:
                return
            for article in annotated.event.articles:
                passed.update(quote.id for quote in matcher.quotes(annotated, article))
        self.app.call_from_thread(self._take_passed, nodes, passed)

    def _take_passed(self, nodes: list[Node], passed: set[str]) -> None:
        self._passed = nodes, passed
        self.list_quotes()

    def all_items(self) -> list[QuoteRow]:
        """Return the quotes of the present scope, unfiltered."""
        if self.scope == "briefing":
            return self.gathered or []
        return (
            items_of_event(self.annotated, self.article_id, self.scope, self.names) if self.annotated else []
        )

    def set_scope(self, scope: str) -> None:
        """List the quotes of the article, the event, or the whole briefing."""
        self.scope = scope
        self.picked = QuoteSelection()
        self.gathered, self._opened = None, []
        self.list_quotes()
        if scope == "briefing":
            self.gather()
        self.remember()

    def pick(self, title: str, events: Mapping[str, set[str]]) -> None:
        """List quotes from anywhere in the briefing, under a title; another scope, or Esc, ends it."""
        self.scope = "briefing"
        self.picked = QuoteSelection(title, events)
        self.gathered = None
        self.only = Filter()
        self.list_quotes()
        self.gather()

    @work(thread=True, exclusive=True, group="gather")
    def gather(self) -> None:
        """Read all quotes of the briefing, beside the reader."""
        opened: list[AnnotatedEvent] = []
        picked = self.picked
        quotes = 0
        self.cut_short = False
        for row in self.rows:
            if picked.title and row["id"] not in picked.events:
                continue
            quotes += len(picked.events[row["id"]]) if picked.title else row["quotes"]
            if quotes > MOST_QUOTES and opened:
                self.cut_short = True
                break
            try:
                opened.append(self.briefing.annotated(row["id"]))
            except StoreError as error:
                self.app.call_from_thread(self.say, str(error))
        items = items_of_briefing(opened, self.names)
        if picked.title:
            items = only_these(items, set().union(*picked.events.values()))
        self.app.call_from_thread(self._gathered, items, opened)

    def _gathered(self, items: list[QuoteRow], opened: list[AnnotatedEvent]) -> None:
        if self.scope == "briefing":
            self._opened, self._passed = opened, None
            self.gathered = items
            self.list_quotes()
            if self.picked.title:
                self.go_to_picked(next((item for item in items if item.quote), None))

    def go_to_picked(self, item: QuoteRow | None) -> None:
        """Go where the first of the quotes picked stands."""
        raise NotImplementedError

    @work(thread=True, exclusive=True, group="count")
    def count(self) -> None:
        """Count what is unread, tagged and noted, after the first paint."""
        try:
            if self.briefing.index_is_behind() and not self._index_beside():
                return
            counts = self.briefing.counts()
        except StoreError as error:
            self.app.call_from_thread(self.say, str(error))
            return
        self.app.call_from_thread(setattr, self, "counts", counts)
        self.app.call_from_thread(self.tell)
        with suppress(StoreError):  # the search itself will say what is wrong
            self.briefing.warm_up()

    def tell(self) -> None:
        """Say what had to be mended since the last time."""
        new, self._told = self.briefing.warnings[self._told :], len(self.briefing.warnings)
        for notice in new:
            self.say(notice)

    def _index_beside(self) -> bool:
        """Make the index in a process of its own; False when it was stopped."""
        from tui.ui.subprocesses import Indexer

        self._indexer = Indexer(self.briefing)
        return self._indexer.run()

    @property
    def indexing(self) -> str:
        """How far the making of the index is, "" while none is made."""
        return self._indexer.says if self._indexer else ""

    def stop_indexing(self) -> bool:
        """End the making of the index; False where none is made."""
        return bool(self._indexer and self._indexer.stop())

    def on_unmount(self) -> None:
        """Let nothing go on beside a screen that is gone."""
        self.stop_indexing()
        self.briefing.stop_indexing()
        self._disk.close()

    # What the store says.

    def changed(self, step: Step, said: str) -> None:
        """Show what a step changed, and say what it was."""
        self.say(said)
        self.show_changes(step.events, step.shared)

    def show_changes(self, events: frozenset[str], shared: frozenset[str]) -> None:
        """Read again what has changed, beside the keys; the reader stays where they are."""
        opened = self.event_id
        others = events - {opened}
        if len(others) > _FEW:
            self.count()
        again = bool(opened) and (opened in events or bool(shared & {"speakers", "codebook"}))

        def fetch() -> tuple[AnnotatedEvent | None, dict[str, EventCounts]]:
            self.briefing.tags(), self.briefing.rows(), self.briefing.speakers()  # into memory
            counts = {}
            for event_id in others if len(others) <= _FEW else ():
                with suppress(StoreError):  # it will be said when the event is opened
                    counts[event_id] = _counts(self.briefing.annotated(event_id))
            return self.briefing.annotated(opened) if again else None, counts

        def show(found: tuple[AnnotatedEvent | None, dict[str, EventCounts]]) -> None:
            annotated, counts = found
            if "codebook" in shared:
                self.tags = self.briefing.tags()
                self.views = self.view_names()
            if "catalogue" in shared:
                self.rows = self.briefing.rows()
                self.look_again()
            if annotated:
                counts[opened] = _counts(annotated)
            if counts:
                self.counts = {**self.counts, **counts}
            if annotated and opened == self.event_id:
                self._reopen(annotated)
            if self.scope == "briefing":
                self.gather()

        self.read(fetch, show)

    def _reopen(self, annotated: AnnotatedEvent) -> None:
        """Show the event again that is shown, as it is by now."""
        before = [article.id for article in self._articles()]
        after = [article.id for article in annotated.event.articles]
        self.annotated = annotated
        if self.article_id not in after:
            at = before.index(self.article_id) if self.article_id in before else 0
            self.open_article(after[min(at, len(after) - 1)] if after else "")
        else:
            self.list_quotes()

    def look_around(self) -> None:
        """See whether somebody else has written to the briefing, while it is the one that is open."""
        opened = [screen for screen in self.app.screen_stack if isinstance(screen, BriefingScreen)]
        if opened[-1:] != [self]:
            return
        self.tell()
        if self.indexing != self._indexed:
            self._indexed = self.indexing
            self.refresh_lines()
            self.look_again()
        if not self._looking:
            self._looking = True
            self.read(self._changes_by_others, self._show_others)

    def _changes_by_others(self) -> tuple[frozenset[str], str]:
        try:
            return self.briefing.changes_by_others() or frozenset(), ""
        except StoreError as error:
            return frozenset(), str(error)

    def _show_others(self, found: tuple[frozenset[str], str]) -> None:
        self._looking = False
        others, wrong = found
        if wrong:
            self.say(wrong)
        if others:
            shared = others & {"codebook", "speakers", "catalogue"}
            self.show_changes(others - shared, shared)

    def show_only(self, only: Filter, scope: str = "") -> None:
        """List the quotes that a filter lets through, in another scope if one is given."""
        self.only = only
        if scope:
            self.set_scope(scope)
        else:
            self.list_quotes()

    def end_picked(self) -> bool:
        """Go back from quotes picked across the briefing to those of the article; False where none are."""
        if self.picked.title:
            self.set_scope("article")
            return True
        return False

    def next_scope(self) -> str:
        """Return the scope after the present one."""
        return SCOPES[(SCOPES.index(self.scope) + 1) % len(SCOPES)]


def _counts(annotated: AnnotatedEvent) -> EventCounts:
    """Return what is unread and what the reader did in an event."""
    ids = [article.id for article in annotated.event.articles]
    quotes = (quote.id for article in annotated.event.articles for quote in article.all_quotes)
    of = [one for one in (annotated.event.id, *ids, *quotes) if one in annotated.annotations]
    return EventCounts(
        unread=sum(not annotated.read(one) for one in ids),
        starred=sum(annotated.starred(one) for one in of),
        tagged=sum(bool(annotated.tags(one)) for one in of),
        notes=sum(len(annotated.of(one, "commenting")) for one in of),
    )
