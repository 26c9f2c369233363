"""The day in the dateline of a report: "ARN, March 5, 2024 /Wire/ -- …", "Arn, le 5 mars 2024 – …", "(05.03.2024)".

A press release has its day there and often nowhere else. Only a day with its year at the very beginning of the first
paragraph counts, set off from the sentence behind it by a dash, a bracket, a stroke, a stop or a colon.
"""

from __future__ import annotations

import re

from tui.reading.dates.day_names import written
from tui.reading.dates.stamp_day import day_first

_PLACE = re.compile(r"^[^.!?:;“”\"„«]{0,45}$")
_SMALL = re.compile(r"\b(?:le|den|am|el|del|dem|vom|on|of|a|г)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"^(?:\s*(?:г\.?|р\.))?\s*(?:\)\s*[.,:–—-]?|\.?\s*[–—-]|\.-|/|\([^()]{2,40}\)\s*[.–—-]|:|\.(?=\s+[^\W\d_])|[„“\"«])"
)
_OPENS = 90  # characters in which it stands


def dateline_day(paragraph: str, language: str = "", *, yearless: bool = False) -> str:
    """Return the day in the dateline that `paragraph`, the first of a text, begins with, as EDTF; "" for none.

    With `yearless` it is one without a year that counts: "KOLM, March 15 — …".
    """
    found = next(written(paragraph[:_OPENS], short=True), None)
    if (
        found is None
        or found.edtf.startswith("XXXX") != yearless
        or (found.other and not day_first(language))
    ):
        return ""
    before = _SMALL.sub(" ", paragraph[: found.start].rstrip("( \t"))
    named = all(word[0].isupper() or not word[0].isalpha() for word in before.split())
    set_off = _PLACE.match(before) and _BEHIND.match(paragraph[found.end :])
    return found.edtf if named and set_off else ""
