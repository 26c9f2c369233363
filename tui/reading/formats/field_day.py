"""The day of a field, in whichever form programs write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tui.core.edtf import without_time
from tui.core.text import one_line

_STAMP = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{2,6}Z?)?")
_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.((?:19|20)\d\d)\b")  # only ever the day first
_MONTH = re.compile(r"([^\W\d_]{3,})\.?(?: de)? ((?:19|20)\d\d)")  # and no day
_FIRST, _LAST = 10**8, 10**10  # seconds since 1970 that are days of our time


def day_of(value: object) -> str:
    """Return the day a value stands for (a date in any form, seconds since 1970), as EDTF, "" for none."""
    from tui.reading.dates.day_names import MONTHS
    from tui.reading.formats.front_matter import edtf

    if isinstance(value, dict):
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and isinstance(parts[0], list):
            return edtf("-".join(f"{int(part):02}" for part in parts[0] if str(part).isdecimal()))
        value = next((value[key] for key in ("raw", "literal", "date", "value") if value.get(key)), "")
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(int(value))
    if not isinstance(value, str):
        return ""
    value = one_line(value)
    if found := _STAMP.fullmatch(value):
        return edtf("-".join(found.groups()))
    if value.isdecimal() and len(value) in (9, 10, 13, 16):
        seconds = int(value) // 10 ** max(0, len(value) - 10)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if _FIRST < seconds < _LAST else ""
    if found := _DOTTED.match(value):
        return edtf(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")
    if (found := _MONTH.fullmatch(value)) and (number := MONTHS.get(found[1].lower())):
        return f"{found[2]}-{number:02}"
    return without_time(edtf(value))
