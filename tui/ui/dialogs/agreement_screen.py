"""How far those who tag agree, a row for each tag and two coders. Gives the quotes on which a row's two differ."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import DataTable, Static

from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.panes.wrap import fit
from tui.workflows.agreement import HEADINGS, TITLE, JudgedQuote, PairAgreement, TagAgreement

_NAME, _NAMES = 28, 2  # cells a name has; the first columns, which hold them
_KEYS = "Enter opens the quotes on which they differ · Esc closes"

Differing = tuple[str, Sequence[JudgedQuote]]


class AgreementScreen(ModalScreen[Differing | None]):
    """The table. Gives a title with the quotes."""

    BINDINGS = [
        ("escape,q", "dismiss(None)"),
        ("question_mark", "app.help"),
        ("j", "move('down')"),
        ("k", "move('up')"),
    ]

    def __init__(self, found: Sequence[TagAgreement]) -> None:
        super().__init__()
        self._rows = [row for each in found for row in each.rows]
        self._pairs: list[tuple[str, PairAgreement]] = [
            (each.tag, pair) for each in found for pair in each.pairs
        ]

    def compose(self) -> ComposeResult:
        """Title, table, keys."""
        with Vertical(classes="report"):
            yield Static(TITLE, classes="title")
            yield DataTable[Text](cursor_type="row", zebra_stripes=False)
            yield KeysLine(_KEYS)

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        for at, heading in enumerate(HEADINGS):
            table.add_column(_cell(heading, at))
        for row in self._rows:
            table.add_row(*(_cell(cell, at) for at, cell in enumerate(row)))
        table.focus()

    def action_move(self, way: str) -> None:
        """Move with the letters too."""
        getattr(self.query_one(DataTable), f"action_cursor_{way}")()

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Give the quotes on which the two of the row differ."""
        tag, pair = self._pairs[event.cursor_row]
        if pair.differing:
            self.dismiss((f"{tag}: {' and '.join(pair.coders)} differ", pair.differing))
        else:
            self.notify("They are of one mind on every quote.", timeout=2, markup=False)


def _cell(text: str, at: int) -> Text:
    return Text(fit(text, _NAME), justify="left" if at < _NAMES else "right")
