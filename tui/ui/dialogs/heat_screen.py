"""Heat strips, over the pictures: who spoke when, which tags stand on whose quotes. Gives the query for a cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import events
from textual.binding import Binding

from tui.core.day_counts import DayCounts
from tui.core.heat_table import HeatTable, speakers_by_time, tags_by_speaker
from tui.core.text import pluralize
from tui.ui.dialogs.chart_screen import ChartScreen
from tui.ui.panes.heat_chart import HeatChart

TagCounts = dict[tuple[str, str], int]
Ask = Callable[[Callable[[TagCounts], None]], None]


class HeatScreen(ChartScreen[HeatChart]):
    """Two tables in turn; `ask` fetches the counts of the second, and hands them on."""

    BINDINGS = [
        Binding("g,home", "move(0, -1000000)", "To the first column"),
        Binding("G,end", "move(0, 1000000)", "To the last column"),
        Binding("o", "turn", "The other table: speakers by time, or tags by speaker"),
        Binding("5", "dismiss('network')", "Who tells whom"),
    ]
    OF, LEGEND = "heat", "legend"
    KEYS = "hjkl cell · Enter quotes · o other table · 5 who tells whom · Esc back"

    def __init__(self, about: str, counts: DayCounts, ask: Ask) -> None:
        super().__init__(about, HeatChart(speakers_by_time(counts, 1), id="heat"))
        self._counts = counts
        self._ask = ask

    def on_resize(self, _: events.Resize) -> None:
        """Draw time in the columns that fit."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.chart.table.axis:
            self.chart.show_table(speakers_by_time(self._counts, self.chart.room))

    def lines(self) -> Mapping[str, str]:
        """Return what the cursor is on, of which table, and what its signs stand for."""
        chart, table = self.chart, self.chart.table
        if not table.rows:
            return {}
        count = table.counts[chart.row][chart.column]
        return {
            "title": f"{table.title} · {self._about}",
            "place": f"{table.rows[chart.row]} · {table.columns[chart.column]} · {pluralize(count, self._counts.what)}",
            "legend": f"{self._counts.what}s: {table.legend}",
        }

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
