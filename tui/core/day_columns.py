"""What is counted by day, added up by the columns of an axis: each once, when it is first wanted. Pure."""

from __future__ import annotations

from functools import cached_property

from tui.core.day_counts import DayCounts
from tui.core.time_axis import TimeAxis


class DayColumns:
    """The figures of every column of `axis`, as `counts` has them."""

    def __init__(self, axis: TimeAxis, counts: DayCounts) -> None:
        self.axis = axis
        self.counts = counts
        self._places: dict[tuple[str, str], int | None] = {}

    @cached_property
    def _quotes(self) -> tuple[list[int], int]:
        return self.axis.columns(self.counts.quotes, self._places)

    @property
    def quotes(self) -> list[int]:
        """How many quotes each column has."""
        return self._quotes[0]

    @property
    def vague(self) -> int:
        """How many quotes have a date too vague for a column."""
        return self._quotes[1]

    @cached_property
    def lanes(self) -> dict[str, list[int]]:
        """The figures of each strip, by its name."""
        return {name: self.axis.columns(days, self._places)[0] for name, days in self.counts.lanes.items()}

    @cached_property
    def highest(self) -> int:
        """The highest figure of all strips: they are drawn to one scale."""
        return max(map(max, self.lanes.values()), default=0)

    @cached_property
    def _articles(self) -> list[list[int]]:
        return [self.axis.columns(days, self._places)[0] for days in self.counts.outlets.values()]

    @cached_property
    def outlets(self) -> list[int]:
        """How many outlets printed something in each column."""
        return [sum(map(bool, column)) for column in zip(*self._articles, strict=True)] or [
            0
        ] * self.axis.count

    def outlets_in(self, first: int, last: int) -> int:
        """Return how many outlets printed something from one column to another."""
        return sum(any(each[first : last + 1]) for each in self._articles)
