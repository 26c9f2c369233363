"""What of the index is counted for a picture: all of it, some events, or what a query found."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from tui.store.index.query_plan import Hit
from tui.store.index.statement_rows import ONCE

Counted = Collection[str] | Collection[Hit] | None
"""Ids of events, hits of which only their quotes count, or None for all."""


class CountedPart(NamedTuple):
    """SQL: where the quotes come from, and conditions on a table of documents `{docs}`, and on marks."""

    quotes: str
    docs: str
    marks: str


def choose(db: sqlite3.Connection, counted: Collection[str] | Collection[Hit]) -> CountedPart:
    """Make the table of what counts, and return how it is asked for."""
    hits = [each for each in counted if isinstance(each, Hit)]
    if hits:
        db.execute("DROP TABLE IF EXISTS temp.picked")
        db.execute("CREATE TEMP TABLE picked(doc INTEGER, at INTEGER, PRIMARY KEY(doc, at)) WITHOUT ROWID")
        db.executemany(
            "INSERT OR IGNORE INTO picked SELECT n, ? FROM docs WHERE event = ? AND article = ?",
            # -1: the article, also where no quote of it is found
            ((at, each.event, each.article) for each in hits for at in (-1, *each.places)),
        )
        return CountedPart(
            "picked CROSS JOIN said ON said.doc = picked.doc AND said.at = picked.at",
            "{docs}.n IN (SELECT doc FROM picked)",
            "(marks.doc, marks.at) IN (SELECT doc, at FROM picked)",
        )
    db.execute("DROP TABLE IF EXISTS temp.shown")
    db.execute("CREATE TEMP TABLE shown(event TEXT PRIMARY KEY) WITHOUT ROWID")
    db.executemany("INSERT OR IGNORE INTO shown VALUES(?)", ((each,) for each in counted))
    return CountedPart(
        # In this order: the events are fewer than all that was said.
        "shown CROSS JOIN docs ON docs.event = shown.event CROSS JOIN said ON said.doc = docs.n",
        "{docs}.event IN shown",
        "marks.doc IN (SELECT n FROM docs WHERE event IN shown)",
    )


def each_once(quotes: str) -> str:
    """Return SQL for what one statement is counted as: the fullest of its wordings among some quotes, none in a copy."""
    return f"(SELECT said.*, min(rank) FROM {quotes} {ONCE} WHERE said.span > 0 GROUP BY statement) said"
