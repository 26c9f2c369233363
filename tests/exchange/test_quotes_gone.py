"""Quotes whose words a later version of their article took out: kept whole, listed, exported, written on, put back."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.store.test_versions import ADDED, CLOSE, CROWD, LEAD, MAYOR, MONEY, bring, ferry, only, saying
from tui.cli.parser import main
from tui.commands.annotations import AddTags, DiscardQuote, EditField, RemoveTags, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.quotes import JoinQuotes, ReanchorQuote, SplitQuote
from tui.commands.speakers import RenameSpeaker, SplitSpeaker
from tui.core.authorship import deeds
from tui.core.model import Quote
from tui.exchange.exporters.dossier import Dossier, narrowed
from tui.exchange.exporters.formats import BY_ID, chunks, lost
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage

SCHOOL = "“My children go to school on that boat,” said Lotta Berg, a mother of three, “and nobody asked us first.”"
BEFORE = ferry(LEAD, CROWD, MONEY, SCHOOL, MAYOR, CLOSE)
AFTER = ferry(LEAD, ADDED, CROWD, MONEY, MAYOR, CLOSE)
HOLDING = ("markdown", "csv", "webannotation", "schema.org", "html")


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    made = Briefing.open(tmp_path / "briefing", create=True)
    bring(made, BEFORE)
    return made


def orphaned(briefing: Briefing) -> Quote:
    """Return the quote of the mother of three, tagged and gone from the article."""
    quote = saying(only(briefing)[1], "go to school")
    assert [part.exact for part in quote.parts] == [
        "My children go to school on that boat,",
        "and nobody asked us first.",
    ]
    briefing.do(AddTags([target_of(quote)], ["schools"]))
    bring(briefing, AFTER)
    (gone,) = only(briefing)[1].gone
    assert gone.id == quote.id
    return gone


def test_a_quote_that_is_gone_keeps_its_parts_its_speaker_and_its_kind(briefing: Briefing) -> None:
    was = saying(only(briefing)[1], "go to school")
    gone = orphaned(briefing)
    assert gone.gone and gone.parts == was.parts
    assert (gone.speakers, gone.kind, gone.entity) == (was.speakers, was.kind, "Lotta Berg")
    assert gone.id not in {quote.id for quote in only(briefing)[1].quotes}
    bring(briefing, ferry(LEAD, ADDED, CROWD, MONEY, MAYOR, CLOSE, "The line was opened in 1944."))
    assert only(briefing)[1].gone[0].parts == was.parts
    assert find_damage(briefing.path) == []


def test_what_is_on_a_quote_that_is_gone_is_changed_deleted_and_undone(briefing: Briefing) -> None:
    target = target_of(orphaned(briefing))
    briefing.do(AddTags([target], ["boats"]))
    briefing.do(WriteNote(target, "ask her again"))
    briefing.do(Star([target]))
    briefing.do(Assess([target], "disputed", "https://example.org/list"))
    briefing.do(EditField(target, "speaker", "Lotta Bergh"))
    annotated, article = only(briefing)
    (gone,) = article.gone
    assert briefing.speakers()[gone.speakers[0]].name == "Lotta Bergh"
    assert (annotated.note(gone.id), annotated.status(gone.id)) == ("ask her again", "disputed")
    assert len(annotated.tags(gone.id)) == 2 and annotated.starred(gone.id)
    for refused in (SplitQuote(target), JoinQuotes([target]), EditField(target, "borders", "0-9")):
        with pytest.raises(ValueError, match="gone from its article"):
            briefing.do(refused)

    briefing.do(DiscardQuote(target))
    assert only(briefing)[1].gone == () and only(briefing)[0].orphans == ()
    (row,) = briefing.rows()
    hidden = briefing.annotated(row["id"], include_hidden=True).event.articles[0].gone
    assert [quote.id for quote in hidden] == [gone.id]
    briefing.undo()
    assert only(briefing)[1].gone == (gone,)
    assert find_damage(briefing.path) == []


def test_a_quote_that_is_gone_leaves_with_the_last_of_what_was_on_it(briefing: Briefing) -> None:
    gone = orphaned(briefing)
    briefing.do(RemoveTags([target_of(gone)], ["schools"]))
    assert only(briefing)[1].gone == ()
    briefing.undo()
    assert only(briefing)[1].gone == (gone,)


def test_a_quote_that_was_let_go_does_not_come_back_when_its_speaker_is_parted(briefing: Briefing) -> None:
    gone = orphaned(briefing)
    briefing.do(RemoveTags([target_of(gone)], ["schools"]))
    briefing.do(RenameSpeaker(gone.speakers[0], "Lotta Bergh"))
    briefing.do(SplitSpeaker(gone.speakers[0], aliases=["Lotta Berg"]))
    assert only(briefing)[1].gone == ()


def test_a_search_shows_the_words_of_a_quote_that_is_gone(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    orphaned(briefing)
    assert main(["search", "nobody asked us", "--json", "--store", str(briefing.path)]) == 0
    assert "nobody asked us first" in json.loads(capsys.readouterr().out)["snippet"]


def test_it_comes_back_with_its_words_even_where_reading_sees_no_quote(briefing: Briefing) -> None:
    gone = orphaned(briefing)
    plain = SCHOOL.replace("“", "").replace("”", "").replace("said Lotta", "as for Lotta")
    bring(briefing, ferry(LEAD, ADDED, CROWD, MONEY, plain, MAYOR, CLOSE, "The line was opened in 1944."))
    article = only(briefing)[1]
    assert article.gone == ()
    again = next(quote for quote in article.quotes if quote.id == gone.id)
    assert len(again.parts) == len(gone.parts)
    for part, was in zip(again.parts, gone.parts, strict=True):
        assert was.exact.strip(".,") in article.text[part.start : part.end]
    assert not again.gone


def test_the_reader_gives_it_other_words_of_the_text(briefing: Briefing) -> None:
    gone = orphaned(briefing)
    article = only(briefing)[1]
    start = article.text.index("the boat has to go")
    briefing.do(ReanchorQuote(target_of(gone), f"{start}-{start + 18}"))
    annotated, article = only(briefing)
    assert article.gone == () and annotated.orphans == ()
    again = saying(article, "the boat has to go")
    assert again.id == gone.id and annotated.tags(again.id) and again.speakers == gone.speakers
    assert not list(briefing.select("is:text-changed"))
    briefing.undo()
    assert only(briefing)[1].gone == (gone,)


def test_borders_the_reader_set_are_those_it_keeps(briefing: Briefing) -> None:
    article = only(briefing)[1]
    quote = saying(article, "go to school")
    start = article.text.index("to school")
    briefing.do(EditField(target_of(quote), "borders", f"{start}-{start + 9}"))
    bring(briefing, AFTER)
    assert only(briefing)[1].gone[0].words == "to school"


@pytest.mark.parametrize("format_id", HOLDING)
def test_formats_that_hold_it_say_that_its_words_are_gone(briefing: Briefing, format_id: str) -> None:
    gone = orphaned(briefing)
    briefing.do(WriteNote(target_of(gone), "ask her again"))
    dossier = Dossier.of(briefing, lambda each: narrowed(each, lambda quote: bool(each.tags(quote.id))))
    made = "".join(map(str, chunks(BY_ID[format_id], dossier)))
    for words in ("go to school on that boat", "nobody asked us first", "schools", "ask her again"):
        assert words in made
    assert "another operator" not in made.partition("## Text")[0] or format_id == "schema.org"
    assert lost(BY_ID[format_id], dossier) == BY_ID[format_id].loses
    match format_id:
        case "csv":
            (row,) = csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline=""))
            assert (row["words_gone"], row["tag"], row["speaker"]) == ("yes", "schools", "Lotta Berg")
        case "webannotation":
            (item,) = json.loads(made)["items"]
            assert item["orphaned"] is True and len(item["target"]) == 2
        case _:
            assert "no longer in the text" in made


def test_a_format_that_cannot_hold_it_says_how_many(
    briefing: Briefing, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orphaned(briefing)
    store = ["--store", str(briefing.path)]
    for name in ("qdc", "csl-json", "bibtex", "ris"):
        assert main([*store, "export", "--format", name, "-o", str(tmp_path / f"out.{name}")]) == 0
        assert "1 quote with words gone from the article" in capsys.readouterr().err
    assert main([*store, "export", "--format", "csv", "-o", str(tmp_path / "out.csv")]) == 0
    assert "words gone from" not in capsys.readouterr().err


def test_it_is_found_by_its_words_its_speaker_and_its_tag(briefing: Briefing) -> None:
    gone = orphaned(briefing)
    for query in ("is:words-gone", "nobody asked", "speaker:berg", "tag:schools", "speaker:berg tag:schools"):
        (hit,) = briefing.select(query)
        assert hit.quotes == (gone.id,), query
    assert gone.id not in next(iter(briefing.select("NOT is:words-gone"))).quotes


def test_its_annotation_comes_in_again_though_its_words_are_gone(briefing: Briefing, tmp_path: Path) -> None:
    gone = orphaned(briefing)
    made = json.loads("".join(map(str, chunks(BY_ID["webannotation"], Dossier.of(briefing)))))
    for item in made["items"]:
        if item.get("orphaned"):
            item["body"]["value"] = "boats"
    path = tmp_path / "again.jsonld"
    path.write_text(json.dumps(made), encoding="utf-8")
    assert main(["--store", str(briefing.path), "import", str(path)]) == 0
    annotated = only(briefing)[0]
    assert {briefing.tags()[tag].name for tag in annotated.tags(gone.id)} == {"schools", "boats"}


def test_a_project_has_it_as_a_note_and_brings_it_into_an_empty_briefing(
    briefing: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_AUTHOR", "Ida")
    gone = orphaned(briefing)
    there = saying(only(briefing)[1], "another operator")
    briefing.do(WriteNote(target_of(gone), "ask *her* again"))
    briefing.do(LinkQuotes(target_of(there), target_of(gone), "denies"))
    briefing.do(WriteNote(target_of(only(briefing)[1]), "on the article"))
    path = tmp_path / "project.qdpx"
    path.write_bytes(b"".join(map(bytes, chunks(BY_ID["qdpx"], Dossier.of(briefing)))))  # type: ignore[arg-type]
    schema = Path(__file__).resolve().parents[3] / "shared" / "schemas" / "Project.xsd"
    if schema.exists():
        root = etree.fromstring(zipfile.ZipFile(path).read("project.qde"))
        etree.XMLSchema(etree.parse(str(schema))).assertValid(root)
    other = Briefing.open(tmp_path / "other", create=True)
    for _ in range(2):  # a second time brings nothing more
        assert main(["--store", str(other.path), "import", str(path)]) == 0
        annotated, article = only(other)
        (again,) = article.gone
        assert again.words == gone.words
        assert other.speakers()[again.speakers[0]].name == "Lotta Berg"
        assert [other.tags()[tag].name for tag in annotated.tags(again.id)] == ["schools"]
        assert {each.what for each in deeds(annotated.annotations[again.id], other.tags())} == {"tag", "link"}
        (note,) = annotated.of(again.id, "commenting")
        assert (note.body["value"], note.creator) == ("ask *her* again", "Ida")
        (link,) = annotated.of(again.id, "linking")
        assert (link.body["relation"], link.body["inverse"]) == ("denies", True)
        assert annotated.note(article.id) == "on the article"
    assert find_damage(other.path) == []
    other.close()


def test_what_is_on_a_discarded_quote_counts_no_more(briefing: Briefing) -> None:
    gone = orphaned(briefing)
    (row,) = briefing.rows()
    assert briefing.counts()[row["id"]].tagged == 1
    briefing.do(DiscardQuote(target_of(gone)))
    assert briefing.counts()[row["id"]].tagged == 0
    briefing.undo()
    assert briefing.counts()[row["id"]].tagged == 1
