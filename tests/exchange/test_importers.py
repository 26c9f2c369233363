"""What other programs hand over: taken in whole, or refused in one line with nothing stored."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from tests.support import nasty
from tests.support.annotation_files import CODES, GUID, handed, project, selection, source, whole, written
from tests.support.dossiers import PLAIN, build, find
from tui.core.model import AnnotationTarget
from tui.exchange.exporters.dossier import Dossier, links
from tui.exchange.exporters.formats import BY_ID, write
from tui.exchange.importers.detect import handed_kind
from tui.exchange.importers.model import AnnotationFileError
from tui.store.briefing import Briefing

# There and back


def test_a_codebook_comes_back_with_levels_and_descriptions(
    briefing: Briefing, empty: Briefing, tmp_path: Path
) -> None:
    write(BY_ID["qdc"], Dossier.of(briefing), tmp_path / "out.qdc")
    handed(empty, tmp_path / "out.qdc")
    assert sorted(tag.name for tag in empty.tags().values()) == ["+plus", "no deal", "topic/lock"]
    assert empty.undo() is not None
    assert not empty.tags()


def test_annotations_come_back_onto_the_same_articles(
    briefing: Briefing, empty: Briefing, tmp_path: Path
) -> None:
    write(BY_ID["webannotation"], Dossier.of(briefing), tmp_path / "out.jsonld")
    lost = handed(empty, tmp_path / "out.jsonld")
    assert not empty.tags()
    assert any("import the page first" in line for line in lost.left)

    fresh = build(tmp_path / "fresh")
    while fresh.undo():
        pass
    assert not fresh.tags()
    handed(fresh, tmp_path / "out.jsonld")
    before, after = written(briefing), written(fresh)
    # the events are others there: only what is on articles and quotes is found again
    assert {key: said for key, said in after.items() if not key.startswith("event")} == {
        key: said for key, said in before.items() if not key.startswith("event")
    }
    fresh.close()


@pytest.mark.parametrize(
    "text",
    [
        "name,description,colour\ntopic/lock,Of locks,#A0B0C0\n'+plus,,\n",
        "\ufeffTag;Parent;Memo\r\nlock;topic;Of locks\r\n+plus;;\r\n",
    ],
)
def test_a_codebook_as_a_table(empty: Briefing, tmp_path: Path, text: str) -> None:
    path = tmp_path / "codes.csv"
    path.write_text(text, encoding="utf-8")
    handed(empty, path)
    tags = {tag.name: tag.description for tag in empty.tags().values()}
    assert tags == {"topic/lock": "Of locks", "+plus": ""}


def test_a_tag_that_is_there_is_not_made_again_for_its_case(
    empty: Briefing, briefing: Briefing, tmp_path: Path
) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("name,description\nTOPIC/Löck,Of locks\n", encoding="utf-8")
    handed(briefing, path)
    assert len(briefing.tags()) == 3
    (lock,) = (tag for tag in briefing.tags().values() if tag.name == "topic/lock")
    assert lock.description == "Of locks"


def test_an_export_of_quotes_is_no_codebook(briefing: Briefing, tmp_path: Path) -> None:
    write(BY_ID["csv"], Dossier.of(briefing), tmp_path / "out.csv")
    assert handed_kind(tmp_path / "out.csv") == ""


# Other programs' files


def test_another_programs_project_with_an_empty_set_and_ids_in_braces(
    empty: Briefing, tmp_path: Path
) -> None:
    body = f"{CODES}{source(selection(0, 4) + selection(0, 8, '0A', '03'))}<Sets/>"
    handed(empty, project(tmp_path, whole(body)))
    said = written(empty)
    assert said["Wind"] == ("", "indirect", ["weather/wind-gust"], "")
    assert said["Wind and"] == ("", "indirect", ["weather"], "")
    assert {tag.color for tag in empty.tags().values()} == {"#00aaff", ""}


def test_what_has_no_text_is_left_out_and_named(empty: Briefing, tmp_path: Path) -> None:
    rich = f'<TextSource guid="{GUID}21" name="Minutes" richTextPath="internal://m.docx"/>'
    body = CODES + source(selection(0, 4)).replace(
        "<Sources>", f'<Sources><AudioSource guid="{GUID}20" name="Tape"/>{rich}'
    )
    taken = handed(empty, project(tmp_path, whole(body)))
    assert len(taken.new) == 1
    assert [line.split(":")[0] for line in taken.left] == ["Tape", "Minutes"]


def test_a_codebook_with_an_empty_set_is_taken(empty: Briefing, tmp_path: Path) -> None:
    path = tmp_path / "codes.qdc"
    code = f'<Code guid="{GUID}0A" name="weather" isCodable="true"/>'
    path.write_text(
        f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other"><Codes>{code}</Codes><Sets/></CodeBook>',
        encoding="utf-8",
    )
    handed(empty, path)
    assert [tag.name for tag in empty.tags().values()] == ["weather"]


def test_positions_count_the_files_own_letters(empty: Briefing, tmp_path: Path) -> None:
    text = "Cafe\u0301 noir\r\nand 🌊 so on."
    body = CODES + source(selection(text.index("🌊"), text.index("🌊") + 4), text="").replace(
        'name="Talk"', 'name="Talk" plainTextPath="internal://t.txt"'
    )
    handed(empty, project(tmp_path, whole(body), {"Sources/t.txt": f"\ufeff{text}"}))
    assert "🌊 so" in written(empty)


def _billion() -> str:
    entities = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return f"<!DOCTYPE Project [{entities}]>"


BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "bomb of entities": (
        lambda tmp: project(tmp, whole(source(text="<PlainTextContent>&i;</PlainTextContent>"), _billion())),
        "entit|no XML",
    ),
    "file of this machine": (
        lambda tmp: project(
            tmp,
            whole(
                source(text="<PlainTextContent>&x;</PlainTextContent>"),
                '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
            ),
        ),
        "declares",
    ),
    "zip slip": (lambda tmp: project(tmp, whole(source()), {"../../evil.txt": "x"}), "outside"),
    "zip bomb": (lambda tmp: project(tmp, whole(source()), {"sources/big.txt": "0" * 30_000_000}), "unpack"),
    "no text": (lambda tmp: project(tmp, whole(source(text=""))), "no text"),
    "text elsewhere": (
        lambda tmp: project(
            tmp, whole(source(text="").replace("name=", 'plainTextPath="absolute:///etc/passwd" name='))
        ),
        "not in it",
    ),
    "half a project": (lambda tmp: project(tmp, whole(source())[:-20]), "no XML"),
    "something else": (lambda tmp: project(tmp, "<html/>"), "no project"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_project_is_refused_in_one_line_and_nothing_is_stored(
    name: str, empty: Briefing, tmp_path: Path
) -> None:
    make, why = BAD[name]
    path = make(tmp_path)
    with pytest.raises(AnnotationFileError, match=why) as raised:
        handed(empty, path)
    assert "\n" not in str(raised.value)
    assert not empty.rows()
    assert not empty.tags()
    assert not list(tmp_path.parent.glob("**/evil.txt"))


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.qdpx", b"PK\x03\x04 and then nothing", "whole zip"),
        ("a.qdpx", b"", "whole zip"),
        ("a.qdc", b"", "no XML"),
        ("a.qdc", b'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/></CodeBook>', "no code"),
        ("a.jsonld", b'{"x": "TextQuoteSelector"', "no JSON"),
        ("a.jsonld", b'{"x": "TextQuoteSelector"}', "no annotation"),
        ("a.csv", b"name\n", "no tag"),
        ("a.csv", b"name\na\na\n", "twice"),
    ],
)
def test_other_bad_files_are_refused_too(
    name: str, content: bytes, why: str, empty: Briefing, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(AnnotationFileError, match=why):
        handed(empty, tmp_path / name)
    assert not empty.tags()


def test_another_programs_annotation_is_found_by_its_address_and_words(
    briefing: Briefing, tmp_path: Path
) -> None:
    article, quote = find(briefing, PLAIN)

    def note(name: str, **selector: str) -> dict[str, object]:
        return {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"https://notes.example/{name}",
            "type": "Annotation",
            "bodyValue": "Look here",
            "target": {"source": article.url, "selector": {"type": "TextQuoteSelector", **selector}},
        }

    found = note("1", exact=f"“{PLAIN}”", prefix="", suffix=" said")
    gone = note("2", exact="Entirely other words that nobody wrote")
    path = tmp_path / "notes.jsonld"
    path.write_text(json.dumps([found, gone]), encoding="utf-8")
    taken = handed(briefing, path)
    assert "Look here" in briefing.annotated(briefing.event_of(article.id)).note(quote.id)
    assert any("Entirely other words" in line for line in taken.left)


def test_passages_of_an_article_that_is_there_become_quotes_of_ones_own(
    briefing: Briefing, tmp_path: Path
) -> None:
    article, _ = find(briefing, PLAIN)
    words = "script>alert(1)</script> end"
    start = article.text.index(words)
    body = CODES + source(
        selection(start, start + len(words)), text="<PlainTextContent>{}</PlainTextContent>"
    ).format(escape(article.text))
    taken = handed(briefing, project(tmp_path, whole(body)))
    assert (taken.new, taken.known) == ([], [article.id])
    added = find(briefing, words)[1]
    assert "added" in added.edited
    assert written(briefing)[words] == ("", "indirect", ["weather/wind-gust"], "")
    handed(briefing, project(tmp_path, whole(body)))
    assert [quote.words for _, _, quote in briefing.quotes()].count(words) == 1
    while briefing.undo():
        pass
    assert words not in written(briefing)


def test_what_was_taken_in_is_one_step(empty: Briefing, briefing: Briefing, tmp_path: Path) -> None:
    write(BY_ID["qdpx"], Dossier.of(briefing), tmp_path / "out.qdpx")
    handed(empty, tmp_path / "out.qdpx")
    assert "out.qdpx" in empty.history()[0].label
    empty.undo()
    assert not empty.tags()


def test_the_same_briefing_makes_the_same_project(briefing: Briefing) -> None:
    one, two = (
        b"".join(part if isinstance(part, bytes) else part.encode() for part in _chunks(briefing))
        for _ in "ab"
    )
    assert one == two
    assert zipfile.ZipFile(io.BytesIO(one)).testzip() is None


def _chunks(briefing: Briefing) -> Iterator[str | bytes]:
    from tui.exchange.exporters.formats import chunks

    yield from chunks(BY_ID["qdpx"], Dossier.of(briefing))


@pytest.mark.parametrize("name", ["qdpx", "webannotation"])
def test_links_between_quotes_come_back(name: str, tmp_path: Path) -> None:
    hard = nasty.build(tmp_path / "hard")
    out = tmp_path / f"out{BY_ID[name].suffix}"
    write(BY_ID[name], Dossier.of(hard), out)
    if name == "qdpx":
        goal = Briefing.open(tmp_path / "goal", create=True)
    else:  # its texts are not in it
        shutil.copytree(tmp_path / "hard", tmp_path / "goal")
        goal = Briefing.open(tmp_path / "goal")
        while goal.undo():
            pass
    handed(goal, out)
    handed(goal, out)  # twice is as good as once
    assert linked(goal) == linked(hard)
    assert len(linked(hard)) == 4
    goal.close()
    hard.close()


def linked(briefing: Briefing) -> set[tuple[str, ...]]:
    """Return each end of each link: the quote's words, what it is to the other, the other's words."""
    return {
        (quote.words, *links(briefing.annotated(article.event), quote.id)[n : n + 1])
        for _, article, quote in briefing.quotes()
        for n in range(len(links(briefing.annotated(article.event), quote.id)))
    }


def test_what_is_known_of_speakers_comes_back(tmp_path: Path, empty: Briefing) -> None:
    hard = nasty.build(tmp_path / "hard")
    write(BY_ID["qdpx"], Dossier.of(hard), tmp_path / "out.qdpx")
    handed(empty, tmp_path / "out.qdpx")
    (luke,) = (each for each in empty.speakers().values() if each.role)
    assert (luke.name, luke.role) == ("Łukasz Żółć", "harbour master <b>")
    assert luke.aliases == ("=Luke; “the Pole”", "Pilot Óskar Þór")
    assert empty.notes(AnnotationTarget("speaker", luke.id)).note(luke.id) == "A note on *him*: =1+1"
    hard.close()
