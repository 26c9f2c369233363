"""Which quotes are listed: those of the article, the event or the whole briefing, as a search leaves them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual.worker import get_current_worker

from tui.core.model import AnnotatedEvent, Quote, Speaker
from tui.store.briefing import StoreError
from tui.ui import format
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_list import once
from tui.ui.panes.quote_rows import (
    SCOPES,
    LabelLookup,
    item_of,
    items_of_article,
    items_of_briefing,
    lesson,
    narrowed,
    only_these,
)
from tui.ui.statement_listing import StatementListing

if TYPE_CHECKING:
    from tui.core.query.evaluate import Matcher
    from tui.core.query.nodes import Node
    from tui.ui.briefing_screen import BriefingScreen

MOST_QUOTES = 5_000  # listed at once: more is felt at every key, and no one reads on


class QuoteSelection(NamedTuple):
    """Quotes picked across the briefing, as by a report: their ids by event, and what they have in common."""

    title: str = ""
    events: Mapping[str, set[str]] = {}


class QuoteListing:
    """What the quotes pane lists. `scope` is "article", "event" or "briefing".

    `searched` is the search that narrows the quotes, if there is one; `numbers` are how many it leaves, of how many.
    """

    def __init__(self, screen: BriefingScreen) -> None:
        self._screen = screen
        self.scope = "article"
        self.searched: Node | None = None
        self.numbers = 0, 0
        self._gathered: list[QuoteRow] | None = None  # all quotes of the briefing, while in that scope
        self._picked = QuoteSelection()
        self._cut_short = False  # there are more quotes than are listed at once
        self._opened: list[AnnotatedEvent] = []  # the events they lie in
        self._passed: tuple[Node, set[str]] | None = None  # what a search finds of them
        self._listed = "", ""  # scope and event of what the pane has
        self._last_speakers: dict[str, Speaker] = {}
        self.statements = StatementListing(screen)

    @property
    def speakers(self) -> dict[str, Speaker]:
        """The speakers; those last known where they cannot be read any more, which is said elsewhere."""
        with suppress(StoreError):
            self._last_speakers = self._screen.briefing.speakers()
        return self._last_speakers

    @property
    def _names(self) -> LabelLookup:
        return LabelLookup(self.speakers, self._screen.tags, self._screen.key)

    def matcher(self, node: Node) -> Matcher:
        """Return what asks a query about articles."""
        from tui.core.query.evaluate import Matcher

        return Matcher(
            node, self.speakers, self._screen.tags, self.statements.derive, self._screen.arrivals.articles
        )

    def home_of(self, quote: Quote) -> AnnotatedEvent | None:
        """Return the event that a listed quote lies in, with all that is written there; None while it is read."""
        opened = (each for each in (self._screen.annotated, *self._opened) if each)
        return next((each for each in opened if each.event.article(quote.article)), None)

    @property
    def called(self) -> str:
        """What quotes from the whole briefing are called as one: as they were picked, or the briefing; else ""."""
        return (self._picked.title or self._screen.briefing.title) if self.scope == "briefing" else ""

    # What is listed.

    def everything(self) -> list[QuoteRow]:
        """Return the quotes of the present scope, whatever is searched."""
        screen = self._screen
        if self.scope == "briefing":
            return self._gathered or []
        if screen.annotated is None:
            return []
        if self.scope == "event":
            return self.statements.rows(self._names)
        return items_of_article(screen.annotated, screen.article_id, self._names)

    def unfold(self, quote_id: str, on: bool) -> bool:
        """List the other wordings of a statement under its fullest, or no longer; tell whether that changed anything."""
        changed = self.scope == "event" and self.statements.unfold(quote_id, on)
        if changed:
            self.fill()
            self._screen.panes.quotes.show_statement()
        return changed

    def wordings(self, item: QuoteRow) -> list[QuoteRow]:
        """Return a row and those that its statement's other wordings would have, which are folded under it."""
        annotated = self._screen.annotated
        if not item.folded or annotated is None:
            return [item]
        folded = (
            each
            for statement in self.statements.known or ()
            for each in statement.wordings
            if each.quote.id in item.folded
        )
        return [item, *(item_of(annotated, each.article, each.quote, self._names) for each in folded)]

    def shown(self) -> set[str]:
        """Return the ids of the quotes that are listed, and of the wordings folded under them; what the search finds."""
        listed = (item for item in self._screen.items if item.quote)
        ids = {each for item in listed if item.quote for each in (item.quote.id, *item.folded)}
        passing = self._passing()
        return ids if passing is None else ids & passing

    def fill(self) -> None:
        """Fill the quotes pane from what is open, and the search."""
        if self.scope == "event":
            self.statements.tell(self._take_statements)
        screen = self._screen
        untold = self.scope == "event" and self.statements.known is None
        here = self.scope, screen.event_id
        if untold and screen.annotated and self._listed == here:
            return  # a step changed the event: its statements stay in sight until they are found anew
        self._listed = here
        everything = self.everything()
        passing = self._passing()
        kept = everything if passing is None else self._narrowed(everything, passing)
        together = self._picked.title or "by speaker"
        whose = {"article": "of this article", "event": "of all outlets", "briefing": together}[self.scope]
        if self.scope == "briefing" and self._cut_short:
            whose += f", the newest ({screen.key('counts')} opens any others)"
        gone = sum(item.quote.gone for item in once(kept) if item.quote)
        whose += f", {gone} gone" if gone else ""
        number = _standing(kept, passing)
        every = number if kept is everything else _standing(everything)
        self.numbers = number, every
        screen.items = kept
        told = f"{number} of {every}" if self.searched else str(number)
        if self.scope == "event":
            said, all_said = (
                sum(item.quote is not None and not item.label for item in items)
                for items in (kept, everything)
            )
            told = format.counted(all_said, "statement")
            told = f"{said} of {told}" if self.searched else told
            told = "statements" if untold else told  # none is counted yet
        screen.about = f"{told} {whose}"
        awaited = bool(screen.event_id) and (not screen.annotated or untold)
        gathering = self._gathered is None if self.scope == "briefing" else awaited
        elsewhere = self.scope == "article" and any(one.quotes for one in screen.articles)
        screen.empty_hint = lesson(
            everything, screen.rows, screen.key, gathering=gathering, elsewhere=elsewhere
        )

    def _take_statements(self) -> None:
        self.fill()
        self._screen.pane_entered()  # keys do something on them, and their sentence comes into view

    def _narrowed(self, everything: list[QuoteRow], passing: set[str]) -> list[QuoteRow]:
        if self.scope == "event":
            return self.statements.rows(self._names, passing)
        return narrowed(everything, passing, self._asked_for)

    def _passing(self) -> set[str] | None:
        """Return the ids of the quotes that the search finds, None where nothing is asked."""
        screen, node = self._screen, self.searched
        if node is None:
            return None
        if self.scope == "briefing":
            if self._passed is None or self._passed[0] != node:
                look = partial(self._pass, node, self.matcher(node))
                screen.run_worker(look, thread=True, exclusive=True, group="pass")
            return self._passed[1] if self._passed else None
        if screen.annotated is None:
            return None
        matcher = self.matcher(node)
        articles = [one for one in screen.articles if self.scope != "article" or one.id == screen.article_id]
        return {quote.id for one in articles for quote in matcher.quotes(screen.annotated, one)}

    def _asked_for(self, name: str) -> bool:
        """Tell whether the search wants a speaker by name; where it names none it wants all."""
        from tui.core.query.terms import speakers_meant

        known = (one for one in self.speakers.values() if one.name == name)
        names = [name, *(alias for one in known for alias in one.aliases)]
        return self.searched is None or speakers_meant(self.searched, names)

    def _pass(self, node: Node, matcher: Matcher) -> None:
        """Look which quotes of the whole briefing pass, beside the reader."""
        worker = get_current_worker()
        passed: set[str] = set()
        for annotated in self._opened:
            if worker.is_cancelled:
                return
            for article in annotated.event.articles:
                passed.update(quote.id for quote in matcher.quotes(annotated, article))
        self._screen.app.call_from_thread(self._take_passed, node, passed)

    def _take_passed(self, node: Node, passed: set[str]) -> None:
        self._passed = node, passed
        self.fill()
        self._screen.refresh_lines()  # which count what is found

    # Which scope.

    def set_scope(self, scope: str) -> None:
        """List the quotes of the article, the event, or the whole briefing."""
        self.scope = scope
        self._screen.panes.put_list_first(scope != "article")
        self._picked = QuoteSelection()
        self._gathered, self._opened = None, []
        self.fill()
        self.gather()
        self._screen.refresh_lines()
        self._screen.remember()

    def next_scope(self) -> None:
        """List the quotes of the scope after the present one."""
        self.set_scope(SCOPES[(SCOPES.index(self.scope) + 1) % len(SCOPES)])

    def pick(self, title: str, events: Mapping[str, set[str]]) -> None:
        """List quotes from anywhere in the briefing by event, under a title; another scope, or Esc, ends it."""
        self.scope = "briefing"
        self._screen.panes.put_list_first(True)
        self._picked = QuoteSelection(title, events)
        self._gathered = None
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


def _standing(items: list[QuoteRow], passing: Container[str] | None = None) -> int:
    """Return how many quotes are listed, or folded under one, that are still in their texts; of those `passing` alone."""
    ids = {
        each for item in items if item.quote and not item.quote.gone for each in (item.quote.id, *item.folded)
    }
    return len(ids) if passing is None else sum(each in passing for each in ids)
