"""Agency and magazine prose: clauses behind the cue, guests and hosts, several speakers, names in two spellings."""

from __future__ import annotations

import pytest

from tui.reading.quotes import find_quotes


def said(text: str) -> list[tuple[str, str]]:
    """Return the words of each quote and who says them."""
    return [(found.text, found.entity) for found in find_quotes(text, spans="all")]


@pytest.mark.parametrize(
    ("cue", "further", "told"),
    [
        (", she said", "and under it were two buses", True),
        (", she told the court", "but its neighbours had", True),
        (", according to Ada Renn", "and two more would follow", True),
        (", according to Ada Renn", "but the count is not over", False),  # the writer's
        (", she said", "and left the room", False),
    ],
)
def test_a_clause_behind_the_cue_goes_on_with_what_was_said(cue: str, further: str, told: bool) -> None:
    text = f"Ada Renn named a bridge. It had fallen in 2018{cue}, {further}. The mayor waited."
    assert ((further, "Ada Renn") in said(text)) is told
