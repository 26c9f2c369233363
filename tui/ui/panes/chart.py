"""What all pictures have in common: a cursor on a row and a column of it, which keys and the wheel move."""

from __future__ import annotations

from functools import partialmethod

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

    def _by_wheel(self, event: events.MouseEvent, rows: int = 0, columns: int = 0) -> None:
        event.stop()
        self.walk(rows, columns)

    on_mouse_scroll_down = partialmethod(_by_wheel, rows=1)
    on_mouse_scroll_up = partialmethod(_by_wheel, rows=-1)
    on_mouse_scroll_right = partialmethod(_by_wheel, columns=1)
    on_mouse_scroll_left = partialmethod(_by_wheel, columns=-1)
