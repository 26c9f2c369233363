"""What the index holds of what articles say their speakers speak for, so that it is known over all events."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection

from tui.core.accounts import Affiliation
from tui.core.model import Article
from tui.reading.statements.affiliations import affiliations

TABLES = """
CREATE TABLE roles(n INTEGER PRIMARY KEY, speaker TEXT, side TEXT, told TEXT, sure INTEGER,
  UNIQUE(speaker, side, told, sure));
CREATE TABLE affiliations(role INTEGER, doc INTEGER, PRIMARY KEY(role, doc)) WITHOUT ROWID;
CREATE INDEX affiliation_of ON affiliations(doc);"""


def put(db: sqlite3.Connection, number: int, article: Article) -> None:
    """Index what an article, the document of that number, says its speakers speak for."""
    db.execute("DELETE FROM affiliations WHERE doc = ?", (number,))
    roles = [(speaker, *each) for speaker, those in affiliations(article).items() for each in those]
    db.executemany("INSERT OR IGNORE INTO roles(speaker, side, told, sure) VALUES(?,?,?,?)", roles)
    db.executemany(
        "INSERT OR IGNORE INTO affiliations SELECT n, ? FROM roles"
        " WHERE speaker = ? AND side = ? AND told = ? AND sure = ?",
        [(number, *role) for role in roles],
    )


def told(
    db: sqlite3.Connection, speakers: Collection[str], final: Callable[[str], str]
) -> dict[str, Counter[Affiliation]]:
    """Return in how many articles each affiliation of some `speakers` (ids) is told, by whom each id is `final`ly of."""
    found: dict[str, Counter[Affiliation]] = {}
    for id in speakers:
        for side, words, sure, number in db.execute(
            "SELECT side, told, sure, count(*) FROM roles JOIN affiliations ON role = n WHERE speaker = ? GROUP BY n",
            (id,),
        ):
            found.setdefault(final(id), Counter())[Affiliation(side, words, bool(sure))] += number
    return found
