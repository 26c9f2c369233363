"""Importing: what is new comes in whole, what is known stays as the reader left it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.crash import page
from tui.commands.annotations import AddTags, EditField, WriteNote, target_of
from tui.core.model import Article
from tui.reading.read import attribute_quotes
from tui.reading.result import ParsedArticle, QuoteSpan
from tui.store.briefing import Briefing, StoreError
from tui.store.index.fingerprint import canonical_url
from tui.store.ingest_types import NewArticle
from tui.store.speaker_registry import SpeakerRegistry


def contents(path: Path) -> dict[str, bytes]:
    """Return every file of a briefing that is not derived, and does not tell the clock of who held its lock."""
    passing = ("index.", ".lock-holder")
    files = [file for file in path.rglob("*") if file.is_file() and not file.name.startswith(passing)]
    return {str(file.relative_to(path)): file.read_bytes() for file in files}


def counter() -> Callable[[], str]:
    made = iter(range(1, 100_000))
    return lambda: hashlib.md5(str(next(made)).encode()).hexdigest()


def article(briefing: Briefing, headline: str) -> Article:
    return next(article for _, article, _ in briefing.quotes() if article.headline == headline)


def test_the_same_pages_again_change_no_byte(tmp_path: Path) -> None:
    pages = [page(number, f"group {number // 3}") for number in range(9)]
    with_notes = Briefing.open(tmp_path, create=True)
    added = with_notes.add(pages)
    assert len(added.articles) == 9 and len(added.events) == 3 and not added.known
    with_notes.do(AddTags([target_of(article(with_notes, "Convoy 4 leaves"))], ["kept"]))
    with_notes.close()
    before = contents(tmp_path)

    again = Briefing.open(tmp_path)
    told = again.add(pages)
    again.close()
    assert not told.articles and not told.events
    assert told.known == added.articles
    assert contents(tmp_path) == before


def test_known_pages_are_known_without_the_index(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    added = briefing.add([page(1), page(2)])
    briefing.close()
    (tmp_path / "index.sqlite").unlink()
    again = Briefing.open(tmp_path)
    assert again.add([page(2), page(1), page(3)]).known == {0: added.articles[1], 1: added.articles[0]}


def variant(number: int, **changes: Any) -> NewArticle:
    """Return a page that was saved again, with other bytes."""
    first = page(number)
    return replace(first, raw=first.raw + b" ", reading=replace(first.reading, **changes))


@pytest.mark.parametrize(
    ("stored", "coming", "becomes"),
    [
        (
            {"url": "https://www.example.org/a?utm_source=x#top"},
            {"url": "http://example.org/a/", "text": "Anew."},
            "changed",
        ),
        (
            {"url": "https://example.org/a"},
            {"url": "https://example.org/b", "text": "Quite another matter."},
            "new",
        ),
        ({"url": "https://example.org/a"}, {"url": "https://example.org/a", "outlet": "Another"}, "new"),
        ({}, {"text": page(1).reading.text + " One word more."}, "changed"),
        ({}, {"text": page(1).reading.text, "outlet": "Another"}, "new"),
        ({}, {"text": page(1).reading.text, "published": "2025-09-09"}, "new"),
        ({}, {"text": page(1).reading.text, "published": ""}, "known"),
        (
            {"outlet": ""},
            {"outlet": "", "text": page(1).reading.text + " With a whole sentence more at its end."},
            "new",
        ),
        ({"text": "Too short"}, {"text": "Too long"}, "new"),
        # Told from a pattern: nearly the same words and the same headline, each at an address of its own.
        (
            {"url": "https://example.org/a"},
            {"url": "https://example.org/b", "text": page(1).reading.text + " One word more."},
            "new",
        ),
        (
            {"url": "https://example.org/a"},
            {"url": "https://example.org/amp/a", "text": page(1).reading.text},
            "known",
        ),
    ],
)
def test_an_article_is_known_by_its_address_or_nearly_its_text(
    tmp_path: Path, stored: dict[str, str], coming: dict[str, str], becomes: str
) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    briefing.add([variant(1, **stored)])
    second = variant(1, **coming)
    second = replace(
        second, raw=second.raw + b" ", origin="again.txt", reading=replace(second.reading, quotes=())
    )
    added = briefing.add([second])
    told = {"new": added.articles, "known": added.known, "changed": added.changed}
    assert [name for name, those in told.items() if those] == [becomes]


def test_a_batch_knows_itself(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    added = briefing.add([page(1), page(2), page(1), variant(2)])
    assert list(added.articles) == [0, 1]
    assert added.known == {2: added.articles[0], 3: added.articles[1]}
    assert sum(row["articles"] for row in briefing.rows()) == 2


def test_what_the_reader_wrote_outlives_an_import_into_the_event(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    briefing.add([page(1, "one")])
    (row,) = briefing.rows()
    event = briefing.annotated(row["id"]).event
    quote = event.articles[0].quotes[0]
    briefing.do(EditField(target_of(event), "name", "My own name for it"))
    briefing.do(EditField(target_of(event.articles[0]), "headline", "A better headline"))
    briefing.do(WriteNote(target_of(quote), "remember"))
    briefing.add([page(2, row["id"])])
    (row,) = briefing.rows()
    assert row["name"] == "My own name for it" and row["articles"] == 2
    annotated = briefing.annotated(row["id"])
    assert "A better headline" in [each.headline for each in annotated.event.articles]
    assert annotated.note(quote.id) == "remember"


def test_articles_of_one_key_share_an_event_and_later_batches_find_it(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    added = briefing.add([page(1, "key"), page(2, "other"), page(3, "key")])
    assert len(added.events) == 2
    later = briefing.add([page(4, added.keys["key"])])
    assert later.events == () and later.grown == (added.keys["key"],)
    assert sorted(row["articles"] for row in briefing.rows()) == [1, 3]


def test_ids_given_in_the_source_are_kept(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    given = replace(page(1), article_id="convoy-1", event_id="convoys", event_name="The convoys")
    briefing.add(
        [given, replace(page(2), article_id="convoy-2", event_id="convoys", event_name="The convoys")]
    )
    (row,) = briefing.rows()
    assert (row["id"], row["name"], row["articles"]) == ("convoys", "The convoys", 2)
    assert briefing.event_of("convoy-2") == "convoys"
    with pytest.raises(StoreError):
        briefing.add([replace(page(3), article_id="../../etc")])


def test_one_speaker_however_often_he_speaks(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    briefing.add([page(1), page(8)])
    briefing.add([page(15), page(16)])
    assert sorted(speaker.name for speaker in briefing.speakers().values()) == ["Ada Quill 1", "Ada Quill 2"]
    spoken = {each for _, _, quote in briefing.quotes() for each in quote.speakers}
    assert spoken == set(briefing.speakers())


def test_the_raw_page_is_kept_and_a_damaged_one_is_told_of(tmp_path: Path) -> None:
    briefing = Briefing.open(tmp_path, create=True)
    briefing.add([page(1)])
    found = article(briefing, "Convoy 1 leaves")
    assert briefing.raw(found) == page(1).raw.decode()
    (tmp_path / "sources" / f"{found.source}.gz").write_bytes(b"\x1f\x8b garbage")
    with pytest.raises(StoreError, match=found.source):
        briefing.raw(found)


def test_a_build_with_given_ids_and_clock_can_be_repeated(tmp_path: Path) -> None:
    for name in ("a", "b"):
        briefing = Briefing.open(
            tmp_path / name, create=True, title="Same", new_id=counter(), now=lambda: "2025-01-01T00:00:00Z"
        )
        briefing.add([page(number, f"group {number // 3}") for number in range(6)])
        briefing.close()
    first, second = contents(tmp_path / "a"), contents(tmp_path / "b")
    first.pop(".synced"), second.pop(".synced")
    assert first == second


@pytest.mark.parametrize(
    ("url", "known_as"),
    [
        ("https://www.example.org/a?utm_source=x&id=3&ref=home", "example.org/a?id=3"),
        ("http://example.org/a/?ref=home", "example.org/a"),
        ("https://example.org/a?docref=1", "example.org/a?docref=1"),
    ],
)
def test_an_address_is_known_without_its_tracking_and_with_all_else(url: str, known_as: str) -> None:
    assert canonical_url(url) == known_as


def test_a_surname_is_taken_for_a_full_name_of_other_articles_with_a_word_and_a_doubt(tmp_path: Path) -> None:
    """Another may bear it; the reader who merges two speakers has said that none does."""

    def spoken(number: int, words: str) -> NewArticle:
        reading = attribute_quotes(ParsedArticle(headline=f"Port {number}", text=words))
        return NewArticle(reading=reading, raw=words.encode(), origin=f"{number}.txt")

    briefing = Briefing.open(tmp_path, create=True)
    met = briefing.add(
        [
            spoken(
                1, "“We will wait for an answer from the port,” Quiroga said on Monday in the old town hall."
            ),
            spoken(
                2, "“Nobody has asked the sailors yet,” Marta Quiroga told the council at noon on Tuesday."
            ),
        ]
    )
    assert met.surnames == {"Quiroga": "Marta Quiroga"}
    later = briefing.add(
        [spoken(3, "“The ferry is sold and that is that,” Quiroga wrote to the union on Friday.")]
    )
    assert later.surnames == {"Quiroga": "Marta Quiroga"}
    doubt = {quote.words[:9]: quote.unsure for _, _, quote in briefing.quotes()}
    assert (doubt["Nobody ha"], doubt["The ferry"]) == (False, True)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize(("greeting", "unsure"), [("", True), (" The crowd thanked Marta.", False)])
def test_a_surname_is_in_doubt_in_whatever_order_unless_its_article_has_the_first_name(
    tmp_path: Path, order: tuple[int, ...], greeting: str, unsure: bool
) -> None:
    texts = (
        "“Nobody has asked the sailors yet,” Marta Quiroga told the council at noon on Tuesday.",
        f"“The ferry is sold and that is that,” Mayor Quiroga said on Friday.{greeting}",
    )
    briefing = Briefing.open(tmp_path, create=True)
    for number in order:
        reading = attribute_quotes(ParsedArticle(headline=f"Port {number}", text=texts[number]))
        briefing.add([NewArticle(reading=reading, raw=texts[number].encode(), origin=f"{number}.txt")])
    doubt = {quote.words[:9]: quote.unsure for _, _, quote in briefing.quotes()}
    assert doubt == {"Nobody ha": False, "The ferry": unsure}


@pytest.mark.parametrize("text", ["The chair was J. Quiroga.", "(J. and M. Quiroga)"])
def test_an_initial_in_the_article_is_as_good_as_a_first_name(text: str) -> None:
    registry = SpeakerRegistry((), iter("ab").__next__)
    assert registry.of("J. Quiroga") == registry.of("Quiroga")
    assert not registry.is_guess(["Quiroga"], text)
    assert registry.is_guess(["Quiroga"], "MJ. Quiroga")


@pytest.mark.parametrize("together", [True, False])
def test_a_surname_that_came_first_is_in_doubt_once_a_full_name_takes_it(
    tmp_path: Path, together: bool
) -> None:
    said = (
        "“We will wait for an answer from the port,” Minister Quiroga said on Monday in the hall.",
        "“Nobody has asked the sailors yet,” Marta Quiroga told the council on Tuesday.",
    )
    pages = [
        NewArticle(
            reading=attribute_quotes(ParsedArticle(headline=words[:9], text=words)),
            raw=words.encode(),
            origin=words[:9],
        )
        for words in said
    ]
    briefing = Briefing.open(tmp_path, create=True)

    def waiting() -> bool:
        return next(quote.unsure for _, _, quote in briefing.quotes() if quote.words.startswith("We will"))

    if together:
        briefing.add(pages)
    else:
        briefing.add(pages[:1])
        assert not waiting()
        briefing.add(pages[1:])
    assert waiting()


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_surname_is_not_taken_for_a_full_name_where_the_article_names_another_who_has_it(
    tmp_path: Path, order: tuple[int, int], together: bool
) -> None:
    per = ParsedArticle(
        headline="The dam",
        text="The keeper is Per Lund. “It will hold the water back,” Lund said on Monday.",
        quotes=(
            QuoteSpan(
                start=25, end=51, text="It will hold the water back", kind="direct", group=0, entity="Lund"
            ),
        ),
    )
    text = "“It is falling to pieces,” Nils Lund told the council at noon on Tuesday."
    nils = attribute_quotes(ParsedArticle(headline="The council", text=text))
    made = [NewArticle(reading=each, raw=each.text.encode(), origin=each.headline) for each in (per, nils)]
    batches = [[made[at] for at in order]] if together else [[made[at]] for at in order]
    briefing = Briefing.open(tmp_path, create=True)
    for batch in batches:
        assert not briefing.add(batch).surnames
    speakers = briefing.speakers()
    said = {
        article.headline: [speakers[each].name for each in quote.speakers]
        for _, article, quote in briefing.quotes()
    }
    assert said == {"The dam": ["Lund"], "The council": ["Nils Lund"]}
