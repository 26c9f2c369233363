"""What all pictures have in common: the screen of a chart, the lines around it, and the keys that move its cursor."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.ui.dialogs.keys_line import KeysLine, is_low
from tui.ui.panes.chart import Chart
from tui.ui.panes.wrap import fit

Drawn = TypeVar("Drawn", bound=Chart)


class ChartScreen(ModalScreen[str | None], Generic[Drawn]):
    """A chart over what is open; it gives the query for what was chosen in it.

    The lines around it are named `title`, `place` (what the cursor is on) and, where there is one, `LEGEND`, each behind
    the screen's own name `OF`. On a low screen `place` and the keys are left of them.
    """

    BINDINGS = [
        Binding("escape,q", "leave", "Back to the panes"),
        ("question_mark", "app.help"),
        Binding("j,down", "move(1, 0)", "To the next row"),
        Binding("k,up", "move(-1, 0)", "To the row before"),
        Binding("l,right", "move(0, 1)", "To the next column"),
        Binding("h,left", "move(0, -1)", "To the column before"),
        ("o", "turn"),
        Binding("enter", "choose", "Search for what the cursor is on, in all panes"),
    ]
    OF: ClassVar[str]
    KEYS: ClassVar[str]
    LEGEND: ClassVar[str] = ""

    def __init__(self, about: str, chart: Drawn) -> None:
        """`about` says of what the chart is."""
        super().__init__()
        self._about = about
        self.chart = chart

    def compose(self) -> ComposeResult:
        """Title, chart, what the cursor is on, what is drawn, the keys."""
        with Vertical(classes="board picture"):
            yield Static(id=f"{self.OF}-title", classes="title")
            yield self.chart
            yield Static(id=f"{self.OF}-place", classes="place")
            if self.LEGEND:
                yield Static(id=f"{self.OF}-{self.LEGEND}", classes="hint")
            yield KeysLine(self.KEYS)

    def on_mount(self) -> None:
        """Give the chart the keys."""
        self.chart.focus()

    @abstractmethod
    def lines(self) -> Mapping[str, str]:
        """Return what the lines around the chart are to say, by their names; nothing while nothing is drawn."""

    @on(Chart.Moved)
    def tell(self) -> None:
        """Say what the cursor is on."""
        for name, text in self.lines().items():
            line = self.query_one(f"#{self.OF}-{name}", Static)
            line.update(Content(fit(text, self.chart.size.width)))
            line.display = name == "place" or not is_low(self)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.chart.walk(rows, columns)
