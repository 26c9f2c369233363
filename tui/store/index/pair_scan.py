"""What the index tells of pairs: who tells whom, and which tags stand on whose quotes."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable

from tui.core.network import Network, network
from tui.reading.quotes.names.speakers import hands_nothing_on
from tui.store.index.counted_part import Counted, choose
from tui.store.index.day_scan import voices
from tui.store.index.rows import AGAIN
from tui.store.index.statement_rows import ONCE

_MOST = 2000  # ties straight from speaker to outlet: nobody walks a longer list


def ties(
    db: sqlite3.Connection, speaker: Callable[[str], str], outlet: Callable[[str], str], counted: Counted
) -> Network:
    """Return the ties of the quotes and copies that are `counted`.

    `speaker` tells what an id is called, `outlet` what a name as the index holds it is: "" for what is not shown.
    """
    among, every = "", "sum(quotes) FROM ways WHERE quotes"
    if counted is not None:
        part = choose(db, counted)
        among = f" AND {part.docs.format(docs='again')}"
        every = f"count(*) FROM {part.quotes} WHERE said.span IS NOT {AGAIN}"
    outlets = {n: outlet(name) for n, name in db.execute("SELECT n, name FROM outlets")}
    routes = {
        n: (tuple(filter(None, chain.split("\n"))), outlets[its])
        for n, its, chain in db.execute("SELECT n, outlet, chain FROM routes")
    }
    said_by = voices(db, speaker)
    paths = (
        (said_by[voice], *routes[route], number)
        for route, voice, number in db.execute(f"SELECT route, voice, {every} GROUP BY route, voice")
    )
    copies = (
        (outlets[first], outlets[again], number)
        for first, again, number in db.execute(
            "SELECT text.outlet, again.outlet, count(*) FROM docs again JOIN docs text"
            f" ON text.event = again.event AND text.article = again.copied WHERE again.copied <> ''{among}"
            " GROUP BY text.outlet, again.outlet"
        )
    )
    return network(paths, copies, hands_nothing_on, _MOST)


def tag_counts(
    db: sqlite3.Connection,
    tag: Callable[[str], str],
    speaker: Callable[[str], str],
    counted: Counted,
    *,
    statements: bool,
) -> dict[tuple[str, str], int]:
    """Return how many quotes of each speaker each tag is on, by the names of tag and speaker: "" is not counted.

    Or how many `statements`, which must be known.
    """
    number, once = ("count(DISTINCT statement)", ONCE) if statements else ("count(*)", "")
    among = "" if counted is None else f" AND {choose(db, counted).marks}"
    found: Counter[tuple[str, str]] = Counter()
    for value, ids, count in db.execute(
        f"SELECT value, voices.speaker, {number} FROM marks JOIN said ON said.doc = marks.doc AND said.at = marks.at"
        f" {once} JOIN voices ON voices.n = said.voice WHERE what = 'tag' AND marks.at >= 0{among} GROUP BY value, voice"
    ):
        for name in dict.fromkeys(map(speaker, ids.split())):
            if name and (called := tag(value)):
                found[called, name] += count
    return dict(found)
