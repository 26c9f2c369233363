"""All actions by name: what fits is found by any word for it, and those that can't be done now say why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from tui.core.fuzzy_names import begins_words
from tui.core.model import SavedSearch
from tui.settings.actions import BY_ID, Action, key_name
from tui.ui.action_search import ranked
from tui.ui.choice import Choice
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.keys_line import fit_height, is_low
from tui.ui.panes.wrap import fit

NAME, ABOUT, KEY = 16, 47, 9  # cells, which 80 columns have: no row is wider, and none is cut
_ROOM, _FRAME = NAME + ABOUT + KEY + 2, 6
_AROUND = 9  # lines around the rows
_QUIET = "$muted"


class Palette(ChoiceList):
    """Name, what it does, key; below 80 columns what it does is said of the highlighted one. Gives the id of an action."""

    NUMBERED = False

    def __init__(
        self,
        actions: Sequence[Action],
        available: Callable[[Action], bool],
        keys: Callable[[Action], Sequence[str]],
        recent: Sequence[str],
        saved: Mapping[str, SavedSearch],
    ) -> None:
        """`actions` are those of the mode the keys are in; those not `available` are found by their names only.

        Searches that are `saved` are found by their names too; by their keys there they are given.
        """
        super().__init__("What to do", (), hint="type a name, or any word for it", enter="does it")
        self._recent, self._keys, self._saved = recent, keys, saved
        self._available = [action for action in actions if available(action)]
        self._every = actions
        self._can = {action.id for action in self._available}

    def heading(self) -> ComposeResult:
        """Name the columns."""
        self._heading = Static(classes="heading")
        yield self._heading

    def make_room(self) -> None:
        """Give the rows as many lines as the screen has: what they are about is no one thing."""
        fit_height(self, self.query_one(OptionList), _AROUND - is_low(self))
        self._heading.styles.height = 1 + self._narrow  # the rows stay where they are
        if not self._narrow:
            self._heading.update(Content.styled(self._columns("Name", "What it does", "Key"), _QUIET))

    def fitting(self, typed: str) -> list[Choice]:
        """Return the actions that fit, those first that can be done now unless one is named in full."""
        found = ranked(typed, self._every if typed else self._available, self._recent)
        first, rest = found[:1], found[1:]
        rest.sort(key=lambda action: action.id not in self._can)
        named = [
            Choice(id, self._columns(each.name, each.query, "saved"))
            for id, each in self._saved.items()
            if typed.strip() and begins_words(typed, each.name)
        ]
        return [*named, *(self._row(action) for action in (*first, *rest))]

    def nothing_fits(self) -> str:
        """Say where else to look."""
        return "Nothing is called so. F1 lists all keys and words; / looks in the briefing."

    def rows(self) -> list[Content]:
        """Lay the actions out in columns."""
        self._tell_about(0)
        return [
            Content.styled(each.label, each.style) if each.style else Content(each.label)
            for each in self.shown
        ]

    def _row(self, action: Action) -> Choice:
        keys = " ".join(key_name(key) for key in self._keys(action)[:2])
        line = self._columns(action.label, action.help, keys)
        return Choice(action.id, line, style="" if action.id in self._can else "$foreground 50%")

    @property
    def _narrow(self) -> bool:
        return self.app.size.width < _ROOM + _FRAME

    def _columns(self, name: str, about: str, key: str) -> str:
        if self._narrow:
            return f"{_filled(name, self.app.size.width - _FRAME - KEY - 1)} {key:>{KEY}}"
        return f"{_filled(name, NAME)} {_filled(about, ABOUT)} {key:>{KEY}}"

    @on(OptionList.OptionHighlighted)
    def _look(self, event: OptionList.OptionHighlighted) -> None:
        self._tell_about(event.option_index)

    def _tell_about(self, at: int) -> None:
        """Say above the rows what one of them does, where it has no room beside its name."""
        if self._narrow:
            id = self.shown[at].id if at < len(self.shown) else ""
            about = BY_ID[id].help if id in BY_ID else self._saved[id].query if id else ""
            self._heading.update(Content.styled(about, _QUIET))


def _filled(text: str, cells: int) -> str:
    shown = fit(text, cells)
    return shown + " " * (cells - cell_len(shown))
