"""What each command says, does and refuses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.crash import page
from tui.commands.annotations import (
    AddTags,
    Command,
    DeleteNotes,
    DiscardQuote,
    EditField,
    MarkRead,
    RemoveTags,
    SetTags,
    Star,
    WriteNote,
    target_of,
)
from tui.commands.articles import DeleteArticle
from tui.commands.codebook import RenameTag
from tui.core.model import AnnotatedEvent, AnnotationTarget, Article, Quote, Selector
from tui.store.briefing import Briefing

QUOTE = AnnotationTarget("quote", "q1", "a1", Selector("words"))
ARTICLE = AnnotationTarget("article", "a1", "a1")
EVENT = AnnotationTarget("event", "e1")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Briefing]:
    briefing = Briefing.open(tmp_path / "store", create=True)
    briefing.add([page(1, "one"), page(2, "one"), page(3, "two")])
    yield briefing
    briefing.close()


def first(store: Briefing) -> tuple[Article, Quote]:
    _, article, quote = next(store.quotes())
    return article, quote


def shown(store: Briefing, article: Article) -> tuple[AnnotatedEvent, Article]:
    annotated = store.annotated(store.event_of(article.id))
    return annotated, next(each for each in annotated.event.articles if each.id == article.id)


@pytest.mark.parametrize(
    ("command", "label"),
    [
        (AddTags([QUOTE] * 3, ["ceasefire"]), "Tagged 3 quotes ceasefire"),
        (AddTags([QUOTE, EVENT], ["#a", " b  c "]), "Tagged 2 things a, b c"),
        (RemoveTags([ARTICLE], ["a"]), "Took a off 1 article"),
        (SetTags(QUOTE, []), "Took all tags off 1 quote"),
        (WriteNote(EVENT, "x"), "Wrote a note on 1 event"),
        (WriteNote(EVENT, "x", "id"), "Changed the note on 1 event"),
        (DeleteNotes(EVENT), "Deleted the notes on 1 event"),
        (WriteNote(EVENT, " ", "id"), "Deleted the note on 1 event"),
        (Star([QUOTE]), "Starred 1 quote"),
        (Star([QUOTE] * 2, on=False), "Took the stars off 2 quotes"),
        (MarkRead([ARTICLE] * 2), "Marked 2 articles as read"),
        (EditField(EVENT, "date", "2025"), "Set the date of 1 event to 2025"),
        (EditField(ARTICLE, "author", ""), "Emptied the author of 1 article"),
        (EditField(ARTICLE, "event", "x"), "Moved 1 article to another event"),
        (DiscardQuote(QUOTE), "Discarded 1 quote"),
        (DeleteArticle(ARTICLE), "Deleted 1 article"),
    ],
)
def test_a_command_says_in_one_sentence_what_it_does(command: Command, label: str) -> None:
    assert command.label() == label


def test_a_tag_is_one_whatever_its_case_and_accents(store: Briefing) -> None:
    article, quote = first(store)
    store.do(AddTags([target_of(quote)], ["Élection", "election", "  ÉLECTION "]))
    store.do(AddTags([target_of(article)], ["#election"]))
    (tag,) = store.tags().values()
    assert tag.name == "Élection"
    annotated, _ = shown(store, article)
    assert annotated.tags(quote.id) == annotated.tags(article.id) == (tag.id,)
    store.do(RemoveTags([target_of(quote), target_of(article)], ["ELECTION"]))
    annotated, _ = shown(store, article)
    assert annotated.tags(quote.id) == annotated.tags(article.id) == ()
    assert list(store.tags()) == [tag.id]  # a tag without use stays in the codebook


def test_set_tags_leaves_exactly_those_and_keeps_the_order_given(store: Briefing) -> None:
    article, quote = first(store)
    store.do(AddTags([target_of(quote)], ["b", "a"]))
    store.do(SetTags(target_of(quote), ["a", "c"]))
    annotated, _ = shown(store, article)
    assert [store.tags()[tag].name for tag in annotated.tags(quote.id)] == ["a", "c"]


def test_several_notes_on_one_thing(store: Briefing) -> None:
    article, quote = first(store)
    target = target_of(quote)
    store.do(WriteNote(target, "first\n\nwith *Markdown*"))
    store.do(WriteNote(target, "second"))
    annotated, _ = shown(store, article)
    one, two = annotated.of(quote.id, "commenting")
    store.do(WriteNote(target, "second, better", note_id=two.id))
    store.do(WriteNote(target, "  ", note_id=one.id))
    annotated, _ = shown(store, article)
    assert annotated.note(quote.id) == "second, better"
    (note,) = annotated.of(quote.id, "commenting")
    assert note.created == two.created and note.modified
    with pytest.raises(ValueError, match="no such note"):
        store.do(WriteNote(target, "x", note_id=one.id))
    store.do(WriteNote(target, "third"))
    store.do(DeleteNotes(target))
    assert shown(store, article)[0].note(quote.id) == ""
    store.undo()
    assert shown(store, article)[0].note(quote.id) == "second, better\n\nthird"


def test_what_is_written_passes_the_door_for_untrusted_text(store: Briefing) -> None:
    article, quote = first(store)
    store.do(WriteNote(target_of(quote), "a\x1b]52;c;x\x07b\u202e"))
    store.do(AddTags([target_of(quote)], ["t\x1b[31mag"]))
    store.do(EditField(target_of(article), "headline", "two\nlines\x9b"))
    annotated, now = shown(store, article)
    assert annotated.note(quote.id) == "a]52;c;xb"
    assert [tag.name for tag in store.tags().values()] == ["t[31mag"]
    assert now.headline == "two lines"


def test_corrections_show_at_once_and_say_whose_they_are(store: Briefing) -> None:
    article, quote = first(store)
    for field, value in {
        "headline": "H",
        "outlet": "O",
        "author": "A",
        "published": "2025-05",
        "url": "u",
    }.items():
        store.do(EditField(target_of(article), field, value))
    store.do(EditField(target_of(quote), "kind", "mixed"))
    store.do(EditField(target_of(quote), "borders", "0-3, 4-8"))
    _, now = shown(store, article)
    assert (now.headline, now.outlet, now.author, now.published, now.url) == ("H", "O", "A", "2025-05", "u")
    assert now.basis["headline"] == now.basis["published"] == "set by you"
    mended = next(each for each in now.quotes if each.id == quote.id)
    assert mended.kind == "mixed" and mended.edited == ("kind", "borders")
    assert [part.exact for part in mended.parts] == [article.text[0:3], article.text[4:8]]
    row = next(row for row in store.rows() if row["id"] == article.event)
    assert "O" in row["outlets"]


def test_the_date_of_an_event_moves_it_in_the_list(store: Briefing) -> None:
    last = store.rows()[-1]["id"]
    store.do(EditField(AnnotationTarget("event", last), "date", "2031-01-01"))
    row = store.rows()[0]
    assert (row["id"], row["inferred"]) == (last, False)


def test_a_speaker_is_found_by_name_or_made(store: Briefing) -> None:
    article, quote = first(store)
    others = [speaker for speaker in store.speakers().values() if speaker.id != quote.speakers[0]]
    store.do(EditField(target_of(quote), "speaker", others[0].name.upper()))
    _, now = shown(store, article)
    assert now.quotes[0].speakers == (others[0].id,)
    count = len(store.speakers())
    store.do(EditField(target_of(quote), "speaker", "Somebody New"))
    assert len(store.speakers()) == count + 1
    store.do(EditField(target_of(quote), "speaker", ""))
    _, now = shown(store, article)
    assert now.quotes[0].speakers == ()


def test_an_article_moves_by_id_by_name_or_to_an_event_of_its_own(store: Briefing) -> None:
    article, quote = first(store)
    store.do(WriteNote(target_of(quote), "goes along"))
    other = next(row for row in store.rows() if row["id"] != article.event)
    store.do(EditField(target_of(article), "event", other["id"]))
    annotated, now = shown(store, article)
    assert now.event == other["id"] and annotated.note(quote.id) == "goes along"
    assert now.basis["event"] == "set by you"
    store.do(EditField(target_of(article), "event", "Quite new"))
    assert next(row["articles"] for row in store.rows() if row["name"] == "Quite new") == 1
    store.do(EditField(target_of(article), "event", other["name"]))
    assert store.event_of(article.id) == other["id"]
    assert "Quite new" not in [row["name"] for row in store.rows()]  # nothing is left in it


def test_a_discarded_quote_is_hidden_and_can_be_taken_back_in(store: Briefing) -> None:
    article, quote = first(store)
    store.do(DiscardQuote(target_of(quote)))
    _, now = shown(store, article)
    assert now.quotes == ()
    hidden = store.annotated(article.event, include_hidden=True)
    assert quote.id in [each.id for one in hidden.event.articles for each in one.quotes]
    row = next(row for row in store.rows() if row["id"] == article.event)
    store.do(DiscardQuote(target_of(quote), on=False))
    again = next(row for row in store.rows() if row["id"] == article.event)
    assert again["quotes"] == row["quotes"] + 1


def test_reading_marks(store: Briefing) -> None:
    article, _ = first(store)
    store.do(MarkRead([target_of(article)]))
    annotated, _ = shown(store, article)
    assert annotated.read(article.id)
    unread = store.counts()[article.event].unread
    store.do(MarkRead([target_of(article)], on=False))
    assert store.counts()[article.event].unread == unread + 1


@pytest.mark.parametrize(
    ("kind", "field", "value", "match"),
    [
        ("article", "colour", "red", "no field 'colour'"),
        ("article", "published", "last week", "no date"),
        ("article", "headline", "  ", "cannot be empty"),
        ("quote", "kind", "shouted", "direct, mixed or indirect"),
        ("quote", "borders", "9-2", "does not lie in the text"),
        ("quote", "borders", "0-999999", "does not lie in the text"),
        ("quote", "borders", "5-9, 7-12", "does not lie in the text"),
        ("quote", "borders", "from here", "names no place"),
        ("quote", "date", "2025", "no field 'date'"),
        ("event", "date", "2025-02-30", "no such day"),
    ],
)
def test_values_that_cannot_be_are_refused_and_nothing_is_written(
    store: Briefing, kind: str, field: str, value: str, match: str
) -> None:
    article, quote = first(store)
    target = {
        "article": target_of(article),
        "quote": target_of(quote),
        "event": AnnotationTarget("event", article.event),
    }[kind]
    size = (store.path / "journal.jsonl").stat().st_size
    with pytest.raises(ValueError, match=match):
        store.do(EditField(target, field, value))
    assert (store.path / "journal.jsonl").stat().st_size == size
    assert store.undo() is None


def test_commands_refuse_targets_of_the_wrong_kind(store: Briefing) -> None:
    article, quote = first(store)
    for command in (
        DiscardQuote(target_of(article)),
        DeleteArticle(target_of(quote)),
        MarkRead([target_of(quote)]),
    ):
        with pytest.raises(ValueError, match="only"):
            store.do(command)


def test_a_tag_cannot_take_the_name_of_another(store: Briefing) -> None:
    _, quote = first(store)
    store.do(AddTags([target_of(quote)], ["one", "two"]))
    tags = {tag.name: tag.id for tag in store.tags().values()}
    with pytest.raises(ValueError, match="merge the two"):
        store.do(RenameTag(tags["one"], "TWO"))
    store.do(RenameTag(tags["one"], "One"))
    assert store.tags()[tags["one"]].name == "One"


def test_what_is_told_of_a_tag_is_its_name_in_the_codebook(store: Briefing) -> None:
    article, quote = first(store)
    store.do(AddTags([target_of(article)], ["Ceasefire"]))
    assert store.do(AddTags([target_of(quote)], ["#ceasefire"])).label == "Tagged 1 quote Ceasefire"
    assert store.do(SetTags(target_of(quote), ["CEASEFIRE", "new"])).label == "Tagged 1 quote Ceasefire, new"
