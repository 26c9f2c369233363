"""The day of a stamp in metadata or in a feed, as it stands there.

The day a stamp names is that of the outlet: its own offset says where the clock hung, and `02 Jul 00:30 +0300` is
2 July though it was the first in Greenwich. What cannot be read is no day, never a guess.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from tui.reading.dates.day_names import written

_ISO = re.compile(r"^\s*((?:1[89]|20)\d\d)-?(\d\d)-?(\d\d)(?=\d{6}$|\D|$)")
# RFC 822 writes two figures of the year, and C's asctime the year last.
_SHORT_YEAR = re.compile(r"^(\D{0,12}\d\d?[ -][^\W\d]{3,9}\.?[ -])(\d\d)(?= \d\d?:\d\d)")
_YEAR_LAST = re.compile(
    r"^(\D{0,8}[^\W\d]{3,9}\.? +\d\d?) +\d\d?:\d\d(?::\d\d)?(?: [A-Z]{2,5})? +((?:19|20)\d\d)$"
)
_SECONDS = re.compile(r"^\s*(\d{10})(?:\d{3}|\.\d+)?\s*$")
_LONGEST = 80
# What programs write that know no day.
_NO_DAY = frozenset({"1970-01-01", "1969-12-31", "1900-01-01", "1899-12-30"})
_AHEAD = timedelta(days=2)
_MONTH_FIRST = frozenset({"en", ""})  # the languages in which 03/04/2024 may be a day of March
# Countries that write English, and the day first (CLDR).
_DAY_FIRST = frozenset("au gb hk ie in ke mt my ng nz pk sg uk za".split())


def day_first(language: str) -> bool:
    """Tell whether a date in figures begins with its day in a language (ISO 639-1, or BCP 47: en-GB) beyond doubt."""
    return language.lower()[:2] not in _MONTH_FIRST or language.lower()[-2:] in _DAY_FIRST


def stamp_day(stamp: str, language: str = "") -> str:
    """Return the day of a stamp as EDTF, "" for none, one without its year, one to come or one of two.

    03/04/2024 may be read in two ways; in a `language` that writes the day first it is 3 April. A number of
    seconds since 1970 is a day in Greenwich, for it says no other place.
    """
    text = stamp[:_LONGEST].strip()
    if match := _ISO.match(text):
        text = "-".join(match.groups())
    elif match := _SECONDS.match(text):
        text = datetime.fromtimestamp(int(match[1]), UTC).date().isoformat()
    elif match := _SHORT_YEAR.match(text):
        text = f"{match[1]}20{match[2]}"
    elif match := _YEAR_LAST.match(text):
        text = f"{match[1]}, {match[2]}"
    for found in written(text, short=True):
        if found.edtf.startswith("XXXX") or (found.other and not day_first(language)):
            continue
        if _is_past(found.edtf):
            return found.edtf
    return ""


def _is_past(day: str) -> bool:
    last = datetime.now(UTC).date() + _AHEAD
    return day not in _NO_DAY and date.fromisoformat(day) <= last
