"""A spreadsheet of quotes: what a row says was said is a quote of whom it names, surely."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest

from tests.support.verbs import Run, lines
from tui.reading.formats.quote_tables import split

PORTS = """\
Date;Speaker;Role;Quote;Source;Tags;Comment;Shelf
12.03.2031;Ida Lund;Minister of Ports;"“We open the lock on Monday, as ""promised"".”";The Coast Paper;lock, ports;ask Roth;4
12.03.2031;Harbour Office;;No.;The Coast Paper;;;
13.03.2031;Foreign Ministry of Norland;;Never again;Nordpost;;;
13.03.2031;;;Nobody knows;Nordpost;;;
14.03.2031;Jan Roth;;;Nordpost;;;
"""


def told(run: Run, path: Path, table: str) -> list[tuple[str, str, str, str]]:
    """Return outlet, day, speaker and words of each quote of a table that is imported."""
    path.write_text(table, "utf-8")
    run("import", str(path))
    found = lines(run("quotes", "--json"))
    assert all(each["confidence"] == 1 and each["why"] == "the file says so" for each in found)
    return sorted((each["outlet"], each["published"], each["speaker"], each["text"]) for each in found)


def test_a_row_is_a_quote_and_what_an_outlet_has_of_a_day_an_article(run: Run, tmp_path: Path) -> None:
    assert told(run, tmp_path / "ports.csv", PORTS) == [
        ("Nordpost", "2031-03-13", "", "Nobody knows"),
        ("Nordpost", "2031-03-13", "Foreign Ministry of Norland", "Never again"),
        ("The Coast Paper", "2031-03-12", "Harbour Office", "No."),
        ("The Coast Paper", "2031-03-12", "Ida Lund", "We open the lock on Monday, as ‘promised’."),
    ]
    articles = {each["article"] for each in lines(run("quotes", "--json"))}
    assert len(articles) == 2
    (lund,) = lines(run("quotes", "--speaker", "Ida Lund", "--json"))
    assert lund["role"] == "Minister of Ports"


def test_a_row_without_words_is_told_by_its_number(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ports.csv"
    path.write_text(PORTS, "utf-8")
    done = run("import", str(path))
    assert "row 5" in done.stderr
    assert "has nothing that was said" in done.stderr


def test_a_second_column_of_a_kind_is_kept_beside_the_first() -> None:
    table = "Who,Quote,Quotation (original),Outlet\nIda Lund,We open it.,Wir öffnen sie.,Nordpost\n"
    (portion,) = split(BytesIO(table.encode()))
    record = json.loads(portion.raw)
    assert [each["text"] for each in record["quotes"]] == ["We open it."]
    assert "Wir öffnen sie." in record["also"]["rows"][0].values()


def test_tags_and_notes_of_a_row_go_onto_its_article(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path / "ports.csv", PORTS)
    (article,) = {each["article"] for each in lines(run("quotes", "--speaker", "Ida Lund", "--json"))}
    shown = run("show", article).stdout
    assert "lock" in shown
    assert "ask Roth" in shown


@pytest.mark.parametrize(
    "head",
    [
        "Datum,Sprecher,Zitat,Medium",
        "Date,Who,What was said,Outlet",
        "Fecha,Quién,Cita,Medio",
        "Date,Qui,Citation,Média",
    ],
)
def test_columns_go_by_names_of_several_languages(run: Run, tmp_path: Path, head: str) -> None:
    table = f"{head}\n2031-03-04,Ida Lund,Wir öffnen die Schleuse am Montag.,Küstenblatt\n"
    row = ("Küstenblatt", "2031-03-04", "Ida Lund", "Wir öffnen die Schleuse am Montag.")
    assert told(run, tmp_path / "quotes.csv", table) == [row]


def test_words_are_read_from_the_table_where_it_has_addresses_too(run: Run, tmp_path: Path) -> None:
    table = "Who,What was said,Link,Comment\nIda Lund,We open the lock.,https://coast.example/a,\n"
    assert told(run, tmp_path / "quotes.csv", table) == [
        ("coast.example", "", "Ida Lund", "We open the lock.")
    ]


def test_a_line_that_states_a_quote_its_text_has_not_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    row = '{"text": "The lock is shut.", "quotes": [{"speaker": "Ida Lund", "text": "We open it."}]}'
    path.write_text(row, "utf-8")
    done = run("import", str(path))
    assert done.returncode == 1
    assert "“We open it.”" in done.stderr


def test_each_sheet_of_a_spreadsheet_is_the_table_it_is(run: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    quotes, plan = book.worksheets[0], book.create_sheet("Plan")
    quotes.title = "Ports"
    quotes.append(["Date", "Who", "What was said", "Outlet", None])
    quotes.append([datetime(2031, 3, 4), "Ida Lund", "We open the lock.", "Nordpost", None])
    quotes.append([None] * 5)
    plan.append(["to do"])
    plan.append(["call Roth"])
    book.create_sheet("Empty")
    book.save(tmp_path / "quotes.xlsx")
    done = run("import", str(tmp_path / "quotes.xlsx"))
    assert "Plan: is a table without texts" in done.stderr
    assert "Empty" not in done.stderr
    (quote,) = lines(run("quotes", "--json"))
    told = (quote["speaker"], quote["text"], quote["outlet"], quote["published"])
    assert told == ("Ida Lund", "We open the lock.", "Nordpost", "2031-03-04")


def sheet_of(path: Path, rows: Sequence[Sequence[object]], *merged: str) -> Path:
    """Save a spreadsheet of one sheet with these rows, and with these ranges of cells merged."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for each in merged:
        sheet.merge_cells(each)
    book.save(path)
    return path


