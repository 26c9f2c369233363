"""What a briefing is called: a command like all a reader does, so that copies share it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.commands.base import Command, Workspace
from tui.core.model import LAST_TITLE, Title
from tui.core.text import one_line


@dataclass(frozen=True)
class SetTitle(Command):
    """Call the briefing otherwise. It is not undone: the name of the folder, given with it, is in no step."""

    title: str
    passive: bool = True
    own: str = LAST_TITLE

    def label(self) -> str:
        return f"Called the briefing “{one_line(self.title)}”"

    def apply(self, workspace: Workspace) -> None:
        """Raises ValueError for a title that says nothing."""
        if not (title := one_line(self.title)):
            raise ValueError("a briefing needs a title")
        workspace.put(Title(self.own, title))
