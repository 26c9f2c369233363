"""How a selection grows and shrinks."""

from __future__ import annotations

from tui.ui.controllers.text_motions import TextSelection, grown, unit_at

TEXT = "It was late. “Will it sail?” she asked. Nobody knew.\n\nThe end"


def words(selection: TextSelection) -> str:
    start, end = selection.span
    return TEXT[start:end]


def start(word: str) -> TextSelection:
    found = unit_at(TEXT, "word", TEXT.index(word))
    assert found
    return TextSelection(*found, found[1])


def moved(selection: TextSelection, *steps: tuple[str, int]) -> TextSelection:
    for unit, step in steps:
        selection = grown(TEXT, selection, unit, step)
    return selection


def test_words_are_added_and_taken_away_at_the_end() -> None:
    here = moved(start("was"), ("word", 1), ("word", 1))
    assert words(here) == "was late. “Will"
    assert words(moved(here, ("word", -1))) == "was late."


def test_going_back_past_the_first_word_keeps_it() -> None:
    assert words(moved(start("she"), ("word", -1))) == "sail?” she"
    assert words(moved(start("she"), ("word", -1), ("word", 1), ("word", 1))) == "she asked."


def test_sentences_end_behind_their_marks() -> None:
    assert words(moved(start("“Will"), ("sentence", 1))) == "“Will it sail?”"
    assert words(moved(start("it sail"), ("sentence", -1))) == "“Will it"
    assert words(moved(start("Nobody"), ("sentence", 1), ("sentence", 1))) == "Nobody knew.\n\nThe end"


def test_letters_and_the_other_end() -> None:
    here = moved(start("“Will"), ("word", 1), ("word", 1), ("letter", -1), ("letter", -1))
    assert words(here) == "“Will it sail"
    assert words(moved(here.swapped(), ("letter", 1))) == "Will it sail"
    assert words(moved(here.swapped(), ("word", 1))) == "it sail"
    assert words(here.swapped().swapped()) == "“Will it sail"


def test_a_selection_never_gets_empty_nor_leaves_the_text() -> None:
    here = TextSelection(3, 4, 4).swapped()
    assert words(moved(here, *[("letter", 1)] * 5)) != ""
    far = moved(start("The"), *[("word", 1)] * 9)
    assert words(far) == "The end"
    assert words(moved(start("It"), *[("word", -1)] * 9)) == "It"
    assert unit_at(TEXT, "word", len(TEXT)) is None
