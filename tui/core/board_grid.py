"""The accounts of an event as a grid: by sides, or by outlets. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.core.accounts import OTHERS, UNJOINED, Board, BoardRow, Claim, Difference
from tui.core.model import NO_OUTLET, Article, Speaker
from tui.core.quote_state import marked
from tui.core.speakers import shown_name
from tui.core.statements import BY_READER, BY_RULE, Statement, StatementWording
from tui.core.text import one_line, pluralize

_SAID = {
    "same": "= says so too",
    "denies": "⊘ denies",
    "denied by": "⊘ is denied",
    "contradicts": "≠ contradicts",
}
_FOUND = frozenset(f"{said}?" for said in _SAID.values())  # by rule, which is no fact


@dataclass(frozen=True, slots=True)
class BoardCell:
    """What stands in one place of the grid, what is told of it, who reports it, and the quote it leads to.

    `outlets` is () where the column names the outlet; `wordings` are the ids of all quotes it stands for. `offered` is
    what a rule says it is to the first of its row, with the ids of article and quote of the wordings that say so: its
    own, then that one's; () for nothing.
    """

    words: str
    told: tuple[str, ...]
    outlets: tuple[str, ...]
    article: str
    quote: str
    wordings: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()

    @property
    def relation(self) -> str:
        """What it is to the first of its row: "⊘ denies?"; "" for nothing."""
        return next((each for each in self.told[:1] if each.removesuffix("?") in _SAID.values()), "")

    @property
    def remark(self) -> str:
        """What is told of it in a line, several outlets counted."""
        if len(self.outlets) < 2:
            return self.source
        doubt = " ?" * any(each.endswith("?") for each in self.outlets)
        return " · ".join((*self.told, pluralize(len(self.outlets), "outlet") + doubt))

    @property
    def source(self) -> str:
        """What is told of it, with all outlets by name."""
        return " · ".join((*self.told, *filter(None, [", ".join(self.outlets)])))


@dataclass(frozen=True, slots=True)
class BoardGrid:
    """Columns, each with what it is called and what is said where it has nothing; and the rows, cells by column.

    `heard` are the articles of each column, in which what it does not say was looked for. `differences` are, for each
    row, what a rule takes for an answer and why, and what is told in two ways: guesses, which are shown where the row is
    opened, and go out in no export.
    `left_out` says what is in no column.
    """

    title: str
    columns: tuple[str, ...]
    silent: tuple[str, ...]
    rows: tuple[Mapping[int, tuple[BoardCell, ...]], ...]
    heard: tuple[tuple[Article, ...], ...] = ()
    differences: tuple[tuple[str, ...], ...] = ()
    left_out: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns' sides or outlets, without how many claims each has and whether it is sure."""
        return tuple(column.rpartition(" · ")[0].removesuffix(" ?") for column in self.columns)

    @property
    def silences(self) -> tuple[str, ...]:
        """What a – stands for, once for all columns that have one and say it alike: "– under Norland: not found in …"."""
        said: dict[str, list[str]] = {}
        for at, (name, sentence) in enumerate(zip(self.names, self.silent, strict=True)):
            if any(at not in row for row in self.rows):
                said.setdefault(sentence, []).append(name)
        of_all = len(set(self.silent)) == 1 < len(self.silent)
        return tuple(
            f"–: {sentence}" if of_all else f"– under {', '.join(names)}: {sentence}"
            for sentence, names in said.items()
        )

    @property
    def guesses(self) -> int:
        """How many claims a rule says something of that is no fact until the reader says so."""
        return sum(
            not _FOUND.isdisjoint(each.told) for row in self.rows for those in row.values() for each in those
        )

    def place_of(self, quote: str) -> tuple[int, int] | None:
        """Return the row and the column in which a quote stands, by its id; None where it stands in none."""
        places = (
            (row, column)
            for row, cells_by_column in enumerate(self.rows)
            for column, cells in cells_by_column.items()
            if any(quote in each.wordings for each in cells)
        )
        return next(places, None)

    def stated(self) -> BoardGrid:
        """Return what may go out: the grid without guesses at how claims stand to one another, all else as it is."""

        def without(cell: BoardCell) -> BoardCell:
            return replace(cell, told=tuple(each for each in cell.told if each not in _FOUND))

        rows = tuple({at: tuple(map(without, those)) for at, those in row.items()} for row in self.rows)
        return replace(self, rows=rows, differences=())

    def ordered(self, names: Sequence[str]) -> BoardGrid:
        """Return the grid with the columns of these names first and in this order; the others as they were."""
        ranks = {name: at for at, name in enumerate(names)}
        own = self.names
        order = sorted(range(len(own)), key=lambda at: (ranks.get(own[at], len(ranks)), at))
        return replace(
            self,
            columns=tuple(self.columns[at] for at in order),
            silent=tuple(self.silent[at] for at in order),
            heard=tuple(self.heard[at] for at in order) if self.heard else (),
            rows=tuple({new: row[at] for new, at in enumerate(order) if at in row} for row in self.rows),
        )


def by_sides(
    board: Board, name: str, speakers: dict[str, Speaker], differences: Sequence[Sequence[Difference]] = ()
) -> BoardGrid:
    """Return the grid with a column a side: what it claims, and what the others answer in the same row.

    `differences` are those of each row, () where they are not wanted.
    """
    order = {side.name: at for at, side in enumerate(board.sides)}
    rows = tuple(
        {
            order[side]: tuple(_claim(each, side, speakers, row) for each in claims)
            for side, claims in row.items()
        }
        for row in board.rows
    )
    columns = tuple(
        f"{side.name}{' ?' * (not side.sure)} · {pluralize(side.statements, 'claim')}" for side in board.sides
    )
    claimed = (claim.statement for row in board.rows for claims in row.values() for claim in claims)
    articles = _articles(claimed)
    heard = tuple(tuple(articles[id] for id in side.articles if id in articles) for side in board.sides)
    told = tuple(
        (*_reasons(row), *map(_differs, those)) for row, those in zip(board.rows, differences, strict=False)
    )
    silent = tuple(map(board.silence, board.sides))
    return BoardGrid(f"Accounts · {name}", columns, silent, rows, heard, told, board.left_out)


