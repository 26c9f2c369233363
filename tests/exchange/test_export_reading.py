"""References, linked data, workbooks and reports, read back by other libraries."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from html.parser import HTMLParser
from typing import Any

import docx
import openpyxl
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from pyld import jsonld

from tests.support.dossiers import FORMULA, PLAIN, SPLIT, find
from tui.commands.annotations import EditField, WriteNote, target_of
from tui.core.model import AnnotatedEvent
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, chunks
from tui.store.briefing import Briefing


def made(name: str, briefing: Briefing) -> bytes:
    dossier = Dossier.of(briefing, made="2026-01-02T03:04:05Z")
    return b"".join(
        part if isinstance(part, bytes) else part.encode() for part in chunks(BY_ID[name], dossier)
    )


def test_biblatex_is_read_by_another_library(briefing: Briefing) -> None:
    briefing.do(EditField(target_of(find(briefing, PLAIN)[0]), "headline", "50% of {all} the $ & #1_a"))
    library = parse_string(made("bibtex", briefing).decode())
    assert not library.failed_blocks
    first, second, third = library.entries
    assert first["author"] == "Tern, Ada and van Strand, Ole"
    assert first["title"] == r"{50\% of \{all\} the \$ \& \#1\_a}"
    assert (first["date"], first["entrysubtype"]) == ("2025-03-04", "newspaper")
    assert second["author"] == "{Harbour desk}"
    assert third["author"] == "{The Courier}"  # the paper stands in for whom it does not name
    assert len({entry.key for entry in library.entries}) == 3


def test_ris_is_read_by_another_library(briefing: Briefing) -> None:
    first, second, third = rispy.loads(made("ris", briefing).decode())
    assert first["type_of_reference"] == "NEWS"
    assert first["authors"] == ["Tern, Ada", "van Strand, Ole"]
    assert first["urls"] == ["https://courier.example/14?a=1&b=2"]
    assert (first["year"], first["date"]) == ("2025", "2025/03/04")
    assert second["authors"] == ["Harbour desk"]
    assert third["title"] == "A clerk's sum"


def test_linked_data_keeps_every_word_when_it_is_expanded(briefing: Briefing) -> None:
    def load(url: str, _options: object = None) -> dict[str, Any]:
        assert url == "https://schema.org"
        context = {"@context": {"@vocab": "http://schema.org/"}}
        return {"contextUrl": None, "documentUrl": url, "document": context}

    things = jsonld.expand(json.loads(made("schema.org", briefing)), {"documentLoader": load})
    kinds = [each["@type"][0].rpartition("/")[2] for each in things]
    assert sorted(kinds) == ["Event"] * 2 + ["NewsArticle"] * 3 + ["Person"] + ["Quotation"] * 3
    ids = {each["@id"] for each in things}
    quote = next(
        each for each in things if PLAIN in json.dumps(each, ensure_ascii=False) and "Quotation" in str(each)
    )
    for link in ("creator", "isPartOf"):
        assert quote[f"http://schema.org/{link}"][0]["@id"] in ids
    assert [each["@value"] for each in quote["http://schema.org/keywords"]] == ["topic/lock", "no deal"]
    assert "By Friday." in json.dumps(quote["http://schema.org/comment"])


def test_the_workbook_is_read_by_another_library(briefing: Briefing) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", briefing)))
    assert book.sheetnames == ["Quotes", "Articles", "Events", "Tags", "Speakers"]
    quotes = [[cell.value for cell in row] for row in book["Quotes"].iter_rows()]
    tagged = quotes[0].index("tag")
    assert [(row[0], row[tagged]) for row in quotes[1:]] == [
        (PLAIN, "topic/lock"),
        (PLAIN, "no deal"),
        (" … ".join(SPLIT), "topic/lock"),
        (FORMULA, "+plus"),
    ]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}  # none is a formula
    tags = {row[0].value: row[4].value for row in book["Tags"].iter_rows(min_row=2)}
    assert tags == {"+plus": 1, "no deal": 1, "topic/lock": 2}


class _Page(HTMLParser):
    """Every element of a page with its attributes, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_says_all_loads_nothing_and_runs_its_own_script_alone(briefing: Briefing) -> None:
    quote = find(briefing, FORMULA)[1]
    note = "![x](https://spy.example/x.png) <img src=x onerror=alert(1)> [go](javascript:alert(1)) **bold**"
    briefing.do(WriteNote(target_of(quote), note))
    page = _Page()
    text = made("html", briefing).decode()
    page.feed(text)
    names = [name for name, _ in page.elements]
    assert not {*names} & {"img", "iframe", "link", "object"} and names.count("script") == 1
    script = text.partition("<script>")[2].partition("</script>")[0]
    run = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = next(str(a["content"]) for _, a in page.elements if a.get("http-equiv"))
    assert f"script-src 'sha256-{run}'" in policy and "default-src 'none'" in policy
    assert "b" not in names  # of the quote's own words; the note's is strong
    assert "strong" in names
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name == "src" for name in attributes)
        assert (attributes.get("href") or "#").startswith(("#", "https://"))
    for words in (
        PLAIN,
        FORMULA,
        "Mara Quay",
        "The Courier",
        "Locks & <boats>",
        "topic/lock",
        "By Friday.",
        "disputed, B3",
    ):
        assert words in page.words
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    wanted = {str(a["href"])[1:] for _, a in page.elements if str(a.get("href", "")).startswith("#")}
    assert wanted <= ids


