"""Pictures: what was reported over time, by speaker, outlet or tag. Gives the query for what was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from textual import events
from textual.binding import Binding

from tui.core.day_counts import LANES, DayCounts
from tui.core.query.completion import written
from tui.core.text import pluralize
from tui.ui.dialogs.chart_screen import ChartScreen
from tui.ui.panes.day_chart import DayChart

_FIELDS = {"speakers": "speaker", "outlets": "outlet", "tags": "tag"}

Ask = Callable[[str, Callable[[DayCounts], None]], None]
Open = Callable[[Callable[[str], None]], None]
"""Opens another picture over this one, which hands on the query for what is chosen there."""


class PictureScreen(ChartScreen[DayChart]):
    """The timeline of what is shown. `ask` fetches other strips, and hands them on."""

    BINDINGS = [
        Binding("escape,q", "leave", "Let go of the stretch, or back to the panes"),
        Binding("g,home", "edge(False)", "To the first column"),
        Binding("G,end", "edge(True)", "To the last column"),
        Binding("plus,equals_sign", "zoom(1)", "See shorter times: weeks, then days"),
        Binding("minus", "zoom(-1)", "See longer times: months, quarters, years"),
        Binding("v", "mark", "Begin a stretch of columns here, or end it"),
        Binding("o", "turn", "Rows of speakers, outlets or tags, in turn"),
        Binding("m", "measure", "Columns as high as there are quotes, or outlets"),
        Binding("4", "open('heat')", "Heat strips: who spoke when, which tags stand on whose quotes"),
        Binding("5", "open('network')", "Who tells whom"),
    ]
    OF, LEGEND = "picture", "scale"
    KEYS = "hjkl · + - zoom · v stretch · Enter narrows · o rows · m columns · Esc"

    def __init__(self, about: str, counts: DayCounts, ask: Ask, others: Mapping[str, Open]) -> None:
        super().__init__(about, DayChart(counts, id="days"))
        self._others = others
        self._ask = ask
        self._kind = LANES[0]

    def lines(self) -> Mapping[str, str]:
        """Return what the cursor is on, and what is drawn."""
        chart = self.chart
        if chart.column < 0:
            return {}
        figures, said = chart.figures, chart.counts.what
        axis = figures.axis
        first, last = chart.stretch
        quotes, printing = sum(figures.quotes[first : last + 1]), figures.outlets_in(first, last)
        when = axis.label(first) if first == last else f"{axis.label(first)} to {axis.label(last)}"
        words = [when, pluralize(quotes, said), pluralize(printing, "outlet")]
        if chart.chosen:
            number = sum(figures.lanes[chart.chosen][first : last + 1])
            what = pluralize(number, "article" if self._kind == "outlets" else said)
            words.append(f"{chart.chosen}: {what}")
        return {
            "title": f"Timeline · {self._about} · {self._kind} by {axis.unit}  4 heat  5 who tells whom",
            "place": " · ".join(words),
            "scale": self._scale(),
        }

    def _scale(self) -> str:
        """Return what is drawn, and what is not."""
        chart = self.chart
        figures, counts = chart.figures, chart.counts
        unit, said = figures.axis.unit, counts.what
        what = "outlets" if chart.outlets else f"{said}s"
        articles = chart.outlets or self._kind == "outlets"
        without = counts.undated if articles else counts.undated_quotes
        left = [f"{pluralize(without, 'article' if articles else said)} of no known year"] if without else []
        if figures.vague:
            left.append(f"{pluralize(figures.vague, said)} with a date too vague for a {unit}")
        if counts.left_out:
            left.append(pluralize(counts.left_out, "more " + _FIELDS[self._kind]))
        # first: what a narrow screen cuts is the rest
        words = [f"left out: {', '.join(left)}"] if left else []
        words.append(f"columns: {what} a {unit}")
        if highest := figures.highest:
            number = pluralize(highest, "article" if self._kind == "outlets" else said)
            words.append(f"rows: █ {number}")
        if not counts.lanes:
            words.append(f"no {self._kind} yet")
        return " · ".join(words)

    def on_resize(self, _: events.Resize) -> None:
        """Say it anew."""
        self.call_after_refresh(self.tell)

    def action_leave(self) -> None:
        """Let go of the stretch, or close."""
        if self.chart.marked_from is not None:
            self.chart.mark()
        else:
            self.dismiss(None)

    def action_edge(self, last: bool) -> None:
        """Go to the first column, or the last."""
        self.chart.to_edge(last=last)

    def action_zoom(self, step: int) -> None:
        """See days, weeks, months, quarters or years."""
        if not self.chart.zoom(step):
            self.notify(
                "This is as near as it goes." if step > 0 else "This is as far as it goes.", timeout=2
            )

    def action_mark(self) -> None:
        """Begin or end a stretch of time."""
        self.chart.mark()

    def action_measure(self) -> None:
        """Draw outlets, or quotes."""
        self.chart.turn()

    def action_turn(self) -> None:
        """Show other strips."""
        self._kind = LANES[(LANES.index(self._kind) + 1) % len(LANES)]
        self._ask(self._kind, self.chart.show_counts)

    def action_open(self, name: str) -> None:
        """Open another picture; what is chosen there is chosen here."""

        def take(query: str) -> None:
            if query in self._others:  # the key of another one was pressed there
                self.action_open(query)
            else:
                self.dismiss(query)

        self._others[name](take)

    def action_choose(self) -> None:
        """Give the query for the stretch, and the strip where one is chosen."""
        chart = self.chart
        first, last = chart.span()
        day = timedelta(days=1)
        words = [f"after:{first - day}", f"before:{last + day}"]
        if chart.chosen:
            words.insert(0, written(_FIELDS[self._kind], chart.chosen))
        self.dismiss(" ".join(words))
