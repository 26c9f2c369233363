"""Whether the dates of a table have the month first: 07/02/2025 can be read two ways, 07/14/2025 beside it only one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from tui.reading.field_names import field_of

_SLASHED = re.compile(r"\s*(\d\d?)([/.-])(\d\d?)\2((?:19|20)\d\d)\b")


def day_orders(names: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return which columns of dates have the "month" first and which the "day", as their first rows tell."""
    filled = [row for row in rows if len(row) == len(names)]
    columns = [(at, name) for at, name in enumerate(names) if field_of(name) == "published"]
    return {name: order for at, name in columns if (order := _order(row[at] for row in filled))}


def with_days(row: Mapping[str, str], orders: Mapping[str, str]) -> dict[str, str]:
    """Return a row with the dates of these columns as ISO 8601."""
    return {**row, **{name: _day(row[name], order) for name, order in orders.items() if name in row}}


def _order(cells: Iterable[str]) -> str:
    """Return "month" or "day" for what stands first in all dates of a column, "" where they do not tell."""
    found = [match for cell in cells if (match := _SLASHED.match(cell))]
    months_first = any(int(each[3]) > 12 for each in found)
    days_first = any(int(each[1]) > 12 for each in found)
    return "" if months_first == days_first else "month" if months_first else "day"


def _day(cell: str, order: str) -> str:
    found = _SLASHED.match(cell)
    if found is None:
        return cell
    month, day = (found[1], found[3]) if order == "month" else (found[3], found[1])
    return f"{found[4]}-{month:0>2}-{day:0>2}{cell[found.end() :]}"
