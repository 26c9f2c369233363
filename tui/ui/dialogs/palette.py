"""All actions by name: what fits is found by any word for it, and those that can't be done now say why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.settings.actions import Action, key_name
from tui.ui.action_search import ranked
from tui.ui.choice import Choice
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.keys_line import fit_height
from tui.ui.panes.wrap import fit

_NAME, _KEY = 16, 9  # cells
_AROUND = 9  # lines around the rows
_ROOM = 116  # cells of a row where the screen is wide enough: no sentence is cut there
_NARROW = 50
_QUIET = "$muted"


class Palette(ChoiceList):
    """Name, what it does, key. Gives the id of an action."""

    NUMBERED = False

    def __init__(
        self,
        actions: Sequence[Action],
        available: Callable[[Action], bool],
        keys: Callable[[Action], Sequence[str]],
        recent: Sequence[str],
    ) -> None:
        """`actions` are those of the mode the keys are in; those not `available` are found by their names only."""
        super().__init__("What to do", (), hint="type a name, or any word for it", enter="does it")
        self._recent, self._keys = recent, keys
        self._available = [action for action in actions if available(action)]
        self._every = actions
        self._can = {action.id for action in self._available}

    def heading(self) -> ComposeResult:
        """Name the columns."""
        self._heading = Static(classes="heading")
        yield self._heading

    def make_room(self) -> None:
        """Give the rows as many lines as the screen has: what they are about is no one thing."""
        fit_height(self, self.query_one(OptionList), _AROUND)
        self._heading.update(Content.styled(self._columns("Name", "What it does", "Key"), _QUIET))

    def fitting(self, typed: str) -> list[Choice]:
        """Return the actions that fit, those first that can be done now unless one is named in full."""
        found = ranked(typed, self._every if typed else self._available, self._recent)
        first, rest = found[:1], found[1:]
        rest.sort(key=lambda action: action.id not in self._can)
        return [self._row(action) for action in (*first, *rest)]

    def nothing_fits(self) -> str:
        """Say where else to look."""
        return "Nothing is called so. F1 lists all keys and words; / looks in the briefing."

    def rows(self) -> list[Content]:
        """Lay the actions out in columns."""
        return [
            Content.styled(each.label, each.style) if each.style else Content(each.label)
            for each in self.shown
        ]

    def _row(self, action: Action) -> Choice:
        keys = " ".join(key_name(key) for key in self._keys(action)[:2])
        line = self._columns(action.label, action.help, keys)
        return Choice(action.id, line, style="" if action.id in self._can else "$foreground 50%")

    def _columns(self, name: str, about: str, key: str) -> str:
        room = min(_ROOM, self.app.size.width - 6)
        if room < _NARROW:  # the key stands beside the name
            return f"{_filled(f'{key}  {name}'.strip(), _NAME)} {fit(about, room - _NAME - 1)}"
        middle = room - _NAME - _KEY - 2
        return f"{_filled(name, _NAME)} {_filled(about, middle)} {key:>{_KEY}}"


def _filled(text: str, cells: int) -> str:
    shown = fit(text, cells)
    return shown + " " * (cells - cell_len(shown))
