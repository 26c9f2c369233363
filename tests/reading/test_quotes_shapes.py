"""Who speaks where the sentence leaves out, stresses or sets aside what tells it: gaps, “herself”, asides, colons."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes

STRESSED = [
    ("Ida Lund met Bishop Emil Roth. “I was ill,” the bishop himself said; a lie, Lund replied.", "ill", "Emil Roth"),
    ("Mayor Emil Roth was away. Ida Lund said so. The mayor himself told the Courier that he slept.", "slept", "Emil Roth"),
    ("Emil Roth doubted it. Ida Lund herself has said that the dam is dry.", "dry", "Ida Lund"),
]  # fmt: skip

ASIDES = [
    ("Mayor Ida Lund called it late, while an aide of hers, who sat, said it was early.", "early", "an aide"),
    ("Minister Emil Roth laughed, and two friends of his, both lawyers, said that he always did.", "always", "two friends"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), STRESSED + ASIDES)
def test_words_are_theirs_whatever_the_shape(text: str, words: str, speaker: str) -> None:
    assert [one.entity for one in find_quotes(text, spans="all") if words in one.text] == [speaker]
