"""What goes out to other programs names no file that cannot be, and holds nothing that runs."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.support import nasty
from tui.commands.annotations import EditField, WriteNote, target_of
from tui.core.board_grid import BoardCell, BoardGrid
from tui.exchange.exporters import board_file
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, FORMATS, write
from tui.exchange.importers.model import ImportedDeed, ImportedMarks
from tui.store.briefing import Briefing
from tui.workflows.import_annotations import ImportAnnotations
from tui.workflows.import_pages import import_sources

ROOT = Path(__file__).parents[2]
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@pytest.fixture
def out(tmp_path: Path) -> dict[str, Path]:
    """A briefing that is hard to hand on, in every format there is."""
    dossier = Dossier.of(nasty.build(tmp_path / "store"))
    made = {}
    for each in FORMATS:
        made[each.id] = tmp_path / f"out-{each.id}"
        write(each, dossier, made[each.id])
    return made


def test_no_name_of_a_file_is_reserved_too_long_or_one_of_two_that_differ_by_case(
    out: dict[str, Path],
) -> None:
    names = [file.relative_to(out["markdown"]) for file in out["markdown"].rglob("*") if file.is_file()]
    assert len(names) > 8
    assert len({str(name).casefold() for name in names}) == len(names)
    for name in names:
        for part in name.parts:
            assert not _RESERVED.fullmatch(part) and len(part.encode()) <= 255, part
            assert not re.search(r'[<>:"|?*\\\x00-\x1f]|[ .]$', part), part


def test_words_from_outside_run_nothing_in_markdown(out: dict[str, Path]) -> None:
    text = "\n".join(file.read_text("utf-8") for file in out["markdown"].rglob("*.md"))
    piped = next(line for line in text.splitlines() if "a \\| b" in line)
    bare = re.sub(r"\\.", "", piped)  # what a backslash stands before is shown and not meant
    for mark in ("[", "%", "<", "{", "=", "::", "`", "$", "#", "^"):
        assert mark not in bare, mark


def test_json_is_json_and_holds_no_control(out: dict[str, Path]) -> None:
    seen = 0
    for path in out.values():
        for file in [path] if path.is_file() else path.rglob("*.json*"):
            text = file.read_bytes()
            if text[:1] in b"[{" and text:
                for line in text.splitlines() if file.suffix == ".jsonl" else [text]:
                    told = json.dumps(json.loads(line), ensure_ascii=False)
                    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", told)
                seen += 1
    assert seen


def test_no_word_begins_a_field_of_ris(out: dict[str, Path]) -> None:
    lines = out["ris"].read_bytes().decode().split("\r\n")
    assert all(re.fullmatch(r"([A-Z][A-Z0-9]  - [^\n\r\v\f\x85\u2028\u2029]*)?", line) for line in lines)
    assert lines.count("TY  - NEWS") == lines.count("ER  - ") == 6


def test_xml_declares_nothing_and_a_document_has_no_field_object_or_link_that_runs(tmp_path: Path) -> None:
    briefing = nasty.build(tmp_path / "store")
    _, article, _ = next(briefing.quotes())
    links = "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](https://news.example/x) <data:text/html,x>"
    briefing.do(WriteNote(target_of(article), links))
    parts = []
    for name in ("graphml", "qdc", "qdpx", "docx", "xlsx"):
        file = tmp_path / name
        write(BY_ID[name], Dossier.of(briefing), file)
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                parts += [
                    (f"{name} {each}", archive.read(each))
                    for each in archive.namelist()
                    if each.endswith((".xml", ".rels", ".qde"))
                ]
        else:
            parts.append((name, file.read_bytes()))
    assert len(parts) > 10
    for name, raw in parts:
        assert b"<!DOCTYPE" not in raw and b"<!ENTITY" not in raw, name
        tree = etree.fromstring(raw, etree.XMLParser(resolve_entities=False))
        for element in tree.iter():
            kind = etree.QName(element).localname
            assert kind not in ("instrText", "fldSimple", "fldChar", "altChunk", "object", "f"), (name, kind)
            if element.get("TargetMode") == "External":
                assert str(element.get("Target")).startswith(("http://", "https://")), element.get("Target")
    briefing.close()


_LOGIN = "https://ann:SECRET@news.example"
_SAID = (
    "was closed on Monday, for the storm broke it. “It will not hold,” said Bo Lund, the mayor of the town."
)
_PAGES = {
    "a.md": f"---\ntitle: Quay\nurl: {_LOGIN}/a\n---\nThe quay in Ostrand {_SAID}\n",
    "b.html": f"<!doctype html><html><head><title>Pier</title><link rel=canonical href='{_LOGIN}/b'><meta property='og:url'"
    f" content='{_LOGIN}/b'></head><body><article><h1>Pier</h1><p>The pier in Arn {_SAID}</p></article></body></html>",
    "c.jsonl": f'{{"title": "Lock", "text": "The lock in Larn {_SAID}", "url": "{_LOGIN}/c"}}\n',
    "d.ris": f"TY  - NEWS\nTI  - Dam\nUR  - {_LOGIN}/d\nAB  - The dam of Casabeck {_SAID}\nER  - \n",
    "e.csv": f'title,url,text\nFord,{_LOGIN}/e,"The ford of Senn {_SAID}"\n',
    "f.eml": "From: Ann <a@example.org>\nSubject: Mill\nDate: Tue, 01 Jul 2025 10:00:00 +0000\n"
    f"Archived-At: <{_LOGIN}/f>\n\nThe mill of Tirlemount {_SAID}\n",
}


def _unpacked(path: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield what the files below a folder hold; raw pages are kept as they came."""
    for file in path.rglob("*"):
        if file.is_file() and "sources" not in file.parts and not zipfile.is_zipfile(file):
            yield file, file.read_bytes()
        elif file.is_file() and zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive:
                yield from (
                    (file / name, archive.read(name))
                    for name in archive.namelist()
                    if "sources" not in name.lower()
                )


