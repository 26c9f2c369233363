"""Spreadsheets of Excel: each sheet is read as the table it would be, were it saved as CSV."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from importlib import import_module
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, BinaryIO

from tui.reading.encoding import BadSourceError
from tui.reading.file_kinds import FileKind, Refusal, recognised, splitter_name
from tui.reading.formats.office import check_size
from tui.reading.portions import Lead, Portion
from tui.reading.sample import Sample

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TABLES = ("quote_tables", "csv_articles", "address_lists")
_LOOKED_AT = 6  # rows among which the names of the columns are
_NO_TABLE = "is a sheet without a table; its first line should name “text”, “url”, or “speaker” and “quote”"


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield what stands in each sheet that is not empty. Raises `BadSourceError` where the whole is damaged."""
    from openpyxl import load_workbook

    raw = file.read()
    check_size(raw)
    try:
        sheets = load_workbook(BytesIO(raw), data_only=True).worksheets
        tables = [(sheet.title, _rows(sheet)) for sheet in sheets]
    except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError, zipfile.BadZipFile):
        raise BadSourceError("is a damaged spreadsheet; open it and save it again") from None
    for title, rows in tables:
        if rows:
            yield from _portions(title, _table(rows[_above(rows) :]))


def _above(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows stand above the names of the columns, such as a title of the sheet."""
    for at in range(min(_LOOKED_AT, len(rows) - 1)):
        known = recognised(Sample("sheet.csv", _table(rows[at : at + 2])))
        if isinstance(known, FileKind) and known.module in _TABLES[: None if at == 0 else 2]:
            return at
    return 0


def _portions(title: str, table: bytes) -> Iterator[Portion | Lead]:
    known = recognised(Sample("sheet.csv", table))
    if isinstance(known, FileKind) and known.module in _TABLES:
        for each in import_module(splitter_name(known)).split(BytesIO(table)):
            yield replace(each, place=f"{title}, {each.place}")
    else:
        yield Portion(title, fault=known.reason if isinstance(known, Refusal) else _NO_TABLE)


def _rows(sheet: Worksheet) -> list[list[str]]:
    """Return the rows that are not empty, with what merged cells say in each row that they stand in."""
    cells = [[_cell(each) for each in row] for row in sheet.iter_rows(values_only=True)]
    for each in sheet.merged_cells.ranges:
        for at in range(each.min_row, min(each.max_row, len(cells))):
            cells[at][each.min_col - 1] = cells[each.min_row - 1][each.min_col - 1]
    return [row for row in cells if any(row)]


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
