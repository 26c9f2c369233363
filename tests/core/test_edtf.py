"""The table of the specification of EDTF, and what we make of each date: days, words, order"""

from __future__ import annotations

import pytest

from tui.core.edtf import EARLIEST, LATEST, check_date, days, in_words, is_date, year_of
from tui.reading.dates.day_distance import gap
from tui.ui import format

# What https://www.loc.gov/standards/datetime/ gives as examples of levels 0 and 1, and the days each may mean.
SPECIFICATION = {
    "1985-04-12": ("1985-04-12", "1985-04-12"),
    "1985-04": ("1985-04-01", "1985-04-30"),
    "1985": ("1985-01-01", "1985-12-31"),
    "1985-04-12T23:20:30": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30Z": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30-04": ("1985-04-12", "1985-04-12"),
    "1985-04-12T23:20:30+04:30": ("1985-04-12", "1985-04-12"),
    "1964/2008": ("1964-01-01", "2008-12-31"),
    "2004-06/2006-08": ("2004-06-01", "2006-08-31"),
    "2004-02-01/2005-02-08": ("2004-02-01", "2005-02-08"),
    "2004-02-01/2005-02": ("2004-02-01", "2005-02-28"),
    "2004-02-01/2005": ("2004-02-01", "2005-12-31"),
    "2005/2006-02": ("2005-01-01", "2006-02-28"),
    "Y170000002": ("Y0170000002-01-01", "Y0170000002-12-31"),
    "Y-170000002": ("-9829999998-01-01", "-9829999998-12-31"),
    "-1985": ("-9999998015-01-01", "-9999998015-12-31"),
    "2001-21": ("2001-03-01", "2001-05-31"),
    "2003-24": ("2003-12-01", "2004-02-29"),
    "1984?": ("1984-01-01", "1984-12-31"),
    "2004-06~": ("2004-06-01", "2004-06-30"),
    "2004-06-11%": ("2004-06-11", "2004-06-11"),
    "201X": ("2010-01-01", "2019-12-31"),
    "20XX": ("2000-01-01", "2099-12-31"),
    "2004-XX": ("2004-01-01", "2004-12-31"),
    "1985-04-XX": ("1985-04-01", "1985-04-30"),
    "1985-XX-XX": ("1985-01-01", "1985-12-31"),
    "1985-04-12/..": ("1985-04-12", LATEST),
    "1985-04/..": ("1985-04-01", LATEST),
    "1985/..": ("1985-01-01", LATEST),
    "../1985-04-12": (EARLIEST, "1985-04-12"),
    "../1985-04": (EARLIEST, "1985-04-30"),
    "../1985": (EARLIEST, "1985-12-31"),
    "1985-04-12/": ("1985-04-12", "1985-04-12"),
    "1985-04/": ("1985-04-01", "1985-04-30"),
    "1985/": ("1985-01-01", "1985-12-31"),
    "/1985-04-12": ("1985-04-12", "1985-04-12"),
    "/1985-04": ("1985-04-01", "1985-04-30"),
    "/1985": ("1985-01-01", "1985-12-31"),
    "1984~/2004-06": ("1984-01-01", "2004-06-30"),
    "1984/2004-06~": ("1984-01-01", "2004-06-30"),
    "1984~/2004~": ("1984-01-01", "2004-12-31"),
    "1984?/2004%": ("1984-01-01", "2004-12-31"),
    "1984~/..": ("1984-01-01", LATEST),
    "1984-06-02?/2004-08-08~": ("1984-06-02", "2004-08-08"),
    # of level 2, and what is meant by a day of some ten days
    "156X-12-25": ("1560-12-25", "1569-12-25"),
    "1XXX-12": ("1000-12-01", "1999-12-31"),
    "2025-07-1X": ("2025-07-10", "2025-07-19"),
    "200X-02-29": ("2000-02-29", "2008-02-29"),
}
REFUSED = (
    "Y-17E7 1950S2 2001-34 2001-25 [1667,1668] {1960,1961-12} 2004-06~-11 ?2004-06-11 2025-02-29 2025-13 2025-00"
    " 2025-07-32 2025-07-00 2025-07-4X 2001X-02-29 / ../.. 2025/2024 2025-07-01/2025-06 2025-07-01T10:00/2025-07-02"
    " 2025-07-01T25:00 2025-07T10:00 2025-07-01T XXXX XXXX-13 20250701 2025-7-1 1/7/2025 tomorrow ２０２５"
).split()


@pytest.mark.parametrize(("date", "span"), SPECIFICATION.items())
def test_each_date_of_the_specification_is_held(date: str, span: tuple[str, str]) -> None:
    check_date(date)
    assert days(date) == span


@pytest.mark.parametrize("date", REFUSED)
def test_what_a_briefing_cannot_hold_is_refused_with_a_reason(date: str) -> None:
    assert not is_date(date)
    assert days(date) is None
    with pytest.raises(ValueError, match=r"is no date: .+"):
        check_date(date)


def test_a_day_without_a_year_is_held_and_stands_for_no_days() -> None:
    check_date("XXXX-02-29")
    assert days("XXXX-02-29") is None


def test_days_sort_as_they_follow_each_other() -> None:
    dates = "../1985 Y-170000002 -1985 -0044-03-15 0000 0476 1984~ 1985-04 2025 2025-07-01 2025-07-01/.. Y10000".split()
    spans = [days(date) for date in dates]
    assert None not in spans
    assert spans == sorted(spans)  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("date", "words"),
    {
        "2022-02-12": "12 Feb 2022",
        "2022-02-12T14:05:00Z": "12 Feb 2022 14:05 UTC",
        "2022-02": "Feb 2022",
        "2022-22": "summer 2022",
        "2022-02~": "about Feb 2022",
        "2022-02-12?": "12 Feb 2022?",
        "2022%": "about 2022?",
        "201X": "the 2010s",
        "2025-07-1X": "between 10 Jul 2025 and 19 Jul 2025",
        "2025-07-01/2025-07-05": "1 Jul 2025 – 5 Jul 2025",
        "2025-07/..": "from Jul 2025 on",
        "../2025-07-01": "until 1 Jul 2025",
        "2025/": "2025 – ?",
        "XXXX-07-14": "14 Jul year not stated",
        "-1985": "-1985",
        "": "",
    }.items(),
)
def test_dates_are_shown_in_words(date: str, words: str) -> None:
    assert in_words(date) == words


def test_the_year_a_date_stands_under() -> None:
    assert [year_of(each) for each in ("201X", "../2024", "2025-07/..", "XXXX-07-14", "")] == [
        *("2010", "2024", "2025", "", "")
    ]


def test_the_timeline_has_six_cells_for_a_day() -> None:
    shown = [format.day(each) for each in SPECIFICATION] + [format.day("2025-07-12/2025-07-15")]
    assert max(map(len, shown)) == 6
    assert [format.day(each) for each in ("2025-07-12/2025-08", "../2025-07-12", "2025-07~", "2025-24")] == [
        *("12Jul–", "–12Jul", "Jul?", "winter")
    ]


def test_reports_of_one_interval_are_near() -> None:
    assert gap("2025-07-01/2025-07-05", "2025-07-03") == 0
    assert gap("2025-07-01/..", "2031-01-01") == 0
    assert gap("2025-07-1X", "2025-07-22") == 3
    assert gap("Y170000002", "2025") is None
