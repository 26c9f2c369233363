"""What grouping found, as a command, and cut into slices, each a whole step that holds the lock for a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from tui.commands.base import Command, Workspace
from tui.commands.events import move_annotations
from tui.commands.helpers import set_field
from tui.core.model import MERGE_FIELD, AnnotationTarget, Event
from tui.core.text import pluralize

HELD = 0.1
"""Seconds that a slice is to hold the lock: a fifth of what it may, for disks and neighbours are uneven."""
_FIRST = 100
_LEAST = 20
_MANY = 2000


@dataclass(frozen=True, kw_only=True)
class ApplyGrouping(Command):
    """Let articles lie in other events, and be copies of others, as grouping found.

    `moves` are where each article lay and where it goes: an event's id or a key of `made`, the new
    events, whose ids are still to be given, or stand in `ids` by now. `dates` are the days that events have
    now, with what is known of them, `names` what they are called now, and how that is known; `carried` where
    what the reader wrote on an event that is empty now goes.
    `several`: it is done in more steps than one, none of which has the number of all.
    """

    moves: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    made: Mapping[str, Event] = field(default_factory=dict)
    dates: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    carried: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    several: bool = False
    passive: bool = False
    part_of: int = 0

    def label(self) -> str:
        if self.several:
            return "Regrouped the events"
        if not self.moves:
            return (
                "Noted which articles are copies" if self.copies else "Named events after all their articles"
            )
        return f"Regrouped the events: {pluralize(len(self.moves), 'article')} moved"

    def events(self) -> set[str]:
        """Return the events there are (ids) that it takes articles from, brings any to, or names."""
        return {*self.names, *(event for move in self.moves.values() for event in move)} - self.made.keys()

    def apply(self, workspace: Workspace) -> None:
        for article, (source, goal) in self.moves.items():
            if workspace.event_id_of(article) != source:  # its file was changed by hand
                continue
            if goal in self.made and goal not in self.ids:
                self.ids[goal] = workspace.new_id()
                workspace.put(replace(self.made[goal], id=self.ids[goal]))
            workspace.move(article, self.ids.get(goal, goal))
        for event_id, (day, basis) in self.dates.items():
            event = workspace.event_as_stored(event_id)
            workspace.put(replace(event, date=day, basis={**event.basis, "date": basis}))
        for event_id, (name, basis) in self.names.items():
            event = workspace.event_as_stored(event_id)
            workspace.put(replace(event, name=name, basis={**event.basis, "name": basis}))
        for source, goal in self.carried.items():
            written_on, into = AnnotationTarget("event", source), self.ids.get(goal, goal)
            if into not in self.made and workspace.annotations(written_on):
                move_annotations(workspace, source, into)
                set_field(workspace, written_on, MERGE_FIELD, into)  # the reader may know its id
        for article, copy_of in self.copies.items():
            if workspace.event_id_of(article):
                workspace.set_copy_of(article, copy_of)


class GroupingSlices:
    """A plan, a slice after the other: as many articles as take some `HELD` seconds, by what those before took."""

    def __init__(self, plan: ApplyGrouping, lies: Mapping[str, str], sizes: Mapping[str, int]) -> None:
        """`lies` tells the event of each article, `sizes` how many articles lie in each event."""
        self._plan = plan
        self._lies = lies
        self._sizes = sizes
        # What goes to one event, or stays in it, together; from the end. Last come events with nothing but a new name.
        ways = sorted({*plan.moves, *plan.copies}, key=lambda each: (self._way(each)[1], each))
        others = plan.names.keys() - {event for each in ways for event in self._way(each)}
        named = {event: article for article, event in sorted(lies.items()) if event in others}
        self._left = [*sorted(named.values()), *ways[::-1]]
        self._dates, self._names = dict(plan.dates), dict(plan.names)
        self._carried = dict(plan.carried)
        self._room = float(_FIRST)
        self._weight = 0

    def cut(self) -> ApplyGrouping | None:
        """Return the next slice, None where nothing is left."""
        if not self._left:
            return None
        moves, copies, dates, names, carried = {}, {}, {}, {}, {}
        seen: set[str] = set()
        self._weight = 0
        while self._left and (not seen or self._weight < self._room):
            article = self._left.pop()
            source, goal = self._way(article)
            for event in {source, goal} - seen:
                seen.add(event)
                self._weight += 1 + self._sizes.get(event, 0)
                # At once what it is to be in the end: a kill between slices leaves no event without its day.
                if event in self._dates:
                    dates[event] = self._dates.pop(event)
                if event in self._names:
                    names[event] = self._names.pop(event)
            self._weight += 1
            if source != goal:
                moves[article] = source, goal
            if article in self._plan.copies:
                copies[article] = self._plan.copies[article]
            if self._carried.get(source) == goal:
                carried[source] = self._carried.pop(source)
        return replace(self._plan, moves=moves, dates=dates, names=names, carried=carried, copies=copies)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not self._left

    @property
    def made(self) -> int:
        """How many new events were made so far."""
        return len(self._plan.ids)

    def took(self, seconds: float) -> None:
        """Learn from how long the last slice held the lock how large the next one may be."""
        # A slice that was small for want of more tells little; one that was slow counts at once.
        wanted = self._weight * HELD / max(seconds, 0.001)
        self._room = min(max(min(wanted, self._room * 2), _LEAST), _MANY)

    def _way(self, article: str) -> tuple[str, str]:
        return self._plan.moves.get(article) or (self._lies[article],) * 2
