"""A line to type in with a list beside it, whose keys are done in their turn among the letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.widgets import Input


class ListLine(Input):
    """Gives the keys that walk the list, or complete the line from it, to the dialog as they come.

    A binding would be asked before the letters of the same burst are in the line, or after those that follow.
    """

    KEYS: ClassVar[dict[str, str]] = {"down": "walk 1", "up": "walk -1", "tab": "complete"}

    async def _on_key(self, event: events.Key) -> None:
        name, _, step = self.KEYS.get(event.key, "").partition(" ")
        act: Callable[..., None] | None = getattr(self.screen, f"action_{name}", None) if name else None
        if act:
            event.stop()
            event.prevent_default()
            act(*([int(step)] if step else []))
