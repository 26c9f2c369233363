"""What is offered where the mouse has selected words of an article: a quote of them, a tag or a note on it, a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.settings.actions import BY_ID, key_name
from tui.ui.choice import Choice
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.text_selection import TextSelectionController
from tui.ui.dialogs.choice_list import ChoiceList

if TYPE_CHECKING:
    from tui.ui.context import Context

_OFFERS = {
    "create_quote": "Make it a quote",
    "tag": "Make it a quote, and tag it",
    "note": "Make it a quote, and write a note on it",
    "copy_words": "Copy the words",
}
_SHOWN = 56  # characters of the words, in the title


class SelectionMenuController(Controller):
    """Offers what can be done with words, and goes on once the quote is there that they were made."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._next = ""
        self._before: frozenset[str] = frozenset()

    def offer(self, start: int, end: int) -> None:
        """Take the words over and offer it; left by Esc, they stay selected and can be grown."""
        selection = self.context.controller(TextSelectionController)
        selection.take(start, end)
        words = " ".join(selection.words.split())
        if not words:
            return
        keys = {id: self.context.program.keys_of(BY_ID[id]) for id in _OFFERS}
        choices = [
            Choice(id, label, key_name(keys[id][0]) if keys[id] else "") for id, label in _OFFERS.items()
        ]
        title = f"“{words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}”"
        self.context.choose(ChoiceList(title, choices), self._take)

    async def _take(self, chosen: str) -> None:
        self._next = chosen if chosen in ("tag", "note") else ""
        self._before = self._listed()
        await self.context.act("create_quote" if self._next else chosen)

    def go_on(self) -> None:
        """Ask for the tag or the note once the new quote is listed."""
        made = self.context.open.quote_id
        if self._next and made in self._listed() - self._before:
            wanted, self._next = self._next, ""
            self.context.app.call_later(self.context.act, wanted)

    def _listed(self) -> frozenset[str]:
        return frozenset(item.quote.id for item in self.context.open.items if item.quote)
