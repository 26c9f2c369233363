"""Accounts: what each side says of one event, side by side. Derived, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tui.core.statements import Statement

OTHERS = "Others"
"""The side of all those who say too little to have a column of their own."""


class Side(NamedTuple):
    """Who speaks for one side: a state as the articles state it, else a speaker, or `OTHERS`.

    `articles` are the ids of those in which the side is heard: where it is silent, it was looked for there.
    """

    name: str
    statements: int
    articles: tuple[str, ...]


class Claim(NamedTuple):
    """A statement in a row of the board: what it is to the first of the row, and how that is known.

    `relation` is "" for the first, else "same", "denies", "contradicts"; `why` begins with "set by you" where the
    reader said so, all else is a guess.
    """

    statement: Statement
    relation: str = ""
    why: str = ""


class Difference(NamedTuple):
    """What two statements of two sides tell in two ways: "12 / 20 wounded", in their order. Always a guess."""

    side: str
    statement: Statement
    other_side: str
    other: Statement
    told: str


BoardRow = Mapping[str, tuple[Claim, ...]]
"""The claims that answer one another, by the name of the side that makes them; a side that is silent is not there."""


@dataclass(frozen=True, slots=True)
class Board:
    """The accounts of one event: its sides, those with most to say first, and what is claimed, in order."""

    event: str
    sides: tuple[Side, ...]
    rows: tuple[BoardRow, ...]

    def silence(self, side: Side) -> str:
        """Return what is said where a side has no claim in a row."""
        number = len(side.articles)
        those = "article that quotes" if number == 1 else f"{number} articles that quote"
        return f"not in the {those} this side"
