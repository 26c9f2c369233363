"""The help: all keys from the one table, and what the signs mean."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import zip_longest
from textwrap import wrap

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.settings.actions import ACTIONS, Action, key_name
from tui.ui.format import LEGEND

_KEYS, _MEANING = 14, 54  # cells


class HelpScreen(ModalScreen[None]):
    """All keys, from the one table."""

    BINDINGS = [
        Binding("escape,q,question_mark,f1", "dismiss(None)", "back", show=False),
        Binding("j", "scroll(1)", "down", show=False),
        Binding("k", "scroll(-1)", "up", show=False),
    ]

    def __init__(
        self, keys: Callable[[Action], Sequence[str]], available: Collection[str], about: Sequence[str]
    ) -> None:
        """`keys` are those of an action, `available` the ids of those that do something now: others are grey."""
        super().__init__()
        self._keys, self._available, self._about = keys, available, about

    def compose(self) -> ComposeResult:
        """The table by groups, then the signs."""
        with VerticalScroll(classes="box help"):
            yield Static(Content("Keys"), classes="title")
            yield Static(self._table())
            for line in self._about:
                yield Static(Content(line))
            yield Static(Content("Esc closes · j k scroll"), classes="hint")

    def _table(self) -> Content:
        lines: list[Content] = []
        group = ""
        for action in ACTIONS:
            if action.group != group:
                group = action.group
                lines += [Content(""), Content.styled(group, "bold $accent")]
            keys = " ".join(key_name(key) for key in self._keys(action)) or ":"
            lines += _explained(keys, action.help, "" if action.id in self._available else "$foreground 50%")
        lines += [Content(""), Content.styled("Signs", "bold $accent")]
        for sign, meaning in LEGEND:
            lines += _explained(sign, meaning)
        return Content("\n").join([*lines, Content("")])

    def action_scroll(self, step: int) -> None:
        """Scroll a line."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)


def _explained(sign: str, meaning: str, style: str = "") -> list[Content]:
    """Return lines of a sign and its meaning, in a style of their own ("" for a bold sign)."""
    rows = zip_longest(wrap(sign, _KEYS), wrap(meaning, _MEANING), fillvalue="")
    return [
        Content.styled(f"  {signs:<{_KEYS}}", style or "bold") + Content.styled(f" {line}", style)
        for signs, line in rows
    ]
