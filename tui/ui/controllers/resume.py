"""Where the reader is in a briefing, kept so that he finds himself there again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.ui.main_screen import MainScreen

_SECONDS = 0.5  # moving fast writes twice a second at the most


class ReadingPosition:
    """The place in the briefing of one main screen. `found` is where the reader was when it was opened."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.found = screen.briefing.place()
        self._timer: Timer | None = None

    def remember(self) -> None:
        """Note the place soon."""
        if self._timer is None:
            self._timer = self.screen.set_timer(_SECONDS, self.save)

    def save(self) -> None:
        """Write down where the reader is."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        screen = self.screen
        cursor, top = screen.article_pane.place()
        screen.briefing.save_place(
            {
                "event": screen.event_id,
                "article": screen.article_id,
                "quote": screen.quote_id,
                "cursor": cursor,
                "top": top,
                "pane": screen.pane,
                "scope": screen.scope,
                "zoomed": screen.zoomed,
            }
        )

    def scroll_back(self) -> None:
        """Scroll the article to where the reader was, once the panes have their sizes."""
        found = self.found
        cursor, top = found.get("cursor"), found.get("top")
        if (
            isinstance(cursor, int)
            and isinstance(top, int)
            and found.get("article") == self.screen.article_id
        ):
            self.screen.article_pane.go_to(cursor, top)
