"""Who tells whom: the ties in a list, and whoever the cursor is on drawn with those next to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content

from tui.core.network import Network, Tie
from tui.ui import format
from tui.ui.panes.chart import Chart
from tui.ui.panes.wrap import fit_name

_WIDE = 110  # cells from which on the drawing stands beside the list
_FIGURE = 6
_NEAR = 7  # ties that are drawn on either side at most
SOURCE, TIE, TARGET = range(3)


@dataclass(frozen=True, slots=True)
class _Area:
    """Lines and cells of the list, and cells of one name in it."""

    lines: int
    wide: int
    name: int


class TieChart(Chart):
    """The list and the drawing. The cursor is on one end of a tie, or on the tie itself."""

    def __init__(self, network: Network, *, id: str) -> None:
        super().__init__(id=id)
        self.network = network
        self.kind = ""
        self.row, self.part = 0, TIE
        self._first = 0

    @property
    def ties(self) -> list[Tie]:
        """The ties that are listed."""
        return self.network.of_kind(self.kind)

    @property
    def chosen(self) -> Tie:
        """The tie under the cursor."""
        return self.ties[self.row]

    @property
    def node(self) -> str:
        """Who is drawn."""
        return (self.chosen.target if self.part == TARGET else self.chosen.source).name

    @property
    def asked(self) -> str:
        """The query for what the cursor is on."""
        return self.chosen.query if self.part == TIE else self.network.query_of(self.node)

    def show_kind(self, kind: str) -> None:
        """List the ties of a kind, "" for all."""
        self.kind = kind
        self.go(0, self.part)

    def walk(self, rows: int = 0, columns: int = 0) -> None:
        """Walk the list, or from one end of a tie to the other."""
        self.go(self.row + rows, self.part + columns)

    def go(self, row: int, part: int) -> None:
        """Move the cursor, as far as there is something."""
        self.row = max(0, min(len(self.ties) - 1, row))
        self.part = max(SOURCE, min(TARGET, part))
        self._first = max(min(self._first, self.row), self.row - self._area.lines + 1, 0)
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.go(self.row, self.part)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to what is clicked; a second click on it chooses it."""
        area = self._area
        if event.y < area.lines and event.x < area.wide:
            source, target = area.name + 2, area.name + 5
            part = SOURCE if event.x < source else TARGET if target <= event.x < target + area.name else TIE
            self.go(self._first + int(event.y), part)

    # Drawing.

    @property
    def _near(self) -> int:
        """How many ties are drawn on either side at most."""
        return _NEAR if self.size.width >= _WIDE else max(1, min(_NEAR, self.size.height // 2 - 1))

    @property
    def _area(self) -> _Area:
        width, height = self.size
        beside = width >= _WIDE
        wide = width // 2 if beside else width
        lines = height if beside else max(1, height - self._near - 1)
        return _Area(lines, wide, max(6, (wide - _FIGURE - 8) // 2))

    def render(self) -> Content:
        """Draw it all."""
        if not self.size.height:
            return Content("")
        area = self._area
        rows = list(enumerate(self.ties[self._first : self._first + area.lines], self._first))
        listed = [self._line(tie, at == self.row, area) for at, tie in rows]
        drawing = self._drawing(self.size.width - area.wide - 2 if area.wide < self.size.width else area.wide)
        if area.wide == self.size.width:
            gap = [Content("")] * (area.lines - len(listed) + 1)
            return Content("\n").join([*listed, *gap, *drawing][: self.size.height])
        blank = Content(" " * area.wide)
        height = max(len(listed), len(drawing))
        left = listed + [blank] * (height - len(listed))
        right = drawing + [Content("")] * (height - len(drawing))
        return Content("\n").join([one + "  " + other for one, other in zip(left, right, strict=True)])

    def _line(self, tie: Tie, here: bool, area: _Area) -> Content:
        def part(text: str, which: int) -> Content:
            return Content.styled(
                text, "bold reverse" if here and self.part == which else "bold" if here else ""
            )

        names = [fit_name(end.name, area.name) for end in (tie.source, tie.target)]
        left, right = (" " * (area.name - cell_len(name)) for name in names)
        return (
            Content(f"{format.BAR if here else ' '} {left}")
            + part(names[0], SOURCE)
            + part(f" {_ARROWS[tie.kind]} ", TIE)
            + part(names[1], TARGET)
            + Content(right)
            + part(f"{tie.number:>{_FIGURE}}", TIE)
            + Content(" ")
        )

    def _drawing(self, width: int) -> list[Content]:
        """Return the chosen one with those next to them, the strongest ties of each side."""
        before, after = (each[: self._near] for each in self.network.about(self.node))
        node = f" {fit_name(self.node, max(6, width // 4))} "
        side = max(4, (width - cell_len(node) - 2 * _FIGURE - 4) // 2)
        total = max(len(before), len(after), 1)
        middle = (total - 1) // 2
        lines = []
        for at in range(total):
            left, right = _at(before, at, total), _at(after, at, total)
            words = fit_name(left.source.name, side) if left else ""
            start = (
                f"{' ' * (side - cell_len(words))}{words} {left.number:>{_FIGURE - 2}} "
                if left
                else " " * (side + _FIGURE)
            )
            end = f" {right.number:<{_FIGURE - 2}} {fit_name(right.target.name, side)}" if right else ""
            inner = Content.styled(node, "bold reverse") if at == middle else Content(" " * cell_len(node))
            lines.append(
                Content(start + _joint(len(before), at, total, "┐┘┤┬┴┼"))
                + inner
                + Content(_joint(len(after), at, total, "┌└├┬┴┼")[::-1] + end)
            )
        return lines


_ARROWS = {"through others": "→", "through nobody": "→", "same text": "="}


def _at(ties: Sequence[Tie], line: int, total: int) -> Tie | None:
    """Return the tie that stands on a line, the ties in the middle of all lines."""
    at = line - (total - len(ties)) // 2
    return ties[at] if 0 <= at < len(ties) else None


def _joint(number: int, line: int, total: int, signs: str) -> str:
    """Return the two cells that lead from a name on a line to the middle.

    `signs` are the corners above and below, what lies between, and the same three on the line in the middle.
    """
    start = (total - number) // 2
    if not start <= line < start + number:
        return "  "
    top, bottom, between, fork_top, fork_bottom, fork = list(signs)
    if number == 1:
        return "──"
    here = line == (total - 1) // 2
    if line == start:
        return f"─{fork_top if here else top}"
    if line == start + number - 1:
        return f"─{fork_bottom if here else bottom}"
    return f"─{fork if here else between}"
