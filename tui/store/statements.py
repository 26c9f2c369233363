"""The statements and the accounts of an event of a briefing: derived each time, nothing of them is stored."""

from __future__ import annotations

from tui.core.accounts import Board
from tui.core.board_grid import BoardGrid, by_outlets, by_sides
from tui.core.model import AnnotatedEvent
from tui.core.statements import Statement
from tui.reading.statements.accounts import board_of
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.record import with_record
from tui.store.queries import BriefingReader


def statements(briefing: BriefingReader, annotated: AnnotatedEvent) -> list[Statement]:
    """Return the statements of an event: its quotes, those that report one thing together."""
    speakers = briefing.speakers()
    return with_record(annotated, statements_of(annotated, speakers), speakers)


def board(briefing: BriefingReader, annotated: AnnotatedEvent) -> Board:
    """Return the accounts of an event: what each side says of it."""
    speakers = briefing.speakers()
    return board_of(annotated, statements_of(annotated, speakers), speakers)


def grids(briefing: BriefingReader, annotated: AnnotatedEvent) -> tuple[BoardGrid, BoardGrid]:
    """Return the accounts of an event as they are shown: by sides, and by outlets."""
    speakers, name = briefing.speakers(), annotated.event.name
    found = statements(briefing, annotated)
    sides = board_of(annotated, found, speakers)
    return by_sides(sides, name, speakers), by_outlets(found, name, speakers)
