"""What controllers and dialogs know of what owns them: the reader's place in a briefing, and what can be done there.

Two protocols, so that nothing here is imported by the screen and by its controllers in a circle. `MainScreen`
has all of it; most controllers need `Context` alone, those that move the reader about need `ScreenContext`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.widgets import Input

    from tui.commands.base import Command
    from tui.core.model import AnnotatedEvent, Article, EventCounts, EventRow, Quote, Tag
    from tui.core.query.evaluate import Matcher
    from tui.core.query.nodes import Node
    from tui.settings.actions import Action
    from tui.settings.config import Config
    from tui.store.briefing import Briefing
    from tui.store.undo import Step
    from tui.ui.panes.article_pane import ArticlePane
    from tui.ui.panes.event_list import EventList
    from tui.ui.panes.quote_list import QuoteList, QuoteRow
    from tui.ui.panes.quote_rows import Filter
    from tui.ui.panes.search_highlight import Terms

Doer = Callable[[], Awaitable[None] | None]
"""What a key does: a bound method of a controller."""

Result = TypeVar("Result")
Controller = TypeVar("Controller")


class Program(Protocol):
    """The application, as far as it is more than Textual's `App`."""

    config: Config
    briefing_name: str

    @property
    def main(self) -> ScreenContext:
        """The main screen that is open now."""

    def keys_of(self, action: Action) -> Sequence[str]:
        """Return the keys of an action, as remapped."""

    async def switch_to(self, name: str) -> None:
        """Open another briefing, by its name; behind a "+", a new one."""


class Context(Protocol):
    """What is open, and how to say, ask, run and go."""

    briefing: Briefing
    sample: bool
    pane: str  # which has the keys: events, article or quotes
    event_id: str
    article_id: str
    quote_id: str
    annotated: AnnotatedEvent | None
    rows: list[EventRow]
    items: list[QuoteRow]  # the quotes that are listed
    tags: dict[str, Tag]

    @property
    def article(self) -> Article | None:
        """The article that is shown."""

    @property
    def quote(self) -> Quote | None:
        """The quote that is meant: under the cursor in the article, else the one chosen in the list."""

    @property
    def mode(self) -> str:
        """What the keys are for now: "select", "mark", "search", or "" for reading."""

    @property
    def asked(self) -> Node | None:
        """The search that is live."""

    @property
    def app(self) -> App[Any]:
        """Textual's side of the application."""

    @property
    def program(self) -> Program:
        """Our side of it."""

    def controller(self, kind: type[Controller]) -> Controller:
        """Return the one controller of a class, made if need be."""

    def say(self, message: str, *, quiet: bool = False) -> None:
        """Show a message for a while; one that is not `quiet` is shown whole."""

    def push(
        self,
        dialog: Screen[Result],
        then: Callable[[Result | None], None] | Callable[[Result | None], Awaitable[None]] | None = None,
    ) -> None:
        """Open a dialog, and hand on what it gives."""

    def do(self, *commands: Command) -> None:
        """Carry commands out, a step of undo each, and show what they changed."""

    def in_thread(self, work: Callable[[], None], group: str, *, exclusive: bool = True) -> None:
        """Do some work beside the reader; an `exclusive` one ends what its group did before."""

    def from_thread(self, show: Callable[..., None], *args: Any) -> None:
        """Call what touches the screen, from work beside the reader."""

    async def act(self, action_id: str) -> None:
        """Do what the table of actions has under an id."""

    def go_to_pane(self, pane: str) -> None:
        """Give a pane the keys."""

    def read(self, fetch: Callable[[], Result], show: Callable[[Result], None], kind: str = "") -> bool:
        """Read something beside the keys and show it; tell whether it is shown already. Of a `kind` the latest is shown."""

    def open_event(self, event_id: str, article_id: str = "", then: Callable[[], None] | None = None) -> None:
        """Show an event, at an article of it or at the first one; `then` go on."""

    def home_of(self, quote: Quote) -> AnnotatedEvent | None:
        """Return the event that a listed quote lies in, with all that is written there; None while it is read."""

    def open_article(self, article_id: str) -> None:
        """Show an article of the event that is open."""

    def show_only(self, only: Filter, scope: str = "") -> None:
        """List the quotes that a filter lets through, in another scope if one is given."""

    def all_items(self) -> list[QuoteRow]:
        """Return the quotes of the present scope, unfiltered."""

    def pick(self, title: str, events: Mapping[str, set[str]]) -> None:
        """List quotes from anywhere in the briefing by event, under a title."""

    def refresh_lines(self) -> None:
        """Write the top and the bottom line anew."""


class ScreenContext(Context, Protocol):
    """What those know as well that move the reader about: the panes, and how they show what is open."""

    zoomed: bool
    scope: str  # whose quotes are listed: of the article, the event or the briefing
    only: Filter
    narrowing: bool  # whether the live search narrows the quotes
    found: Mapping[str, int] | None  # by event, how often the live search finds something
    terms: Terms
    counts: dict[str, EventCounts]
    about: str  # what is listed, as the title of the quotes has it
    asked: Node | None

    @property
    def message(self) -> str:
        """What the bottom line says for a while."""

    @property
    def article_pane(self) -> ArticlePane:
        """The article pane."""

    @property
    def event_list(self) -> EventList:
        """The events pane."""

    @property
    def quote_list(self) -> QuoteList:
        """The quotes pane."""

    @property
    def focused_pane(self) -> EventList | ArticlePane | QuoteList:
        """The pane the keys go to."""

    @property
    def folded(self) -> bool:
        """Whether the timeline and the text take turns on the screen."""

    @property
    def job_line(self) -> str:
        """What is under way beside the reader, "" for nothing."""

    @property
    def mode_says(self) -> str:
        """What the mode says before its keys."""

    @property
    def search_line(self) -> Input:
        """The line that a search is typed into."""

    async def open_search_line(self) -> None:
        """Make the search line, if there is none yet."""

    def end_mode(self) -> None:
        """Leave the selection or the marks."""

    def end_picked(self) -> bool:
        """Go back from quotes picked across the briefing; False where none are."""

    def set_scope(self, scope: str) -> None:
        """List the quotes of the article, the event, or the whole briefing."""

    def next_scope(self) -> str:
        """Return the scope after the present one."""

    def list_quotes(self) -> None:
        """Fill the quotes pane anew."""

    def show_quote(self) -> None:
        """Bring the chosen quote into view in its article."""

    def matcher(self, *nodes: Node) -> Matcher:
        """Return what asks the search that is live, or other queries, about articles."""

    def stop_indexing(self) -> bool:
        """End the making of the index; False where none is made."""

    def changed(self, step: Step, said: str) -> None:
        """Show what a step changed, and say what it was."""

    def show_changes(self, events: frozenset[str], shared: frozenset[str]) -> None:
        """Read again what has changed."""

    def look_around(self) -> None:
        """See whether somebody else has written to the briefing."""

    def put_lines(self, top: tuple[str, str], bottom: tuple[str, str], message: str) -> None:
        """Write the lines above and below; `message` is shown whole where the bottom line cannot hold it."""

    def run_beside(self, work: Coroutine[Any, Any, None], group: str) -> None:
        """Run what awaits something, beside the keys."""

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any) -> bool:
        """Call back when what has changed is drawn."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call back after some seconds."""

    def save_place(self) -> None:
        """Write down where the reader is."""
