"""Days, months and years as a briefing holds them: EDTF, level 1 (https://www.loc.gov/standards/datetime/)"""

from __future__ import annotations

import re
from datetime import date, time

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
    # Without a year, any leap year will do; and there is a year 0, a leap year, that Python has not.
    year = 2024 if found["year"] == "XXXX" else int(found["year"]) or 2000
    try:
        date(year, int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        raise ValueError(f"{text!r} is no date: there is no such day") from None
    try:
        time(int(found["hour"] or 0), int(found["minute"] or 0))
    except ValueError:
        raise ValueError(f"{text!r} is no date: there is no such time") from None
