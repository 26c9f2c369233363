"""Tables that go out: numbers are numbers, days are days, and what is text is text as it was"""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from tui.cli.parser import main
from tui.exchange.exporters.csv_table import cells
from tui.exchange.exporters.workbook import typed

PAGE = """---
title: "=1+1 makes two"
outlet: Arn Courier
date: {date}
url: https://courier.example/lock
---
The mayor of Arn opened the lock on Tuesday. "- We have built it well, and it will last," said Ida Lund, the mayor.
"""


def _sheets(folder: Path, date: str) -> openpyxl.Workbook:
    page, out = folder / "page.md", folder / "out.xlsx"
    page.write_text(PAGE.format(date=date), encoding="utf-8")
    assert main(["import", "--store", str(folder / "s"), str(page)]) == 0
    assert main(["export", "--store", str(folder / "s"), "--format", "xlsx", "-o", str(out)]) == 0
    return openpyxl.load_workbook(out)


def test_a_workbook_has_real_numbers_and_days(tmp_path: Path) -> None:
    book = _sheets(tmp_path, "2025-07-01")
    names, *rows = book["Articles"].iter_rows()
    article = dict(zip([cell.value for cell in names], rows[0], strict=True))
    assert article["headline"].value == "=1+1 makes two"
    assert article["headline"].data_type == "s"
    assert (article["published"].value, article["published"].is_date) == (datetime(2025, 7, 1), True)
    assert article["imported"].is_date
    assert isinstance(article["words"].value, int)
    names, *rows = book["Quotes"].iter_rows()
    quote = dict(zip([cell.value for cell in names], rows[0], strict=True))
    assert {type(quote[each].value) for each in ("start", "end", "confidence")} <= {int, float}
    assert quote["quote"].value.startswith("- We have built")


def test_a_date_that_is_no_day_is_text_in_a_workbook(tmp_path: Path) -> None:
    _, row = _sheets(tmp_path, "2025-07-01/2025-07-05")["Events"].iter_rows()
    assert row[0].value == "2025-07-01/2025-07-05"


def test_pandas_reads_the_same_from_both_tables(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    _sheets(tmp_path, "2025-07-01")
    out = tmp_path / "out.csv"
    assert main(["export", "--store", str(tmp_path / "s"), "--format", "csv", "-o", str(out)]) == 0
    book, table = pandas.read_excel(tmp_path / "out.xlsx"), pandas.read_csv(out)
    for column in ("start", "end", "confidence"):
        assert pandas.api.types.is_numeric_dtype(table[column])
        assert pandas.api.types.is_numeric_dtype(book[column])
        assert list(book[column]) == list(table[column])
    assert pandas.api.types.is_datetime64_any_dtype(book["published"])
    assert list(pandas.to_datetime(table["published"])) == list(book["published"])
    assert list(book["quote"]) == [words.removeprefix("'") for words in table["quote"]]


@pytest.mark.parametrize("value", ["", "12", "-3", "+4.5", "words; more", "2025-07-01"])
def test_only_what_could_be_a_formula_is_guarded(value: str) -> None:
    assert cells([value]) == (value,)


@pytest.mark.parametrize(
    "value", ["=1+1", "-1+cmd|' /C calc'!A0", "+x", "@SUM(A1)", "\t=1", " =1", "-", "- words"]
)
def test_what_could_be_a_formula_bears_an_apostrophe(value: str) -> None:
    assert cells([value])[0].startswith("'")


def test_counts_as_csv_have_empty_cells_and_numbers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _sheets(tmp_path, "2025-07-01")
    capsys.readouterr()
    assert main(["counts", "--store", str(tmp_path / "s"), "speakers-months", "--csv"]) == 0
    head, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    assert head[0] == ""
    assert all(cell.isdecimal() or cell == "" for row in rows for cell in row[1:])


def test_text_in_a_column_of_numbers_stays_text() -> None:
    assert [typed("words", "many"), typed("published", "2025-07"), typed("published", "0476-09-04")] == [
        *("many", "2025-07", "0476-09-04")
    ]
