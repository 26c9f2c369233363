"""The three panes of a main screen: which of them are shown, which has the keys, and the lines around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from tui.settings import state
from tui.ui.panes.article_layout import GUTTER, MEASURE
from tui.ui.panes.article_pane import ArticlePane
from tui.ui.panes.event_list import EventList
from tui.ui.panes.footer import Footer, KeyHint
from tui.ui.panes.quote_list import QuoteList
from tui.ui.panes.status_line import MessageOverlay, StatusLine

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.core.model import Quote
    from tui.ui.panes.search_line import SearchLine, SearchOffers
    from tui.ui.theme_app import ThemeApp

PANES = ("events", "article", "quotes")
Sizes = tuple[int, int]
"""The timeline's columns, and the columns of the quotes (their lines, where they lie below the text); 0 for as it comes."""

_BESIDE = GUTTER + 4  # columns that a pane has beside the text: margins, scroll bar
_LEAST = {"events": 24, "article": 40, "quotes": 24}  # columns
_LEAST_LINES = 5  # of the quotes, and of the text above them


class PaneLayout:
    """The panes of one screen. `entered` is called where one is given the keys.

    `current` names the pane that has the keys; it has the whole screen while `zoomed`. With `list_first` the quotes are
    what is read: while they have the keys they have more room than the text.
    """

    def __init__(self, screen: Screen[None], entered: Callable[[], None]) -> None:
        self._screen, self._entered = screen, entered
        self.current = PANES[0]
        self.came_from = ""  # the pane that the reader went in from, to which Esc goes back
        self.zoomed = False
        self.text_width = MEASURE  # cells that a line of the article is to have
        self._arranged = ""
        self._size: Sizes = (0, 0)
        self._dragged = state.get_pane_sizes()
        self._grabbed = ""
        self.list_first = False

    @property
    def events(self) -> EventList:
        """The events pane."""
        return self._screen.query_one("#events", EventList)

    @property
    def article(self) -> ArticlePane:
        """The article pane."""
        return self._screen.query_one("#article", ArticlePane)

    @property
    def quotes(self) -> QuoteList:
        """The quotes pane."""
        return self._screen.query_one("#quotes", QuoteList)

    @property
    def focused(self) -> EventList | ArticlePane | QuoteList:
        """The pane that has the keys."""
        return cast("EventList | ArticlePane | QuoteList", self._screen.query_one(f"#{self.current}"))

    @property
    def quote(self) -> Quote | None:
        """The quote that is meant: the one at the cursor in the article, else the one chosen in the list."""
        if self.current == "article":
            return self.article.quote_meant()
        item = self.quotes.chosen
        return item.quote if item else None

    @property
    def speaker(self) -> str:
        """The name in the heading that the cursor of the list is on, "" where it is on none."""
        item = self.quotes.chosen if self.current == "quotes" else None
        return item.speaker if item and item.quote is None else ""

    # Which are shown.

    @property
    def folded(self) -> bool:
        """Whether the timeline and the text take turns on the screen."""
        return self.zoomed or self._arranged in ("narrow", "tiny")

    def take_size(self, width: int, height: int) -> bool:
        """Take note of the screen's size in cells; tell whether the panes are laid out otherwise in it."""
        before, self._size = (self._arranged, self._size), (width, height)
        self._arranged = arrangement(width, height)
        return before != (self._arranged, self._size)

    def take_classes(self) -> None:
        """Give the screen the style of its size."""
        restyle = self._screen.is_mounted  # before that it will be
        for arranged in ("wide", "medium"):
            chosen = arranged == self._arranged and not self.zoomed
            self._screen.set_class(chosen, f"-{arranged}", update=restyle)
        events, quotes = self._sizes()
        styles = self._screen.styles
        if self._arranged == "wide":
            styles.grid_columns, styles.grid_rows = (events, "1fr", quotes), "1fr"
        else:
            styles.grid_columns, styles.grid_rows = (events, "1fr"), ("2fr", quotes or "1fr")

    def _sizes(self) -> Sizes:
        return sizes(self._arranged, *self._size, self._dragged, self.text_width)

    def fold(self) -> None:
        """Show the panes that fit: all, or the list apart from the text, or one alone."""
        self.take_classes()
        if self.zoomed or self._arranged == "tiny":
            shown = {self.current}
        elif self.folded:
            shown = {"events"} if self.current == "events" else {"article", "quotes"}
        else:
            shown = set(PANES)
        lines = self._sizes()[1] if self._arranged == "narrow" else 0
        tall = self.list_first and self._arranged == "narrow" and self.current == "quotes"
        self.article.styles.height, rest = ("1fr", "2fr") if tall else ("2fr", "1fr")
        self.quotes.styles.height = lines if lines and len(shown) > 1 else rest
        hidden = tuple(pane for pane in PANES if pane not in shown)
        first = True
        for pane in (self.events, self.article, self.quotes):
            pane.display = pane.id in shown
            pane.elsewhere = hidden if pane.display and first else ()
            first = first and not pane.display

    def take_keys(self, keys: Mapping[str, str]) -> None:
        """Name in the titles which key leads to each pane, by its id."""
        for pane in (self.events, self.article, self.quotes):
            pane.keys = keys

    def put_list_first(self, first: bool) -> None:
        """Share the room out anew where the quotes become what is read, or the text again."""
        if first != self.list_first:
            self.list_first = first
            self.fold()
            self._entered()

    # Borders that are dragged.

    def grab(self, x: int, y: int) -> bool:
        """Take hold of the border between two panes at a place of the screen; False where there is none."""
        shown = [pane for pane in (self.events, self.article, self.quotes) if pane.display]
        self._grabbed = ""
        for before, after in pairwise(shown):
            if after.region.x > before.region.x and before.region.right <= x < after.region.x:
                self._grabbed = "events" if before is self.events else "quotes"
            elif after.region.x == before.region.x and y == after.region.y and x > after.title_end:
                self._grabbed = "lines"
        return bool(self._grabbed)

    def drag(self, x: int, y: int) -> bool:
        """Draw the border that is held to a place of the screen; False where none is held."""
        if not self._grabbed:
            return False
        width, height = self._size
        events, quotes = self._sizes()
        match self._grabbed:
            case "events":
                events = x + 1
            case "quotes":
                quotes = width - x - 1
            case _:
                quotes = max(1, height - 1 - y)
        self._dragged = {**self._dragged, self._arranged: (events, quotes)}
        self.fold()
        return True

    def let_go(self) -> bool:
        """Let go of the border that is held, and remember where it is; False where none is held."""
        held, self._grabbed = self._grabbed, ""
        if held:
            state.set_pane_sizes(self._dragged)
        return bool(held)

    def go_to(self, pane: str, came_from: str = "") -> None:
        """Give a pane the keys: at once, so that they are not taken from a line that opens meanwhile."""
        if pane != self.current:
            self.came_from = came_from
        self.current = pane
        self.fold()
        self._screen.set_focus(self.focused, scroll_visible=False)
        self._entered()

    # The lines around them.

    @property
    def search_line(self) -> SearchLine:
        """The line that a search is typed into, once it is made."""
        from tui.ui.panes.search_line import SearchLine

        return self._screen.query_one("#find", SearchLine)

    @property
    def search_offers(self) -> SearchOffers:
        """What completes the search line, once that is made."""
        from tui.ui.panes.search_line import SearchOffers

        return self._screen.query_one("#offers", SearchOffers)

    async def make_search_line(self) -> None:
        """Make the search line, if there is none yet: its style sheet alone would be felt at every start."""
        if not self._screen.query("#find"):
            from tui.ui.panes.search_line import SearchLine, SearchOffers

            cast("ThemeApp", self._screen.app).read_dialogs()
            await self._screen.mount(SearchLine(id="find"), SearchOffers(id="offers"), before="#bottom")

    def put_lines(self, top: tuple[str, str], message: str, *, quiet: bool) -> None:
        """Write the line above, and what was just said, a `quiet` message in one line at most."""
        self._screen.query_one("#top", StatusLine).put(*top)
        finding = any(line.display for line in self._screen.query("#find"))
        offered = self.search_offers.lines if finding else 0
        self._screen.query_one("#said", MessageOverlay).put(message, quiet=quiet, above=1 + finding + offered)

    def put_footer(self, about: str, hints: Sequence[KeyHint], always: KeyHint) -> None:
        """Write the line below: the keys of the moment, and what they are for."""
        self._screen.query_one("#bottom", Footer).put(about, hints, always)


def arrangement(width: int, height: int) -> str:
    """Return how the panes lie on a screen: three beside each other ("wide"), the quotes below the text
    ("medium"), also without the timeline ("narrow"), or one at a time ("tiny").
    """
    if width < 60 or height < 16:
        return "tiny"
    return "wide" if width >= 150 else "medium" if width >= 108 else "narrow"


def sizes(arranged: str, width: int, height: int, dragged: Mapping[str, Sizes], text: int = MEASURE) -> Sizes:
    """Return the sizes in an arrangement, what the reader has `dragged` kept as far as there is room.

    `text` are the cells that a line of the article is to have.
    """
    events, quotes = dragged.get(arranged, (0, 0))
    if arranged == "wide":
        spare = width - min(text + _BESIDE, max(70, width - 88))
        events = _between(_LEAST["events"], events or spare * 45 // 100, width - 64)
        least, room = _LEAST["quotes"], width - events - _LEAST["article"]
        return events, _between(least, quotes or spare - spare * 45 // 100, room)
    events = (
        _between(_LEAST["events"], events or 40, width - _LEAST["article"]) if arranged == "medium" else 0
    )
    return events, _between(_LEAST_LINES, quotes, height - 2 - _LEAST_LINES) if quotes else 0


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))
