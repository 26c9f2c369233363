"""A table whose cells are the denser the more they count, with its axes: signs tell it apart, colours do not."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content

from tui.core.heat_table import HeatTable
from tui.ui import format
from tui.ui.panes.chart import Chart
from tui.ui.panes.wrap import fit_name

_NAME = 26  # cells at most
_TIME, _WORDS = 5, 14  # cells of a column at most: of time, of names


class HeatChart(Chart):
    """One table. The cursor is on a cell."""

    def __init__(self, table: HeatTable, *, id: str) -> None:
        super().__init__(id=id)
        self.table = table
        self.row, self.column = 0, len(table.columns) - 1
        self._first = [0, 0]  # row and column

    def show_table(self, table: HeatTable) -> None:
        """Show another table."""
        self.table = table
        self.go(0, len(table.columns) - 1 if table.axis else 0)

    def walk(self, rows: int = 0, columns: int = 0) -> None:
        """Move the cursor from cell to cell."""
        self.go(self.row + rows, self.column + columns)

    def go(self, row: int, column: int) -> None:
        """Move the cursor, as far as there are cells."""
        places = ((row, len(self.table.rows), self._lines), (column, len(self.table.columns), self._seen))
        found = []
        for at, (wanted, number, seen) in enumerate(places):
            here = max(0, min(number - 1, wanted))
            self._first[at] = max(0, min(max(min(self._first[at], here), here - seen + 1), number - seen))
            found.append(here)
        self.row, self.column = found
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.go(self.row, self.column)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to what is clicked."""
        column = (int(event.x) - self._beside) // self._wide
        if event.y < self._lines and 0 <= column < self._seen:
            self.go(self._first[0] + int(event.y), self._first[1] + column)

    # Drawing.

    @property
    def _beside(self) -> int:
        names = max(map(cell_len, self.table.rows), default=0)
        return min(_NAME, names + 3, max(8, self.size.width // 3))

    @property
    def room(self) -> int:
        """Cells beside the names."""
        return max(1, self.size.width - self._beside)

    @property
    def _wide(self) -> int:
        most = _TIME if self.table.axis else _WORDS
        least = 1 if self.table.axis else min(8, self.room)
        return max(least, min(most, self.room // max(1, len(self.table.columns))))

    @property
    def _seen(self) -> int:
        return max(1, min(len(self.table.columns), self.room // self._wide))

    @property
    def _lines(self) -> int:
        return max(1, min(len(self.table.rows), self.size.height - 1))

    def render(self) -> Content:
        """Draw rows, and below them the axis."""
        first = self._first[0]
        rows = range(first, min(len(self.table.rows), first + self._lines))
        return Content("\n").join([*map(self._strip, rows), self._axis()])

    def _strip(self, row: int) -> Content:
        here = row == self.row
        name = fit_name(self.table.rows[row], self._beside - 3)
        line = Content.styled(
            f"{format.BAR if here else ' '} {name}{' ' * (self._beside - 2 - cell_len(name))}",
            "bold" if here else "",
        )
        first = self._first[1]
        for column, count in enumerate(self.table.counts[row][first : first + self._seen], first):
            style = "reverse" if here and column == self.column else "$accent" if count else "$muted"
            line += Content.styled(self._cell(count), style) + Content(" " * (self._wide > 1))
        return line

    def _cell(self, count: int) -> str:
        """Return the signs of a cell; where there is room, the figure too."""
        sign, wide = self.table.shade(count), max(1, self._wide - 1)
        if self.table.axis:
            return sign * wide if count else sign + " " * (wide - 1)
        figure = f" {count}" if count else ""
        return f"{sign * (max(1, wide - 5) if count else 1)}{figure}"[:wide].ljust(wide)

    def _axis(self) -> Content:
        table, first = self.table, self._first[1]
        if table.axis:
            words = table.axis.ticks(first, self._seen, self._wide)
        else:
            names = (fit_name(name, self._wide - 1) for name in table.columns[first : first + self._seen])
            words = "".join(name + " " * (self._wide - cell_len(name)) for name in names)
        return Content.styled(" " * self._beside + words, "$muted")
