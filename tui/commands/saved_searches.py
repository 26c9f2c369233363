"""Saved searches: saving and dropping them, commands like all a reader does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.commands.base import Command, Workspace
from tui.core.model import SavedSearch
from tui.core.query.parser import parse
from tui.core.text import clean, fold, one_line


@dataclass(frozen=True)
class SaveView(Command):
    """Save a query under a name; the search that has the name already gets the query."""

    name: str
    query: str

    def label(self) -> str:
        return f"Saved the search as “{one_line(self.name)}”"

    def apply(self, workspace: Workspace) -> None:
        """Raises ValueError for a name or a query that cannot be."""
        name, query = one_line(self.name), clean(self.query).strip()
        if not name or not query:
            raise ValueError("a saved search needs a name and a query")
        parse(query)
        for view in workspace.views().values():
            if fold(view.name) == fold(name):
                workspace.put(replace(view, name=name, query=query))
                return
        workspace.put(SavedSearch(workspace.new_id(), name, query))


@dataclass(frozen=True)
class DropView(Command):
    """Drop a saved search (its id)."""

    view: str

    def label(self) -> str:
        return "Dropped a saved search"

    def apply(self, workspace: Workspace) -> None:
        """Raises ValueError when there is no such search."""
        workspace.drop(_saved(workspace, self.view))


@dataclass(frozen=True)
class RenameSearch(Command):
    """Give a saved search (its id) another name."""

    view: str
    name: str

    def label(self) -> str:
        return f"Renamed a saved search to “{one_line(self.name)}”"

    def apply(self, workspace: Workspace) -> None:
        """Raises ValueError when there is no such search, or another has the name."""
        saved, name = _saved(workspace, self.view), one_line(self.name)
        if not name:
            raise ValueError("a saved search needs a name")
        if any(fold(each.name) == fold(name) for each in workspace.views().values() if each.id != self.view):
            raise ValueError(f"another search is saved as “{name}”")
        workspace.put(replace(saved, name=name))


def _saved(workspace: Workspace, view: str) -> SavedSearch:
    if view not in workspace.views():
        raise ValueError("there is no such saved search any more")
    return workspace.views()[view]
