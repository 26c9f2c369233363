"""Prose as dense as that of embassies and agencies: who is told, whole mentions, chains, several who speak."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


def said(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.entity) for found in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Renn told a briefing it was late.", "it was late"),
        ("Ada Renn told a news conference the money was there.", "the money was there"),
        ("Ada Renn told a committee of parliament the money was there.", "the money was there"),
        ("Ada Renn told a court on Monday nobody had paid her.", "nobody had paid her"),
        ("Ada Renn told a meeting of ministers in Lisbon there was no plan.", "there was no plan"),
        ("Ada Renn told journalists after the meeting the door was open.", "the door was open"),
        ("Ada Renn told state television late on Monday the door was open.", "the door was open"),
        ("Ada Renn told the mayor of Lisbon the door was open.", "the door was open"),
    ],
)
def test_who_is_told_is_no_part_of_the_words(text: str, words: str) -> None:
    assert said(text) == [(words, "Ada Renn")]


def test_a_story_that_is_told_hears_nothing() -> None:
    text = "Ada Renn told a story of a bridge the king had built."
    assert "the king had built" not in [words for words, _ in said(text)]


@pytest.mark.parametrize(
    "who",
    [
        "the commissioner for trade",
        "a person familiar with the talks",
        "Two people briefed on the plan",
        "the deputy head of mission at the embassy in Riga",
        "an adviser to the prime minister on energy",
        "Three officials with direct knowledge of the talks",
        "the woman in charge of the archive",
    ],
)
def test_who_has_no_name_is_told_of_in_all_words(who: str) -> None:
    written = who[0].upper() + who[1:]
    (found,) = find_quotes(f"{written} said the door was shut.", spans="all")
    assert (found.text, found.speaker_text, found.entity) == ("the door was shut", written, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“It is shut,” said the envoy in a note.", "The envoy"),
        ("The envoy on Monday said the door was shut.", "The envoy"),
        ("The envoy in response to a question said the door was shut.", "The envoy"),
        ("A spokesman for the port at a briefing said the door was shut.", "a spokesman for the port"),
        ("A spokesman for the port in a statement said the door was shut.", "a spokesman for the port"),
        ("“It is shut,” said the envoy of the Union on Monday.", "the envoy of the Union"),
        (
            "According to a person with knowledge of the talks, the door was shut.",
            "a person with knowledge of the talks",
        ),
    ],
)
def test_when_and_how_something_was_said_is_no_part_of_who_said_it(text: str, who: str) -> None:
    assert [found.entity.lower() for found in find_quotes(text, spans="all")] == [who.lower()]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Mayor Ada Renn said that the envoy, Bo Lund, had told ministers that it was late.",
            [("Ada Renn", ()), ("Bo Lund", ("Ada Renn",))],
        ),
        (
            "According to Mayor Ada Renn, the envoy, Bo Lund, had warned them on Friday that it was late.",
            [("Ada Renn", ()), ("Bo Lund", ("Ada Renn",))],
        ),
        (
            "Mayor Ada Renn claimed that Bo Lund had vowed to wait.",
            [("Ada Renn", ()), ("Bo Lund", ("Ada Renn",))],
        ),
        ("Mayor Ada Renn said that Bo Lund would say that it was late.", [("Ada Renn", ())]),
        ("Mayor Ada Renn denied that Bo Lund had told her that it was late.", [("Ada Renn", ())]),
        ("Mayor Ada Renn said that Bo Lund had never said that it was late.", [("Ada Renn", ())]),
    ],
)
def test_what_one_tells_of_anothers_saying_is_kept_as_both(
    text: str, told: list[tuple[str, tuple[str, ...]]]
) -> None:
    found = find_quotes(text, spans="all")
    assert sorted((one.entity, one.chain) for one in found) == told
    sure = {one.entity: one.confidence for one in found}
    assert sure.get("Bo Lund", 0) < sure["Ada Renn"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Renn met Envoy Bo Lund. He told her, an aide said, that it was late.",
        "The envoy, an aide said, had promised them that it was late. Bo Lund, the envoy, left.",
        "Envoy Bo Lund had assured them, an aide said on Friday, that it was late.",
    ],
)
def test_who_is_set_between_another_and_his_words_passes_them_on(text: str) -> None:
    (found,) = find_quotes(text, spans="all")
    assert (found.entity, found.chain) == ("Bo Lund", ("an aide",))


def test_what_is_added_behind_marked_words_is_not_lost() -> None:
    text = "“It leaves,” the mayor, Ada Renn, said, “and it stops,” adding that the road had been cleared."
    assert said(text)[-1] == ("that the road had been cleared", "Ada Renn")


def test_nothing_is_nobodys_name() -> None:
    text = "Nothing, he said, had been decided. Bo Lund, the finance minister, spoke in Riga."
    assert {name for _, name in said(text)} == {"Bo Lund"}


@pytest.mark.parametrize(
    "text",
    [
        "Petrasol said it would begin drilling in January.",
        "Norway's coast guard said the ship had gone.",
        "A senior trade official said it was late. “Nobody got everything,” the official said.",
        "Ida Lund, who runs a mill in Riga, said a third of it went to Ohio.",
        "India and China said they would consider it.",
    ],
)
def test_who_can_be_nobody_else_bears_no_sign(text: str) -> None:
    assert all(one.confidence >= SURE_ENOUGH for one in find_quotes(text, spans="all"))


@pytest.mark.parametrize(
    "text",
    [
        "A trade official met an army official in Riga. “Nobody got everything,” the official said.",
        "The ministry, which a mayor had praised, was silent. It was late, the minister said.",
    ],
)
def test_who_may_be_another_bears_a_sign(text: str) -> None:
    assert all(one.confidence < SURE_ENOUGH for one in find_quotes(text, spans="all"))


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "fr",
            "Le ministre Jean Lund a reproché à la coalition d'avoir bombardé le pont.",
            "avoir bombardé le pont",
        ),
        ("es", "El portavoz Juan Lund reprochó a la coalición haber roto el puente.", "haber roto el puente"),
        ("ru", "Президент Иван Громов призвал соседей открыть границу.", "открыть границу"),
    ],
)
def test_reproaches_and_short_orders_are_told_in_other_languages_too(
    language: str, text: str, told: str
) -> None:
    (found,) = find_quotes(text, language, spans="all")
    assert (found.text, bool(found.polarity)) == (told, True)


def test_they_are_those_who_spoke_together_before() -> None:
    text = "Ambassador Ada Renn met Ambassador Ida Lund in Riga. Both ambassadors said it was late. “It is time,” they said."
    found = find_quotes(text, spans="all")
    assert [one.speakers for one in found] == [("Ada Renn", "Ida Lund")] * 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“By whom?” Ada Renn asked, and told a briefing it was the first she had heard of it.",
            ["By whom?", "it was the first she had heard of it"],
        ),
        ("Ada Renn told reporters on the stairs the lake belonged to us.", ["the lake belonged to us"]),
        (
            "Ada Renn said she had smelled none, before adding that it was “late”.",
            ["she had smelled none", "late"],
        ),
    ],
)
def test_each_clause_of_one_sentence_is_told(text: str, told: list[str]) -> None:
    assert [words for words, _ in said(text)] == told
    assert {name for _, name in said(text)} == {"Ada Renn"}


@pytest.mark.parametrize("verb", ["answered", "agreed", "complained"])
def test_a_verb_of_saying_of_any_sort_has_its_teller_behind_it(verb: str) -> None:
    (found,) = find_quotes(f"Mayor Bo Lund {verb}, an aide said, that it was late.", spans="all")
    assert (found.entity, found.chain) == ("Bo Lund", ("an aide",))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("In Paris Ida Lund said it was late.", "Ida Lund"),
        ("Officials from Iran Air said it was late.", "Officials from Iran Air"),
    ],
)
def test_where_somebody_speaks_is_no_part_of_the_name(text: str, who: str) -> None:
    assert [name for _, name in said(text)] == [who]


def test_the_diplomats_are_those_without_names_told_of_before() -> None:
    text = "Mayor Ada Renn met Mayor Bo Lund. Two diplomats in Riga said it bore a date. The diplomats said it was wrong."
    assert not any(one.speakers for one in find_quotes(text, spans="all"))


@pytest.mark.parametrize(
    "words",
    [
        "if the envoy had promised to wait, it would rain",
        "it was untrue that the envoy had said the vote was stolen",
        "the claim that the envoy had promised to leave was false",
    ],
)
def test_what_another_may_have_said_is_nobodys_within_what_one_says(words: str) -> None:
    assert [name for _, name in said(f"Lund said that {words}.")] == ["Lund"]


def test_what_one_says_according_to_another_is_first_of_all_the_others() -> None:
    text = "According to Mayor Ada Renn, the envoy had also promised that no copy would be kept."
    found = find_quotes(text, spans="all")
    assert sorted((one.entity, one.chain) for one in found) == [
        ("Ada Renn", ()),
        ("the envoy", ("Ada Renn",)),
    ]
    assert all(one.confidence == round(one.confidence, 2) for one in found)
