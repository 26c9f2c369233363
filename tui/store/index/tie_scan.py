"""What the index tells of who tells whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from tui.core.network import Network, network
from tui.reading.quotes.names.speakers import hands_nothing_on
from tui.store.index.counted_part import Counted, choose
from tui.store.index.day_scan import voices
from tui.store.index.rows import AGAIN

_MOST = 2000  # ties straight from speaker to outlet: nobody walks a longer list


def ties(
    db: sqlite3.Connection,
    speaker: Callable[[str], str],
    outlet: Callable[[str], str],
    counted: Counted,
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
