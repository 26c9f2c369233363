"""A line that is completed from a list over it: what the tag line and the path line share."""

from __future__ import annotations

from typing import TypeVar

from textual import on
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.ui.dialogs.kept_lines import KeptLines, Texts
from tui.ui.dialogs.keys_line import fit_height

Result = TypeVar("Result")


class AutocompleteScreen(KeptLines[Result]):
    """Offers what fits the line: Tab completes it, up and down choose."""

    BINDINGS = [("tab", "complete"), ("down", "walk(1)"), ("up", "walk(-1)")]

    def __init__(self, asks: str, saved: Texts) -> None:
        super().__init__(asks, saved)
        self.offered: list[str] = []
        self._followed: str | None = None  # the line they were offered for

    def fits(self) -> list[str]:
        """Return what fits the line as it stands."""
        raise NotImplementedError

    def completed(self, at: int | None) -> str:
        """Return the line completed with what is highlighted; `at` is None where nothing is."""
        raise NotImplementedError

    def takes_first(self) -> bool:
        """Tell whether the first of what fits is highlighted at once."""
        return False

    def on_mount(self) -> None:
        """Offer what fits an empty line."""
        fit_height(self)
        self.query_one(OptionList).can_focus = False
        self.offer()

    @on(Input.Changed)
    def follow(self) -> None:
        """Offer what fits the line by now: of a burst of keys, word of the letters comes after the next key."""
        if self.query_one(Input).value != self._followed:
            self.offer()

    def offer(self) -> None:
        """Offer what fits now."""
        self._followed = self.query_one(Input).value
        self.offered = self.fits()
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Content(name)) for name in self.offered])
        options.display = bool(self.offered)
        if self.offered and self.takes_first():
            options.highlighted = 0

    def action_walk(self, step: int) -> None:
        """Move through what is offered."""
        self.follow()
        options = self.query_one(OptionList)
        if self.offered:
            at = options.highlighted
            options.highlighted = (0 if at is None else at + step) % len(self.offered)

    def action_complete(self) -> None:
        """Complete the line."""
        self.follow()
        if self.offered:
            line = self.query_one(Input)
            line.value = self.completed(self.query_one(OptionList).highlighted)
            line.cursor_position = len(line.value)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.query_one(OptionList).highlighted = event.option_index
        self.action_complete()
