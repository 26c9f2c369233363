"""Whose the words are where no verb of saying beside them tells: where a phrase comes from, who gave an impression."""

from __future__ import annotations

from tests.support.sayings import last
from tui.reading.quotes import find_quotes


def test_an_opposite_number_is_a_counterpart() -> None:
    text = (
        "Norway's minister, Vera Holm, met her Danish opposite number, Emil Sand. “No,” the Danish minister said. "
        "His Norwegian opposite number laughed that a river “usually wins”."
    )
    assert find_quotes(text)[0].entity == "Emil Sand"
    assert last(text) == "Vera Holm"
