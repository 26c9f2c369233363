"""The line at the foot of a dialog: what the keys do there."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

_GAP = " · "
_SHARE, _LEAST, _MARGINS = 0.9, 3, 2  # of the screen, as the style sheet has it; lines
_LOW = 16  # lines of a screen below which its keys have to be kept in view


def is_low(dialog: Screen[Any]) -> bool:
    """Tell whether a dialog is on a screen that has no lines to spare."""
    return dialog.app.size.height < _LOW


def fit_height(dialog: Screen[Any], scrolls: Widget | None = None, around: int = 0) -> None:
    """Give a dialog the style of a low screen, where it is on one, and what `scrolls` in it the lines there are.

    `around` are the lines of title, keys, border and margins, which stay in view; on a low screen there are no margins.
    """
    dialog.set_class(is_low(dialog), "-low")
    if scrolls:  # in whole lines: a share of the screen leaves a line empty below the keys
        lines = int(dialog.app.size.height * _SHARE) - around + _MARGINS * is_low(dialog)
        scrolls.styles.max_height = max(_LEAST, lines)


class KeysLine(Static):
    """Hints with dots between them, in one line: one that has no room is left out whole, Esc and then Enter last."""

    def __init__(self, hints: str = "") -> None:
        super().__init__(Content(hints), classes="hint")

    def render(self) -> Content:
        """Lay out those that fit, in their order."""
        said = self.content if isinstance(self.content, Content) else Content(str(self.content))
        hints = said.split(_GAP)
        while len(hints) > 1 and Content(_GAP).join(hints).cell_length > self.content_size.width:
            del hints[max(range(len(hints)), key=lambda at: (_weight(hints[at]), at))]
        return Content(_GAP).join(hints)


def _weight(hint: Content) -> int:
    """Return how soon a hint is left out."""
    return 0 if "Enter" in hint.plain else 1 if "Esc" in hint.plain else 2
