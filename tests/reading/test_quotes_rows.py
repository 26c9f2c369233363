"""Who speaks together where each is told of between commas, and whom "both lawyers" stand for."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes

TOGETHER = [
    "Ida Lund, the mayor, and her deputy, Emil Roth, said the dam was dry.",
    "Mayor Ida Lund, a Green, and Governor Emil Roth, a Liberal, told reporters that the dam was dry.",
    "Otto Holm is ill, his lawyers Ida Lund and Emil Roth said. A judge, Aila Berg, sighed. Both lawyers said it was dry.",
    "Slovenia's Prime Minister Ida Lund spoke. Croatia's Prime Minister, Emil Roth, spoke. Hungary's Foreign Minister, Otto "
    "Holm, spoke. Both prime ministers said that the dam was dry.",
]


@pytest.mark.parametrize("text", TOGETHER)
def test_two_say_it_together(text: str) -> None:
    assert find_quotes(text, spans="all")[-1].speakers == ("Ida Lund", "Emil Roth")


def test_what_a_deputy_does_is_not_its_owners() -> None:
    first, *_ = find_quotes("Ida Lund spoke. “It begins with a six,” Mr Roth's deputy let slip.", spans="all")
    assert first.entity == "Mr Roth's deputy"
