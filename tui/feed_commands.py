"""Subscribing to feeds, and ending that: commands like all a reader does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.desk import Active, Desk
from tui.model import Feed
from tui.reading.addresses import plain, public
from tui.text import counted, one_line


@dataclass(frozen=True)
class Subscribe(Active):
    """Subscribe to feeds, given as (address, title); those that are there already stay as they are."""

    feeds: Sequence[tuple[str, str]]

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Subscribed to {counted(len(self.feeds), 'feed')}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk. Raises ValueError for what is no address."""
        there = desk.feeds()
        for address, title in self.feeds:
            url = public(plain(address))
            if not url:
                raise ValueError(f"{one_line(address)} is no address of a web page (http or https)")
            if url not in there:
                desk.put_feed(Feed(url, one_line(title), desk.now()))


@dataclass(frozen=True)
class Unsubscribe(Active):
    """End subscriptions; the articles that came of them stay."""

    urls: Sequence[str]

    def label(self) -> str:
        """Return what is done in one sentence."""
        return f"Ended the subscription to {counted(len(self.urls), 'feed')}"

    def apply(self, desk: Desk) -> None:
        """Put the changes on the desk. Raises ValueError where there is no such subscription."""
        there = desk.feeds()
        for url in self.urls:
            if url not in there:
                raise ValueError(f"there is no subscription to {one_line(url)}")
            desk.drop_feed(url)
