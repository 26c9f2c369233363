"""Days in columns: every day has one, in order; what is too vague for one is counted apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.time_axis import UNITS, TimeAxis, known_days

DAYS = st.dates(date(1, 1, 1), date.max)


@given(st.lists(DAYS, min_size=1), st.sampled_from(UNITS))
def test_every_day_falls_into_one_column_that_holds_it(days: list[date], unit: str) -> None:
    axis = TimeAxis(min(days), max(days), unit)
    for day in days:
        column = axis.place(day)
        first, last = axis.span(column)
        assert 0 <= column < axis.count and first <= day <= last
    assert axis.span(0)[0] <= min(days) and axis.count == axis.place(max(days)) + 1


@pytest.mark.parametrize(
    ("days", "room", "unit"),
    [(1, 10, "day"), (60, 70, "day"), (60, 20, "week"), (700, 60, "month"), (3000, 50, "quarter")],
)
def test_the_finest_unit_that_fits_is_taken(days: int, room: int, unit: str) -> None:
    first = date(2022, 2, 3)
    assert TimeAxis.over([first, first + timedelta(days=days)], room).unit == unit


def test_columns_follow_one_another_without_a_gap() -> None:
    for unit in UNITS:
        axis = TimeAxis(date(2023, 11, 15), date(2025, 3, 2), unit)
        spans = [axis.span(column) for column in range(axis.count)]
        assert all(b[0] - a[1] == timedelta(days=1) for a, b in pairwise(spans))


def test_a_date_that_tells_a_month_has_no_week_and_is_counted_apart() -> None:
    days = {("2025-07-01", "2025-07-01"): 3, ("2025-07-01", "2025-07-31"): 2, ("2025-01-01", "2025-12-31"): 1}
    weeks = TimeAxis(date(2025, 6, 30), date(2025, 7, 20), "week")
    assert weeks.columns(days) == ([3, 0, 0], 3)
    assert TimeAxis(date(2025, 6, 30), date(2025, 7, 20), "month").columns(days) == ([0, 5], 1)


def test_columns_are_called_by_their_time_and_ticks_do_not_run_into_one_another() -> None:
    months = TimeAxis(date(2024, 11, 5), date(2025, 8, 1), "month")
    assert [months.label(0), months.label(2)] == ["Nov 2024", "Jan 2025"]
    assert months.ticks(0, months.count, 2).split() == ["2025", "Apr", "Jul"]
    assert months.ticks(0, months.count, 3).split() == ["2024", "2025", "Apr", "Jul"]
    assert TimeAxis(date(2025, 3, 5), date(2025, 3, 9), "week").label(0) == "week of 3 Mar 2025"
    assert TimeAxis(date(2025, 3, 5), date(2025, 3, 9), "quarter").label(0) == "Jan–Mar 2025"


def test_a_date_that_tells_a_year_alone_does_not_draw_the_axis_out() -> None:
    days = {("2025-07-01", "2025-07-31"): 1, ("2019-01-01", "2019-12-31"): 4}
    assert known_days(days) == [date(2025, 7, 1), date(2025, 7, 31)]
    assert known_days({("2019-01-01", "2019-12-31"): 4}) == [date(2019, 1, 1), date(2019, 12, 31)]
