"""Saved searches: a search gets a name, and is opened again by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.choice import Choice
from tui.ui.controllers.search import SearchController
from tui.ui.dialogs.base import ChoiceList, Prompt

if TYPE_CHECKING:
    from tui.ui.context import Context, Doer


class SavedSearchController:
    """Saves searches under names."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def doers(self) -> dict[str, Doer]:
        """Return its methods, by the ids of the actions they do."""
        return {"save_search": self.save, "saved_searches": self.open}

    def save(self) -> None:
        """Name the search that is live; an emptied name drops it."""
        context = self.context
        query = context.controller(SearchController).text
        same = next((view for view in context.briefing.views().values() if view.query == query), None)

        def save(name: str | None) -> None:
            from tui.commands.saved_searches import DropView, SaveView

            if name is None:
                return
            if name.strip():
                context.do(SaveView(name, query))
            elif same:
                context.do(DropView(same.id))

        title = "Name of this search (empty: drop it)" if same else "Name of this search"
        context.push(Prompt(title, same.name if same else ""), save)

    def open(self) -> None:
        """List the saved searches; Enter searches by one."""
        context = self.context
        views = sorted(context.briefing.views().values(), key=lambda view: view.name.casefold())
        if not views:
            context.say("No saved searches yet: / finds, then F saves the search under a name.")
            return
        queries = {view.id: view.query for view in views}

        async def open_(chosen: str | None) -> None:
            if chosen:
                search = context.controller(SearchController)
                await search.begin(queries[chosen], "events")
                search.keep()

        choices = [Choice(view.id, view.name, view.query) for view in views]
        context.push(ChoiceList("Saved searches", choices, enter="searches by it"), open_)
