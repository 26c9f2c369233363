"""Whose the words are where no verb of saying beside them tells: where a phrase comes from, who gave an impression."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    "behind",
    [
        "The phrase comes from Vera Holm, a geologist who led them.",
        "That image came from Vera Holm.",
        "The words are Vera Holm's.",
    ],
)
def test_a_phrase_is_of_whom_it_comes_from(behind: str) -> None:
    text = f"What Chile's water board found on the hill was “one gauge, and that was drawn on”. {behind} It rained."
    assert last(text) == "Vera Holm"


def test_a_sentence_behind_that_tells_something_else_names_nobody() -> None:
    text = "The board found “one gauge”. The phrase was new to Vera Holm."
    found = find_quotes(text, spans="all")
    assert all(one.entity != "Vera Holm" or one.confidence < SURE_ENOUGH for one in found)


def test_who_impresses_something_on_another_says_it_and_the_palace_gives_it_out() -> None:
    text = "President Emil Sand had impressed on his guest “that the road opens at noon”, the Chadian presidency said."
    assert last(text) == "Emil Sand"


def test_an_opposite_number_is_a_counterpart() -> None:
    text = (
        "Norway's minister, Vera Holm, met her Danish opposite number, Emil Sand. “No,” the Danish minister said. "
        "His Norwegian opposite number laughed that a river “usually wins”."
    )
    assert find_quotes(text)[0].entity == "Emil Sand"
    assert last(text) == "Vera Holm"
