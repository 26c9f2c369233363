"""Whom "they" and "it" go back to: who said something, and neither what goes on nor whom that is told of."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("The talks, according to prosecutors, were over. Still the discussions continued until May.", "prosecutors"),
        ("Ida Lund's supporters said it was due, going up against Ivo Brandt and the island's assembly: she is tried.",
         "Ida Lund's supporters"),
        ("Norland lawmakers have argued that the Treasury and the Foreign Ministry were altering it.",
         "Norland lawmakers"),
        ("The prize, a regrade of tests for Norland pupils, is near. Testmark continue to insist on it.", "Testmark"),
        ("The trawlers called the coast guard.", "The trawlers"),
    ],
)  # fmt: skip
def test_they_are_who_said_something_and_not_what_that_is_about(before: str, who: str) -> None:
    found = find_quotes(f"{before} They said the sea was rough.", spans="all")
    assert found[-1].entity == who


@pytest.mark.parametrize(
    "text",
    [
        "The mayor's veto came after the shutdown began in May. It also highlighted that Oslo has no plan.",
        "Ida Lund beat Ivo Brandt. It's a decisive win, and it reveals that dozens in her party voted against her.",
        "The shutdown underscored the difficulty of the work, in which all have found themselves.",
    ],
)
def test_what_shows_something_says_nothing(text: str) -> None:
    assert not find_quotes(text, spans="all")


def test_who_shows_something_says_it() -> None:
    found = find_quotes("The finance ministry was asked. It revealed that the sum was small.", spans="all")
    assert [(one.entity, one.text) for one in found] == [("finance ministry", "that the sum was small")]
