"""The events of a briefing under their years, and which of them are shown. Pure: no screen.

A search over 20,000 events narrows them with each letter, so nothing here looks into a row again that
was looked into before: what narrows works on positions in the whole list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import cached_property

from rich.cells import cell_len

from tui.core.edtf import days
from tui.core.model import EventRow
from tui.ui import format

NEWEST, OLDEST, UNREAD = ORDERS = ("newest first", "oldest first", "unread first")

Entry = EventRow | str
"""An event, or the year above the first of its events."""


class Timeline:
    """Entries of `rows`, which come newest first, in an order of `ORDERS`; at first all of them are shown.

    `unread` are the events that come before the others where these are to be first.
    """

    def __init__(
        self, rows: Sequence[EventRow] = (), order: str = NEWEST, unread: Container[str] = ()
    ) -> None:
        self._all: list[Entry] = []
        self._place: dict[str, int] = {}  # of each event in `_all`
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
        begins, year = "-", ""
        for row in rows:
            # Most are of the year of the one above, and need no further look.
            if (head := row["date"][:5]) != begins or "/" in row["date"]:
                begins = head
                if (its_year := format.year(row["date"])) != year:
                    year = its_year
                    self._all.append(f"{which}{year}")
            self._place[row["id"]] = len(self._all)
            self._all.append(row)

    @cached_property
    def _ids(self) -> list[str]:
        return ["" if isinstance(entry, str) else entry["id"] for entry in self._all]

    @cached_property
    def _years(self) -> list[int]:
        """The place of the year that each entry stands under."""
        places, at = [], 0
        for place, entry in enumerate(self._all):
            if isinstance(entry, str):
                at = place
            places.append(at)
        return places

    def warm_up(self) -> None:
        """Look into the rows now: the first letter of a search should wait for it no more than the others."""
        _ = self._ids, self._years

    def fold(self, years: Iterable[str]) -> None:
        """Show no more of these years than the year itself, as long as no search narrows them; to be narrowed anew."""
        self._folded = tuple(year for year in years if year in self._all)

    def narrow(self, found: Container[str] | None) -> None:
        """Show only the events with these ids; None for all but those of folded years."""
        self._whole = found is None
        if found is None:
            self._shown = range(len(self._all))
            if self._folded:
                folded = {at for at, entry in enumerate(self._all) if entry in self._folded}
                self._shown = [at for at, year in enumerate(self._years) if at == year or year not in folded]
            self.events = len(self._place)
            return
        shown: list[int] = []
        last = -1
        years = self._years
        kept = [place for place, event_id in enumerate(self._ids) if event_id in found]
        for place in kept:
            if years[place] != last:
                last = years[place]
                shown.append(last)
            shown.append(place)
        self._shown = shown
        self.events = len(kept)

    def __len__(self) -> int:
        return len(self._shown)

    def __getitem__(self, at: int) -> Entry:
        return self._all[self._shown[at]]

    def event(self, at: int) -> str:
        """Return the id of the event at a place, "" for a year and beyond the ends."""
        entry = self[at] if 0 <= at < len(self) else ""
        return "" if isinstance(entry, str) else entry["id"]

    def year(self, at: int) -> str:
        """Return the year that stands at a place and that an event there stands under, "" beyond the ends."""
        entry = self._all[self._years[self._shown[at]]] if 0 <= at < len(self) else ""
        return entry if isinstance(entry, str) else ""

    def folded(self, at: int) -> list[EventRow]:
        """Return the events that a folded year stands for, none at any other place."""
        if not (self._whole and 0 <= at < len(self) and self[at] in self._folded):
            return []
        year = self._shown[at]
        end = self._shown[at + 1] if at + 1 < len(self) else len(self._all)
        return [entry for entry in self._all[year + 1 : end] if not isinstance(entry, str)]

    def year_of(self, event_id: str) -> int:
        """Return where the year of an event is shown, -1 where it is not."""
        place = self._place.get(event_id, -1)
        year = self._years[place] if place >= 0 else -1
        at = bisect_left(self._shown, year)
        return at if year >= 0 and at < len(self) and self._shown[at] == year else -1

    def place_of(self, event_id: str) -> int:
        """Return where an event is shown, -1 where it is not."""
        place = self._place.get(event_id, -1)
        at = bisect_left(self._shown, place)
        return at if place >= 0 and at < len(self) and self._shown[at] == place else -1

    def neighbour(self, event_id: str, step: int, *, around: bool = False) -> str:
        """Return the id of the event before (`step` -1) or after (1), "" past the ends.

        With `around`, the first comes after the last. From an event that is not there it is the first. Events of
        folded years are neighbours too.
        """
        places: Sequence[int] = range(len(self._all)) if self._whole else self._shown
        at = self._place.get(event_id, -1) if self._whole else self.place_of(event_id)
        for _ in range(2):  # between two events stands a year at the most
            at = at + step if at >= 0 else 1
            if around and places:
                at %= len(places)
            if 0 <= at < len(places) and (found := self._ids[places[at]]):
                return found
        return ""

    def heights(self, room: int, height: int = 0) -> list[int]:
        """Return the lines each entry takes: a year two (the first, one), an event one more than its name.

        Where all of them have room in `height` lines, a blank line stands below each event. What a search
        leaves stands as it stood among all.
        """
        if self._lines[0] != (room, height):
            lines = [
                2 if isinstance(entry, str) else lines_of_name(entry["name"], room) + 1 for entry in self._all
            ]
            airy = [
                1 if isinstance(entry, str) else its + 1 for entry, its in zip(self._all, lines, strict=True)
            ]
            self.spaced = sum(airy) <= height
            self._lines = ((room, height), airy if self.spaced else lines)
        heights = list(map(self._lines[1].__getitem__, self._shown))
        return [1, *heights[1:]] if heights else []


def lines_of_name(name: str, room: int) -> int:
    """Return how many lines of `room` cells a name gets: two at the most."""
    return 1 if len(name) <= room and (name.isascii() or cell_len(name) <= room) else 2
