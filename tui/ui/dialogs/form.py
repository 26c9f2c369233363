"""A form: the fields of one thing, a line each, with a list below the one that has the keys where there are choices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.core.text import fold_case
from tui.ui.dialogs.choice_rows import radio_mark
from tui.ui.dialogs.kept_lines import KeptLines
from tui.ui.dialogs.keys_line import KeysLine, fit_height
from tui.ui.dialogs.list_line import ListLine

_OFFERED = 9  # choices that have a number
_AROUND = 7  # lines: title, what is wrong, keys, border, margins
_WIDE = 60  # cells of a screen that has room for labels beside their lines


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of a form: how it is called, its value, what may be written there, and how the value is known.

    The `suggestions` are listed below it, with what each means in `remarks`; what is typed narrows them, and the
    names in `known` with them. What is `closed` takes only certain values: what is typed replaces the one that is
    there, and the beginning of a suggestion stands for it.
    """

    id: str
    label: str
    value: str = ""
    legend: str = ""
    basis: str = ""
    suggestions: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    closed: bool = False

    @property
    def below(self) -> str:
        """What stands below the line."""
        return " · ".join(filter(None, (self.legend, self.basis)))

    def fitting(self, typed: str) -> tuple[str, ...]:
        """Return what is offered where something is typed: names that hold it, or those that begin so."""
        wanted = fold_case(typed.strip())
        if self.closed:
            found = [name for name in self.suggestions if fold_case(name).startswith(wanted)]
            return tuple(found) or self.suggestions
        every = dict.fromkeys((*self.suggestions, *self.known))
        return tuple(name for name in every if wanted in fold_case(name))[:_OFFERED]

    def meant(self, typed: str) -> str:
        """Return the value that a line stands for."""
        found = self.fitting(typed) if self.closed and typed and self.suggestions else ()
        return found[0] if len(found) == 1 else typed


class FieldLine(ListLine):
    """The line of a field. A digit chooses by number as long as nothing is typed."""

    @dataclass
    class Numbered(Message):
        """The number of a choice was pressed."""

        line: FieldLine
        number: int

    def __init__(self, field: FormField, text: str) -> None:
        completer = SuggestFromList(field.known, case_sensitive=False) if field.known else None
        super().__init__(text, id=f"field-{field.id}", select_on_focus=field.closed, suggester=completer)
        self.field = field
        self.taken = field.value  # what was chosen, as apart from typed

    @property
    def chooses(self) -> bool:
        """Whether a digit is a choice."""
        return bool(self.field.suggestions) and (self.field.closed or self.value in ("", self.taken))

    async def _on_key(self, event: events.Key) -> None:
        if self.chooses and event.key in "123456789":
            event.stop()
            event.prevent_default()
            self.post_message(self.Numbered(self, int(event.key)))

    def take(self, value: str) -> None:
        """Show a value that was chosen."""
        self.value = self.taken = value
        self.cursor_position = len(value)
        if self.field.closed:
            self.select_all()


