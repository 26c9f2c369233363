"""The main screen: it owns what is shown, and hands it down to three panes that own nothing."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Paste, Resize

from tui.core.model import Article, Quote
from tui.settings.actions import ACTIONS
from tui.store.briefing import Briefing, StoreError
from tui.ui.briefing_screen import BriefingScreen
from tui.ui.controllers.navigation import PANES, NavigationController
from tui.ui.controllers.registry import ControllerRegistry, warm
from tui.ui.controllers.resume import ReadingPosition
from tui.ui.controllers.search import SearchController
from tui.ui.controllers.status import StatusController
from tui.ui.messages import EventChosen, GoIn, PlaceChanged, QuoteChosen
from tui.ui.panes.article_pane import ArticlePane
from tui.ui.panes.event_list import EventList
from tui.ui.panes.line_view import LineView
from tui.ui.panes.quote_list import QuoteList, QuoteRow
from tui.ui.panes.status_line import MessageOverlay, StatusLine

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.store.briefing import Step
    from tui.ui.controllers.annotations import AnnotationController
    from tui.ui.controllers.background_job import BackgroundJobs
    from tui.ui.controllers.jumps import JumpController
    from tui.ui.controllers.text_selection import TextSelectionController

WARM_SECONDS = 0.5  # after the first paint


class MainScreen(BriefingScreen):
    """Events, article and quotes of one briefing."""

    AUTO_FOCUS = ""  # the place remembered says which pane has the keys
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(action.keys), f"do('{action.id}')", action.label, id=action.id, show=False)
        for action in ACTIONS
        if action.keys
    ]

    def __init__(self, briefing: Briefing, *, sample: bool = False) -> None:
        super().__init__(briefing)
        self.sample = sample
        self.pane = "events"
        self.zoomed = False
        self.walker = NavigationController(self)
        self.searcher = SearchController(self)
        self.doers = ControllerRegistry(self)
        self.edges = StatusController(self)
        self.place = ReadingPosition(self)
        self._width = ""

    # What is on the screen.

    def compose(self) -> ComposeResult:
        """The whole data flow: what the screen knows goes down to the panes."""
        self._take_up()
        yield StatusLine(id="top")
        # Bindings arrive one by one: what a pane is laid out for comes last.
        yield EventList(id="events").data_bind(
            BriefingScreen.event_id,
            BriefingScreen.counts,
            BriefingScreen.terms,
            BriefingScreen.found,
            BriefingScreen.views,
            BriefingScreen.rows,
        )
        yield ArticlePane(id="article").data_bind(
            BriefingScreen.quote_id,
            BriefingScreen.terms,
            BriefingScreen.tags,
            BriefingScreen.annotated,
            BriefingScreen.article_id,
        )
        yield QuoteList(id="quotes").data_bind(
            BriefingScreen.quote_id,
            BriefingScreen.terms,
            BriefingScreen.about,
            hint=BriefingScreen.teach,
            items=BriefingScreen.items,
        )
        yield StatusLine(id="bottom")
        yield MessageOverlay(id="said")

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
    def annotator(self) -> AnnotationController:
        """What carries commands out."""
        return cast("AnnotationController", self.doers.get("annotations"))

    @property
    def picker(self) -> TextSelectionController:
        """What selects words in the article."""
        return cast("TextSelectionController", self.doers.get("text_selection"))

    @property
    def beside(self) -> BackgroundJobs:
        """What runs beside the reader."""
        return cast("BackgroundJobs", self.doers.get("background_job"))

    @property
    def goer(self) -> JumpController:
        """What jumps across the briefing."""
        return cast("JumpController", self.doers.get("jumps"))

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

    # Coming in.

    def _take_up(self) -> None:
        """Open what the reader had open, before there are panes: they are laid out only once."""
        place = self.place.found
        self.tags = self.briefing.tags()
        self.views = self.view_names()
        self.rows = self.briefing.rows()
        self.scope = str(place.get("scope") or "article")
        self.zoomed = bool(place.get("zoomed"))
        if (pane := place.get("pane")) in PANES:
            self.pane = str(pane)
        event = str(place.get("event", ""))
        if all(row["id"] != event for row in self.rows):
            event = self.rows[0]["id"] if self.rows else ""
        if event:
            self.open_event(event, str(place.get("article", "")))
        self.quote_id = str(place.get("quote") or self.quote_id)
        self._width = _width_class(self.app.size.width)
        self.set_class(not self.zoomed, f"-{self._width}")

    def on_mount(self) -> None:
        """Show the briefing where the reader left it."""
        self.go_to_pane(self.pane)
        self.call_after_refresh(self._resume)
        self.tell()
        if self.briefing.read_only:
            self.say(self.briefing.read_only)

    def _resume(self) -> None:
        """Scroll to where the reader was, once the panes have their sizes."""
        gc.freeze()  # what is there now stays: it need not be looked through again and again
        gc.enable()  # put off in __main__ until the first paint
        self.place.scroll_back()
        self.count()
        if self.scope == "briefing":
            self.gather()
        self.set_interval(1.0, self.look_around)
        self.set_timer(WARM_SECONDS, lambda: self.run_worker(warm, thread=True, group="warm"))

    def on_resize(self, event: Resize) -> None:
        """Fold the panes to what fits."""
        width = _width_class(event.size.width)
        if width != self._width:
            self._width = width
            self.fold_panes()
        self.refresh_lines()

    @property
    def folded(self) -> bool:
        """Whether the timeline and the text take turns on the screen."""
        return self.zoomed or self._width == "narrow"

    def fold_panes(self) -> None:
        """Show the panes that fit: all, or the list apart from the text, or the one zoomed."""
        for width in ("wide", "medium", "narrow"):
            self.set_class(width == self._width and not self.zoomed, f"-{width}")
        if self.zoomed:
            shown = {self.pane}
        elif self.folded:
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

    def opened(self) -> None:
        """Reading begins where the article pane has the keys."""
        if not self.is_mounted:
            return
        if self.pane == "article":
            self.annotator.mark_as_read()
        self.remember()

    # What the panes say.

    @on(EventChosen)
    def _event_chosen(self, message: EventChosen) -> None:
        if message.event_id != self.event_id:
            self.open_event(message.event_id)

    @on(QuoteChosen)
    def _quote_chosen(self, message: QuoteChosen) -> None:
        self.quote_id = message.quote_id
        self.follow_marks()
        if not message.in_article:
            self.show_quote()
        self.remember()

    def watch_items(self) -> None:
        """Keep marks on what is still listed."""
        self.call_after_refresh(self.follow_marks)

    def follow_marks(self) -> None:
        """Let marks grow with the cursor."""
        if marker := self.doers.made("bulk_selection"):
            marker.follow()

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

    def changed(self, step: Step, said: str) -> None:
        """Show what a step changed; whoever wrote something wants to find himself there again."""
        super().changed(step, said)
        self.save_place()

    def on_text_selected(self) -> None:
        """Take over what the mouse selected in the article."""
        if span := self.article_pane.mouse_selection():
            self.clear_selection()
            self.go_to_pane("article")
            self.picker.take(*span)

    # Search.

    def look_again(self) -> None:
        """Bring a search that is live up to what there is now."""
        self.searcher.look_again()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search on with every letter."""
        self.searcher.typed(event.value)

    def on_input_submitted(self) -> None:
        """Leave the search line; the search stays live."""
        self.searcher.keep()

    # Keys.

    async def action_do(self, action: str) -> None:
        """Do what the table of actions has under this id."""
        self.edges.key_pressed()
        if not self.searcher.typing and (method := self.doers.of_mode(action)):
            method()
            return
        if self.searcher.typing:
            if action == "back":
                self.searcher.end()
            elif action in ("down", "up", "pane_next"):
                self.searcher.keep()
            return
        method = (
            getattr(self.walker, f"do_{action}", None)
            or self.doers.method(action)
            or getattr(self.app, f"do_{action}", None)
        )
        if method:
            try:
                result = method()
                if result is not None:
                    await result
            except StoreError as error:  # what is damaged costs a line, not the program
                self.say(str(error))

    def on_paste(self, event: Paste) -> None:
        """Take a page that is pasted; what is pasted into a line stays there."""
        event.stop()  # else the app hands it on to the line that opens for it
        self.doers.get("import_pages").pasted(event.text)

    def pick(self, title: str, events: Mapping[str, set[str]]) -> None:
        """List quotes from anywhere in the briefing, and go there."""
        self.goer.leave()
        super().pick(title, events)
        self.go_to_pane("quotes")

    def go_to_picked(self, item: QuoteRow | None) -> None:
        """Show the first of the quotes picked, unless the reader has chosen another of them by now."""
        if (
            item
            and item.quote
            and all(one.quote is None or one.quote.id != self.quote_id for one in self.items)
        ):
            self.quote_id = item.quote.id
            self.show_quote()

    # The lines above and below.

    @property
    def message(self) -> str:
        """What the bottom line says for a while."""
        return self.edges.message

    def fits(self, message: str) -> bool:
        """Tell whether a message can be read whole in the bottom line."""
        return self.edges.fits(message)

    def say(self, message: str, *, quiet: bool = False) -> None:
        """Show a message at the foot of the screen for a while; one that is not `quiet` is shown whole."""
        self.edges.say(message, quiet=quiet)

    def refresh_lines(self) -> None:
        """Write the top and the bottom line anew."""
        self.edges.refresh()

    # The place.

    def remember(self) -> None:
        """Note the place soon."""
        self.place.remember()

    def save_place(self) -> None:
        """Write down where the reader is."""
        self.place.save()


def _width_class(width: int) -> str:
    """Return how the panes are laid out: the text never gets less than a comfortable measure."""
    return "wide" if width >= 180 else "medium" if width >= 108 else "narrow"
