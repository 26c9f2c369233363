"""How the room on the screen is shared out: the text keeps its measure, headlines and quotes have what is to spare. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from tui.ui.panes.article_layout import GUTTER, MEASURE

Sizes = tuple[int, int]
"""The timeline's columns, and the columns of the quotes (their lines, where they lie below the text); 0 for as it comes."""

_BESIDE = GUTTER + 4  # columns that a pane has beside the text: margins, scroll bar
_LEAST = {"events": 24, "article": 40, "quotes": 24}  # columns
_LEAST_LINES = 5  # of the quotes, and of the text above them


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
