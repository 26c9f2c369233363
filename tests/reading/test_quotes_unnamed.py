"""Speakers without a name of their own: "her captain", "the Norwegian President", a surname alone."""

from __future__ import annotations

import pytest

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
    ],
)
def test_people_without_a_name_are_spoken_of_with_a_doubt(text: str, name: str) -> None:
    (found,) = [one for one in find_quotes(text, spans="all") if one.text.endswith(",")]
    assert found.entity == name
    assert found.confidence < SURE_ENOUGH


def test_an_office_in_capitals_is_whoever_was_introduced_with_it() -> None:
    text = (
        "Prime Minister Ida Lund of Norway landed in Oslo with President Ola Renn of Sweden. "
        "“We wait,” the Norwegian Prime Minister said. The Swedish President said that he was tired."
    )
    assert [one.entity for one in find_quotes(text, spans="all")] == ["Ida Lund", "Ola Renn"]


def test_a_surname_of_two_words_is_that_of_the_full_name() -> None:
    text = "Minister Ana Soto Leal met the press. “The sea is wide,” Minister Soto Leal said."
    assert [one.entity for one in find_quotes(text)] == ["Ana Soto Leal"]
