"""Where a name begins that stands behind something else without a mark, and who speaks beside marks that are no speech."""

from __future__ import annotations

import pytest

from tests.support.sayings import said
from tui.reading.quotes import find_quotes


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "It was mended in the Varn X. Nordtel said that it knows of it when the Varn X gets cold.",
            "Nordtel",
        ),
        (
            "Mayor Ida B. Lund said that it knows of it when the Varn X gets cold. Ida B Lund came.",
            "Ida B. Lund",
        ),
        ("Getty Images Lewis Hartmann said that he would race on.", "Lewis Hartmann"),
        ("Invalid Email Christian Lund said that he would race on.", "Christian Lund"),
        ("Vjera Pavic/The Edge\n\nThe Edge said that it would race on.", "Edge"),
    ],
)
def test_a_name_begins_behind_the_page_and_the_sentence_before(text: str, who: str) -> None:
    assert [found.entity for found in find_quotes(text, spans="all")] == [who]


def test_marks_that_are_no_speech_part_nothing_that_is_said() -> None:
    text = "The so-called “inquiry” into the port is a play, Ida Renn said."
    assert said(text) == [("The so-called “inquiry” into the port is a play", "Ida Renn")]


def test_a_clause_without_its_verb_is_of_whoever_stands_before_it_in_a_town_too() -> None:
    text = "Ida Lund said the port is closed; the government in Varn, that it is open."
    assert said(text) == [("the port is closed", "Ida Lund"), ("it is open", "government")]


def test_no_semicolon_begins_what_is_said() -> None:
    text = "Ida Lund denied the charge, the presidency said; Ivo Brandt was in Riga."
    assert ("Ivo Brandt was in Riga", "the presidency") in said(text)
