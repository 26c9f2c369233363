"""Where a quote is at home: lists reach across the briefing, so the open event need not be its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.core.model import AnnotatedEvent, Quote

if TYPE_CHECKING:
    from tui.ui.context import Context


def home_of(context: Context, quote: Quote) -> AnnotatedEvent | None:
    """Return the event a quote lies in, with all that is written there. Raises `StoreError`."""
    opened = context.annotated
    if opened and any(article.id == quote.article for article in opened.event.articles):
        return opened
    event_id = context.briefing.event_of(quote.article)
    return context.briefing.annotated(event_id) if event_id else None
