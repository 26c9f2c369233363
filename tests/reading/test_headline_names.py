"""A full name that only the headline has is its bearer's in the text too."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes
from tui.reading.quotes.names.headline_names import full_name

TURNS = "LUND: Good morning.\n\nQUESTION: Is it open?\n\nLUND: It is open. We saw it."


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Press briefing by foreign ministry spokesman Karl Lund", "Karl Lund"),
        ("TRANSCRIPT: MINISTER OXANE LUND ON THE LOCK", "Oxane Lund"),
        ("Interview With Ida M. Lund", "Ida M. Lund"),
        ("Ida van der Lund: the lock opens", "Ida van der Lund"),
        ("Paris Answers Lund", ""),
        ("President Meets Lund", ""),
        ("Prime Minister Backs Lund Over Lock", ""),
        ("PRESIDENT MEETS LUND", ""),
        ("Can Lund Win?", ""),
        ("Foreign Minister Lund on the lock", ""),
        ("Valdoria Lund talks", ""),
        ("Karl Lund meets Ida Lund", ""),
        ("Karl Lundberg opens the lock", ""),
        ("Karl Lund-Holm opens the lock", ""),
    ],
)
def test_the_full_name_of_a_headline(headline: str, name: str) -> None:
    """A first name or an office tells a name from a verb with a capital; of two names neither is taken."""
    assert full_name("Lund", headline) == name


def test_turns_of_a_surname_are_of_the_person_in_the_headline() -> None:
    """The record says where the name is from; without a headline it is the surname, as the text has it."""
    plain = {one.entity for one in find_quotes(TURNS, spans="all")}
    named = find_quotes(TURNS, spans="all", headline="Briefing by spokesman Karl Lund")
    assert "Lund" in plain
    assert {one.entity for one in named} == plain - {"Lund"} | {"Karl Lund"}
    assert all("headline" in one.why for one in named if one.entity == "Karl Lund")


def test_a_full_name_in_the_text_comes_first() -> None:
    """Who is named in full in the text is not renamed by a headline about somebody else of that name."""
    text = "“The lock is open,” said Anna Lund. “It holds,” Lund added."
    assert {one.entity for one in find_quotes(text, spans="all", headline="Karl Lund on the lock")} == {
        "Anna Lund"
    }
