"""The main screen: it owns what is shown, and hands it down to three panes that own nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import on
from textual._context import active_message_pump
from textual.binding import BindingType
from textual.events import DescendantFocus, Key, Paste, Resize, ScreenResume, ScreenSuspend

from tui.core import garbage
from tui.settings.actions import BY_ID, key_name
from tui.store.briefing import Briefing, StoreError
from tui.ui.briefing_screen import BriefingScreen
from tui.ui.controllers.navigation import NavigationController
from tui.ui.controllers.read_marks import ReadMarks
from tui.ui.controllers.registry import ControllerRegistry
from tui.ui.controllers.resume import ReadingPosition
from tui.ui.controllers.search import SearchController
from tui.ui.controllers.status import StatusController
from tui.ui.key_dispatch import KeyDispatch, rebind
from tui.ui.messages import EventChosen, GoIn, PlaceChanged, QuoteChosen, StatementsWanted
from tui.ui.pane_layout import PANES
from tui.ui.panes.footer import Footer
from tui.ui.panes.line_view import LineView
from tui.ui.panes.quote_layout import QuoteRow
from tui.ui.quote_listing import QuoteListing
from tui.ui.statement_counts import StatementCounts
from tui.ui.store_news import StoreNews

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widgets import Input

    from tui.commands.base import Command
    from tui.core.query.nodes import Node
    from tui.ui.context import Holds, Program
    from tui.ui.controllers.annotations import AnnotationController
    from tui.ui.controllers.selection_menu import SelectionMenuController

Kind = TypeVar("Kind")
Result = TypeVar("Result")


class MainScreen(BriefingScreen, inherit_bindings=False):
    """Events, article and quotes of one briefing."""

    AUTO_FOCUS = ""  # the place remembered says which pane has the keys
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+c,super+c", "copy_text")]

    def __init__(self, briefing: Briefing, *, sample: bool = False) -> None:
        super().__init__(briefing)
        self.sample = sample
        self.leaves = False  # whether the program ends now: a dialog would be opened half
        self.listing = QuoteListing(self)
        self.statements_counted = StatementCounts(self)
        self.news = StoreNews(self, self.listing, self.statements_counted)
        self.controllers = ControllerRegistry(self)
        self._keys = KeyDispatch(self, self.controllers)
        self.search = self.controllers.get(SearchController)
        self.status = self.controllers.get(StatusController)
        self.place = self.controllers.get(ReadingPosition)

    @property
    def asked(self) -> Node | None:
        return self.search.asked

    def take_up(self) -> None:
        place = self.place.found
        self.tags = self.briefing.tags()
        self.views = self.view_names()
        self.rows = self.briefing.rows()
        self.order, self.folded = self.place.order, self.place.folded
        self.listed = str(place.get("listed", ""))
        self.text_width = self.program.text_width or self.text_width
        self.statements_counted.begin(on=self.program.counts_statements)
        self.listing.scope = str(place.get("scope") or "article")
        self.panes.list_first = self.listing.scope != "article"
        self.panes.zoomed = bool(place.get("zoomed"))
        if (pane := place.get("pane")) in PANES:
            self.panes.current = str(pane)
        event = str(place.get("event", ""))
        if event not in self.rows.ids:
            event = next(iter(self.rows.ids), "")
        if event:
            try:  # at once: there is nothing to show yet
                self.show_event(self.briefing.annotated(event), str(place.get("article", "")))
            except StoreError as error:
                self.say(str(error))
        else:
            self.article_opened()  # which says how quotes come in
        if "quote" in place and place.get("article") == self.article_id:
            self.quote_id = str(place["quote"])  # none, where the cursor of the article was on none
        self.panes.take_size(*self.app.size)
        self.panes.take_classes()

    def on_mount(self) -> None:
        """Show the briefing where the reader left it."""
        self.bind_keys()
        self.panes.go_to(self.panes.current)
        self.call_after_refresh(self._resume)
        self.status.tell_mistakes()
        self.news.report_warnings()
        if self.briefing.read_only:
            self.say(self.briefing.read_only)

    def bind_keys(self) -> None:
        """Bind the keys of all actions, as config.toml has them."""
        rebind(self._bindings, self.BINDINGS, self.program.keys_of)
        keys = {pane: self.program.keys_of(BY_ID[pane]) for pane in PANES}
        self.panes.take_keys({pane: key_name(its[0]) for pane, its in keys.items() if its})

    def _resume(self) -> None:
        """Scroll to where the reader was, once the panes have their sizes."""
        garbage.begin()  # put off in __main__ until the first paint
        self.place.scroll_back()
        self.set_timer(1.0, self.program.first_shown)  # should the counts not come
        self.news.count(self.program.first_shown)
        self.listing.gather()
        self.news.poll()
        self.set_interval(1.0, self.news.poll)
        self.set_timer(0.5, self.program.warm)

    def on_unmount(self) -> None:
        """Let nothing go on beside a screen that is gone."""
        self.news.end()
        self.briefing.stop_indexing()

    @property
    def at_rest(self) -> bool:
        """Whether all that is to be seen is read and counted."""
        return self.disk.at_rest and not self.news.counting

    def on_resize(self, event: Resize) -> None:
        """Fold the panes to what fits."""
        if self.panes.take_size(*event.size):
            self.panes.fold()
        self.refresh_lines()

    def pane_entered(self) -> None:
        self.refresh_lines()
        self._reading()
        self.search.entered(self.panes.current)
        if self.panes.current == "quotes" and self.is_mounted:  # once the article has its size beside them
            self.call_after_refresh(self._navigation.bring_into_view)

    def _reading(self) -> None:
        """Reading begins where the article pane has the keys, and ends with them."""
        self.controllers.get(ReadMarks).follow()
        self.remember()

    def article_opened(self) -> None:
        """List the quotes of an article that was opened; it is being read where its pane has the keys."""
        if self.listing.scope != "briefing":
            every = self.article.all_quotes if self.article else ()
            self.quote_id = every[0].id if every else ""
        self.listing.fill()
        if self.is_mounted and self.annotated:
            self._reading()
            self.refresh_lines()

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        """Follow the mouse, which may give another pane the keys."""
        pane = event.widget.id if isinstance(event.widget, LineView) else None
        if pane in PANES and pane != self.panes.current:
            self.panes.go_to(str(pane))

    @on(EventChosen)
    def _event_chosen(self, message: EventChosen) -> None:
        if message.event_id != self.event_id:
            self.open_event(message.event_id)

    @on(QuoteChosen)
    def _quote_chosen(self, message: QuoteChosen) -> None:
        self.quote_id = message.quote_id
        self._keys.follow_marks()
        if not message.in_article:
            self._navigation.show_quote()
        self.remember()
        self.refresh_lines()

    def watch_items(self) -> None:
        """Keep marks on what is still listed, and go on with what a quote was made for."""
        self.call_after_refresh(self._keys.follow_marks)
        if menu := cast("SelectionMenuController | None", self.controllers.peek("selection_menu")):
            menu.go_on()

    @on(GoIn)
    def _go_in(self) -> None:
        self._navigation.do_enter()

    @on(StatementsWanted)
    def _count_statements(self, message: StatementsWanted) -> None:
        self.statements_counted.want(message.events)

    @on(PlaceChanged)
    def _place_changed(self) -> None:
        self.remember()
        self.refresh_lines()

    def go_to_picked(self, item: QuoteRow) -> None:
        if item.quote and all(one.quote is None or one.quote.id != self.quote_id for one in self.items):
            self.quote_id = item.quote.id
            self._navigation.show_quote()

    def on_text_selected(self) -> None:
        """Take over what the mouse selected in the article."""
        if span := self.panes.article.mouse_selection():
            self.clear_selection()
            self.panes.go_to("article")
            from tui.ui.controllers.selection_menu import SelectionMenuController

            self.controllers.get(SelectionMenuController).offer(*span)

    def on_paste(self, event: Paste) -> None:
        """Take a page that is pasted; what is pasted into a line stays there."""
        event.stop()  # else the app hands it on to the line that opens for it
        from tui.ui.controllers.import_pages import ImportController

        self.controllers.get(ImportController).pasted(event.text)

    def look_again(self) -> None:
        self.search.look_again()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search on with every letter."""
        self.search.changed(event.value)

    def on_input_submitted(self) -> None:
        """Leave the search line; the search stays live."""
        self.search.keep()

    # Keys.

    @property
    def mode(self) -> str:
        return self._keys.mode

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a key does something now; one for which something is missing explains that."""
        if action not in ("do", "explain"):
            return True
        can = self._keys.can_do(str(parameters[0]))
        return can is None if action == "explain" else can

    async def act(self, action_id: str) -> None:
        if not self.leaves:
            await self._keys.act(action_id)

    action_do = action_explain = act  # what a key asks for

    def action_copy_text(self) -> None:
        """Copy what the mouse selected; where that is nothing, name the keys that copy and quit."""
        if text := self.get_selected_text():
            self.app.copy_to_clipboard(text)
            self.say("Copied what is selected.", quiet=True)
            return
        copy, leave = self.key("copy"), self.key("quit_now")
        self.say(f"Nothing is selected by the mouse: {copy} copies the quote, {leave} quits.", quiet=True)

    def on_key(self, event: Key) -> None:
        """Answer a key that does nothing here and something in other programs."""
        if event.key not in self._bindings.key_to_bindings and (said := self._keys.hint(event.key)):
            self.say(said, quiet=True)

    @on(Footer.Pressed)
    async def _hint_pressed(self, message: Footer.Pressed) -> None:
        await self.act(message.action)

    # What controllers ask for.

    def controller(self, kind: type[Kind]) -> Kind:
        return self.controllers.get(kind)

    def key(self, action: str) -> str:
        keys = self.program.keys_of(BY_ID[action])
        return key_name(keys[0]) if keys else BY_ID[action].label

    @property
    def program(self) -> Program:
        return cast("Program", self.app)

    @property
    def _navigation(self) -> NavigationController:
        return self.controllers.get(NavigationController)

    def _annotations(self) -> AnnotationController:
        from tui.ui.controllers.annotations import AnnotationController

        return self.controllers.get(AnnotationController)

    def push(
        self, dialog: Screen[Result], then: Callable[[Result | None], Awaitable[None] | None] | None = None
    ) -> None:
        asked_from = active_message_pump.set(self)  # for what opens the dialog may be gone when it ends
        self.app.push_screen(dialog, cast("Any", then))
        active_message_pump.reset(asked_from)

    def choose(self, dialog: Screen[Result | None], then: Callable[[Result], Awaitable[None] | None]) -> None:
        self.push(dialog, lambda given: None if given is None else then(given))

    def do(self, *commands: Command) -> None:
        self._annotations().do(*commands)

    def run_beside(
        self, work: Callable[[], object] | Coroutine[Any, Any, object], group: str, *, exclusive: bool = True
    ) -> None:
        self.run_worker(work, thread=callable(work), group=group, exclusive=exclusive, exit_on_error=False)

    def say(
        self, message: str, *, quiet: bool = False, patient: bool = False, holds: Holds | None = None
    ) -> None:
        self.status.say(message, quiet=quiet, patient=patient, holds=holds)

    @on(ScreenSuspend)  # a dialog's keys are not ours
    @on(ScreenResume)
    def refresh_lines(self) -> None:
        if self.children and self.is_running:  # else there are no panes yet
            self.search.tell()
            self.status.refresh()

    def remember(self) -> None:
        self.place.remember()
