"""What goes out is read back by somebody else's library, and every word is where it should be."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.support.dossiers import FORMULA, PLAIN, SPLIT, build, find
from tui.commands.annotations import DiscardQuote, EditField, WriteNote, target_of
from tui.commands.speakers import AddAlias, MergeSpeakers
from tui.exchange.exporters.dossier import Dossier, narrowed
from tui.exchange.exporters.formats import BY_ID, FORMATS, ExportError, chunks, write
from tui.exchange.exporters.note_count import note_count
from tui.exchange.exporters.references import names
from tui.store.briefing import Briefing


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Briefing]:
    made = build(tmp_path_factory.mktemp("locks") / "store")
    yield made
    made.close()


@pytest.fixture
def dossier(briefing: Briefing) -> Dossier:
    return Dossier.of(briefing, made="2026-01-02T03:04:05Z")


def text(name: str, dossier: Dossier) -> str:
    return b"".join(
        part.encode() if isinstance(part, str) else part for part in chunks(BY_ID[name], dossier)
    ).decode()


@pytest.mark.parametrize("name", [each.id for each in FORMATS])
def test_each_format_of_an_empty_briefing_is_a_file_too_or_says_why_not(name: str, tmp_path: Path) -> None:
    empty = Briefing.open(tmp_path / "store", create=True, title="Empty")
    target = tmp_path / f"out{BY_ID[name].suffix}"
    if name in ("qdc", "tags"):
        with pytest.raises(ExportError, match="no tags yet to export"):
            write(BY_ID[name], Dossier.of(empty), target)
        assert not target.exists()
    else:
        write(BY_ID[name], Dossier.of(empty), target)
        assert target.exists()
    empty.close()


# csv


def test_csv_has_a_row_for_each_quote_and_tag_with_where_it_comes_from(dossier: Dossier) -> None:
    raw = text("csv", dossier)
    assert raw.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(raw.removeprefix("\ufeff"), newline="")))
    assert [(row["quote"], row["tag"]) for row in rows] == [
        (PLAIN, "topic/lock"),
        (PLAIN, "no deal"),
        (" … ".join(SPLIT), "topic/lock"),
        (f"'{FORMULA}", "'+plus"),
    ]
    first = rows[0]
    assert first["note"] == "Ask *her* again.\n\nBy Friday."
    assert (first["speaker"], first["outlet"], first["event_date"]) == (
        "Mara Quay",
        "The Courier",
        "2025-03-04",
    )
    assert [row["starred"] for row in rows] == ["", "", "yes", ""]
    third = rows[2]
    assert (third["status"], third["reliability"], third["credibility"]) == ("disputed", "B", "3")
    assert (third["evidence"], third["original"]) == ("https://record.example/7", "Kein Boot wartet")
    assert rows[0]["reliability"] == "A"  # its article's
    assert rows[3]["links"] == f"denies “{PLAIN}”"


# csl-json


def test_references_are_what_the_csl_schema_wants(dossier: Dossier, schemas: Path) -> None:
    schema = json.loads((schemas / "csl-data.json").read_bytes())
    jsonschema.validate(json.loads(text("csl-json", dossier)), schema)


def test_a_reference_says_who_wrote_what_where_and_when(dossier: Dossier) -> None:
    first, second, third = json.loads(text("csl-json", dossier))
    assert first["type"] == "article-newspaper"
    assert first["author"] == [
        {"family": "Tern", "given": "Ada"},
        {"family": "Strand", "given": "Ole", "non-dropping-particle": "van"},
    ]
    assert first["issued"] == {"date-parts": [[2025, 3, 4]]}
    assert first["container-title"] == "The Courier"
    assert first["note"] == "The **only** report."
    assert second["author"] == [{"literal": "Harbour desk"}]
    assert "author" not in third
    assert "issued" not in third
    assert len({each["citation-key"] for each in (first, second, third)}) == 3


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Ada Tern", [{"family": "Tern", "given": "Ada"}]),
        ("Tern, Ada", [{"family": "Tern", "given": "Ada"}]),
        ("Ada Tern, Bo Reed & Cy O’Hare", ["Tern", "Reed", "O’Hare"]),
        ("Agence 24", [{"literal": "Agence 24"}]),
        ("Ada Tern, Paris", [{"literal": "Ada Tern, Paris"}]),
        ("", []),
    ],
)
def test_author_lines_become_people_only_where_that_is_sure(line: str, people: list[Any]) -> None:
    found: list[Any] = names(line)
    if people and isinstance(people[0], str):
        found = [each["family"] for each in found]
    assert found == people


# webannotation


def test_speakers_tags_and_notes_stand_in_the_annotations(dossier: Dossier) -> None:
    items = {item["id"]: item for item in json.loads(text("webannotation", dossier))["items"]}
    quote = next(each for each in items.values() if PLAIN in json.dumps(each, ensure_ascii=False))
    assert quote["speaker"]["name"] == "Mara Quay"
    assert [(each["purpose"], each["value"]) for each in quote["body"]] == [
        ("tagging", "topic/lock"),
        ("tagging", "no deal"),
        ("commenting", "Ask *her* again.\n\nBy Friday."),
    ]
    assert quote["motivation"] == ["tagging", "commenting"]
    assert len(items) == 3 + 1 + 1  # quotes, an article with a note, an event with a tag


def test_selectors_find_the_words_again(briefing: Briefing, dossier: Dossier) -> None:
    found = 0
    texts = {article.headline: article.text for _, article, _ in briefing.quotes()}
    for item in json.loads(text("webannotation", dossier))["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            if "selector" not in target:
                continue
            body = texts[item["article"]["headline"]]
            words, place = target["selector"]
            assert body[place["start"] : place["end"]] == words["exact"]
            assert body.count(words["prefix"] + words["exact"] + words["suffix"]) == 1
            found += 1
    assert found == 4


# What is chosen, and how files are written


def test_a_part_of_a_briefing_holds_the_chosen_quotes_only(briefing: Briefing) -> None:
    part = Dossier.of(briefing, lambda each: narrowed(each, lambda quote: quote.words == FORMULA))
    (event,) = part.events()
    assert [article.headline for article in event.event.articles] == ["A clerk's sum"]


def test_what_was_discarded_or_deleted_does_not_go_out(tmp_path: Path) -> None:
    from tui.commands.annotations import DiscardQuote, target_of
    from tui.commands.articles import DeleteArticle

    briefing = build(tmp_path / "store")
    briefing.do(DiscardQuote(target_of(find(briefing, PLAIN)[1])))
    briefing.do(DeleteArticle(target_of(find(briefing, FORMULA)[0])))
    for name in ("csv", "webannotation", "csl-json", "markdown"):
        out = text(name, Dossier.of(briefing))
        assert "clerk" not in out
        assert name == "csl-json" or f"> {PLAIN}" not in out
    assert PLAIN not in text("csv", Dossier.of(briefing))
    briefing.close()


def test_a_file_that_is_there_is_not_replaced_unasked(dossier: Dossier, tmp_path: Path) -> None:
    mine = tmp_path / "out.csv"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match="there already"):
        write(BY_ID["csv"], dossier, mine)
    assert mine.read_text(encoding="utf-8") == "mine"
    write(BY_ID["csv"], dossier, mine, force=True)
    assert PLAIN in mine.read_text(encoding="utf-8")


def test_a_query_says_what_goes_out(
    briefing: Briefing, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.cli.parser import main

    store = str(briefing.path)
    assert main(["export", "--store", store, "--format", "csv", "--query", 'tag:"no deal"']) == 0
    out = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(out.out.removeprefix("\ufeff"), newline="")))
    assert {row["quote"] for row in rows} == {PLAIN}
    assert (
        "what csv cannot carry: the articles' texts" in out.err and max(map(len, out.err.splitlines())) < 120
    )
    assert main(["export", "--store", store, "--format", "csv", "--losses"]) == 0
    assert "the undo history" in capsys.readouterr().out
    assert main(["export", "--store", store, "--format", "csv", "--losses", "--json"]) == 0
    assert "the undo history" in json.loads(capsys.readouterr().out)["lost"]
    assert main(["export", "--store", store, "--format", "csv", "--query", "after:tomorrow"]) == 2
    assert "column" in capsys.readouterr().err
    assert main(["export", "--store", store, "--format", "wordstar"]) == 2
    assert main(["export", "--store", store]) == 0
    assert "webannotation" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["html", "csv"])
def test_what_is_to_be_handed_on_has_notes_where_they_are_asked_for_as_on_the_screen(
    name: str, briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    from tui.cli.parser import main

    export = ["export", "--store", str(briefing.path), "--format", name]
    assert main(export) == 0
    out, err = capsys.readouterr()
    assert "By Friday." not in out and "of yours: --notes puts them in" in err
    assert main([*export, "--notes"]) == 0
    out, err = capsys.readouterr()
    assert "By Friday." in out and "of yours" not in err
    assert main(["export", "--store", str(briefing.path), "--format", "webannotation"]) == 0
    assert "By Friday." in capsys.readouterr().out  # a format for other programs, which holds all
    assert main([*export, "--notes", "--redact", "notes"]) == 2


def test_what_was_written_on_words_that_are_gone_goes_out_with_the_words(tmp_path: Path) -> None:
    from tui.commands.annotations import AddTags
    from tui.core.model import AnnotationTarget, Selector

    briefing = build(tmp_path / "store")
    article, _ = find(briefing, PLAIN)
    gone = AnnotationTarget(
        "quote", "f" * 32, article.id, Selector("words that were cut since", "", "", 3, 28)
    )
    briefing.do(AddTags([gone], ["lost"]))
    annotations = text("webannotation", Dossier.of(briefing))
    (item,) = (each for each in json.loads(annotations)["items"] if each.get("orphaned"))
    assert item["target"]["selector"][0]["exact"] == "words that were cut since"
    assert item["body"]["value"] == "lost"
    briefing.close()


def test_all_names_of_whoever_was_merged_go_out_with_the_speaker(tmp_path: Path) -> None:
    briefing = build(tmp_path)
    one = next(iter(briefing.speakers().values()))
    briefing.do(EditField(target_of(find(briefing, PLAIN)[1]), "speaker", "Cosmo Vane"))
    other = next(each for each in briefing.speakers().values() if each.name == "Cosmo Vane")
    briefing.do(AddAlias(other.id, "The Navigator"))
    briefing.do(MergeSpeakers([other.id], one.id))
    whole = Dossier.of(briefing)
    assert {other.name, "The Navigator"} <= set(whole.other_names(briefing.speakers()[one.id]))
    briefing.close()


def test_a_note_on_what_was_discarded_is_not_counted_among_those_that_go_out(briefing: Briefing) -> None:
    kinds = BY_ID["html"].notes
    *_, quote = next(briefing.quotes())
    briefing.do(DiscardQuote(target_of(quote)))
    before = note_count(briefing, None, kinds)
    briefing.do(WriteNote(target_of(quote), "for myself"))
    assert note_count(briefing, None, kinds) == before
    briefing.do(DiscardQuote(target_of(quote), on=False))
    assert note_count(briefing, None, kinds) > before
