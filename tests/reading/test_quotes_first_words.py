"""Whoever is named in the first words of a text has nobody before them: its last word is no neighbour."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes

TEXTS = (
    "Norland's spy agency told lawmakers on Friday that Sudland had lost two ships. It did not say how it knew.",
    "The Norland navy accused a Sudland vessel of ramming a supply boat. It called for an inquiry.",
    "Norland's Foreign Ministry said the sailors were in good health, NNA reported. The ministry had seen them.",
    "The mother of a pilot who died rejected an apology. “A letter is no answer,” she said.",
    "Her argument is simply that nobody had asked.",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("word", ["by", "in", "through", "of", "who", "as", "is", "will"])
def test_the_word_a_text_breaks_off_with_does_not_govern_its_first(text: str, word: str) -> None:
    broken = f"{text} The rest came {word}"
    alone = [(one.text, one.entity, one.confidence) for one in find_quotes(broken, spans="all")]
    below_a_line = [
        (one.text, one.entity, one.confidence) for one in find_quotes(f"\n\n{broken}", spans="all")
    ]
    assert alone == below_a_line
    assert len(alone) > 0


@pytest.mark.parametrize("who", ["the daily, which named nobody,", "two envoys briefed on it,"])
def test_what_a_first_according_to_reports_is_kept_where_the_text_breaks_off_at_a_comma(who: str) -> None:
    found = find_quotes(f"According to {who} the dam had burst,", spans="all")
    assert [(one.text, one.entity) for one in found] == [
        ("the dam had burst", who.split(",", maxsplit=1)[0].split(" briefed", maxsplit=1)[0])
    ]


def test_a_text_that_breaks_off_behind_a_name_of_two_is_read() -> None:
    assert [one.entity for one in find_quotes("“We ran,” two of them, Ib Lund", spans="all")] == [
        "two of them"
    ]


def test_a_row_of_names_of_which_one_is_nobody_known_is_read() -> None:
    text = "Two lawyers, Lavinia , no longer “ Prest of Ohio and Beau Crane, came. “It drowns us,” the Louisianan said."
    assert find_quotes(text, spans="all")[-1].text == "It drowns us,"
