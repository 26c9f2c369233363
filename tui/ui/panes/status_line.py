"""One line with something at both ends, above the panes and below them, and what is too long for it."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from tui.ui.panes.wrap import fit


class StatusLine(Widget):
    """A line of two texts. Where both don't fit, the left one is shortened, never the right one."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left, self._right = "", ""

    def put(self, left: str, right: str) -> bool:
        """Show other texts. Return whether the left one must be shortened for it."""
        self._left, self._right = left, right
        self.refresh()
        return cell_len(left) > self.content_size.width - cell_len(right) - 2

    def render(self) -> Content:
        """Lay both out for the width there is."""
        width = self.content_size.width
        left = fit(self._left, width - cell_len(self._right) - 2)
        gap = width - cell_len(left) - cell_len(self._right)
        return Content(left + " " * max(1, gap) + self._right)


class MessageOverlay(Widget):
    """A message that one line cannot hold, whole: over the foot of the panes, which stay where they are."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = ""
        self.display = False

    def put(self, text: str) -> None:
        """Show a message; "" for none."""
        self._text = text
        self.display = bool(text)
        self.refresh(layout=True)

    def render(self) -> Content:
        """The message, wrapped."""
        return Content(self._text)
