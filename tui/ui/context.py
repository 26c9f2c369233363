"""What controllers and dialogs know of what owns them: what is open, and how to say, ask, read, do and go.

All of it is typed here, so that nothing is imported by the screen and by its controllers in a circle.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from tui.commands.base import Command
    from tui.settings.actions import Action
    from tui.settings.config import Config
    from tui.store.briefing import Briefing
    from tui.store.library import BriefingInfo
    from tui.ui.open_place import OpenPlace
    from tui.ui.pane_layout import PaneLayout
    from tui.ui.panes.search_highlight import Terms
    from tui.ui.quote_listing import QuoteListing
    from tui.ui.statement_counts import StatementCounts
    from tui.ui.store_news import StoreNews

Doer = Callable[[], Awaitable[None] | None]
"""What a key does: a bound method of a controller."""

Holds = Callable[[], bool]
"""Whether what a message says is still so."""

SAVES = "save"
"""The group of the workers that write down what was done: the program ends behind them."""

Result = TypeVar("Result")
Controller = TypeVar("Controller")


class ShelfMove(NamedTuple):
    """A briefing renamed or laid away: what takes that back, what does it again, and whether it is taken back."""

    undo: Callable[[], Awaitable[None]]
    redo: Callable[[], Awaitable[None]]
    undone: bool = False


class Program(Protocol):
    """The application, as far as it is more than Textual's `App`.

    `mistakes_seen` tells whether the reader was shown those of config.toml since it was read. `reshelved` is what was
    done to a briefing as a whole, None where something else was done since. `waiting` are the jobs that have not begun,
    each with the main screen it was asked for on, in their order.
    """

    briefing: Briefing
    config: Config
    mistakes_seen: bool
    reshelved: ShelfMove | None
    waiting: list[tuple[Context, Any]]

    @property
    def main(self) -> Context:
        """The main screen that is open now."""

    @property
    def text_width(self) -> int:
        """How many cells the reader wants a line of text to have, 0 where that was never said."""

    @property
    def counts_statements(self) -> bool:
        """Whether the reader wants statements to be counted, and not quotes."""

    def keys_of(self, action: Action) -> Sequence[str]:
        """Return the keys of an action, as remapped."""

    def wear(self, theme: str) -> None:
        """Take a theme, or the program's own where there is none of that name, and where no colour is to be seen."""

    def warm(self) -> None:
        """Load what keys will want, once the main screen is there."""

    def take_config(self, chosen: Config) -> None:
        """Take up what config.toml says now."""

    async def reshelve(self, move: Callable[[], BriefingInfo]) -> bool:
        """Close the briefing, `move` its folder, and open what that returns; False where it cannot be moved."""

    def first_shown(self) -> None:
        """The main screen is drawn as the reader left it: let it be seen."""

    def leave(self, action: str) -> None:
        """Write down where the reader is, keep what is shown for the next start, and end.

        Where that drops an import that has not begun, the `action` that asks for it first says so.
        """

    async def switch_to(self, name: str) -> None:
        """Open another briefing, by its name; behind a "+", a new one."""


class Context(Protocol):
    """One main screen: a briefing, what is open of it, and what is done there.

    `text_width` are the cells that a line of the article is to have.
    `gone` says what another program did to the briefing, "" while it is where it was.
    """

    briefing: Briefing
    gone: str
    sample: bool
    text_width: int
    panes: PaneLayout
    listing: QuoteListing
    news: StoreNews
    statements_counted: StatementCounts

    @property
    def open(self) -> OpenPlace:
        """What is open now."""

    @property
    def mode(self) -> str:
        """What the keys are for now: "select", "mark", "search", or "" for reading."""

    @property
    def app(self) -> App[Any]:
        """Textual's side of the application."""

    @property
    def program(self) -> Program:
        """Our side of it."""

    def key(self, action: str) -> str:
        """Return the first key of an action, as the reader has it; its name where it has none."""

    def controller(self, kind: type[Controller]) -> Controller:
        """Return the one controller of a class, made if need be."""

    def say(
        self, message: str, *, quiet: bool = False, patient: bool = False, holds: Holds | None = None
    ) -> None:
        """Show a message for a while; one that is not `quiet` is shown whole, a `patient` one gives way to any other.

        It is taken away as soon as it no longer `holds`.
        """

    def refresh_lines(self) -> None:
        """Write the top and the bottom line anew."""

    def push(
        self, dialog: Screen[Result], then: Callable[[Result | None], Awaitable[None] | None] | None = None
    ) -> None:
        """Open a dialog, and hand on what it gives, None where it is left."""

    def choose(self, dialog: Screen[Result | None], then: Callable[[Result], Awaitable[None] | None]) -> None:
        """Open a dialog, and hand on what is chosen there; where it is left, nothing is done."""

    def do(self, *commands: Command) -> None:
        """Carry commands out, a step of undo each, and show what they changed."""

    async def act(self, action_id: str) -> None:
        """Do what the table of actions has under an id."""

    def read(self, fetch: Callable[[], Result], show: Callable[[Result], None], kind: str = "") -> bool:
        """Read something beside the keys and show it; tell whether it is shown already. Of a `kind` the latest is shown."""

    def run_beside(
        self, work: Callable[[], object] | Coroutine[Any, Any, object], group: str, *, exclusive: bool = True
    ) -> None:
        """Do some work beside the keys, a function in a thread; an `exclusive` one ends what its group did before."""

    def open_event(self, event_id: str, article_id: str = "", then: Callable[[], None] | None = None) -> None:
        """Show an event, at an article of it or at the first one; `then` go on. One that is open stays as it is."""

    def open_article(self, article_id: str) -> None:
        """Show an article of the event that is open."""

    def choose_quote(self, quote_id: str, article_id: str = "") -> None:
        """Choose a quote, of another article of the event if one is given; the list stays as it is."""

    def show_found(self, terms: Terms, found: Mapping[str, int] | None) -> None:
        """Light up words, and leave the events that are `found` (None for all)."""


def say_over(context: Context, message: str) -> None:
    """Say something in the line at the foot, over a dialog that hides it too."""
    context.say(message)
    if context.app.screen.is_modal:
        context.app.notify(message, markup=False)
