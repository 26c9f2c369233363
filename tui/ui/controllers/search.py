"""Search as one types, in one language for all panes: what is found in the briefing, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.core.query.fields import placeholder
from tui.store.briefing import StoreError

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.store.index.query_plan import SearchProgress
    from tui.ui.main_screen import MainScreen

PLACEHOLDERS = {
    "events": placeholder(),
    "article": "words of this article",
    "quotes": 'quotes with words  "a phrase"  speaker:  tag:  kind:  is:unsure …',
}

_UNFINISHED, _LOOKING = "The index is being made: more may be found.", "Looking on…"


class SearchController:
    """One search at a time, in the pane it was begun in."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.pane = ""  # "" while no search is live
        self.text = ""  # the query as it is to be answered
        self._busy = False
        self._wrong = ""  # what is not understood in the query as it stands

    @property
    def line(self) -> Input:
        """The line that is typed into."""
        from textual.widgets import Input

        return self.screen.query_one("#search", Input)

    @property
    def typing(self) -> bool:
        """Whether the keys go to the search line."""
        return bool(self.pane) and self.screen.focused is not None and self.screen.focused.id == "search"

    async def begin(self, text: str = "", pane: str = "") -> None:
        """Open the search line for the pane that has the keys, or another."""
        screen = self.screen
        if not screen.query("#search"):
            from textual.widgets import Input

            # Made when first wanted: its style sheet alone would be felt at every start.
            await screen.mount(Input(id="search", select_on_focus=False), before="#bottom")
        self.pane = pane or screen.pane
        screen.event_list.timeline.warm_up()
        self.line.placeholder = PLACEHOLDERS[self.pane]
        self.line.display = True
        self.line.value = text
        self.line.cursor_position = len(text)
        self.line.focus()
        if text:  # which may be what the line still holds: then nothing would change
            self.typed(text)

    def typed(self, query: str) -> None:
        """Show what is found so far; a query that is not understood says where and changes nothing."""
        from tui.core.query.nodes import EVERYTHING
        from tui.core.query.parser import QueryError, parse
        from tui.core.query.terms import wanted_words

        screen = self.screen
        try:
            node = parse(query)
        except QueryError as error:
            self._wrong = f"! {error}"
            screen.say(self._wrong, quiet=True)  # it may be half typed
            return
        if self._wrong:
            self._wrong = ""
            screen.say("")
        self.text = query
        screen.asked = None if node == EVERYTHING else node
        if self.pane != "events" or screen.asked is None:  # else with what is found: one repaint, not two
            screen.terms = wanted_words(node)
        screen.narrowing = self.pane == "quotes"
        if self.pane == "quotes":
            screen.list_quotes()
        elif self.pane == "events":
            if screen.asked is None:
                screen.found = None
            self.look_again()
        elif screen.terms:
            pane = screen.article_pane
            if not pane.next_match(1):
                pane.to_edge_match(1)
            screen.say(f"{pane.match_count} in this article")

    def look_again(self) -> None:
        """Ask what is live of the whole briefing, also once more when there is more to be found in."""
        if self.pane == "events" and self.screen.asked is not None and not self._busy:
            self._busy = True
            self.screen.run_worker(self._serve, thread=True, group="search", exit_on_error=False)

    def _serve(self) -> None:
        """Search the whole briefing, beside the reader."""
        screen, query = self.screen, self.text
        call = screen.app.call_from_thread
        try:
            for found in screen.briefing.iter_matches(query, stop=lambda: self.text != query):
                call(self._show, query, found)
        except StoreError as error:
            call(screen.say, f"! {error}")
        finally:
            call(self._served, query)

    def _served(self, query: str) -> None:
        self._busy = False
        if self.text != query:
            self.look_again()

    def _show(self, query: str, found: SearchProgress) -> None:
        screen = self.screen
        if self.pane != "events" or self.text != query or screen.asked is None:
            return
        from tui.core.query.terms import wanted_words

        screen.terms = wanted_words(screen.asked)
        screen.found = found.events
        if self._wrong:  # which is said, and about what was typed since
            return
        note = _UNFINISHED if not found.whole else "" if found.sure else _LOOKING
        if note and screen.message in ("", _UNFINISHED, _LOOKING):
            screen.say(note)
        elif not note and screen.message in (_UNFINISHED, _LOOKING):
            screen.say("")

    def keep(self) -> None:
        """Leave the line; the search stays live for n and N. An empty one ends."""
        if not self.line.value.strip():
            self.end()
        else:
            self.screen.go_to_pane(self.pane)
            if self._wrong:
                self.screen.say(self._wrong)

    def end(self) -> None:
        """End the search and show everything again."""
        screen = self.screen
        self.line.display = False
        pane, self.pane = self.pane, ""
        self.text = ""
        screen.found = None
        screen.terms = ()
        if screen.asked is not None:
            screen.asked = None
            screen.list_quotes()
        screen.go_to_pane(pane or screen.pane)
