"""A row of columns that stand for days, weeks, months, quarters or years, and what falls into each. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tui.core.edtf import MONTHS

UNITS = ("day", "week", "month", "quarter", "year")
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """All columns of one unit from the one that holds `first` to the one that holds `last`."""

    first: date
    last: date
    unit: str

    @classmethod
    def over(cls, days: Sequence[date], room: int) -> TimeAxis:
        """Return the axis of the finest unit for which all columns fit into `room`. `days` must not be empty."""
        axes = (cls(min(days), max(days), unit) for unit in UNITS)
        return next((axis for axis in axes if axis.count <= room), cls(min(days), max(days), UNITS[-1]))

    @property
    def count(self) -> int:
        """How many columns there are."""
        return self.place(self.last) + 1

    def place(self, day: date) -> int:
        """Return the column that a day falls into, counted from 0; below that for days before the first."""
        if step := _MONTHS.get(self.unit):
            return (day.year * 12 + day.month - 1) // step - (
                self.first.year * 12 + self.first.month - 1
            ) // step
        origin = self._start(0)
        return (day - origin).days // (7 if self.unit == "week" else 1)

    def span(self, column: int) -> tuple[date, date]:
        """Return the first and the last day of a column."""
        return self._start(column), self._start(column + 1) - timedelta(days=1)

    def within(self, first: str, last: str) -> int | None:
        """Return the column in which a date lies wholly (its first and last day as ISO 8601), None where it does not."""
        start, end = _day(first), _day(last)
        if start is None or end is None:
            return None
        column = self.place(start)
        return column if column == self.place(end) and 0 <= column < self.count else None

    def columns(
        self, days: Mapping[tuple[str, str], int], places: dict[tuple[str, str], int | None] | None = None
    ) -> tuple[list[int], int]:
        """Return how many fall into each column, and how many have a date too vague for one.

        `places` keeps the columns of dates for whoever asks of many.
        """
        counts, vague = [0] * self.count, 0
        places = {} if places is None else places
        for span, number in days.items():
            if span not in places:
                places[span] = self.within(*span)
            column = places[span]
            if column is None:
                vague += number
            else:
                counts[column] += number
        return counts, vague

    def label(self, column: int) -> str:
        """Return what a column is called in words, such as "3–9 Mar 2025"."""
        start, end = self.span(column)
        match self.unit:
            case "day":
                return f"{start.day} {MONTHS[start.month - 1]} {start.year}"
            case "week":
                return f"week of {start.day} {MONTHS[start.month - 1]} {start.year}"
            case "month":
                return f"{MONTHS[start.month - 1]} {start.year}"
            case "quarter":
                return f"{MONTHS[start.month - 1]}–{MONTHS[end.month - 1]} {start.year}"
            case _:
                return str(start.year)

    def ticks(self, first: int, number: int, wide: int = 1) -> str:
        """Return the line under `number` columns from `first` on, each `wide` cells: years, and months where they fit.

        A name stands where its time begins; one that has no room is left out.
        """
        line = [" "] * (number * wide)
        free = 0
        near = range(first + 1, first + 1 + 4 // wide)  # where another year would run into the first
        leading = not any(self.span(each)[0].year != self.span(each - 1)[0].year for each in near)
        for column in range(first, first + number):
            text = self._tick(column, leading and column == first)
            at = (column - first) * wide
            if text and at >= free and at + len(text) <= len(line):
                line[at : at + len(text)] = text
                free = at + len(text) + 1
        return "".join(line)

    def _tick(self, column: int, leading: bool) -> str:
        start = self.span(column)[0]
        before = self.span(column - 1)[0]
        if leading or start.year != before.year:
            return str(start.year)
        if self.unit in ("day", "week") and start.month != before.month:
            return MONTHS[start.month - 1]
        if self.unit == "day":
            return str(start.day) if start.weekday() == 0 else ""
        return MONTHS[start.month - 1] if self.unit == "month" and start.month in (4, 7, 10) else ""

    def _start(self, column: int) -> date:
        """Return the day that a column begins with; dates end with the year 9999."""
        if step := _MONTHS.get(self.unit):
            months = ((self.first.year * 12 + self.first.month - 1) // step + column) * step
            year, month = divmod(months, 12)
            return date(year, month + 1, 1) if 1 <= year <= 9999 else date.max if year > 0 else date.min
        days = column * (7 if self.unit == "week" else 1)
        back = self.first.weekday() if self.unit == "week" else 0
        return date.fromordinal(max(1, min(date.max.toordinal(), self.first.toordinal() - back + days)))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # of a year that no calendar here has
        return None


def known_days(spans: Mapping[tuple[str, str], int]) -> list[date]:
    """Return the first and last days of the dates that are counted.

    A date that tells a year alone draws no axis out, unless there are no others.
    """
    found = [(start, end) for first, last in spans if (start := _day(first)) and (end := _day(last))]
    near = [each for each in found if (each[1] - each[0]).days < 32]  # a month at most
    return [day for pair in near or found for day in pair]
