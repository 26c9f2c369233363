"""An article that its outlet changed: the new text is read, the old one kept, the reader's work carried over."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support import crash
from tests.support.pages import page
from tui.cli.parser import main
from tui.commands.annotations import AddTags, DiscardQuote, EditField, MarkRead, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.events import MergeEvents
from tui.core.model import AnnotatedEvent, Article, EventCounts, Quote
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle
from tui.store.maintenance.check import find_damage
from tui.store.statements import statements
from tui.workflows.import_pages import import_sources
from tui.workflows.import_result import ImportOptions, ImportResult

LEAD = (
    "The lake ferry between Ostby and Karlsund will stop at the end of October, when its owner gives it up."
)
CROWD = "Some two hundred people came to the town hall on Monday night to hear why the boat has to go."
MONEY = (
    "“We have lost mony on every crossing since the bridge was opened,” said Henrik Vass, who owns the line."
)
SCHOOL = "“My children go to school on that boat, and nobody asked us,” said Lotta Berg, a mother of three."
MAYOR = "“The council will look for another operator before the winter,” said the mayor, Tove Anders."
ADDED = (
    "The county had paid a third of the cost until 2019, when the subsidy was given to the buses instead, "
    "and a request to renew it was turned down twice."
)
CLOSE = (
    "The last boat is to leave Karlsund on 31 October at a quarter past six in the evening, without a feast."
)
HEADLINE = "Lake ferry between Ostby and Karlsund to stop after eighty years"
STAMP = "7 October 2024 18:30"


def ferry(*paragraphs: str, headline: str = HEADLINE, stamp: str = STAMP) -> str:
    return page(headline, *paragraphs, stamp=stamp)


BEFORE = ferry(LEAD, CROWD, MONEY, SCHOOL, MAYOR, CLOSE)
# A typo mended, a paragraph put in, a quote taken out.
AFTER = ferry(LEAD, ADDED, CROWD, MONEY.replace("mony", "money"), MAYOR, CLOSE)


@pytest.fixture
def briefing(tmp_path: Path) -> Briefing:
    return Briefing.open(tmp_path / "briefing", create=True)


def bring(briefing: Briefing, text: str, name: str = "ferry.txt", outlet: str = "Lake Post") -> ImportResult:
    path = briefing.path.parent / name
    path.write_text(text, encoding="utf-8")
    return import_sources(briefing, [path], told=ImportOptions(outlet=outlet))


def only(briefing: Briefing) -> tuple[AnnotatedEvent, Article]:
    (row,) = briefing.rows()
    annotated = briefing.annotated(row["id"])
    (article,) = annotated.event.articles
    return annotated, article


def saying(article: Article, words: str) -> Quote:
    (found,) = [quote for quote in article.quotes if words in quote.words]
    return found


def tagged(briefing: Briefing, quote: Quote) -> list[str]:
    annotated, _ = only(briefing)
    return [briefing.tags()[tag].name for tag in annotated.tags(quote.id)]


def counts(done: ImportResult) -> tuple[int, int, int]:
    return len(done.new), len(done.changed), len(done.known)


def test_an_edited_page_keeps_tags_on_their_quotes_and_shows_what_lost_its_own(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    _, article = only(briefing)
    assert len(article.quotes) == 3
    for number, words in enumerate(["every crossing", "go to school", "another operator"]):
        quote = saying(article, words)
        briefing.do(AddTags([target_of(quote)], [f"tag {number}"]))
        briefing.do(WriteNote(target_of(quote), f"note {number}"))
    was = only(briefing)

    assert counts(bring(briefing, AFTER)) == (0, 1, 0)
    annotated, now = only(briefing)
    assert now.id == article.id
    assert ADDED in now.text and "mony" not in now.text and "school" not in now.text
    for number, words in [(0, "every crossing"), (2, "another operator")]:
        quote = saying(now, words)
        assert tagged(briefing, quote) == [f"tag {number}"]
        assert annotated.note(quote.id) == f"note {number}"
        assert now.text[quote.start : quote.end] == quote.words
    assert "lost money" in saying(now, "every crossing").words
    assert sorted(each.motivation for each in annotated.orphans) == ["commenting", "tagging"]
    for each in annotated.orphans:
        assert each.target.selector is not None
        assert "nobody asked us" in each.target.selector.exact

    assert now.versions == 1
    (old,) = briefing.versions(now.id)
    assert old.text == article.text and old.source == article.source and old.imported == article.imported
    assert briefing.raw(now) == AFTER and briefing.raw(article) == BEFORE
    assert find_damage(briefing.path) == []

    undone = briefing.undo()
    assert undone is not None and "version" in undone.label
    assert only(briefing) == was
    assert briefing.versions(now.id) == () and was[0].orphans == ()
    assert find_damage(briefing.path) == []
    briefing.redo()
    assert only(briefing) == (annotated, now)
    assert find_damage(briefing.path) == []


@pytest.mark.parametrize(
    ("again", "headline"),
    [
        (AFTER, HEADLINE),
        (AFTER.replace(HEADLINE, "Ferry to stop"), "Ferry to stop"),
        (BEFORE.replace(HEADLINE, "Ferry to stop"), "Ferry to stop"),
    ],
)
def test_a_page_saved_again_in_another_folder_is_a_version_of_it(
    briefing: Briefing, again: str, headline: str
) -> None:
    for folder in "monday", "tuesday":
        (briefing.path.parent / folder).mkdir()
    bring(briefing, BEFORE, "monday/ferry.txt", outlet="")
    assert counts(bring(briefing, again, "tuesday/ferry.txt", outlet="")) == (0, 1, 0)
    _, article = only(briefing)
    assert article.versions == 1
    assert briefing.rows()[0]["name"] == headline


def test_another_report_in_a_file_of_the_same_name_is_another_article(briefing: Briefing) -> None:
    for folder in "monday", "tuesday":
        (briefing.path.parent / folder).mkdir()
    bring(briefing, ferry(LEAD, CROWD, MONEY), "monday/ferry.txt", outlet="")
    other = ferry(ADDED, SCHOOL, MAYOR, CLOSE)
    assert counts(bring(briefing, other, "tuesday/ferry.txt", outlet="")) == (1, 0, 0)
    named = bring(briefing, ferry(LEAD, CROWD, MONEY, CLOSE), "tuesday/ferry.txt", outlet="Shore Gazette")
    assert counts(named) == (1, 0, 0)


def test_a_new_headline_renames_an_event_that_the_reader_did_not_name(briefing: Briefing) -> None:
    later = BEFORE.replace(HEADLINE, "Ferry to sail until the spring after all")
    bring(briefing, BEFORE)
    assert counts(bring(briefing, later)) == (0, 1, 0)
    assert briefing.rows()[0]["name"] == "Ferry to sail until the spring after all"
    briefing.undo()
    assert briefing.rows()[0]["name"] == HEADLINE
    briefing.do(EditField(target_of(only(briefing)[0].event), "name", "The ferry"))
    bring(briefing, later)
    assert briefing.rows()[0]["name"] == "The ferry"


def test_what_was_read_and_is_edited_is_unread_again_and_says_so(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    annotated, article = only(briefing)
    briefing.do(MarkRead([target_of(article)], passive=True))
    assert briefing.counts()[annotated.event.id] == EventCounts()
    assert not briefing.select("is:changed")

    bring(briefing, AFTER)
    annotated, article = only(briefing)
    assert not annotated.read(article.id) and annotated.changed(article.id)
    assert briefing.counts()[annotated.event.id] == EventCounts(unread=1, changed=1)
    assert [hit.article for hit in briefing.select("is:changed is:unread", whole=True)] == [article.id]

    briefing.do(MarkRead([target_of(article)], passive=True))
    assert briefing.counts()[annotated.event.id] == EventCounts()
    assert [hit.article for hit in briefing.select("is:changed", whole=True)] == [article.id]
    briefing.undo()  # the edit, for reading is no step
    assert only(briefing)[0].read(article.id)
    assert not briefing.select("is:changed")


def test_what_nobody_had_read_is_only_unread_after_an_edit(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    bring(briefing, AFTER)
    annotated, _ = only(briefing)
    assert briefing.counts()[annotated.event.id] == EventCounts(unread=1)


def test_what_is_found_again_in_a_later_version_is_no_orphan_any_more(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    quote = saying(only(briefing)[1], "go to school")
    briefing.do(AddTags([target_of(quote)], ["schools"]))
    bring(briefing, AFTER)
    assert only(briefing)[0].orphans
    bring(briefing, ferry(LEAD, ADDED, CROWD, MONEY, SCHOOL, MAYOR, CLOSE, "The line was opened in 1944."))
    annotated, article = only(briefing)
    assert annotated.orphans == ()
    assert tagged(briefing, saying(article, "go to school")) == ["schools"]
    assert article.versions == len(briefing.versions(article.id)) == 2


@pytest.mark.parametrize(
    "again",
    [
        BEFORE,
        BEFORE + "\n\nTerms of use\n",
        BEFORE.replace("“", '"').replace("”", '"'),
        BEFORE.replace("\n\n", "\n\n\n"),
        BEFORE.replace("7 October", "6 October").replace("three", "four"),
        ferry(LEAD, CROWD[:60] + "… Continue"),
    ],
    ids=["the very page", "other furniture", "other quote marks", "other blanks", "an older one", "a teaser"],
)
def test_what_says_nothing_new_changes_nothing(briefing: Briefing, again: str) -> None:
    bring(briefing, BEFORE)
    before = only(briefing)
    seq = len(briefing.history())
    assert counts(bring(briefing, again)) == (0, 0, 1)
    assert only(briefing) == before and len(briefing.history()) == seq


def test_a_text_that_was_there_before_is_no_new_version(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    bring(briefing, AFTER)
    assert counts(bring(briefing, BEFORE)) == (0, 0, 1)  # the very page
    assert counts(bring(briefing, BEFORE + "\nPrivacy policy\n", "other.txt")) == (0, 0, 1)
    assert "money" in only(briefing)[1].text


def markdown(text: str, headline: str = "Ferry to stop", published: str = "2024-10-07") -> str:
    url = "https://www.lakepost.example/ferry?utm_source=mail"
    return (
        f"---\nheadline: {headline}\noutlet: Lake Post\npublished: {published}\nurl: {url}\n---\n\n{text}\n"
    )


def test_another_text_at_the_same_address_is_a_new_version(briefing: Briefing) -> None:
    bring(briefing, markdown(LEAD), "a.md", outlet="")
    article = only(briefing)[1]
    done = bring(briefing, markdown(MAYOR, "Ferry: what now?"), "b.md", outlet="")
    assert done.changed == [(str(briefing.path.parent / "b.md"), article.id)]
    now = only(briefing)[1]
    assert (now.headline, now.text, now.versions) == ("Ferry: what now?", MAYOR, 1)
    assert briefing.versions(now.id)[0].headline == "Ferry to stop"


def test_the_version_of_an_earlier_day_is_left(briefing: Briefing) -> None:
    bring(briefing, markdown(LEAD, published="2024-10-07"), "a.md", outlet="")
    assert counts(bring(briefing, markdown(MAYOR, published="2024-10-05"), "b.md", outlet="")) == (0, 0, 1)
    assert only(briefing)[1].text == LEAD


def test_two_versions_in_one_folder_are_one_article(briefing: Briefing) -> None:
    folder = briefing.path.parent / "in"
    folder.mkdir()
    (folder / "1.txt").write_text(BEFORE, encoding="utf-8")
    (folder / "2.txt").write_text(AFTER, encoding="utf-8")
    assert counts(import_sources(briefing, [folder], told=ImportOptions(outlet="Lake Post"))) == (1, 1, 0)
    article = only(briefing)[1]
    assert "money" in article.text and article.versions == 1
    assert counts(import_sources(briefing, [folder], told=ImportOptions(outlet="Lake Post"))) == (0, 0, 2)


def test_the_readers_own_words_survive_a_new_version(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    annotated, article = only(briefing)
    money, school, mayor = (saying(article, w) for w in ("crossing", "go to school", "operator"))
    at = article.text.index("another operator")
    briefing.do(EditField(target_of(article), "headline", "My headline"))
    briefing.do(EditField(target_of(annotated.event), "date", "2024-10-06"))
    briefing.do(EditField(target_of(money), "speaker", "Somebody Else"))
    briefing.do(EditField(target_of(mayor), "borders", f"{at}-{at + len('another operator')}"))
    briefing.do(EditField(target_of(mayor), "kind", "mixed"))
    briefing.do(DiscardQuote(target_of(school)))

    bring(briefing, ferry(LEAD, ADDED, CROWD, MONEY.replace("mony", "money"), SCHOOL, MAYOR, CLOSE))
    annotated, now = only(briefing)
    assert now.versions == 1 and now.headline == "My headline" and annotated.event.date == "2024-10-06"
    assert briefing.speakers()[saying(now, "crossing").speakers[0]].name == "Somebody Else"
    mine = saying(now, "another operator")
    assert (mine.words, mine.kind) == ("another operator", "mixed")
    assert now.text[mine.start : mine.end] == "another operator"
    assert not [quote for quote in now.quotes if "school" in quote.words]
    assert annotated.orphans == ()


def test_borders_whose_words_are_gone_are_an_orphan_and_the_quote_stays(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    article = only(briefing)[1]
    mayor = saying(article, "operator")
    at = article.text.index("before the winter")
    briefing.do(EditField(target_of(mayor), "borders", f"{at}-{at + len('before the winter')}"))
    bring(briefing, BEFORE.replace("operator before the winter", "operator, and soon"))
    annotated, now = only(briefing)
    assert "another operator, and soon" in saying(now, "operator").words
    (orphan,) = annotated.orphans
    assert orphan.target.selector and orphan.target.selector.exact == "before the winter"


def test_words_the_reader_wrote_on_stay_a_quote_where_reading_sees_none(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    quote = saying(only(briefing)[1], "go to school")
    briefing.do(Star([target_of(quote)]))
    plain = "My children go to school on that boat, and nobody asked us, a mother of three told the evening."
    bring(briefing, ferry(LEAD, CROWD, MONEY, plain, MAYOR, CLOSE))
    annotated, now = only(briefing)
    assert annotated.orphans == ()
    kept = saying(now, "go to school")
    assert kept.id == quote.id and annotated.starred(kept.id)
    assert now.text[kept.start : kept.end] == kept.parts[0].exact


def test_words_said_twice_keep_each_its_own_tag(briefing: Briefing) -> None:
    again = "“We will not give up,” said {} in the {}."
    ines, oskar = again.format("Ines Holt", "morning paper"), again.format("Oskar Lind", "evening broadcast")
    bring(briefing, ferry(LEAD, ines, CROWD, oskar, CLOSE))
    first, second = only(briefing)[1].quotes
    briefing.do(AddTags([target_of(first)], ["morning"]))
    briefing.do(AddTags([target_of(second)], ["evening"]))
    bring(briefing, ferry(LEAD, CROWD, oskar, ADDED, CLOSE))
    annotated, now = only(briefing)
    (left,) = now.quotes
    assert tagged(briefing, left) == ["evening"]
    (orphan,) = annotated.orphans
    assert briefing.tags()[str(orphan.body["tag"])].name == "morning"


def test_show_says_that_an_article_changed_and_what(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(briefing, BEFORE)
    article = only(briefing)[1]
    briefing.do(AddTags([target_of(saying(article, "go to school"))], ["schools"]))
    where = ["--store", str(briefing.path)]
    assert main([*where, "show", article.id]) == 0
    assert "changed" not in capsys.readouterr().out
    assert main([*where, "show", article.id, "--diff"]) == 0
    assert "only one version" in capsys.readouterr().out

    path = briefing.path.parent / "ferry.txt"
    path.write_text(AFTER, encoding="utf-8")
    assert main([*where, "import", str(path), "--outlet", "Lake Post"]) == 0
    assert "1 article changed" in capsys.readouterr().out
    assert main([*where, "show", article.id]) == 0
    shown = capsys.readouterr().out
    assert f"changed    since {article.imported[:10]}" in shown
    assert "Words gone from the text" in shown and "nobody asked us,”  #schools" in shown
    assert main([*where, "show", article.id, "--diff"]) == 0
    shown = capsys.readouterr().out
    assert "[-mony-]{+money+}" in shown and f"{{+{ADDED}+}}" in shown and f"[-{SCHOOL}-]" in shown
    assert LEAD not in shown and "(1 paragraph as before)" in shown
    assert main([*where, "show", article.id, "--versions", "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(each["number"], "mony" in each["text"]) for each in lines] == [(2, False), (1, True)]
    assert main([*where, "show", article.event, "--versions"]) == 1


def test_a_damaged_file_of_versions_is_found_and_mended(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    bring(briefing, AFTER)
    article = only(briefing)[1]
    versions = briefing.versions(article.id)
    path = briefing.path / "versions" / f"{article.id}.json"
    briefing.close()
    path.write_text("{", encoding="utf-8")
    path.with_name(path.name + ".bak").unlink()
    assert [finding.file for finding in find_damage(briefing.path)] == [path]
    again = Briefing.open(briefing.path)
    assert again.repair()
    assert again.versions(article.id) == versions
    again.close()
    assert find_damage(briefing.path) == []
    path.unlink()
    path.with_name(path.name + ".bak").unlink(missing_ok=True)
    (finding,) = find_damage(briefing.path)
    assert "versions" in finding.what and "journal" in finding.cure
    again = Briefing.open(briefing.path)
    assert again.repair() and again.versions(article.id) == versions
    again.close()
    assert find_damage(briefing.path) == []


STATED_DAY = """\
---
headline: {headline}
outlet: {outlet}
published: {published}
event: Ferry to stop
{more}---

