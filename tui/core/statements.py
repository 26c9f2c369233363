"""A statement: what one speaker said on one occasion, in every outlet's wording.

schema.org calls it a Quotation. It is derived from the quotes and from what the reader said of two of them, and is
never stored; so it bears the name of its fullest wording.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from typing import NamedTuple

from tui.core.model import Article, Quote
from tui.core.records import record

PREFIX = "st-"
"""What the id of a statement begins with; that of its fullest wording follows."""
BY_RULE, BY_READER = "found by rule", "set by you"
LEARNT = "found by rule: you said so of the same words"
"""How it is known of quotes that repeat, word for word, two of which the reader said it."""

IN_RECORD = ("as in the record", "shortened from the record")
"""How it is told that a quote's words stand in the record of the speaker's office, whole or in part."""


class StatementWording(NamedTuple):
    """A quote as one article's wording of a statement.

    `score` (0 to 1) says how sure it is that it reports the same as the fullest, 1 where the reader said so; `why` how
    that is known, "" of the fullest itself. `record` says how its words stand in a record by the speaker's own office,
    "" where the event has none. `differs` are the number, day or place that it and a fuller one tell in two ways, the
    fuller's first: "40 / 60 mines"; found by rule. `fuller` is the id of that one's quote.
    """

    quote: Quote
    article: Article
    score: float = 1.0
    why: str = ""
    record: str = ""
    differs: tuple[str, ...] = ()
    fuller: str = ""

    @property
    def doubt(self) -> str:
        """A ? behind a blank where only a rule says that it is a wording of the statement, and not of the same words."""
        return " ?" * (self.score < 1)


@record(frozen=True, slots=True)
class Statement:
    """One statement: its wordings, the fullest first, and those that may be wordings of it too.

    `event` is the id of its event, `speakers` the ids of those who said it, () for nobody named; `setting` is where it
    was said as far as an article tells: "told CNN", "in a statement".
    """

    event: str
    speakers: tuple[str, ...]
    wordings: tuple[StatementWording, ...]
    offered: tuple[StatementWording, ...] = ()
    setting: str = ""
    day: str = ""

    @property
    def id(self) -> str:
        """The id of its fullest wording, behind a prefix."""
        return PREFIX + self.base.quote.id

    @property
    def base(self) -> StatementWording:
        """Its fullest wording."""
        return self.wordings[0]

    def wording(self, quote: str) -> StatementWording:
        """The wording with the quote of this id, the fullest where there is none."""
        return next((each for each in self.wordings if each.quote.id == quote), self.base)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that report it, in the order of its wordings; "" for one that is not named."""
        return tuple(dict.fromkeys(wording.article.outlet for wording in self.wordings))

    @property
    def unsure(self) -> bool:
        """Whether its speaker is a guess in every wording."""
        return all(wording.quote.unsure for wording in self.wordings)

    @property
    def sources(self) -> int:
        """How many texts report it, an article and its copies counted once."""
        return len({wording.article.copy_of or wording.article.id for wording in self.wordings})

    def among(self, quotes: Container[str]) -> Statement | None:
        """Return what is left of it where there are only the quotes with these ids, None for nothing."""
        left = [wording for wording in self.wordings if wording.quote.id in quotes]
        if not left:
            return None
        if left[0] is not self.base:  # the others were held against one that is gone
            left = [each._replace(differs=(), fuller="") for each in left]
        left[0] = left[0]._replace(score=1.0, why="")  # the fullest of those there are
        offered = tuple(wording for wording in self.offered if wording.quote.id in quotes)
        return replace(self, wordings=tuple(left), offered=offered)


def by_speaker(
    statements: Iterable[Statement], name: Callable[[Quote], str]
) -> list[tuple[str, list[Statement]]]:
    """Return the statements of an event under the names of their speakers, those with most to say first.

    Of one speaker those come first that most outlets report.
    """
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[name(statement.base.quote)].append(statement)
    speakers = sorted(said, key=lambda each: (-len(said[each]), each.casefold()))
    return [(each, sorted(said[each], key=lambda one: -len(one.outlets))) for each in speakers]


class Recollection(NamedTuple):
    """A statement of a topic: its day (EDTF) and event, and what it is to the latest one before that it answers.

    `relation` is "repeats", "contradicts", "differs from" (in a number, day or place) or ""; `why` says how that is known,
    `to` is the day of the other.
    """

    statement: Statement
    date: str
    event: str
    relation: str = ""
    why: str = ""
    to: str = ""
