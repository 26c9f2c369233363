"""What was reported over time: columns of quotes or outlets, and below them a strip for each speaker, outlet or tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from textual import events
from textual.content import Content

from tui.core.day_columns import DayColumns
from tui.core.day_counts import DayCounts
from tui.core.time_axis import UNITS, TimeAxis, known_days
from tui.ui import format
from tui.ui.panes.chart import Chart
from tui.ui.panes.wrap import fit_name

_HEIGHTS = " ▁▂▃▄▅▆▇█"
_NAME = 26  # cells at most
_FIGURE = 8  # cells to the right of a strip
_TALL = 10  # lines of the columns at most
_WIDE = 5  # cells of a column at most
ALL = "All"


@dataclass(frozen=True, slots=True)
class _Room:
    """Where things stand: cells beside the columns, cells of each, how many are seen, lines of them and of strips."""

    beside: int
    wide: int
    seen: int
    tall: int
    strips: int


class DayChart(Chart):
    """One picture of days. The cursor is a column of a row; row 0 is all, the others are the strips."""

    def __init__(self, counts: DayCounts, *, id: str) -> None:
        super().__init__(id=id)
        self.counts = counts
        self.row, self.column = 0, -1
        self.marked_from: int | None = None  # the other end of the stretch that is marked
        self.outlets = False  # whether the columns are outlets rather than quotes
        self._first, self._first_row = 0, 0
        self._zoom: str = ""
        days = [
            *known_days(counts.quotes),
            *(day for each in counts.outlets.values() for day in known_days(each)),
        ]
        self._ends = min(days), max(days)
        self._figures: DayColumns | None = None

    # What is drawn.

    @property
    def names(self) -> list[str]:
        """The names of the strips."""
        return list(self.counts.lanes)

    @property
    def axis(self) -> TimeAxis:
        """The columns there are; days that nothing was reported on are among them."""
        if self._zoom:
            return TimeAxis(*self._ends, self._zoom)
        return TimeAxis.over(self._ends, max(1, self._beside_of(self.size.width)[1]))

    @property
    def figures(self) -> DayColumns:
        """What the columns hold."""
        axis, made = self.axis, self._figures
        if made is None or made.axis != axis or made.counts is not self.counts:
            made = self._figures = DayColumns(axis, self.counts)
        return made

    def show_counts(self, counts: DayCounts) -> None:
        """Show other strips of the same days."""
        self.counts = counts
        self.row = self._first_row = 0
        self.refresh()
        self.post_message(self.Moved())

    def turn(self) -> None:
        """Draw outlets instead of quotes, or quotes again."""
        self.outlets = not self.outlets
        self.refresh()
        self.post_message(self.Moved())

    # The cursor.

    @property
    def chosen(self) -> str:
        """The name of the strip under the cursor, "" for all."""
        return self.names[self.row - 1] if self.row else ""

    @property
    def stretch(self) -> tuple[int, int]:
        """The first and the last column that are marked: that of the cursor where nothing is."""
        other = self.column if self.marked_from is None else self.marked_from
        return min(self.column, other), max(self.column, other)

    def span(self) -> tuple[date, date]:
        """Return the first and the last day of what is marked."""
        axis = self.axis
        first, last = self.stretch
        return axis.span(first)[0], axis.span(last)[1]

    def walk(self, rows: int = 0, columns: int = 0) -> None:
        """Move the cursor, as far as there are columns and rows."""
        self._go(self.column + columns, self.row + rows)

    def to_edge(self, *, last: bool) -> None:
        """Go to the last column, or the first."""
        self._go(self.axis.count - 1 if last else 0, self.row)

    def mark(self) -> None:
        """Begin a stretch at the cursor, or let go of it."""
        self.marked_from = self.column if self.marked_from is None else None
        self._go(self.column, self.row)

    def zoom(self, step: int) -> bool:
        """Take the next finer unit (1), or coarser (-1); False where there is none. The cursor's day stays."""
        axis = self.axis
        at = UNITS.index(axis.unit) - step
        if not 0 <= at < len(UNITS):
            return False
        middle = axis.span(self.column)[0]
        self.marked_from = None
        self._zoom = UNITS[at]
        axis = self.axis
        self._first = axis.count  # so that it is set anew, the cursor's column in the middle
        self._go(max(0, axis.place(max(middle, self._ends[0]))), self.row)
        return True

    def _go(self, column: int, row: int) -> None:
        axis = self.axis
        self.column = max(0, min(axis.count - 1, column))
        self.row = max(0, min(len(self.names), row))
        self._scroll(axis)
        self.refresh()
        self.post_message(self.Moved())

    def _scroll(self, axis: TimeAxis) -> None:
        """Have the cursor in view."""
        room = self._room(axis)
        most = max(0, axis.count - room.seen)
        if not self._first <= self.column < self._first + room.seen:
            self._first = self.column - room.seen // 2
        self._first = max(0, min(most, self._first))
        if self.row:
            at = self.row - 1
            self._first_row = max(min(self._first_row, at), at - room.strips + 1)
        self._first_row = max(0, min(self._first_row, len(self.names) - room.strips))

    def on_resize(self) -> None:
        """Begin at the latest column, and keep the cursor in view."""
        axis = self.axis
        if self.column < 0:
            self.column = axis.count - 1
        self._go(self.column, self.row)

    # The mouse.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to what is clicked."""
        if (place := self._place(event)) is not None:
            self.marked_from = None
            self._go(*place)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the stretch that the mouse is drawn over."""
        if self.app.mouse_captured is self and (place := self._place(event)) is not None:
            column, _ = place
            if column != self.column and self.marked_from is None:
                self.marked_from = self.column
            self._go(column, self.row)

    def on_mouse_up(self) -> None:
        """Let go."""
        self.release_mouse()

    def _place(self, event: events.MouseEvent) -> tuple[int, int] | None:
        axis = self.axis
        room = self._room(axis)
        at, line = int(event.x) - room.beside, int(event.y)
        if at < 0 or not room.wide:
            return None
        strip = line - room.tall - 2
        row = 0 if strip < 0 else self._first_row + strip + 1
        return self._first + at // room.wide, row

    # Drawing.

    def _beside_of(self, width: int) -> tuple[int, int]:
        names = max((cell_len(name) for name in (ALL, *self.names)), default=0)
        beside = min(_NAME, max(8, names) + 3, width // 3)
        return beside, width - beside - _FIGURE

    def _room(self, axis: TimeAxis) -> _Room:
        beside, cells = self._beside_of(self.size.width)
        wide = max(1, min(_WIDE, cells // axis.count))
        seen = max(1, min(axis.count, cells // wide))
        strips = min(len(self.names), max(0, (self.size.height - 2) // 2))
        tall = max(1, min(_TALL, self.size.height - 2 - strips))
        return _Room(beside, wide, seen, tall, max(1, min(len(self.names), self.size.height - 2 - tall)))

    def render(self) -> Content:
        """Draw it all."""
        if self.column < 0 or self.size.height < 4:
            return Content("")
        axis = self.axis
        room = self._room(axis)
        lines = [*self._columns(room), *self._marks(axis, room)]
        figures = self.figures
        for at, name in enumerate(
            self.names[self._first_row : self._first_row + room.strips], self._first_row + 1
        ):
            lines.append(self._strip(name, figures.lanes[name], figures.highest or 1, at == self.row, room))
        return Content("\n").join(lines)

    def _columns(self, room: _Room) -> list[Content]:
        heights = self.figures.outlets if self.outlets else self.figures.quotes
        highest = max(heights) or 1
        seen = heights[self._first : self._first + room.seen]
        eighths = [-(-height * room.tall * 8 // highest) for height in seen]
        lines = []
        for line in range(room.tall):
            left = str(highest) if line == 0 else "0" if line == room.tall - 1 else ""
            name = f"{left:>{room.beside - 2}}  "
            below = (room.tall - 1 - line) * 8
            glyphs = [_HEIGHTS[max(0, min(8, each - below))] for each in eighths]
            lines.append(Content.styled(name, "$muted") + self._cells(glyphs, room, "$edge"))
        return lines

    def _marks(self, axis: TimeAxis, room: _Room) -> list[Content]:
        """Return the line of the cursor and the stretch, and that of the ticks."""
        first, last = self.stretch
        line = ""
        for column in range(self._first, self._first + room.seen):
            sign = "▲" if column == self.column else "━" if first <= column <= last else "─"
            line += sign + ("━" if first <= column < last else "─") * (room.wide - 1)
        name = f"{format.BAR if not self.row else ' '} {ALL}"
        counts = self.figures.quotes
        counted = counts if self.marked_from is None else counts[first : last + 1]
        figure = "" if self.outlets else f"{sum(counted):>{_FIGURE - 2}}"
        ticks = axis.ticks(self._first, room.seen, room.wide)
        return [
            Content.styled(f"{name:<{room.beside}}", "" if self.row else "bold")
            + Content.styled(line, "$muted")
            + Content.styled(figure, "bold"),
            Content(" " * room.beside) + Content.styled(ticks, "$muted"),
        ]

    def _strip(self, name: str, strip: Sequence[int], highest: int, here: bool, room: _Room) -> Content:
        seen = strip[self._first : self._first + room.seen]
        glyphs = [_HEIGHTS[-(-count * 8 // highest)] if count else "·" for count in seen]
        first, last = self.stretch
        shown = fit_name(name, room.beside - 3)
        shown = f"{format.BAR if here else ' '} {shown}{' ' * (room.beside - 2 - cell_len(shown))}"
        counted = strip if self.marked_from is None else strip[first : last + 1]
        figure = f"{sum(counted):>{_FIGURE - 2}}"
        return (
            Content.styled(shown, "bold" if here else "")
            + self._cells(glyphs, room, "$edge" if here else "$foreground")
            + Content.styled(figure, "bold" if here else "$muted")
        )

    def _cells(self, glyphs: Sequence[str], room: _Room, style: str) -> Content:
        """Return columns side by side; what is marked has a ground of its own."""
        first, last = self.stretch
        pieces = []
        for column, glyph in enumerate(glyphs, self._first):
            ground = " on $accent 25%" if first <= column <= last else ""
            empty = glyph == "·"
            text = glyph if empty or room.wide == 1 else glyph * (room.wide - 1)
            text += " " * (room.wide - len(text))
            pieces.append(Content.styled(text, f"{'$foreground 30%' if empty else style}{ground}"))
        return Content("").join(pieces)
