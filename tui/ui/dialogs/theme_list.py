"""The themes: the one that is highlighted shows at once."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from tui.ui.choice import Choice
from tui.ui.dialogs.base import ChoiceList


class ThemeList(ChoiceList):
    """Gives the name of a theme; left by Esc, all looks as it did before."""

    def __init__(self, choices: list[Choice], chosen: str) -> None:
        super().__init__("Theme", choices, chosen=chosen, enter="keeps it")
        self._before = chosen

    @on(OptionList.OptionHighlighted)
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_index == event.option_list.highlighted and event.option_index < len(self.shown):
            self.app.theme = self.shown[event.option_index]

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.app.theme = self._before
        self.dismiss(None)
