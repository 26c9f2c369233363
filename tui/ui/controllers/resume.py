"""Where the reader is in a briefing, kept for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.controllers.registry import Controller

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.ui.context import Context

_SECONDS = 0.5  # moving fast writes twice a second at the most


class ReadingPosition(Controller):
    """The place in the briefing of one main screen. `found` is where the reader was when it was opened."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.found = context.briefing.place()
        self._timer: Timer | None = None

    @property
    def order(self) -> str:
        """The order of the timeline."""
        return str(self.found.get("order", ""))

    @property
    def folded(self) -> tuple[str, ...]:
        """The years and months that are folded in it."""
        years = self.found.get("folded")
        return tuple(map(str, years)) if isinstance(years, list) else ()

    def remember(self) -> None:
        """Note the place soon."""
        if self._timer is None:
            self._timer = self.context.panes.article.set_timer(_SECONDS, self.save)

    def save(self) -> None:
        """Write down where the reader is, and what is typed but not saved."""
        from tui.ui.controllers.drafts import DraftController

        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.context.controller(DraftController).save()
        self.context.briefing.save_place(self.now())

    def now(self) -> dict[str, object]:
        """Return where the reader is, as a briefing keeps it."""
        place, panes = self.context.open, self.context.panes
        cursor, top = panes.article.place()
        item = panes.quotes.chosen
        return {
            "event": place.event_id,
            "article": place.article_id,
            "quote": place.quote_id,
            "listed": item.quote.id if item and item.quote else "",
            "cursor": cursor,
            "top": top,
            "pane": panes.current,
            "scope": self.context.listing.scope,
            "order": panes.events.order,
            "folded": sorted(panes.events.folded),
            "zoomed": panes.zoomed,
        }

    def scroll_back(self) -> None:
        """Scroll the article to where the reader was, once the panes have their sizes, and say what was begun."""
        from tui.ui.controllers.drafts import DraftController

        self.context.controller(DraftController).remind()
        found = self.found
        cursor, top = found.get("cursor"), found.get("top")
        if (
            isinstance(cursor, int)
            and isinstance(top, int)
            and found.get("article") == self.context.open.article_id
        ):
            self.context.panes.article.go_to(cursor, top)
