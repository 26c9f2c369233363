"""Quotes that report one statement go out as one block: the fullest wording, the other outlets' below it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.exchange.test_export_reading import made
from tui.commands.annotations import AddTags, EditField, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.speakers import SetSide
from tui.core.model import Quote
from tui.exchange.exporters.document import Piece, pieces
from tui.exchange.exporters.dossier import Dossier, narrowed, urn
from tui.exchange.exporters.formats import BY_ID, chunks, write
from tui.exchange.importers import web_annotations
from tui.store.briefing import Briefing
from tui.workflows.import_pages import import_sources

NORTH = "“We have seen no offer, and there was none to see before Monday,” Sergey Orlov, the minister, said."
LEDGER = "Sergey Orlov, the minister, said that there was “none to see before Monday”."
COURIER = "“The port will stay shut until the mines are cleared,” said Sergey Orlov, the minister."
FULLEST = "We have seen no offer, and there was none to see before Monday"
SHORTER = "none to see before Monday"
ALONE = "The port will stay shut until the mines are cleared"


@pytest.fixture
def port(tmp_path: Path) -> Iterator[Briefing]:
    """Three reports of one event, two of them of one statement."""
    briefing = Briefing.open(tmp_path / "port", create=True, title="Port")
    paths = []
    for outlet, text in (("Ledger", LEDGER), ("North Wire", NORTH), ("Courier", COURIER)):
        page = tmp_path / f"{outlet}.md"
        head = f"---\noutlet: {outlet}\npublished: 2025-03-04\nevent: A call about the port\n---\n"
        page.write_text(f"{head}# {outlet} on the call\n\n{text}\n", encoding="utf-8")
        paths.append(str(page))
    import_sources(briefing, paths)
    yield briefing
    briefing.close()


def said(briefing: Briefing, words: str) -> Quote:
    return next(quote for _, _, quote in briefing.quotes() if words in quote.words)


@pytest.mark.parametrize(
    "name", "markdown csv citations webannotation qdpx schema.org xlsx html docx".split()
)
def test_what_is_made_of_the_words_goes_out_with_them(port: Briefing, name: str) -> None:
    port.do(EditField(target_of(said(port, ALONE)), "polarity", "rejected"))
    parts = [
        part if isinstance(part, bytes) else part.encode() for part in chunks(BY_ID[name], Dossier.of(port))
    ]
    data = b"".join(parts)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b"".join(archive.read(each) for each in archive.namelist() if not each.endswith(".json"))
    assert b"rejected" in data


def test_a_speakers_section_has_a_statement_once_with_each_wording_and_what_was_written_on_it(
    port: Briefing,
) -> None:
    shorter = _shorter(port)
    port.do(AddTags([target_of(shorter)], ["offer"]))
    port.do(WriteNote(target_of(shorter), "Ask the desk."))
    port.do(Assess([target_of(shorter)], "disputed"))
    found = [piece for piece in pieces(Dossier.of(port)) if piece.kind in ("quote", "wording")]
    kinds = [piece.kind for piece in found]
    at = kinds.index("wording")
    assert sorted(kinds) == ["quote", "quote", "wording"]
    fullest, other = found[at - 1], found[at]
    assert FULLEST in fullest.text and "North Wire" in fullest.detail and "direct" in fullest.detail
    assert SHORTER in other.text and "[disputed]" in other.text and other.tags == ("offer",)
    assert "Ledger" in other.detail and "mixed, ? found by rule" in other.detail
    (alone,) = (piece for piece in found if ALONE in piece.text)
    assert "direct" not in alone.detail  # as a quote is shown that nobody repeats
    assert any("Ask the desk." in piece.text for piece in pieces(Dossier.of(port)) if piece.kind == "note")


def _shorter(port: Briefing) -> Quote:
    return next(
        quote for _, _, quote in port.quotes() if SHORTER in quote.words and FULLEST not in quote.words
    )


def test_what_the_reader_said_of_two_quotes_is_told_as_such(port: Briefing) -> None:
    alone, fullest = said(port, ALONE), said(port, FULLEST)
    port.do(LinkQuotes(target_of(fullest), target_of(alone), "same"))
    other = _wordings(Dossier.of(port))
    assert sorted(piece.detail.rpartition(", ")[2] for piece in other if ALONE in piece.text) == [
        "set by the reader"
    ]


def _wordings(dossier: Dossier) -> list[Piece]:
    return [piece for piece in pieces(dossier) if piece.kind == "wording"]


def test_a_wording_whose_fullest_stays_behind_goes_out_as_a_quote(port: Briefing) -> None:
    shorter = _shorter(port)
    dossier = Dossier.of(port, lambda event: narrowed(event, lambda quote: quote.id == shorter.id))
    assert [piece.kind for piece in pieces(dossier) if SHORTER in piece.text] == ["quote"]
    (row,) = "".join(map(str, chunks(BY_ID["csv"], dossier))).splitlines()[1:]
    assert f"st-{said(port, FULLEST).id}" in row  # it is a wording of the same statement all the same


def test_the_page_of_an_event_has_the_wordings_of_a_statement_together(
    port: Briefing, tmp_path: Path
) -> None:
    write(BY_ID["markdown"], Dossier.of(port), tmp_path / "notes")
    (page,) = (
        text
        for each in (tmp_path / "notes" / "pages").glob("*.md")
        if "\ntype: event\n" in (text := each.read_text(encoding="utf-8"))
    )
    articles, heading, block = page.partition("## In several wordings\n")
    fullest, shorter, alone = said(port, FULLEST), _shorter(port), said(port, ALONE)
    assert heading and f"#^{alone.id}]]" in articles and f"#^{alone.id}" not in block
    assert "### Sergey Orlov · 2 wordings" in block
    assert (
        block.index("North Wire, direct:")
        < block.index(f"#^{fullest.id}]]")
        < block.index("Ledger, mixed, ? found")
    )
    assert page.count(f"#^{fullest.id}]]") == page.count(f"#^{shorter.id}]]") == 1


def test_one_file_has_each_wording_once_and_keeps_what_was_added_to_it(
    port: Briefing, tmp_path: Path
) -> None:
    path = tmp_path / "port.md"
    write(BY_ID["markdown"], Dossier.of(port), path)
    shorter = _shorter(port)
    text = path.read_text(encoding="utf-8")
    assert all(text.count(f"\n^{quote.id}\n") == 1 for _, _, quote in port.quotes())
    assert (
        text.index(f"^{said(port, FULLEST).id}")
        < text.index("Ledger, mixed, ?")
        < text.index(f"^{shorter.id}")
    )
    path.write_text(text.replace(f"^{shorter.id}\n", f"^{shorter.id}\n\nMine.\n"), encoding="utf-8")
    port.do(WriteNote(target_of(shorter), "Ask the desk."))
    write(BY_ID["markdown"], Dossier.of(port), path)
    now = path.read_text(encoding="utf-8")
    assert now.count("Mine.") == now.count("> Ask the desk.") == 1


def test_the_document_sets_the_other_wordings_in(port: Briefing) -> None:
    (made,) = chunks(BY_ID["docx"], Dossier.of(port))
    assert isinstance(made, bytes)
    paragraphs = docx.Document(io.BytesIO(made)).paragraphs
    indented = [each.text for each in paragraphs if each.paragraph_format.left_indent]
    assert len(indented) == 2 and SHORTER in indented[0] and indented[1].startswith("2025-03-04, Ledger")


def test_linked_data_has_a_quotation_that_stands_on_its_wordings(port: Briefing) -> None:
    graph = json.loads("".join(map(str, chunks(BY_ID["schema.org"], Dossier.of(port)))))["@graph"]
    (statement,) = (thing for thing in graph if "isBasedOn" in thing)
    fullest, shorter = urn(said(port, FULLEST).id), urn(_shorter(port).id)
    by_id = {thing["@id"]: thing for thing in graph}
    assert [each["@id"] for each in statement["isBasedOn"]] == [fullest, shorter]
    assert statement["@type"] == "Quotation" and statement["@id"] not in (fullest, shorter)
    assert statement["text"] == by_id[fullest]["text"] and statement["creator"] == by_id[fullest]["creator"]
    assert "found by rule" in statement["disambiguatingDescription"]


def test_annotations_link_a_wording_and_an_import_does_not_take_it_for_the_readers(
    port: Briefing, tmp_path: Path
) -> None:
    raw = "".join(map(str, chunks(BY_ID["webannotation"], Dossier.of(port)))).encode()
    items = json.loads(raw)["items"]
    (link,) = (item for item in items if item["motivation"] == "linking")
    assert link["body"] == urn(said(port, FULLEST).id) and link["target"] == urn(_shorter(port).id)
    assert link["why"].startswith("found by rule") and 0.5 < link["confidence"] <= 1
    read = web_annotations.read(raw)
    assert len(read.pointers) == 3 and not read.ties
    port.do(LinkQuotes(target_of(said(port, FULLEST)), target_of(_shorter(port)), "same"))
    raw = "".join(map(str, chunks(BY_ID["webannotation"], Dossier.of(port)))).encode()
    ties = web_annotations.read(raw).ties  # what the reader said comes in again, from either side
    assert {(frozenset((tie.id, tie.other)), tie.relation) for tie in ties} == {
        (frozenset((said(port, FULLEST).id, _shorter(port).id)), "same")
    }


def test_the_head_of_the_page_and_the_sheet_of_events_count_statements_beside_quotes(port: Briefing) -> None:
    page = "".join(map(str, chunks(BY_ID["html"], Dossier.of(port))))
    told = re.search(r"3 articles, (\d) quotes in (\d) statements", page)
    assert told and int(told[1]) == int(told[2]) + 1  # two reports give one statement
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", port)))
    names, event = book["Events"].iter_rows(values_only=True)
    of = dict(zip(names, event, strict=True))
    assert (of["quotes"], of["statements"]) == (int(told[1]), int(told[2]))


def test_a_table_tells_for_whom_a_speaker_speaks_and_what_of_it_is_a_guess(
    port: Briefing, tmp_path: Path
) -> None:
    page = tmp_path / "globe.md"
    page.write_text(
        "---\noutlet: Globe\npublished: 2025-03-04\nevent: A call about the port\n---\n# Globe on the call\n\n"
        "Russian Foreign Minister Sergey Orlov spoke. The French envoy Mira Arden met Ida Lund. She said that the "
        "port was hers.\n",
        encoding="utf-8",
    )
    import_sources(port, [str(page)])

    def table() -> list[dict[str, str]]:
        text = "".join(map(str, chunks(BY_ID["csv"], Dossier.of(port)))).removeprefix("\ufeff")
        return list(csv.DictReader(io.StringIO(text)))

    orlov = [row for row in table() if row["speaker"] == "Sergey Orlov"]
    assert {(row["side"], row["side_inferred"], row["speaker_inferred"]) for row in orlov} == {
        ("Russia", "yes", "")
    }
    (hers,) = (row for row in table() if "port was hers" in row["quote"])
    assert hers["speaker_inferred"] == "yes"
    port.do(SetSide(said(port, FULLEST).speakers[0], "Norland"))
    orlov = [row for row in table() if row["speaker"] == "Sergey Orlov"]
    assert {(row["side"], row["side_inferred"]) for row in orlov} == {("Norland", "")}

    port.do(SetSide(said(port, "port was hers").speakers[0], "Velmora"))
    port.do(Star([target_of(said(port, "port was hers"))], on=True))
    page.write_text(
        page.read_text(encoding="utf-8").replace("She said that the port was hers.", "They left.")
    )
    import_sources(port, [str(page)])  # her words are gone, and still go out for the star
    (hers,) = (row for row in table() if "port was hers" in row["quote"])
    assert (hers["side"], hers["side_inferred"]) == ("Velmora", "")
