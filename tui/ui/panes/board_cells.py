"""The accounts of an event as a grid: by sides, or by outlets. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.core.accounts import Board, Claim
from tui.core.model import NO_OUTLET, Speaker
from tui.core.statements import BY_READER, Statement, StatementWording
from tui.ui import format

_SAID = {"same": "= says so too", "denies": "⊘ denies", "contradicts": "≠ contradicts"}


@dataclass(frozen=True, slots=True)
class BoardCell:
    """What stands in one place of the grid, and the quote it leads to."""

    words: str
    remark: str
    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class BoardGrid:
    """Columns, each with what it is called and what is said where it has nothing; and the rows, cells by column."""

    title: str
    columns: tuple[str, ...]
    silent: tuple[str, ...]
    rows: tuple[Mapping[int, tuple[BoardCell, ...]], ...]


def by_sides(board: Board, name: str, speakers: dict[str, Speaker]) -> BoardGrid:
    """Return the grid with a column a side: what it claims, and what the others answer in the same row."""
    order = {side.name: at for at, side in enumerate(board.sides)}
    rows = tuple(
        {order[side]: tuple(_claim(each, side, speakers) for each in claims) for side, claims in row.items()}
        for row in board.rows
    )
    columns = tuple(f"{side.name} · {format.counted(side.statements, 'claim')}" for side in board.sides)
    return BoardGrid(f"Accounts · {name}", columns, tuple(map(board.silence, board.sides)), rows)


def by_outlets(statements: Sequence[Statement], name: str, speakers: dict[str, Speaker]) -> BoardGrid:
    """Return the grid with a column an outlet: who printed what, those that printed most first."""
    printed: dict[str, int] = {}
    for statement in statements:
        for outlet in statement.outlets:
            printed[outlet] = printed.get(outlet, 0) + 1
    order = {outlet: at for at, outlet in enumerate(sorted(printed, key=lambda each: (-printed[each], each)))}
    rows = []
    for statement in statements:
        row: dict[int, tuple[BoardCell, ...]] = {}
        for wording in statement.wordings:
            at = order[wording.article.outlet]
            row[at] = (*row.get(at, ()), _wording(wording, speakers))
        rows.append(row)
    columns = tuple(f"{outlet or NO_OUTLET} · {printed[outlet]}" for outlet in order)
    return BoardGrid(f"Who printed what · {name}", columns, ("not in this outlet",) * len(order), tuple(rows))


def _claim(claim: Claim, side: str, speakers: dict[str, Speaker]) -> BoardCell:
    base = claim.statement.base
    who = format.speaker_name(base.quote, speakers)
    doubt = "" if claim.why == BY_READER else format.UNSURE
    told = [f"{_SAID[claim.relation]}{doubt}"] if claim.relation in _SAID else []
    told += (
        [f"{who} {format.UNSURE}" if base.quote.unsure else who] if who != side or base.quote.unsure else []
    )
    outlets = claim.statement.outlets
    told.append(outlets[0] or NO_OUTLET if len(outlets) == 1 else format.counted(len(outlets), "outlet"))
    return BoardCell(format.marked(base.quote), " · ".join(told), base.article.id, base.quote.id)


def _wording(wording: StatementWording, speakers: dict[str, Speaker]) -> BoardCell:
    who = format.speaker_name(wording.quote, speakers) + f" {format.UNSURE}" * wording.quote.unsure
    remark = " · ".join(filter(None, (who, wording.quote.kind)))
    return BoardCell(format.marked(wording.quote), remark, wording.article.id, wording.quote.id)
