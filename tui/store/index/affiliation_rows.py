"""What the index holds of what articles say their speakers speak for, so that it is known over all events."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping

from tui.core.accounts import Affiliation
from tui.core.model import Article
from tui.reading.statements.affiliations import affiliations

TABLES = """
CREATE TABLE roles(n INTEGER PRIMARY KEY, speaker TEXT, side TEXT, told TEXT, sure INTEGER,
  UNIQUE(speaker, side, told, sure));
CREATE TABLE affiliations(role INTEGER, doc INTEGER, PRIMARY KEY(role, doc)) WITHOUT ROWID;
CREATE INDEX affiliation_of ON affiliations(doc);"""


def put(db: sqlite3.Connection, number: int, article: Article, *, is_new: bool) -> None:
    """Index what an article, the document of that number, says its speakers speak for; `is_new`: the number is."""
    if not is_new:
        db.execute("DELETE FROM affiliations WHERE doc = ?", (number,))
    roles = [(speaker, *each) for speaker, those in affiliations(article).items() for each in those]
    db.executemany("INSERT OR IGNORE INTO roles(speaker, side, told, sure) VALUES(?,?,?,?)", roles)
    db.executemany(
        "INSERT OR IGNORE INTO affiliations SELECT n, ? FROM roles"
        " WHERE speaker = ? AND side = ? AND told = ? AND sure = ?",
        [(number, *role) for role in roles],
    )


def told(db: sqlite3.Connection, keys: Mapping[str, str]) -> dict[str, Counter[Affiliation]]:
    """Return in how many articles each affiliation of some speakers is told, by what each of the `keys` stands for.

    The keys are the ids of speakers and whole names they go by. Under "" are the states of which articles name an office.
    """
    found: dict[str, Counter[Affiliation]] = {}
    for key, speaker in (*keys.items(), ("", "")):
        for side, words, sure, number in db.execute(
            "SELECT side, told, sure, count(*) FROM roles JOIN affiliations ON role = n WHERE speaker = ? GROUP BY n",
            (key,),
        ):
            found.setdefault(speaker, Counter())[Affiliation(side, words, bool(sure))] += number
    return found
