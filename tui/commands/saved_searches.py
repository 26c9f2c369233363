"""Saved views, searches that got a name: keeping and dropping them, commands like all a reader does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.commands.base import UndoableCommand, Workspace
from tui.core.model import SavedSearch
from tui.core.names import fold
from tui.core.query.parser import parse
from tui.core.text import clean, one_line


@dataclass(frozen=True)
class SaveView(UndoableCommand):
    """Keep a query under a name; the view that has the name already gets the query."""

    name: str
    query: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Kept the search as “{one_line(self.name)}”"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk. Raises ValueError for a name or a query that cannot be."""
        name, query = one_line(self.name), clean(self.query).strip()
        if not name or not query:
            raise ValueError("a saved view needs a name and a query")
        parse(query)
        for view in desk.views().values():
            if fold(view.name) == fold(name):
                desk.put_view(replace(view, name=name, query=query))
                return
        desk.put_view(SavedSearch(desk.new_id(), name, query))


@dataclass(frozen=True)
class DropView(UndoableCommand):
    """Drop a saved view (its id)."""

    view: str

    def label(self) -> str:
        """Return what is done in one sentence."""
        return "Dropped a saved view"

    def apply(self, desk: Workspace) -> None:
        """Put the changes on the desk. Raises ValueError when there is no such view."""
        view = desk.views().get(self.view)
        if view is None:
            raise ValueError("there is no such view any more")
        desk.drop_view(view)
