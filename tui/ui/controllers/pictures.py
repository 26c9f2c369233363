"""Pictures of what is shown, and the way from them to what they stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from tui.core.day_counts import LANES, DayCounts
from tui.core.time_axis import known_days
from tui.store.briefing import StoreError
from tui.ui import format
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.search import SearchController
from tui.ui.dialogs.picture_screen import PictureScreen
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from tui.core.network import Network
    from tui.store.index.counted_part import Counted
    from tui.store.index.query_plan import Hit


Chosen = Callable[[str], None]
_TOLD_EVERY = 0.2  # seconds


class PictureController(Controller):
    """The key that draws."""

    def do_pictures(self) -> None:
        """Draw over time the quotes that a search leaves, or all of the events that it leaves, as they are listed."""
        context = self.context
        search = context.controller(SearchController)
        live = search.asked is not None
        if live and search.reaches("quotes"):
            text = search.text
            find = partial(context.briefing.select, text)
            context.read(find, lambda hits: self._group(text, _called(hits, text), hits), OPENS)
            return
        text = search.text if live and search.reaches("events") else ""
        events = list(search.found or ()) if text else None
        number = len(context.open.rows) if events is None else len(events)
        whole = "all quotes of " if live else ""
        self._group(text, f"{whole}{format.counted(number, 'event')}{f' of {text}' if text else ''}", events)

    @property
    def _statements(self) -> bool:
        return self.context.statements_counted.on

    def _group(self, text: str, about: str, counted: Counted) -> None:
        """Draw, once it is known which quotes are one statement where these are counted."""
        draw = partial(self._draw, text, about, counted)
        if self._statements:
            self.context.run_beside(partial(self._find_statements, counted, draw), "picture")
        else:
            draw()

    def _find_statements(self, counted: Counted, then: Callable[[], None]) -> None:
        worker, context = get_current_worker(), self.context
        call, since = context.app.call_from_thread, monotonic()
        try:
            for done, of in context.briefing.group_statements(counted, lambda: worker.is_cancelled):
                if monotonic() - since > _TOLD_EVERY:
                    call(context.say, f"Counting statements: {done} of {format.counted(of, 'event')}…")
                    since = monotonic()
        except StoreError as error:
            call(context.say, f"! {error}")
            return
        if not worker.is_cancelled:
            call(context.say, "")
            call(then)

    def _draw(self, text: str, about: str, counted: Counted) -> None:
        context = self.context

        def show(counts: DayCounts) -> None:
            if not any(map(known_days, (counts.quotes, *counts.outlets.values()))):
                context.say("There is nothing with a date here yet to draw.")
                return
            others = {
                "heat": partial(self._heat, about, counted),
                "network": partial(self._network, about, counted),
            }
            drawn = PictureScreen(about, counts, partial(self._ask, counted), others)
            context.choose(drawn, partial(self._narrow, text))

        self._ask(counted, LANES[0], show, OPENS)

    def _ask(
        self, counted: Counted, kind: str, show: Callable[[DayCounts], None], what: str = "picture"
    ) -> None:
        fetch = partial(self.context.briefing.day_counts, kind, counted, statements=self._statements)
        self.context.read(fetch, show, what)

    def _heat(self, about: str, counted: Counted, then: Chosen) -> None:
        from tui.ui.dialogs.heat_screen import HeatScreen, TagCounts

        context = self.context

        def ask(show: Callable[[TagCounts], None]) -> None:
            fetch = partial(context.briefing.tag_counts, counted, statements=self._statements)
            context.read(fetch, show, "picture")

        def show(counts: DayCounts) -> None:
            if counts.lanes and known_days(counts.quotes):
                context.choose(HeatScreen(about, counts, ask), then)
            else:
                context.app.notify("No quote with a day has a speaker yet.", timeout=3)

        self._ask(counted, LANES[0], show, OPENS)

    def _network(self, about: str, counted: Counted, then: Chosen) -> None:
        from tui.ui.dialogs.network_screen import NetworkScreen

        context = self.context

        def show(found: Network) -> None:
            if found.ties:
                context.choose(NetworkScreen(about, found), then)
            else:
                context.app.notify(
                    "Nobody hands words on here: no quote has a speaker and an outlet.", timeout=3
                )

        context.read(partial(context.briefing.ties, counted), show, OPENS)

    async def _narrow(self, text: str, chosen: str) -> None:
        """Narrow all panes to what was chosen, within the search that was live."""
        within = f"({text}) " if " OR " in text else f"{text} " if text else ""
        await self.context.controller(SearchController).show(f"{within}{chosen}", "events", wide=True)


def _called(hits: Sequence[Hit], text: str) -> str:
    number = sum(len(each.quotes) for each in hits)
    return f"{format.counted(number, 'quote')} of {text}"
