"""Reports: quotes counted two ways at once, each cell with its quotes."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tui.cli.parser import main
from tui.commands.annotations import AddTags, target_of
from tui.store.briefing import Briefing
from tui.workflows.bar_chart import bar_chart
from tui.workflows.import_pages import import_sources
from tui.workflows.reports import NO_ONE, NOBODY, NOWHERE, CountedQuote, counted, report

STORE = Path(__file__).resolve().parents[2] / "data" / "store"

SAID = [
    CountedQuote(
        event="e1",
        article="a1",
        quote="q1",
        speakers=("Ada Lund",),
        outlet="Post",
        month="2025-01",
        tags=("aid", "grain"),
    ),
    CountedQuote(
        event="e1",
        article="a1",
        quote="q2",
        speakers=("Ada Lund",),
        outlet="Post",
        month="2025-01",
        tags=("aid",),
    ),
    CountedQuote(
        event="e2",
        article="a2",
        quote="q3",
        speakers=("Bo Berg",),
        outlet="Wire",
        month="2025-02",
        tags=("aid",),
    ),
    CountedQuote(event="e3", article="a3", quote="q4", outlet="Wire", month="", tags=()),
]


def test_tags_are_counted_by_speaker_with_their_quotes_in_the_cells() -> None:
    made = report("tags-speakers", SAID)
    assert made.table() == [
        ["", "Ada Lund", "Bo Berg", "all"],
        ["aid", "2", "1", "3"],
        ["grain", "1", "", "1"],
    ]
    assert [each.quote for each in made.cells["aid", "Ada Lund"]] == ["q1", "q2"]


def test_months_run_in_order_the_undated_last_and_nobody_has_a_row() -> None:
    made = report("speakers-months", SAID)
    assert made.columns == ["2025-01", "2025-02", "undated"]
    assert made.rows == ["Ada Lund", "Bo Berg", NOBODY]


def test_who_tells_whom_is_counted_along_the_chain() -> None:
    said = [
        CountedQuote(
            event="e1", article="a1", quote="q1", speakers=("Ada Lund",), through=("Bo Berg", "Wire")
        ),
        CountedQuote(event="e1", article="a1", quote="q2", speakers=("Ada Lund",), outlet="Courier"),
    ]
    assert report("speakers-through", said).table() == [
        ["", "Bo Berg", NO_ONE, "Wire", "all"],
        ["Ada Lund", "1", "1", "1", "2"],
    ]
    assert report("through-outlets", said).count("Wire", NOWHERE) == 1
    assert report("speakers-outlets", said).count("Ada Lund", "Courier") == 1


def test_what_is_denied_or_refused_counts_and_is_counted_apart() -> None:
    ada = [
        CountedQuote(event="e1", article="a1", quote=f"q{at}", speakers=("Ada Lund",), polarity=polarity)
        for at, polarity in enumerate(("refused", "asserted", "denied", "asserted"))
    ]
    assert report("speakers-polarities", ada).table() == [
        ["", "asserted", "denied", "refused", "all"],
        ["Ada Lund", "2", "1", "1", "4"],
    ]


def test_tags_that_stand_together_count_the_quote_once_for_each_pair() -> None:
    made = report("tags-tags", SAID)
    assert made.table() == [["", "aid", "grain", "all"], ["aid", "", "1", "1"], ["grain", "1", "", "1"]]


def test_status_and_ratings_are_counted_in_their_order() -> None:
    rated = [replace(SAID[0], status="disputed", ratings=("source B", "words 4")), *SAID[1:3]]
    rated.append(replace(SAID[3], status="seen", ratings=("source A",)))
    assert report("status-speakers", rated).table() == [
        ["", "Ada Lund", "Bo Berg", NOBODY, "all"],
        ["unchecked", "1", "1", "", "2"],
        ["seen", "", "", "1", "1"],
        ["disputed", "1", "", "", "1"],
    ]
    assert report("ratings-outlets", rated).rows == ["source A", "source B", "words 4"]


def test_a_statement_counts_once_whatever_outlets_repeat_it() -> None:
    alike = [
        replace(SAID[0], statement="s1"),
        replace(SAID[2], speakers=("Ada Lund",), statement="s1", month="2025-01"),
        replace(SAID[1], statement="s2"),
    ]
    made = report("speakers-months", alike)
    assert made.table() == [["", "2025-01", "all"], ["Ada Lund", "2", "2"]]
    assert made.title == "Statements of each speaker by month"
    assert [each.quote for each in made.cells["Ada Lund", "2025-01"]] == ["q1", "q3", "q2"]
    outlets = report("tags-outlets", alike).table(totals=True)
    # Both have it; it was said once.
    assert outlets[:2] == [["", "Post", "Wire", "all"], ["aid", "2", "1", "2"]]
    assert outlets[-1] == ["all", "2", "1", "2"]


def test_what_names_nobody_has_no_row_of_speakers(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A lock\n\nThe site reported that the lock was shut. Ada Lund said that it was open.\n", "utf-8"
    )
    briefing = Briefing.open(tmp_path / "lock", create=True)
    import_sources(briefing, [str(page)])
    assert set(report("speakers-months", counted(briefing)).rows) == {NOBODY, "Ada Lund"}
    briefing.close()


def test_the_totals_count_each_quote_once() -> None:
    assert report("tags-speakers", SAID).table(totals=True)[-1] == ["all", "2", "1", "3"]


def test_bars_are_as_long_as_their_figures_and_what_is_not_shown_is_counted() -> None:
    chart = bar_chart(report("tags-speakers", SAID), 30, 9)
    assert chart.rows == [("aid", "█" * 30, 3), ("grain", "█" * 10, 1)]
    assert bar_chart(report("tags-speakers", SAID), 30, 1).about == "1 of 2 shown"


def test_by_month_a_row_has_a_column_for_each_month_also_for_those_without_quotes() -> None:
    late = replace(SAID[2], quote="q9", month="2025-06")
    chart = bar_chart(report("speakers-months", [*SAID, late]), 30, 9)
    assert [bar for _, bar, _ in chart.rows][:2] == ["█     ", " ▄   ▄"]
    assert chart.head.split() == ["2025-01", "2025-06"]
    assert "1 undated" in chart.about
    narrow = bar_chart(report("speakers-months", [*SAID, late]), 3, 9)
    assert {len(bar) for _, bar, _ in narrow.rows} == {3} and "a column is 2 months" in narrow.about


def test_a_report_that_there_is_not_is_named() -> None:
    with pytest.raises(ValueError, match="speakers-months"):
        report("nothing", SAID)


def test_the_verb_prints_a_table_csv_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Path(shutil.copytree(STORE, tmp_path / "own"))
    briefing = Briefing.open(store)
    article = next(
        one for row in briefing.rows() for one in briefing.annotated(row["id"]).event.articles if one.quotes
    )
    briefing.do(AddTags([target_of(article.quotes[0])], ["=1+1"]))
    briefing.close()
    assert main(["--store", str(store), "counts", "tags-outlets"]) == 0
    assert article.outlet in capsys.readouterr().out
    assert main(["--store", str(store), "counts", "tags-outlets", "--csv"]) == 0
    rows = list(csv.reader(capsys.readouterr().out.splitlines()))
    assert rows[1][0] == "'=1+1"
    assert main(["--store", str(store), "counts", "tags-outlets", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"row": "=1+1", "column": article.outlet, "count": 1, "quotes": [article.quotes[0].id]} in found
    assert main(["--store", str(store), "counts", "nothing"]) == 2
