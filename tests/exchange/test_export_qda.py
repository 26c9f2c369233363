"""REFI-QDA: what is written is what the schemas want, and selections are where the words are."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.support.dossiers import FORMULA, PLAIN, SPLIT, build, find
from tui.commands.annotations import AddTags, EditField, Star, target_of
from tui.exchange.exporters.dossier import Dossier, narrowed
from tui.exchange.exporters.formats import BY_ID, chunks
from tui.store.briefing import Briefing

NS = {"q": "urn:QDA-XML:project:1.0", "c": "urn:QDA-XML:codebook:1.0"}


def made(name: str, dossier: Dossier) -> bytes:
    return b"".join(
        part if isinstance(part, bytes) else part.encode() for part in chunks(BY_ID[name], dossier)
    )


def project(dossier: Dossier) -> tuple[Any, zipfile.ZipFile]:
    archive = zipfile.ZipFile(io.BytesIO(made("qdpx", dossier)))
    return etree.fromstring(archive.read("project.qde")), archive


def test_the_codebook_validates_and_has_its_levels(briefing: Briefing, schemas: Path) -> None:
    root = etree.fromstring(made("qdc", Dossier.of(briefing)))
    etree.XMLSchema(etree.parse(str(schemas / "Codebook.xsd"))).assertValid(root)
    lock = root.find(".//c:Code[@name='topic']/c:Code[@name='lock']", NS)
    assert lock is not None
    assert lock.get("isCodable") == "true"
    assert lock.getparent().get("isCodable") == "false"
    assert {each.get("name") for each in root.findall("./c:Codes/c:Code", NS)} == {
        "topic",
        "no deal",
        "+plus",
    }


@pytest.mark.parametrize("part", [False, True])
def test_the_project_validates(briefing: Briefing, schemas: Path, part: bool) -> None:
    choose = (lambda each: narrowed(each, lambda quote: quote.words == FORMULA)) if part else None
    root, _ = project(Dossier.of(briefing, choose, made="2026-01-02T03:04:05Z"))
    etree.XMLSchema(etree.parse(str(schemas / "Project.xsd"))).assertValid(root)


def test_an_empty_project_validates(tmp_path: Path, schemas: Path) -> None:
    empty = Briefing.open(tmp_path / "empty", create=True, title="Empty")
    root, _ = project(Dossier.of(empty))
    etree.XMLSchema(etree.parse(str(schemas / "Project.xsd"))).assertValid(root)
    empty.close()


def test_selections_are_the_words_in_code_points(briefing: Briefing) -> None:
    root, archive = project(Dossier.of(briefing))
    words = []
    for source in root.findall("./q:Sources/q:TextSource", NS):
        path = source.get("plainTextPath").replace("internal://", "sources/")
        text = archive.read(path).decode()
        for each in source.findall("q:PlainTextSelection", NS):
            words.append(text[int(each.get("startPosition")) : int(each.get("endPosition"))])
    assert sorted(words) == sorted([PLAIN, *SPLIT, FORMULA])


def test_no_guid_stands_for_two_things(briefing: Briefing) -> None:
    root, _ = project(Dossier.of(briefing))
    guids = [each.get("guid") for each in root.iter() if each.get("guid")]
    cases = [each.get("guid") for each in root.findall("./q:Cases/q:Case", NS)]
    twice = [each for each in guids if guids.count(each) > 1]
    # As NVivo has it, a code with the id of a case says what the case says.
    assert sorted(twice) == sorted([*cases, *cases])
    refs = {each.get("targetGUID") for each in root.iter() if each.get("targetGUID")}
    assert refs <= set(guids)


def test_notes_stand_in_descriptions_too(briefing: Briefing) -> None:
    root, _ = project(Dossier.of(briefing))
    said = [each.text for each in root.findall(".//q:PlainTextSelection/q:Description", NS)]
    assert said == ["Ask *her* again.\n\nBy Friday."]
    notes = [each.text for each in root.findall("./q:Notes/q:Note/q:PlainTextContent", NS)]
    assert sorted(notes) == ["Ask *her* again.\n\nBy Friday.", "The **only** report."]


def test_speakers_are_cases_with_their_selections(briefing: Briefing) -> None:
    _, _, quote = next(briefing.quotes())
    briefing.do(EditField(target_of(quote), "speaker", "Ole Strand"))
    root, _ = project(Dossier.of(briefing))
    cases = {
        each.get("name"): len(each.findall("q:SelectionRef", NS))
        for each in root.findall("./q:Cases/q:Case", NS)
    }
    assert cases == {"Mara Quay": 3, "Ole Strand": 1}


def test_only_marked_quotes_are_selections_unless_all_are_asked_for(tmp_path: Path) -> None:
    briefing = build(tmp_path / "bare")
    while briefing.undo():
        pass
    _, quote = find(briefing, PLAIN)
    briefing.do(Star([target_of(quote)]))

    def selections(every: bool) -> list[str | None]:
        root, _ = project(Dossier.of(briefing, every=every))
        return [
            each.findtext("q:Description", None, NS) for each in root.iterfind(".//q:PlainTextSelection", NS)
        ]

    assert selections(False) == ["starred"]  # which other programs would show as blank
    assert len(selections(True)) == 4
    briefing.close()


def test_each_coding_and_note_bears_its_user_and_all_have_a_time(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, quote = find(briefing, PLAIN)
    monkeypatch.setenv("BRIEFING_AUTHOR", "Ada")
    briefing.do(AddTags([target_of(quote)], ["talks"]))
    root, _ = project(Dossier.of(briefing))
    users = {each.get("guid"): each.get("name") for each in root.iterfind("./q:Users/q:User", NS)}
    code = root.find(".//q:Code[@name='talks']", NS).get("guid")
    (coding,) = (each for each in root.iter("{*}Coding") if each[0].get("targetGUID") == code)
    assert users[coding.get("creatingUser")] == "Ada"
    for name in ("PlainTextSelection", "TextSource", "Coding", "Note"):
        assert all(
            each.get("creationDateTime") and each.get("creatingUser") for each in root.iter(f"{{*}}{name}")
        )
