"""What a reader can do with whole articles: delete and restore them, and take back what an import brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.commands.base import Command, Workspace
from tui.commands.helpers import set_field
from tui.core.model import AnnotationTarget
from tui.core.text import pluralize


@dataclass(frozen=True)
class DeleteArticle(Command):
    """Delete an article: hidden, and still known, so that no import brings it back."""

    target: AnnotationTarget

    def label(self) -> str:
        return "Deleted 1 article"

    def apply(self, workspace: Workspace) -> None:
        if self.target.type != "article":
            raise ValueError("only articles are deleted")
        set_field(workspace, self.target, "deleted", True)


@dataclass(frozen=True)
class DeleteEvent(Command):
    """Delete an event: its articles are, and with them it is gone from the list."""

    target: AnnotationTarget
    articles: Sequence[AnnotationTarget]

    def label(self) -> str:
        return f"Deleted the event with {pluralize(len(self.articles), 'article')}"

    def apply(self, workspace: Workspace) -> None:
        for target in self.articles:
            DeleteArticle(target).apply(workspace)


@dataclass(frozen=True)
class RestoreArticles(Command):
    """Take deleted articles in again, as they were."""

    targets: Sequence[AnnotationTarget]

    def label(self) -> str:
        return f"Took {pluralize(len(self.targets), 'deleted article')} in again"

    def apply(self, workspace: Workspace) -> None:
        for target in self.targets:
            set_field(workspace, target, "deleted", None)


@dataclass(frozen=True)
class TakeBackImport(Command):
    """Delete the articles that an import brought, as `DeleteArticle` does each, so that redo brings them back.

    `when` it did is told, "" where that is plain.
    """

    targets: Sequence[AnnotationTarget]
    when: str = ""
    reverse = True

    def label(self) -> str:
        return f"Imported {pluralize(len(self.targets), 'article')}{self.when and f' at {self.when}'}"

    def apply(self, workspace: Workspace) -> None:
        for target in self.targets:
            DeleteArticle(target).apply(workspace)
