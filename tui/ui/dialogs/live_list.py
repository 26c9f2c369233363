"""A list whose highlighted choice shows at once: themes, widths of the text."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.widgets import OptionList

from tui.ui.choice import Choice
from tui.ui.dialogs.choice_list import ChoiceList


class LiveList(ChoiceList):
    """Gives the id of a choice. `show` shows one; left by Esc, all looks as it did before."""

    def __init__(self, title: str, choices: list[Choice], chosen: str, show: Callable[[str], None]) -> None:
        super().__init__(title, choices, chosen=chosen)
        self._before, self._show = chosen, show

    @on(OptionList.OptionHighlighted)
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index == event.option_list.highlighted and event.option_index < len(self.shown):
            self._show(self.shown[event.option_index].id)

    def action_leave(self) -> None:
        """Leave all as it was."""
        self._show(self._before)
        self.dismiss(None)
