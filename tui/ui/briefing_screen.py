"""What is open of a briefing, one event, an article and a quote of it, and the panes that follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.events import MouseDown, MouseMove
from textual.reactive import var
from textual.screen import Screen

from tui.core.event_rows import EventRows
from tui.core.model import AnnotatedEvent, Article, EventCounts, Quote, Tag
from tui.store.arrivals import Arrivals
from tui.store.briefing import Briefing
from tui.ui.disk_queue import DiskQueue
from tui.ui.messages import ArticleChosen
from tui.ui.open_place import OpenPlace
from tui.ui.pane_layout import PaneLayout
from tui.ui.panes.article_layout import MEASURE
from tui.ui.panes.article_pane import ArticlePane
from tui.ui.panes.event_list import EventList
from tui.ui.panes.footer import Footer
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.panes.quote_list import QuoteList
from tui.ui.panes.search_highlight import Terms
from tui.ui.panes.status_line import MessageOverlay, StatusLine

if TYPE_CHECKING:
    from tui.core.query.nodes import Node

Found = TypeVar("Found")


class BriefingScreen(Screen[None]):
    """The state of the main screen, from which the panes follow, each with what it repaints of itself."""

    rows: var[EventRows] = var(EventRows, init=False, always_update=True)
    counts: var[dict[str, EventCounts]] = var(dict, init=False)
    statement_counts: var[Mapping[str, int] | None] = var(None, init=False)
    tags: var[dict[str, Tag]] = var(dict, init=False)
    views: var[tuple[str, ...]] = var((), init=False)
    annotated: var[AnnotatedEvent | None] = var(None, init=False, always_update=True)
    event_id: var[str] = var("", init=False)
    article_id: var[str] = var("", init=False)
    quote_id: var[str] = var("", init=False)
    items: var[list[QuoteRow]] = var(list, init=False, always_update=True)
    found: var[Mapping[str, int] | None] = var(None, init=False)
    terms: var[Terms] = var((), init=False)
    text_width: var[int] = var(MEASURE, init=False)
    about: var[str] = var("", init=False)
    empty_hint: var[tuple[str, ...]] = var((), init=False)

    def __init__(self, briefing: Briefing) -> None:
        super().__init__()
        self.briefing = briefing
        self.arrivals = Arrivals()
        self.gone = ""  # what another program did to the briefing, and what is to be done
        self.order = ""  # of the timeline, as the reader left it
        self.listed = ""  # the quote that the cursor of the list was on
        self.folded: tuple[str, ...] = ()  # years and months of it
        self.panes = PaneLayout(self, self.pane_entered)
        self.disk = DiskQueue(self.call_later)

    def compose(self) -> ComposeResult:
        """The whole data flow: what the screen knows goes down to the panes."""
        self.take_up()
        yield StatusLine(id="top")
        # Bindings arrive one by one: what a pane is laid out for comes last.
        yield EventList(id="events", key=self.key, order=self.order, folded=self.folded).data_bind(
            BriefingScreen.event_id,
            BriefingScreen.counts,
            BriefingScreen.statement_counts,
            BriefingScreen.terms,
            BriefingScreen.found,
            BriefingScreen.views,
            BriefingScreen.rows,
        )
        yield ArticlePane(id="article", key=self.key).data_bind(
            BriefingScreen.text_width,
            BriefingScreen.event_id,
            BriefingScreen.quote_id,
            BriefingScreen.terms,
            BriefingScreen.tags,
            BriefingScreen.annotated,
            BriefingScreen.article_id,
        )
        yield QuoteList(id="quotes", listed=self.listed).data_bind(
            BriefingScreen.text_width,
            BriefingScreen.quote_id,
            BriefingScreen.terms,
            BriefingScreen.about,
            hint=BriefingScreen.empty_hint,
            items=BriefingScreen.items,
        )
        yield Footer(id="bottom")
        yield MessageOverlay(id="said")

    def watch_text_width(self) -> None:
        """Give the article the room it is to have."""
        self.panes.text_width = self.text_width
        if self.is_running and self.children:
            self.panes.fold()

    # What the mouse does between the panes.

    def on_mouse_down(self, event: MouseDown) -> None:
        """Take hold of a border between two panes."""
        if self.panes.grab(*event.screen_offset):
            self.clear_selection()  # what is dragged is the border
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Draw the border that is held."""
        self.panes.drag(*event.screen_offset)

    def on_mouse_up(self) -> None:
        """Let go of it."""
        if self.panes.let_go():
            self.release_mouse()

    # What the main screen adds.

    def take_up(self) -> None:
        """Open what the reader had open, before there are panes: they are laid out only once."""
        raise NotImplementedError

    def pane_entered(self) -> None:
        """Take note that a pane was given the keys."""
        raise NotImplementedError

    @property
    def asked(self) -> Node | None:
        """The search that is live."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        raise NotImplementedError

    def refresh_lines(self) -> None:
        raise NotImplementedError

    def remember(self) -> None:
        """Note the place soon."""
        raise NotImplementedError

    def article_opened(self) -> None:
        """List the quotes of an article that was opened, or say that it is being read."""
        raise NotImplementedError

    def _fail(self, why: str) -> None:
        self.say(self.gone or why)

    def look_again(self) -> None:
        """Bring a search that is live up to what there is now."""
        raise NotImplementedError

    def go_to_picked(self, item: QuoteRow) -> None:
        """Go where the first of the quotes picked across the briefing stands."""
        raise NotImplementedError

    # What is open.

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the event that is open."""
        return self.annotated.event.articles if self.annotated else ()

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return next((one for one in self.articles if one.id == self.article_id), None)

    @property
    def quote(self) -> Quote | None:
        """The quote that keys mean."""
        return self.panes.quote

    @property
    def open(self) -> OpenPlace:
        return OpenPlace(
            event_id=self.event_id,
            article_id=self.article_id,
            quote_id=self.quote_id,
            annotated=self.annotated,
            article=self.article,
            quote=self.quote,
            speaker=self.panes.speaker,
            rows=self.rows,
            counts=self.counts,
            items=self.items,
            tags=self.tags,
            asked=self.asked,
        )

    def view_names(self) -> tuple[str, ...]:
        """Return the names of the saved searches."""
        return tuple(sorted((view.name for view in self.briefing.views().values()), key=str.casefold))

    def key(self, action: str) -> str:
        raise NotImplementedError

    def read(self, fetch: Callable[[], Found], show: Callable[[Found], None], kind: str = "") -> bool:
        return self.disk.read(fetch, show, self._fail, kind)

    def open_event(self, event_id: str, article_id: str = "", then: Callable[[], None] | None = None) -> None:
        if self.annotated and event_id == self.event_id:
            if article_id not in ("", self.article_id):
                self.open_article(article_id)
            if then:
                then()
            return

        def show(annotated: AnnotatedEvent) -> None:
            self.show_event(annotated, article_id)
            if then:
                then()

        def fail(why: str) -> None:
            self._fail(why)
            if self.annotated is None:
                self.event_id = ""

        if not self.disk.read(lambda: self.briefing.annotated(event_id), show, fail, "event"):
            # What was open is open no longer, so that no key goes to what is not meant.
            self.event_id, self.annotated, self.article_id = event_id, None, ""
            self.article_opened()

    def show_event(self, annotated: AnnotatedEvent, article_id: str) -> None:
        """Show an event that was read, at an article of it or at the first one."""
        self.event_id = annotated.event.id
        ids = [article.id for article in annotated.event.articles]
        self.annotated = annotated
        self.open_article(article_id if article_id in ids else next(iter(ids), ""))

    def open_article(self, article_id: str) -> None:
        self.article_id = article_id
        self.article_opened()

    @on(ArticleChosen)
    def _article_chosen(self, message: ArticleChosen) -> None:
        self.open_article(message.article_id)

    def choose_quote(self, quote_id: str, article_id: str = "") -> None:
        self.quote_id = quote_id
        self.article_id = article_id or self.article_id

    def show_found(self, terms: Terms, found: Mapping[str, int] | None) -> None:
        # The list first: lit up as it stands, its rows would be drawn, and drawn again for what is left of them.
        self.found, self.terms = found, terms

    def on_unmount(self) -> None:
        """Read nothing for a screen that is gone."""
        self.disk.close()
