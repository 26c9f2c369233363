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
        ("that they cleared 40 mines", "that it took 20 minutes"),
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


def test_outlets_that_tell_one_side_s_words_with_two_numbers_are_named() -> None:
    told = {"Globe": 40, "Tribune": 60, "Matin": 40}
    annotated = event(
        *(
            article(outlet, (ORLOV, "indirect", "said", f"that {number} mines had been found since January"))
            for outlet, number in told.items()
        )
    )
    board = board_of(annotated, statements_of(annotated, SPEAKERS), SPEAKERS)
    found = [
        (each.told, each.statement.outlets, each.other.outlets) for row in differences(board) for each in row
    ]
    assert found == [
        ("40 / 60 mines", ("Globe", "Matin"), ("Tribune",)),
        ("60 / 40 mines", ("Tribune",), ("Globe", "Matin")),
    ]


def test_what_two_sides_tell_in_two_numbers_is_no_agreement() -> None:
    board = accounts(
        "that 12 sailors were wounded when the grain ship burnt",
        "that 20 sailors were wounded when the grain ship burnt",
    )
    claims = [claim for row in board.rows for those in row.values() for claim in those]
    assert len(board.rows) == 1 and [claim.relation for claim in claims] == ["", ""]


def test_numbers_of_other_things_are_not_held_against_each_other() -> None:
    board = accounts(
        "that 12 sailors would be paid for the winter", "that 20 sailors had drowned off the cape"
    )
    assert not any(differences(board))
