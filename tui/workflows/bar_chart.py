"""Counts as bars: a row a name, by month a row of small columns. Plain text, laid out by who shows it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.workflows.reports import UNDATED, Report

_EIGHTHS = " ▏▎▍▌▋▊▉"
_HEIGHTS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class BarChart:
    """`rows` are a name, its bar and its figure; over the bars stands `head` ("" for nothing), below all `about`."""

    head: str
    rows: list[tuple[str, str, int]]
    about: str


def bar_chart(made: Report, room: int, most: int) -> BarChart:
    """Return a report as `most` rows of bars, each of `room` cells at most.

    By month a bar is a row of columns from the first month to the last, all rows to one scale.
    """
    rows = made.rows[:most]
    totals = [made.total(row) for row in rows]
    about = f"{len(rows)} of {len(made.rows)} shown"
    if not made.kind.endswith("-months"):
        bars = [_bar(total * room * 8 // max(totals)) for total in totals]
        return BarChart("", list(zip(rows, bars, totals, strict=True)), about)
    months = [each for each in made.columns if each != UNDATED]
    step, spans = _spans(months, room)
    counts = [[sum(made.count(row, month) for month in span) for span in spans] for row in rows]
    highest = max((count for line in counts for count in line), default=0) or 1
    bars = ["".join(_HEIGHTS[-(-count * 8 // highest)] for count in line) for line in counts]
    if step > 1:
        about += f" · a column is {step} months"
    if UNDATED in made.columns:
        about += f" · {made.total(column=UNDATED)} undated only in the figures"
    return BarChart(_ends(months, len(spans)), list(zip(rows, bars, totals, strict=True)), about)


def _bar(eighths: int) -> str:
    """Return a bar of that many eighths of a cell, one at least."""
    full, part = divmod(max(1, eighths), 8)
    return "█" * full + _EIGHTHS[part].strip()


def _spans(months: Sequence[str], room: int) -> tuple[int, list[list[str]]]:
    """Return how many months each of `room` columns at most has, and those there are in each, first to last.

    A date that tells a year alone counts in the year's first month.
    """
    if not months:
        return 1, []
    places = {month: _place(month) for month in months}
    first, last = min(places.values()), max(places.values())
    step = -(-(last - first + 1) // room)
    spans: list[list[str]] = [[] for _ in range(first, last + 1, step)]
    for month, place in places.items():
        spans[(place - first) // step].append(month)
    return step, spans


def _place(month: str) -> int:
    number = month[5:7]
    return int(month[:4]) * 12 + (int(number) if number.isdigit() else 1)


def _ends(months: Sequence[str], columns: int) -> str:
    """Return the first month and the last over a row of columns."""
    if not months:
        return ""
    return f"{months[0]}{' ' * max(1, columns - len(months[0]) - len(months[-1]))}{months[-1]}"
