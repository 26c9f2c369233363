"""What is open of a briefing at one moment, as controllers read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.core.event_rows import EventRows
    from tui.core.model import AnnotatedEvent, Article, EventCounts, Quote, Tag
    from tui.core.query.nodes import Node
    from tui.ui.panes.quote_layout import QuoteRow


class OpenPlace(NamedTuple):
    """What is open at one moment. While an event is being read it has an id, and is not there yet."""

    event_id: str
    article_id: str
    quote_id: str  # the quote that is chosen in the list
    annotated: AnnotatedEvent | None
    article: Article | None
    quote: Quote | None  # the quote that keys mean
    speaker: str  # who is meant where the cursor is on the heading over their quotes, else ""
    rows: EventRows
    counts: dict[str, EventCounts]
    items: list[QuoteRow]  # the quotes that are listed
    tags: dict[str, Tag]
    asked: Node | None  # the search that is live
