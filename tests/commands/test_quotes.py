"""Quotes made, cut, split, joined, assessed and linked by the reader."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.crash import page
from tui.cli.parser import main
from tui.commands.annotations import AddTags, DiscardQuote, EditField, Star, WriteNote, target_of
from tui.commands.assessment import Assess, LinkQuotes
from tui.commands.base import Command
from tui.commands.quotes import (
    AddQuote,
    JoinQuotes,
    RemoveWordsFromQuote,
    SplitQuote,
    kind_of,
    split_at_marks,
    strip_marks,
)
from tui.commands.speakers import MergeSpeakers
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, Quote
from tui.core.quote_state import words_before
from tui.store.briefing import Briefing, StoreError
from tui.store.ingest_types import NewArticle
from tui.store.maintenance.check import find_damage

TEXT = (
    "The ferry was late. “It will sail,” said the mate, “when the wind drops, and not before.” "
    "The owner called the delay a scandal. “We pay for a timetable,” he added."
)


def report(text: str = TEXT, raw: bytes = b"ferry") -> NewArticle:
    made = page(1)
    reading = replace(made.reading, text=text, headline="Ferry", url="https://example.org/ferry", quotes=())
    return replace(made, reading=reading, raw=raw)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Briefing]:
    briefing = Briefing.open(tmp_path / "store", create=True)
    briefing.add([report(), page(2)])
    yield briefing
    assert not [each for each in find_damage(briefing.path) if not each.remark]
    briefing.close()


def ferry(store: Briefing, *, hidden: bool = False) -> tuple[AnnotatedEvent, Article]:
    for row in store.rows():
        annotated = store.annotated(row["id"], include_hidden=hidden)
        for article in annotated.event.articles:
            if article.headline == "Ferry":
                return annotated, article
    raise AssertionError("no ferry")


def add(store: Briefing, words: str, speaker: str = "the mate", kind: str = "direct") -> Quote:
    _, article = ferry(store)
    start = article.text.index(words)
    store.do(AddQuote(target_of(article), f"{start}-{start + len(words)}", speaker, kind))
    return next(quote for quote in ferry(store)[1].quotes if quote.parts[0].exact == words)


def spoken(store: Briefing) -> list[str]:
    return [quote.words for quote in ferry(store)[1].quotes]


def test_an_added_quote_counts_everywhere_and_is_taken_back(store: Briefing) -> None:
    _, article = ferry(store)
    before = next(row for row in store.rows() if row["id"] == article.event)["quotes"]
    quote = add(store, "We pay for a timetable", "the owner")
    assert quote.edited == ("added",) and quote.why == "added by you"
    assert store.speakers()[quote.speakers[0]].name == "the owner"
    assert quote.id in {each.id for _, _, each in store.quotes()}
    assert next(row for row in store.rows() if row["id"] == article.event)["quotes"] == before + 1
    assert store.find(quote.id[:8]).id == quote.id
    store.do(AddTags([target_of(quote)], ["money"]))
    assert ferry(store)[0].tags(quote.id)
    store.undo()
    store.undo()
    assert spoken(store) == []
    store.redo()
    assert spoken(store) == ["We pay for a timetable"]


def test_an_added_quote_is_corrected_discarded_and_restored_like_any_other(store: Briefing) -> None:
    quote = add(store, "a scandal", "", "mixed")
    store.do(EditField(target_of(quote), "speaker", "the owner"))
    store.do(EditField(target_of(quote), "kind", "indirect"))
    now = ferry(store)[1].quotes[0]
    assert (now.kind, store.speakers()[now.speakers[0]].name) == ("indirect", "the owner")
    assert set(now.edited) == {"added", "speaker", "kind"}
    mate = add(store, "It will sail").speakers[0]
    store.do(MergeSpeakers([now.speakers[0]], mate))
    assert {each.speakers for each in ferry(store)[1].quotes} == {(mate,)}
    store.do(DiscardQuote(target_of(quote)))
    assert spoken(store) == ["It will sail"]
    assert len(ferry(store, hidden=True)[1].quotes) == 2
    store.do(DiscardQuote(target_of(quote), on=False))
    assert spoken(store) == ["It will sail", "a scandal"]


def test_what_is_made_of_the_words_is_corrected_undone_and_kept_by_the_parts(store: Briefing) -> None:
    quote = add(store, "a scandal", "the mate", "mixed")
    store.do(EditField(target_of(quote), "polarity", "urged-against"))  # as a query has it
    now = ferry(store)[1].quotes[0]
    assert (now.polarity, now.stance, "polarity" in now.edited) == ("urged against", "urged against", True)
    with pytest.raises(ValueError, match=r"a quote is asserted, denied, .* not 'refuted'"):
        store.do(EditField(target_of(quote), "polarity", "refuted"))
    store.do(EditField(target_of(quote), "polarity", "asserted"))
    assert ferry(store)[1].quotes[0].stance == ""
    store.undo()
    assert ferry(store)[1].quotes[0].polarity == "urged against"
    start = quote.start
    store.do(EditField(target_of(quote), "borders", f"{start}-{start + 1}, {start + 2}-{start + 9}"))
    store.do(SplitQuote(target_of(quote)))
    assert [each.polarity for each in ferry(store)[1].quotes] == ["urged against"] * 2


def test_an_added_quote_survives_a_changed_article(store: Briefing) -> None:
    quote = add(store, "when the wind drops, and not before.")
    store.do(AddTags([target_of(quote)], ["weather"]))
    store.add([report("An hour later than planned. " + TEXT.replace("a scandal", "an outrage"), b"again")])
    annotated, article = ferry(store)
    assert article.text.startswith("An hour later")
    assert [each.id for each in article.quotes] == [quote.id]
    assert article.quotes[0].words == "when the wind drops, and not before."
    assert annotated.tags(quote.id) and not annotated.orphans
    store.add([report("The ferry never sailed at all. Nobody had a word to say about it.", b"anew")])
    annotated, article = ferry(store)
    assert article.quotes == ()
    assert {each.target.id for each in annotated.orphans} == {quote.id}


def test_words_cut_out_of_a_quote_leave_parts_which_split_and_join(store: Briefing) -> None:
    _, article = ferry(store)
    quote = add(store, "It will sail,” said the mate, “when the wind drops, and not before.")
    start = article.text.index(",” said")
    store.do(RemoveWordsFromQuote(target_of(quote), start, start + len(",” said the mate, “")))
    assert spoken(store) == ["It will sail … when the wind drops, and not before."]
    store.do(SplitQuote(target_of(quote)))
    assert spoken(store) == ["It will sail", "when the wind drops, and not before."]
    first, second = ferry(store)[1].quotes
    assert first.speakers == second.speakers and first.id == quote.id
    store.do(AddTags([target_of(second)], ["weather"]))
    store.do(JoinQuotes([target_of(first), target_of(second)]))
    assert spoken(store) == ["It will sail … when the wind drops, and not before."]
    assert ferry(store)[0].tags(quote.id)
    store.do(JoinQuotes([target_of(first)]))
    assert spoken(store) == ["It will sail,” said the mate, “when the wind drops, and not before."]
    for _ in range(5):
        store.undo()
    assert spoken(store) == ["It will sail,” said the mate, “when the wind drops, and not before."]


@pytest.mark.parametrize("marked", [lambda to: AddTags([to], ["weather"]), lambda to: WriteNote(to, "Ask")])
def test_what_is_marked_after_a_split_was_marked_with_the_words_it_has(
    store: Briefing, marked: Callable[[AnnotationTarget], Command]
) -> None:
    _, article = ferry(store)
    first, second = (article.text.index(words) for words in ("It will sail", "when the wind drops"))
    parts = f"{first}-{first + len('It will sail')}, {second}-{second + len('when the wind drops')}"
    store.do(AddQuote(target_of(article), parts, "the mate", "direct"))
    (quote,) = ferry(store)[1].quotes
    store.do(SplitQuote(target_of(quote)))
    store.do(marked(store.find(quote.id)))
    annotated, article = ferry(store)
    changed = [words_before(each, annotated.annotations.get(each.id, ())) for each in article.quotes]
    assert changed == ["", ""]


@pytest.mark.parametrize(
    ("chosen", "parts", "kind"),
    [
        (
            "It will sail,” said the mate, “when the wind",
            ["It will sail,” said the mate, “when the wind"],
            "mixed",
        ),
        (
            "“It will sail,” said the mate, “when the wind drops, and not before.”",
            ["It will sail,", "when the wind drops, and not before."],
            "direct",
        ),
        ("a timetable,” he added", ["a timetable,” he added"], "mixed"),
        ("The owner called the delay a scandal", ["The owner called the delay a scandal"], "indirect"),
    ],
)
def test_words_selected_across_marks_are_cut_at_them(chosen: str, parts: list[str], kind: str) -> None:
    start = TEXT.index(chosen)
    found = split_at_marks(TEXT, start, start + len(chosen))
    assert [TEXT[slice(*part)] for part in found] == parts
    assert kind_of(TEXT, found) == kind


def test_quotes_that_are_joined_keep_all_that_was_on_them(
    store: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_AUTHOR", "Ada")
    first, second = add(store, "It will sail"), add(store, "when the wind drops, and not before.")
    third = add(store, "We pay for a timetable")
    target = target_of(second)
    store.do(WriteNote(target, "ask the owner"))
    store.do(Assess([target], "disputed", "https://example.org/log", "B", "4"))
    store.do(Star([target]))
    store.do(EditField(target, "original", "wenn der Wind sich legt"))
    store.do(LinkQuotes(target, target_of(third), "contradicts"))
    store.do(LinkQuotes(target, target_of(first), "same"))
    before = ferry(store)
    store.do(JoinQuotes([target_of(first), target]))
    annotated, article = ferry(store)
    joined = article.quotes[0]
    assert (joined.id, joined.original) == (first.id, "wenn der Wind sich legt")
    assert annotated.note(first.id) == "ask the owner" and annotated.starred(first.id)
    assert annotated.assessment(first.id)["status"] == "disputed"
    assert [each.creator for each in annotated.of(first.id, "assessing")] == ["Ada"]
    (link,) = annotated.of(first.id, "linking")
    (back,) = annotated.of(third.id, "linking")
    assert (link.body["quote"], back.body["quote"]) == (third.id, first.id)
    assert back.body["exact"] == joined.words == "It will sail … when the wind drops, and not before."
    store.undo()
    assert ferry(store) == before


def test_what_cannot_be_is_refused_and_changes_nothing(store: Briefing) -> None:
    _, article = ferry(store)
    quote = add(store, "a scandal")
    with pytest.raises(ValueError, match="already"):
        add(store, "a scandal")
    for borders in ("9-4", "0-999999", "somewhere"):
        with pytest.raises(ValueError):
            store.do(AddQuote(target_of(article), borders))
    with pytest.raises(ValueError, match="nothing would be left"):
        store.do(RemoveWordsFromQuote(target_of(quote), quote.start, quote.end))
    with pytest.raises(ValueError, match="one part only"):
        store.do(SplitQuote(target_of(quote)))
    other = next(each for _, one, each in store.quotes() if one.headline != "Ferry")
    with pytest.raises(ValueError, match="one article"):
        store.do(JoinQuotes([target_of(quote), target_of(other)]))
    with pytest.raises(ValueError, match="to itself"):
        store.do(LinkQuotes(target_of(quote), target_of(quote), "same"))
    with pytest.raises(ValueError, match="linked as"):
        store.do(LinkQuotes(target_of(quote), target_of(other), "resembles"))
    with pytest.raises(ValueError, match="not linked"):
        store.do(LinkQuotes(target_of(quote), target_of(other), None))
    with pytest.raises(ValueError, match="a quote is unchecked"):
        store.do(Assess([target_of(quote)], "believed"))
    with pytest.raises(ValueError, match="reliability is one of"):
        store.do(Assess([target_of(quote)], reliability="G"))
    with pytest.raises(StoreError):
        store.do(AddQuote(replace(target_of(article), article="nowhere"), "1-2"))
    assert spoken(store) == ["a scandal"]


def test_the_status_of_a_quote_keeps_its_history(store: Briefing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_AUTHOR", "Ada")
    quote = add(store, "a scandal")
    target = target_of(quote)
    assert ferry(store)[0].status(quote.id) == "unchecked"
    assert store.do(Assess([target], "seen")).label == "Set 1 quote to seen in source"
    monkeypatch.setenv("BRIEFING_AUTHOR", "Ben")
    store.do(Assess([target], "matched", "https://example.org/minutes", "B", "2"))
    annotated, article = ferry(store)
    assert annotated.status(quote.id) == "matched"
    assert annotated.assessment(quote.id) == {
        "status": "matched",
        "evidence": "https://example.org/minutes",
        "reliability": "B",
        "credibility": "2",
    }
    assert [each.creator for each in annotated.of(quote.id, "assessing")] == ["Ada", "Ben"]
    assert not store.do(Assess([target], "matched", reliability="b")).seq
    store.do(Assess([target], "disputed"))
    assert "evidence" not in ferry(store)[0].assessment(quote.id)
    store.do(Assess([target_of(article)], reliability="C"))
    store.do(Assess([target], reliability=""))
    assert ferry(store)[0].assessment(quote.id, article.id)["reliability"] == "C"
    for _ in range(4):
        store.undo()
    assert ferry(store)[0].assessment(quote.id, article.id) == {"status": "seen"}


def test_a_link_shows_on_both_sides_and_goes_by_one_undo(store: Briefing) -> None:
    quote = add(store, "a scandal")
    row, article, other = next(each for each in store.quotes() if each[1].headline != "Ferry")
    store.do(LinkQuotes(target_of(quote), target_of(other), "denies"))
    (mine,) = ferry(store)[0].of(quote.id, "linking")
    (theirs,) = store.annotated(row["id"]).of(other.id, "linking")
    assert mine.body == {
        "relation": "denies",
        "quote": other.id,
        "article": article.id,
        "exact": other.words,
    }
    assert theirs.body["quote"] == quote.id and theirs.body["inverse"] is True
    store.do(LinkQuotes(target_of(quote), target_of(other), None))
    assert not store.annotated(row["id"]).of(other.id, "linking")
    store.undo()
    store.undo()
    assert not ferry(store)[0].of(quote.id, "linking")
    assert not store.annotated(row["id"]).of(other.id, "linking")


def test_the_original_wording_and_its_translator_stand_beside_a_quote(store: Briefing) -> None:
    quote = add(store, "a scandal")
    store.do(EditField(target_of(quote), "original", "une honte"))
    store.do(EditField(target_of(quote), "translator", "the desk"))
    now = ferry(store)[1].quotes[0]
    assert (now.original, now.translator) == ("une honte", "the desk")


def test_through_whom_words_came_is_corrected_and_taken_back(store: Briefing) -> None:
    quote = add(store, "a scandal")
    store.do(EditField(target_of(quote), "chain", "the port; Harbour Wire"))
    now = ferry(store)[1].quotes[0]
    assert (now.chain, now.edited) == (("the port", "Harbour Wire"), ("added", "chain"))
    assert len(list(store.select('via:"harbour wire"'))) == 1
    step = store.do(EditField(target_of(quote), "chain", ""))
    assert step and step.label == "Set through whom 1 quote came: nobody"
    assert ferry(store)[1].quotes[0].chain == ()
    store.undo()
    assert ferry(store)[1].quotes[0].chain == ("the port", "Harbour Wire")


@pytest.mark.parametrize(
    ("selected", "words"),
    [
        ("  “It will sail,” ", "It will sail,"),
        ("“when the wind drops", "when the wind drops"),
        (" said the mate,", "said the mate,"),
        ("late. “It will sail,”", "late. “It will sail,”"),
    ],
)
def test_a_selection_is_trimmed_to_the_words(selected: str, words: str) -> None:
    start, end = strip_marks(selected, 0, len(selected))
    assert selected[start:end] == words


def test_the_verbs_say_status_and_links(store: Briefing, capsys: pytest.CaptureFixture[str]) -> None:
    quote = add(store, "a scandal")
    other = next(each for _, one, each in store.quotes() if one.headline != "Ferry")

    def say(*words: str) -> tuple[int, str]:
        done = main(["--store", str(store.path), *words])
        return done, capsys.readouterr().out

    done, out = say("status", quote.id, "disputed", "--evidence", "the log", "--credibility", "4", "--json")
    told = json.loads(out)
    assert done == 0 and (told["status"], told["evidence"], told["credibility"]) == (
        "disputed",
        "the log",
        "4",
    )
    assert told["history"][0]["creator"]
    assert "disputed" in say("status", quote.id)[1]
    assert "“a scandal” [disputed]" in say("quotes")[1]
    assert quote.id in say("quotes", "--query", "status:disputed", "--json")[1]
    assert say("status", quote.id, "nonsense")[0] == 2
    assert say("status", ferry(store)[0].event.id, "seen")[0] == 1
    assert say("link", quote.id, other.id, "truncated")[0] == 0
    assert "cut short as “a scandal”" in say("show", other.id)[1]
    (row,) = [
        each for each in map(json.loads, say("quotes", "--json")[1].splitlines()) if each["id"] == quote.id
    ]
    assert row["status"] == "disputed" and row["links"][0]["quote"] == other.id
    assert say("link", quote.id, other.id, "--remove")[0] == 0
    assert say("link", quote.id, other.id)[0] == 2
