"""Accounts: what each side says of one event, side by side. Derived, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tui.core.model import NO_OUTLET
from tui.core.statements import BY_READER, Statement
from tui.core.text import pluralize

UNJOINED = "; wordings in another language stand in rows of their own"
OTHERS = "Others"
"""The side of all those who say too little to have a column of their own."""


class Side(NamedTuple):
    """Who speaks for one side: a state as the articles state it, else a speaker, or `OTHERS`.

    `articles` are the ids of those in which the side is heard: where it is silent, it was looked for there. Not `sure`
    where it is a guess of all its speakers that they are of this side.
    """

    name: str
    statements: int
    articles: tuple[str, ...]
    sure: bool = True


class Affiliation(NamedTuple):
    """The side that an article says somebody speaks for, and its words; not `sure` where these name none themselves."""

    side: str
    told: str
    sure: bool = True


class Standing(NamedTuple):
    """Which side a speaker is on, and how that is known: "set by you", or by which words of the articles.

    `sure` where the reader said so, the name says it, or the articles do with one voice; all else is a guess. Who is
    on nobody's side stands for themselves.
    """

    side: str
    why: str = ""
    sure: bool = True

    @property
    def stated(self) -> bool:
        """Whether the reader said so, of the speaker or of what the speaker is."""
        return self.why.startswith(BY_READER)

    @property
    def told(self) -> str:
        """The side, with a ? where it is a guess."""
        return f"{self.side}{' ?' * (not self.sure)}"


class Claim(NamedTuple):
    """A statement in a row of the board: what it is to the first of the row, and how that is known.

    `relation` is "" for the first, and for one like it that tells another number, day or place; else "same", "denies",
    "denied by", "contradicts"; `why` begins with "set by you" where the reader said so, all else is a guess. `standing` is
    whose side it is on: among `OTHERS` there are several. `tellers` are those of its outlets that are offices of another
    side: it is they who say that it was said. `between` are the ids of the quotes in which the relation was found, its own
    first; "" for the fullest.
    """

    statement: Statement
    relation: str = ""
    why: str = ""
    standing: Standing = Standing("")
    tellers: tuple[str, ...] = ()
    between: tuple[str, str] = ("", "")

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that report it, with a ? where only a rule says that theirs is a wording of it: "told by Quay"."""
        those = dict.fromkeys(self.statement.outlets, " ?")
        for wording in self.statement.wordings:
            those[wording.article.outlet] = min(those[wording.article.outlet], wording.doubt)
        told = {outlet: "told by " * (outlet in self.tellers) for outlet in those}
        return tuple(f"{told[outlet]}{outlet or NO_OUTLET}{doubt}" for outlet, doubt in those.items())


class Difference(NamedTuple):
    """What two statements tell in two ways: "12 / 20 wounded", in their order. Always a guess.

    Of one side it is what two outlets make of the same words; both may be parts of one statement that the reader joined.
    """

    side: str
    statement: Statement
    other_side: str
    other: Statement
    told: str


BoardRow = Mapping[str, tuple[Claim, ...]]
"""The claims that answer one another, by the name of the side that makes them; a side that is silent is not there."""


@dataclass(frozen=True, slots=True)
class Board:
    """The accounts of one event: its sides, those with most to say first, and what is claimed, in order.

    `articles` is how many the event has, `of_nobody` how many statements are on no side: of nobody named, of "it";
    `languages` in how many it is told: rows join no wordings of two.
    """

    event: str
    sides: tuple[Side, ...]
    rows: tuple[BoardRow, ...]
    articles: int = 0
    of_nobody: int = 0
    languages: int = 1

    @property
    def left_out(self) -> str:
        """What is told of those that are on no side, "" for none."""
        return f"{pluralize(self.of_nobody, 'claim')} of nobody named left out" if self.of_nobody else ""

    def silence(self, side: Side) -> str:
        """Return what is said where a side has no claim in a row."""
        number = len(side.articles)
        apart = UNJOINED if self.languages > 1 else ""
        if number >= self.articles:
            where = f"any of the {number} articles" if number > 1 else "the one article"
            return f"nothing of this side found in {where} of the event{apart}"
        those = f"{number} articles that quote" if number > 1 else "article that quotes"
        return f"not found in the {those} this side ({number} of {self.articles}){apart}"
