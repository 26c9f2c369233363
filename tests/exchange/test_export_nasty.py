"""What is hard to hand on arrives in every format, also in the programs it is for where they are installed."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pyld import jsonld

from tests.support import nasty
from tui.commands.annotations import WriteNote, target_of
from tui.exchange.exporters.biblatex import latex
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, chunks, write
from tui.store.briefing import Briefing

FORMULA = tuple("=+-@＝＋－＠")


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    made = nasty.build(tmp_path_factory.mktemp("hard") / "store")
    yield made
    made.close()


@pytest.fixture
def dossier(briefing: Briefing) -> Dossier:
    return Dossier.of(briefing, made="2026-01-02T03:04:05Z")


def made(name: str, dossier: Dossier) -> bytes:
    return b"".join(
        part if isinstance(part, bytes) else part.encode() for part in chunks(BY_ID[name], dossier)
    )


def program(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{names[0]} is not installed")
    return found


@pytest.mark.parametrize("sep", [",", ";", "\t"])
def test_no_cell_is_a_formula_however_the_spreadsheet_parts_them(sep: str, dossier: Dossier) -> None:
    note = 'first;=1+1\n=2+2\n@x\t+3;"-4\n- a list\n-- and so on'
    (article,) = (each for _, each, quote in nasty.quoted(dossier) if quote.words == "Reserved")
    dossier_briefing = dossier.briefing
    assert dossier_briefing
    (reserved,) = (quote for quote in article.quotes)
    dossier_briefing.do(WriteNote(target_of(reserved), note))
    text = made("csv", dossier).decode("utf-8-sig")
    dossier_briefing.undo()
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sep))
    if sep == ",":
        (row,) = (row for row in rows if row[0] == "Reserved")
        assert row[rows[0].index("note")] == "first;'=1+1\n'=2+2\n'@x\t'+3;\"'-4\n- a list\n-- and so on"
    for row in rows:
        for cell in row:
            opens = cell.lstrip()[:2]
            assert not opens.startswith(FORMULA) or opens in ("- ", "--"), cell


def test_annotations_come_out_of_expansion_as_they_went_in(dossier: Dossier, schemas: Path) -> None:
    context = json.loads((schemas / "anno.jsonld").read_bytes())

    def load(url: str, _options: object = None) -> dict[str, Any]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contextUrl": None, "documentUrl": url, "document": context}

    page = json.loads(made("webannotation", dossier))
    back = jsonld.compact(
        jsonld.expand(page, {"documentLoader": load}), page["@context"], {"documentLoader": load}
    )

    def same(one: Any, other: Any) -> bool:
        if isinstance(one, dict) and isinstance(other, dict):
            return one.keys() == other.keys() and all(
                key == "@context" or same(value, other[key]) for key, value in one.items()
            )
        if isinstance(one, list) or isinstance(other, list):
            ones, others = (each if isinstance(each, list) else [each] for each in (one, other))
            return len(ones) == len(others) and all(map(same, ones, others))
        return bool(one == other)

    assert same(page, back)
    assert len(page["items"]) == 19


def test_a_project_with_letters_of_every_plane_validates_and_its_places_are_right(
    dossier: Dossier, schemas: Path
) -> None:
    codebook = etree.fromstring(made("qdc", dossier))
    etree.XMLSchema(etree.parse(str(schemas / "Codebook.xsd"))).assertValid(codebook)
    archive = zipfile.ZipFile(io.BytesIO(made("qdpx", replace(dossier, every=True))))
    root = etree.fromstring(archive.read("project.qde"))
    etree.XMLSchema(etree.parse(str(schemas / "Project.xsd"))).assertValid(root)
    there = set()
    for source in root.iter("{*}TextSource"):
        text = archive.read(str(source.get("plainTextPath")).replace("internal://", "sources/")).decode()
        for each in source.iter("{*}PlainTextSelection"):
            there.add(text[int(each.get("startPosition", "")) : int(each.get("endPosition", ""))])
    parts = {part.exact for _, _, quote in nasty.quoted(dossier) for part in quote.parts}
    assert there == parts


def test_linked_data_can_be_put_into_a_page(dossier: Dossier) -> None:
    raw = made("schema.org", dossier).decode()
    page = etree.HTML(f'<script type="application/ld+json">{raw}</script><p>after</p>')
    assert json.loads(page.xpath("string(//script)")) == json.loads(raw)
    assert page.xpath("string(//p)") == "after"
    assert nasty.PIPED in {each.get("text") for each in json.loads(raw)["@graph"]}


def test_what_runs_from_right_to_left_is_set_so(dossier: Dossier) -> None:
    page = made("html", dossier).decode()
    assert f'<p dir="auto">“{nasty.RTL}”</p>' in page
    document = zipfile.ZipFile(io.BytesIO(made("docx", dossier))).read("word/document.xml")
    leftward = [
        "".join(each.itertext())
        for each in etree.fromstring(document).iter("{*}p")
        if each.find("{*}pPr/{*}bidi") is not None
    ]
    assert f"“{nasty.RTL}”" in leftward
    assert not any("original" in each for each in leftward)


@pytest.mark.parametrize("name", ["html", "docx"])
def test_the_report_says_who_the_speakers_are_and_what_was_noted_on_them(name: str, dossier: Dossier) -> None:
    raw = made(name, dossier)
    if name == "docx":
        raw = zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml")
    words = " ".join("".join(etree.HTML(raw.decode().partition("?>")[2] or raw.decode()).itertext()).split())
    for said in ("harbour master <b>; also =Luke; “the Pole”", "=1+1", "translated by O. “Ole” Müller"):
        assert said in words


# Installed programs, where they are


def test_pandoc_sets_the_same_bibliography_from_all_three(dossier: Dossier, tmp_path: Path) -> None:
    pandoc = program("pandoc")
    readers = {"csl-json": "csljson", "bibtex": "biblatex", "ris": "ris"}
    known = subprocess.run(
        [pandoc, "--list-input-formats"], capture_output=True, text=True, check=True
    ).stdout
    found = {}
    for name, reader in readers.items():
        if reader not in known.split():  # RIS came late to it
            continue
        path = tmp_path / f"out{BY_ID[name].suffix}"
        path.write_bytes(made(name, dossier))
        ran = subprocess.run(
            [pandoc, "-f", reader, "-t", "csljson", str(path)], capture_output=True, check=True
        )
        items = json.loads(ran.stdout)
        found[name] = sorted(
            (
                each["title"],
                each.get("container-title", ""),
                str(each.get("issued", {}).get("date-parts", [[""]])[0]),
            )
            for each in items
        )
    assert len(found) >= 2
    assert found["bibtex"] == found["csl-json"]
    if "ris" in found:  # of a date it reads the year alone
        assert found["ris"] == [(*each[:2], re.sub(r",.*(?=])", "", each[2])) for each in found["csl-json"]]


@pytest.mark.parametrize(
    "words", ["a -- b --- c", "`x` ``y`` ?`", "50% of {all} $ & #1_a ~^\\ <b>|", nasty.PIPED, nasty.ASTRAL]
)
def test_what_is_copied_as_latex_is_set_as_it_is(words: str) -> None:
    ran = [program("pandoc"), "-f", "latex", "-t", "plain", "--wrap=none"]
    said = subprocess.run(ran, input=latex(words), capture_output=True, text=True, check=True).stdout
    assert said.strip() == words


def shown(path: Path, place: str = "") -> str:
    """Return the elements of a page as a browser has them once its script has run."""
    browser = program("chromium", "chromium-browser", "google-chrome")
    quiet = "--headless --no-sandbox --disable-gpu --disable-background-networking --no-first-run".split()
    ran = subprocess.run(
        [browser, *quiet, f"--user-data-dir={path.parent / 'profile'}", "--dump-dom", path.as_uri() + place],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ran.stdout


def test_a_browser_shows_the_page_and_runs_nothing_of_what_was_read(dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    path.write_bytes(made("html", dossier))
    page = etree.HTML(shown(path))
    assert nasty.RTL in "".join(page.itertext())
    assert len(page.xpath("//script")) == 1 and not page.xpath("//img | //iframe | //@onerror")
    assert "<script>alert(1)</script>" in "".join(page.itertext())
    assert not page.xpath("//*[@class='find'][@hidden]")  # our own script ran


def test_a_browser_finds_in_the_page_what_is_asked_for(dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / "out.html"
    path.write_bytes(made("html", dossier))
    page = etree.HTML(shown(path, "#find=THIRD%20second"))
    left = page.xpath("//figure[@data-item][not(@hidden)]")  # one for each who said it
    assert left and all("First 🌊 words" in "".join(each.itertext()) for each in left)
    assert page.xpath("//figure[@data-item][@hidden]")
    found, every = page.xpath("//*[@data-item][not(@hidden)]"), page.xpath("//*[@data-item]")
    assert page.xpath("string(//output)") == f"{len(found)} of {len(every)}"


def _bare(cell: str) -> str:
    return re.sub(r"(\d\d:\d\d:\d\d)\.\d+Z", r"\1Z", cell.replace("'", ""))


def test_a_spreadsheet_reads_the_workbook_cell_by_cell(dossier: Dossier, tmp_path: Path) -> None:
    office = program("soffice", "libreoffice")
    write(BY_ID["xlsx"], dossier, tmp_path / "out.xlsx")
    # Comma, quotation marks, UTF-8, cells as they are shown, the first sheet.
    target = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,1"
    ran = subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(tmp_path),
            str(tmp_path / "out.xlsx"),
        ],
        capture_output=True,
        timeout=120,
        check=False,
    )
    (out,) = tmp_path.glob("out*.csv")
    ours = csv.reader(io.StringIO(made("csv", dossier).decode("utf-8-sig"), newline=""))
    with out.open(encoding="utf-8", newline="") as file:
        theirs = list(csv.reader(file))
    # A workbook wants no apostrophe before what looks like a formula, and has no fractions of seconds.
    assert [[_bare(cell) for cell in row] for row in theirs] == [
        [_bare(cell) for cell in row] for row in ours
    ], ran.stderr