def _articles(statements: Iterable[Statement]) -> dict[str, Article]:
    """Return the articles of some statements, by id, in the order in which they stand there."""
    return {wording.article.id: wording.article for each in statements for wording in each.wordings}


def _reasons(row: BoardRow) -> Iterator[str]:
    """Yield what a rule says claims are to the first of their row, and why: "⊘ denies? · Velmora: “denied”, and 4 of 6"."""
    for side, claims in row.items():
        for each in claims:
            if each.relation in _SAID and each.why != BY_READER:
                yield f"{_SAID[each.relation]}? · {side}: {each.why.removeprefix(f'{BY_RULE}: ')}"


def _differs(each: Difference) -> str:
    """Return a difference in a line, the words of the other statement with it; within one side, whose outlets tell it."""
    said = one_line(marked(each.other.base.quote))
    names = [each.side, each.other_side]
    if each.side == each.other_side:
        names = [", ".join(one.outlets) or NO_OUTLET for one in (each.statement, each.other)]
    return f"differs: {each.told} ? · {' / '.join(names)}: {said}"


def by_outlets(
    statements: Sequence[Statement], name: str, speakers: dict[str, Speaker], *, guesses: bool = False
) -> BoardGrid:
    """Return the grid with a column an outlet: who printed what, those that printed most first.

    With `guesses` each row has what its outlets, or wordings offered with it, tell in two ways.
    """
    printed = Counter(outlet for each in statements for outlet in each.outlets)
    order = {outlet: at for at, outlet in enumerate(sorted(printed, key=lambda each: (-printed[each], each)))}
    rows = []
    for statement in statements:
        row: dict[int, tuple[BoardCell, ...]] = {}
        for wording in statement.wordings:
            at = order[wording.article.outlet]
            row[at] = (*row.get(at, ()), _wording(wording, speakers))
        rows.append(row)
    columns = tuple(f"{outlet or NO_OUTLET} · {printed[outlet]}" for outlet in order)
    articles = _articles(statements)
    heard = tuple(tuple(each for each in articles.values() if each.outlet == outlet) for outlet in order)
    apart = UNJOINED if len({each.language or "en" for each in articles.values()}) > 1 else ""
    silent = (f"not in this outlet{apart}",) * len(order)
    told = _versions(statements) if guesses else ()
    return BoardGrid(f"Who printed what · {name}", columns, silent, tuple(rows), heard, told)


def _versions(statements: Sequence[Statement]) -> tuple[tuple[str, ...], ...]:
    """Return for each statement why a rule put wordings there, and what they tell in two ways, with outlets and words."""
    rows = {wording.quote.id: at for at, each in enumerate(statements) for wording in each.wordings}
    held = {wording.quote.id: wording for each in statements for wording in each.wordings}
    told: list[list[str]] = [[] for _ in statements]
    for at, each in enumerate(statements):
        told[at] += (
            f"one statement? · {one.article.outlet or NO_OUTLET}: {one.why.removeprefix(f'{BY_RULE}: ')}"
            for one in each.wordings
            if one.doubt
        )
        for wording in (*each.wordings, *each.offered):
            if wording.differs:
                fuller = held.get(wording.fuller, each.base)
                names = (one.article.outlet or NO_OUTLET for one in (fuller, wording))
                what = f"differs: {', '.join(wording.differs)} ? · {' / '.join(names)}: "
                told[at].append(what + one_line(marked(wording.quote)))
                if rows[wording.quote.id] != at:
                    told[rows[wording.quote.id]].append(what + one_line(marked(fuller.quote)))
    return tuple(map(tuple, told))


def _claim(claim: Claim, side: str, speakers: dict[str, Speaker], row: BoardRow) -> BoardCell:
    base, first = claim.statement.base, next(iter(row.values()))[0].statement
    who = shown_name(base.quote, speakers)
    doubt = "" if claim.why == BY_READER else "?"
    told = [f"{_SAID[claim.relation]}{doubt}"] if claim.relation in _SAID else []
    doubt = " ?" * claim.statement.unsure
    own = claim.standing
    if side == OTHERS and own.side not in {who, ""}:
        told += [f"{who}{doubt} ({own.told})"]
    elif who != side or doubt:
        told += [f"{who}{doubt}", *([] if own.sure else ["of this side?"])]
    ids = tuple(each.quote.id for each in claim.statement.wordings)
    offered: tuple[str, ...] = ()
    if told[:1] and told[0] in _FOUND:
        own_id, first_id = claim.between
        pair = claim.statement.wording(own_id), first.wording(first_id)
        offered = (claim.relation, *(id for each in pair for id in (each.article.id, each.quote.id)))
    return BoardCell(
        marked(base.quote), tuple(told), claim.outlets, base.article.id, base.quote.id, ids, offered
    )


def _wording(wording: StatementWording, speakers: dict[str, Speaker]) -> BoardCell:
    who = shown_name(wording.quote, speakers) + " ?" * wording.quote.unsure
    told = tuple(filter(None, (who, wording.quote.kind, "one statement?" * (wording.score < 1))))
    id = wording.quote.id
    return BoardCell(marked(wording.quote), told, (), wording.article.id, id, (id,))
