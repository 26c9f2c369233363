"""Saved searches: a search gets a name, and the line for finding lists it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ui.controllers.completion import CompletionController
from tui.ui.controllers.drafts import DraftController
from tui.ui.controllers.registry import Controller
from tui.ui.controllers.search import SearchController
from tui.ui.dialogs.base import Prompt

if TYPE_CHECKING:
    from tui.core.model import SavedSearch


class SavedSearchController(Controller):
    """Saves searches under names."""

    def do_save_search(self) -> None:
        """Name the search that is live; one that has a name already gets another."""
        query = self.context.controller(SearchController).text
        saved = self.context.briefing.views().values()
        self._ask_name(query, next((each for each in saved if each.query == query), None))

    def do_name_search(self) -> None:
        """Name the saved search that the reader has walked to in the line, or else what the line asks."""
        context = self.context
        chosen = context.briefing.views().get(context.controller(CompletionController).saved_id())
        if chosen:
            self._ask_name(chosen.query, chosen)
        elif context.controller(SearchController).asked is None:
            context.say("There is nothing to save yet: type what is to be found.")
        else:
            self.do_save_search()

    def _ask_name(self, query: str, same: SavedSearch | None) -> None:
        def save(name: str) -> None:
            from tui.commands.saved_searches import DropView, RenameSearch, SaveView

            if same and name == same.name:
                return
            if same:
                self.context.do(RenameSearch(same.id, name) if name else DropView(same.id))
            elif name:
                self.context.do(SaveView(name, query))

        what = "Another name for this search, or none to delete it" if same else "Save this search as"
        line = Prompt(f"{what} · {query}", same.name if same else "")
        self.context.controller(DraftController).ask(line, save, "save_search")

    async def do_saved_searches(self) -> None:
        context = self.context
        search = context.controller(SearchController)
        if search.pane:
            search.end()
        await search.begin()
        if context.briefing.views():
            context.controller(CompletionController).list_saved()
        else:
            context.controller(CompletionController).overview(saved=True)
            said = f"No searches are saved yet: type one, then {context.key('name_search')} saves it under a name."
            context.say(said, holds=lambda: bool(search.pane))

    async def search(self, id: str) -> None:
        """Open the line with a saved search."""
        search, saved = self.context.controller(SearchController), self.context.briefing.views().get(id)
        if search.pane:
            search.end()
        await search.begin()
        if saved:
            self.context.panes.search_line.replace(0, saved.query)
