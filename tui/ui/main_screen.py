"""The main screen: it owns what is shown, and hands it down to three panes that own nothing."""

from __future__ import annotations

import gc
from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Paste, Resize

from tui.core.model import Article, Quote
from tui.settings.actions import ACTIONS, BY_ID, ends_mode
from tui.store.briefing import Briefing, StoreError
from tui.ui.availability import is_bound, missing
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
    from textual.screen import Screen, ScreenResultCallbackType
    from textual.widgets import Input

    from tui.commands.base import Command
    from tui.store.undo import Step
    from tui.ui.context import Program
    from tui.ui.controllers.annotations import AnnotationController
    from tui.ui.controllers.background_job import BackgroundJobs
    from tui.ui.controllers.bulk_selection import BulkSelectionController
    from tui.ui.controllers.text_selection import TextSelectionController

Kind = TypeVar("Kind")
Result = TypeVar("Result")

WARM_SECONDS = 0.5  # after the first paint


class MainScreen(BriefingScreen, inherit_bindings=False):
    """Events, article and quotes of one briefing."""

    AUTO_FOCUS = ""  # the place remembered says which pane has the keys
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,super+c", "screen.copy_text", "copy", show=False),
    ]

    def __init__(self, briefing: Briefing, *, sample: bool = False) -> None:
        super().__init__(briefing)
        self.sample = sample
        self.pane = "events"
        self.zoomed = False
        self.controllers = ControllerRegistry(self)
        self.search = self.controllers.get(SearchController)
        self.status = StatusController(self)
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
            BriefingScreen.event_id,
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
            try:  # at once: there is nothing to show yet
                self.show_event(self.briefing.annotated(event), str(place.get("article", "")))
            except StoreError as error:
                self.say(str(error))
        self.quote_id = str(place.get("quote") or self.quote_id)
        self._width = _width_class(self.app.size.width)
        self.set_class(not self.zoomed, f"-{self._width}")

    def on_mount(self) -> None:
        """Show the briefing where the reader left it."""
        for action in ACTIONS:  # a key is that of an action in each mode: `check_action` says which is meant
            for key in self.program.keys_of(action):
                self._bindings.bind(key, f"do('{action.id}')", action.label, show=False)
                self._bindings.bind(key, f"explain('{action.id}')", show=False)
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
            self._annotations().mark_as_read()
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
            self._annotations().mark_as_read()
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
        self.refresh_lines()

    def watch_items(self) -> None:
        """Keep marks on what is still listed."""
        self.call_after_refresh(self.follow_marks)

    def follow_marks(self) -> None:
        """Let marks grow with the cursor."""
        if self._marks:
            self._marks.follow()

    @on(GoIn)
    def _go_in(self) -> None:
        self.controllers.get(NavigationController).go_in()

    @on(PlaceChanged)
    def _place_changed(self) -> None:
        self.remember()
        self.refresh_lines()

    def show_quote(self) -> None:
        """Bring the chosen quote into view in its article."""
        item = next((item for item in self.items if item.quote and item.quote.id == self.quote_id), None)
        if item is None or item.quote is None:
            return
        quote = item.quote
        if item.event_id != self.event_id:
            self.open_event(item.event_id, quote.article, lambda: self.article_pane.show_quote(quote))
            return
        if quote.article != self.article_id:
            self.article_id = quote.article
        self.article_pane.show_quote(quote)

    def changed(self, step: Step, said: str) -> None:
        """Show what a step changed; whoever wrote something wants to be there again."""
        super().changed(step, said)
        self.save_place()

    def on_text_selected(self) -> None:
        """Take over what the mouse selected in the article."""
        if span := self.article_pane.mouse_selection():
            self.clear_selection()
            self.go_to_pane("article")
            from tui.ui.controllers.text_selection import TextSelectionController

            self.controllers.get(TextSelectionController).take(*span)

    # Search.

    @property
    def search_line(self) -> Input:
        """The line that a search is typed into."""
        from textual.widgets import Input

        return self.query_one("#search", Input)

    async def open_search_line(self) -> None:
        """Make the search line, if there is none yet: its style sheet alone would be felt at every start."""
        if not self.query("#search"):
            from textual.widgets import Input

            await self.mount(Input(id="search", select_on_focus=False), before="#bottom")

    def look_again(self) -> None:
        """Bring a search that is live up to what there is now."""
        self.search.look_again()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search on with every letter."""
        self.search.typed(event.value)

    def on_input_submitted(self) -> None:
        """Leave the search line; the search stays live."""
        self.search.keep()

    # Modes.

    @property
    def _marks(self) -> BulkSelectionController | None:
        return cast("BulkSelectionController | None", self.controllers.peek("bulk_selection"))

    @property
    def _selected(self) -> TextSelectionController | None:
        return cast("TextSelectionController | None", self.controllers.peek("text_selection"))

    @property
    def mode(self) -> str:
        """What the keys are for now: a mode of the table of actions, "" for none."""
        if self.search.typing:
            return "search"
        if self.pane == "quotes" and self._marks and self._marks.on:
            return "mark"
        return "select" if self._selected and self._selected.on else ""

    @property
    def mode_says(self) -> str:
        """What the mode says before its keys."""
        return self._marks.says if self._marks and self.mode == "mark" else ""

    def end_mode(self) -> None:
        """Leave the selection or the marks."""
        for each in (self._marks, self._selected):
            if each and each.on:
                each.end()

    # Keys.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether a key does something now: False in another mode, None where something is missing for it."""
        if action not in ("do", "explain"):
            return True
        wanted = BY_ID[str(parameters[0])]
        if not is_bound(wanted, self):
            return False
        return bool(missing(wanted, self)) == (action == "explain") or None

    async def action_do(self, action_id: str) -> None:
        """Do what a key asks for."""
        await self.act(action_id)

    async def action_explain(self, action_id: str) -> None:
        """Say what is missing for what a key asks for."""
        await self.act(action_id)

    async def act(self, action_id: str) -> None:
        """Do what the table of actions has under this id, or say what is missing for it."""
        action = BY_ID[action_id]
        self.status.key_pressed()
        if why := missing(action, self):
            self.say(why)
            return
        if ends_mode(self.mode, action):
            self.end_mode()
        try:
            doing = self.controllers.doer(action_id)()
            if doing is not None:
                await doing
        except StoreError as error:  # what is damaged costs a line, not the program
            self.say(str(error))

    # What controllers ask for.

    def controller(self, kind: type[Kind]) -> Kind:
        """Return the one controller of a class, made if need be."""
        return self.controllers.get(kind)

    @property
    def program(self) -> Program:
        """Our side of the application."""
        return cast("Program", self.app)

    def push(self, dialog: Screen[Result], then: ScreenResultCallbackType[Result] | None = None) -> None:
        """Open a dialog, and hand on what it gives."""
        self.app.push_screen(dialog, then)

    def _annotations(self) -> AnnotationController:
        from tui.ui.controllers.annotations import AnnotationController

        return self.controllers.get(AnnotationController)

    def do(self, *commands: Command) -> None:
        """Carry commands out, a step of undo each, and show what they changed."""
        self._annotations().do(*commands)

    def in_thread(self, work: Callable[[], None], group: str, *, exclusive: bool = True) -> None:
        """Do some work beside the reader; an `exclusive` one ends what its group did before."""
        self.run_worker(work, thread=True, group=group, exclusive=exclusive, exit_on_error=False)

    def run_beside(self, work: Coroutine[Any, Any, None], group: str) -> None:
        """Run what awaits something, beside the keys."""
        self.run_worker(work, group=group, exit_on_error=False)

    def from_thread(self, show: Callable[..., None], *args: Any) -> None:
        """Call what touches the screen, from work beside the reader."""
        self.app.call_from_thread(show, *args)

    @property
    def job_line(self) -> str:
        """What is under way beside the reader, "" for nothing."""
        job = cast("BackgroundJobs | None", self.controllers.peek("background_job"))
        return job.told if job and job.running else self.indexing

    def put_lines(self, top: tuple[str, str], bottom: tuple[str, str], message: str) -> None:
        """Write the lines above and below; `message` is shown whole where the bottom line cannot hold it."""
        self.query_one("#top", StatusLine).put(*top)
        long = self.query_one("#bottom", StatusLine).put(*bottom)
        self.query_one("#said", MessageOverlay).put(message if long else "")

    def on_paste(self, event: Paste) -> None:
        """Take a page that is pasted; what is pasted into a line stays there."""
        event.stop()  # else the app hands it on to the line that opens for it
        from tui.ui.controllers.import_pages import ImportController

        self.controllers.get(ImportController).pasted(event.text)

    def pick(self, title: str, events: Mapping[str, set[str]]) -> None:
        """List quotes from anywhere in the briefing, and go there."""
        from tui.ui.controllers.jumps import JumpController

        self.controllers.get(JumpController).leave()
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
        return self.status.message

    def say(self, message: str, *, quiet: bool = False) -> None:
        """Show a message at the foot of the screen for a while; one that is not `quiet` is shown whole."""
        self.status.say(message, quiet=quiet)

    def refresh_lines(self) -> None:
        """Write the top and the bottom line anew."""
        if self.children:  # else still taking up the place, before there are panes
            self.status.refresh()

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
