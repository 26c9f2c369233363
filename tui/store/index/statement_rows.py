"""Which quotes report one statement, event by event: derived where that is asked for, kept until the event changes."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from tui import __version__
from tui.core.model import AnnotatedEvent, Speaker
from tui.core.statements import Statement
from tui.store import loader
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder

Ask = Callable[[Callable[[sqlite3.Connection], Any]], Any]
"""Puts something to the index, and returns what that tells."""

# `rank` is 0 for the fullest wording, those of copies come last. `grouped` says of which events they are known, by which
# speakers who are one; UNDER_WAY while that is found out, and no row for what has changed since.
TABLES = """
CREATE TABLE wordings(doc INTEGER, at INTEGER, statement INTEGER, rank INTEGER, PRIMARY KEY(doc, at)) WITHOUT ROWID;
CREATE TABLE grouped(event TEXT PRIMARY KEY, speakers INTEGER) WITHOUT ROWID;
"""
_UNDER_WAY = -1
ONCE = "JOIN wordings ON wordings.doc = said.doc AND wordings.at = said.at"
"""SQL that brings the statement of each quote of a table `said`."""


def stamp(speakers: Mapping[str, Speaker]) -> int:
    """Return what differs where other speakers are one, or the rules are of another version."""
    merged = sorted((each.id, each.merged_into) for each in speakers.values() if each.merged_into)
    return zlib.crc32(repr((__version__, merged)).encode())


def group(
    ask: Ask,
    folder: BriefingFolder,
    speakers: Mapping[str, Speaker],
    events: Collection[str] | None,
    stop: Callable[[], bool],
) -> Iterator[tuple[int, int]]:
    """Find the statements of some events, or of all, as far as they are not known yet, until `stop`.

    Yields how many events of how many are done. Raises `StoreError` where the index takes nothing.
    """
    from tui.reading.statements.event_statements import statements_of

    stamped, redirect = stamp(speakers), loader.read_redirects(folder)
    wanted = [each for each in ask(partial(_stale, stamped=stamped)) if events is None or each in events]
    for at, event_id in enumerate(wanted, 1):
        if stop():
            return
        try:
            ask(partial(_begin, event=event_id))
            annotated = loader.annotated(folder, event_id, redirect, keep=False)
            ask(partial(_put, annotated=annotated, found=statements_of(annotated, speakers), stamped=stamped))
        except StoreError:  # that is told where the event is opened
            continue
        except sqlite3.Error as error:
            raise StoreError(
                f"statements cannot be counted while the index takes nothing ({error})"
            ) from error
        yield at, len(wanted)


def _stale(db: sqlite3.Connection, stamped: int) -> list[str]:
    rows = db.execute(
        "SELECT event FROM docs WHERE article = '' AND event NOT IN (SELECT event FROM grouped WHERE speakers = ?)",
        (stamped,),
    )
    return [event for (event,) in rows]


def _begin(db: sqlite3.Connection, event: str) -> None:
    db.execute("INSERT OR REPLACE INTO grouped VALUES(?, ?)", (event, _UNDER_WAY))


def _put(db: sqlite3.Connection, annotated: AnnotatedEvent, found: Iterable[Statement], stamped: int) -> None:
    """Keep the statements of an event; nothing, where it has changed since that was begun."""
    event = annotated.event
    places = {quote.id: at for each in event.articles for at, quote in enumerate(each.all_quotes)}
    db.execute("BEGIN IMMEDIATE")
    try:
        docs = dict(db.execute("SELECT article, n FROM docs WHERE event = ?", (event.id,)))
        is_current = db.execute(
            "UPDATE grouped SET speakers = ? WHERE event = ? AND speakers = ?",
            (stamped, event.id, _UNDER_WAY),
        ).rowcount
        if is_current:
            db.executemany("DELETE FROM wordings WHERE doc = ?", [(number,) for number in docs.values()])
            for number, statement in enumerate(found, docs[""] << 16):
                own = sorted(statement.wordings, key=lambda each: bool(each.article.copy_of))
                rows = [
                    (docs[each.article.id], places[each.quote.id], number, rank)
                    for rank, each in enumerate(own)
                ]
                db.executemany("INSERT INTO wordings VALUES(?,?,?,?)", rows)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def forget(db: sqlite3.Connection, event: str) -> None:
    """Have the statements of an event found anew."""
    db.execute("DELETE FROM grouped WHERE event = ?", (event,))
