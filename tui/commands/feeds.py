"""Subscribing to feeds, and ending that: commands like all a reader does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.commands.base import Command, Workspace
from tui.core.addresses import plain, public
from tui.core.model import Feed
from tui.core.text import one_line, pluralize


@dataclass(frozen=True)
class Subscribe(Command):
    """Subscribe to feeds, given as (address, title); those that are there already stay as they are."""

    feeds: Sequence[tuple[str, str]]

    def label(self) -> str:
        return f"Subscribed to {pluralize(len(self.feeds), 'feed')}"

    def apply(self, workspace: Workspace) -> None:
        """Raises ValueError for what is no address."""
        there = workspace.feeds()
        for address, title in self.feeds:
            url = public(plain(address))
            if not url:
                raise ValueError(f"{one_line(address)} is no address of a web page (http or https)")
            if url not in there:
                workspace.put(Feed(url=url, title=one_line(title), added=workspace.now()))


@dataclass(frozen=True)
class Unsubscribe(Command):
    """End subscriptions; the articles that came of them stay."""

    urls: Sequence[str]

    def label(self) -> str:
        return f"Ended the subscription to {pluralize(len(self.urls), 'feed')}"

    def apply(self, workspace: Workspace) -> None:
        """Raises ValueError where there is no such subscription."""
        there = workspace.feeds()
        for url in self.urls:
            if url not in there:
                raise ValueError(f"there is no subscription to {one_line(url)}")
            workspace.drop(there[url])
