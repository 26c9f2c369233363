"""A grid of what is claimed: a column a side or an outlet, as many side by side as there is room for."""

from __future__ import annotations

from textual.reactive import var
from textual.strip import Strip

from tui.core.board_grid import BoardCell, BoardGrid
from tui.core.model import Article
from tui.ui import format
from tui.ui.panes.line_view import RowList
from tui.ui.panes.wrap import Piece, fit, fit_name, wrap

_NARROW = 38  # cells that a column wants at the least: one side at a time on 80
_LONG = 6  # lines of one cell
_TOLD = 2  # and of what is told of it
_SILENT = "–"
_NO_DIFFERENCE = "no other number, day or place found in what the others say"
_NONE_WITHIN = "no other number, day or place found in its other wordings"
_ALONE = "nothing to compare it with: it stands here once"


class BoardList(RowList):
    """Shows a grid; `column` is the one the cursor is in.

    An opened row tells below its cells where its sides tell one thing in two ways, as far as a rule finds it.
    """

    column: var[int] = var(0, init=False)

    action_move, action_page, action_first, action_last = (
        RowList.move,
        RowList.page,
        RowList.first,
        RowList.last,
    )

    def __init__(self, grid: BoardGrid, *, id: str) -> None:
        super().__init__(id=id)
        self.grid = grid
        self._opened: set[int] = set()
        self._counted: tuple[object, list[int]] = (
            None,
            [],
        )  # the lines of each row that is not under the cursor

    def show_grid(self, grid: BoardGrid, column: int = 0, row: int = 0) -> None:
        """Show another grid, the cursor in a cell of it: in the first one, unless told otherwise."""
        self.grid = grid
        self.set_reactive(BoardList.column, column)
        self.keep_place(row if grid.rows else -1)

    def close_rows(self) -> None:
        """Close all rows: those of another face are others."""
        self._opened.clear()

    def open_row(self) -> None:
        """Open the row under the cursor, or close it again."""
        if self.grid.differences and 0 <= self.cursor < self.count:
            self._opened ^= {self.cursor}
            self.keep_place(self.cursor)

    def watch_column(self) -> None:
        """Lay out anew: which columns are seen follows the cursor."""
        self.keep_place(self.cursor)

    @property
    def claims(self) -> tuple[BoardCell, ...]:
        """All that stands under the cursor, () where that side is silent."""
        return self.grid.rows[self.cursor].get(self.column, ()) if 0 <= self.cursor < self.count else ()

    @property
    def chosen(self) -> BoardCell | None:
        """The first of what stands under the cursor, None where that side is silent."""
        return next(iter(self.claims), None)

    @property
    def heard(self) -> tuple[Article, ...]:
        """The articles of the column under the cursor, () where there is no row."""
        return self.grid.heard[self.column] if 0 <= self.cursor < self.count else ()

    def seen(self, width: int) -> list[int]:
        """Return the columns that there is room for, the cursor's among them."""
        number = len(self.grid.columns)
        room = min(number, max(1, width // _NARROW))
        first = max(0, min(self.column - room + 1, number - room)) if self.column >= room else 0
        return list(range(first, first + room))

    def empty(self) -> list[list[Piece]]:
        """Say what is missing."""
        return [[], [("  Nobody is named for what is said of this event.", "dim")]]

    def heights(self, width: int) -> list[int]:
        """Count the lines of each row; the one under the cursor tells more."""
        of = id(self.grid), width, self.column, *sorted(self._opened)
        if self._counted[0] != of:
            self._counted = (
                of,
                [len(self._lines(row, width, here=False)) for row in range(len(self.grid.rows))],
            )
        counted = [*self._counted[1]]
        if 0 <= self.cursor < len(counted):
            counted[self.cursor] = len(self._lines(self.cursor, width, here=True))
        return counted

    def watch_cursor(self, old: int, new: int) -> None:
        """Lay out anew: the row under the cursor tells more than others."""
        self.lay_out()
        super().watch_cursor(old, new)

    def draw_row(self, row: int, width: int) -> list[Strip]:
        """Draw the cells of a row beside one another."""
        over = "cursor" if row == self.cursor and self.has_focus else ""
        lines = self._lines(row, width, here=row == self.cursor)
        return [self.strip(line, width, over=over if line else "") for line in lines]

    def heading(self, width: int) -> list[Piece]:
        """Return the line of column names."""
        if not (seen := self.seen(width)):  # nobody is named
            return []
        each = self._each(width)
        pieces: list[Piece] = []
        for at in seen:
            name = fit_name(self.grid.columns[at], each - 3)
            style = "strong" if at == self.column else "dim"
            pieces += [("  ", ""), (_padded(name, each - 2), style)]
        left, right = seen[0], len(self.grid.columns) - seen[-1] - 1
        more = " ".join(filter(None, (f"← {left}" if left else "", f"{right} →" if right else "")))
        return [*pieces, (more, "dim")] if more else pieces

    def _each(self, width: int) -> int:
        return (width - 6 * (len(self.seen(width)) < len(self.grid.columns))) // len(self.seen(width))

    def _lines(self, row: int, width: int, *, here: bool) -> list[list[Piece]]:
        """Return the lines of a row, with the cursor on it `here`; the last is the blank one that sets it apart."""
        each = self._each(width)
        cells = [self._cell(row, at, each - 3, chosen=here and at == self.column) for at in self.seen(width)]
        # In a narrow pane what the other sides answer stands under it.
        hidden = [at for at in self.grid.rows[row] if at not in self.seen(width)]
        lines: list[list[Piece]] = []
        # Where all that are seen are silent, the sign stands before what the others say.
        bare = not here and self.grid.rows[row].keys().isdisjoint(self.seen(width))
        for number in range(0 if bare else max(map(len, cells))):
            line: list[Piece] = []
            for at, cell in zip(self.seen(width), cells, strict=True):
                text, style = cell[number] if number < len(cell) else ("", "")
                bar = format.BAR if here and at == self.column else " "
                line += [(f"{bar} ", "accent"), (_padded(text, each - 2), style)]
            lines.append(line)
        for at in hidden:
            for answer in self.grid.rows[row][at]:
                # What it answers comes first: the end of the line may have no room.
                name = " ".join(filter(None, (self.grid.columns[at].partition(" · ")[0], answer.relation)))
                sign = _SILENT if bare and not lines else " "
                said, room = f"{name}: {answer.words} · {answer.remark}", width - 5
                # Whole where the cursor is: it can be read nowhere else without leaving the column.
                spans = wrap(said, room)[:_LONG] if here else [(0, 0)]
                for start, end in spans[:-1]:
                    lines.append([(f"  {sign} {said[start:end]}", "dim")])
                    sign = " "
                lines.append([(f"  {sign} {fit(said[spans[-1][0] :], room)}", "dim")])
        return [*lines, *self._differences(row, width), []]

    def _differences(self, row: int, width: int) -> list[list[Piece]]:
        """Return the lines of what is told in two ways in an opened row: it is inferred, and looks so."""
        if row not in self._opened or not self.grid.differences:
            return []
        told = self.grid.differences[row]
        if not any(each.startswith("differs") for each in told):
            told = *told, self._nothing_found(row)
        return [
            [(f"  {'  ' * bool(start)}{each[start:end]}", "dim")]
            for each in told
            for start, end in wrap(each, max(1, width - 5))
        ]

    def _nothing_found(self, row: int) -> str:
        """Say that nothing differs in a row, and what of: where there is only one, nothing was compared."""
        cells = self.grid.rows[row].values()
        if len(cells) > 1:
            return _NO_DIFFERENCE
        return _NONE_WITHIN if sum(len(each.wordings) for those in cells for each in those) > 1 else _ALONE

    def _cell(self, row: int, column: int, room: int, *, chosen: bool) -> list[Piece]:
        cells = self.grid.rows[row].get(column, ())
        if not cells:
            silent = self.grid.silent[column] if chosen else ""
            text = f"{_SILENT} {silent}".rstrip()
            return [(text[start:end], "dim") for start, end in wrap(text, room)]
        lines: list[Piece] = []
        for cell in cells:
            spans = wrap(cell.words, room)
            lines += [(cell.words[start:end], "") for start, end in spans[:_LONG]]
            if len(spans) > _LONG:
                lines[-1] = (fit(f"{lines[-1][0]} …", room), "")
            told = wrap(cell.remark, room)
            lines += [(cell.remark[start:end], "dim") for start, end in told[: _TOLD - 1]]
            lines += [(fit(cell.remark[start:], room), "dim") for start, _ in told[_TOLD - 1 : _TOLD]]
        return lines


def _padded(text: str, width: int) -> str:
    from rich.cells import cell_len

    return text + " " * max(0, width - cell_len(text))
