"""Who tells whom, over the pictures. Gives the query for whom, or for which tie, was chosen."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.core.network import KINDS, Network
from tui.core.text import pluralize
from tui.ui.dialogs.keys_line import KeysLine
from tui.ui.dialogs.picture_screen import put_lines
from tui.ui.panes.tie_chart import TIE, TieChart


class NetworkScreen(ModalScreen[str | None]):
    """The list of ties, and the drawing of one who is in it. `network` has one tie at least."""

    BINDINGS = [
        Binding("escape,q", "leave", "back", show=False, tooltip="Back to the timeline"),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("j,down", "move(1, 0)", show=False, tooltip="To the next tie"),
        Binding("k,up", "move(-1, 0)", show=False, tooltip="To the tie before"),
        Binding("l,right", "move(0, 1)", show=False, tooltip="To whom the tie leads"),
        Binding("h,left", "move(0, -1)", show=False, tooltip="To whom it comes from"),
        Binding("pagedown,space", "move(10, 0)", show=False, tooltip="Ten ties on"),
        Binding("pageup", "move(-10, 0)", show=False, tooltip="Ten ties back"),
        Binding("g,home", "move(-1000000, 0)", show=False, tooltip="To the first tie"),
        Binding("G,end", "move(1000000, 0)", show=False, tooltip="To the last tie"),
        Binding(
            "o",
            "turn",
            show=False,
            tooltip="Ties of one kind: through others, direct, the same text printed again",
        ),
        Binding(
            "enter",
            "choose",
            show=False,
            tooltip="Search for the quotes of what the cursor is on, in all panes",
        ),
        Binding("4", "dismiss('heat')", show=False, tooltip="Heat strips"),
    ]

    def __init__(self, about: str, network: Network) -> None:
        super().__init__()
        self._about = about
        self._network = network

    def compose(self) -> ComposeResult:
        """Title, list and drawing, what the cursor is on, the keys."""
        with Vertical(classes="board picture"):
            yield Static(id="network-title", classes="title")
            yield TieChart(self._network, id="ties")
            yield Static(id="network-place", classes="place")
            yield KeysLine("j k tie · h l its ends · Enter the quotes · o kinds · 4 heat · Esc back")

    def on_mount(self) -> None:
        """Give the list the keys."""
        self.chart.focus()

    @property
    def chart(self) -> TieChart:
        """The list and the drawing."""
        return self.query_one(TieChart)

    @on(TieChart.Moved)
    def _tell(self) -> None:
        """Say what the cursor is on."""
        chart = self.chart
        tie, kind = chart.chosen, chart.kind or "all ties"
        network = self._network
        weaker = f"{network.left_out:,} weaker not listed" if network.left_out else ""
        nobody = f"{pluralize(network.of_nobody, 'quote')} through nobody named" if network.of_nobody else ""
        left = ", ".join(filter(None, (weaker, nobody)))
        ties = f"{pluralize(len(chart.ties), 'tie')}{f' ({left})' if left else ''}"
        if chart.part == TIE:
            about = f"{tie.source.name} → {tie.target.name}: {pluralize(tie.number, tie.counted)}, {tie.kind}"
        else:
            before, after = self._network.about(chart.node)
            about = f"{chart.node}: has it from {len(before)}, hands it to {len(after)}"
        lines = {
            "title": f"Who tells whom · {self._about} · {ties}, {kind}",
            "place": f"{about} · Enter opens {chart.asked}",
        }
        put_lines(self, "network", lines, chart.size.width)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def action_move(self, rows: int, parts: int) -> None:
        """Walk the list, or from one end of a tie to the other."""
        self.chart.walk(rows, parts)

    def action_turn(self) -> None:
        """List the next kind of ties that there are."""
        kinds = ["", *(kind for kind in KINDS if self._network.of_kind(kind))]
        self.chart.show_kind(kinds[(kinds.index(self.chart.kind) + 1) % len(kinds)])

    def action_choose(self) -> None:
        """Give the query for what the cursor is on."""
        self.dismiss(self.chart.asked)
