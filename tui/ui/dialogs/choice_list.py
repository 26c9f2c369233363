"""A list to choose from, at the foot of the screen and below what it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.core.text import fold
from tui.ui.choice import Choice, is_ordinal
from tui.ui.dialogs.choice_rows import ChoiceRows
from tui.ui.dialogs.keys_line import KeysLine, is_low
from tui.ui.dialogs.list_line import ListLine
from tui.ui.panes.wrap import fit, wrap

_BOX, _FRAME = 104, 6  # cells of the dialog, as the style sheet has it, and of what stands around its rows
_NUMBERS = "1234567890"
_ABOUT = 3  # lines at most
_SHARE, _SHARE_OF_LOW = 0.75, 0.8  # of the screen, as the style sheet has it
_BESIDE = 105  # cells from which on a line is free below the dialog, as the style sheet has it
_TALL = 30  # lines of a screen that has some to spare
_NAME = 40  # cells at most of what Enter would save, below the rows
_MOST = 100  # rows that are laid out at once; typing finds the others


class ChoiceList(ModalScreen[str | None]):
    """Rows to choose from by number, by arrows or by typing. Gives the id of the row, None when left by Esc.

    `about` are the words of what is meant, in view above the rows, `enter` says what Enter does. With `chosen`, the id of
    what holds now, each row has a mark; `first` is the id of the row to begin at, where that is another one. With `new`,
    what is typed and fits nothing can be chosen too: it comes back behind a "+"; or `typed` returns the rows for what is
    typed. Where labels are `sentences`, remarks stand below them; with `one_line` a remark is cut to it. A number goes to
    its row, Enter takes it. `further` choices are found by typing and not shown before.
    """

    AUTO_FOCUS = "Input"
    NUMBERED = True
    BINDINGS = [("escape", "leave"), ("down", "walk(1)"), ("up", "walk(-1)")]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        *,
        about: str = "",
        new: str = "",
        chosen: str | None = None,
        first: str | None = None,
        typed: Callable[[str], Sequence[Choice]] | None = None,
        hint: str = "",
        enter: str = "",
        sentences: bool = False,
        one_line: bool = False,
        further: Sequence[Choice] = (),
    ) -> None:
        super().__init__()
        self._title, self._about, self._choices, self._new = title, about, list(choices), new
        self._chosen, self._first, self._typed = chosen, chosen if first is None else first, typed
        self._hint, self._enter, self._one_line = hint, enter, one_line
        self._sentences, self._further = sentences, further
        # Where rows are numbers themselves, a number that is typed is one of them.
        self._numbered = self.NUMBERED and not any(each.label[:1].isdigit() for each in choices)
        self.shown: list[Choice] = []
        self._narrowed: str | None = None  # what was typed then
        self._numbers = _NUMBERS

    def compose(self) -> ComposeResult:
        """What it is about, the line to type in, the rows, and what the keys do."""
        also = ", or something new" if self._new else ", or a name that is new" if self._typed else ""
        with Vertical(classes="foot list"):
            yield Static(Content(self._title), classes="title")
            if self._about:
                yield Static(Content(self._about), classes="about")
            yield ListLine(placeholder=self._hint or f"type to narrow{also}", select_on_focus=False)
            yield from self.heading()
            yield OptionList(compact=True)
            yield KeysLine()

    def heading(self) -> ComposeResult:
        """Name the columns of the rows, where they have names."""
        yield from ()

    def fitting(self, typed: str) -> Sequence[Choice]:
        """Return the choices that fit what is typed."""
        if typed and self._typed:
            return self._typed(typed)
        words = fold(typed).split()
        found = [
            each
            for each in (*self._choices, *(self._further if typed else ()))
            if all(word in fold(f"{each.label} {each.remark}") for word in words)
        ]
        if self._further:  # what is called so, before what leads there
            found.sort(key=lambda each: any(word not in fold(each.label) for word in words))
        if self._new and typed and all(typed != choice.label for choice in found):
            found.append(Choice(f"+{typed}", f"{self._new} {typed}"))
        return found

    def what_enter_does(self, row: Choice) -> str:
        """Return what Enter does on a row, where it is not the same on all."""
        if row.label.endswith("…"):
            return "opens it"
        return f"saves {named(row)}" if self._chosen is not None or self._typed else "takes it"

    def nothing_fits(self) -> str:
        """Return what is said where nothing does."""
        return "Nothing here fits what is typed." if self._choices else "Nothing is here yet."

    def on_mount(self) -> None:
        """Leave the keys to the line."""
        self.query_one(OptionList).can_focus = False

    def on_resize(self) -> None:
        """Lay the rows out for the room there is: what the keys do stays in view below them."""
        at = self.query_one(OptionList).highlighted
        self.make_room()
        self.narrow()
        if at is not None:
            self.query_one(OptionList).highlighted = at

    def make_room(self) -> None:
        """Give the rows the lines there are."""
        width, height = self.app.size
        low, tall = is_low(self), height >= _TALL
        self.set_class(low, "-low")
        self.set_class(tall, "-tall")
        said = min(len(wrap(self._about, width - 4)), 1 if low else _ABOUT) if self._about else 0
        for about in self.query(".about"):
            about.styles.max_height = said
        lines = int(height * (_SHARE_OF_LOW if low else _SHARE)) - 5 - said - 2 * tall - (width >= _BESIDE)
        self.query_one(OptionList).styles.max_height = max(3, lines)

    @on(Input.Changed)
    def follow(self) -> None:
        """Show what fits what is typed by now: of a burst of keys, word of the letters comes after the next key."""
        if self.query_one(Input).value.strip() != self._narrowed:
            self.narrow()

    def narrow(self) -> None:
        """Show what fits what is typed; a number alone goes to its row, and letters behind it are a word of their own."""
        self._drop_number()
        self._narrowed = line = self.query_one(Input).value.strip()
        row = self._row_of(line)
        fitting = self.fitting("" if row >= 0 else line)
        self.shown = list(fitting[:_MOST])
        options = self.query_one(OptionList)
        options.clear_options()
        # while one types they are letters like others
        self._numbers = _NUMBERS if self._numbered and (row >= 0 or not line) else ""
        options.add_options(map(Option, self.rows()))
        if len(fitting) > _MOST:
            options.add_option(Option(f"… and {len(fitting) - _MOST} more: type to narrow", disabled=True))
        if not fitting:
            options.add_option(Option(self.nothing_fits(), disabled=True))
        elif row >= 0:
            options.highlighted = row
        else:
            ids = [choice.id for choice in self.shown]
            options.highlighted = ids.index(self._first) if not line and self._first in ids else 0
        self._tell_keys()

    def _drop_number(self) -> None:
        """Take away the number that went to a row once a letter follows it, where no row holds both."""
        typed = self.query_one(Input)
        number = typed.value[: len(typed.value) - len(typed.value.lstrip(_NUMBERS))]
        word, before = typed.value[len(number) :], (self._narrowed or "").lstrip(_NUMBERS)
        # Who goes back and sets a digit before a word means it, and so does who types "3rd Guards".
        meant = (before and not is_ordinal(number, before)) or is_ordinal(number, word)
        if meant or not word[:1].isalpha() or self._row_of(number) < 0:
            return
        rows = (*self._choices, *self._further)
        if not any(fold(typed.value) in fold(f"{each.label} {each.remark}") for each in rows):
            at = typed.cursor_position - len(number)
            typed.value = word
            typed.cursor_position = max(0, at)

    def _row_of(self, line: str) -> int:
        """Return the row that a number goes to, the last of two that fit nothing together; -1 for none."""
        # More than two are a year or a day that is looked for, and Enter would take a row that has none.
        if not self._numbered or not 0 < len(line) <= 2 or set(line) - set(_NUMBERS):
            return -1
        row = _NUMBERS.index(line[-1])
        alone = len(line) == 1 or not self.fitting(line)
        return row if alone and row < len(self._choices) else -1

    def rows(self) -> list[Content]:
        """Return what is shown as it stands in the list."""
        cells = min(self.app.size.width, _BOX) - _FRAME
        laid = ChoiceRows(
            self.shown, self._chosen, below=self._sentences, one_line=self._one_line, low=is_low(self)
        )
        return [
            laid.row(choice, cells, f"{self._numbers[at : at + 1]:>2}  ")
            for at, choice in enumerate(self.shown)
        ]

    @on(OptionList.OptionHighlighted)
    def _tell_keys(self) -> None:
        """Say what the keys do, and what Enter would save."""
        at = self.query_one(OptionList).highlighted
        row = self.shown[at] if at is not None and at < len(self.shown) else None
        if row is None:  # and nothing to choose, nor to take
            self.query_one(KeysLine).update(Content("Esc leaves it"))
            return
        saves = self._chosen is not None or self._typed
        does = self._enter or self.what_enter_does(row)
        walk = "↑ ↓ or a number choose" if self._numbered else "↑ ↓ choose"
        enter = f"Enter {does}", "bold $text-accent" if saves else ""
        self.query_one(KeysLine).update(Content.assemble(f"{walk} · ", enter, " · Esc leaves it"))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

    def action_walk(self, step: int) -> None:
        """Move through the rows."""
        self.follow()
        options = self.query_one(OptionList)
        if self.shown:
            options.highlighted = ((options.highlighted or 0) + step) % len(self.shown)

    @on(Input.Submitted)
    def submit(self) -> None:
        """Take what is highlighted."""
        self.follow()
        at = self.query_one(OptionList).highlighted
        if self.shown and at is not None:
            self.dismiss(self.shown[at].id)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self.shown[event.option_index].id)


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


def named(row: Choice) -> str:
    """Return what a row is called, as the line of keys has room for it."""
    return f"“{fit(row.label, _NAME)}”"
