"""What all pictures have in common: a cursor on a row and a column of it, which keys and the wheel move."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget


class Chart(Widget, can_focus=True):
    """A picture with a cursor."""

    class Moved(Message):
        """The cursor is elsewhere, or something else is drawn."""

    def walk(self, rows: int = 0, columns: int = 0) -> None:
        """Move the cursor, as far as there is something."""
        raise NotImplementedError

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Walk the rows."""
        event.stop()
        self.walk(rows=1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Walk the rows."""
        event.stop()
        self.walk(rows=-1)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Walk the columns."""
        event.stop()
        self.walk(columns=1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Walk the columns."""
        event.stop()
        self.walk(columns=-1)
