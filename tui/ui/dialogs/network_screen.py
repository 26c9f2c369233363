"""Who tells whom, over the pictures. Gives the query for whom, or for which tie, was chosen."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding

from tui.core.network import KINDS, Network
from tui.core.text import pluralize
from tui.ui.dialogs.chart_screen import ChartScreen
from tui.ui.panes.tie_chart import TIE, TieChart


class NetworkScreen(ChartScreen[TieChart]):
    """The list of ties, and the drawing of one who is in it. `network` has one tie at least."""

    BINDINGS = [
        Binding("j,down", "move(1, 0)", "To the next tie"),
        Binding("k,up", "move(-1, 0)", "To the tie before"),
        Binding("l,right", "move(0, 1)", "To whom the tie leads"),
        Binding("h,left", "move(0, -1)", "To whom it comes from"),
        Binding("pagedown,space", "move(10, 0)", "Ten ties on"),
        Binding("pageup", "move(-10, 0)", "Ten ties back"),
        Binding("g,home", "move(-1000000, 0)", "To the first tie"),
        Binding("G,end", "move(1000000, 0)", "To the last tie"),
        Binding("o", "turn", "Ties of one kind: through others, through nobody, the same text printed again"),
        Binding("4", "dismiss('heat')", "Heat strips"),
    ]
    OF = "network"
    KEYS = "j k tie · h l its ends · Enter the quotes · o kinds · 4 heat · Esc back"

    def __init__(self, about: str, network: Network) -> None:
        super().__init__(about, TieChart(network, id="ties"))
        self._network = network

    def lines(self) -> Mapping[str, str]:
        """Return which ties are listed, and what the cursor is on."""
        chart = self.chart
        tie, kind = chart.chosen, f", {chart.kind}" if chart.kind else ""
        left = self._network.without
        ties = f"{pluralize(len(chart.ties), 'tie')}{f' ({left})' if left else ''}"
        if chart.part == TIE:
            about = tie.told
        else:
            before, after = self._network.about(chart.node)
            about = f"{chart.node}: has it from {len(before)}, hands it to {len(after)}"
        return {
            "title": f"Who tells whom · {self._about} · {ties}{kind} · speaker → through → outlet",
            "place": f"{about} · Enter opens {chart.asked}",
        }

    def action_turn(self) -> None:
        """List the next kind of ties that there are."""
        kinds = ["", *(kind for kind in KINDS if self._network.of_kind(kind))]
        self.chart.show_kind(kinds[(kinds.index(self.chart.kind) + 1) % len(kinds)])

    def action_choose(self) -> None:
        """Give the query for what the cursor is on."""
        self.dismiss(self.chart.asked)
