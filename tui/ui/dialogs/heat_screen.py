"""Heat strips, over the pictures: who spoke when, which tags stand on whose quotes. Gives the query for a cell."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.core.day_counts import DayCounts
from tui.core.heat_table import HeatTable, speakers_by_time, tags_by_speaker
from tui.core.text import pluralize
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.dialogs.picture_screen import put_lines
from tui.ui.panes.heat_chart import HeatChart

TagCounts = dict[tuple[str, str], int]
Ask = Callable[[Callable[[TagCounts], None]], None]


class HeatScreen(ModalScreen[str | None]):
    """Two tables in turn; `ask` fetches the counts of the second, and hands them on."""

    BINDINGS = [
        Binding("escape,q", "leave", "back", show=False, tooltip="Back to the timeline"),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("j,down", "move(1, 0)", show=False, tooltip="To the next row"),
        Binding("k,up", "move(-1, 0)", show=False, tooltip="To the row before"),
        Binding("l,right", "move(0, 1)", show=False, tooltip="To the next column"),
        Binding("h,left", "move(0, -1)", show=False, tooltip="To the column before"),
        Binding("g,home", "move(0, -1000000)", show=False, tooltip="To the first column"),
        Binding("G,end", "move(0, 1000000)", show=False, tooltip="To the last column"),
        Binding("o", "turn", show=False, tooltip="The other table: speakers by time, or tags by speaker"),
        Binding("enter", "choose", show=False, tooltip="Search for the quotes of the cell in all panes"),
        Binding("5", "dismiss('network')", show=False, tooltip="Who tells whom"),
    ]

    def __init__(self, about: str, counts: DayCounts, ask: Ask) -> None:
        super().__init__()
        self._about = about
        self._counts = counts
        self._ask = ask

    def compose(self) -> ComposeResult:
        """Title, table, what the cursor is on, what the signs stand for, the keys."""
        with Vertical(classes="board picture"):
            yield Static(id="heat-title", classes="title")
            yield HeatChart(speakers_by_time(self._counts, 1), id="heat")
            yield Static(id="heat-place", classes="place")
            yield Static(id="heat-legend", classes="hint")
            yield KeysLine("hjkl cell · Enter quotes · o other table · 5 who tells whom · Esc back")

    def on_mount(self) -> None:
        """Give the table the keys."""
        self.chart.focus()

    @property
    def chart(self) -> HeatChart:
        """The table."""
        return self.query_one(HeatChart)

    def on_resize(self, _: events.Resize) -> None:
        """Draw time in the columns that fit."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.chart.table.axis:
            self.chart.show_table(speakers_by_time(self._counts, self.chart.room))

    @on(HeatChart.Moved)
    def _tell(self) -> None:
        """Say what the cursor is on."""
        chart, table = self.chart, self.chart.table
        if not table.rows:
            return
        count = table.counts[chart.row][chart.column]
        lines = {
            "title": f"{table.title} · {self._about}",
            "place": f"{table.rows[chart.row]} · {table.columns[chart.column]} · {pluralize(count, 'quote')}",
            "legend": f"quotes: {table.legend}",
        }
        put_lines(self, "heat", lines, chart.size.width)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_move(self, rows: int, columns: int) -> None:
        """Go from cell to cell."""
        self.chart.walk(rows, columns)

    def action_turn(self) -> None:
        """Show the other table."""
        if self.chart.table.axis:
            self._ask(self._show_tags)
        else:
            self.chart.show_table(speakers_by_time(self._counts, self.chart.room))

    def _show_tags(self, counts: TagCounts) -> None:
        table: HeatTable = tags_by_speaker(counts)
        if table.rows:
            self.chart.show_table(table)
        else:
            self.notify("No quote has a tag and a speaker yet.", timeout=3)

    def action_choose(self) -> None:
        """Give the query for the cell."""
        self.dismiss(self.chart.table.query(self.chart.row, self.chart.column))
