"""Days, months and years as a briefing holds them: EDTF, level 1 (https://www.loc.gov/standards/datetime/)"""

from __future__ import annotations

import re

_DATE = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?\Z"
)


def check_date(text: str) -> None:
    """Raise ValueError when `text` is neither empty nor a date a briefing can hold."""
    if not text:
        return
    found = _DATE.match(text)
    if not found or (found["year"] == "XXXX" and not found["month"]):
        raise ValueError(f"{text!r} is no date: write 2025-07-01, 2025-07, 2025 or XXXX-07-01")
    year = 2024 if found["year"] == "XXXX" else int(found["year"])  # a leap year, should it be one
    month, day = int(found["month"] or 1), int(found["day"] or 1)
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= month <= 12 or not 1 <= day <= days[month - 1]:
        raise ValueError(f"{text!r} is no date: there is no such day")
    if found["hour"] and (int(found["hour"]) > 23 or int(found["minute"]) > 59):
        raise ValueError(f"{text!r} is no date: there is no such time")