def test_merged_cells_say_what_they_say_of_each_row_beside_them(run: Run, tmp_path: Path) -> None:
    head = ["Date", "Speaker", "Quote", "Source"]
    first = [datetime(2031, 3, 4), "Ida Lund", "We open the lock.", "Nordpost"]
    below = [None, None, "The gate follows.", None]
    path = sheet_of(tmp_path / "quotes.xlsx", [head, first, below], "A2:A3", "B2:B3", "D2:D3")
    run("import", str(path))
    told = [(each["published"], each["speaker"], each["outlet"]) for each in lines(run("quotes", "--json"))]
    assert told == [("2031-03-04", "Ida Lund", "Nordpost")] * 2


def test_a_title_may_stand_above_the_names_of_the_columns(run: Run, tmp_path: Path) -> None:
    rows: Sequence[Sequence[object]] = [
        ["What was said of the lock", None, None],
        ["as of", "March", None],
        ["Speaker", "Quote", "Source"],
        ["Ida Lund", "We open it.", "Nordpost"],
    ]
    run("import", str(sheet_of(tmp_path / "quotes.xlsx", rows)))
    (quote,) = lines(run("quotes", "--json"))
    assert (quote["speaker"], quote["text"]) == ("Ida Lund", "We open it.")


@pytest.mark.timeout(60)
def test_a_sheet_formatted_to_its_last_cell_is_as_large_as_what_it_says(run: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    book.worksheets[0].append(["Date", "Who", "What was said"])
    book.worksheets[0].append([datetime(2031, 3, 4), "Ida Lund", "We open the lock."])
    book.worksheets[0].cell(1_048_576, 16_384).font = Font(bold=True)
    book.save(tmp_path / "quotes.xlsx")
    run("import", str(tmp_path / "quotes.xlsx"))
    (quote,) = lines(run("quotes", "--json"))
    assert (quote["speaker"], quote["text"]) == ("Ida Lund", "We open the lock.")


def test_a_spreadsheet_whose_sheet_does_not_unpack_is_refused_as_damaged(run: Run, tmp_path: Path) -> None:
    from zipfile import ZipFile

    from openpyxl import Workbook

    path = tmp_path / "quotes.xlsx"
    book = Workbook()
    for number in range(300):
        book.worksheets[0].append(["Ida Lund", f"We open lock {number}."])
    book.save(path)
    sheet = ZipFile(path).getinfo("xl/worksheets/sheet1.xml")
    raw = bytearray(path.read_bytes())
    for at in range(sheet.header_offset + 66, sheet.header_offset + 86):
        raw[at] ^= 0xFF
    path.write_bytes(raw)
    done = run("import", str(path))
    assert done.returncode == 1
    assert "is a damaged spreadsheet" in done.stderr


def test_a_table_that_grew_brings_in_what_is_new_and_keeps_what_was_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ports.csv"
    head = "Date,Who,Quote,Outlet\n2031-03-04,Ida Lund,We open the lock.,Nordpost\n"
    told(run, path, head)
    (first,) = lines(run("quotes", "--json"))
    assert run("tag", first["id"], "lock").returncode == 0
    grown = told(run, path, f"{head}2031-03-04,Jan Roth,It is too early.,Nordpost\n")
    assert [(who, words) for *_, who, words in grown] == [
        ("Ida Lund", "We open the lock."),
        ("Jan Roth", "It is too early."),
    ]
    assert [each["speaker"] for each in lines(run("quotes", "--tag", "lock", "--json"))] == ["Ida Lund"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("“We open it,” she said, “on Monday.”", "‘We open it,’ she said, ‘on Monday.’"),
        ("„Wir öffnen“ – heute", "‘Wir öffnen’ – heute"),
        ("It is the workers’", "It is the workers’"),
        ("«Nous ouvrons.»", "Nous ouvrons."),
    ],
)
def test_marks_within_words_stay_theirs(run: Run, tmp_path: Path, cell: str, words: str) -> None:
    table = f"Who;Quote\nIda Lund;{cell}\n"
    assert [each[-1] for each in told(run, tmp_path / "quotes.csv", table)] == [words]


