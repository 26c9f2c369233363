"""Pages that a browser printed to PDF, papers with a head, releases below a letterhead."""

from __future__ import annotations

import io
from pathlib import Path
from textwrap import wrap

import pytest

from tests.reading.test_own_exports import OTHER
from tests.reading.test_saved_pages import ADDRESS, TITLE
from tests.support.documents import typeset
from tui.reading.containers import iter_sources
from tui.reading.read import read
from tui.reading.sources import Source, source_of

PARTS = [
    "The council of Senn voted on Thursday to keep the old ferry for another year, after a sitting until midnight.",
    '"We could not find a better boat for the money," said Mira Arden, the mayor. She had asked three yards for one.',
    "The line carries some 900 people a day, most of them nurses and pupils. A new boat would cost four million.",
    "Tomas Rehn, who speaks for the harbour office, said that the engine would be looked at in August.",
]
Row = tuple[int, int, int, str]


def printed(head: list[Row], foots: list[list[Row]]) -> bytes:
    """Return pages as a browser prints them, the text on two of them."""
    pages: list[list[Row]] = []
    rows: list[Row] = [
        *head,
        (40, 720, 18, TITLE),
        (40, 690, 10, "By Nora Aas"),
        (40, 676, 10, "3 July 2025"),
    ]
    height = 652
    for number, part in enumerate(PARTS):
        for line in wrap(part, 88):
            rows.append((40, height, 11, line))
            height -= 14
        height -= 10
        if number in (1, 3):
            pages.append([*rows, *foots[len(pages)]])
            rows, height = list(head), 720
    return typeset(*pages)


CHROME = printed(
    [(40, 770, 8, "12/09/2025, 10:12"), (250, 770, 8, f"{TITLE} | Arn Courier")],
    [[(40, 20, 8, ADDRESS), (540, 20, 8, f"{number}/2")] for number in (1, 2)],
)
FIREFOX = printed(
    [(40, 770, 8, f"{TITLE} | Arn"), (400, 770, 8, ADDRESS)],
    [[(40, 20, 8, f"{number} of 2"), (480, 20, 8, "9/12/25, 10:12 AM")] for number in (1, 2)],
)
RUNNING = printed([], [[(40, 20, 8, f"Arn Courier Magazine - {number}")] for number in (1, 2)])


@pytest.mark.parametrize(("raw", "url"), [(CHROME, ADDRESS), (FIREFOX, ADDRESS)], ids=["Chrome", "Firefox"])
def test_what_a_browser_prints_around_a_page_is_no_text_and_tells_its_address(raw: bytes, url: str) -> None:
    found = read(source_of("ferry.pdf", raw))
    assert (found.headline, found.author, found.published) == (TITLE, "Nora Aas", "2025-07-03")
    assert (found.url, found.outlet) == (url, "courier.example")
    assert found.text.split("\n\n") == PARTS


def test_a_line_at_the_foot_of_each_page_is_no_text() -> None:
    assert "Magazine - 2" not in read(source_of("ferry.pdf", RUNNING)).text


def test_the_head_of_a_papers_page_is_no_headline() -> None:
    rows = [(40, 760, 9, "TESSEL POST"), (450, 760, 9, "Friday, 4 July 2025"), (40, 720, 20, OTHER)]
    lines = [line for part in PARTS for line in wrap(part, 44)]
    half = (len(lines) + 1) // 2
    for place, column in ((40, lines[:half]), (310, lines[half:])):
        rows += [(place, 690 - 14 * number, 10, line) for number, line in enumerate(column)]
    found = read(source_of("page.pdf", typeset([*rows, (280, 30, 8, "Page 4")])))
    assert found.headline == OTHER
    assert "Page 4" not in found.text


def test_a_release_below_a_letterhead_has_its_own_headline_and_day(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text, head.cell(0, 1).text = "Harbour Office of Senn", "Quay 4, 1200 Senn\nTel. 0123 456"
    for line in ("PRESS RELEASE", "FOR IMMEDIATE RELEASE", "Senn, 3 July 2025"):
        document.add_paragraph(line)
    document.add_heading(TITLE, 1)
    for part in PARTS:
        document.add_paragraph(part)
    document.add_paragraph("# # #")
    held = io.BytesIO()
    document.save(held)
    (tmp_path / "release.docx").write_bytes(held.getvalue())
    (source,) = iter_sources(tmp_path / "release.docx")
    assert isinstance(source, Source)
    found = read(source)
    assert (found.headline, found.published) == (TITLE, "2025-07-03")
    assert found.text.split("\n\n") == PARTS


def test_cells_of_a_documents_table_are_not_one_sentence(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Minutes of the harbour round", 1)
    document.add_paragraph("Tessel, 5 March 2024")
    document.add_paragraph(
        "The round met at nine, and the harbour master opened it with thanks to the crews."
    )
    rows = (
        ("Velmora", "Ida Lund said: “The ferry stays in the harbour until spring.”"),
        ("Norland", "Ole Vik said: “Nobody asked us about the ribs of it.”"),
    )
    table = document.add_table(2, 2)
    for row, (label, words) in zip(table.rows, rows, strict=True):
        row.cells[0].text, row.cells[1].text = label, words
    wide = document.add_table(1, 2)
    wide.rows[0].cells[0].text = "The crews thanked Nora Berg."
    wide.rows[0].cells[1].text = "Tor Holt said that two ferries were late."
    held = io.BytesIO()
    document.save(held)
    (tmp_path / "minutes.docx").write_bytes(held.getvalue())
    (source,) = iter_sources(tmp_path / "minutes.docx")
    assert isinstance(source, Source)
    found = read(source, spans="all")
    paragraphs = found.text.split("\n\n")
    assert "Velmora: Ida Lund said: “The ferry stays in the harbour until spring.”" in paragraphs
    assert "The crews thanked Nora Berg." in paragraphs
    assert {quote.entity for quote in found.quotes} == {"Ida Lund", "Ole Vik", "Tor Holt"}
