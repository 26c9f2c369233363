"""The board: what each side says of one event, or who printed what. Gives the quote that was chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.core.board_grid import BoardCell, BoardGrid
from tui.core.model import NO_OUTLET
from tui.core.text import one_line
from tui.ui.choice import Choice
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.panes.board_list import BoardList
from tui.ui.panes.wrap import fit

_NAME = 30  # cells of the title
# What has no room is left out from the end; o and x are the only way to what they do.
_HINT = (
    "Enter quote · o {other} · x export · e side{fact} · ? help · d why, what differs · < > column · hjkl move"
    " · Esc closes"
)


class BoardScreen(ModalScreen[BoardCell | None]):
    """Two faces of one event: a column a side, a column an outlet."""

    BINDINGS = [
        Binding("escape,q", "dismiss(None)", "Back to the panes"),
        ("question_mark", "app.help"),
        Binding("j,down", "focused.move(1)", "To the next row: what the sides say to one another"),
        Binding("k,up", "focused.move(-1)", "To the row before"),
        Binding("l,right", "side(1)", "To the next side or outlet"),
        Binding("h,left", "side(-1)", "To the side or outlet before"),
        Binding("g,home", "focused.first", "To the first row"),
        Binding("G,end", "focused.last", "To the last row"),
        Binding("pagedown,space", "focused.page(1)", "A page on"),
        Binding("pageup", "focused.page(-1)", "A page back"),
        Binding("o", "turn", "The other face: what each side says, or who printed what"),
        Binding(
            "d",
            "differ",
            "Open the row: why a rule says so, and which number, day or place is told in two ways; again closes it",
        ),
        Binding("x", "export", "Write both faces to a file"),
        Binding(
            "e",
            "correct",
            "Say for whom the speaker of the cell speaks, which moves the words to another column",
        ),
        Binding(
            "L",
            "state",
            "Make a fact of what a rule says the cell is to the first of its row: it counts, and goes out, from then on",
        ),
        Binding("u", "undo", "Take back what was done last, also before this was opened"),
        Binding(
            "less_than_sign",
            "shift(-1)",
            "Change the column with the one before; the order is kept with the event",
        ),
        Binding("greater_than_sign", "shift(1)", "Change the column with the next"),
        Binding(
            "enter",
            "choose",
            "To the quote in its article; where a side is silent, to one of the articles that have it",
        ),
    ]

    def __init__(
        self,
        faces: Sequence[BoardGrid],
        export: Callable[[Sequence[BoardGrid]], None],
        keep: Callable[[Sequence[str]], None],
        correct: Callable[[BoardCell | None], None],
        undo: Callable[[], None],
        *,
        state: Callable[[BoardCell | None], None],
        quote: str = "",
    ) -> None:
        """Begin at the `quote` with this id, else at the first claim.

        `keep` stores the names of all columns in another order, `export` writes the faces as they stand.

        `correct` has the side of a cell's speaker said (None where nobody speaks), `undo` takes the last step
        back, `state` makes a fact of what is offered in a cell: each shows the faces anew.
        """
        super().__init__()
        self._faces = list(faces)
        self._export = export
        self._keep = keep
        self._correct, self._undo, self._state = correct, undo, state
        self._quote = quote
        self._face = 0

    def compose(self) -> ComposeResult:
        """Title, names of the columns, the grid, the keys."""
        with Vertical(classes="board"):
            yield Static(id="board-title", classes="title")
            yield Static(id="board-heading")
            yield BoardList(self._faces[0], id="board")
            yield KeysLine(self._hint)

    @property
    def _hint(self) -> str:
        cells = (each for row in self._faces[0].rows for those in row.values() for each in those)
        offered = any(each.offered for each in cells)
        return _HINT.format(
            other="sides" if self._face else "outlets",
            fact=" · L fact" if not self._face and offered else "",
        )

    @property
    def board(self) -> BoardList:
        """The grid."""
        return self.query_one(BoardList)

    def on_mount(self) -> None:
        """Begin where it is wanted."""
        self.board.focus()
        row, column = self._faces[0].place_of(self._quote) or (0, 0)
        self.board.show_grid(self._faces[0], column, row)
        self.call_after_refresh(self._headed)

    def on_resize(self, _: events.Resize) -> None:
        """Name the columns that are seen now."""
        self.call_after_refresh(self._headed)

    def _headed(self) -> None:
        board = self.board
        columns, number = board.seen(board.columns), len(board.grid.columns)
        kind = "outlet" if self._face else "side"
        # "side 2 of 3", "2 of 4 sides"
        told = (
            f"{kind} {columns[0] + 1} of {number}"
            if len(columns) == 1
            else f"{len(columns)} of {number} {kind}s"
        )
        shown = f"{told}, h l" if len(columns) < number else ""
        title = self.query_one("#board-title", Static)
        # Which event it is has room before all else: its first words at the least. Then what is in no column; that
        # there are more of these their heading says too.
        beside = " · ".join(filter(None, (shown, board.grid.left_out)))
        if cell_len(beside) > title.content_size.width - _NAME - 3:
            beside = board.grid.left_out or shown
        name = fit(board.grid.title, max(_NAME, title.content_size.width - cell_len(beside) - 3))
        gap = " " * max(3, title.content_size.width - cell_len(name) - cell_len(beside))
        title.update(Content.assemble(name, (f"{gap}{beside}" if beside else "", "$muted")))
        self.query_one(KeysLine).update(Content(self._hint))
        pieces = board.heading(board.columns)
        styles = {"strong": "bold", "dim": "$muted"}
        line = Content("").join([Content.styled(text, styles.get(style, "")) for text, style in pieces])
        self.query_one("#board-heading", Static).update(line)

    def show_faces(self, faces: Sequence[BoardGrid]) -> None:
        """Show what is known now, the cursor at the same claim."""
        if not self.is_attached:
            return
        board, quote = self.board, self.board.chosen.quote if self.board.chosen else ""
        self._faces = list(faces)
        grid = self._faces[self._face]
        last = len(grid.rows) - 1, len(grid.columns) - 1
        beside = min(board.cursor, last[0]), max(0, min(board.column, last[1]))
        row, column = grid.place_of(quote) or beside
        self.board.show_grid(grid, column, row)
        self.call_after_refresh(self._headed)

    def action_side(self, step: int) -> None:
        """A column on or back."""
        board = self.board
        board.column = max(0, min(len(board.grid.columns) - 1, board.column + step))
        self._headed()

    def action_shift(self, step: int) -> None:
        """Change the column with the next one or the one before it."""
        board = self.board
        names, at = list(board.grid.names), board.column
        if 0 <= at + step < len(names):
            names[at], names[at + step] = names[at + step], names[at]
            self._faces[self._face] = board.grid.ordered(names)
            self._keep(list(dict.fromkeys((*names, *self._faces[1 - self._face].names))))
            board.show_grid(self._faces[self._face], at + step, board.cursor)
            self._headed()

    def action_turn(self) -> None:
        """Show the other face, the cursor at the same quote."""
        quote = self.board.chosen.quote if self.board.chosen else ""
        self._face = 1 - self._face
        self.board.close_rows()
        grid = self._faces[self._face]
        row, column = grid.place_of(quote) or (0, 0)
        self.board.show_grid(grid, column, row)
        self._headed()

    def action_differ(self) -> None:
        """Open the row: where its sides tell one thing in two ways."""
        self.board.open_row()

    def action_export(self) -> None:
        """Write both faces to a file."""
        self._export(self._faces)

    def action_correct(self) -> None:
        """Say whose side the speaker of the cell is on."""
        self._one_of(self.board.claims, self._correct)

    def action_state(self) -> None:
        """Make a fact of what a rule says the cell is to the first of its row."""
        claims = self.board.claims
        self._one_of(tuple(each for each in claims if each.offered) or claims[:1], self._state)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._undo()

    def action_choose(self) -> None:
        """Give the quote of the cell; where its side is silent, have one of its articles chosen."""
        board = self.board
        if board.claims:
            self._one_of(board.claims, self.dismiss)
        elif heard := board.heard:
            choices = [Choice(each.id, each.outlet or NO_OUTLET, each.headline) for each in heard]
            title = board.grid.silent[board.column].capitalize()
            self.app.push_screen(ChoiceList(title, choices, enter="opens the article"), self._open)

    def _one_of(self, claims: Sequence[BoardCell], then: Callable[[BoardCell | None], object]) -> None:
        """Go on with what stands in a cell, None for nothing; of several, with the one that is chosen."""
        if len(claims) < 2:
            then(next(iter(claims), None))
            return
        choices = [Choice(each.quote, one_line(each.words), each.remark) for each in claims]
        known = {each.quote: each for each in claims}

        def take(chosen: str | None) -> None:
            if chosen:
                then(known[chosen])

        self.app.push_screen(ChoiceList(f"Which of these {len(claims)}", choices, sentences=True), take)

    def _open(self, article: str | None) -> None:
        if article:
            self.dismiss(BoardCell("", (), (), article, ""))