def test_what_bears_no_marks_beside_quotes_that_do_is_told_in_other_words(run: Run, tmp_path: Path) -> None:
    table = "Who;Quote\nIda Lund;“We open it.”\nJan Roth;He said that it was early.\n"
    told(run, tmp_path / "quotes.csv", table)
    kinds = {each["speaker"]: each["kind"] for each in lines(run("quotes", "--json"))}
    assert kinds == {"Ida Lund": "direct", "Jan Roth": "indirect"}


HEADS = {
    "a title above": "Quotes on the lock, spring 2031\n\nDate,Who,What was said,Outlet\n{day},{who},{said},{outlet}\n",
    "lines in a head": '"Date of\nstatement",Speaker,Quote,Outlet\n{day},{who},{said},{outlet}\n',
    "brackets": "Speaker,Quote (English),Source/Outlet,Date of statement\n{who},{said},{outlet},{day}\n",
    "a person": "Person,Quote,Newspaper,Day\n{who},{said},{outlet},{day}\n",
    "a name": "Name,Quote,Source,Date\n{who},{said},{outlet},{day}\n",
    "a source": "Source,Quote,Outlet,Date\n{who},{said},{outlet},{day}\n",
    "two names": "First name,Surname,Quote,Outlet,Date\nIda,Lund,{said},{outlet},{day}\n",
    "a nameless column": ",Who,Quote,,Outlet,Date\n1,{who},{said},x,{outlet},{day}\n",
    "outlet and day in one": 'Who,Quote,Source\n{who},{said},"{outlet}, 4 March 2031"\n',
    "text": "Speaker,Text,Outlet,Date\n{who},{said},{outlet},{day}\n",
    "Excel says what parts": "sep=;\nWho;Quote;Outlet;Date\n{who};{said};{outlet};{day}\n",
}


@pytest.mark.parametrize("head", HEADS)
def test_columns_are_found_however_people_name_them(run: Run, tmp_path: Path, head: str) -> None:
    row = {"day": "2031-03-04", "who": "Ida Lund", "said": "We open the lock.", "outlet": "Nordpost"}
    assert told(run, tmp_path / "quotes.csv", HEADS[head].format(**row)) == [
        (row["outlet"], row["day"], row["who"], row["said"])
    ]


