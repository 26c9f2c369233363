"""A quote of several speakers in every format that has speakers, and back again."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.exchange.test_export_reading import made
from tests.exchange.test_quotes_gone import AFTER, BEFORE
from tests.store.test_versions import bring, only, saying
from tests.support.annotation_files import CODES, GUID, handed, project, selection, source, whole, written
from tests.support.dossiers import PLAIN, build, find
from tui.commands.annotations import AddTags, EditField, target_of
from tui.commands.quotes import AddQuote
from tui.commands.speakers import SetRole
from tui.core.model import Quote
from tui.core.speakers import attributed_names
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, write
from tui.exchange.exporters.quotation import copied
from tui.store.briefing import Briefing

ALL = ("Ida Lund", "Otto Roth", "Vera Vidal")


@pytest.fixture
def joint(briefing: Briefing) -> Quote:
    """The plain quote of the briefing, which three people say now."""
    briefing.do(EditField(target_of(find(briefing, PLAIN)[1]), "speaker", "; ".join(ALL)))
    quote = find(briefing, PLAIN)[1]
    briefing.do(SetRole(quote.speakers[1], "lock keeper"))
    return find(briefing, PLAIN)[1]


def test_tables_name_all_of_them(briefing: Briefing, joint: Quote) -> None:
    rows = list(csv.DictReader(io.StringIO(made("csv", briefing).decode("utf-8-sig"))))
    assert {row["speaker"] for row in rows if row["quote_id"] == joint.id} == {"; ".join(ALL)}
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", briefing)))
    quotes = {row[0]: row[1] for row in book["Quotes"].iter_rows(values_only=True)}
    assert quotes[PLAIN] == "; ".join(ALL)
    said = {row[0]: row[4] for row in book["Speakers"].iter_rows(min_row=2, values_only=True)}
    assert {name: said[name] for name in ALL} == dict.fromkeys(ALL, 1)


def test_reports_show_it_under_each_with_the_others(briefing: Briefing, joint: Quote) -> None:
    page = made("html", briefing).decode()
    assert page.count(f'id="q-{joint.id}"') == 1
    for name in ALL:
        section = page.split(f">{name}", 1)[1].split("<h3", 1)[0]
        assert PLAIN in section and all(other in section for other in ALL if other != name)
    text = [paragraph.text for paragraph in docx.Document(io.BytesIO(made("docx", briefing))).paragraphs]
    assert sum("together with" in each for each in text) == 3


def test_notes_have_a_page_for_each(briefing: Briefing, joint: Quote, tmp_path: Path) -> None:
    write(BY_ID["markdown"], Dossier.of(briefing), tmp_path / "vault")
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "vault").rglob("*.md")}
    assert all(PLAIN in pages[name] for name in ALL)
    assert any("[[Ida Lund]]; [[Otto Roth]]; [[Vera Vidal]] (" in page for page in pages.values())
    assert "Ida Lund; Otto Roth; Vera Vidal (" in made("markdown", briefing).decode()


def test_linked_data_has_a_person_for_each(briefing: Briefing, joint: Quote) -> None:
    graph = json.loads(made("schema.org", briefing))["@graph"]
    people = {each["@id"]: each["name"] for each in graph if each["@type"] == "Person"}
    (quotation,) = (each for each in graph if each.get("text") == PLAIN)
    assert [people[each["@id"]] for each in quotation["creator"]] == [*ALL]


def test_a_copied_quote_names_all_of_them(briefing: Briefing, joint: Quote) -> None:
    article = find(briefing, PLAIN)[0]
    dossier, annotated = Dossier.of(briefing), briefing.annotated(article.event)
    for form in ("markdown", "csl", "latex"):
        assert "Ida Lund; Otto Roth; Vera Vidal" in copied(dossier, annotated, article, joint, form)


def test_a_project_brings_all_of_them_back(
    briefing: Briefing, joint: Quote, empty: Briefing, tmp_path: Path
) -> None:
    write(BY_ID["qdpx"], Dossier.of(briefing), tmp_path / "out.qdpx")
    assert handed(empty, tmp_path / "out.qdpx").left == []
    assert written(empty)[PLAIN] == written(briefing)[PLAIN]
    assert written(empty)[PLAIN][0] == "; ".join(ALL)
    roles = {each.name: each.role for each in empty.speakers().values()}
    assert roles["Otto Roth"] == "lock keeper" and not roles["Ida Lund"]


def test_annotations_bring_all_of_them_back(briefing: Briefing, joint: Quote, tmp_path: Path) -> None:
    article = find(briefing, PLAIN)[0]
    start = article.text.index("lock on Monday")
    briefing.do(AddQuote(target_of(article), f"{start}-{start + 4}", "Ida Lund; Otto Roth", "indirect"))
    write(BY_ID["webannotation"], Dossier.of(briefing), tmp_path / "out.jsonld")
    items = json.loads((tmp_path / "out.jsonld").read_text(encoding="utf-8"))["items"]
    (item,) = (each for each in items if each["id"].replace("-", "").endswith(joint.id))
    assert [each["name"] for each in item["speaker"]] == [*ALL]
    fresh = build(tmp_path / "fresh")
    handed(fresh, tmp_path / "out.jsonld")
    assert attributed_names(find(fresh, "lock")[1], fresh.speakers()) == ALL[:2]
    fresh.close()


def test_a_name_with_a_semicolon_in_another_program_is_one_speaker(empty: Briefing, tmp_path: Path) -> None:
    case = (
        f'<Cases><Case guid="{GUID}31" name="Lund; Ida"><SelectionRef targetGUID="{GUID}02"/></Case></Cases>'
    )
    handed(empty, project(tmp_path, whole(CODES + case + source(selection(0, 4)))))
    assert written(empty)["Wind"][0] == "Lund, Ida"


def test_a_quote_whose_words_are_gone_keeps_all_who_said_it(empty: Briefing, tmp_path: Path) -> None:
    bring(empty, BEFORE)
    quote = saying(only(empty)[1], "go to school")
    empty.do(EditField(target_of(quote), "speaker", "; ".join(ALL)))
    empty.do(AddTags([target_of(quote)], ["school"]))
    bring(empty, AFTER)
    (gone,) = only(empty)[1].gone
    assert attributed_names(gone, empty.speakers()) == ALL
    write(BY_ID["qdpx"], Dossier.of(empty), tmp_path / "out.qdpx")
    other = Briefing.open(tmp_path / "other", create=True)
    handed(other, tmp_path / "out.qdpx")
    (back,) = only(other)[1].gone
    assert attributed_names(back, other.speakers()) == ALL
    other.close()
