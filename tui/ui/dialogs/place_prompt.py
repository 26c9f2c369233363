"""The line that asks where an export goes, and says whether the reader's notes go along."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from tui.core.text import pluralize
from tui.ui.dialogs.base import Prompt
from tui.ui.dialogs.keys_line import KeysLine


class PlacePrompt(Prompt):
    """A path. `with_notes` says whether notes go along, as Ctrl+N turns where they `may_turn`.

    Ctrl+L tells what the format `loses`.
    """

    BINDINGS = [
        Binding("ctrl+n", "turn_notes", priority=True),
        Binding("ctrl+l", "tell_losses", priority=True),
    ]

    def __init__(self, title: str, offer: str, *, with_notes: bool, may_turn: bool, loses: str) -> None:
        super().__init__(title, offer, enter="writes it · Ctrl+L what it leaves out", selected=True)
        self.with_notes, self._may_turn, self._loses = with_notes, may_turn, loses
        self._number = 0

    def compose(self) -> ComposeResult:
        """What stands in any prompt, and above the keys what is said of notes."""
        for part in super().compose():
            if isinstance(part, KeysLine):
                yield Static(id="notes", classes="legend")
                losses = Static(Content(f"Not in it: {self._loses}"), id="losses", classes="legend")
                losses.display = False
                yield losses
            yield part

    def on_mount(self) -> None:
        """Say what is known by now."""
        self._tell()

    def count(self, number: int) -> None:
        """Say how many notes it is about."""
        self._number = number
        self._tell()

    def action_turn_notes(self) -> None:
        """Put the notes in, or leave them out."""
        self.with_notes ^= self._may_turn
        self._tell()

    def action_tell_losses(self) -> None:
        """Show what the format has no room for, or no longer."""
        losses = self.query_one("#losses")
        losses.display = not losses.display

    def _tell(self) -> None:
        turn = " · Ctrl+N leaves them out" if self.with_notes else " · Ctrl+N puts them in"
        for line in self.query("#notes").results(Static):  # none before it is laid out
            line.update(Content(f"{told(self._number, self.with_notes)}{turn * self._may_turn}"))
            line.display = self._number > 0


def told(number: int, with_notes: bool) -> str:
    """Return what is said of notes that go out, or do not: "with your 4 notes"; "" where there are none."""
    return f"{'with' if with_notes else 'without'} your {pluralize(number, 'note')}" if number else ""
