"""Days, months, years, seasons and intervals as a briefing holds them: EDTF, levels 0 and 1, and X for any digit.

The specification: https://www.loc.gov/standards/datetime/. Of its level 2 there is no more than the X: sets, parts that
are each uncertain for themselves, exponents and quarters are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from functools import lru_cache

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
NO_YEAR = "year not stated"
EARLIEST, LATEST = "-", "~"  # sort before and after every day: where an interval is open
_DATE = re.compile(
    r"(?P<year>-?[\dX]{4}|Y-?[1-9]\d{4,9})(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?(?P<how>[?~%])?\Z",
    re.ASCII,
)
_TIME = re.compile(r"(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-](\d\d)(?::(\d\d))?)?\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FORMS = "write 2025-07-01, 2025-07, 2025, 2025-07~, 2025-07-1X, 2025-07-01/2025-07-05 or XXXX-07-01"


def check_date(text: str) -> None:
    """Raise ValueError when `text` is neither empty nor a date a briefing can hold."""
    if not text or _is_without_year(text):
        return
    try:
        _span(text)
    except ValueError as error:
        raise ValueError(f"{text!r} is no date: {error}") from None


def is_date(text: str) -> bool:
    """Tell whether `text` is a date a briefing can hold."""
    try:
        check_date(text)
    except ValueError:
        return False
    return bool(text)


def days(text: str) -> tuple[str, str] | None:
    """Return the first and the last day a date may mean, None without a year or for what is no date.

    Days are `2025-07-01`, `EARLIEST` and `LATEST` where an interval is open, and sort as they follow each other,
    those of years before 0 and after 9999 too. An end that is unknown is only as far as the other: what is known.
    """
    try:
        return _span(text)
    except ValueError:
        return None


def without_time(text: str) -> str:
    """Return a date without its time of day, all else as it is."""
    return text.partition("T")[0]


def day_of(text: str) -> date | None:
    """Return a date that is one day, without its time; None for any other."""
    try:
        return date.fromisoformat(without_time(text))
    except ValueError:
        return None


def year_of(text: str) -> str:
    """Return the year a date begins in, "" where it has none; of an interval open before, that of its end."""
    first, last = days(text) or ("", "")
    day = last if first == EARLIEST else first
    number = _number(day)
    return "" if number is None else f"{number:04d}"


def month_of(text: str) -> str:
    """Return the month or the season a date begins in, "" where none is stated."""
    parts = without_time(text).partition("/")[0].rstrip("?~%").lstrip("Y-").split("-")
    number = parts[1] if len(parts) > 1 else ""
    return SEASONS.get(number, "") or (MONTHS[int(number) - 1] if number.isdigit() else "")


def in_words(text: str) -> str:
    """Return a date as a person says it: `12 Feb 2022`, `about summer 2025`, `from Jul 2025 on`; "" for none.

    What is uncertain bears a question mark. What is no date is returned as it is.
    """
    day, _, clock = text.partition("T")
    if "/" in text and days(text):
        return _interval_in_words(*text.split("/"))
    found = _DATE.match(day)
    if not found:
        return text
    hour = clock[:5] + clock[5:].removeprefix(":00").replace("Z", " UTC")
    return " ".join(filter(None, (_date_in_words(found), hour)))


@lru_cache(maxsize=65536)
def _span(text: str) -> tuple[str, str]:
    """Return the days of `days`. Raises ValueError, which says what is wrong."""
    start, slash, end = text.partition("/")
    if not slash:
        return _days_of(start)
    if text in ("/", "../..", "../", "/.."):
        raise ValueError("it says neither where it begins nor where it ends")
    if "T" in text:
        raise ValueError("an interval is of days, without times")
    first = None if start in ("", "..") else _days_of(start)
    last = None if end in ("", "..") else _days_of(end)
    if first and last:
        if last[1] < first[0]:
            raise ValueError("it ends before it begins")
        return first[0], max(first[1], last[1])
    if first:
        return first[0], LATEST if end else first[1]
    assert last is not None
    return (EARLIEST if start else last[0]), last[1]


def _days_of(text: str) -> tuple[str, str]:
    day, timed, clock = text.partition("T")
    if timed and not (_DAY.match(day) and _is_time(clock)):
        raise ValueError("there is no such time")
    found = _DATE.match(day)
    if not found:
        raise ValueError(_FORMS)
    if _DAY.match(day):  # nearly all are: no need to look through what they may mean
        its_year, its_month, its_day = int(day[:4]), int(day[5:7]), int(day[8:])
        if not (1 <= its_month <= 12 and 1 <= its_day <= _length(its_year, its_month)):
            raise ValueError("there is no such day")
        return day, day
    year, month, number = found["year"], found["month"], found["day"]
    if year == "XXXX":
        raise ValueError(f"it has no year; {_FORMS}")
    if month in SEASONS and not number:
        return _season(year, month)
    first = next(_possible(year, month, number, 1), "")
    last = next(_possible(year, month, number, -1), "")
    if not first:
        raise ValueError("there is no such day")
    return first, last


def _possible(year: str, month: str | None, day: str | None, step: int) -> Iterator[str]:
    """Yield the days that digits and X may mean, the earliest first, with `step` -1 the latest."""
    months = [each for each in range(1, 13) if _fits(month, each)][::step]
    dates = [each for each in range(1, 32) if _fits(day, each)][::step]
    for its_year in _years(year)[::step]:
        for its_month in months:
            length = _length(its_year, its_month)
            yield from (_day(its_year, its_month, each) for each in dates if each <= length)


def _length(year: int, month: int) -> int:
    leap = not year % 4 and (year % 100 or not year % 400)  # `calendar` would be felt at every start
    return _LENGTHS[month - 1] + bool(month == 2 and leap)


def _fits(digits: str | None, number: int) -> bool:
    return digits is None or all(a in ("X", b) for a, b in zip(digits, f"{number:02d}", strict=True))


def _years(year: str) -> list[int]:
    """Return the years that digits and X may mean, in order: the first and the last of many, for leap years eight each."""
    if "X" not in year:
        return [int(year.removeprefix("Y"))]
    sign, digits = ("-", year[1:]) if year[0] == "-" else ("", year)
    pattern = re.compile(digits.replace("X", r"\d"))
    found = sorted(int(f"{sign}{each:04d}") for each in range(10_000) if pattern.fullmatch(f"{each:04d}"))
    return found if len(found) <= 16 else found[:8] + found[-8:]


def _season(year: str, season: str) -> tuple[str, str]:
    """Return the days of a season as meteorologists of the north count them; a winter begins in December."""
    begin, years = 3 * (int(season) - 20), _years(year)
    first, last = years[0], years[-1] + (begin == 12)
    end = (begin + 1) % 12 + 1
    return _day(first, begin, 1), _day(last, end, _length(last, end))


def _day(year: int, month: int, day: int) -> str:
    """Return a day so that days sort by time: ISO 8601 within the years it has four digits for."""
    its = f"{year:04d}" if 0 <= year < 10_000 else f"Y{year:010d}" if year > 0 else f"-{10**10 + year:010d}"
    return f"{its}-{month:02d}-{day:02d}"


def _number(day: str) -> int | None:
    """Return the year of a day as `_day` writes it, None for none."""
    if day in ("", EARLIEST, LATEST):
        return None
    if day[0] == "-":
        return int(day[1:11]) - 10**10
    return int(day[1:11]) if day[0] == "Y" else int(day[:4])


def _is_time(text: str) -> bool:
    found = _TIME.match(text)
    if not found:
        return False
    hour, minute, second, zone, zone_minute = (int(each or 0) for each in found.groups())
    try:
        time(hour, minute, second), time(zone, zone_minute)
    except ValueError:
        return False
    return True


def _is_without_year(text: str) -> bool:
    """Tell a day or month of which no year is known: XXXX-07-01."""
    found = _DATE.match(text)
    return bool(
        found
        and found["year"] == "XXXX"
        and found["month"]
        and not found["how"]
        and next(_possible("2024", found["month"], found["day"], 1), "")
    )


def _interval_in_words(start: str, end: str) -> str:
    if end == "..":
        return f"from {in_words(start)} on"
    if start == "..":
        return f"until {in_words(end)}"
    return f"{in_words(start) or '?'} – {in_words(end) or '?'}"


def _date_in_words(found: re.Match[str]) -> str:
    year, month, day = found["year"].removeprefix("Y"), found["month"], found["day"]
    if year == "XXXX":
        year = NO_YEAR
    how = found["how"] or ""
    if re.fullmatch(r"-?\d{3}X", year) and not month:
        said = f"the {year[:-1]}0s"
    elif "X" in f"{year}{month}{day}":
        first, last = days(found[0]) or ("", "")
        said = f"between {in_words(first)} and {in_words(last)}" if first[:1].isdigit() else found[0]
    elif month in SEASONS:
        said = f"{SEASONS[month]} {year}"
    else:
        name = MONTHS[int(month) - 1] if month and 0 < int(month) < 13 else ""
        said = " ".join(filter(None, (str(int(day)) if day else "", name, year)))
    return f"{'about ' if how in ('~', '%') else ''}{said}{'?' if how in ('?', '%') else ''}"
