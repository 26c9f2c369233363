"""Feeds: what there is to subscribe to, a look at what is subscribed to, and how it stands, in words."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui.core.addresses import is_address
from tui.core.model import Feed
from tui.reading.encoding import BadSourceError
from tui.reading.formats.feeds import advertised
from tui.reading.sources import Failure, read_file
from tui.settings.config_reader import page_budget
from tui.web.client import Limits, Web
from tui.web.fetch_queue import FeedFetch
from tui.web.opener import Opener
from tui.workflows.feed_state import failed_entries
from tui.workflows.guarded_opener import GuardedOpener
from tui.workflows.page_pool import PagePool

if TYPE_CHECKING:
    from tui.store.briefing import Briefing
    from tui.workflows.import_result import ImportProgress, ImportResult

_ASKING = Limits(deadline=30.0)


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
    _, over = failed_entries(feed.failed, visit, {failure.origin: failure for failure in done.failed})
    return FeedResult(feed=feed, status=status, **counts, error=visit.error, given_up=len(over))


def subscriptions(name: str) -> dict[str, str]:
    """Return the titles of the feeds that an address or an OPML file names, by address.

    A page of the web may name its feed. Raises `BadSourceError` and `WebError`, half a sentence each.
    """
    with PagePool(page_budget()) as pool:
        opener = GuardedOpener(pool)
        return _of_web(name, opener) if is_address(name) else _of_file(Path(name), opener)


def _of_file(path: Path, opener: Opener) -> dict[str, str]:
    source = read_file(path)
    if isinstance(source, Failure):
        raise BadSourceError(source.reason)
    if source.kind == "feed":
        raise BadSourceError("is a feed in a file; a subscription wants its address (import reads the file)")
    return dict(opener.outline(source.raw))


def _of_web(name: str, opener: Opener) -> dict[str, str]:
    web = Web(_ASKING)
    got = web.fetch(name)
    page = opener.page(name, got, {})
    if page.kind == "outline":
        return dict(opener.outline(page.raw))
    if page.kind != "feed" and (own := advertised(page.raw, got.address)):
        name, got = own, web.fetch(own)
        page = opener.page(name, got, {})
    # The address that was given stays the feed's: where it leads to today may be for today.
    return {name: opener.feed(page.raw, got.address).title}


def when(feed: Feed) -> str:
    """Return when a feed was looked at last."""
    return f"refreshed {feed.refreshed[:16].replace('T', ' ')}" if feed.refreshed else "never refreshed"


def wrong(feed: Feed) -> str:
    """Return what is wrong with a feed, behind a "!"; "" for nothing."""
    if feed.error:
        return f"! {feed.error}"
    count = len(feed.failed)
    return f"! {count} entr{'y' if count == 1 else 'ies'} failed, to be tried again" if count else ""


def brought(look: FeedResult) -> str:
    """Return what a look at a feed brought."""
    if look.status in ("failed", "not tried"):
        return f"failed: {look.error}" if look.error else look.status
    parts = [f"{look.new} new"] if look.new else ["nothing new"]
    parts += [f"{look.changed} changed"] if look.changed else []
    parts += [f"{look.failed} failed"] if look.failed else []
    parts += [f"{look.given_up} of them given up"] if look.given_up else []
    return ", ".join(parts) + (f" ({look.error})" if look.error else "")
