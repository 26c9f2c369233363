"""Documents that may be one with others, in an archive: articles of one page, speakers of one name.

What they are together is told by `core.replica.union`; here is what it has to be shown for that.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store.archive.connection import Connection


def twins(connection: Connection, articles: Collection[str]) -> set[tuple[str, str]]:
    """Return articles (ids), each with another that was ever read from the same page."""
    return set(
        connection.execute(
            "select distinct one.id, other.id from briefing.put one join briefing.put other "
            "on other.kind = 'articles' and other.fields ->> 'source' = one.fields ->> 'source' and other.id <> one.id "
            "where one.kind = 'articles' and one.id = any(%s)",
            (list(articles),),
        ).fetchall()
    )


def namesakes(connection: Connection, speakers: Collection[str]) -> set[tuple[str, str]]:
    """Return speakers (ids), each with another of the same name."""
    return set(
        connection.execute(
            "select one.id, other.id from briefing.speaker one join briefing.speaker other "
            "on other.folded = one.folded and other.id <> one.id where one.id = any(%s)",
            (list(speakers),),
        ).fetchall()
    )
