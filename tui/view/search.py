"""Search as one types: what is found in the briefing, in the article, among the quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.store.briefing import StoreError
from tui.view.matches import fold, terms_of

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.view.main_screen import MainScreen

PLACEHOLDERS = {
    "events": "search headlines, texts, quotes and notes",
    "article": "search this article",
    "quotes": "search these quotes",
}


class Searcher:
    """One search at a time, in the pane it was begun in. `hits` are (event id, article id)."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen
        self.pane = ""  # "" while no search is live
        self.hits: list[tuple[str, str]] = []

    @property
    def line(self) -> Input:
        """The line that is typed into."""
        from textual.widgets import Input

        return self.screen.query_one("#search", Input)

    @property
    def typing(self) -> bool:
        """Whether the keys go to the search line."""
        return bool(self.pane) and self.screen.focused is not None and self.screen.focused.id == "search"

    async def begin(self) -> None:
        """Open the search line for the pane that has the keys."""
        screen = self.screen
        if not screen.query("#search"):
            from textual.widgets import Input

            # Made when first wanted: its style sheet alone would be felt at every start.
            await screen.mount(Input(id="search", select_on_focus=False), before="#bottom")
        self.pane = screen.pane
        self.line.placeholder = PLACEHOLDERS[self.pane]
        self.line.display = True
        self.line.value = ""
        self.line.focus()

    def typed(self, query: str) -> None:
        """Show what is found so far."""
        screen = self.screen
        terms = terms_of(query)
        if self.pane == "quotes":
            screen.quote_terms = terms
            screen.list_quotes()
            return
        screen.terms = terms
        if self.pane == "events":
            screen.run_worker(lambda: self._find(query), thread=True, exclusive=True, group="search")
        elif terms:
            pane = screen.article_pane
            if not pane.next_match(1):
                pane.to_edge_match(1)
            screen.say(f"{pane.match_count} in this article")

    def _find(self, query: str) -> None:
        """Search the whole briefing, beside the reader."""
        screen = self.screen
        terms = terms_of(query)
        if not terms:
            screen.app.call_from_thread(self._show, query, None, [])
            return
        named = {
            row["id"]
            for row in screen.rows
            if all(fold(term) in fold(f"{row['name']} {' '.join(row['outlets'])}") for term in terms)
        }
        try:
            hits = screen.briefing.search(query)
        except StoreError as error:
            screen.app.call_from_thread(screen.say, f"! {error}")
            hits = []
        found = frozenset(named | {event for event, _ in hits})
        screen.app.call_from_thread(self._show, query, found, hits)

    def _show(self, query: str, found: frozenset[str] | None, hits: list[tuple[str, str]]) -> None:
        if self.pane == "events" and self.line.value == query:
            place = {row["id"]: at for at, row in enumerate(self.screen.rows)}
            self.hits = sorted((hit for hit in hits if hit[1]), key=lambda hit: place.get(hit[0], 0))
            self.screen.found = found

    def keep(self) -> None:
        """Leave the line; the search stays live for n and N. An empty one ends."""
        if not self.line.value.strip():
            self.end()
        else:
            self.screen.go_to_pane(self.pane)

    def end(self) -> None:
        """End the search and show everything again."""
        screen = self.screen
        self.line.display = False
        pane, self.pane = self.pane, ""
        self.hits = []
        screen.found = None
        screen.terms = ()
        if screen.quote_terms:
            screen.quote_terms = ()
            screen.list_quotes()
        screen.go_to_pane(pane or screen.pane)
