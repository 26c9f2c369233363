"""Who holds an office, and who goes on: "the Turkish president said no. “Never,” he said"."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes

_TWO = "Norwegian President Nils Lund and Turkish President Emre Kaya spoke by telephone on Monday. "


def last(text: str) -> str:
    """Return who says the last quote of a text, marked or not."""
    return find_quotes(text, spans="all")[-1].entity


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            f"{_TWO}Kaya called it useful. The Turkish president said that the straits were open.\n\nSpeaking to "
            "reporters in Bergen, the Norwegian president said the call had been frank. “Nobody hung up,” he said.",
            "Nils Lund",
        ),
        (
            f"{_TWO}His minister, Per Holm, was stern. Lawmaker Ida Roth asked the minister about a ship. "
            "“Not one,” he replied.",
            "Per Holm",
        ),
        (  # another was asked in the sentence before
            "The mayor, Nils Lund, met the envoy, Emre Kaya. Lund asked whether it would rain. “No,” he replied.",
            "Emre Kaya",
        ),
        (
            "The council likes it. Hungary, its justice minister, Ivo Kun, said in Bergen, does not. “We will see,” "
            "he added.",
            "Ivo Kun",
        ),
    ],
)
def test_who_spoke_in_the_sentence_before_goes_on(text: str, who: str) -> None:
    """A pronoun beside the next words is who said the words before them, by whatever name."""
    assert last(text) == who
