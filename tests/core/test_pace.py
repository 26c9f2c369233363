"""How long something still takes, as it is told while it goes on."""

from __future__ import annotations

import pytest

from tui.core.pace import Pace


@pytest.mark.parametrize(
    ("total", "told"),
    [(100, "less than a minute left"), (1000, "16 min left"), (100_000, "27.8 h left"), (10, "")],
)
def test_what_is_left_is_told_once_it_has_gone_on_for_a_while(total: int, told: str) -> None:
    pace = Pace()
    assert pace.left(0.0, 0, total) == ""
    assert pace.left(3.0, 3, total) == ""
    assert pace.left(50.0, 50, total) == told


def test_what_was_known_and_went_fast_tells_nothing_of_the_rest() -> None:
    pace = Pace()
    for second in range(10):
        pace.left(float(second), second * 1000, 10_000)
    for second in range(10, 120):
        told = pace.left(float(second), 9000 + second - 10, 10_000)
    assert told == "15 min left"


def test_nothing_is_told_of_what_does_not_go_on() -> None:
    pace = Pace()
    for second in range(200):
        assert pace.left(float(second), 7, 10) == ""
