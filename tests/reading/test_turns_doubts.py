"""How sure the speaker of a turn is: what stands in a transcript tells, not that it is one."""

from __future__ import annotations

import pytest

from tui.core.model import SURE_ENOUGH
from tui.reading.quotes import find_quotes

_TALK = """\
Ola Renn: I thank you for coming. We have read the draft.

Marta Holm: I am glad that you did. My minister will be too.

Ola Renn: {first}

{second}

Marta Holm: I shall tell her. We meet again on Monday.
"""


def _sure(first: str, second: str) -> list[bool]:
    found = find_quotes(_TALK.format(first=first, second=second), spans="all")
    return [one.confidence >= SURE_ENOUGH for one in found]


def test_a_turn_of_two_paragraphs_by_one_who_says_i_is_sure() -> None:
    assert (
        _sure("I have two questions on it.", "My first is about the port, and I ask it gladly.") == [True] * 5
    )


@pytest.mark.parametrize(
    "second",
    [
        "Remarks on the draft treaty, as delivered",
        "Will the port be shut?",
        "Renn turned to the window and waved at the crowd below.",
    ],
    ids=["heading", "question without a label", "told by the writer"],
)
def test_a_paragraph_that_may_be_another_voice_bears_a_mark(second: str) -> None:
    assert _sure("I have two questions on it.", second) == [True, True, True, False, True]


def test_a_label_that_is_an_office_and_stands_but_once_is_less_sure_than_a_name() -> None:
    text = "THE PRESIDENT: Order. It is noon.\n\n" + _TALK.format(first="Good.", second="I mean it.")
    first, *others = find_quotes(text, spans="all")
    assert first.confidence < min(one.confidence for one in others)
