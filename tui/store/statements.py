"""The statements and the accounts of an event of a briefing: derived each time, nothing of them is stored."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tui.core.accounts import Board, Standing
from tui.core.board_grid import BoardGrid, by_outlets, by_sides
from tui.core.model import COLUMNS, AnnotatedEvent, Speaker, reported
from tui.core.query.completion import written
from tui.core.speakers import speakers_of
from tui.core.statements import Recollection, Statement
from tui.reading.statements.accounts import board_of
from tui.reading.statements.affiliations import STATES
from tui.reading.statements.differences import differences
from tui.reading.statements.event_statements import statements_of
from tui.reading.statements.offices import is_record
from tui.reading.statements.recollection import topics
from tui.reading.statements.record import with_record
from tui.reading.statements.sides import sides_of
from tui.store.queries import BriefingReader


def statements(briefing: BriefingReader, annotated: AnnotatedEvent) -> list[Statement]:
    """Return the statements of an event: its quotes, those that report one thing together."""
    speakers = briefing.speakers()
    return with_record(annotated, statements_of(annotated, speakers), speakers, briefing.affiliations)


def record_of(briefing: BriefingReader, annotated: AnnotatedEvent, quote_id: str) -> str:
    """Return how a quote stands in the record of its speaker's side, "" where its event has none."""
    if not any(map(is_record, annotated.event.articles)):
        return ""
    held = (wording for each in statements(briefing, annotated) for wording in each.wordings)
    return next((each.record for each in held if each.quote.id == quote_id), "")


def board(briefing: BriefingReader, annotated: AnnotatedEvent) -> Board:
    """Return the accounts of an event: what each side says of it."""
    speakers = briefing.speakers()
    return board_of(annotated, statements_of(annotated, speakers), speakers, briefing.affiliations)


def grids(
    briefing: BriefingReader, annotated: AnnotatedEvent, *, guesses: bool = False
) -> tuple[BoardGrid, BoardGrid]:
    """Return the accounts of an event as they are shown: by sides, and by outlets.

    Columns stand in the order that the reader gave them. With `guesses` each row has what its sides, or outlets, tell in
    two ways.
    """
    speakers, name = briefing.speakers(), annotated.event.name
    found = statements(briefing, annotated)
    sides = board_of(annotated, found, speakers, briefing.affiliations)
    guessed = differences(sides) if guesses else ()
    faces = by_sides(sides, name, speakers, guessed), by_outlets(found, name, speakers, guesses=guesses)
    order = _columns(annotated)
    return faces[0].ordered(order), faces[1].ordered(order)


def _columns(annotated: AnnotatedEvent) -> list[str]:
    """Return the sides and outlets in the order in which the reader put their columns, [] where they put none."""
    for each in annotated.of(annotated.event.id, "editing"):
        if each.body.get("field") == COLUMNS and isinstance(value := each.body.get("value"), list):
            return [str(name) for name in value]
    return []


class SideChoice(NamedTuple):
    """Whose side a speaker is on `now`, and as articles say it; which `sides` the event has, and all states there are."""

    now: Standing
    read: Standing
    sides: tuple[str, ...]
    states: tuple[str, ...]


def side_choice(briefing: BriefingReader, annotated: AnnotatedEvent, speaker: Speaker) -> SideChoice:
    """Return what is known of a speaker's side, and which sides they may be on."""
    speakers = briefing.speakers()
    found = statements_of(annotated, speakers)
    now = sides_of(annotated, found, speakers, briefing.affiliations)
    others = {**speakers, speaker.id: replace(speaker, side="")}
    read = sides_of(annotated, found, others, briefing.affiliations)
    alone = Standing(speaker.name)
    sides = dict.fromkeys(each.side for each in now.values())
    return SideChoice(now.get(speaker.name, alone), read.get(speaker.name, alone), tuple(sides), STATES)


def recollections(briefing: BriefingReader, speaker: Speaker) -> list[list[Recollection]]:
    """Return what a speaker said over time, by topic, the largest first: where they repeat or contradict themselves."""
    *_, found = briefing.iter_matches(written("speaker", speaker.name))
    speakers = briefing.speakers()
    said = []
    for annotated in map(briefing.annotated, found.events):
        for each in statements(briefing, annotated):
            if speaker in speakers_of(each.base.quote, speakers):
                date = reported(each.base.article, annotated.event.date)
                said.append(Recollection(each, date, annotated.event.name))
    return topics(said)
