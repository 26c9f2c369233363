"""Saved views: a search gets a name, and is opened again by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.choice import Choice
from tui.ui.dialogs.base import ChoiceList, Prompt

if TYPE_CHECKING:
    from tui.ui.main_screen import MainScreen


class SavedSearchController:
    """Keeps searches under names."""

    def __init__(self, screen: MainScreen) -> None:
        self.screen = screen

    def do_save_view(self) -> None:
        """Name the search that is live; an emptied name drops the view."""
        screen = self.screen
        query = screen.searcher.text if screen.asked is not None else ""
        if not query:
            screen.say("No search is live: / searches, then F keeps it under a name.")
            return
        same = next((view for view in screen.briefing.views().values() if view.query == query), None)

        def save(name: str | None) -> None:
            from tui.commands.saved_searches import DropView, SaveView

            if name is None:
                return
            if name.strip():
                screen.annotator.do(SaveView(name, query))
            elif same:
                screen.annotator.do(DropView(same.id))

        title = "Name of this search (empty: drop it)" if same else "Name of this search"
        screen.app.push_screen(Prompt(title, same.name if same else ""), save)

    def do_views(self) -> None:
        """List the saved views; Enter searches by one."""
        screen = self.screen
        views = sorted(screen.briefing.views().values(), key=lambda view: view.name.casefold())
        if not views:
            screen.say("No saved views yet: / searches, then F keeps the search under a name.")
            return
        queries = {view.id: view.query for view in views}

        async def open_(chosen: str | None) -> None:
            if chosen:
                await screen.searcher.begin(queries[chosen], "events")
                screen.searcher.keep()

        choices = [Choice(view.id, view.name, view.query) for view in views]
        screen.app.push_screen(ChoiceList("Saved views", choices), open_)
