"""Tables of articles (CSV, TSV): a row is one, or names the address of one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, TextIOWrapper
from itertools import chain, islice
from typing import BinaryIO, TextIO

from tui.reading.encoding import BadSourceError, decoded
from tui.reading.field_names import field_of
from tui.reading.formats.row_articles import portion_of
from tui.reading.portions import Lead, Portion
from tui.reading.table_form import LINES_ABOVE, head_of

_LONGEST = 10_000_000  # characters of a cell
_LOOKED_AT = 1000  # rows that tell how days are written
_PROBE = 1 << 20


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the rows of a table. Raises `BadSourceError` where it is none."""
    for place, row in rows_of(file):
        yield Portion(place, fault=row) if isinstance(row, str) else _article(row, place)


def rows_of(file: BinaryIO) -> Iterator[tuple[str, dict[str, str] | str]]:
    """Yield where each row stands, with its cells by the names of the columns, or what is wrong with it.

    Raises `BadSourceError` where the whole is no table.
    """
    csv.field_size_limit(_LONGEST)
    rows = _written(_rows(file))
    names = next((row for row in rows if isinstance(row, list)), [])
    names = [" ".join(name.lstrip("\ufeff").split()) for name in names]
    first = list(islice(rows, _LOOKED_AT))
    orders = _day_orders(names, (row for row in first if isinstance(row, list)))
    for number, row in enumerate(chain(first, rows), 1):
        place = f"row {number}"
        if isinstance(row, csv.Error):
            yield place, f"is no row of a table ({row})"
        elif len(row) > len(names):
            yield place, f"has {len(row)} cells, where the table has {len(names)}"
        else:
            yield place, _with_days(dict(zip(names, row, strict=False)), orders)


def _written(rows: Iterator[list[str]]) -> Iterator[list[str] | csv.Error]:
    """Yield the rows that are not blank, and what is wrong with those that are none; without Excel's "sep=;"."""
    above = False
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield error
            continue
        if any(cell.strip() for cell in row) and (above or not row[0].lower().startswith("sep=")):
            above = True
            yield row


def _article(row: dict[str, str], place: str) -> Portion | Lead:
    found = portion_of(row, place)
    if isinstance(found, Portion) and found.fault:  # highlights and abstracts, where there is no more
        return portion_of(row, place, abstracts=True)
    return found


def _rows(file: BinaryIO) -> Iterator[list[str]]:
    probe = file.read(_PROBE)
    file.seek(0)
    try:
        # A letter may be cut in two where the probe ends.
        (probe if len(probe) < _PROBE else probe[: probe.rfind(b"\n") + 1]).decode("utf-8-sig")
        text: TextIO = TextIOWrapper(file, "utf-8-sig", "replace", newline="")
    except UnicodeDecodeError:
        text = _old(file, probe)
    above, names, delimiter = head_of([line.rstrip("\r\n") for line in islice(text, 2 * LINES_ABOVE)])
    if not any(map(str.strip, names)):
        raise BadSourceError("is a table without names of its columns; write them into its first line")
    text.seek(0)
    for _ in range(above):
        text.readline()
    return csv.reader(text, delimiter=delimiter)


def _old(file: BinaryIO, probe: bytes) -> TextIO:
    """Return a table that is not UTF-8, in whatever it is."""
    if probe.startswith((b"\xff\xfe", b"\xfe\xff")):
        return TextIOWrapper(file, "utf-16", "replace", newline="")
    return TextIOWrapper(BytesIO(decoded(file.read()).encode()), "utf-8", newline="")


# 07/02/2025 can be read two ways, 07/14/2025 beside it only one.
_SLASHED = re.compile(r"\s*(\d\d?)([/.-])(\d\d?)\2((?:19|20)\d\d)\b")


def _day_orders(names: Sequence[str], rows: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return which columns of dates have the "month" first and which the "day", as their first rows tell."""
    filled = [row for row in rows if len(row) == len(names)]
    columns = [(at, name) for at, name in enumerate(names) if field_of(name) == "published"]
    return {name: order for at, name in columns if (order := _order(row[at] for row in filled))}


def _with_days(row: Mapping[str, str], orders: Mapping[str, str]) -> dict[str, str]:
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
