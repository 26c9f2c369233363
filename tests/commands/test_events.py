"""Events merged, split, articles moved: what the reader sees, that it is one step, and that it lasts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.crash import page
from tui.cli.parser import main
from tui.commands.annotations import AddTags, EditField, Star, WriteNote
from tui.commands.events import MergeEvents, MoveArticle, SplitEvent
from tui.core.model import SETTLED, AnnotationTarget, EventRow
from tui.reading.result import ParsedArticle
from tui.store.briefing import Briefing
from tui.store.ingest_types import NewArticle
from tui.store.maintenance.check import find_damage


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Briefing]:
    briefing = Briefing.open(tmp_path / "store", create=True)
    briefing.add([page(1, "one"), page(2, "one"), page(3, "one"), page(4, "two"), page(5, "two")])
    yield briefing
    briefing.close()


def big_and_small(store: Briefing) -> tuple[EventRow, EventRow]:
    big, small = sorted(store.rows(), key=lambda row: -row["articles"])
    return big, small


def articles(store: Briefing, event_id: str) -> list[str]:
    return [article.id for article in store.annotated(event_id).event.articles]


def settled(store: Briefing, event_id: str) -> list[str]:
    found = store.annotated(event_id).of(event_id, "editing")
    return [str(each) for note in found if note.body["field"] == SETTLED for each in note.body["value"]]  # type: ignore[attr-defined]


def test_merging_is_one_step_and_takes_tags_notes_and_stars_along(store: Briefing) -> None:
    big, small = big_and_small(store)
    target = AnnotationTarget("event", small["id"])
    store.do(AddTags([target], ["truce"]))
    store.do(WriteNote(target, "Ask both."))
    store.do(Star([target]))
    both = {*articles(store, big["id"]), *articles(store, small["id"])}
    step = store.do(MergeEvents([small["id"]], big["id"]))
    assert step.label == "Merged 1 event into another"
    assert [(row["id"], row["articles"]) for row in store.rows()] == [(big["id"], 5)]
    merged = store.annotated(big["id"])
    assert {*articles(store, big["id"])} == both == {*settled(store, big["id"])}
    assert merged.note(big["id"]) == "Ask both." and merged.starred(big["id"])
    assert len(merged.tags(big["id"])) == 1
    store.undo()
    assert {row["id"] for row in store.rows()} == {big["id"], small["id"]}
    assert store.annotated(small["id"]).note(small["id"]) == "Ask both."
    assert store.annotated(big["id"]).annotations.keys() == set()
    store.redo()
    assert len(store.rows()) == 1 and not [each for each in find_damage(store.path) if not each.remark]


def test_an_undated_event_takes_the_date_of_what_is_merged_into_it(store: Briefing) -> None:
    big, small = big_and_small(store)
    store.do(EditField(AnnotationTarget("event", big["id"]), "date", ""))
    store.do(MergeEvents([small["id"]], big["id"]))
    # The reader's own word that it is undated counts.
    assert store.rows()[0]["date"] == ""


def test_a_source_that_names_a_merged_event_goes_where_that_was_merged_to(store: Briefing) -> None:
    big, small = big_and_small(store)
    store.do(MergeEvents([small["id"]], big["id"]))
    store.add([page(9, small["id"])])
    assert [(row["id"], row["articles"]) for row in store.rows()] == [(big["id"], 6)]


def test_articles_split_off_have_a_name_a_date_and_an_event_of_their_own(store: Briefing) -> None:
    big, _ = big_and_small(store)
    first, *rest = articles(store, big["id"])
    store.do(SplitEvent(big["id"], [first]))
    mine = store.event_of(first)
    event = store.annotated(mine).event
    assert mine != big["id"] and event.name.startswith("Convoy") and event.date.startswith("2025-03")
    assert event.articles[0].basis["event"] == "set by you"
    assert settled(store, mine) == [first] and settled(store, big["id"]) == sorted(rest)
    store.undo()
    assert {*articles(store, big["id"])} == {first, *rest}
    store.do(SplitEvent(big["id"], rest, "The second convoy"))
    assert "The second convoy" in {row["name"] for row in store.rows()}


@pytest.mark.parametrize("way", ["split", "move"])
def test_an_event_is_named_and_dated_anew_once_the_article_that_named_it_is_gone(
    tmp_path: Path, way: str
) -> None:
    def report(headline: str, day: str) -> NewArticle:
        text = f"{headline}. The board of Norwick said so on the day."
        basis = {"event_date": "inferred from the text"}
        reading = ParsedArticle(text=text, headline=headline, published=day, event_date=day, basis=basis)
        return NewArticle(reading=reading, raw=text.encode(), origin=headline, event="lock")

    with closing(Briefing.open(tmp_path / "store", create=True)) as store:
        store.add([report("Lock is closed", "2026-11-12"), report("Board keeps lock open", "2026-11-14")])
        (row,) = store.rows()
        naming = next(
            each for each in store.annotated(row["id"]).event.articles if each.headline == row["name"]
        )
        other = next(each for each in store.annotated(row["id"]).event.articles if each is not naming)
        store.do(
            SplitEvent(row["id"], [naming.id]) if way == "split" else MoveArticle(naming.id, "Elsewhere")
        )
        left = store.annotated(row["id"]).event
        assert (left.name, left.date) == (other.headline, other.published)
        store.undo()
        assert [each["name"] for each in store.rows()] == [row["name"]]
        store.do(EditField(AnnotationTarget("event", row["id"]), "name", "The lock"))
        store.do(SplitEvent(row["id"], [naming.id]))
        assert store.annotated(row["id"]).event.name == "The lock"


def test_an_event_without_headlines_is_called_by_the_words_of_what_is_left_in_it(tmp_path: Path) -> None:
    with closing(Briefing.open(tmp_path / "store", create=True)) as store:
        texts = ("The lock is shut until May.", "The board keeps it open.")
        store.add(
            [
                NewArticle(reading=ParsedArticle(text=text), raw=text.encode(), origin=text, event="lock")
                for text in texts
            ]
        )
        (row,) = store.rows()
        naming = next(each for each in store.annotated(row["id"]).event.articles if each.text == row["name"])
        store.do(SplitEvent(row["id"], [naming.id]))
        apart, left = (store.annotated(id).event for id in (store.event_of(naming.id), row["id"]))
        assert {apart.name, left.name} == {*texts} and apart.name == row["name"]
        assert apart.basis["name"] == left.basis["name"] == "inferred from the first words of its text"


def test_nothing_is_split_off_that_is_not_there_or_is_all_there_is(store: Briefing) -> None:
    big, small = big_and_small(store)
    for wrong in (articles(store, big["id"]), articles(store, small["id"])[:1], []):
        with pytest.raises(ValueError, match="article"):
            store.do(SplitEvent(big["id"], wrong))
    assert {row["articles"] for row in store.rows()} == {3, 2}


def test_a_moved_article_stays_put_and_so_do_those_it_left_and_joined(store: Briefing) -> None:
    big, small = big_and_small(store)
    moved, *left = articles(store, big["id"])
    joined = articles(store, small["id"])
    store.do(MoveArticle(moved, small["id"]))
    assert settled(store, small["id"]) == sorted([*joined, moved])
    assert settled(store, big["id"]) == sorted(left)
    store.do(MoveArticle(moved, "An event of its own"))
    assert settled(store, small["id"]) == sorted(joined)
    assert settled(store, store.event_of(moved)) == [moved]
    store.undo()
    store.undo()
    assert {*articles(store, big["id"])} == {moved, *left} and settled(store, small["id"]) == []


def test_the_verb_merges_splits_moves_renames_and_dates(
    store: Briefing, capsys: pytest.CaptureFixture[str]
) -> None:
    big, small = big_and_small(store)
    first, second, _ = articles(store, big["id"])
    where = ["events", "--store", str(store.path)]

    def run(*words: str) -> str:
        assert main([*where, *words]) == 0
        return capsys.readouterr().out

    assert run("split", first[:8], "--name", "Apart") == "Split 1 article off an event\n"
    run("move", second, "Apart")
    assert {*articles(store, store.event_of(first))} == {first, second}
    run("rename", small["id"][:8], "The", "return")
    run("date", "The return", "3 May 2025")
    row = next(row for row in store.rows() if row["id"] == small["id"])
    assert (row["name"], row["date"], row["inferred"]) == ("The return", "2025-05-03", False)
    told = json.loads(run("merge", big["id"], "The return", "Apart", "--json"))
    assert told["label"] == "Merged 2 events into another" and store.event_of(first) in told["events"]
    assert [row["name"] for row in store.rows()] == ["Apart"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("merge", "none"), 2, "say more"),
        (("merge", "no such", "event"), 1, "no event"),
        (("split", "ffffffff"), 1, "ffffffff"),
        (("date", "Convoy 4 leaves", "soon"), 2, "no date"),
    ],
)
def test_the_verb_says_what_is_wrong(
    store: Briefing, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], status: int, said: str
) -> None:
    assert main(["events", "--store", str(store.path), *words]) == status
    assert said in capsys.readouterr().err
