"""A date that is no single day: taken in whole, found by overlap, sent out as each format can say it"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.__main__ import main as start
from tui.cli.parser import main

PAGE = """---
title: Dockers of Arn down tools
outlet: Arn Courier
date: {date}
url: https://courier.example/dockers
event: The dock strike
event_date: {date}
---
# Dockers of Arn down tools

The dockers of Arn stopped work. "We shall not move a crate," said Ida Lund, who speaks for them.
"""


@pytest.fixture
def stored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], str]:
    def store(date: str) -> str:
        page, folder = tmp_path / "page.md", str(tmp_path / "store")
        page.write_text(PAGE.format(date=date), encoding="utf-8")
        assert main(["import", "--store", folder, str(page)]) == 0
        capsys.readouterr()
        return folder

    return store


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "date",
    ["2025-07-01/2025-07-05", "2025-07-1X", "2025-07~", "2025-07-02?", "2025-07/..", "201X", "2025-22"],
)
def test_a_date_goes_in_and_out_as_it_is(
    date: str, stored: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    store = stored(date)
    article = json.loads(_printed(capsys, "articles", "--store", store, "--json"))
    event = json.loads(_printed(capsys, "events", "--store", store, "--json"))
    assert (article["published"], event["date"]) == (date, date)
    assert f'"{date}"' in _printed(capsys, "export", "--store", store, "--format", "csv")


def test_a_span_is_found_by_any_day_of_it(
    stored: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    store = stored("2025-07-01/2025-07-05")
    found = (
        "on:2025-07-03",
        "on:2025-07",
        "after:2025-07-04",
        "before:2025-07-02",
        "on:2025-07-05/2025-07-09",
    )
    missed = ("on:2025-07-06", "after:2025-07-05", "before:2025-07-01", "is:undated")
    for query in (*found, *missed):
        hits = _printed(capsys, "articles", "--store", store, "--json", "--query", query)
        assert bool(hits) == (query in found), query


@pytest.mark.parametrize(
    ("date", "bib", "ris", "csl"),
    [
        (
            "2025-07-01/2025-07-05",
            "2025-07-01/2025-07-05",
            "2025///1 Jul 2025 – 5 Jul 2025",
            {"date-parts": [[2025, 7, 1], [2025, 7, 5]]},
        ),
        ("2025-07~", "2025-07~", "2025///about Jul 2025", {"date-parts": [[2025, 7]], "circa": True}),
        ("2025-22", "2025-22", "2025///summer 2025", {"date-parts": [[2025]], "season": 2}),
        (
            "2025-07-1X",
            "2025-07-10/2025-07-19",
            "2025///between 10 Jul 2025 and 19 Jul 2025",
            {"raw": "2025-07-1X"},
        ),
        ("2025-07/..", "2025-07/..", "2025///from Jul 2025 on", {"raw": "2025-07/.."}),
        ("2025-07-01", "2025-07-01", "2025/07/01", {"date-parts": [[2025, 7, 1]]}),
        ("2025", "2025", "2025//", {"date-parts": [[2025]]}),
    ],
)
def test_references_say_a_date_as_their_format_can(
    date: str,
    bib: str,
    ris: str,
    csl: dict[str, object],
    stored: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    store = stored(date)
    assert f"date = {{{bib}}}" in _printed(capsys, "export", "--store", store, "--format", "bibtex")
    assert f"DA  - {ris}\r\n" in _printed(capsys, "export", "--store", store, "--format", "ris")
    (item,) = json.loads(_printed(capsys, "export", "--store", store, "--format", "csl-json"))
    assert item["issued"] == csl


@pytest.mark.parametrize(
    "date", ["[2025-07-01,2025-07-03]", "{2025-07-01,2025-07-03}", "2025-07-05/2025-07-01"]
)
def test_a_set_of_days_is_no_day_of_it(
    date: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("The dockers of Arn stopped work, and the harbour was quiet.", encoding="utf-8")
    monkeypatch.setattr(
        "sys.argv", ["briefing-tui", "import", "--store", str(tmp_path / "s"), "--date", date, str(page)]
    )
    assert start() == 2
    assert f"--date {date}" in capsys.readouterr().err


def test_the_day_the_reader_gives_an_event_is_found_beside_that_of_its_articles(
    stored: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    store = stored("2025-07-03")
    assert main(["events", "date", "The dock strike", "2024-02-01/2024-02-05", "--store", store]) == 0
    for query in ("on:2024-02-03", "on:2025-07-03", "before:2024-03", "after:2025-06"):
        for indexed in (False, True):
            assert _printed(capsys, "articles", "--store", store, "--query", query), (query, indexed)
            _printed(capsys, "search", "--store", store, query)  # which makes the index, where there is none
    for query in ("on:2024-02-06", "before:2024-02-01", "after:2025-07-03"):
        assert not capsys.readouterr().out
        main(["articles", "--store", store, "--query", query])
        assert not capsys.readouterr().out, query


def test_what_is_no_plain_date_is_printed_in_words(
    stored: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    store = stored("2025-07-01/2025-07-05")
    for verb in ("events", "articles", "quotes", "speakers"):
        assert "2025-07-01/" not in _printed(capsys, verb, "--store", store)
    assert "1 Jul 2025 – 5 Jul 2025" in _printed(capsys, "events", "--store", store)
    quote = json.loads(_printed(capsys, "quotes", "--store", store, "--json"))
    for thing in (quote["id"], quote["article"], quote["event"], "Ida Lund"):
        printed = _printed(capsys, "show", thing, "--store", store)
        assert "1 Jul 2025 – 5 Jul 2025" in printed
        assert "2025-07-01/" not in printed