def test_no_password_of_an_address_is_stored_or_goes_out(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, page in _PAGES.items():
        (pages / name).write_text(page, "utf-8")
    briefing = Briefing.open(tmp_path / "store", create=True)
    assert len(import_sources(briefing, [pages]).new) == len(_PAGES)
    _, article, _ = next(briefing.quotes())
    briefing.do(EditField(target_of(article), "url", f"{_LOGIN}/corrected"))
    marks = ImportedMarks(
        fields=(("url", f"{_LOGIN}/g"),),
        deeds=(ImportedDeed("editing", {"field": "url", "value": f"{_LOGIN}/h"}),),
    )
    briefing.do(ImportAnnotations(origin="project", marks=[(target_of(article), marks)]))
    urls = {article.url for _, article, _ in briefing.quotes()}
    assert {f"https://news.example/{name}" for name in "bcde"} < urls and len(urls) == len(_PAGES)
    for form in FORMATS:
        if form.id not in ("qdc", "tags"):  # which hold no article
            write(form, Dossier.of(briefing), tmp_path / "out" / form.id)
    briefing.close()
    found = list(_unpacked(tmp_path / "store")) + list(_unpacked(tmp_path / "out"))
    assert len(found) > 30
    assert [file for file, held in found if b"SECRET" in held] == []


_WORDS = "<script>alert(1)</script> | [[x]] ![i](https://spy.example) \u202e\x1b[2J\n\n# k:: `v` $1$"


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_accounts_go_out_as_they_are_said_and_run_nothing(form: str) -> None:
    cell = BoardCell(_WORDS, (_WORDS,), (_WORDS,), "a", "q")
    grid = BoardGrid(_WORDS, (_WORDS, "=1+1"), (_WORDS, "silent"), ({0: (cell,)},))
    text = "".join(str(each) for each in board_file.chunks(BY_ID[form], [grid, grid]))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    if form == "html":
        page = etree.HTML(text)
        assert not page.xpath("//script | //img | //@onerror") and page.xpath("//table")
        return
    for line in text.splitlines():
        bare = re.sub(r"\\.", "", line).replace("<br>", "")
        assert not re.search(r"<|!\[|\[\[|::|`|\$", bare), line


def test_each_door_of_the_guide_has_its_test() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "security.md").read_text("utf-8"))
    named += re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "promises.md").read_text("utf-8"))
    assert len(named) > 45
    for path, name in named:
        assert f"def {name}(" in (ROOT / path).read_text("utf-8"), (path, name)


def test_each_promise_names_its_test() -> None:
    said = (ROOT / "docs" / "promises.md").read_text("utf-8")
    promises = [each for each in said.split("\n\n") if each.startswith("**")]
    assert len(promises) > 8
    assert [each.partition(".**")[0] for each in promises if "`tests/" not in each] == []
