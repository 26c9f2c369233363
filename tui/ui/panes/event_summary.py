"""What the second line of an event's row says: who tells of it, how much was said, and what the reader did."""

from __future__ import annotations

from rich.cells import cell_len

from tui.core.model import NO_OUTLET, EventCounts, EventRow
from tui.ui import format
from tui.ui.panes.wrap import Piece, fit

_IN_WORDS = 52  # cells from which counts are said in words


def about_event(
    entry: EventRow, counts: EventCounts, room: int, hits: int | None, statements: int | None
) -> list[Piece]:
    """Return the second line of a row: outlets to the left, counts and signs to the right.

    `hits` says how many of its articles a search found, None without one; `statements` how many there are, None where
    quotes are counted. Where the names of the outlets have no room they are counted: half a name is none.
    """
    signs = "".join(
        f" {sign}{number}"
        for sign, number in (
            (format.TAG, counts.tagged),
            (format.NOTE, counts.notes),
            (format.STAR, counts.starred),
        )
        if number
    )
    found = "" if hits is None else f"{hits} of {entry['articles']}  "
    source = f"{format.counted(entry['sources'], 'source')}  " if "sources" in entry else ""
    figure, noun, sign = (
        (entry["quotes"], "quote", "”") if statements is None else (statements, "statement", " st.")
    )
    said = [*([format.counted(figure, noun)] if room >= _IN_WORDS else []), f"{figure}{sign}"]
    rights = [f"{found}{source}{each}{signs}" for each in said]
    names, number = ", ".join(entry["outlets"]) or NO_OUTLET, len(entry["outlets"])
    unnamed = entry.get("unnamed", 0)
    names += f", {unnamed} not named" if unnamed else ""
    if entry["articles"] > max(1, number + unnamed):  # some of one outlet, or all of none that is named
        names += f" · {entry['articles']} articles"
    right = next((each for each in rights if cell_len(names + each) + 2 <= room), "")
    what = "outlet" if number == entry["articles"] else "article"
    outlets = names if right else format.counted(entry["articles"], what)
    right = right or rights[0]
    outlets = fit(outlets, room - cell_len(right) - 2)
    gap = " " * max(1, room - cell_len(outlets) - cell_len(right))
    return [(outlets + gap + right, "dim")]