def test_a_table_without_names_of_columns_is_refused_and_says_what_it_wants(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "quotes.csv"
    path.write_text("Ida Lund,We open the lock.,Nordpost\nJan Roth,No.,Nordpost\n", "utf-8")
    done = run("import", str(path))
    assert done.returncode == 1
    assert "its first line should name" in done.stderr


def test_a_month_is_a_day_and_what_is_none_is_told_with_its_row(run: Run, tmp_path: Path) -> None:
    table = "Who,Quote,Date,Outlet\nIda Lund,We open it.,March 2031,Nordpost\nIda Lund,We shut it.,c. 2030,Nordpost\n"
    path = tmp_path / "quotes.csv"
    path.write_text(table, "utf-8")
    assert "row 2: “c. 2030”" in run("import", str(path)).stderr
    days = {each["text"]: each["published"] for each in lines(run("quotes", "--json"))}
    assert days == {"We open it.": "2031-03", "We shut it.": ""}


def test_a_day_that_may_be_two_is_told_as_both(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "quotes.csv"
    path.write_text("Who,Quote,Date,Outlet\nIda Lund,We open it.,3/4/2031,Nordpost\n", "utf-8")
    assert "which may be 2031-04-03 or 2031-03-04" in run("import", str(path)).stderr


@pytest.mark.parametrize(
    ("cell", "speakers", "role", "chain"),
    [
        ("Ida Lund; Jan Roth", ["Ida Lund", "Jan Roth"], "", []),
        ("Ida Lund and Jan Roth", ["Ida Lund", "Jan Roth"], "", []),
        ("Ida Lund, Minister of Ports", ["Ida Lund"], "Minister of Ports", []),
        ("Ida Lund (Minister of Ports)", ["Ida Lund"], "Minister of Ports", []),
        ("Ida Lund via Nordpost", ["Ida Lund"], "", ["Nordpost"]),
        ("Ida Lund (quoted by Nordpost)", ["Ida Lund"], "", ["Nordpost"]),
        ("Ministry of Trade and Ports", ["Ministry of Trade and Ports"], "", []),
        ("Foreign Ministry, Norland", ["Foreign Ministry, Norland"], "", []),
        ("Roth, Jan", ["Roth, Jan"], "", []),
    ],
)
def test_a_cell_says_who_speaks_and_what_else_is_known_of_it(
    run: Run, tmp_path: Path, cell: str, speakers: list[str], role: str, chain: list[str]
) -> None:
    told(run, tmp_path / "quotes.tsv", f"Who\tQuote\tOutlet\n{cell}\tWe open the lock.\tThe Coast Paper\n")
    (quote,) = lines(run("quotes", "--json"))
    assert (quote["speaker"].split("; "), quote["role"], quote["chain"]) == (speakers, role, chain)
    assert {each["name"] for each in lines(run("speakers", "--json"))} >= {*speakers}


def test_a_column_of_its_own_says_through_whom(run: Run, tmp_path: Path) -> None:
    told(run, tmp_path / "quotes.csv", "Who,Quote,Outlet,Via\nIda Lund,We open it.,Nordpost,Coast Radio\n")
    (quote,) = lines(run("quotes", "--json"))
    assert quote["chain"] == ["Coast Radio"]


def test_an_outlet_that_leads_to_its_page_gives_the_address(run: Run, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Who", "Quote", "Outlet"])
    sheet.append(["Ida Lund", "We open the lock.", "Nordpost"])
    sheet["C2"].hyperlink = "https://nordpost.example/lock"
    book.save(tmp_path / "quotes.xlsx")
    run("import", str(tmp_path / "quotes.xlsx"))
    (quote,) = lines(run("quotes", "--json"))
    assert (quote["outlet"], quote["url"]) == ("Nordpost", "https://nordpost.example/lock")


@pytest.mark.parametrize(
    "head",
    ["Name,Text", "Speaker,Text,Date", "Source,Text", "Title,Speaker,Text,Outlet", "Person,Text,Outlet"],
)
def test_a_table_of_texts_is_one_of_articles(run: Run, tmp_path: Path, head: str) -> None:
    cells = [
        f"The lock at {name} was shut, and nobody in the harbour knows why that was so."
        for name in head.split(",")
    ]
    (tmp_path / "texts.csv").write_text(f"{head}\n" + ",".join(f'"{cell}"' for cell in cells) + "\n", "utf-8")
    run("import", str(tmp_path / "texts.csv"))
    assert not [each for each in lines(run("quotes", "--json")) if each["why"] == "the file says so"]
    assert len(lines(run("articles", "--json"))) == 1
