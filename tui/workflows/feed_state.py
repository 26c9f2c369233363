"""What is remembered of a feed once it was looked at: what was seen in it, what failed and is tried again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.core.addresses import is_address
from tui.core.model import FailedEntry, Feed
from tui.reading.sources import Failure
from tui.store.disk.errors import StoreError
from tui.web.fetch_queue import FeedFetch, holds_text

if TYPE_CHECKING:
    from tui.store.briefing import Briefing
    from tui.workflows.import_result import ImportResult

# How many entries that are in the feed no more are remembered: some feeds leave one out for a while.
_KEPT = 200

_TRIES = 5  # refreshes after which a page that is not there is given up

_PASSING_TRIES = 50  # what may pass, as a server that is down, is waited for longer


def keep_looks(briefing: Briefing, visits: Iterable[FeedFetch], done: ImportResult) -> None:
    """Remember what was seen in feeds that are subscribed to. A disk that refuses is told of in `done`."""
    feeds = briefing.feeds() if visits else {}
    came = (*done.new, *done.changed, *done.known, *done.deleted, *done.restored)
    settled = {origin for origin, _ in came}
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
        briefing.save_feed_state(looks)
    except StoreError as error:
        done.stopped = done.stopped or str(error)


def _remembered(
    feed: Feed, visit: FeedFetch, settled: Collection[str], failures: Mapping[str, Failure], now: str
) -> Feed:
    failed, over = failed_entries(feed.failed, visit, failures)
    # Of what failed a summary may have been kept; its page is wanted still.
    settled = {*settled} - failures.keys() | over
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


def failed_entries(
    before: Mapping[str, FailedEntry], visit: FeedFetch, failures: Mapping[str, Failure]
) -> tuple[dict[str, FailedEntry], set[str]]:
    """Return the entries to be tried again, by address, and those to be tried no more."""
    failed, over = dict(before), set()
    for origin, (_, mark) in visit.entries.items():
        failure = failures.get(origin)
        if failure is None:
            continue
        times = before[origin].times + 1 if origin in before else 1
        if holds_text(mark) or not is_address(origin):  # no page of its own: only the feed can bring it again
            if not failure.passing:
                over.add(origin)
        elif times < (_PASSING_TRIES if failure.passing else _TRIES):
            failed[origin] = FailedEntry(failure.reason, times, visit.dated.get(origin, ""))
        else:
            over.add(origin)
    return failed, over
