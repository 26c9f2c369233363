"""Lines to type in whose text is kept when they are left: it is there again when the same is asked anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

Result = TypeVar("Result")
Texts = Mapping[str, str]
"""What lines hold, by the ids of their fields; "" is that of a dialog with one line."""


class KeptLines(ModalScreen[Result]):
    """A dialog of such lines, with what `asks` and what is `saved`. Gives None when left by Esc.

    `begin` is called before it opens, by whom keeps the texts that were typed and not saved.
    """

    AUTO_FOCUS = "Input"
    BINDINGS = [("escape", "dismiss(None)"), Binding("ctrl+z", "as_it_was", priority=True)]

    def __init__(self, asks: str, saved: Texts) -> None:
        super().__init__()
        self.asks, self.saved = asks, dict(saved)
        self._begun: Texts = {}
        self._typed: Callable[[Texts], None] = lambda _: None

    def begin(self, begun: Texts, typed: Callable[[Texts], None]) -> None:
        """Take what was typed before; `typed` is told of each letter, with the lines that are not as they are saved."""
        self._begun, self._typed = begun, typed

    def text_of(self, field: str = "") -> str:
        """Return what a line begins with."""
        return self._begun.get(field, self.saved[field])

    def heading(self) -> Content:
        """Return the title, which says where something was not saved."""
        return Content(self.asks.partition("\n")[0] + (" · not saved yet" if self._begun else ""))

    def hints(self, keys: str, leave: str = "Esc leaves it") -> str:
        """Return what the keys do, with that which drops what was not saved."""
        return " · ".join([keys, *(["Ctrl+Z as it was"] if self._begun else []), leave])

    def lines(self) -> dict[str, Input]:
        """Return the lines by the ids of their fields."""
        return {"": self.query_one(Input)}

    def changed(self) -> dict[str, str]:
        """Return what is typed, where it is not what is saved."""
        texts = {field: line.value for field, line in self.lines().items()}
        return {field: text for field, text in texts.items() if text != self.saved[field]}

    @on(Input.Changed)
    def tell(self) -> None:
        """Tell of what is typed: it may end here."""
        self._typed(self.changed())

    def refuse(self, problem: str) -> None:
        """Say what is wrong with what is typed."""
        said = self.query_one("#problem", Static)
        said.update(Content(f"! {problem}"))
        said.display = True

    def action_as_it_was(self) -> None:
        """Put back what is saved."""
        for field, line in self.lines().items():
            line.value = self.saved[field]
            line.cursor_position = len(line.value)
