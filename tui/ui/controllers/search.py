"""The one line for finding: what is asked as it is typed, of the pane one is in or of all, and what is found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.core.edtf import in_words
from tui.store.briefing import StoreError
from tui.ui import format
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.status import StatusController

if TYPE_CHECKING:
    from tui.core.query.evaluate import Matcher
    from tui.core.query.nodes import Node
    from tui.store.index.query_plan import SearchProgress
    from tui.ui.context import Context
    from tui.ui.controllers.completion import CompletionController
    from tui.ui.panes.search_highlight import Terms
    from tui.ui.panes.search_line import SearchLine

_REACH = {"events": "in the events", "article": "in this article", "quotes": "in the quotes"}
_WHOLE_TIME = re.compile(r"\b(after):(\d{4}(?:-\d\d)?)(?=\s|$)")  # no day: what is in it is not after it
_UNFINISHED, _LOOKING = "The index is being made: more may be found.", "Looking on…"


class SearchController(Controller):
    """One search at a time, which narrows the `pane` it was begun in, or all of them where it is `wide`.

    `asked` is the query that is live, `found` how often it finds something in which events: None where that
    is not asked.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.pane = ""  # "" while no search is live
        self.wide = False
        self.text = ""  # the query as it is to be answered
        self.asked: Node | None = None
        self.found: Mapping[str, int] | None = None
        self._typed: str | None = None  # what the line holds, understood or not
        self._busy = False
        self._near = ""  # what was said of a name that nobody has
        self._wrong = ""  # what is not understood in the query as it stands
        self._scope = ""  # whose quotes were listed before it was wide
        self._told = ""  # the query of which was said how far it reaches

    @property
    def line(self) -> SearchLine:
        """The line that is typed into."""
        return self.context.panes.search_line

    @property
    def typing(self) -> bool:
        """Whether the keys go to the search line."""
        return bool(self.pane) and self.context.app.focused is self.line.input

    @property
    def _completion(self) -> CompletionController:
        from tui.ui.controllers.completion import CompletionController

        return self.context.controller(CompletionController)

    def reaches(self, pane: str) -> bool:
        """Tell whether a search is live that narrows a pane."""
        return bool(self.pane) and (self.wide or pane == self.pane)

    async def begin(self, text: str = "", pane: str = "", *, wide: bool = False) -> None:
        """Open the line for the pane that has the keys, or another; a search live there is there to be changed."""
        context = self.context
        await context.panes.make_search_line()
        pane = pane or context.panes.current
        if not text and self.reaches(pane):
            text, wide = self.text, self.wide
        elif self.pane:
            self.wide = False  # what it narrowed is whole again
            self._ask(None)
        self.pane, self.wide = pane, wide
        from tui.core.query.fields import placeholder

        context.panes.events.timeline.warm_up()
        self._completion.begin()
        self.line.open(text, placeholder() if pane != "article" or wide else "words of this article")
        self.typed(text)
        context.refresh_lines()

    async def do_filter(self) -> None:
        """Open the line for the quotes, with all that they can be narrowed by."""
        self.context.panes.go_to("quotes")
        await self.begin(pane="quotes")
        if not self.text:
            self._completion.overview(saved=False)

    async def show(self, text: str, pane: str, *, wide: bool = False) -> None:
        """Ask something for the reader, who is left in the pane."""
        await self.begin(text, pane, wide=wide)
        self.keep()

    def changed(self, query: str) -> None:
        """Take what was typed, and offer what completes it."""
        if query != self._typed:
            self._completion.typed()
            self.typed(query)

    def typed(self, query: str) -> None:
        """Show what is found so far; a query that is not understood says where and changes nothing."""
        from tui.core.query.nodes import EVERYTHING
        from tui.core.query.parser import QueryError, parse

        self._typed = query
        try:
            node = parse(query)
        except QueryError as error:
            self._wrong = f"! {error}"
            self.tell()
            if not self.context.panes.search_offers.offered:  # else it is half typed, and that will do
                self._say_wrong(quiet=True)
            return
        self._wrong, self.text = "", query
        self._ask(None if node == EVERYTHING else node)

    def _say_wrong(self, *, quiet: bool = False) -> None:
        self.context.say(wrong := self._wrong, quiet=quiet, holds=lambda: self._wrong == wrong)

    def _ask(self, node: Node | None) -> None:
        """Narrow what is reached to what a query finds; None for all of it."""
        from tui.core.query.terms import wanted_words

        context, self.asked = self.context, node
        self._follow_reach()
        terms = wanted_words(node) if node else ()
        if not self.reaches("events") or node is None:  # else with what is found: one repaint, not two
            self._show_found(terms, None)
        searched = node if self.reaches("quotes") else None
        if searched != context.listing.searched:
            context.listing.searched = searched
            context.listing.fill()
        self.look_again()
        pane = context.panes.article
        if terms and self.pane == "article" and not (pane.to_words_together() or pane.next_match(1)):
            pane.to_edge_match(1)
        context.refresh_lines()

    def _follow_reach(self) -> None:
        """List the quotes of the whole briefing while all panes are searched, and then whose they were before."""
        listing, scope = self.context.listing, self._scope
        if self.wide and self.asked is not None and not scope:
            self._scope = listing.scope
            if listing.scope != "briefing":
                listing.set_scope("briefing")
        elif scope and not self.wide:
            self._scope = ""
            if scope != "briefing" == listing.scope:
                listing.set_scope(scope)

    def widen(self) -> None:
        """Narrow all panes, or again only the one the search was begun in."""
        self.wide = not self.wide
        self._ask(self.asked)

    def entered(self, pane: str) -> None:
        """Say once of a search that it leaves the quotes as they are, where somebody goes on to them."""
        if pane == "quotes" and self.asked is not None and not self.reaches(pane) and self._told != self.text:
            self._told = self.text
            key = self.context.key("everywhere")
            self.context.say(
                f"The search is {_REACH[self.pane]} alone: {key} finds in the quotes too.", quiet=True
            )

    def look_again(self) -> None:
        """Ask what is live of the whole briefing, also once more when there is more to be found in."""
        if self.reaches("events") and self.asked is not None and not self._busy:
            self._busy = True
            self.context.run_beside(self._serve, "search", exclusive=False)

    def _serve(self) -> None:
        """Search the whole briefing, beside the reader."""
        context, query = self.context, self.text
        call = context.app.call_from_thread
        try:
            for found in context.briefing.iter_matches(query, stop=lambda: self.text != query):
                near = self._likely() if found.whole and not found.events else ""
                call(self._show, query, found, near)
        except StoreError as error:
            call(context.say, f"! {error}")
        finally:
            call(self._served, query)

    def _served(self, query: str) -> None:
        self._busy = False
        if self.text != query:
            self.look_again()

    def _likely(self) -> str:
        """Return who may be meant by the name of a speaker whom nobody is called, or what a day asks for."""
        from tui.core.query.completion import written
        from tui.core.query.likely_names import likely_name

        speakers, asked = self.context.briefing.speakers().values(), self.asked
        names = [name for each in speakers for name in (each.name, *each.aliases)]
        near = likely_name(asked, names) if asked else ""
        if near:
            return f"Nothing found; did you mean {written('speaker', near)}?"
        day = _WHOLE_TIME.search(self.text)
        return f"Nothing found; {day[0]} is what comes once all of {in_words(day[2])} is over." if day else ""

    def _show(self, query: str, found: SearchProgress, near: str) -> None:
        context = self.context
        if not self.reaches("events") or self.text != query or self.asked is None:
            return
        from tui.core.query.terms import wanted_words

        self._show_found(wanted_words(self.asked), found.events)
        self.tell()
        if self._wrong:  # which is said, and about what was typed since
            return
        status = context.controller(StatusController)
        note = _UNFINISHED if not found.whole else near if found.sure else _LOOKING
        own = (_UNFINISHED, _LOOKING, self._near or _LOOKING)
        if note:  # a word explained, say, gives way to it
            is_patient = status.message not in own
            context.say(note, patient=is_patient, holds=lambda: self.text == query and self.asked is not None)
        elif status.message in own:
            context.say("")
        self._near = near

    def _show_found(self, terms: Terms, found: Mapping[str, int] | None) -> None:
        self.found = found
        self.context.show_found(terms, found)

    def tell(self) -> None:
        """Say beside the line how far the search reaches and how much it finds."""
        self.context.controller(StatusController).everywhere = self.wide
        if self.pane:
            hits = "…" if self._wrong else self._hits() if self.asked else ""
            self.line.tell("everywhere" if self.wide else _REACH[self.pane], hits)

    def _hits(self) -> str:
        context, parts = self.context, []
        if self.found is not None:
            parts.append(f"{len(self.found)} of {format.counted(len(context.open.rows), 'event')}")
        if self.reaches("quotes"):
            passed, every = context.listing.numbers
            parts.append(f"{passed} of {format.counted(every, 'quote')}")
        elif self.found is not None:
            parts.append(format.counted(sum(self.found.values()), "article"))
        elif self.pane == "article":
            parts.append(f"{context.panes.article.match_count} in this article")
        return " · ".join(parts)

    def matcher(self) -> Matcher:
        """Return what asks the search that is live about articles."""
        from tui.core.query.nodes import EVERYTHING

        return self.context.listing.matcher(self.asked or EVERYTHING)

    def keep(self) -> None:
        """Take what is offered where the reader has walked to it, or leave the line: the search stays live.

        A saved search reaches everywhere. An empty one ends.
        """
        saved = self._completion.saved_id()
        if self._completion.take():
            if not saved:
                return
            self.wide = True
            self.typed(self.line.input.value)
        self._completion.hush()
        if not self.line.input.value.strip():
            self.end()
        else:
            self.context.panes.go_to(self.pane)
            if self._wrong:
                self._say_wrong()

    def end(self) -> None:
        """End the search and show everything again."""
        context = self.context
        self._completion.hush()
        self.line.display = False
        pane, self.pane, self.wide = self.pane, "", False
        self._completion.ended(self._typed or "")
        self.text, self._typed, self._wrong = "", None, ""
        self._ask(None)
        context.panes.go_to(pane or context.panes.current)

    do_search = begin
    do_end_search = end
    do_keep_search = keep
    do_everywhere = widen
    do_widen_search = widen
