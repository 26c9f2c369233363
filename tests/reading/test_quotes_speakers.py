"""Whom a briefing knows already by another name."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from tui.core.model import Speaker
from tui.reading.quotes import find_quotes
from tui.reading.quotes.names.speakers import is_local, known_names, match_speaker
from tui.store.speaker_names import SpeakerNames
from tui.store.speaker_registry import SpeakerRegistry

KNOWN = [
    *known_names("ber", ["Irina Beres", "Ruthenian President Irina Beres"]),
    *known_names("kol", ["Pavel Kolar", "French President Pavel Kolar", "Kolar"]),
    *known_names("spo", ["Anna Weiss", "Kremlin spokeswoman Anna Weiss"]),
    *known_names("lav", ["Igor Petrov", "Russian Foreign Minister Igor Petrov"]),
    *known_names("gov", ["Marta Stone", "Gov. Marta Stone"]),
    *known_names("jud", ["Henry Stone", "Judge Henry Stone"]),
    *known_names("pal", ["Elysee Palace"]),
    *known_names("sen", ["Tom Reed"]),
    *known_names("min", ["Foreign Ministry"]),
]


@pytest.mark.parametrize(
    ("entity", "identifier"),
    [
        ("Kolar", "kol"),
        ("President Pavel Kolar", "kol"),
        ("P. Kolar", "kol"),
        ("the French president", "kol"),
        ("the French leader", "kol"),
        ("President of France", "kol"),
        ("the Kremlin spokesperson", "spo"),
        ("the Russian foreign minister", "lav"),
        ("the Élysée", "pal"),
        ("the Élysée Palace", "pal"),
        ("Marta Stone", "gov"),
        ("Governor Marta Stone", "gov"),
        ("Reed", "sen"),
    ],
)
def test_other_names_of_a_speaker(entity: str, identifier: str) -> None:
    assert match_speaker(entity, KNOWN) == identifier


@pytest.mark.parametrize(
    "entity",
    [
        "Stone",  # two bear it
        "Judith Stone",
        "Tom Reed Jr.",
        "Alice Reed",
        "Kolar's office",
        "the Defense Ministry",
        "the Polish president",
        "the spokesman",
        "the statement",
        "he",
        "",
    ],
)
def test_who_is_not_clearly_known_is_somebody_new(entity: str) -> None:
    assert match_speaker(entity, KNOWN) == ""


def test_order_of_the_known_does_not_matter() -> None:
    for entity in ("Kolar", "Stone", "the French president"):
        assert match_speaker(entity, KNOWN) == match_speaker(entity, KNOWN[::-1])


def test_a_speaker_met_with_a_high_office_is_found_by_it_and_by_surname() -> None:
    numbers = count()
    voices = SpeakerRegistry([], lambda: f"s{next(numbers)}")
    first = voices.of("Vladimir Putin", "Russian President")
    assert {voices.of(name) for name in ("Putin", "President Vladimir Putin", "the Russian president")} == {
        first
    }
    others = [
        voices.of("the Ukrainian president"),
        voices.of("the former Russian president"),
        voices.of("the Russian president's envoy"),
        voices.of("the Russian foreign minister"),
    ]
    assert first not in others
    assert len(set(others)) == 4


def test_offices_that_many_hold_name_nobody() -> None:
    numbers = count()
    voices = SpeakerRegistry([], lambda: f"s{next(numbers)}")
    spokesman = voices.of("Dmitry Peskov", "Kremlin spokesperson")
    assert voices.of("the Russian foreign ministry's spokeswoman") != spokesman
    assert voices.of("the Russian spokesman") != spokesman


def test_two_people_of_one_surname_stay_two_and_the_surname_alone_is_neither() -> None:
    numbers = count()
    voices = SpeakerRegistry([], lambda: f"s{next(numbers)}")
    anna, erik = voices.of("Anna Lund"), voices.of("Erik Lund")
    assert anna != erik
    assert voices.of("Lund") not in (anna, erik)
    assert voices.of("Mayor Anna Lund") == anna
    assert voices.of("Erik Lund Jr.") not in (anna, erik)


def test_a_surname_met_first_gives_way_to_the_full_name_and_stays_an_alias() -> None:
    numbers = count()
    voices = SpeakerRegistry([Speaker("known", "Quiroga")], lambda: f"s{next(numbers)}")
    assert voices.of("Marta Quiroga") == voices.of("Quiroga") == "known"
    assert (voices.grown["known"].name, voices.grown["known"].aliases) == ("Marta Quiroga", ("Quiroga",))
    assert voices.of("Juan Quiroga") != "known"
    lund = voices.of("Lund")
    assert voices.of("Anna Lund") == lund
    assert [(each.id, each.name) for each in voices.new if each.id == lund] == [(lund, "Anna Lund")]


def test_a_speaker_the_reader_has_named_keeps_his_name() -> None:
    voices = SpeakerRegistry([Speaker("known", "Quiroga", ("Marta Quiroga",))], lambda: "new")
    assert voices.of("Marta Quiroga") == "known"
    assert not voices.grown


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("ministère danois de la Défense", "ministère suédois de la Défense"),
        ("Министерство обороны Эстонии", "Министерство финансов Эстонии"),
        ("Ministerio de Defensa chileno", "Ministerio de Trabajo chileno"),
        ("Иван Лунин", "Pavel Lunin"),
    ],
)
def test_bodies_and_people_of_other_languages_are_not_taken_for_each_other(name: str, known: str) -> None:
    assert match_speaker(name, known_names("1", [known])) == ""


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Сергей Лунин", "Sergei Lunin"),
        ("Serguei Lounine", "Сергей Лунин"),
        ("Oleksandr Selenko", "Олександр Зеленко"),
        ("ministère danois de la Défense", "Ministère danois de la Défense"),
    ],
)
def test_one_name_in_two_spellings_is_one_speaker(name: str, known: str) -> None:
    assert match_speaker(name, known_names("1", [known])) == "1"


@pytest.mark.parametrize(
    "name",
    [
        "un porte-parole de la Marine",
        "ein Sprecher der Polizei",
        "der Minister",
        "le ministre",
        "представитель мэрии",
    ],
)
def test_somebody_without_a_name_is_of_their_own_article_in_other_languages_too(name: str) -> None:
    assert is_local(name)


@pytest.mark.parametrize("name", ["UN envoy Ida Lund", "Wolodymyr Selenko", "МИД Эстонии", "Élysée"])
def test_a_name_is_of_every_article(name: str) -> None:
    assert not is_local(name)


@pytest.mark.parametrize("name", ["it", "They", "the site", "The report", "this letter"])
def test_who_is_not_named_is_no_speaker(name: str) -> None:
    registry = SpeakerRegistry((), lambda: "new")
    assert registry.of(name, article="one") == ""
    assert not registry.new


@pytest.mark.parametrize("name", ["the spokesman", "IT", "It Works", "a court", "the Report", "Letter"])
def test_who_is_spoken_of_is_a_speaker(name: str) -> None:
    assert SpeakerRegistry((), lambda: "new").of(name, article="one") == "new"


@pytest.mark.parametrize(
    ("text", "who", "role"),
    [
        ("The dam will hold, energy minister Per Lund said.", "Per Lund", "energy minister"),
        ("Energy Minister Per Lund left. “The dam will hold,” he said.", "Per Lund", "Energy Minister"),
        (
            "“The dam will hold,” said Per Holm, a spokesman for the grid.",
            "Per Holm",
            "a spokesman for the grid",
        ),
        ("Per Lund said the dam will hold.", "Per Lund", ""),
        ("“The dam will hold,” said Will Lund, who leads the board.", "Will Lund", ""),
        ("“The dam will hold,” said Till Holm.", "Till Holm", ""),
        ("Jan Lund said the dam will hold.", "Jan Lund", ""),
        ("Minister Jan Lund said the dam will hold.", "Jan Lund", "Minister"),
        ("“The dam will hold,” said Sun Weimin.", "Sun Weimin", ""),
        ("April Lund said the dam will hold.", "April Lund", ""),
        ("In April Lund said the dam will hold.", "Lund", ""),
        ("On Jan 5 Ida Lund said the dam will hold.", "Ida Lund", ""),
        ("Reporters were told by a No 10 source that the dam will hold.", "a No 10 source", ""),
        ("No 10 said the dam will hold.", "No 10", ""),
        ("“The dam will hold,” WHO said.", "WHO", ""),
        ("WHO officials said the dam will hold.", "WHO officials", ""),
        ("Till Monday the dam will hold, Anna Holm said.", "Anna Holm", ""),
    ],
)
def test_a_first_name_that_is_a_small_word_is_a_name(text: str, who: str, role: str) -> None:
    (found,) = find_quotes(text, spans="all")
    assert (found.entity, found.role, found.chain) == (who, role, ())


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("Per Reuters, Anna Holm said “the dam will hold”.", ("Reuters",)),
        ("Anna Holm said “the dam will hold”, per Northern Herald.", ("Northern Herald",)),
        ("A tax of 40 crowns per EU citizen is right, Anna Holm said.", ()),
        ("The dam costs 40 crowns per Norwick household, Anna Holm said.", ()),
    ],
)
def test_per_names_whom_words_came_through_where_it_stands_apart(text: str, through: tuple[str, ...]) -> None:
    (found,) = find_quotes(text, spans="all")
    assert (found.entity, found.chain) == ("Anna Holm", through)


def test_what_is_known_of_speakers_from_before_follows_what_the_reader_changes() -> None:
    names, numbers = SpeakerNames(), count()

    def of(name: str, *speakers: Speaker) -> str:
        return SpeakerRegistry(speakers, lambda: f"new{next(numbers)}", names=names).of(name)

    berg, holm = Speaker("a", "Ann Berg"), Speaker("b", "Bo Holm")
    assert of("Berg", berg, holm) == "a"
    assert of("Lund", replace(berg, name="Ann Lund"), holm) == "a"  # renamed
    assert of("Berg", replace(berg, name="Ann Lund"), holm) == "new0"
    assert of("Holm", berg, replace(holm, merged_into="a")) == "a"  # merged
    assert of("Holm", berg, holm) == "b"  # and taken back
    assert of("Holm", berg) == "new1"  # and gone


@pytest.mark.parametrize(("name", "known"), [("Palace X", "X Palace"), ("the Élysée", "Elysee Palace")])
def test_a_seat_is_known_by_what_it_is_called_but_for_its_kind(name: str, known: str) -> None:
    others = [
        Speaker(f"o{number}", f"{place} Palace") for number, place in enumerate(("Y", "Aldby", "Norwick"))
    ]
    assert SpeakerRegistry([*others, Speaker("it", known)], lambda: "new").of(name) == "it"


@pytest.mark.parametrize(
    ("said_by", "who"),
    [
        ("HESTER QUILL (United Kingdom), for the sponsors,", "Hester Quill"),
        ("TOMA BREL (Corvany)", "Toma Brel"),
        ("RIA NOVOSTI", "RIA NOVOSTI"),
    ],
)
def test_a_name_in_capitals_is_written_as_names_are(said_by: str, who: str) -> None:
    (found,) = find_quotes(f"{said_by} said that the draft was late.", spans="all")
    assert found.entity == who
