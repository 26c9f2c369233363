"""What a query finds in a briefing: the index says where to look, the files what is there."""

from __future__ import annotations

from typing import NamedTuple

from tui.matching import Matcher
from tui.query import parse
from tui.store import contents
from tui.store.errors import StoreError
from tui.store.folder import Folder


class Hit(NamedTuple):
    """An article that a query finds, with the ids of those of its quotes for which the query holds."""

    event: str
    article: str
    quotes: tuple[str, ...]


def select(folder: Folder, query: str, events: list[str]) -> list[Hit]:
    """Return what a query finds, event by event in the order given. Raises `QueryError`."""
    speakers = contents.read_speakers(folder)
    matcher = Matcher(parse(query), speakers, contents.read_tags(folder))
    redirect = contents.redirects(speakers)
    hits: list[Hit] = []
    for event_id in events:
        try:
            annotated = contents.annotated(folder, event_id, redirect, keep=False)
        except StoreError as error:
            folder.notice(str(error))
            continue
        for article in annotated.event.articles:
            holds, quotes = matcher.both(annotated, article)
            if holds:
                hits.append(Hit(event_id, article.id, tuple(quote.id for quote in quotes)))
    return hits
