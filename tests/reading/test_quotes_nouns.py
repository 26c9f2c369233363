"""Whom "the company" or "the former customs chief" means where no rule tells: who is likelier than all others and nobody."""

from __future__ import annotations

import pytest

from tests.support.sayings import last
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

_FERRY = (
    "The ferry ran aground off Norwick on Friday. It belongs to Corvan Tide, a shipping line that has two more. Captain "
    "Ola Renn said the lights were out. “We had sent a lamp,” {} said."
)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (_FERRY.format("the company"), "Corvan Tide"),
        (
            "The shipping line Corvan Tide lost a ferry on Friday. Its captain, Ola Renn, swam. “We had sent a lamp,” "
            "the line said.",
            "Corvan Tide",
        ),
        (
            "Former customs chief Ola Renn was heard on Friday. The chairwoman, Maja Brandvold, asked who had signed. "
            "“A clerk,” the former customs chief said.",
            "Ola Renn",
        ),
    ],
)
def test_a_noun_goes_to_who_was_told_to_be_that_though_never_surely(text: str, who: str) -> None:
    found = find_quotes(text)[-1]
    assert found.entity == who
    assert "the likeliest named before it" in found.why
    assert found.confidence < SURE_ENOUGH


@pytest.mark.parametrize(
    "noun", ["the island", "the harbour office", "the chairwoman", "his lawyer", "the second captain"]
)
def test_a_noun_that_says_something_else_goes_to_nobody(noun: str) -> None:
    assert last(_FERRY.format(noun)) not in {"Corvan Tide", "Ola Renn", "Norwick"}


def test_two_of_whom_a_rule_takes_neither_stay_open() -> None:
    text = (
        "Foreign Minister Ida Sand of Norland met Foreign Minister Nils Ek of Corvany in Norwick. Both went home. "
        "The minister said that it was enough."
    )
    assert last(text) == "The minister"