{text}
"""


def dated(headline: str, outlet: str, published: str, text: str, more: str = "") -> str:
    return STATED_DAY.format(headline=headline, outlet=outlet, published=published, text=text, more=more)


def test_a_stated_day_of_an_event_takes_the_place_of_an_inferred_one(briefing: Briefing) -> None:
    def day() -> tuple[str, bool, str]:
        (row,) = briefing.rows()
        return row["date"], row["inferred"], briefing.annotated(row["id"]).event.basis["date"]

    bring(briefing, dated("One", "A", "2024-10-09", MAYOR), "a.md", "")
    assert day() == ("2024-10-09", True, "inferred from the day of publication")
    bring(briefing, dated("Two", "B", "2024-10-08", CROWD), "b.md", "")
    assert day()[:2] == ("2024-10-07", True) and "Monday" in day()[2]
    bring(briefing, dated("Three", "C", "2024-10-05", CLOSE), "c.md", "")
    assert day()[0] == "2024-10-07"  # what a text says counts more than the day it came out
    bring(briefing, dated("Four", "D", "2024-10-10", ADDED, "event_date: 2024-10-06\n"), "d.md", "")
    assert day() == ("2024-10-06", False, "stated")
    bring(briefing, dated("Five", "E", "2024-10-08", LEAD, "event_date: 2024-10-02\n"), "e.md", "")
    assert day()[0] == "2024-10-06"


@pytest.mark.parametrize("with_year_first", [False, True])
def test_a_day_with_its_year_takes_the_place_of_one_without(
    briefing: Briefing, with_year_first: bool
) -> None:
    without = "The council met on 10 March. " + MAYOR
    pages = [
        ("a.md", f"---\nheadline: One\noutlet: A\nevent: Ferry to stop\n---\n\n{without}\n", "XXXX-03-10"),
        ("b.md", dated("Two", "B", "2025-03-11", ADDED, "event_date: 2025-03-10\n"), "2025-03-10"),
    ]
    if with_year_first:
        pages.reverse()
    for name, text, day in pages:
        bring(briefing, text, name, "")
        (row,) = briefing.rows()
        assert row["date"] == ("2025-03-10" if with_year_first else day)
    assert row["articles"] == 2


def test_the_day_that_the_reader_set_is_never_replaced(briefing: Briefing) -> None:
    bring(briefing, dated("One", "A", "2024-10-09", MAYOR), "a.md", "")
    (row,) = briefing.rows()
    briefing.do(EditField(target_of(briefing.annotated(row["id"]).event), "date", "2024-10-01"))
    bring(briefing, dated("Four", "D", "2024-10-10", ADDED, "event_date: 2024-10-06\n"), "d.md", "")
    (row,) = briefing.rows()
    assert (row["date"], row["inferred"], row["articles"]) == ("2024-10-01", False, 2)


def test_a_new_version_is_taken_back_wherever_its_article_lies_by_now(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    article = only(briefing)[1]
    bring(briefing, AFTER)
    other = Briefing.open(briefing.path, author="Ben".__str__)
    other.do(EditField(target_of(article), "event", "Boats"))
    other.close()
    assert briefing.undo() is not None
    annotated, now = only(briefing)
    assert annotated.event.name == "Boats" and now.text == article.text
    assert briefing.versions(article.id) == () and find_damage(briefing.path) == []


def test_a_new_version_is_taken_back_though_its_event_got_a_better_day_since(briefing: Briefing) -> None:
    def undated(incoming: NewArticle, day: str = "") -> NewArticle:
        basis = {"event_date": "inferred from “Monday”"}
        return replace(incoming, reading=replace(incoming.reading, event_date=day, basis=basis))

    briefing.add([undated(crash.page(1))])
    briefing.add([undated(crash.revised(1, "noon"), "2025-03-01")])
    (row,) = briefing.rows()
    assert row["date"] == "2025-03-01"
    other = Briefing.open(briefing.path)
    other.add([crash.page(2, row["id"])])
    other.close()
    assert briefing.undo() is not None
    (row,) = briefing.rows()
    assert (row["date"], row["articles"]) == ("2025-03-03", 2)
    texts = [article.text for article in briefing.annotated(row["id"]).event.articles]
    assert crash.page(1).reading.text in texts


def test_a_quote_whose_words_changed_is_to_be_confirmed(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(briefing, BEFORE)
    _, article = only(briefing)
    for words in ("every crossing", "another operator"):
        quote = target_of(saying(article, words))
        briefing.do(Assess([quote], "matched", "ledger of the line"))
        briefing.do(AddTags([quote], ["kept"]))
    bring(briefing, AFTER)
    _, now = only(briefing)
    changed, same = saying(now, "every crossing"), saying(now, "another operator")

    def found() -> list[str]:
        return [each for hit in briefing.select("is:text-changed") for each in hit.quotes]

    assert found() == [changed.id]
    store = ["--store", str(briefing.path)]
    capsys.readouterr()
    assert main([*store, "quotes", "--json", "--query", "is:text-changed"]) == 0
    (record,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (record["text_changed"], record["status"]) == (True, "matched") and "mony" in record[
        "words_before"
    ]
    assert main([*store, "show", changed.id]) == 0
    shown = capsys.readouterr().out
    assert "matched, words changed since: ledger of the line" in shown and "lost mony" in shown
    assert main([*store, "show", same.id]) == 0
    assert "words changed" not in capsys.readouterr().out

    for again in (AddTags([target_of(changed)], ["kept"]), Assess([target_of(changed)], "matched")):
        briefing.do(again)
        annotated, _ = only(briefing)
        assert found() == []
        assert annotated.assessment(changed.id)["evidence"] == "ledger of the line"
        assert briefing.undo() is not None
        assert found() == [changed.id]
    assert main([*store, "status", changed.id, "matched"]) == 0
    assert found() == []
    assert find_damage(briefing.path) == []


def test_quote_marks_and_blanks_alone_are_nothing_to_confirm(briefing: Briefing) -> None:
    bring(briefing, BEFORE)
    _, article = only(briefing)
    briefing.do(AddTags([target_of(saying(article, "go to school"))], ["kept"]))
    other = SCHOOL.replace("“", '"').replace("”", '"').replace("and nobody", "and  nobody")
    bring(briefing, ferry(LEAD, ADDED, CROWD, MONEY, other, MAYOR, CLOSE))
    assert only(briefing)[1].versions == 1
    assert not list(briefing.select("is:text-changed"))


def test_a_quote_that_is_gone_is_still_listed_and_shown(
    briefing: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(briefing, BEFORE)
    school = saying(only(briefing)[1], "go to school")
    briefing.do(AddTags([target_of(school)], ["kept"]))
    briefing.do(WriteNote(target_of(school), "ask her again"))
    store = ["--store", str(briefing.path)]
    crossing = saying(only(briefing)[1], "every crossing")
    briefing.do(Star([target_of(crossing)], True))
    after = briefing.path.parent / "after.txt"
    after.write_text(AFTER, encoding="utf-8")
    assert main([*store, "import", "--outlet", "Lake Post", str(after)]) == 0
    assert "1 article changed (1 quote to confirm, 1 quote without its words)" in capsys.readouterr().out
    for asked in (["--tag", "kept"], ["--query", "is:words-gone"], ["--query", "is:words-gone tag:kept"]):
        capsys.readouterr()
        assert main([*store, "quotes", "--json", *asked]) == 0
        (record,) = map(json.loads, capsys.readouterr().out.splitlines())
        assert (record["id"], record["words_gone"], record["tags"]) == (school.id, True, ["kept"])
        assert "nobody asked us" in record["text"]
    assert len(next(iter(briefing.select("NOT is:words-gone"))).quotes) == 2
    assert main([*store, "quotes", "--tag", "kept"]) == 0
    assert "[words gone]" in capsys.readouterr().out
    assert main([*store, "show", school.id[:8]]) == 0
    shown = capsys.readouterr().out
    assert "nobody asked us" in shown and "no longer in the text" in shown
    assert "#kept" in shown and "ask her again" in shown


@pytest.mark.parametrize(
    ("relation", "other", "shown"),
    [
        ("same", "“The boat was never ours to keep, come what may,” said Henrik Vass, who owns the line.", 2),
        ("different", MONEY.replace("mony", "money"), 1),
    ],
)
def test_what_the_reader_said_of_two_wordings_holds_in_a_later_version(
    briefing: Briefing, relation: str, other: str, shown: int
) -> None:
    def wordings() -> int:
        (number,) = {
            len(each.wordings)
            for each in statements(briefing, briefing.annotated(event))
            if any("lost mon" in one.quote.words for one in each.wordings)
        }
        return number

    bring(briefing, BEFORE)
    event = only(briefing)[0].event.id
    bring(briefing, ferry(CROWD, other, CLOSE, headline="What the owner said"), "b.txt", outlet="Shore News")
    if others := [row["id"] for row in briefing.rows() if row["id"] != event]:
        briefing.do(MergeEvents(others, event))
    assert wordings() == 3 - shown
    vass = [
        quote
        for each in briefing.annotated(event).event.articles
        for quote in each.quotes
        if "Vass" in quote.entity
    ]
    one, two = (quote for quote in vass if quote.kind == "direct")
    briefing.do(LinkQuotes(target_of(one), target_of(two), relation))
    assert wordings() == shown
    bring(briefing, AFTER)  # the typo in its words is mended, and a paragraph stands before them
    assert wordings() == shown
