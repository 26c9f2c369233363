"""Feeds that are subscribed to: looked at again, and what a look showed remembered for the next."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from tui.gathering import Visit
from tui.model import Feed, Missed
from tui.reading.addresses import is_address
from tui.reading.sources import Failure
from tui.store.errors import StoreError

if TYPE_CHECKING:
    from tui.importing import Imported, Progress
    from tui.store.briefing import Briefing
    from tui.web import Web

# How many entries that are in the feed no more are remembered: some feeds leave one out for a while.
_KEPT = 200
_TRIES = 5  # refreshes after which a page that is not there is given up
_PASSING_TRIES = 50  # what may pass, as a server that is down, is waited for longer


@dataclass(frozen=True, slots=True)
class Look:
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
        Visit(feed.url, feed.url, feed.title, feed.etag, feed.modified, dict(feed.seen), dict(feed.failed))
        for feed in feeds
    ]
    done = import_sources(briefing, [], visits=visits, progress=progress, stop=stop, web=web)
    return [_look(feed, visit, done) for feed, visit in zip(feeds, visits, strict=True)], done


def keep_looks(briefing: Briefing, visits: Iterable[Visit], done: Imported) -> None:
    """Remember what was seen in feeds that are subscribed to. A disk that refuses is told of in `done`."""
    feeds = briefing.feeds() if visits else {}
    settled = {origin for origin, _ in (*done.new, *done.changed, *done.known)}
    failures = {failure.origin: failure for failure in done.failed}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    looks = [
        _remembered(feeds[visit.feed], visit, settled, failures, now)
        for visit in visits
        if visit.looked and visit.feed in feeds
    ]
    if not looks:
        return
    try:
        briefing.save_looks(looks)
    except StoreError as error:
        done.stopped = done.stopped or str(error)


def _remembered(
    feed: Feed, visit: Visit, settled: Collection[str], failures: Mapping[str, Failure], now: str
) -> Feed:
    failed, over = _failed(feed.failed, visit, failures)
    settled = {*settled, *over}
    failed = {url: each for url, each in failed.items() if url not in settled}
    seen = {key: mark for origin, (key, mark) in visit.entries.items() if origin in settled}
    older = [(key, mark) for key, mark in feed.seen.items() if key not in seen]
    seen = dict([*older[-_KEPT:], *seen.items()])
    if visit.unchanged:
        return replace(feed, refreshed=now, error="", seen={**feed.seen, **seen}, failed=failed)
    # Those that failed are fetched again whatever the server says.
    whole = not visit.error and all(origin in settled or origin in failed for origin in visit.entries)
    return replace(
        feed,
        title=feed.title or visit.title,
        # Only when nothing is left to be fetched may the server say that there is nothing new.
        etag=visit.etag if whole else "",
        modified=visit.modified if whole else "",
        refreshed=feed.refreshed if visit.error else now,
        error=visit.error,
        seen=seen,
        failed=failed,
    )


def _failed(
    before: Mapping[str, Missed], visit: Visit, failures: Mapping[str, Failure]
) -> tuple[dict[str, Missed], set[str]]:
    """Return the entries to be tried again, by address, and those to be tried no more."""
    failed, over = dict(before), set()
    for origin, (_, mark) in visit.entries.items():
        failure = failures.get(origin)
        if failure is None:
            continue
        times = before[origin].times + 1 if origin in before else 1
        if mark or not is_address(origin):  # no page of its own: only the feed can bring it again
            if not failure.passing:
                over.add(origin)
        elif times < (_PASSING_TRIES if failure.passing else _TRIES):
            failed[origin] = Missed(failure.reason, times, visit.dated.get(origin, ""))
        else:
            over.add(origin)
    return failed, over


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
    _, over = _failed(feed.failed, visit, {failure.origin: failure for failure in done.failed})
    return Look(feed, status, **counts, error=visit.error, given_up=len(over))
