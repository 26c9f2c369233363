"""The line that asks for a path or an address, with paths completed as they are typed."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.view.paths import completions

_FAILURES = 5  # of the last import, shown above the line


class PathPrompt(ModalScreen[str | None]):
    """A path, a folder or an address. `failed` are lines about the last import."""

    AUTO_FOCUS = "Input"
    BINDINGS = [
        Binding("escape", "dismiss(None)", "back", show=False),
        Binding("tab", "complete", "complete", show=False, priority=True),
        Binding("down", "walk(1)", "next", show=False, priority=True),
        Binding("up", "walk(-1)", "previous", show=False, priority=True),
    ]

    def __init__(self, typed: str = "", failed: Sequence[str] = ()) -> None:
        super().__init__()
        self._typed, self._failed = typed, list(failed)
        self._fitting: list[str] = []

    def compose(self) -> ComposeResult:
        """What failed last time, the paths that fit, and the line under them."""
        with Vertical(classes="foot"):
            if self._failed:
                yield Static(Content("What failed in the last import"), classes="title")
                lines = self._failed[:_FAILURES]
                if more := len(self._failed) - len(lines):
                    lines = [*lines, f"and {more} more; briefing-tui import in a shell lists all"]
                yield Static(Content("\n".join(f"  {line}" for line in lines)))
            yield Static(Content("Import a file, a folder or an address"), classes="title")
            yield OptionList(compact=True)
            yield Input(self._typed, placeholder="~/pages/ or https://…", select_on_focus=False)
            yield Static(
                Content(
                    "Tab completes · ↑ ↓ choose · Enter imports · Esc leaves it · a page can also be pasted"
                ),
                classes="hint",
            )

    def on_mount(self) -> None:
        """Offer what is here."""
        self.query_one(OptionList).can_focus = False
        self._offer()

    @on(Input.Changed)
    def _offer(self) -> None:
        self._fitting = completions(self.query_one(Input).value)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(Content(name)) for name in self._fitting])
        options.display = bool(self._fitting)

    def action_walk(self, step: int) -> None:
        """Move through what is offered."""
        options = self.query_one(OptionList)
        if self._fitting:
            at = options.highlighted
            options.highlighted = (0 if at is None else at + step) % len(self._fitting)

    def action_complete(self) -> None:
        """Take the highlighted path, or else as much as all that fit have in common."""
        if not self._fitting:
            return
        line, at = self.query_one(Input), self.query_one(OptionList).highlighted
        line.value = self._fitting[at] if at is not None else _common(self._fitting)
        line.cursor_position = len(line.value)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.query_one(OptionList).highlighted = event.option_index
        self.action_complete()

    @on(Input.Submitted)
    def submit(self, event: Input.Submitted) -> None:
        """Enter imports what is written."""
        self.dismiss(event.value.strip() or None)


def _common(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    same = next(
        (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
    )
    return first[:same]
