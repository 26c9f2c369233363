"""Feeds that are subscribed to: looked at again, and what a look showed remembered for the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from tui.gathering import Visit
from tui.model import Feed
from tui.store.errors import StoreError

if TYPE_CHECKING:
    from tui.importing import Imported, Progress
    from tui.store.briefing import Briefing
    from tui.web import Web

# How many entries that are in the feed no more are remembered: some feeds leave one out for a while.
_KEPT = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What a look at a feed brought: how many articles, and `error`, half a sentence, "" where it went well."""

    feed: Feed
    status: Literal["read", "unchanged", "failed", "not tried"]
    new: int = 0
    changed: int = 0
    known: int = 0
    failed: int = 0
    error: str = ""


def refresh(
    briefing: Briefing,
    urls: Collection[str] = (),
    *,
    progress: Callable[[Progress], None] | None = None,
    stop: Callable[[], bool] | None = None,
    web: Web | None = None,
) -> tuple[list[Look], Imported]:
    """Look at the feeds with these addresses, or at all, and import what is new in them.

    They are fetched side by side, so that one that is slow or broken holds up no other.
    """
    from tui.importing import import_sources

    feeds = [feed for url, feed in briefing.feeds().items() if not urls or url in urls]
    visits = [
        Visit(feed.url, feed.url, feed.title, feed.etag, feed.modified, dict(feed.seen)) for feed in feeds
    ]
    done = import_sources(briefing, [], visits=visits, progress=progress, stop=stop, web=web)
    return [_look(feed, visit, done) for feed, visit in zip(feeds, visits, strict=True)], done


def keep_looks(briefing: Briefing, visits: Iterable[Visit], done: Imported) -> None:
    """Remember what was seen in feeds that are subscribed to. A disk that refuses is told of in `done`."""
    feeds = briefing.feeds() if visits else {}
    settled = {origin for origin, _ in (*done.new, *done.changed, *done.known)}
    # What cannot be read is told once, and not fetched day after day.
    settled |= {failure.origin for failure in done.failed if not failure.passing}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    looks = [
        _remembered(feeds[visit.feed], visit, settled, now)
        for visit in visits
        if visit.looked and visit.feed in feeds
    ]
    if not looks:
        return
    try:
        briefing.save_looks(looks)
    except StoreError as error:
        done.stopped = done.stopped or str(error)


def _remembered(feed: Feed, visit: Visit, settled: Collection[str], now: str) -> Feed:
    if visit.unchanged:
        return replace(feed, refreshed=now, error="")
    seen = {key: mark for origin, (key, mark) in visit.entries.items() if origin in settled}
    older = [(key, mark) for key, mark in feed.seen.items() if key not in seen]
    whole = not visit.error and all(origin in settled for origin in visit.entries)
    return replace(
        feed,
        title=feed.title or visit.title,
        # Only when nothing is left to be fetched may the server say that there is nothing new.
        etag=visit.etag if whole else "",
        modified=visit.modified if whole else "",
        refreshed=feed.refreshed if visit.error else now,
        error=visit.error,
        seen=dict([*older[-_KEPT:], *seen.items()]),
    )


def _look(feed: Feed, visit: Visit, done: Imported) -> Look:
    if not visit.looked:
        return Look(feed, "not tried")
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
    return Look(feed, status, **counts, error=visit.error)
