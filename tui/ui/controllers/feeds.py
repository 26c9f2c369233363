"""Feeds by key: the list of subscriptions, one more, one less, and what is new in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.feeds import Unsubscribe
from tui.core.addresses import is_address
from tui.core.model import Feed
from tui.core.text import one_line
from tui.ui import format
from tui.ui.choice import Choice
from tui.ui.controllers.background_job import BackgroundJobs, Job, Says
from tui.ui.controllers.import_pages import came_in, closing
from tui.ui.controllers.registry import Controller
from tui.ui.dialogs.choice_list import ChoiceList
from tui.ui.disk_queue import OPENS

if TYPE_CHECKING:
    from tui.ui.context import Context


_FILE = r"[^/]*\.(?:opml|xml|rss|atom|json|html?|txt)$"  # one that is not there: the web is not asked for its name
_HOST = re.compile(rf"(?!{_FILE})[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{{2,}}(:\d+)?(/|$)", re.IGNORECASE)


class FeedController(Controller):
    """What is done with subscriptions. The web is asked only when the reader says so."""

    def do_feeds(self) -> None:
        context = self.context
        if not context.controller(BackgroundJobs).offer_to_stop():
            context.read(context.briefing.feeds, self._list, OPENS)

    def _list(self, feeds: Mapping[str, Feed]) -> None:
        from tui.workflows.refresh_feeds import when, wrong

        choices = [
            Choice(feed.url, feed.title or feed.url, wrong(feed), end=when(feed)) for feed in feeds.values()
        ]
        if feeds:
            choices.insert(0, Choice("all", f"Refresh{' all' * (len(feeds) > 1)}", "bring in what is new"))

        async def chosen(answer: str) -> None:
            if answer == "all":
                await self._refresh([])
            elif answer.startswith("+"):
                await self._subscribe(answer[1:])
            else:
                self._one(feeds[answer])

        title = "Feeds" if feeds else "No feeds yet: give the address of one, or of a site that has one"
        hint = "type to narrow, or the address of a new one" if feeds else "https://…"
        enter = "refreshes, or says what can be done" if feeds else "subscribes"
        self.context.choose(ChoiceList(title, choices, new="Subscribe to", hint=hint, enter=enter), chosen)

    def _one(self, feed: Feed) -> None:
        from tui.workflows.refresh_feeds import when, wrong

        told = "   ".join(filter(None, (when(feed), wrong(feed))))
        end = partial(self.context.do, Unsubscribe([feed.url]))
        self.offer_menu(
            f"{feed.title}   {feed.url}" if feed.title else feed.url,
            [
                (Choice("refresh", "Refresh", told), partial(self._refresh, [feed.url])),
                (Choice("end", "End the subscription", "its articles stay"), end),
            ],
        )

    async def _refresh(self, urls: list[str]) -> None:
        await self.context.controller(BackgroundJobs).start(
            Job("refreshing feeds", {"refresh": urls}, _refreshed)
        )

    async def _subscribe(self, name: str) -> None:
        path = Path(name).expanduser()
        if path.is_file():
            name = str(path)
        elif _HOST.match(name):  # as it is read out, and as browsers show it
            name = f"https://{name}"
        elif not is_address(name):
            self.context.say(f"! {one_line(name)}: write the whole address, with https://")
            return
        job = Job("subscribing", {"subscribe": name}, _subscribed, "nothing is subscribed to")
        await self.context.controller(BackgroundJobs).start(job)


def _subscribed(context: Context, says: Says) -> str:
    """Return what was subscribed to, in one sentence."""
    added = [one_line(str(each)) for each in says["added"]]
    if says["stopped"] and not added:
        return "Stopped: nothing was subscribed to."
    if not added:
        return "That feed is subscribed to already."
    what = added[0] if len(added) == 1 else format.counted(len(added), "feed")
    return f"Subscribed to {what} ({context.key('undo')} undoes) · {_refreshed(context, says)}"


def _refreshed(context: Context, says: Says) -> str:
    """Return what a look at feeds brought, in one sentence."""
    feeds = says["feeds"]
    bad = [one_line(f"{feed['title']}: {feed['error']}") for feed in feeds if feed["error"]]
    parts, more = came_in(context, says, [one_line(str(each)) for each in says["failed"]])
    from_ = [feed for feed in feeds if feed["new"]]
    if says["new"] > 1:
        parts[0] += f" from {format.counted(len(from_), 'feed')}"
    if pages := sum(feed["failed"] for feed in feeds):
        parts.append(f"{format.counted(pages, 'page')} failed")
    if bad:
        those = f" ({context.key('feeds')} lists them)" if len(bad) > 1 else ""
        parts.append(f"{format.counted(len(bad), 'feed')} failed{those}: {bad[0]}")
    return closing(context, parts, more, len(says.get("left", ())))
