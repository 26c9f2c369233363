"""The help: the keys of the place one is in, the others of the surface, more keys, words and signs; `/` searches in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.core.text import fold
from tui.settings.actions import ACTIONS, Action, footer, key_name
from tui.settings.glossary import GLOSSARY
from tui.settings.surface import FOOTERS
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.format import KeyOf, legend

_KEYS, _MEANING = 14, 58  # cells at most
_AROUND, _SMALL = 8, 10  # cells of border, padding, scroll bar and gaps; of keys on a small screen
_PLACES = {"events": "In the events", "article": "In the article", "quotes": "In the quotes"}


class HelpSection(NamedTuple):
    """A heading, a line below it ("" for none), and what is explained: a sign or a word, its meaning, a style."""

    heading: str
    about: str
    rows: Sequence[tuple[str, str, str]]


class KeyHelp(NamedTuple):
    """What the help says of keys: those of an action, the ids of actions that do something now, the place one is in."""

    keys: Callable[[Action], Sequence[str]]
    available: Collection[str]
    place: str

    def sections(self) -> Iterator[HelpSection]:
        """Return the keys of the place, the others everybody is shown, all others, and those of modes."""
        here = [action for action, _ in footer(self.place)]
        modes = {action.mode: action.group for action in ACTIONS if action.mode}
        if self.place in FOOTERS:
            yield self._section(_PLACES[self.place], here)
        else:
            yield self._section(modes.pop(self.place), [each for each in ACTIONS if each.mode == self.place])
        yield self._section("Everywhere", [each for each in ACTIONS if each.surface and each not in here])
        others = [each for each in ACTIONS if not (each.surface or each.mode)]
        yield self._section(
            "More keys", others, "All of these are found by name with :, and need not be learned."
        )
        for mode, group in modes.items():
            yield self._section(group, [each for each in ACTIONS if each.mode == mode])

    def _section(self, heading: str, actions: Sequence[Action], about: str = "") -> HelpSection:
        return HelpSection(heading, about, [self._row(action) for action in actions])

    def _row(self, action: Action) -> tuple[str, str, str]:
        keys = " ".join(key_name(key) for key in self.keys(action)) or f": {action.label}"
        return keys, action.help, "" if action.id in self.available else "$foreground 50%"


_WORDS = HelpSection("Glossary", "", [(word, meaning, "") for word, meaning in GLOSSARY.items()])


class HelpScreen(ModalScreen[None]):
    """All keys, from the one table, then words and signs."""

    AUTO_FOCUS = ""
    BINDINGS = [
        ("escape", "leave"),
        ("q,question_mark", "dismiss(None)"),
        ("slash", "search"),
        ("j,down", "scroll(1)"),
        ("k,up", "scroll(-1)"),
        ("space,pagedown", "page(1)"),
        ("pageup", "page(-1)"),
        ("home,g", "end(-1)"),
        ("end,G", "end(1)"),
    ]

    def __init__(self, sections: Sequence[HelpSection], about: Sequence[str], key: KeyOf) -> None:
        """`sections` come before words and signs, `about` behind them."""
        super().__init__()
        signs = HelpSection("Signs", "", [(sign, meaning, "") for sign, meaning in legend(key)])
        self._sections, self._about = (*sections, _WORDS, signs), about

    def compose(self) -> ComposeResult:
        """What there is to say, and below it, always in view, how one goes on."""
        with Vertical(classes="box help"):
            yield Static(Content("Help"), classes="title")
            with VerticalScroll(can_focus=False):
                yield Static(id="told")
            yield Input(placeholder="a key, or a word of what it does", id="wanted", select_on_focus=False)
            yield KeysLine("/ searches here · j k scroll · Esc closes")

    def on_mount(self) -> None:
        """Begin without the line to search in."""
        self.query_one(Input).display = False

    def on_resize(self) -> None:
        """Lay it out for the width there is."""
        self.query_one("#told", Static).update(self._told(self.query_one(Input).value.strip()))

    def _told(self, wanted: str) -> Content:
        """Return the sections, only the rows that hold what is `wanted`."""
        lines: list[Content] = []
        for heading, about, rows in self._sections:
            every = fold(wanted) in fold(heading)
            found = [row for row in rows if every or fold(wanted) in fold(f"{row[0]} {row[1]}")]
            if found:
                lines += [Content(""), Content.styled(heading, "bold $accent")]
                lines += [Content.styled(f"  {about}", "$muted")] if about and every else []
                lines += [line for row in found for line in _explained(*row, self.app.size.width)]
        if not wanted:
            lines += [Content(""), *map(Content, self._about)]
        return Content("\n").join(
            lines or [Content(""), Content("Nothing here says so; Esc shows all again.")]
        )

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        self.query_one("#told", Static).update(self._told(event.value.strip()))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @on(Input.Submitted)
    def _keep(self) -> None:
        self.set_focus(None)

    def action_search(self) -> None:
        """Open the line to search in."""
        self.query_one(Input).display = True
        self.query_one(Input).focus()

    def action_leave(self) -> None:
        """End the search, or close the help."""
        line = self.query_one(Input)
        if not line.display:
            self.dismiss(None)
        line.value, line.display = "", False
        self.set_focus(None)

    def action_scroll(self, step: int) -> None:
        """Scroll a line."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        """Scroll a page."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=step * max(1, scroll.size.height - 2), animate=False)

    def action_end(self, step: int) -> None:
        """Go to the beginning or to the end."""
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_home(animate=False) if step < 0 else scroll.scroll_end(animate=False)


def _explained(sign: str, meaning: str, style: str, cells: int) -> list[Content]:
    """Return lines of a sign and its meaning, in a style of their own ("" for a bold sign), on a screen of some cells."""
    keys = _KEYS if cells >= _KEYS + _MEANING + _AROUND else _SMALL
    rows = zip_longest(wrap(sign, keys), wrap(meaning, min(_MEANING, cells - keys - _AROUND)), fillvalue="")
    return [
        Content.styled(f"  {signs:<{keys}}", style or "bold") + Content.styled(f" {line}", style)
        for signs, line in rows
    ]
