"""Which quotes are listed: those of the article, the event or the whole briefing, as filter and search leave them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from tui.core.model import AnnotatedEvent, Quote, Speaker
from tui.store.briefing import StoreError
from tui.ui import format
from tui.ui.panes.quote_list import QuoteRow, once
from tui.ui.panes.quote_rows import (
    SCOPES,
    Filter,
    LabelLookup,
    items_of_article,
    items_of_briefing,
    lesson,
    narrowed,
    only_these,
)
from tui.ui.panes.statement_rows import items_of_statements

if TYPE_CHECKING:
    from tui.core.query.evaluate import Matcher
    from tui.core.query.nodes import Node
    from tui.core.statements import Statement
    from tui.ui.briefing_screen import BriefingScreen

MOST_QUOTES = 5_000  # listed at once: more is felt at every key, and no one reads on


class QuoteSelection(NamedTuple):
    """Quotes picked across the briefing, as by a report: their ids by event, and what they have in common."""

    title: str = ""
    events: Mapping[str, set[str]] = {}


class QuoteListing:
    """What the quotes pane lists. `scope` is "article", "event" or "briefing", `only` the filter.

    `searched` is the search that is live in the quotes, if there is one.
    """

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen
        self.scope = "article"
        self.only = Filter()
        self.searched: Node | None = None
        self._gathered: list[QuoteRow] | None = None  # all quotes of the briefing, while in that scope
        self._picked = QuoteSelection()
        self._cut_short = False  # there are more quotes than are listed at once
        self._opened: list[AnnotatedEvent] = []  # the events they lie in
        self._passed: tuple[list[Node], set[str]] | None = None  # what search and filter find of them
        self._last_speakers: dict[str, Speaker] = {}
        self._statements: tuple[AnnotatedEvent, list[Statement]] | None = None  # of the event that is open
        self._unfolded: set[str] = set()  # the fullest wordings of statements whose others are listed too

    @property
    def speakers(self) -> dict[str, Speaker]:
        """The speakers; those last known where they cannot be read any more, which is said elsewhere."""
        with suppress(StoreError):
            self._last_speakers = self._screen.briefing.speakers()
        return self._last_speakers

    @property
    def _names(self) -> LabelLookup:
        return LabelLookup(self.speakers, self._screen.tags)

    def matcher(self, node: Node) -> Matcher:
        """Return what asks a query about articles."""
        from tui.core.query.evaluate import Matcher

        return Matcher(node, self.speakers, self._screen.tags, self._statements_of)

    def _statements_of(self, annotated: AnnotatedEvent) -> list[Statement]:
        known = self._statements
        return known[1] if known and known[0] is annotated else self._read_statements(annotated)

    def home_of(self, quote: Quote) -> AnnotatedEvent | None:
        """Return the event that a listed quote lies in, with all that is written there; None while it is read."""
        opened = [self._screen.annotated] if self._screen.annotated else []
        return next(
            (
                each
                for each in (*opened, *self._opened)
                if any(article.id == quote.article for article in each.event.articles)
            ),
            None,
        )

    # What is listed.

    def everything(self) -> list[QuoteRow]:
        """Return the quotes of the present scope, unfiltered."""
        screen = self._screen
        if self.scope == "briefing":
            return self._gathered or []
        if screen.annotated is None:
            return []
        if self.scope == "event":
            if self._statements and self._statements[0] is screen.annotated:
                return items_of_statements(*self._statements, self._names, self._unfolded)
            return []
        return items_of_article(screen.annotated, screen.article_id, self._names)

    def _tell_statements(self) -> None:
        """Have the statements of the event that is open, where these are listed; what is listed then follows."""
        screen, annotated = self._screen, self._screen.annotated
        if self.scope != "event" or annotated is None:
            return
        if self._statements and self._statements[0] is annotated:
            return

        def take(found: list[Statement]) -> None:
            self._statements = annotated, found
            if screen.annotated is annotated and not filling:
                self.fill()

        filling = True
        screen.read(partial(self._read_statements, annotated), take, "statements")
        filling = False

    def _read_statements(self, annotated: AnnotatedEvent) -> list[Statement]:
        from tui.store.statements import statements

        return statements(self._screen.briefing, annotated)

    def unfold(self, quote_id: str, on: bool) -> bool:
        """List the other wordings of a statement under its fullest, or no longer; tell whether that changed anything."""
        if self._statements is None or self.scope != "event":
            return False
        for statement in self._statements[1]:
            several = len(statement.wordings) + len(statement.offered) > 1
            base = statement.base.quote.id
            if several and quote_id in {base, *(each.quote.id for each in statement.wordings)}:
                if (base in self._unfolded) == on:
                    return False
                (self._unfolded.add if on else self._unfolded.discard)(base)
                if not on:
                    self._screen.choose_quote(base, statement.base.article.id)
                self.fill()
                return True
        return False

    def statement_of(self, quote_id: str) -> Statement | None:
        """Return the statement that a listed quote is a wording of, or that it is offered for."""
        known = self._statements[1] if self._statements else []
        offered = (one for one in known if any(each.quote.id == quote_id for each in one.offered))
        own = (one for one in known if any(each.quote.id == quote_id for each in one.wordings))
        return next(offered, None) or next(own, None)

    def fill(self) -> None:
        """Fill the quotes pane from what is open, the filter and the search."""
        self._tell_statements()
        screen, everything = self._screen, self.everything()
        screen.items = narrowed(everything, self.only, self._passing())
        whose = {
            "article": "of this article",
            "event": "of all outlets",
            "briefing": self._picked.title or "by speaker",
        }[self.scope]
        if self.scope == "briefing" and self._cut_short:
            whose += ", the newest (R opens any others)"
        quotes = [item.quote for item in once(screen.items) if item.quote]
        gone = sum(quote.gone for quote in quotes)
        whose += f", {gone} gone" if gone else ""
        number = len(quotes) - gone
        filtered = f" · {self.only.by} {self.only.value}".rstrip() if self.only.by else ""
        listed = f"{number} {whose}"
        if self.scope == "event":
            said = sum(item.quote is not None and not item.label for item in screen.items)
            listed = f"{format.counted(said, 'statement')} {whose}"
        screen.about = f"{listed}{filtered}"
        untold = self.scope == "event" and (
            not self._statements or self._statements[0] is not screen.annotated
        )
        awaited = bool(screen.event_id) and (not screen.annotated or untold)
        gathering = self._gathered is None if self.scope == "briefing" else awaited
        elsewhere = self.scope == "article" and any(one.quotes for one in screen.articles)
        screen.empty_hint = lesson(bool(everything), gathering=gathering, elsewhere=elsewhere)

    def _passing(self) -> set[str] | None:
        """Return the ids of the quotes that search and filter find, None where neither asks anything."""
        nodes = [self.searched] if self.searched else []
        if self.only.by == "query":
            from tui.core.query.parser import parse

            nodes.append(parse(self.only.value))
        if not nodes:
            return None
        screen = self._screen
        if self.scope == "briefing":
            if self._passed is None or self._passed[0] != nodes:
                look = partial(self._pass, nodes, self._matcher_of_all(nodes))
                screen.run_worker(look, thread=True, exclusive=True, group="pass")
            return self._passed[1] if self._passed else None
        if screen.annotated is None:
            return None
        matcher = self._matcher_of_all(nodes)
        articles = [one for one in screen.articles if self.scope != "article" or one.id == screen.article_id]
        return {quote.id for one in articles for quote in matcher.quotes(screen.annotated, one)}

    def _matcher_of_all(self, nodes: list[Node]) -> Matcher:
        from tui.core.query.nodes import And

        return self.matcher(And(tuple(nodes)))

    def _pass(self, nodes: list[Node], matcher: Matcher) -> None:
        """Look which quotes of the whole briefing pass, beside the reader."""
        worker = get_current_worker()
        passed: set[str] = set()
        for annotated in self._opened:
            if worker.is_cancelled:
                return
            for article in annotated.event.articles:
                passed.update(quote.id for quote in matcher.quotes(annotated, article))
        self._screen.app.call_from_thread(self._take_passed, nodes, passed)

    def _take_passed(self, nodes: list[Node], passed: set[str]) -> None:
        self._passed = nodes, passed
        self.fill()

    # Which scope, which filter.

    def set_scope(self, scope: str) -> None:
        """List the quotes of the article, the event, or the whole briefing."""
        self.scope = scope
        self._picked = QuoteSelection()
        self._gathered, self._opened = None, []
        self.fill()
        self.gather()
        self._screen.remember()

    def next_scope(self) -> None:
        """List the quotes of the scope after the present one."""
        self.set_scope(SCOPES[(SCOPES.index(self.scope) + 1) % len(SCOPES)])

    def filter(self, only: Filter, scope: str = "") -> None:
        """List the quotes that a filter lets through, in another scope if one is given."""
        self.only = only
        if scope:
            self.set_scope(scope)
        else:
            self.fill()

    def pick(self, title: str, events: Mapping[str, set[str]]) -> None:
        """List quotes from anywhere in the briefing by event, under a title; another scope, or Esc, ends it."""
        self.scope = "briefing"
        self._picked = QuoteSelection(title, events)
        self._gathered = None
        self.only = Filter()
        self.fill()
        self.gather()

    def end_picked(self) -> bool:
        """Go back from quotes picked across the briefing to those of the article; False where none are."""
        if self._picked.title:
            self.set_scope("article")
            return True
        return False

    def gather(self) -> None:
        """Read all quotes of the briefing beside the reader, where these are listed."""
        if self.scope == "briefing":
            self._screen.run_worker(self._gather, thread=True, exclusive=True, group="gather")

    def _gather(self) -> None:
        screen, picked = self._screen, self._picked
        opened: list[AnnotatedEvent] = []
        quotes = 0
        self._cut_short = False
        for row in screen.rows:
            if picked.title and row["id"] not in picked.events:
                continue
            quotes += len(picked.events[row["id"]]) if picked.title else row["quotes"]
            if quotes > MOST_QUOTES and opened:
                self._cut_short = True
                break
            try:
                opened.append(screen.briefing.annotated(row["id"]))
            except StoreError as error:
                screen.app.call_from_thread(screen.say, str(error))
        items = items_of_briefing(opened, self._names)
        if picked.title:
            items = only_these(items, set().union(*picked.events.values()))
        screen.app.call_from_thread(self._take_gathered, items, opened)

    def _take_gathered(self, items: list[QuoteRow], opened: list[AnnotatedEvent]) -> None:
        if self.scope == "briefing":
            self._opened, self._passed = opened, None
            self._gathered = items
            self.fill()
            if self._picked.title and (first := next((item for item in items if item.quote), None)):
                self._screen.go_to_picked(first)
