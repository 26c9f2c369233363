"""The main screen: it owns what is shown, and hands it down to three panes that own nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.model import Annotated, Article, Counts, EventRow, Quote, Tag
from tui.store.briefing import Briefing, Step, StoreError
from tui.view import show
from tui.view.actions import ACTIONS, key_name
from tui.view.annotate import Annotator
from tui.view.article import ArticlePane
from tui.view.event_list import EventList
from tui.view.line_view import LineView
from tui.view.matches import fold, terms_of
from tui.view.messages import ArticleChosen, EventChosen, GoIn, PlaceChanged, QuoteChosen
from tui.view.quote_items import SCOPES, Filter, Names, items_of_briefing, items_of_event, narrowed
from tui.view.quote_list import Item, QuoteList
from tui.view.walk import Walker

if TYPE_CHECKING:
    from tui.view.app import BriefingApp

MESSAGE_SECONDS = 8
PANES = ("events", "article", "quotes")


class MainScreen(Screen[None]):
    """Events, article and quotes of one briefing."""

    BINDINGS: list[BindingType] = [
        Binding(",".join(action.keys), f"do('{action.id}')", action.label, id=action.id, show=False)
        for action in ACTIONS
        if action.keys
    ]

    rows: reactive[list[EventRow]] = reactive(list, init=False)
    counts: reactive[dict[str, Counts]] = reactive(dict, init=False)
    tags: reactive[dict[str, Tag]] = reactive(dict, init=False)
    annotated: reactive[Annotated | None] = reactive(None, init=False, always_update=True)
    event_id: reactive[str] = reactive("", init=False)
    article_id: reactive[str] = reactive("", init=False)
    quote_id: reactive[str] = reactive("", init=False)
    items: reactive[list[Item]] = reactive(list, init=False, always_update=True)
    found: reactive[frozenset[str] | None] = reactive(None, init=False)
    terms: reactive[tuple[str, ...]] = reactive((), init=False)
    quote_terms: reactive[tuple[str, ...]] = reactive((), init=False)
    about: reactive[str] = reactive("", init=False)
    teach: reactive[tuple[str, ...]] = reactive((), init=False)

    def __init__(self, briefing: Briefing, *, sample: bool = False) -> None:
        super().__init__()
        self.briefing = briefing
        self.sample = sample
        self.scope = "article"
        self.only = Filter()
        self.pane = "events"
        self.zoomed = False
        self.searching = ""  # the pane a live search is in
        self.hits: list[tuple[str, str]] = []
        self.gathered: list[Item] | None = None  # all quotes of the briefing, while in that scope
        self.annotator = Annotator(self)
        self.walker = Walker(self)
        self._message = ""
        self._message_timer: Timer | None = None
        self._place_timer: Timer | None = None
        self._width = ""

    # What is on the screen.

    def compose(self) -> ComposeResult:
        """The whole data flow: what the screen knows goes down to the panes."""
        yield Static(id="top")
        with Container(id="desk"):
            yield EventList(id="events").data_bind(
                MainScreen.rows, MainScreen.counts, MainScreen.found, MainScreen.event_id
            )
            yield ArticlePane(id="article").data_bind(
                MainScreen.annotated,
                MainScreen.article_id,
                MainScreen.quote_id,
                MainScreen.tags,
                MainScreen.terms,
            )
            yield QuoteList(id="quotes").data_bind(
                MainScreen.items,
                MainScreen.quote_id,
                MainScreen.about,
                terms=MainScreen.quote_terms,
                hint=MainScreen.teach,
            )
        yield Input(id="search", placeholder="search", select_on_focus=False)
        yield Static(id="bottom")

    @property
    def event_list(self) -> EventList:
        """The events pane."""
        return self.query_one("#events", EventList)

    @property
    def article_pane(self) -> ArticlePane:
        """The article pane."""
        return self.query_one("#article", ArticlePane)

    @property
    def quote_list(self) -> QuoteList:
        """The quotes pane."""
        return self.query_one("#quotes", QuoteList)

    @property
    def focused_pane(self) -> EventList | ArticlePane | QuoteList:
        """The pane the keys go to."""
        return cast("EventList | ArticlePane | QuoteList", self.query_one(f"#{self.pane}"))

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return self.article_pane.article

    @property
    def quote(self) -> Quote | None:
        """The quote that is meant: under the cursor in the article, else the one chosen in the list."""
        if self.pane == "article":
            return self.article_pane.quote_here()
        item = self.quote_list.chosen
        return item.quote if item else None

    @property
    def names(self) -> Names:
        """What ids stand for."""
        return Names(self.briefing.speakers(), self.tags)

    # Coming in.

    def on_mount(self) -> None:
        """Show the briefing where the reader left it."""
        place = self.briefing.place()
        self.tags = self.briefing.tags()
        self.rows = self.briefing.rows()
        self.scope = str(place.get("scope") or "article")
        known = {row["id"] for row in self.rows}
        event = str(place.get("event", ""))
        if event not in known:
            event = self.rows[0]["id"] if self.rows else ""
        if event:
            self.open_event(event, str(place.get("article", "")))
        self.zoomed = bool(place.get("zoomed"))
        pane = str(place.get("pane") or "events")
        self.go_to_pane(pane if pane in PANES else "events")
        self.call_after_refresh(self._resume, place)
        for notice in self.briefing.notices:
            self.say(notice)
        if self.briefing.read_only:
            self.say(self.briefing.read_only)

    def _resume(self, place: dict[str, object]) -> None:
        """Scroll to where the reader was, once the panes have their sizes."""
        cursor, top = place.get("cursor"), place.get("top")
        if isinstance(cursor, int) and isinstance(top, int) and place.get("article") == self.article_id:
            self.article_pane.go_to(cursor, top)
        self.quote_id = str(place.get("quote") or self.quote_id)
        self.count()
        if self.scope == "briefing":
            self.gather()
        self.set_interval(1.0, self.look_around)

    def on_resize(self, event: Resize) -> None:
        """Fold the panes to what fits."""
        width = "wide" if event.size.width >= 150 else "medium" if event.size.width >= 100 else "narrow"
        if width != self._width:
            self._width = width
            self.fold_panes()
        self.refresh_lines()

    def fold_panes(self) -> None:
        """Show the panes that fit: all, or the list apart from the text, or the one zoomed."""
        alone = self.zoomed or self._width == "narrow"
        for width in ("wide", "medium", "narrow"):
            self.set_class(width == self._width and not self.zoomed, f"-{width}")
        self.set_class(alone, "-alone")
        if self.zoomed:
            shown = {self.pane}
        elif alone:
            shown = {"events"} if self.pane == "events" else {"article", "quotes"}
        else:
            shown = set(PANES)
        for pane in PANES:
            self.query_one(f"#{pane}").display = pane in shown

    def go_to_pane(self, pane: str) -> None:
        """Give a pane the keys."""
        self.pane = pane
        self.fold_panes()
        self.query_one(f"#{pane}").focus(scroll_visible=False)
        self.refresh_lines()
        if pane == "article":
            self.annotator.mark_as_read()
        self.remember()

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        """Follow the mouse, which may give another pane the keys."""
        if isinstance(event.widget, LineView) and event.widget.id != self.pane and event.widget.id in PANES:
            self.go_to_pane(event.widget.id)

    # What is shown.

    def open_event(self, event_id: str, article_id: str = "") -> None:
        """Show an event, at an article of it or at the first one."""
        try:
            annotated = self.briefing.annotated(event_id)
        except StoreError as error:
            self.say(str(error))
            return
        self.event_id = event_id
        ids = [article.id for article in annotated.event.articles]
        self.annotated = annotated
        self.open_article(article_id if article_id in ids else next(iter(ids), ""))

    def open_article(self, article_id: str) -> None:
        """Show an article of the event that is open."""
        self.article_id = article_id
        if self.scope != "briefing":
            article = next((one for one in self._articles() if one.id == article_id), None)
            self.quote_id = article.quotes[0].id if article and article.quotes else ""
        self.list_quotes()
        if self.pane == "article":
            self.annotator.mark_as_read()
        self.remember()

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
        self.items = narrowed(everything, self.only, self.quote_terms)
        whose = {"article": "of this article", "event": "of all outlets", "briefing": "by speaker"}[self.scope]
        number = sum(item.quote is not None for item in self.items)
        filtered = f" · {self.only.by} {self.only.value}".rstrip() if self.only.by else ""
        self.about = f"{number} {whose}{filtered}"
        self.teach = self._lesson(bool(everything))

    def _lesson(self, any_at_all: bool) -> tuple[str, ...]:
        """Return what to press where there are no quotes to show."""
        if any_at_all:
            return ("No quote passes.", "Esc shows all again.")
        if self.scope == "briefing" and self.gathered is None:
            return ("Gathering all quotes…",)
        if self.scope == "article" and self.annotated and any(one.quotes for one in self._articles()):
            return ("No quotes in this article.", "s shows those of the other outlets.")
        return ("No quotes here.", "Quotes come in with the pages they stand in.")

    def all_items(self) -> list[Item]:
        """Return the quotes of the present scope, unfiltered."""
        if self.scope == "briefing":
            return self.gathered or []
        return items_of_event(self.annotated, self.article_id, self.scope, self.names) if self.annotated else []

    def set_scope(self, scope: str) -> None:
        """List the quotes of the article, the event, or the whole briefing."""
        self.scope = scope
        self.gathered = None
        self.list_quotes()
        if scope == "briefing":
            self.gather()
        self.remember()

    @work(thread=True, exclusive=True, group="gather")
    def gather(self) -> None:
        """Read all quotes of the briefing, beside the reader."""
        opened = []
        for row in self.briefing.rows():
            try:
                opened.append(self.briefing.annotated(row["id"]))
            except StoreError as error:
                self.app.call_from_thread(self.say, str(error))
        self.app.call_from_thread(self._gathered, items_of_briefing(opened, self.names))

    def _gathered(self, items: list[Item]) -> None:
        if self.scope == "briefing":
            self.gathered = items
            self.list_quotes()

    @work(thread=True, exclusive=True, group="count")
    def count(self) -> None:
        """Count what is unread, tagged and noted, after the first paint."""
        try:
            counts = self.briefing.counts()
        except StoreError as error:
            self.app.call_from_thread(self.say, str(error))
            return
        self.app.call_from_thread(setattr, self, "counts", counts)

    # What the panes say.

    @on(EventChosen)
    def _event_chosen(self, message: EventChosen) -> None:
        if message.event_id != self.event_id:
            self.open_event(message.event_id)

    @on(ArticleChosen)
    def _article_chosen(self, message: ArticleChosen) -> None:
        self.open_article(message.article_id)

    @on(QuoteChosen)
    def _quote_chosen(self, message: QuoteChosen) -> None:
        self.quote_id = message.quote_id
        if not message.in_article:
            self.show_quote()
        self.remember()

    @on(GoIn)
    def _go_in(self) -> None:
        self.walker.go_in()

    @on(PlaceChanged)
    def _place_changed(self) -> None:
        self.remember()

    def show_quote(self) -> None:
        """Bring the chosen quote into view in its article."""
        item = next((item for item in self.items if item.quote and item.quote.id == self.quote_id), None)
        if item is None or item.quote is None:
            return
        if item.event_id != self.event_id:
            self.open_event(item.event_id, item.quote.article)
        elif item.quote.article != self.article_id:
            self.article_id = item.quote.article
        self.article_pane.show_quote(item.quote)

    # What the store says.

    def changed(self, step: Step | None, said: str = "") -> None:
        """Show what a step changed, and say what it was."""
        if said or step is not None:
            self.say(said or (step.label if step else ""))
        if step is not None:
            self.show_changes(step.events, step.shared)

    def show_changes(self, events: frozenset[str], shared: frozenset[str]) -> None:
        """Read again what has changed; the reader stays where he is."""
        if "codebook" in shared:
            self.tags = self.briefing.tags()
        if "catalogue" in shared:
            self.rows = self.briefing.rows()
        if self.event_id in events or shared & {"speakers", "codebook"}:
            self.reopen()
        for event_id in events - {self.event_id}:
            self._recount(event_id)
        if self.scope == "briefing":
            self.gather()

    def reopen(self) -> None:
        """Read the event again that is shown."""
        if not self.event_id:
            return
        try:
            annotated = self.briefing.annotated(self.event_id)
        except StoreError as error:
            self.say(str(error))
            return
        before = [article.id for article in self._articles()]
        after = [article.id for article in annotated.event.articles]
        self.annotated = annotated
        self._count_in(annotated)
        if self.article_id not in after:
            at = before.index(self.article_id) if self.article_id in before else 0
            self.open_article(after[min(at, len(after) - 1)] if after else "")
        else:
            self.list_quotes()

    def _recount(self, event_id: str) -> None:
        try:
            self._count_in(self.briefing.annotated(event_id))
        except StoreError:
            return  # it will be said when the event is opened

    def _count_in(self, annotated: Annotated) -> None:
        of = annotated.annotations
        ids = [article.id for article in annotated.event.articles]
        self.counts = {
            **self.counts,
            annotated.event.id: Counts(
                unread=sum(not annotated.read(one) for one in ids),
                starred=sum(annotated.starred(one) for one in of),
                tagged=sum(bool(annotated.tags(one)) for one in of),
                notes=sum(len(annotated.of(one, "commenting")) for one in of),
            ),
        }

    def look_around(self) -> None:
        """See whether somebody else has written to the briefing."""
        try:
            others = self.briefing.poll()
        except StoreError as error:
            self.say(str(error))
            return
        if others:
            shared = others & {"codebook", "speakers", "catalogue"}
            self.show_changes(others - shared, frozenset(shared))

    # Search.

    def begin_search(self) -> None:
        """Open the search line for the pane that has the keys."""
        self.searching = self.pane
        line = self.query_one("#search", Input)
        line.placeholder = {
            "events": "search headlines, texts, quotes, notes",
            "article": "search this article",
            "quotes": "search these quotes",
        }[self.pane]
        line.add_class("-live")
        line.display = True
        line.value = ""
        line.focus()

    @on(Input.Changed, "#search")
    def _typed(self, event: Input.Changed) -> None:
        terms = terms_of(event.value)
        if self.searching == "quotes":
            self.quote_terms = terms
            self.list_quotes()
        else:
            self.terms = terms
            if self.searching == "events":
                self.find(event.value)
            elif terms:
                self.article_pane.next_match(1) or self.article_pane.to_edge_match(1)
                self.say(show.counted(self.article_pane.match_count, "match").replace("matchs", "matches"))

    @work(thread=True, exclusive=True, group="search")
    def find(self, query: str) -> None:
        """Search the whole briefing, beside the reader."""
        terms = terms_of(query)
        if not terms:
            self.app.call_from_thread(self._show_found, query, None, [])
            return
        named = {
            row["id"]
            for row in self.rows
            if all(fold(term) in fold(f"{row['name']} {' '.join(row['outlets'])}") for term in terms)
        }
        try:
            hits = self.briefing.search(query)
        except StoreError as error:
            self.app.call_from_thread(self.say, str(error))
            hits = []
        found = frozenset(named | {event for event, _ in hits})
        self.app.call_from_thread(self._show_found, query, found, hits)

    def _show_found(self, query: str, found: frozenset[str] | None, hits: list[tuple[str, str]]) -> None:
        if self.searching == "events" and self.query_one("#search", Input).value == query:
            self.hits = hits
            self.found = found

    @on(Input.Submitted, "#search")
    def _search_on(self) -> None:
        """Enter leaves the line; the search stays live for n and N."""
        if not self.query_one("#search", Input).value.strip():
            self.end_search()
            return
        self.go_to_pane(self.searching)

    def end_search(self) -> None:
        """End the search and show everything again."""
        pane = self.searching
        self.searching = ""
        line = self.query_one("#search", Input)
        line.display = False
        self.hits = []
        self.found = None
        self.terms = ()
        if self.quote_terms:
            self.quote_terms = ()
            self.list_quotes()
        self.go_to_pane(pane or self.pane)

    # Keys.

    async def action_do(self, action: str) -> None:
        """Do what the table of actions has under this id."""
        if isinstance(self.focused, Input):
            if action == "back":
                self.end_search()
            elif action in ("down", "up", "pane_next"):
                self._search_on()
            return
        for doer in (self.walker, self.annotator, self.app):
            if method := getattr(doer, f"do_{action}", None):
                result = method()
                if result is not None:
                    await result
                return

    # The lines above and below.

    def say(self, message: str) -> None:
        """Show a message at the foot of the screen for a while."""
        self._message = message
        if self._message_timer:
            self._message_timer.stop()
        self._message_timer = self.set_timer(MESSAGE_SECONDS, self._hush)
        self.refresh_lines()

    def _hush(self) -> None:
        self._message = ""
        self.refresh_lines()

    def refresh_lines(self) -> None:
        """Write the top and the bottom line anew."""
        if not self.is_mounted:
            return
        app = cast("BriefingApp", self.app)
        width = max(20, self.size.width - 2)
        left, right = self.briefing.title, show.counted(len(self.rows), "event")
        if self.sample:
            left, right = f"{left} · sample", "your own pages: briefing-tui import PATH…"
        if self.briefing.read_only:
            right = "read-only"
        self.query_one("#top", Static).update(_ends(left, right, width))
        letter = self.pane[0]
        hints = "  ".join(
            f"{key_name(app.keys_of(action)[0])} {action.label}" for action in ACTIONS if letter in action.hint
        )
        help_key = next(action for action in ACTIONS if action.id == "help")
        self.query_one("#bottom", Static).update(
            _ends(self._message or hints, f"{key_name(app.keys_of(help_key)[0])} help", width)
        )

    # The place.

    def remember(self) -> None:
        """Note the place soon: moving fast writes once."""
        if self._place_timer:
            self._place_timer.stop()
        self._place_timer = self.set_timer(0.5, self.save_place)

    def save_place(self) -> None:
        """Write down where the reader is."""
        cursor, top = self.article_pane.place()
        self.briefing.save_place(
            {
                "event": self.event_id,
                "article": self.article_id,
                "quote": self.quote_id,
                "cursor": cursor,
                "top": top,
                "pane": self.pane,
                "scope": self.scope,
                "zoomed": self.zoomed,
            }
        )

    def next_scope(self) -> str:
        """Return the scope after the present one."""
        return SCOPES[(SCOPES.index(self.scope) + 1) % len(SCOPES)]


def _ends(left: str, right: str, width: int) -> Content:
    """Return a line with something at both ends; the right end is never pushed out."""
    from tui.view.wrap import fit  # noqa: PLC0415

    left = fit(left, width - len(right) - 2)
    gap = width - Content(left).cell_length - Content(right).cell_length
    return Content(left + " " * max(1, gap) + right)
