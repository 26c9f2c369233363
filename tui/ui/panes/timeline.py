"""The events of a briefing under their years and months, and which of them are shown. Pure: no screen.

A search over 20,000 events narrows them with each letter, so nothing here looks into a row again that
was looked into before: what narrows works on positions in the whole list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from itertools import count, groupby, islice

from rich.cells import cell_len

from tui.core.edtf import NO_YEAR
from tui.core.event_rows import EventRows
from tui.core.model import EventRow

NEWEST, OLDEST, UNREAD = ORDERS = ("newest first", "oldest first", "unread first")

Entry = EventRow | str
"""An event, or the heading above the first of its events: a year, or below it a month, no two of them the same."""

# the year and the month of rows that follow each other, and their places
_Run = tuple[str, str, Sequence[int]]
_MANY = 24  # events of a year that need no months to be found in


class Timeline:
    """Entries of `rows`, which come newest first, in an order of `ORDERS`; at first all of them are shown.

    `unread` are the events that come before the others where these are to be first.
    """

    def __init__(
        self, rows: Sequence[EventRow] = (), order: str = NEWEST, unread: Container[str] = ()
    ) -> None:
        self._rows = rows if isinstance(rows, EventRows) else EventRows(rows)
        self._of = rows, order, unread
        self._all: list[int | str] = []  # places in the rows, and headings
        self._ids: list[str] = []  # of the events in `_all`, "" for headings
        self._months: set[int] = set()  # places of the headings that are no years
        runs, at = list[_Run](), 0
        for year, month, size in self._rows.runs:
            runs.append((year, month, range(at, at := at + size)))
        if order == OLDEST:
            dated = [run for run in runs if run[0]]
            runs = [*((year, month, its[::-1]) for year, month, its in dated[::-1]), *runs[len(dated) :]]
        if order == UNREAD:
            for which, wanted in (("Unread · ", True), ("Read · ", False)):
                self._append(self._part(runs, unread, wanted=wanted), which)
        else:
            self._append(runs)
        self._place = dict(zip(self._ids, count(), strict=False))  # of each event in `_all`
        self._place.pop("", None)
        self._shown: Sequence[int] = range(len(self._all))  # places in `_all`, rising
        self._folded: tuple[str, ...] = ()
        self._whole = True  # whether no search narrows them
        self._lines: tuple[tuple[int, int], list[int]] = ((0, 0), [])  # of `_all`, and the room they are for
        self.spaced = False
        """Whether a blank line stands below each event."""
        self.events = len(self._place)
        """How many events are shown."""

    def is_of(self, rows: Sequence[EventRow], order: str, unread: Container[str]) -> bool:
        """Tell whether these very rows were given, in this order."""
        return self._of[0] is rows and self._of[1] == order and self._of[2] is unread

    def _part(self, runs: Iterable[_Run], unread: Container[str], *, wanted: bool) -> list[_Run]:
        """Return what is left of runs, of which some are unread and some are not."""
        ids = self._rows.ids
        left = (
            (year, month, [at for at in its if (ids[at] in unread) is wanted]) for year, month, its in runs
        )
        return [run for run in left if run[2]]

    def _append(self, runs: Iterable[_Run], which: str = "") -> None:
        for year, its in groupby(runs, lambda run: run[0]):
            events, by_month = list[int](), dict[str, list[int]]()
            head = year or NO_YEAR.capitalize()
            for _, month, places in its:
                events += places
                when = (
                    (f"{month} {year}" if year else f"{month}, {NO_YEAR}") if month else f"{head}, no month"
                )
                by_month.setdefault(when, []).extend(places)
            many = len(events) > _MANY and len(by_month) > 1
            self._put(f"{which}{head}", () if many else events)
            for heading, places in by_month.items() if many else ():
                self._months.add(len(self._all))
                self._put(f"{which}{heading}", places)

    def _put(self, heading: str, places: Iterable[int]) -> None:
        self._all.append(heading)
        self._all += places
        self._ids.append("")
        self._ids += map(self._rows.ids.__getitem__, places)

    @cached_property
    def _heads(self) -> list[tuple[int, int]]:
        """The places of the year that each entry stands under, and of its month, or of the year where it has none."""
        places, heads = [], (0, 0)  # one object for all entries below a heading
        for place, entry in enumerate(self._all):
            if isinstance(entry, str):
                heads = (heads[0] if place in self._months else place, place)
            places.append(heads)
        return places

    def warm_up(self) -> None:
        """Look into the rows now: the first letter of a search should wait for it no more than the others."""
        _ = self._heads

    @property
    def headings(self) -> frozenset[str]:
        """All years and months."""
        return frozenset(entry for entry in self._all if isinstance(entry, str))

    def fold(self, headings: Iterable[str]) -> None:
        """Show no more of these years and months than the heading, as long as no search narrows; to be narrowed anew."""
        self._folded = tuple(self.headings.intersection(headings))

    def narrow(self, found: Container[str] | None) -> None:
        """Show only the events with these ids; None for all but those that are folded."""
        self._whole = found is None
        if found is None:
            self._shown = range(len(self._all))
            if self._folded:
                folded = {at for at, entry in enumerate(self._all) if entry in self._folded}
                self._shown = [
                    at
                    for at, heads in enumerate(self._heads)
                    if not any(head in folded and head != at for head in heads)
                ]
            self.events = len(self._place)
            return
        kept = [place for place, event_id in enumerate(self._ids) if event_id in found]
        self.events = len(kept)
        if self.events == len(self._place):  # as after the first letters of most words
            self._shown = range(len(self._all))
            return
        shown: list[int] = []
        last = (-1, -1)
        for place in kept:
            if (heads := self._heads[place]) != last:
                shown.extend(dict.fromkeys(head for head in heads if head not in last))
                last = heads
            shown.append(place)
        self._shown = shown

    def __len__(self) -> int:
        return len(self._shown)

    def __getitem__(self, at: int) -> Entry:
        entry = self._all[self._shown[at]]
        return entry if isinstance(entry, str) else self._rows[entry]

    def event(self, at: int) -> str:
        """Return the id of the event at a place, "" for a heading and beyond the ends."""
        return self._ids[self._shown[at]] if 0 <= at < len(self) else ""

    def headings_over(self, at: int) -> tuple[str, ...]:
        """Return the year that a place stands under and then its month if it has one, nothing beyond the ends."""
        return self._over(self._shown[at]) if 0 <= at < len(self) else ()

    def headings_of(self, event_id: str) -> tuple[str, ...]:
        """Return the year that an event stands under and then its month if it has one, shown or not."""
        place = self._place.get(event_id, -1)
        return self._over(place) if place >= 0 else ()

    def _over(self, place: int) -> tuple[str, ...]:
        heads = dict.fromkeys(self._heads[place])
        return tuple(entry for head in heads if isinstance(entry := self._all[head], str))

    def folded(self, at: int) -> list[str]:
        """Return the ids of the events that a folded heading stands for, none at any other place."""
        if not (self._whole and 0 <= at < len(self) and self._all[self._shown[at]] in self._folded):
            return []
        heading = self._shown[at]
        end = self._shown[at + 1] if at + 1 < len(self) else len(self._all)
        return list(filter(None, self._ids[heading + 1 : end]))

    def fold_of(self, event_id: str) -> int:
        """Return where the folded heading is shown that stands for an event, -1 where the event is shown itself."""
        place = self._place.get(event_id, -1)
        heads = self._heads[place] if place >= 0 else ()
        shown = (self._at(head) for head in heads)
        return next((at for at in shown if self.folded(at)), -1)

    def place_of_heading(self, heading: str) -> int:
        """Return where a heading is shown, -1 where it is not."""
        return self._at(self._all.index(heading)) if heading in self._all else -1

    def place_of(self, event_id: str) -> int:
        """Return where an event is shown, -1 where it is not."""
        return self._at(self._place.get(event_id, -1))

    def _at(self, place: int) -> int:
        at = bisect_left(self._shown, place)
        return at if place >= 0 and at < len(self) and self._shown[at] == place else -1

    def neighbour(self, event_id: str, step: int, *, around: bool = False) -> str:
        """Return the id of the event before (`step` -1) or after (1), "" past the ends.

        With `around`, the first comes after the last. From an event that is not there it is the first. Events of
        folded headings are neighbours too.
        """
        places: Sequence[int] = range(len(self._all)) if self._whole else self._shown
        at = self._place.get(event_id, -1) if self._whole else self.place_of(event_id)
        at = at + step if at >= 0 else 1
        for _ in range(3):  # between two events stand a year and a month at the most
            if around and places:
                at %= len(places)
            if not 0 <= at < len(places):
                break
            if found := self._ids[places[at]]:
                return found
            at += step
        return ""

    def heights(self, room: int, height: int = 0) -> list[int]:
        """Return the lines each entry takes: a year two (the first, one), a month one, an event one more than its name.

        Where all of them have room in `height` lines, a blank line stands below each event. What a search
        leaves stands as it stood among all.
        """
        if self._lines[0] != (room, height):
            names = [
                2 + (cells > room) if cells >= 0 else lines_of_name(self._rows[at]["name"], room) + 1
                for at, cells in enumerate(self._rows.cells)
            ]
            lines = [
                names[entry] if isinstance(entry, int) else 1 if at in self._months else 2
                for at, entry in enumerate(self._all)
            ]
            few = self._all[: max(height, 0) + 1]  # more than fit need not be counted
            airy = [1 if isinstance(entry, str) else its + 1 for entry, its in zip(few, lines, strict=False)]
            self.spaced = sum(airy) <= height
            self._lines = ((room, height), airy if self.spaced else lines)
        every = self._lines[1]
        heights = every if len(self._shown) == len(every) else map(every.__getitem__, self._shown)
        return [1, *islice(heights, 1, None)] if self._shown else []


def lines_of_name(name: str, room: int) -> int:
    """Return how many lines of `room` cells a name gets: two at the most."""
    return 1 if len(name) <= room and (name.isascii() or cell_len(name) <= room) else 2
