"""Stored pages read anew: the reading is today's, the reader's own work stays."""

from __future__ import annotations

import json

import pytest

from tests.store.test_versions import only, saying, tagged
from tests.support.pages import FLOOD, HARBOUR, NOTE
from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, WriteNote, target_of
from tui.core.model import AnnotatedEvent
from tui.reading import read
from tui.reading.result import ParsedArticle
from tui.store.briefing import Briefing
from tui.store.maintenance.check import find_damage
from tui.workflows.import_pages import import_sources
from tui.workflows.import_result import ImportOptions
from tui.workflows.reread import reread


def bring(briefing: Briefing, *pages: str, ending: str = "txt", told: ImportOptions | None = None) -> None:
    paths = []
    for number, text in enumerate(pages):
        paths.append(briefing.path.parent / f"{number}.{ending}")
        paths[-1].write_text(text, encoding="utf-8")
    import_sources(briefing, paths, told=told)


def everything(briefing: Briefing) -> list[AnnotatedEvent]:
    return [briefing.annotated(row["id"]) for row in briefing.rows()]


@pytest.fixture
def worse(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let pages be read as an earlier version may have: with a menu in the text, and without quotes."""
    real = read._read_page

    def poorly(*args: object) -> ParsedArticle:
        found = real(*args)  # type: ignore[arg-type]
        menu = "Home\nWorld\n"
        return ParsedArticle(
            text=menu + found.text,
            headline="Home",
            outlet="",
            author="Nobody",
            published="2023-11-19",
            event_date="2023-11-02",
            basis={"published": "inferred from the page", "event_date": "inferred from the page"},
        )

    monkeypatch.setattr(read, "_read_page", poorly)
    monkeypatch.setattr("tui.workflows.page_process.attribute_quotes", lambda found, **_: found)
    return monkeypatch


def test_what_was_read_well_already_is_not_touched(briefing: Briefing) -> None:
    bring(briefing, HARBOUR, FLOOD, told=ImportOptions(outlet="Gazette"))
    bring(briefing, NOTE, ending="md")
    before = everything(briefing)
    seq = briefing.history()
    done = reread(briefing, [(row["id"], ()) for row in briefing.rows()])
    assert (done.changed, done.same, done.failed) == ([], 3, [])
    assert everything(briefing) == before and briefing.history() == seq


def test_a_better_reading_takes_the_place_of_the_old_one_and_can_be_taken_back(
    briefing: Briefing, worse: pytest.MonkeyPatch
) -> None:
    bring(briefing, FLOOD)
    old = everything(briefing)
    article = only(briefing)[1]
    assert (article.headline, article.quotes, article.text[:5]) == ("Home", (), "Home\n")
    worse.undo()

    done = reread(briefing, [(article.event, ())])
    assert [each.new.id for each in done.changed] == [article.id] and done.same == 0
    annotated, now = only(briefing)
    assert now.headline == "River bursts its banks at Tarn Mill and cuts off two villages"
    assert annotated.event.name == now.headline  # it was named after the headline that was none
    assert now.published == "2023-11-18" and annotated.event.date == "2023-11-18"
    assert "Home" not in now.text and saying(now, "water in my kitchen")
    assert (now.id, now.imported, now.versions) == (article.id, article.imported, 0)
    assert briefing.rows()[0]["date"] == "2023-11-18" and briefing.rows()[0]["quotes"] == 1
    assert find_damage(briefing.path) == []

    undone = briefing.undo()
    assert undone is not None and undone.label == "Undid: Read 1 article anew"
    assert everything(briefing) == old
    assert find_damage(briefing.path) == []


def test_what_the_reader_wrote_and_set_stays(briefing: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    bring(briefing, HARBOUR, told=ImportOptions(outlet="My Gazette", date="2024-03-01"))
    annotated, article = only(briefing)
    quote = saying(article, "nobody was left behind")
    lost = saying(article, "until Sunday")
    briefing.do(AddTags([target_of(quote)], ["strike"]))
    briefing.do(EditField(target_of(quote), "speaker", "Mara L."))
    briefing.do(EditField(target_of(article), "headline", "My headline"))
    briefing.do(EditField(target_of(annotated.event), "date", "2024-02-29"))
    briefing.do(WriteNote(target_of(lost), "When?"))
    real = read._read_page

    def otherwise(*args: object) -> ParsedArticle:
        found = real(*args)  # type: ignore[arg-type]
        text = "In short:\n\n" + found.text.split("\n\n“It will take")[0]
        return ParsedArticle(
            text=text,
            headline="Another headline",
            outlet="Wrong",
            author="",
            published="2024-03-07",
            basis=found.basis,
        )

    monkeypatch.setattr(read, "_read_page", otherwise)
    done = reread(briefing, [(article.event, {article.id})])
    assert [each.lost for each in done.changed] == [1]
    annotated, now = only(briefing)
    assert now.text.startswith("In short:")
    assert (now.headline, now.outlet, now.published) == ("My headline", "My Gazette", "2024-03-01")
    assert annotated.event.date == "2024-02-29"
    kept = saying(now, "nobody was left behind")
    assert kept.id == quote.id and tagged(briefing, kept) == ["strike"]
    assert now.text[kept.start : kept.end] == kept.words
    assert briefing.speakers()[kept.speakers[0]].name == "Mara L."
    (orphan,) = annotated.orphans
    assert orphan.body["value"] == "When?"
    assert orphan.target.selector and "until Sunday" in orphan.target.selector.exact


def test_a_page_that_is_gone_keeps_its_reading_and_the_rest_goes_on(briefing: Briefing) -> None:
    bring(briefing, HARBOUR, FLOOD)
    before = everything(briefing)
    source = before[0].event.articles[0].source
    (briefing.path / "sources" / f"{source}.gz").unlink()
    done = reread(briefing, [(row["id"], ()) for row in briefing.rows()])
    assert len(done.failed) == 1 and "not kept" in str(done.failed[0])
    assert done.same == 1 and everything(briefing) == before


def test_a_passage_that_two_follow_ups_share_is_no_furniture_when_they_are_read_anew(
    briefing: Briefing,
) -> None:
    shared = "The port of Norwick handles a third of the country's grain, and has been on strike four times."
    marked = FLOOD.replace("Soldiers brought", f"{shared}\n\nSoldiers brought")
    bring(briefing, HARBOUR.replace("\n\nThe port authority", f"\n\n{shared}\n\nThe port authority"), marked)
    texts = [article.text for each in everything(briefing) for article in each.event.articles]
    assert all(shared in text for text in texts)
    done = reread(briefing, [(row["id"], ()) for row in briefing.rows()])
    assert done.changed == [] and done.same == 2


def test_the_verb_says_what_changed(
    briefing: Briefing, worse: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(briefing, FLOOD)
    article = only(briefing)[1]
    worse.undo()
    where = ["--store", str(briefing.path)]
    assert main([*where, "reread"]) == 2
    assert main([*where, "reread", "--all", article.id]) == 2
    assert main([*where, "reread", "ffffffff"]) == 1
    capsys.readouterr()
    assert main([*where, "reread", article.id[:8]]) == 0
    said = capsys.readouterr().out
    assert "River bursts its banks" in said and "headline" in said and "quotes (+1)" in said
    assert "(+0 −2 words)" in said and "1 article read differently, 0 as before." in said
    assert main([*where, "reread", "--event", "river", "--json"]) == 0
    assert capsys.readouterr().out == ""
    briefing.close()
    assert Briefing.open(briefing.path).undo() is not None
    assert main([*where, "reread", "--all", "--json"]) == 0
    (record,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert record["article"] == article.id and record["quotes_added"] == 1


def test_a_stored_day_without_a_year_gets_that_of_its_article(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was kept where only a line above the text told the day, so that its event was listed as undated."""
    monkeypatch.setattr("tui.reading.corrections._lacks_year", lambda *_: False)
    head = "Source: Norland Press\nTitle: Flood at Velm\nDate: 2026-05-18\n\n"
    text = "VELM, May 18 (NPA) - The river at Velm burst its banks and took two bridges, the mayor said.\n\n"
    bring(briefing, f"{head}{text}“We knew it would come,” Ida Moll told the council in the evening.\n")
    assert everything(briefing)[0].event.date == "XXXX-05-18"
    monkeypatch.undo()
    reread(briefing, [(row["id"], ()) for row in briefing.rows()])
    (event,) = (each.event for each in everything(briefing))
    assert event.date == event.articles[0].event_date == "2026-05-18"
    assert event.basis["date"].startswith("inferred")


def test_a_copy_of_another_outlets_text_stays_one_and_is_no_difference(briefing: Briefing) -> None:
    bring(briefing, HARBOUR, told=ImportOptions(outlet="Gazette"))
    path = briefing.path.parent / "copy.txt"
    path.write_text(HARBOUR.replace("Sign in", "Log in"), encoding="utf-8")
    import_sources(briefing, [path], told=ImportOptions(outlet="Courier"))
    (row,) = briefing.rows()
    before = everything(briefing)
    assert sum(bool(article.copy_of) for article in before[0].event.articles) == 1
    done = reread(briefing, [(row["id"], ())])
    assert (done.changed, done.same) == ([], 2) and everything(briefing) == before


def test_whom_a_speaker_speaks_for_is_found_anew_though_the_page_reads_as_before(
    briefing: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr("tui.store.index.affiliation_rows.affiliations", lambda _: {})
        told = "“The port will stay shut until Monday,” said Ida Lund, the foreign minister of Norway."
        bring(briefing, f"---\npublished: 2025-03-04\n---\n# The port stays shut\n\n{told}\n", ending="md")
        (lund,) = briefing.speakers()
        assert not briefing.affiliations([lund])
    done = reread(briefing, [(row["id"], ()) for row in briefing.rows()])
    assert (done.changed, done.same) == ([], 1)
    assert {each.side for each in briefing.affiliations([lund])[lund]} == {"Norway"}
