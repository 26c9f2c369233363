"""Tables that are read by how dense their cells are: speakers by time, tags by speaker. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from tui.core.day_columns import DayColumns
from tui.core.day_counts import DayCounts
from tui.core.query.completion import written
from tui.core.time_axis import TimeAxis, known_days

SHADES = "·░▒▓█"
_FULL = len(SHADES) - 1
_ROWS, _COLUMNS = 40, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatTable:
    """Counts by row and column. `terms` are what queries ask for rows and columns by; of time there is an `axis`."""

    title: str
    rows: list[str]
    columns: list[str]
    counts: list[list[int]]
    terms: tuple[list[str], list[str]]
    axis: TimeAxis | None = None

    @property
    def highest(self) -> int:
        """The highest count, 0 where there is none."""
        return max((max(row, default=0) for row in self.counts), default=0)

    def shade(self, count: int) -> str:
        """Return the sign of a count."""
        return SHADES[-(-count * _FULL // self.highest)] if count else SHADES[0]

    @property
    def legend(self) -> str:
        """What each sign stands for."""
        highest, words = self.highest, [f"{SHADES[0]} 0"]
        for level in range(1, _FULL + 1):
            low, high = (level - 1) * highest // _FULL + 1, level * highest // _FULL
            if low <= high:
                words.append(f"{SHADES[level]} {low}" + f"–{high}" * (low < high))
        return "  ".join(words)

    def query(self, row: int, column: int) -> str:
        """Return the query for a cell."""
        return f"{self.terms[0][row]} {self.terms[1][column]}"


def speakers_by_time(counts: DayCounts, room: int) -> HeatTable:
    """Return who said how much when, in the finest columns that fit into `room`. There is a day among `counts`."""
    axis = TimeAxis.over(known_days(counts.quotes), max(1, room))
    figures = DayColumns(axis, counts)
    day = timedelta(days=1)
    spans = [axis.span(column) for column in range(axis.count)]
    return HeatTable(
        title=f"Speakers by {axis.unit}",
        rows=list(counts.lanes),
        columns=[axis.label(column) for column in range(axis.count)],
        counts=list(figures.lanes.values()),
        terms=(
            [written("speaker", name) for name in counts.lanes],
            [f"after:{first - day} before:{last + day}" for first, last in spans],
        ),
        axis=axis,
    )


def tags_by_speaker(counts: Mapping[tuple[str, str], int]) -> HeatTable:
    """Return which tags stand on whose quotes, the most frequent of both."""
    tags, speakers = Counter[str](), Counter[str]()
    for (tag, speaker), number in counts.items():
        tags[tag] += number
        speakers[speaker] += number
    rows = [name for name, _ in tags.most_common(_ROWS)]
    columns = [name for name, _ in speakers.most_common(_COLUMNS)]
    return HeatTable(
        title="Tags by speaker",
        rows=rows,
        columns=columns,
        counts=[[counts.get((row, column), 0) for column in columns] for row in rows],
        terms=([written("tag", row) for row in rows], [written("speaker", column) for column in columns]),
    )