def test_the_document_is_read_back(briefing: Briefing) -> None:
    document = docx.Document(io.BytesIO(made("docx", briefing)))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[0] == "Locks & <boats>"
    assert any(each.startswith(f"“{PLAIN}”") for each in words)
    assert (
        words.index("Timeline")
        < words.index("Quotes by speaker")
        < words.index("Notes")
        < words.index("Sources")
    )
    assert "By Friday." in words
    assert document.core_properties.title == "Locks & <boats>"


def test_words_of_a_copied_report_stand_there_once(briefing: Briefing) -> None:
    from dataclasses import replace

    from tui.exchange.exporters.document import pieces

    def twice(annotated: AnnotatedEvent) -> AnnotatedEvent:
        first, *rest = annotated.event.articles
        quotes = tuple(replace(quote, id=f"{quote.id}copy", article="copy") for quote in first.quotes)
        copy = replace(first, id="copy", copy_of=first.id, quotes=quotes)
        return replace(annotated, event=replace(annotated.event, articles=(first, copy, *rest)))

    found = list(pieces(Dossier.of(briefing, twice)))
    assert sum(piece.kind == "quote" and PLAIN in piece.text.split("\n")[0] for piece in found) == 1
    assert any("repeats another report" in piece.text for piece in found)


def test_the_page_draws_its_days_and_each_column_leads_to_an_event(briefing: Briefing) -> None:
    page = _Page()
    page.feed(made("html", briefing).decode())
    bars = [attributes for name, attributes in page.elements if name == "rect"]
    links = [
        str(a.get("href")) for name, a in page.elements if name == "a" and "quote" in str(a.get("aria-label"))
    ]
    ids = {attributes.get("id") for _, attributes in page.elements}
    assert bars and links and {each[1:] for each in links} <= ids


@pytest.mark.parametrize("name", ["html", "markdown", "webannotation", "docx", "csv", "schema.org", "qdpx"])
def test_what_is_redacted_has_no_note(name: str, briefing: Briefing) -> None:
    whole, left = Dossier.of(briefing), Dossier.of(briefing).without_notes()

    def words(dossier: Dossier) -> bytes:
        raw = b"".join(
            part.encode() if isinstance(part, str) else part for part in chunks(BY_ID[name], dossier)
        )
        if raw[:2] != b"PK":
            return raw
        with zipfile.ZipFile(io.BytesIO(raw)) as file:
            return b"".join(map(file.read, file.namelist()))

    note = b"By Friday."
    assert note in words(whole) or name in ("csv", "schema.org")
    assert note not in words(left) and b"topic" in words(left)


def test_the_head_of_the_page_counts_quotes_without_a_day_too(briefing: Briefing) -> None:
    text = made("html", briefing).decode()
    assert "3 articles, 3 quotes" in text and "; 1 quote without a date<" in text
    undated = Dossier.of(briefing, lambda each: None if each.event.date else each)
    alone = "".join(map(str, chunks(BY_ID["html"], undated)))
    assert "1 article, 1 quote<" in alone
