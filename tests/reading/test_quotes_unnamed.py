"""Speakers without a name of their own: "her captain", "the Norwegian President", a surname alone."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Ola Renn says the bridge can be built. His engineer shook her head. “He is an optimist,” she said.",
            "His engineer",
        ),
        ("The mayor went to Khartoum. “They know,” he said.", "The mayor"),
        (
            "President Ida Lund met President Rosa Roth. “We are glad,” the Danish President said.",
            "the Danish President",
        ),
        (
            "Ida Lund wept when the visas came. Her captain did not. “We were told so twice,” she said.",
            "Ida Lund",
        ),
        (
            "Ivo Stern runs the port. “They know”, said a farmer in Oslo. “Nobody asks,” he said.",
            "a farmer in Oslo",
        ),
        (
            "Ivo Stern runs the port. It is late, said one of them, who sat. “Nobody asks,” he said.",
            "one of them",
        ),
        (
            "Ivo Stern runs the port. An official told reporters that it was late. “Nobody asks,” he said.",
            "An official",
        ),
        ("Rain fell. An official told Reuters that it was late. “Nobody asks,” he said.", "An official"),
        (
            "Ivo Stern runs the port. In Riga a Danish official told Le Quai it was late. “Nobody asks,” he said.",
            "a Danish official",
        ),
    ],
)
def test_people_without_a_name_are_spoken_of_with_a_doubt(text: str, name: str) -> None:
    (found,) = [one for one in find_quotes(text, spans="all") if one.text.endswith(",")]
    assert found.entity == name
    assert found.confidence < SURE_ENOUGH


def test_he_is_not_who_spoke_of_him_without_a_name() -> None:
    text = "Ivo Stern runs the port. He is late, said a farmer. “Nobody asks,” he said."
    assert find_quotes(text)[-1].entity == "Ivo Stern"


def test_an_office_in_capitals_is_whoever_was_introduced_with_it() -> None:
    text = (
        "Prime Minister Ida Lund of Norway landed in Oslo with President Ola Renn of Sweden. "
        "“We wait,” the Norwegian Prime Minister said. The Swedish President said that he was tired."
    )
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ida Lund", "Ola Renn"]


def test_a_surname_of_two_words_is_that_of_the_full_name() -> None:
    text = "Minister Ana Soto Leal met the press. “The sea is wide,” Minister Soto Leal said."
    assert [one.entity for one in find_quotes(text)] == ["Ana Soto Leal"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Norwick spokesman Olaf Roth spoke on Monday. Minister Ida Lund was in Oslo.\n\n"
            "Lund's spokesperson denied it. “No such offer was made,” the spokesperson said.",
            "Lund's spokesperson",
        ),
        (
            "Olaf Roth, spokesman of the port, left. The union denied it. “Never,” its spokeswoman said.",
            "its spokeswoman",
        ),
        (
            "Port spokeswoman Ida Lund was glad. A spokesperson for Roth was asked. “None,” the spokesperson said.",
            "a spokesperson for Roth",
        ),
        (
            "Ida Lund, who speaks for the port, was glad. “Never,” the minister's spokesman said.",
            "the minister's spokesman",
        ),
        ("Ida Lund, a spokeswoman for the port, came. It rained. “Never,” the spokeswoman said.", "Ida Lund"),
        ("Port spokesman Olaf Roth spoke. The port denied it. “Never,” its spokesman said.", "Olaf Roth"),
        (
            "Port spokesman Olaf Roth spoke. A spokesman for Lund did not. Roth was glad. “Never,” the spokesman said.",
            "Olaf Roth",
        ),
        (
            "Minister Ida Lund met the secretary of the dockers' union. “It is late,” the secretary said.",
            "the secretary of the dockers' union",
        ),
        ("Foreign Minister Ida Lund came by way of Oslo. “It is late,” the secretary said.", "Ida Lund"),
    ],
)
def test_a_spokesman_or_a_secretary_is_not_another_ones(text: str, name: str) -> None:
    assert [found.entity for found in find_quotes(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Asked about President Boris Kalin, a Kremlin official replied. “We saw nothing new,” he said.",
            "a Kremlin official",
        ),
        # and who is named, by other words
        (
            "Norway's foreign minister, Per Holm, was late. The Norwegian diplomat replied. “I am tired,” he said.",
            "Per Holm",
        ),
        ("Senator Per Holm was late. The senator replied. “I am tired,” he said.", "Per Holm"),
    ],
)
def test_an_official_of_a_state_is_not_its_president(text: str, name: str) -> None:
    (found,) = find_quotes(text)
    assert found.entity == name
    assert name == "Per Holm" or found.confidence < SURE_ENOUGH


def test_who_is_asked_and_does_something_answers() -> None:
    text = (
        "Trade Minister Soo Lund spoke.\n\nRepresentative Dorian Roth said that Seoul had “slept”. Roth told the Post that "
        "it was a weak hand.\n\nAsked about the remark, the minister laughed. “It is the other way around,” he said."
    )
    assert last(text) == "Soo Lund"


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [("The mayor's spokesman", "the mayor's spokesman"), ("The ambassador", "The ambassador")],
)
def test_one_of_another_office_than_who_was_named_is_meant_right_behind(subject: str, speaker: str) -> None:
    text = f"Minister Olaf Roth met the mayor. {subject} spoke to the Post. He said that the talks had gone well."
    assert last(text).casefold() == speaker.casefold()


def test_an_office_in_capitals_that_begins_the_sentence_before_is_meant() -> None:
    text = (
        "The Secretary-General met with H.E. Mr. Olaf Roth, Minister for Foreign Affairs of the Gambia. "
        "The Secretary-General commended the Gambia. He stressed that it was late."
    )
    assert last(text) == "Secretary-General"
    assert last(text.replace("-General met", "-General, Per Lund, met")) == "Per Lund"


def test_a_spokesperson_is_not_that_of_another_body_named_further_down() -> None:
    text = "“It is a step,” an MOC spokesperson said. The Commission's trade spokesperson, Ida Lund, said it was late."
    assert find_quotes(text)[0].entity == "an MOC spokesperson"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“No,” said an adviser to President Ida Lund.", "an adviser to President Ida Lund"),
        ("An envoy for Senator Ida Lund said “no”.", "an envoy for Senator Ida Lund"),
        ("“No,” said an adviser to Norland's president, Ida Lund.", "an adviser to Norland's president"),
        ("“No,” said a spokesman for the prime minister, Ida Lund.", "a spokesman for the prime minister"),
        (
            "President Ida Lund rose. An aide to Norland's president, Ida Lund, said “no”.",
            "an aide to Norland's president",
        ),
        # whose own name it is
        ("“No,” said the adviser to the president, Ida Lund.", "Ida Lund"),
        ("“No,” said a spokesman for the ministry, Ida Lund.", "Ida Lund"),
        ("An adviser to the president, Ida Lund, said “no”.", "Ida Lund"),
        ("President Rosa Roth rose. “No,” said an adviser to the president, Ida Lund.", "Ida Lund"),
        ("Ida Lund, the mayor's adviser, rose. “No,” said an adviser to the mayor, Ida Lund.", "Ida Lund"),
        ("The Norland ambassador to France Ida Lund said “no”.", "Ida Lund"),
        ("Undersecretary to the President for Maritime Affairs Ida Lund said “no”.", "Ida Lund"),
    ],
)
def test_who_serves_somebody_named_is_not_who_is_named(text: str, name: str) -> None:
    assert last(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sven Holm was silent. Nils Lund, his office said, had written twice.", "Nils Lund's office"),
        ("Sven Holm was silent. Ida Lund, said his office, had written twice.", "Sven Holm's office"),
        ("Sven Holm was silent. In Norland, said his office, it rained all day.", "Sven Holm's office"),
    ],
)
def test_his_office_is_of_whom_it_tells(text: str, name: str) -> None:
    assert last(text) == name


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("An inspector walked through the hall. He knocked on each door. “They know,” he said.", "inspector"),
        ("The magistrate had no patience for Ivo Mapp. She told him to sit. “This is a court,” she said.", "magistrate"),
        ("A driver who had waited since dawn got out. “No bread, no fuel,” he said.", "driver"),
        ("The port's owner swept up the glass. He gave no name.\n\n“Tomorrow I open,” he said.", "owner"),
        ("Ivo Lund's secretary opened the door. She asked us to wait. “He is out,” she said.", "secretary"),
        ("One of the widows came back. She found the house empty. “They took it,” she said.", "one of the widows"),
        ("The widow of Ivo Lund sold the boat. She kept the oars. “He made them,” she said.", "widow"),
        ("The editor knows Ivo Lund well. He taught him to write. “He was slow,” he said.", "editor"),
    ],
)  # fmt: skip
def test_the_same_he_goes_on_as_somebody_without_a_name(text: str, who: str) -> None:
    quote = find_quotes(text)[-1]
    assert who in quote.entity.casefold()
    assert quote.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    "text",
    [
        "The envoy sent by Oslo, a lawyer called Ida Lund, had a plan. She left it at home. “No,” she said.",
        "The senator, Ida Lund, was late. She blamed the train. “It stopped,” she said.",
        "A clerk rang Ida Lund. Lund wrote it down. She has kept the note. “It was May,” she said.",
    ],
)
def test_who_has_been_named_since_goes_on(text: str) -> None:
    assert find_quotes(text)[-1].entity == "Ida Lund"
