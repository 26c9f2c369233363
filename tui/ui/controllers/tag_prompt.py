"""The line that asks for tags, whatever they are put on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.store.disk.errors import StoreError
from tui.ui.dialogs.base import TagPrompt

if TYPE_CHECKING:
    from tui.ui.context import Context


def tag_prompt(context: Context, title: str, present: Sequence[str]) -> TagPrompt:
    """Return the line that asks for tags. Those given lately come first: the journal is read for them beside it."""
    tags = context.open.tags
    known = sorted((tag.name for tag in tags.values()), key=str.casefold)

    def recent() -> list[str]:
        try:
            return [tags[tag].name for tag in context.briefing.recent_tags() if tag in tags]
        except StoreError as error:
            context.app.call_from_thread(context.say, str(error))
            return []

    return TagPrompt(title, present, known, recent)
