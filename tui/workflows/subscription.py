"""What there is to subscribe to at an address or in a file, and how a subscription stands, in words."""

from __future__ import annotations

from pathlib import Path

from tui.core.addresses import is_address
from tui.core.model import Feed
from tui.reading.encoding import BadSourceError
from tui.reading.formats.feeds import advertised, read_feed, read_outline
from tui.reading.source_kind import guess_kind
from tui.reading.sources import Failure, read_file
from tui.web.client import Limits, Web, self_contained
from tui.workflows.refresh_feeds import FeedResult

_ASKING = Limits(deadline=30.0)


def subscriptions(name: str) -> dict[str, str]:
    """Return the titles of the feeds that an address or an OPML file names, by address.

    A page of the web may name its feed. Raises `BadSourceError` and `WebError`, half a sentence each.
    """
    if not is_address(name):
        source = read_file(Path(name))
        if isinstance(source, Failure):
            raise BadSourceError(source.reason)
        if source.kind == "feed":
            raise BadSourceError(
                "is a feed in a file; a subscription wants its address (import reads the file)"
            )
        return dict(read_outline(source.raw))
    web = Web(_ASKING)
    got = web.fetch(name)
    raw = self_contained(got)
    kind = guess_kind(raw)
    if kind == "outline":
        return dict(read_outline(raw))
    if kind != "feed" and (own := advertised(raw, got.address)):
        name, got = own, web.fetch(own)
        raw = self_contained(got)
    # The address that was given stays the feed's: where it leads to today may be for today.
    return {name: read_feed(raw, got.address).title}


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
