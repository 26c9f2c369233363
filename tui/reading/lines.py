"""Which lines of a page are body.

A line is scored by what is seen of it and of its neighbours (`features`) with small tables learnt
from labelled pages; `line_weights.json` holds them and names the command that makes it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from tui.reading import repeats
from tui.reading.features import NAMES, Vector, measure

_WEIGHTS = Path(__file__).with_name("line_weights.json")
_Table = tuple[int, float, int, float, int, float, int, float, tuple[float, ...]]


@cache
def _tables() -> tuple[_Table, ...]:
    number = {name: at for at, name in enumerate(NAMES)}
    made: list[_Table] = []
    for table in json.loads(_WEIGHTS.read_text("utf-8"))["tables"]:
        (a, s), (b, t), (c, u), (d, v) = table["ask"]
        made.append((number[a], s, number[b], t, number[c], u, number[d], v, tuple(table["add"])))
    return tuple(made)


def _score(seen: Vector, tables: Sequence[_Table]) -> float:
    total = 0.0
    for a, s, b, t, c, u, d, v, add in tables:
        total += add[(seen[a] > s) * 8 + (seen[b] > t) * 4 + (seen[c] > u) * 2 + (seen[d] > v)]
    return total


def body_lines(lines: Sequence[str], recurring: Collection[str] = ()) -> list[int]:
    """Return the numbers of the lines that are body, empty lines and `recurring` ones left out."""
    known = {repeats.key(line) for line in recurring}
    written = [(number, line) for number, raw in enumerate(lines) if (line := raw.strip())]
    places, vectors = measure([line for _, line in written])
    tables = _tables()
    kept = [
        written[place][0] for place, seen in zip(places, vectors, strict=True) if _score(seen, tables) > 0
    ]
    return [number for number in kept if repeats.key(lines[number]) not in known] if known else kept
