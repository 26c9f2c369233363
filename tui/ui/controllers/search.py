"""Search as one types, in one language for all panes: what is found in the briefing, and where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.core.query.fields import placeholder
from tui.store.briefing import StoreError
from tui.ui.controllers.status import StatusController

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.core.query.evaluate import Matcher
    from tui.core.query.nodes import Node
    from tui.store.index.query_plan import SearchProgress
    from tui.ui.context import Context, Doer
    from tui.ui.panes.search_highlight import Terms

PLACEHOLDERS = {
    "events": placeholder(),
    "article": "words of this article",
    "quotes": 'quotes with words  "a phrase"  speaker:  tag:  kind:  is:unsure …',
}

_UNFINISHED, _LOOKING = "The index is being made: more may be found.", "Looking on…"


class SearchController:
    """One search at a time, in the pane it was begun in.

    `asked` is the query that is live, `found` how often it finds something in which events: None where that
    is not asked.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self.pane = ""  # "" while no search is live
        self.text = ""  # the query as it is to be answered
        self.asked: Node | None = None
        self.found: Mapping[str, int] | None = None
        self._terms: Terms = ()
        self._busy = False
        self._wrong = ""  # what is not understood in the query as it stands

    def doers(self) -> dict[str, Doer]:
        """Return its methods, by the ids of the actions they do."""
        return {"search": self.begin, "end_search": self.end, "keep_search": self.keep}

    @property
    def line(self) -> Input:
        """The line that is typed into."""
        return self.context.panes.search_line

    @property
    def typing(self) -> bool:
        """Whether the keys go to the search line."""
        return bool(self.pane) and self.line.has_focus

    async def begin(self, text: str = "", pane: str = "") -> None:
        """Open the search line for the pane that has the keys, or another."""
        context = self.context
        await context.panes.make_search_line()
        self.pane = pane or context.panes.current
        context.panes.events.timeline.warm_up()
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

        context = self.context
        try:
            node = parse(query)
        except QueryError as error:
            self._wrong = f"! {error}"
            context.say(self._wrong, quiet=True)  # it may be half typed
            return
        if self._wrong:
            self._wrong = ""
            context.say("")
        self.text = query
        self.asked = None if node == EVERYTHING else node
        if self.pane != "events" or self.asked is None:  # else with what is found: one repaint, not two
            found = None if self.asked is None and self.pane == "events" else self.found
            self._show_found(wanted_words(node), found)
        context.listing.searched = self.asked if self.pane == "quotes" else None
        if self.pane == "quotes":
            context.listing.fill()
        elif self.pane == "events":
            self.look_again()
        elif self._terms:
            pane = context.panes.article
            if not pane.next_match(1):
                pane.to_edge_match(1)
            context.say(f"{pane.match_count} in this article")

    def look_again(self) -> None:
        """Ask what is live of the whole briefing, also once more when there is more to be found in."""
        if self.pane == "events" and self.asked is not None and not self._busy:
            self._busy = True
            self.context.run_beside(self._serve, "search", exclusive=False)

    def _serve(self) -> None:
        """Search the whole briefing, beside the reader."""
        context, query = self.context, self.text
        call = context.app.call_from_thread
        try:
            for found in context.briefing.iter_matches(query, stop=lambda: self.text != query):
                call(self._show, query, found)
        except StoreError as error:
            call(context.say, f"! {error}")
        finally:
            call(self._served, query)

    def _served(self, query: str) -> None:
        self._busy = False
        if self.text != query:
            self.look_again()

    def _show(self, query: str, found: SearchProgress) -> None:
        context = self.context
        if self.pane != "events" or self.text != query or self.asked is None:
            return
        from tui.core.query.terms import wanted_words

        self._show_found(wanted_words(self.asked), found.events)
        if self._wrong:  # which is said, and about what was typed since
            return
        status = context.controller(StatusController)
        note = _UNFINISHED if not found.whole else "" if found.sure else _LOOKING
        if note and status.message in ("", _UNFINISHED, _LOOKING):
            context.say(note)
        elif not note and status.message in (_UNFINISHED, _LOOKING):
            context.say("")

    def _show_found(self, terms: Terms, found: Mapping[str, int] | None) -> None:
        self._terms, self.found = terms, found
        self.context.show_found(terms, found)

    def matcher(self) -> Matcher:
        """Return what asks the search that is live about articles."""
        from tui.core.query.nodes import EVERYTHING

        return self.context.listing.matcher(self.asked or EVERYTHING)

    def keep(self) -> None:
        """Leave the line; the search stays live for n and N. An empty one ends."""
        if not self.line.value.strip():
            self.end()
        else:
            self.context.panes.go_to(self.pane)
            if self._wrong:
                self.context.say(self._wrong)

    def end(self) -> None:
        """End the search and show everything again."""
        context = self.context
        self.line.display = False
        pane, self.pane = self.pane, ""
        self.text = ""
        self._show_found((), None)
        if self.asked is not None:
            self.asked = context.listing.searched = None
            context.listing.fill()
        context.panes.go_to(pane or context.panes.current)
