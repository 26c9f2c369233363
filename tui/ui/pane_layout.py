"""The three panes of a main screen: which of them are shown, which has the keys, and the lines around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from tui.ui.panes.article_pane import ArticlePane
from tui.ui.panes.event_list import EventList
from tui.ui.panes.footer import Footer, KeyHint
from tui.ui.panes.quote_list import QuoteList
from tui.ui.panes.status_line import MessageOverlay, StatusLine

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.core.model import Quote
    from tui.ui.panes.search_line import SearchLine, SearchOffers

PANES = ("events", "article", "quotes")


class PaneLayout:
    """The panes of one screen. `entered` is called where one is given the keys.

    `current` names the pane that has the keys; it has the whole screen while `zoomed`.
    """

    def __init__(self, screen: Screen[None], entered: Callable[[], None]) -> None:
        self._screen, self._entered = screen, entered
        self.current = PANES[0]
        self.zoomed = False
        self._width = ""

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
        """The quote that is meant: under the cursor in the article, else the one chosen in the list."""
        if self.current == "article":
            return self.article.quote_here()
        item = self.quotes.chosen
        return item.quote if item else None

    # Which are shown.

    @property
    def folded(self) -> bool:
        """Whether the timeline and the text take turns on the screen."""
        return self.zoomed or self._width == "narrow"

    def take_width(self, cells: int) -> bool:
        """Take note of the screen's width; tell whether the panes are laid out otherwise in it."""
        before, self._width = self._width, _width_class(cells)
        return before != self._width

    def take_classes(self) -> None:
        """Give the screen the style of its width."""
        for width in ("wide", "medium", "narrow"):
            self._screen.set_class(width == self._width and not self.zoomed, f"-{width}")

    def fold(self) -> None:
        """Show the panes that fit: all, or the list apart from the text, or the one zoomed."""
        self.take_classes()
        if self.zoomed:
            shown = {self.current}
        elif self.folded:
            shown = {"events"} if self.current == "events" else {"article", "quotes"}
        else:
            shown = set(PANES)
        for pane in PANES:
            self._screen.query_one(f"#{pane}").display = pane in shown

    def go_to(self, pane: str) -> None:
        """Give a pane the keys: at once, so that they are not taken from a line that opens meanwhile."""
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


def _width_class(width: int) -> str:
    """Return the style of a width in cells: the text never gets less than a comfortable measure."""
    return "wide" if width >= 180 else "medium" if width >= 108 else "narrow"
