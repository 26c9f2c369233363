"""Feeds that are subscribed to: looked at again, and what a look showed remembered for the next."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.core.model import Feed
from tui.web.fetch_queue import FeedFetch
from tui.workflows.feed_state import _failed

if TYPE_CHECKING:
    from tui.store.briefing import Briefing
    from tui.web.client import Web
    from tui.workflows.import_result import ImportProgress, ImportResult


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedResult:
    """What a look at a feed brought: how many articles, and `error`, half a sentence, "" where it went well.

    Of the entries that `failed`, those `given_up` are not tried again.
    """

    feed: Feed
    status: Literal["read", "unchanged", "failed", "not tried"]
    new: int = 0
    changed: int = 0
    known: int = 0
    failed: int = 0
    error: str = ""
    given_up: int = 0


def refresh(
    briefing: Briefing,
    urls: Collection[str] = (),
    *,
    progress: Callable[[ImportProgress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    web: Web | None = None,
) -> tuple[list[FeedResult], ImportResult]:
    """Look at the feeds with these addresses, or at all, and import what is new in them.

    They are fetched side by side, so that one that is slow or broken holds up no other.
    """
    from tui.workflows.import_pages import import_sources

    feeds = [feed for url, feed in briefing.feeds().items() if not urls or url in urls]
    visits = [
        FeedFetch(
            address=feed.url,
            feed=feed.url,
            title=feed.title,
            etag=feed.etag,
            modified=feed.modified,
            seen=dict(feed.seen),
            failed=dict(feed.failed),
        )
        for feed in feeds
    ]
    done = import_sources(briefing, [], visits=visits, progress=progress, stop=stop, web=web)
    return [_look(feed, visit, done) for feed, visit in zip(feeds, visits, strict=True)], done


def _look(feed: Feed, visit: FeedFetch, done: ImportResult) -> FeedResult:
    if not visit.looked:
        return FeedResult(feed=feed, status="not tried")
    counts = {
        name: sum(origin in visit.entries for origin in origins)
        for name, origins in (
            ("new", [origin for origin, _ in done.new]),
            ("changed", [origin for origin, _ in done.changed]),
            ("known", [origin for origin, _ in done.known]),
            ("failed", [failure.origin for failure in done.failed]),
        )
    }
    status: Literal["read", "unchanged", "failed"] = "unchanged" if visit.unchanged else "read"
    if visit.error and not visit.entries:
        status = "failed"
    _, over = _failed(feed.failed, visit, {failure.origin: failure for failure in done.failed})
    return FeedResult(feed=feed, status=status, **counts, error=visit.error, given_up=len(over))
