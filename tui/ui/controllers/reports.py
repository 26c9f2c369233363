"""Reports on the screen: a table whose cells open their quotes, and the same as a plot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen
from textual.widgets import DataTable, Static
from textual.worker import get_current_worker

from tui.core.extras import install_command
from tui.store.briefing import StoreError
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.jumps import JumpController
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.agreement_screen import AgreementScreen, Differing
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.panes.wrap import fit
from tui.workflows.agreement import COUNTS, TagAgreement, agreement, judged_quotes
from tui.workflows.agreement import KIND as AGREEMENT
from tui.workflows.bar_chart import bar_chart
from tui.workflows.reports import CountedQuote, Report, counted, report

_ROWS, _COLUMNS = 200, 60  # more is no reading matter; the command line prints all
_LEAST, _NAME = 10, 28  # cells of a name
_SHARE, _AROUND = (
    0.92,
    6,
)  # of the screen, as the style sheet has it; lines of title, keys, margins and border
_TOTALS = "\0all"  # the key of the last row: no name has such a sign
_KEYS = "Enter opens its quotes · s sorts · p bars · c quotes / statements · Esc closes"
_KEYS_OF_PLOT = "p table · c quotes / statements · Esc closes"

Picked = tuple[str, Sequence[CountedQuote]]


class ReportController(Controller):
    """The key that counts."""

    def do_counts(self) -> None:
        choices = [Choice(kind, title) for kind, title in COUNTS.items()]
        dialog = ChoiceList("Counts", choices, enter="counts")
        self.context.choose(dialog, self._begin)

    def do_count_statements(self) -> None:
        self.context.statements_counted.turn()
        what = (
            "statements, each once in however many outlets"
            if self.context.statements_counted.on
            else "quotes"
        )
        told = f"Timeline, counts and pictures count {what}."
        set_there = self.context.program.config.count
        if set_there and (set_there == "statements") != self.context.statements_counted.on:
            told += f" config.toml has count = {set_there}: the program begins with that again."
        self.context.say(told)

    def _turn(self, kind: str) -> None:
        self.do_count_statements()
        self._begin(kind)

    def _begin(self, kind: str) -> None:
        self.context.say("Counting…")
        statements = self.context.statements_counted.on
        count = self._compare if kind == AGREEMENT else partial(self._count, kind, statements)
        self.context.run_beside(count, "report")

    def _compare(self) -> None:
        worker = get_current_worker()
        try:
            found = agreement(judged_quotes(self.context.briefing, lambda: worker.is_cancelled))
        except ModuleNotFoundError:
            wanted = f"! Agreement wants krippendorff: {install_command('agreement')}"
            self.context.app.call_from_thread(self.context.say, wanted)
            return
        if not worker.is_cancelled:
            self.context.app.call_from_thread(self._show_agreement, found)

    def _show_agreement(self, found: Sequence[TagAgreement]) -> None:
        if not found:
            self.context.say("No two people have judged the same quotes yet.")
            return
        self.context.say("")
        self.context.choose(AgreementScreen(found), self._open)

    def _count(self, kind: str, statements: bool) -> None:
        worker = get_current_worker()
        briefing = self.context.briefing
        try:
            quotes = counted(briefing, kind, lambda: worker.is_cancelled, statements=statements)
            made = report(kind, quotes)
        except StoreError as error:
            self.context.app.call_from_thread(self.context.say, str(error))
            return
        if not worker.is_cancelled:
            self.context.app.call_from_thread(self._show, made)

    def _show(self, made: Report) -> None:
        if not made.rows:
            none = {
                "tags": f"No quote is tagged yet; {self.context.key('tag')} tags one.",
                "ratings": f"No quote is rated yet; {self.context.key('status')} rates one.",
            }
            self.context.say(none.get(made.kind.partition("-")[0], "There are no quotes yet."))
            return
        self.context.say("")
        self.context.choose(ReportScreen(made, partial(self._turn, made.kind)), self._open)

    def _open(self, picked: Picked | Differing) -> None:
        title, quotes = picked
        events: dict[str, set[str]] = {}
        for each in quotes:
            events.setdefault(each.event, set()).add(each.quote)
        self.context.controller(JumpController).leave()
        self.context.listing.pick(title, events)
        self.context.panes.go_to("quotes")


def _right(text: str, style: str = "") -> Text:
    return Text(text, style, justify="right")


class ReportScreen(ModalScreen[Picked | None]):
    """One table of counts. Gives the title and the quotes of the cell that was chosen."""

    BINDINGS = [
        ("escape,q", "dismiss(None)"),
        ("question_mark", "app.help"),
        ("p", "plot"),
        ("s", "sort"),
        ("c", "turn"),
        ("h", "move('left')"),
        ("j", "move('down')"),
        ("k", "move('up')"),
        ("l", "move('right')"),
    ]

    def __init__(self, made: Report, turn: Callable[[], None]) -> None:
        super().__init__()
        self._made = made
        self._turn = turn

    def compose(self) -> ComposeResult:
        """The table, and the plot in its place when it is asked for."""
        with Vertical(classes="report"):
            yield Static(classes="title")
            yield DataTable[Text](cursor_type="cell", zebra_stripes=False)
            with VerticalScroll(id="plot") as drawn:
                yield Static(id="bars")
            drawn.display = False
            yield KeysLine(_KEYS)

    def on_mount(self) -> None:
        """Fill the table."""
        made, table = self._made, self.query_one(DataTable)
        table.add_column("", key="name")
        for column in made.columns[:_COLUMNS]:
            table.add_column(_right(fit(column, _NAME)), key=column)
        table.add_column(_right("all"), key="all")
        self._fill(made.rows[:_ROWS])
        table.fixed_columns = 1
        table.focus()
        self.watch(table, "scroll_x", self._tell)

    def on_resize(self, event: Resize) -> None:
        """Leave room for the keys below the table, and say anew how much is in view."""
        for each in (self.query_one(DataTable), self.query_one(VerticalScroll)):
            each.styles.max_height = max(3, int(event.size.height * _SHARE) - _AROUND)
        self.query_one("#bars", Static).update(self._bars())
        self.call_after_refresh(self._tell)

    @property
    def _beside(self) -> int:
        """Cells that the name of a row has: figures are to be seen beside it."""
        return max(_LEAST, min(_NAME, self.app.size.width // 3))

    def _tell(self) -> None:
        """Say in the title how many rows and columns are shown, where that is not all of them."""
        made, table = self._made, self.query_one(DataTable)
        names, *columns, _ = (column.get_render_width(table) for column in table.ordered_columns)
        at = names - table.scroll_offset.x
        shown = 0
        for width in columns:
            shown += at >= names and at + width <= table.scrollable_content_region.width
            at += width
        rows, every = format.counted(len(made.rows), "row"), format.counted(len(made.columns), "column")
        parts = [
            made.title,
            *([f"{shown} of {every}"] if table.display and shown < len(made.columns) else []),
            f"{_ROWS} of {rows}" if len(made.rows) > _ROWS else rows,
        ]
        self.query_one(".title", Static).update(Content(" · ".join(parts)))

    def _fill(self, rows: Sequence[str]) -> None:
        """Put the rows into the table in their order, and the totals below them."""
        made, table = self._made, self.query_one(DataTable)
        table.clear()
        columns = made.columns[:_COLUMNS]
        for row in rows:
            counts = [made.count(row, column) for column in columns]
            cells = [_right(str(count) if count else "·") for count in counts]
            table.add_row(Text(fit(row, self._beside)), *cells, _right(str(made.total(row))), key=row)
        sums = [str(made.total(column=column)) for column in columns]
        totals = [Text("all", "bold"), *(_right(each, "bold") for each in (*sums, str(made.total())))]
        table.add_row(*totals, key=_TOTALS)

    def action_sort(self) -> None:
        """Sort by the column the cursor is in, the most first; by name in that of the names."""
        table = self.query_one(DataTable)
        self.sort(str(table.coordinate_to_cell_key(table.cursor_coordinate).column_key.value))

    def on_data_table_header_selected(self, event: DataTable.HeaderSelected) -> None:
        """Sort by a column that is clicked."""
        self.sort(str(event.column_key.value))

    def sort(self, column: str) -> None:
        """Sort by a column; the cursor stays in it."""
        made, table = self._made, self.query_one(DataTable)
        at = table.get_column_index(column)

        def rank(row: str) -> tuple[int, str]:
            if column == "name" and column not in made.columns:
                return 0, row.casefold()
            all_of_it = column == "all" and column not in made.columns
            return -(made.total(row) if all_of_it else made.count(row, column)), row.casefold()

        self._fill(sorted(made.rows[:_ROWS], key=rank))
        table.move_cursor(row=0, column=at)

    def action_move(self, way: str) -> None:
        """Move with the letters too."""
        table, drawn = self.query_one(DataTable), self.query_one(VerticalScroll)
        getattr(*((table, f"action_cursor_{way}") if table.display else (drawn, f"action_scroll_{way}")))()

    def action_turn(self) -> None:
        """Count statements instead of quotes, or quotes again."""
        self.dismiss(None)
        self._turn()

    def action_plot(self) -> None:
        """Show the plot, or the table again."""
        table, drawn = self.query_one(DataTable), self.query_one(VerticalScroll)
        table.display, drawn.display = drawn.display, table.display
        self.query_one(".hint", Static).update(_KEYS if table.display else _KEYS_OF_PLOT)
        (table if table.display else drawn).focus()  # what is hidden loses the keys
        self._tell()

    def _bars(self) -> Content:
        """Return the report as bars, the figure at the end of each."""
        made = self._made
        beside = min(self._beside, max(map(cell_len, made.rows)))
        figure = len(str(max(map(made.total, made.rows))))
        room = int(self.size.width * _SHARE) - beside - figure - 10
        chart = bar_chart(made, max(8, room), _ROWS)
        lines = [Content.styled(f"{' ' * (beside + 2)}{chart.head}", "$muted")] if chart.head else []
        for row, bar, total in chart.rows:
            name = fit(row, beside)
            blank = " " * (beside - cell_len(name) + 2)
            after = f"  {total:>{figure}}" if chart.head else f"  {total}"
            lines.append(Content(f"{name}{blank}") + Content.styled(bar, "$edge") + Content(after))
        return Content("\n").join([*lines, Content(""), Content.styled(chart.about, "$muted")])

    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Give the quotes of the cell, of a whole row under its name and its total."""
        row, column = str(event.cell_key.row_key.value), str(event.cell_key.column_key.value)
        made = self._made
        if row == _TOTALS:
            in_it = made.columns if column in ("name", "all") and column not in made.columns else [column]
            chosen = {
                each.quote: each for (_, at), cell in made.cells.items() if at in in_it for each in cell
            }
            self.dismiss((made.title if in_it is made.columns else column, list(chosen.values())))
        elif column in ("name", "all") and column not in made.columns:
            chosen = {each.quote: each for at in made.columns for each in made.cells.get((row, at), ())}
            self.dismiss((row, list(chosen.values())))
        elif quotes := made.cells.get((row, column)):
            self.dismiss((f"{row} × {column}", quotes))
        else:
            self.notify("No quote counts there.", timeout=2, markup=False)
