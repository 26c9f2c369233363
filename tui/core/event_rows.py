"""The rows of the catalogue in their order, with all that lays a list of them out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import eq
from typing import overload

from tui.core.edtf import month_of, year_of
from tui.core.model import EventRow

# Latin, Greek, Cyrillic, dashes and quotation marks: each takes one cell of a terminal. What else there is may take none.
_ONE_CELL = "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027]*"
Run = tuple[str, str, int]
"""How many rows follow each other that begin in one year ("" where none is stated) and one month or season."""


class EventRows(Sequence[EventRow]):
    """Rows of the catalogue, newest first, undated and year-less last. Not to be changed."""

    def __init__(self, rows: Sequence[EventRow] = ()) -> None:
        self._rows = rows

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the events."""
        return [row["id"] for row in self._rows]

    @cached_property
    def runs(self) -> list[Run]:
        """The months of the rows, in their order; one may come twice, around an event that has only a year."""
        found: list[Run] = []
        for date, its in groupby(self._rows, lambda row: row["date"]):
            year, month, count = year_of(date), month_of(date), sum(1 for _ in its)
            if found and found[-1][:2] == (year, month):
                count += found.pop()[2]
            found.append((year, month, count))
        return found

    @cached_property
    def cells(self) -> list[int]:
        """How many cells of a terminal each name takes, -1 where that has to be looked up."""
        one_cell = re.compile(_ONE_CELL).fullmatch  # here: a start from the file needs it not
        return [len(row["name"]) if one_cell(row["name"]) else -1 for row in self._rows]

    def look_through(self) -> None:
        """Look into all rows now, beside the keys: who lays a list of them out would have to wait for that."""
        _ = self.ids, self.runs, self.cells

    def name_of(self, event_id: str) -> str:
        """Return what an event is called, "" where there is none."""
        at = self._places.get(event_id, -1)
        return self[at]["name"] if at >= 0 else ""

    @cached_property
    def _places(self) -> dict[str, int]:
        return {event_id: at for at, event_id in enumerate(self.ids)}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return self is other or (len(self) == len(other) and all(map(eq, self, other)))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(list(self))

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> EventRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[EventRow]: ...
    def __getitem__(self, at: int | slice) -> EventRow | Sequence[EventRow]:
        return self._rows[at]

    def __iter__(self) -> Iterator[EventRow]:
        return iter(self._rows)
