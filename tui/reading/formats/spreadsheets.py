"""Spreadsheets of Excel: each sheet is read as the table it would be, were it saved as CSV."""

from __future__ import annotations

import csv
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from importlib import import_module
from io import BytesIO, StringIO
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from tui.reading.encoding import BadSourceError
from tui.reading.file_kinds import FileKind, Refusal, recognised, splitter_name
from tui.reading.formats.office import check_size
from tui.reading.portions import Lead, Portion
from tui.reading.sample import Sample
from tui.reading.table_form import LINES_ABOVE, quote_columns

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

_TABLES = ("quote_tables", "csv_articles", "address_lists")
_DAMAGE = (KeyError, ValueError, TypeError, AttributeError, OSError, EOFError, SyntaxError)
_NO_TABLE = "is a sheet without a table; its first line should name “text”, “url”, or “speaker” and “quote”"


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield what stands in each sheet that is not empty. Raises `BadSourceError` where the whole is damaged."""
    from openpyxl import load_workbook

    raw = file.read()
    check_size(raw)
    try:
        # Cells are read as they come, for a sheet may state any size; which are merged is told of all of it alone.
        sheets = load_workbook(BytesIO(raw), read_only=True, data_only=True).worksheets
        merged = load_workbook(BytesIO(raw)).worksheets
        tables = [(sheet.title, _rows(sheet, whole)) for sheet, whole in zip(sheets, merged, strict=True)]
    except (*_DAMAGE, zipfile.BadZipFile, zlib.error):
        raise BadSourceError("is a damaged spreadsheet; open it and save it again") from None
    for title, rows in tables:
        if rows:
            yield from _portions(title, _table(rows))


def _portions(title: str, table: bytes) -> Iterator[Portion | Lead]:
    known = recognised(Sample("sheet.csv", table))
    if isinstance(known, FileKind) and known.module in _TABLES:
        for each in import_module(splitter_name(known)).split(BytesIO(table)):
            yield replace(each, place=f"{title}, {each.place}")
    else:
        yield Portion(title, fault=known.reason if isinstance(known, Refusal) else _NO_TABLE)


def _rows(sheet: ReadOnlyWorksheet, whole: Worksheet) -> list[list[str]]:
    """Return the rows that are not empty, with what merged cells say in each row that they stand in."""
    sheet.reset_dimensions()
    numbered = enumerate(sheet.iter_rows(values_only=True), 1)
    rows = {number: cells for number, row in numbered if any(cells := [_cell(each) for each in row])}
    for each in whole.merged_cells.ranges:
        at, first = each.min_col - 1, rows.get(each.min_row, [])
        for number in range(each.min_row + 1, each.max_row + 1) if first[at : at + 1] else ():
            if row := rows.get(number):
                row += [""] * (at + 1 - len(row))
                row[at] = first[at]
    _add_links(rows, whole)
    return [*rows.values()]


def _add_links(rows: Mapping[int, list[str]], whole: Worksheet) -> None:
    """Add a column of the addresses that the cells of a row lead to, where quotes have none of their own."""
    links: dict[int, str] = {}
    for number, row in rows.items():
        for (cell,) in whole.iter_cols(max_col=len(row), min_row=number, max_row=number):
            if cell.hyperlink and cell.hyperlink.target:
                links.setdefault(number, cell.hyperlink.target)
    head = next((number for number in islice(rows, LINES_ABOVE) if quote_columns(rows[number])), 0)
    if not (links and head) or "url" in quote_columns(rows[head]):
        return
    width = max(map(len, rows.values()))
    for number, row in rows.items():
        row.extend([""] * (width - len(row)))
        row.append("url" if number == head else links.get(number, ""))


def _table(rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as CSV, without the columns at their end that are empty."""
    width = max(
        (len(row) - next(n for n, cell in enumerate(reversed(row)) if cell) for row in rows), default=0
    )
    held = StringIO()
    csv.writer(held, lineterminator="\n").writerows(row[:width] for row in rows)
    return held.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    """Return what a cell says: a day as ISO 8601, without the midnight that Excel gives it."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip()
