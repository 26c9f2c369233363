"""One line with something at both ends, above the panes, and what was just said, over the foot of them."""

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

    def put(self, left: str, right: str) -> None:
        """Show other texts."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render(self) -> Content:
        """Lay both out for the width there is."""
        width = self.content_size.width
        left = fit(self._left, width - cell_len(self._right) - 2)
        left = left.removesuffix(" ·…")  # all that stood behind the dot
        gap = width - cell_len(left) - cell_len(self._right)
        return Content(left + " " * max(1, gap) + self._right)


class MessageOverlay(Widget):
    """What was just said: over the foot of the panes, which stay where they are, and above the footer."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._text = ""
        self.display = False

    def put(self, text: str, *, quiet: bool, above: int) -> None:
        """Show a message, "" for none, so many lines above the edge; one that is `quiet` in a line only."""
        if text:  # else it is not seen, and the screen would be laid out for it
            self.set_class(quiet, "-quiet")
            self.styles.margin = (0, 0, above, 0)
        self.display = bool(text)
        if text != self._text:
            self._text = text
            self.refresh(layout=bool(text) and not quiet)

    def render(self) -> Content:
        """The message, wrapped."""
        return Content(self._text)
