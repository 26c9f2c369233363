"""One field on a line at the foot of the screen, looked over before it is saved."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.ui.dialogs.form import FormField
from tui.ui.dialogs.keys_line import KeysLine


class FieldPrompt(ModalScreen[str | None]):
    """The value of a field of something, what it is called and how it is known. None when left by Esc.

    `check` returns what is wrong with a value of a field (its id), "" for nothing.
    """

    AUTO_FOCUS = "Input"
    BINDINGS = [Binding("escape", "dismiss(None)", "back", show=False)]

    def __init__(self, title: str, field: FormField, check: Callable[[str, str], str]) -> None:
        super().__init__()
        self._title, self._field, self._check = title, field, check

    def compose(self) -> ComposeResult:
        """What it is of, the line, and what is wrong with it."""
        known = f"  {self._field.basis}" if self._field.basis else ""
        with Vertical(classes="foot"):
            yield Static(Content(self._title), classes="title")
            yield Static(Content(self._field.label) + Content.styled(known, "$muted"))
            yield Input(self._field.value, select_on_focus=False)
            yield Static(id="problem")
            yield KeysLine("Enter saves · Esc leaves it as it was")

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Save, unless the value cannot be."""
        value = event.value.strip()
        if value != self._field.value and (problem := self._check(self._field.id, value)):
            self.query_one("#problem", Static).update(Content(f"! {problem}"))
        else:
            self.dismiss(value)
