"""Prose as dense as that of embassies and agencies: who is told, whole mentions, chains, several who speak."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes


def said(text: str) -> list[tuple[str, str]]:
    return [(found.text, found.entity) for found in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Renn told a briefing it was late.", "it was late"),
        ("Ada Renn told a news conference the money was there.", "the money was there"),
        ("Ada Renn told a committee of parliament the money was there.", "the money was there"),
        ("Ada Renn told a court on Monday nobody had paid her.", "nobody had paid her"),
        ("Ada Renn told a meeting of ministers in Lisbon there was no plan.", "there was no plan"),
        ("Ada Renn told journalists after the meeting the door was open.", "the door was open"),
        ("Ada Renn told state television late on Monday the door was open.", "the door was open"),
        ("Ada Renn told the mayor of Lisbon the door was open.", "the door was open"),
    ],
)
def test_who_is_told_is_no_part_of_the_words(text: str, words: str) -> None:
    assert said(text) == [(words, "Ada Renn")]


def test_a_story_that_is_told_hears_nothing() -> None:
    text = "Ada Renn told a story of a bridge the king had built."
    assert "the king had built" not in [words for words, _ in said(text)]
