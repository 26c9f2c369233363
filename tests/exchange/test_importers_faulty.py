"""Files that are wrong in ways that are common, or on purpose: taken as far as is sure, or refused whole."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.support.annotation_files import CODES, GUID, handed, project, selection, source, whole, written
from tests.support.dossiers import PLAIN, find
from tui.cli.parser import main
from tui.exchange.importers import qda_texts
from tui.exchange.importers.model import AnnotationFileError
from tui.store.briefing import Briefing

BARE = '<PlainTextSelection startPosition="0" endPosition="4"/>'


def inline(text: str) -> str:
    return f"<PlainTextContent>{escape(text)}</PlainTextContent>"


def linked(*pairs: tuple[str, str]) -> str:
    links = "".join(
        f'<Link guid="{GUID}e{n}" name="continued" originGUID="{GUID}{a}" targetGUID="{GUID}{b}"/>'
        for n, (a, b) in enumerate(pairs)
    )
    return f"<Links>{links}</Links>"


@pytest.mark.parametrize("name", ["project.qde", "project.xml"])
def test_a_project_out_of_its_zip_file_is_no_page(name: str, empty: Briefing, tmp_path: Path) -> None:
    (tmp_path / name).write_text(whole(CODES + source(selection(0, 4))), encoding="utf-8")
    handed(empty, tmp_path / name)
    assert written(empty)["Wind"] == ("", "indirect", ["weather/wind-gust"], "")


@pytest.mark.parametrize("text", ["Other/sources/t.txt", "Other\\sources\\t.txt"])
def test_a_project_zipped_by_hand_is_found_in_its_folder(text: str, empty: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "other.qdpx"
    body = whole(
        CODES + source(selection(0, 4), text="").replace("name=", 'plainTextPath="internal://t.txt" name=')
    )
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("Other/project.qde", body)
        info = zipfile.ZipInfo("x")
        info.filename = text
        out.writestr(info, "Wind and rain.")
        out.writestr("__MACOSX/Other/._project.qde", b"\0\5\26\7")
    handed(empty, path)
    assert "Wind" in written(empty)


def test_a_link_to_elsewhere_is_no_text(empty: Briefing, tmp_path: Path) -> None:
    path = project(tmp_path, whole(source()))
    link = zipfile.ZipInfo("sources/t.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as out:
        out.writestr(link, "/etc/passwd")
    with pytest.raises(AnnotationFileError, match="link to elsewhere"):
        handed(empty, path)


def test_ids_that_are_missing_where_nothing_needs_them_are_no_fault(empty: Briefing, tmp_path: Path) -> None:
    taken = handed(
        empty, project(tmp_path, whole(source(BARE) + '<CodeBook><Codes><Code name="a"/></Codes></CodeBook>'))
    )
    assert (len(taken.new), taken.codes) == (1, 1)
    assert "Wind" in written(empty)


def test_a_selection_of_blanks_is_no_quote(empty: Briefing, tmp_path: Path) -> None:
    taken = handed(
        empty, project(tmp_path, whole(CODES + source(selection(4, 5) + selection(2, 2, guid="03"))))
    )
    assert not list(empty.quotes())
    assert len(taken.left) == 2


def test_parts_that_overlap_are_one_and_nothing_is_half_imported(briefing: Briefing, tmp_path: Path) -> None:
    article, _ = find(briefing, PLAIN)
    at = article.text.index("script>alert")
    parts = selection(at, at + 6) + selection(at + 3, at + 12, guid="03")
    known = f'<TextSource guid="{GUID}01" name="Known">{inline(article.text)}{parts}</TextSource>'
    new = f'<TextSource guid="{GUID}09" name="New">{inline("A text nobody has yet.")}</TextSource>'
    body = f"{CODES}<Sources>{new}{known}</Sources>{linked(('02', '03'))}"
    taken = handed(briefing, project(tmp_path, whole(body)))
    assert len(taken.new) == 1
    assert written(briefing)["script>alert"][2] == ["weather/wind-gust"]


def test_one_text_that_is_in_a_project_twice_is_one_article(briefing: Briefing, tmp_path: Path) -> None:
    article, _ = find(briefing, PLAIN)
    at = article.text.index("script>alert")
    one, two = (
        f'<TextSource guid="{GUID}{n}" name="T">{inline(article.text)}{selection(at, at + 6, code, guid)}</TextSource>'
        for n, code, guid in (("11", "0a", "02"), ("12", "0b", "03"))
    )
    handed(briefing, project(tmp_path, whole(f"{CODES}<Sources>{one}{two}</Sources>")))
    assert written(briefing)["script"][2] == ["weather", "weather/wind-gust"]


def test_a_text_that_many_sources_share_does_not_fill_the_memory(
    empty: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qda_texts, "_LETTERS", 1000)
    sources = "".join(
        f'<TextSource guid="{GUID}{n}" name="T{n}" plainTextPath="internal://t.txt"/>' for n in range(10, 40)
    )
    path = project(tmp_path, whole(f"<Sources>{sources}</Sources>"), {"sources/t.txt": "Wind and rain. " * 5})
    with pytest.raises(AnnotationFileError, match="very much more"):
        handed(empty, path)
    assert not empty.rows()


def test_a_status_on_an_article_is_not_taken_for_a_quotes(briefing: Briefing, tmp_path: Path) -> None:
    article, _ = find(briefing, PLAIN)
    note = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/1",
        "type": "Annotation",
        "bodyValue": "Look",
        "status": "disputed",
        "reliability": "C",
        "target": article.url,
    }
    (tmp_path / "a.jsonld").write_text(json.dumps(note), encoding="utf-8")
    handed(briefing, tmp_path / "a.jsonld")
    annotated = briefing.annotated(article.event)
    assert "Look" in annotated.note(article.id)
    assert annotated.assessment(article.id) == {"reliability": "A"}  # the reader's own stays


@pytest.mark.parametrize(
    "text",
    ["name,description\rtopic/lock,Of locks\r", '\ufeff"name"\t"memo"\n"topic//lock/"\t"Of locks"\n'],
)
def test_line_ends_and_levels_of_every_kind(text: str, empty: Briefing, tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_bytes(text.encode())
    handed(empty, tmp_path / "codes.csv")
    assert [(tag.name, tag.description) for tag in empty.tags().values()] == [("topic/lock", "Of locks")]


@pytest.mark.parametrize(("encoding", "sep"), [("cp1252", ";"), ("utf-16", "\t"), ("utf-8-sig", ",")])
def test_a_codebook_in_the_encodings_spreadsheets_write(
    encoding: str, sep: str, empty: Briefing, tmp_path: Path
) -> None:
    (tmp_path / "codes.csv").write_bytes(f"name{sep}memo\r\nKöln{sep}“Straße”\r\n".encode(encoding))
    handed(empty, tmp_path / "codes.csv")
    assert [(tag.name, tag.description) for tag in empty.tags().values()] == [("Köln", "“Straße”")]


def test_a_quotation_mark_nobody_closed_does_not_swallow_the_table(empty: Briefing, tmp_path: Path) -> None:
    (tmp_path / "codes.csv").write_text('name\n"lock\nboat\ngrain\n', encoding="utf-8")
    with pytest.raises(AnnotationFileError, match="no table"):
        handed(empty, tmp_path / "codes.csv")
    assert not empty.tags()


def test_where_all_is_left_out_the_exit_status_says_so(
    briefing: Briefing, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article, _ = find(briefing, PLAIN)
    store = str(briefing.path)

    def run(**target: object) -> tuple[int, str]:
        note = {"@context": "http://www.w3.org/ns/anno.jsonld", "bodyValue": "n", "target": target}
        (tmp_path / "a.jsonld").write_text(json.dumps(note), encoding="utf-8")
        status = main(["import", str(tmp_path / "a.jsonld"), "--store", store])
        return status, capsys.readouterr().err

    status, said = run(source="https://elsewhere.example/")
    assert (status, said.count("\n")) == (1, 1)
    assert "1 annotation; import the page first" in said
    status, said = run(
        source=article.url, selector={"type": "TextPositionSelector", "start": 5, "end": 99_999}
    )
    assert status == 1
    assert "position 5" in said