class Form(KeptLines[dict[str, str]]):
    """The fields of one thing, each with how it is known. Gives those that were changed."""

    AUTO_FOCUS = ""  # on_mount gives the keys to a line
    BINDINGS = [("down", "walk(1)"), ("up", "walk(-1)")]

    def __init__(
        self, title: str, fields: Sequence[FormField], first: str, check: Callable[[str, str], str]
    ) -> None:
        super().__init__(title, {field.id: field.value for field in fields})
        self._fields, self._first, self._check = list(fields), first, check
        self._offered: dict[str, tuple[str, ...]] = {}

    def compose(self) -> ComposeResult:
        """A line a field."""
        with Vertical(classes="box"):
            yield Static(self.heading(), classes="title")  # title and keys in view however long the form is
            with VerticalScroll(classes="fields", can_focus=False):
                if more := self.asks.partition("\n")[2]:
                    yield Static(Content(more), classes="hint")
                for field in self._fields:
                    with Horizontal(classes="field"):
                        yield Static(Content(field.label), classes="label")
                        with Vertical():
                            yield from self._beside(field)
            yield Static(id="problem")
            yield KeysLine(self._keys())

    def _beside(self, field: FormField) -> ComposeResult:
        """The line, and what belongs to it below: what may be written there, and what is offered."""
        yield FieldLine(field, self.text_of(field.id))
        if field.below:
            yield Static(Content(field.below), classes="legend")
        if field.suggestions or field.known:
            offered = OptionList(compact=True, classes="offered", id=f"offered-{field.id}")
            offered.can_focus = False
            yield offered

    def _keys(self) -> str:
        choose = "↑ ↓ or a number chooses · " if any(field.suggestions for field in self._fields) else ""
        other = " · Tab the next" if len(self._fields) > 1 else ""
        return self.hints(f"{choose}Enter saves{' all' if other else ''}{other}")

    def lines(self) -> dict[str, Input]:
        """Return a line a field."""
        return {field.id: self._line(field.id) for field in self._fields}

    def on_mount(self) -> None:
        """Begin at the field that was under the cursor."""
        for field in self._fields:
            self._offer(field, field.suggestions)
        names = [field.id for field in self._fields]
        first = self._line(self._first if self._first in names else names[0])
        first.focus(scroll_visible=False)  # that would hide how the first is called
        if self._first in names[1:]:
            self.call_after_refresh(first.scroll_visible, animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Put labels above their lines where there is no room beside them; keep title and keys in view."""
        fit_height(self, self.query_one(VerticalScroll), _AROUND)
        self.set_class(event.size.width < _WIDE, "-narrow")

    def _line(self, name: str) -> FieldLine:
        return self.query_one(f"#field-{name}", FieldLine)

    @property
    def _focused(self) -> FieldLine | None:
        return self.focused if isinstance(self.focused, FieldLine) else None

    def on_descendant_focus(self) -> None:
        """Show the list of the field that has the keys."""
        here = self._focused
        for field in self._fields:
            for offered in self.query(f"#offered-{field.id}"):
                offered.display = bool(here and here.field is field and self._offered[field.id])
                if offered.display:
                    self.call_after_refresh(offered.scroll_visible, animate=False)

    def _offer(self, field: FormField, names: tuple[str, ...]) -> None:
        self._offered[field.id] = names
        line, meaning = self._line(field.id), dict(zip(field.suggestions, field.remarks, strict=False))
        numbered = line.chooses and len(names) <= _OFFERED
        wide = max((cell_len(name) for name in names), default=0)
        for offered in self.query(f"#offered-{field.id}").results(OptionList):
            offered.clear_options()
            for number, name in enumerate(names, start=1):
                mark = radio_mark(name, line.value if field.closed else None)
                about = " " * (wide - cell_len(name) + 3) + meaning[name] if name in meaning else ""
                shown = Content.styled(f"{number} ", "$text-accent") if numbered else Content("")
                offered.add_option(Option(shown + Content(mark + name) + Content.styled(about, "$muted")))
            offered.highlighted = names.index(line.value) if line.value in names else None
            offered.display = bool(names) and self._focused is line

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        """Offer what fits the letters that are typed; what was chosen narrows nothing."""
        if isinstance(line := event.input, FieldLine) and line.value != line.taken:
            line.taken = ""
            self._offer(line.field, line.field.fitting(line.value))

    def action_walk(self, step: int) -> None:
        """Move through the list of the field, or to the next field where it has none."""
        line = self._focused
        names = self._offered[line.field.id] if line else ()
        if line and names:
            at = self.query_one(f"#offered-{line.field.id}", OptionList).highlighted
            self._take(line, (at + step if at is not None else min(step, 0)) % len(names))
        else:
            self.focus_next() if step > 0 else self.focus_previous()

    @on(FieldLine.Numbered)
    def _numbered(self, message: FieldLine.Numbered) -> None:
        if message.number <= len(self._offered[message.line.field.id]):
            self._take(message.line, message.number - 1)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        if line := self._focused:
            self._take(line, event.option_index)

    def _take(self, line: FieldLine, at: int) -> None:
        names = self._offered[line.field.id]
        line.take(names[at])
        self._offer(line.field, names)

    @on(Input.Submitted)
    def submit(self) -> None:
        """Save what was changed, unless a value cannot be."""
        changed: dict[str, str] = {}
        for field in self._fields:
            line = self._line(field.id)
            value = field.meant(line.value.strip())
            if value == field.value:
                continue
            if problem := self._check(field.id, value):
                self.refuse(problem)
                line.focus()
                return
            changed[field.id] = value
        self.dismiss(changed)
