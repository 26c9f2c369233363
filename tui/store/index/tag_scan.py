"""What the index tells of which tags stand on whose quotes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable

from tui.store.index.counted_part import Counted, choose


def tag_counts(
    db: sqlite3.Connection,
    tag: Callable[[str], str],
    speaker: Callable[[str], str],
    counted: Counted,
) -> dict[tuple[str, str], int]:
    """Return how many quotes of each speaker each tag is on, by the names of tag and speaker: "" is not counted."""
    among = "" if counted is None else f" AND {choose(db, counted).marks}"
    found: Counter[tuple[str, str]] = Counter()
    for value, ids, number in db.execute(
        "SELECT value, voices.speaker, count(*) FROM marks JOIN said ON said.doc = marks.doc AND said.at = marks.at"
        f" JOIN voices ON voices.n = said.voice WHERE what = 'tag' AND marks.at >= 0{among} GROUP BY value, voice"
    ):
        for name in dict.fromkeys(map(speaker, ids.split())):
            if name and (called := tag(value)):
                found[called, name] += number
    return dict(found)
