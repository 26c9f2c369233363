"""The feeds a briefing is subscribed to, in a file of their own beside the catalogue.

That there is a subscription is the reader's doing, journalled like all they do. What a look at a feed
showed lies in a second table, is written as it comes, and can be lost without harm: the next look
then asks for all of the feed, and what is in the briefing is known by its address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

from tui.core.model import FailedEntry, Feed
from tui.store import codec
from tui.store.disk.cache import FEEDS
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.loader import read_records

_FIELDS = ("etag", "modified", "refreshed", "error")


def read_feeds(folder: BriefingFolder) -> dict[str, Feed]:
    """Return the subscriptions by address, in the order of their titles."""
    feeds = read_records(folder, "subscriptions").values()
    looks = folder.table(FEEDS, "looks")
    found = []
    for feed in feeds:
        look = looks.get(str(codec.doc_id(feed.url)), {})
        seen = look.get("seen", {})
        found.append(
            replace(
                feed,
                title=feed.title or str(look.get("title", "")),
                **{name: str(look.get(name, "")) for name in _FIELDS},
                seen=seen if isinstance(seen, dict) else {},
                failed=_missed(look.get("failed")),
            )
        )
    found.sort(key=lambda feed: (feed.title.casefold(), feed.url))
    return {feed.url: feed for feed in found}


def save_looks(folder: BriefingFolder, feeds: Sequence[Feed]) -> None:
    """Keep what looks at feeds showed. Raises OSError when the disk refuses."""
    docs: dict[int, Document | None] = {}
    for feed in feeds:
        docs[codec.doc_id(feed.url)] = doc = {"id": feed.url, **asdict(feed)}
        del doc["url"], doc["added"]  # which stand with the subscription
    with folder.locked():  # the same file holds the subscriptions
        folder.db(FEEDS).put_all("looks", docs)


def _missed(stored: object) -> dict[str, FailedEntry]:
    found = {}
    for url, each in stored.items() if isinstance(stored, dict) else ():
        if isinstance(each, dict) and isinstance(times := each.get("times"), int):
            found[str(url)] = FailedEntry(str(each.get("reason", "")), times, str(each.get("published", "")))
    return found
