"""What the sides of an event tell in two ways without a word of denial: numbers, days, places, opposite words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.reading.test_statements import ARDEN, ORLOV, SPEAKERS, article, event
from tui.core.accounts import Board
from tui.reading.statements.accounts import board_of
from tui.reading.statements.differences import differences
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.facts import differing, facts


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("that 12 people were wounded", "that at least 20 were wounded in the port", ["12 / 20 wounded"]),
        ("that twelve soldiers died", "that the strike killed 1,200 soldiers", ["twelve / 1,200 soldiers"]),
        ("that the call took 1 h 40", "that they spoke for more than two hours", ["1 h 40 / two hours"]),
        ("that the ship sank on Monday", "that it sank on Tuesday", ["Monday / Tuesday"]),
        ("that it begins on 3 May", "that it begins on May 4", ["3 May / 4 May"]),
        ("that they met in Riga", "that they met near Oslo", ["Riga / Oslo"]),
        ("that prices rose by 12 percent", "that prices rose by 3%", ["12 / 3 %"]),
    ],
)
def test_numbers_days_and_places_differ(one: str, other: str, told: list[str]) -> None:
    assert list(differing(facts(one), facts(other))) == told


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("that 12 people were wounded", "that 20 people were killed"),
        ("that at least 12 were wounded", "that 20 were wounded"),
        ("that about 100 ships waited", "that 96 ships waited"),
        ("that 12 were wounded", "that twelve people were wounded"),
        ("that it began on 3 May", "that it began in 2025"),
        ("that they met in Riga in May", "that they met in Riga"),
        ("that it took two hours", "that it took 120 minutes"),
        ("that 12 left on Monday", "that one of them left"),
    ],
)
def test_what_may_both_be_right_does_not_differ(one: str, other: str) -> None:
    assert list(differing(facts(one), facts(other))) == []


def accounts(arden: str, orlov: str) -> Board:
    """Return the board of an event in which two sides say something."""
    text = "French President Mira Arden spoke of shells. Russian Foreign Minister Sergey Orlov answered.\n"
    both = (
        article("Matin", (ARDEN, "indirect", "said", arden)),
        article("Vestnik", (ORLOV, "indirect", "said", orlov)),
    )
    annotated = event(*(replace(each, text=each.text + text) for each in both))
    return board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)


def test_both_rows_tell_what_is_counted_otherwise_in_another() -> None:
    board = accounts(
        "that 12 sailors were wounded when the grain ship burnt in the port",
        "that the fire on the grain ship in the port wounded 20 sailors",
    )
    found = [(each.side, each.other_side, each.told) for row in differences(board) for each in row]
    assert ("France", "Russia", "12 / 20 sailors") in found
    assert all(each[2] in ("12 / 20 sailors", "20 / 12 sailors") for each in found)


def test_numbers_of_other_things_are_not_held_against_each_other() -> None:
    board = accounts(
        "that 12 sailors would be paid for the winter", "that 20 sailors had drowned off the cape"
    )
    assert not any(differences(board))
