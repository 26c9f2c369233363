"""Programs that take what goes out: each is run on it, and skipped where it is not installed."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree

from tests.exchange.test_export_nasty import program
from tests.support.dossiers import PLAIN, build, find
from tui.cli.parser import main
from tui.commands.annotations import WriteNote, target_of
from tui.commands.codebook import DescribeTag
from tui.exchange.exporters import quotation
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, chunks, write
from tui.reading.quotes.names.bodies import is_institution
from tui.store.briefing import Briefing

NOTE = "# Before\n\nSee [the *record*](https://record.example/7), not [this](javascript:alert(1)).\n\n- one\n- `two`"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Path]:
    briefing = build(tmp_path / "store")
    _, quote = find(briefing, PLAIN)
    briefing.do(WriteNote(target_of(quote), NOTE))
    tag = next(each for each in briefing.tags().values() if each.name == "no deal")
    briefing.do(DescribeTag(tag.id, "Nothing “agreed”,\nso far", "#c03020", "▲"))
    briefing.close()
    yield tmp_path / "store"


@pytest.fixture
def dossier(store: Path) -> Iterator[Dossier]:
    briefing = Briefing.open(store)
    yield Dossier.of(briefing, made="2026-01-02T03:04:05Z")
    briefing.close()


def _made(name: str, dossier: Dossier) -> bytes:
    parts = chunks(BY_ID[name], dossier)
    return b"".join(part.encode() if isinstance(part, str) else part for part in parts)


def test_an_article_has_one_key_wherever_it_is_cited(store: Path, dossier: Dossier) -> None:
    items = json.loads(_made("csl-json", dossier))
    keys = {item["id"] for item in items}
    assert keys == {item["citation-key"] for item in items}
    assert keys == set(re.findall(r"^@\w+\{(.*),$", _made("bibtex", dossier).decode(), re.MULTILINE))
    assert keys == set(re.findall(r"^ID  - (\S+)", _made("ris", dossier).decode(), re.MULTILINE))
    assert len(keys) == 3
    for annotated, article, quote in dossier.quotes():
        (item,) = json.loads(quotation.copied(dossier, annotated, article, quote, "csl"))
        assert item["id"] in keys
        assert f"\\cite{{{item['id']}}}" in quotation.copied(dossier, annotated, article, quote, "latex")


def test_a_citation_key_is_a_name_of_the_article(
    store: Path, dossier: Dossier, capsys: pytest.CaptureFixture[str]
) -> None:
    for item in json.loads(_made("csl-json", dossier)):
        assert main(["show", "--store", str(store), f"@{item['id']}", "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["headline"] == item["title"]


def test_biber_reads_the_references_without_a_warning(dossier: Dossier, tmp_path: Path) -> None:
    biber = program("biber")
    write(BY_ID["bibtex"], dossier, tmp_path / "out.bib")
    words = [biber, "--tool", "--validate-datamodel", "--output-file", str(tmp_path / "made.bib")]
    ran = subprocess.run(
        [*words, str(tmp_path / "out.bib")], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert ran.returncode == 0, ran.stdout
    wrong = [line for line in ran.stdout.splitlines() if re.match("WARN|ERROR", line)]
    # A day that a report does not state is missing.
    assert [line for line in wrong if "one of 'date, year' must be defined" not in line] == []
    assert len(re.findall("^@", (tmp_path / "made.bib").read_text(encoding="utf-8"), re.MULTILINE)) == 3


def test_libreoffice_gives_a_workbook_back_as_it_was(dossier: Dossier, tmp_path: Path) -> None:
    office = program("soffice", "libreoffice")
    write(BY_ID["xlsx"], dossier, tmp_path / "out.xlsx")
    words = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    words += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "back")]
    subprocess.run([*words, str(tmp_path / "out.xlsx")], capture_output=True, timeout=120, check=False)
    ours, theirs = (_cells(tmp_path / name) for name in ("out.xlsx", "back/out.xlsx"))
    assert ours == theirs
    assert {"n", "s", "d"} <= {kind for sheet in ours.values() for row in sheet for kind, _ in row}


def _cells(path: Path) -> dict[str, list[list[tuple[str, Any]]]]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [[(cell.data_type, cell.value) for cell in row] for row in sheet.iter_rows()]
        for sheet in book
    }


def test_taguette_takes_the_codebook(dossier: Dossier) -> None:
    taguette = pytest.importorskip("taguette.import_codebook")
    found = {
        each["path"]: each["description"] for each in taguette.list_tags(io.BytesIO(_made("tags", dossier)))
    }
    assert found == {"'+plus": "", "no deal": "Nothing “agreed”,\nso far", "topic/lock": ""}


def test_our_own_import_takes_the_codebook_back(dossier: Dossier, tmp_path: Path) -> None:
    write(BY_ID["tags"], dossier, tmp_path / "codebook.csv")
    assert main(["import", "--store", str(tmp_path / "new"), str(tmp_path / "codebook.csv")]) == 0
    new = Briefing.open(tmp_path / "new")
    told = {(each.name, each.description, each.color, each.sign) for each in new.tags().values()}
    new.close()
    assert told >= {(each.name, each.description, each.color, each.sign) for each in dossier.tags.values()}


def test_an_annotation_is_on_the_page_by_its_address(dossier: Dossier) -> None:
    items = [each for each in json.loads(_made("webannotation", dossier))["items"] if "article" in each]
    for item in items:
        for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
            assert target["source"] == item["article"].get("url", item["article"]["id"])
            assert target.get("canonical", target["source"]) == item["article"]["id"]
    assert any(item["article"].get("url") for item in items)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("Kremlin", True),
        ("the White House", True),
        ("Russian Foreign Ministry", True),
        ("Ministry of Trade", True),
        ("NATO", True),
        ("Russia", True),
        ("Ida Lund", False),
        ("Anna Law", False),
        ("Lund", False),
    ],
)
def test_an_institution_is_no_person(name: str, body: bool) -> None:
    assert is_institution(name) == body


def test_headings_of_notes_lie_below_ours(dossier: Dossier) -> None:
    html = _made("html", dossier).decode()
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", html) == ["Locks &amp; &lt;boats&gt;"]
    assert "<h3>Before</h3>" in html


def test_links_are_links_in_a_document(dossier: Dossier) -> None:
    pytest.importorskip("docx")
    with zipfile.ZipFile(io.BytesIO(_made("docx", dossier))) as made:
        document = etree.fromstring(made.read("word/document.xml"))
        relations = etree.fromstring(made.read("word/_rels/document.xml.rels"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    outward = {each.get("Target") for each in relations if each.get("TargetMode") == "External"}
    assert "https://record.example/7" in outward
    assert not any(each.startswith("javascript") for each in outward)
    anchors = {each.get(f"{w}anchor") for each in document.iter(f"{w}hyperlink")} - {None}
    assert anchors
    assert anchors <= {each.get(f"{w}name") for each in document.iter(f"{w}bookmarkStart")}
    styles = {
        "".join(paragraph.itertext()): paragraph.find(f"{w}pPr/{w}pStyle").get(f"{w}val")
        for paragraph in document.iter(f"{w}p")
        if paragraph.find(f"{w}pPr/{w}pStyle") is not None
    }
    assert (styles["Before"], styles["one"]) == ("Heading2", "ListBullet")


def test_extruct_finds_the_linked_data_in_a_page(dossier: Dossier) -> None:
    extruct = pytest.importorskip("extruct")
    page = f'<html><script type="application/ld+json">{_made("schema.org", dossier).decode()}</script></html>'
    (found,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert {"Event", "NewsArticle", "Quotation"} <= {each["@type"] for each in found["@graph"]}


def test_sqlite_utils_takes_what_verbs_print(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    assert main(["quotes", "--store", str(store), "--json"]) == 0
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    table = sqlite_utils.Database(tmp_path / "out.db")["quotes"]
    table.insert_all(records, pk="id")
    assert table.count == len(records) == 3
