"""The events of a briefing under their years and months, and which of them are shown. Pure: no screen.

A search over 20,000 events narrows them with each letter, so nothing here looks into a row again that
was looked into before: what narrows works on positions in the whole list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from itertools import count, groupby
from operator import itemgetter

from rich.cells import cell_len

from tui.core.edtf import days
from tui.core.model import EventRow
from tui.ui import format

NEWEST, OLDEST, UNREAD = ORDERS = ("newest first", "oldest first", "unread first")

Entry = EventRow | str
"""An event, or the heading above the first of its events: a year, or below it a month, no two of them the same."""

_ID, _DATE = itemgetter("id"), itemgetter("date")
_MANY = 24  # events of a year that need no months to be found in


class Timeline:
    """Entries of `rows`, which come newest first, in an order of `ORDERS`; at first all of them are shown.

    `unread` are the events that come before the others where these are to be first.
    """

    def __init__(
        self, rows: Sequence[EventRow] = (), order: str = NEWEST, unread: Container[str] = ()
    ) -> None:
        self._all: list[Entry] = []
        self._place: dict[str, int] = {}  # of each event in `_all`
        self._months: set[int] = set()  # places of the headings that are no years
        if order == OLDEST:
            undated = [row for row in rows if days(row["date"]) is None]
            rows = [*rows[: len(rows) - len(undated)][::-1], *undated]
        if order == UNREAD:
            self._append([row for row in rows if row["id"] in unread], "Unread · ")
            self._append([row for row in rows if row["id"] not in unread], "Read · ")
        else:
            self._append(rows)
        self._shown: Sequence[int] = range(len(self._all))  # places in `_all`, rising
        self._folded: tuple[str, ...] = ()
        self._whole = True  # whether no search narrows them
        self._lines: tuple[tuple[int, int], list[int]] = ((0, 0), [])  # of `_all`, and the room they are for
        self.spaced = False
        """Whether a blank line stands below each event."""
        self.events = len(self._place)
        """How many events are shown."""

    def _append(self, rows: Sequence[EventRow], which: str = "") -> None:
        for year, its in _by_year(rows):
            self._all.append(f"{which}{year}")
            months = _by_month(its, year) if len(its) > _MANY else {}
            for month, events in months.items() if len(months) > 1 else [("", its)]:
                if month:
                    self._all.append(f"{which}{month}")
                    self._months.add(len(self._all) - 1)
                self._place.update(zip(map(_ID, events), count(len(self._all)), strict=False))
                self._all += events

    @cached_property
    def _ids(self) -> list[str]:
        return ["" if isinstance(entry, str) else entry["id"] for entry in self._all]

    @cached_property
    def _heads(self) -> list[tuple[int, int]]:
        """The places of the year that each entry stands under, and of its month, or of the year where it has none."""
        places, year, head = [], 0, 0
        for place, entry in enumerate(self._all):
            if isinstance(entry, str):
                head = place
                year = year if place in self._months else place
            places.append((year, head))
        return places

    def warm_up(self) -> None:
        """Look into the rows now: the first letter of a search should wait for it no more than the others."""
        _ = self._ids, self._heads

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
        shown: list[int] = []
        last = (-1, -1)
        kept = [place for place, event_id in enumerate(self._ids) if event_id in found]
        for place in kept:
            if (heads := self._heads[place]) != last:
                shown.extend(dict.fromkeys(head for head in heads if head not in last))
                last = heads
            shown.append(place)
        self._shown = shown
        self.events = len(kept)

    def __len__(self) -> int:
        return len(self._shown)

    def __getitem__(self, at: int) -> Entry:
        return self._all[self._shown[at]]

    def event(self, at: int) -> str:
        """Return the id of the event at a place, "" for a heading and beyond the ends."""
        entry = self[at] if 0 <= at < len(self) else ""
        return "" if isinstance(entry, str) else entry["id"]

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

    def folded(self, at: int) -> list[EventRow]:
        """Return the events that a folded heading stands for, none at any other place."""
        if not (self._whole and 0 <= at < len(self) and self[at] in self._folded):
            return []
        heading = self._shown[at]
        end = self._shown[at + 1] if at + 1 < len(self) else len(self._all)
        return [entry for entry in self._all[heading + 1 : end] if not isinstance(entry, str)]

    def fold_of(self, event_id: str) -> int:
        """Return where the folded heading is shown that stands for an event, -1 where the event is shown itself."""
        place = self._place.get(event_id, -1)
        heads = self._heads[place] if place >= 0 else ()
        shown = (self._at(head) for head in heads)
        return next((at for at in shown if self.folded(at)), -1)

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
            lines = [
                (1 if at in self._months else 2)
                if isinstance(entry, str)
                else lines_of_name(entry["name"], room) + 1
                for at, entry in enumerate(self._all)
            ]
            few = self._all[: max(height, 0) + 1]  # more than fit need not be counted
            airy = [1 if isinstance(entry, str) else its + 1 for entry, its in zip(few, lines, strict=False)]
            self.spaced = sum(airy) <= height
            self._lines = ((room, height), airy if self.spaced else lines)
        heights = list(map(self._lines[1].__getitem__, self._shown))
        return [1, *heights[1:]] if heights else []


def _by_year(rows: Sequence[EventRow]) -> list[tuple[str, list[EventRow]]]:
    """Return the rows in runs of one year each."""
    runs: list[tuple[str, list[EventRow]]] = []
    for date, its in groupby(rows, _DATE):
        if not runs or format.year(date) != runs[-1][0]:
            runs.append((format.year(date), []))
        runs[-1][1].extend(its)
    return runs


def _by_month(rows: Iterable[EventRow], year: str) -> dict[str, list[EventRow]]:
    """Return the rows of a year by their months, in the order of the first of each."""
    months: dict[str, list[EventRow]] = {}
    for date, its in groupby(rows, _DATE):
        months.setdefault(format.month(date), []).extend(its)
    return {f"{month} {year}" if month else f"{year}, no month": its for month, its in months.items()}


def lines_of_name(name: str, room: int) -> int:
    """Return how many lines of `room` cells a name gets: two at the most."""
    return 1 if len(name) <= room and (name.isascii() or cell_len(name) <= room) else 2
