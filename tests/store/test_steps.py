"""Undo and redo: across restarts, over several files, never over what somebody else wrote."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from tests.support.crash import page
from tui.commands.annotations import (
    AddTags,
    Command,
    DiscardQuote,
    EditField,
    MarkRead,
    RemoveTags,
    SetTags,
    Star,
    WriteNote,
    target_of,
)
from tui.commands.articles import DeleteArticle, TakeBackImport
from tui.core.model import AnnotationTarget, Article, Quote
from tui.store.briefing import Briefing, StoreError
from tui.store.disk.journal import Journal, JournalEntry
from tui.store.undo import History

BEN = "Ben".__str__  # who works beside the reader


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Briefing]:
    briefing = Briefing.open(tmp_path / "store", create=True)
    briefing.add([page(number, f"group {number // 2}") for number in range(6)])
    yield briefing
    briefing.close()


def first(briefing: Briefing) -> tuple[Article, Quote]:
    _, article, quote = next(briefing.quotes())
    return article, quote


def seen(briefing: Briefing) -> tuple[object, ...]:
    shown = [briefing.annotated(row["id"]) for row in briefing.rows()]
    by_event = {each.event.id: (each.event, each.annotations) for each in shown}
    return briefing.rows(), by_event, briefing.tags()


def commands(article: Article, quote: Quote, elsewhere: str) -> list[Command]:
    on_quote, on_article, on_event = (
        target_of(quote),
        target_of(article),
        AnnotationTarget("event", article.event),
    )
    return [
        AddTags([on_quote, on_article, on_event], ["Trade", "élan"]),
        RemoveTags([on_quote], ["TRADE"]),
        SetTags(on_article, ["one", "two"]),
        WriteNote(on_event, "what a day"),
        Star([on_quote, on_event]),
        MarkRead([on_article]),
        EditField(on_event, "name", "Named anew"),
        EditField(on_event, "date", "2024-02-29"),
        EditField(on_article, "headline", "Set anew"),
        EditField(on_article, "published", "XXXX-02-12"),
        EditField(on_quote, "speaker", "Vera Holm"),
        EditField(on_quote, "kind", "indirect"),
        EditField(on_quote, "polarity", "denied"),
        EditField(on_quote, "borders", "2-9, 12-20"),
        DiscardQuote(on_quote),
        DiscardQuote(on_quote, on=False),
        EditField(on_article, "event", elsewhere),
        EditField(on_article, "event", "An event of its own"),
        DeleteArticle(on_article),
    ]


def test_everything_can_be_taken_back_and_done_again_across_restarts(store: Briefing) -> None:
    article, quote = first(store)
    states = [seen(store)]
    for command in commands(article, quote, store.rows()[-1]["id"]):
        step = store.do(command)
        assert step.seq and store.event_of(article.id) in step.events
        states.append(seen(store))
        assert states[-1] != states[-2], command
    store.close()
    for state in states[-2::-1]:
        again = Briefing.open(store.path)
        assert again.undo() is not None
        assert seen(again) == state
        again.close()
    again = Briefing.open(store.path)
    assert again.undo() is None
    for state in states[1:]:
        assert again.redo() is not None
        # Tags made by a step come back with their ids, so do speakers.
        assert seen(again) == state
    assert again.redo() is None


def test_a_new_step_ends_redo(store: Briefing) -> None:
    _, quote = first(store)
    store.do(WriteNote(target_of(quote), "a"))
    store.undo()
    store.do(WriteNote(target_of(quote), "b"))
    assert store.redo() is None
    assert store.annotated(store.event_of(quote.article)).note(quote.id) == "b"


def test_reading_by_itself_is_no_step_to_undo(store: Briefing) -> None:
    article, quote = first(store)
    store.do(WriteNote(target_of(quote), "written"))
    store.do(MarkRead([target_of(article)], passive=True))
    undone = store.undo()
    assert undone is not None and "Wrote a note" in undone.label
    assert store.annotated(article.event).read(article.id)
    assert store.history()[0].label == undone.label


def test_undo_takes_back_only_ones_own_steps(store: Briefing) -> None:
    _, quote = first(store)
    other = Briefing.open(store.path, author=BEN)
    store.do(WriteNote(target_of(quote), "mine"))
    other.do(WriteNote(target_of(quote), "theirs"))
    store.do(Star([target_of(quote)]))
    assert store.undo() is not None and store.undo() is not None
    assert store.undo() is None
    assert store.annotated(store.event_of(quote.article)).note(quote.id) == "theirs"
    assert other.undo() is not None
    other.close()


def test_the_steps_of_another_reader_whose_session_has_ended_are_inherited_by_the_next(
    store: Briefing,
) -> None:
    _, quote = first(store)
    store.do(WriteNote(target_of(quote), "mine"))
    meanwhile = Briefing.open(store.path, author=BEN)
    assert meanwhile.undo() is None  # the session is still alive
    store.close()
    assert meanwhile.undo() is None
    meanwhile.close()
    assert Briefing.open(store.path, author=BEN).undo() is not None


def test_what_was_done_on_behalf_of_a_session_is_that_ones_to_take_back(store: Briefing) -> None:
    _, quote = first(store)
    target = target_of(quote)

    def written() -> str:
        return store.annotated(store.event_of(quote.article)).note(quote.id)

    helper = Briefing.open(store.path, owner=store.begin())
    assert store.changes_by_others() is None
    helper.do(WriteNote(target, "for me"))
    assert set(store.changes_by_others() or ()) == {store.event_of(quote.article)}  # it is news all the same
    stranger = Briefing.open(store.path, author="Cid".__str__)
    stranger.do(Star([target]))
    store.do(AddTags([target], ["mine"]))
    helper.close()
    late = Briefing.open(store.path, author=BEN)
    assert late.undo() is None  # the helper has ended, but not the session it worked for
    labels = []
    while step := store.undo():
        labels.append(step.label)
    assert labels == ["Undid: Tagged 1 quote mine", "Undid: Wrote a note on 1 quote"]
    assert written() == "" and store.annotated(store.event_of(quote.article)).starred(quote.id)
    assert store.redo() is not None and written() == "for me"
    store.close()
    late.close()
    heir = Briefing.open(store.path, author=BEN)
    assert heir.undo() is not None and written() == ""
    heir.close()
    stranger.close()


def test_undo_takes_back_what_the_reader_did_last_in_whichever_program(store: Briefing) -> None:
    article, quote = first(store)
    store.do(Star([target_of(article)]))
    store.do(AddTags([target_of(quote)], ["foo"]))
    shell = Briefing.open(store.path)
    shell.do(RemoveTags([target_of(quote)], ["foo"]))
    shell.close()
    labels = [step.label if step else "" for step in (store.undo(), store.undo(), store.undo(), store.undo())]
    assert labels == [
        "Undid: Took foo off 1 quote",
        "Undid: Tagged 1 quote foo",
        "Undid: Starred 1 article",
        "",
    ]
    assert store.annotated(article.event).tags(quote.id) == () and store.tags() == {}
    again = Briefing.open(store.path)
    assert again.redo() and again.redo() and store.annotated(article.event).tags(quote.id)
    again.close()


def test_a_tag_that_was_used_taken_back_and_used_again_goes_with_its_making(store: Briefing) -> None:
    article, quote = first(store)
    store.do(AddTags([target_of(article)], ["foo"]))
    store.do(AddTags([target_of(quote)], ["foo"]))
    for _ in range(2):
        assert store.undo() and store.undo() and store.tags() == {}
        assert store.redo() and store.redo() and len(store.tags()) == 1


def test_what_was_done_elsewhere_since_an_import_is_taken_back_before_it(store: Briefing) -> None:
    _, quote = first(store)
    added = store.add([page(50)])
    brought = TakeBackImport([AnnotationTarget("article", each, each) for each in added.articles.values()])
    shell = Briefing.open(store.path)
    shell.do(Star([target_of(quote)]))
    shell.close()
    one, two = store.take_back_import(brought), store.take_back_import(brought)
    assert one and one.label == "Undid: Starred 1 quote"
    assert two and two.reverse and sum(row["articles"] for row in store.rows()) == 6


def test_a_step_others_wrote_over_does_not_bar_the_way_to_those_before_it(store: Briefing) -> None:
    _, quote = first(store)
    target, event = target_of(quote), store.event_of(quote.article)
    store.do(Star([target]))
    store.do(WriteNote(target, "draft"))
    note = store.annotated(event).of(quote.id, "commenting")[0]
    other = Briefing.open(store.path, author=BEN)
    step = other.do(WriteNote(target, "their better text", note_id=note.id))
    with pytest.raises(StoreError, match="changed since"):
        store.undo()
    undone = store.undo()
    assert undone is not None and not store.annotated(event).starred(quote.id)
    assert store.annotated(event).note(quote.id) == "their better text"
    assert store.undo() is None
    assert step.seq and other.undo() is not None  # what stood in the way is gone
    assert store.undo() is not None and store.annotated(event).note(quote.id) == ""
    assert store.redo() is not None and store.annotated(event).note(quote.id) == "draft"
    other.close()


def test_a_tag_put_to_use_by_others_outlives_the_undo_of_its_making(store: Briefing) -> None:
    article, quote = first(store)
    store.do(AddTags([target_of(quote)], ["trade"]))
    other = Briefing.open(store.path, author=BEN)
    other.do(AddTags([target_of(article)], ["Trade"]))
    store.undo()
    annotated = store.annotated(article.event)
    assert annotated.tags(quote.id) == ()
    assert [store.tags()[tag].name for tag in annotated.tags(article.id)] == ["trade"]
    store.redo()
    assert len(store.tags()) == 1
    other.close()


def test_an_import_between_does_not_stand_in_the_way_of_undo(store: Briefing) -> None:
    article, _ = first(store)
    store.do(EditField(AnnotationTarget("event", article.event), "name", "Mine"))
    store.add([page(50, article.event)])
    assert store.undo() is not None
    row = next(row for row in store.rows() if row["id"] == article.event)
    assert (row["name"], row["articles"]) == ("Convoy 4 leaves", 3)
    assert store.undo() is None  # imports are not taken back


def test_history_is_newest_first_and_says_what_was_done(store: Briefing) -> None:
    _, quote = first(store)
    store.do(Star([target_of(quote)]))
    store.do(WriteNote(target_of(quote), "x"))
    store.undo()
    labels = [step.label for step in store.history(3)]
    assert labels == ["Undid: Wrote a note on 1 quote", "Wrote a note on 1 quote", "Starred 1 quote"]


def test_nothing_to_change_is_no_step(store: Briefing) -> None:
    _, quote = first(store)
    store.do(Star([target_of(quote)]))
    size = (store.path / "journal.jsonl").stat().st_size
    assert store.do(Star([target_of(quote)])).seq == 0
    assert store.do(RemoveTags([target_of(quote)], ["never used"])).seq == 0
    assert (store.path / "journal.jsonl").stat().st_size == size


def test_tags_notes_and_stars_never_touch_the_catalogue(store: Briefing) -> None:
    article, quote = first(store)
    before = (store.path / "catalogue.json").stat()
    store.do(AddTags([target_of(quote)], ["a"]))
    store.do(WriteNote(target_of(quote), "b"))
    store.do(Star([target_of(article)]))
    store.do(MarkRead([target_of(article)]))
    after = (store.path / "catalogue.json").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def spent_on_taking_back(parts: int) -> float:
    """Return the CPU seconds of asking for each part of a deed what is to be taken back next."""

    class Lines(list[JournalEntry]):
        def state(self) -> tuple[int, int]:
            return 1, len(self)

        def lines(self, offset: int, *, changes: bool) -> list[JournalEntry]:
            assert not changes
            return self[offset:]

        def add(self, **says: object) -> None:
            self.append(JournalEntry(len(self) + 1, len(self), {"session": "mine", **says}))

    journal = Lines()
    for at in range(parts):
        journal.add(op="do", part_of=int(at > 0))
    history = History(cast("Journal", journal), Path(), 0, str)
    began = time.process_time()
    for left in range(parts, 0, -1):
        assert history.undoable("mine")[0] == left
        journal.add(op="undo", of=left, part_of=1)
    taken = time.process_time() - began
    assert history.redoable("mine") == [*range(1, parts + 1)]
    return taken


def test_a_deed_of_many_parts_is_taken_back_about_as_fast_a_part_as_one_of_few() -> None:
    few = min(spent_on_taking_back(200) for _ in range(3))
    assert min(spent_on_taking_back(800) for _ in range(3)) < 12 * few
