"""A menu at the foot of the screen, over what it is about: number, name, what is there now, and the shortcut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.core.text import fold
from tui.ui.dialogs.choice_rows import radio_mark
from tui.ui.dialogs.keys_line import KeysLine, is_low
from tui.ui.dialogs.list_line import ListLine
from tui.ui.panes.wrap import fit, wrap

_WIDTH = 100  # cells at most of a row: the shortcut stands near what it does
_NAME = 32  # cells at most of the column of names
_LEAST = 24  # cells of what is there now, where it may be cut
_NUMBERED = "1234567890"
_ABOUT = 3  # lines at most
_SHARE, _SHARE_OF_LOW = 0.75, 0.8  # of the screen, as the style sheet has it
_TALL = 30  # lines of a screen that has some to spare
_MOST = 100  # rows that are laid out at once; typing finds the others


class MenuRow(NamedTuple):
    """What is chosen (`id`), its name, what is there now, and the key that does it without the menu."""

    id: str
    name: str
    now: str = ""
    key: str = ""


class _Line(ListLine):
    """A line whose first letter is no number, those being the menu's: unless what is typed may be a new name."""

    names = False

    class Numbered(Message):
        """The number of a row was pressed."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    async def _on_key(self, event: events.Key) -> None:
        # here and not as a binding, which is asked before the letters of the same burst are in the line
        if event.key in set(_NUMBERED) and not (self.names or self.value):
            event.stop()
            event.prevent_default()
            self.post_message(self.Numbered(int(event.key)))


class Menu(ModalScreen[str | None]):
    """Rows to choose from by number, by arrows or by typing. Gives the id of the row, None when left by Esc.

    `about` are the words of what is meant, in view above the rows. With `chosen`, the id of what holds now, the rows
    are those of a choice: a number goes to one, Enter saves it. `typed` returns the rows for what is typed, which may be a
    new name and so begin with a number (alone it goes to its row), else those with these letters are left.
    """

    AUTO_FOCUS = "Input"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("down", "walk(1)", "next", show=False),
        Binding("up", "walk(-1)", "previous", show=False),
    ]

    def __init__(
        self,
        title: str,
        rows: Sequence[MenuRow],
        *,
        about: str = "",
        chosen: str | None = None,
        first: str | None = None,
        typed: Callable[[str], Sequence[MenuRow]] | None = None,
    ) -> None:
        """`first` is the id of the row to begin at, where that is not the one that holds now."""
        super().__init__()
        self._title, self._rows, self._about = title, list(rows), about
        self._chosen, self._first, self._typed = chosen, chosen if first is None else first, typed
        self._shown: list[MenuRow] = []
        self._narrowed: str | None = None  # what was typed then
        self._takes = chosen is None and typed is None  # a number takes its row at once

    def compose(self) -> ComposeResult:
        """What it is about, the line to type in, the rows, and what the keys do."""
        new = ", or a name that is new" if self._typed else ""
        with Vertical(classes="foot menu"):
            yield Static(Content(self._title), classes="title")
            if self._about:
                yield Static(Content(self._about), classes="about")
            line = _Line(placeholder=f"type to narrow{new}", select_on_focus=False)
            line.names = self._typed is not None
            yield line
            yield OptionList(compact=True)
            yield KeysLine()

    def on_mount(self) -> None:
        """Show all rows."""
        self.query_one(OptionList).can_focus = False

    def on_resize(self, event: events.Resize) -> None:
        """Lay the rows out for the room there is: what the keys do stays in view below them."""
        low, tall = is_low(self), event.size.height >= _TALL
        self.set_class(low, "-low")
        self.set_class(tall, "-tall")
        said = min(len(wrap(self._about, event.size.width - 4)), 1 if low else _ABOUT) if self._about else 0
        for about in self.query(".about"):
            about.styles.max_height = said
        around, share = 5 + said + 2 * tall, _SHARE_OF_LOW if low else _SHARE
        self.query_one(OptionList).styles.max_height = max(3, int(event.size.height * share) - around)
        self._narrow()

    @on(Input.Changed)
    def _follow(self) -> None:
        """Show what fits what is typed by now: of a burst of keys, word of the letters comes after the next key."""
        if self.query_one(Input).value != self._narrowed:
            self._narrow()

    def _narrow(self) -> None:
        self._narrowed, line = self.query_one(Input).value, self._word
        found = self._typed(line) if line and self._typed else [row for row in self._rows if _fits(row, line)]
        self._shown = list(found[:_MOST])
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(self._drawn(at, row)) for at, row in enumerate(self._shown)])
        if self._shown:
            ids = [row.id for row in self._shown]
            options.highlighted = ids.index(self._first) if not line and self._first in ids else 0
        self._tell_keys()
        if not line and (number := self.query_one(Input).value.strip()):
            self._number(int(number))

    @on(OptionList.OptionHighlighted)
    def _tell_keys(self) -> None:
        """Say what the keys do: in a choice, that a number only goes to its row, and what Enter would save."""
        at = self.query_one(OptionList).highlighted
        name = self._shown[at].name if at is not None and at < len(self._shown) else ""
        if self._takes:
            keys = Content("a number or Enter takes it")
        elif name.endswith("…"):
            keys = Content.assemble("a number, ↑ ↓ go there · ", ("Enter opens it", "bold $text-accent"))
        else:
            saves = fit(f"Enter saves “{name}”", 40) if name else "Enter saves"
            keys = Content.assemble("a number, ↑ ↓ go there · ", (saves, "bold $text-accent"))
        self.query_one(KeysLine).update(keys + Content(" · Esc leaves it"))

    @property
    def _word(self) -> str:
        """What is typed to narrow the rows: a number alone is that of one of them."""
        line = self.query_one(Input).value.strip()
        return "" if line in set(_NUMBERED) and (int(line) - 1) % len(_NUMBERED) < len(self._rows) else line

    def _drawn(self, at: int, row: MenuRow) -> Content:
        names = max(cell_len(each.name) for each in self._shown)
        keys = max(cell_len(each.key) for each in self._shown)
        column = min(names, _NAME) if any(each.now for each in self._shown) else names
        typing = bool(self._word)  # into which a number goes too
        number = _NUMBERED[at] if at < len(_NUMBERED) and not typing else " "
        mark = radio_mark(row.id, row.name, self._chosen)
        room = min(self.app.size.width, _WIDTH) - len(mark) - keys - 12
        now, below = " ".join(row.now.split()), ""
        if room - column < _LEAST:  # on a small screen it stands close behind the name, or hangs below it
            column = min(column, cell_len(row.name))
            if cell_len(now) > room - column:
                now, below = "", _hanging(now, len(mark) + 6, room + keys - 2)
        name = fit(row.name, column)
        now = fit(now, max(0, room - column))
        gap = " " * (column - cell_len(name) + 2)
        rest = " " * max(1, room - column - cell_len(now))
        return Content.assemble(
            (f"{number:>2}  ", "$text-accent"),
            (f"{mark}{name}", "bold" if row.id == self._chosen else ""),
            (f"{gap}{now}{rest}{row.key:>{keys}}{below}", "$foreground 70%"),
        )

    def action_walk(self, step: int) -> None:
        """Move through the rows."""
        self._follow()
        options = self.query_one(OptionList)
        if self._shown:
            options.highlighted = ((options.highlighted or 0) + step) % len(self._shown)

    @on(_Line.Numbered)
    def _numbered(self, message: _Line.Numbered) -> None:
        self._number(message.number)

    def _number(self, number: int) -> None:
        """Take the row with a number; in a choice, go to it."""
        at = (number - 1) % len(_NUMBERED)
        if at < len(self._shown):
            self.query_one(OptionList).highlighted = at
            if self._takes:
                self.submit()

    @on(Input.Submitted)
    def submit(self) -> None:
        """Take what is highlighted."""
        at = self.query_one(OptionList).highlighted
        if self._shown and at is not None:
            self.dismiss(self._shown[at].id)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._shown[event.option_index].id)


def _hanging(text: str, indent: int, room: int) -> str:
    """Return a text as lines of its own, as many as a row has at the most, each behind a margin."""
    (first, last), *more = wrap(text, room)
    lines = [text[first:last], *([fit(text[more[0][0] :], room)] if more else [])]
    return "".join(f"\n{' ' * indent}{line}" for line in lines)


def _fits(row: MenuRow, line: str) -> bool:
    return fold(line) in fold(f"{row.name} {row.now}")
