"""Days meant by words: "on Monday", "February 12", "two weeks ago", and the day of a happening.

A newspaper's "Monday" is the last Monday up to and including the day it came out, unless the
sentence looks ahead; a month and day without a year is the one nearest to that day. Where the
publication date is unknown nothing relative can be told, and a day without a year stays
``XXXX-02-12``.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tui.reading.daynames import ENGLISH_MONTH, WEEKDAYS, written
from tui.reading.stamps import Stamp, stamps

__all__ = ["Stamp", "event_date", "resolve", "stamps", "tense_of"]

_WEEKDAY = re.compile(r"\b(mon|tues?|wednes|thurs?|fri|satur|sun)day\b", re.IGNORECASE)
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "couple": 2,
}  # fmt: skip
_DISTANCE = re.compile(
    r"\b(\d+|[a-z]+)(?: of)? (day|night|week|fortnight|month|year)s? (ago|earlier|before|later|from now)\b"
)
_UNIT = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_SAME_DAY = re.compile(
    r"\b(today|tonight|this (?:morning|afternoon|evening|day)|earlier in the day|earlier that day|overnight)\b"
)
_AHEAD = re.compile(r"\b(next|coming|upcoming|following|tomorrow|later this)\b")
_BACK = re.compile(r"\b(last|previous|past|prior)\b")
_FUTURE = re.compile(
    r"\b(?:will|won't|shall|would|to be held|is to|are to|due|scheduled|expected|plans?|planned|planning|set to"
    r"|slated|begins|starts|opens|upcoming|deadline|until|by|effective|expires?|starting|beginning)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|said|told|announced|reported|ended|since|spoke|met|held|[a-z]{3,}ed|ago)\b",
    re.IGNORECASE,
)
_HOLIDAYS = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}


def _parse(published: str) -> date | None:
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _weekday(wanted: int, today: date, words: str, tense: str) -> date:
    back = (today.weekday() - wanted) % 7
    if _AHEAD.search(words) or (tense == "future" and back):
        return today + timedelta(days=7 - back)
    if _BACK.search(words) and not back:
        back = 7
    return today - timedelta(days=back)


def _nearest(month: int, day: int, today: date, tense: str) -> str:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    if not found:
        return ""

    def strain(day: date) -> float:
        ahead = (day - today).days
        if ahead < 0:
            return -ahead * (3.0 if tense == "future" else 1.0)
        return ahead * (1.0 if tense == "future" else 1.6)

    return min(found, key=strain).isoformat()


def resolve(expression: str, published: str, *, tense: str = "") -> str:
    """Return the day `expression` means in a text published on `published`, as EDTF, "" when it can't be told.

    `published` is an EDTF day or ""; `tense` is "past" or "future" where the sentence tells
    ("on Monday" after "will" lies ahead), see `tense_of`.
    """
    words = " ".join(expression.lower().split())
    for found in written(words):
        if not found.edtf.startswith("XXXX") or (today := _parse(published)) is None:
            return found.edtf
        return _nearest(int(found.edtf[5:7]), int(found.edtf[8:10]), today, tense)
    today = _parse(published)
    if today is None:
        return ""
    if match := _WEEKDAY.search(words):
        return _weekday(WEEKDAYS[match[0]], today, words, tense).isoformat()
    if "day before yesterday" in words:
        return (today - timedelta(days=2)).isoformat()
    if "yesterday" in words or "last night" in words or "previous day" in words:
        return (today - timedelta(days=1)).isoformat()
    if "day after tomorrow" in words:
        return (today + timedelta(days=2)).isoformat()
    if "tomorrow" in words:
        return (today + timedelta(days=1)).isoformat()
    if _SAME_DAY.search(words):
        return today.isoformat()
    if match := _DISTANCE.search(words):
        number = int(match[1]) if match[1].isdecimal() else _NUMBERS.get(match[1], 0)
        days = number * _UNIT.get(match[2], 0)
        if days:
            return (today + timedelta(days=days if match[3] in {"later", "from now"} else -days)).isoformat()
    return ""


def tense_of(text: str, start: int) -> str:
    """Tell whether the sentence around `text[start]` looks back ("past"), ahead ("future") or neither ("")."""
    left = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    before = text[max(left, start - 60) : start]
    ahead, back = None, None
    for ahead in _FUTURE.finditer(before):  # noqa: B007  the last one counts
        pass
    for back in _PAST.finditer(before):  # noqa: B007
        pass
    if ahead and (not back or ahead.start() > back.start()):
        return "future"
    return "past" if back else ""


_LEAD = 3  # paragraphs in which a report names the day of what it reports
_EXPRESSION = re.compile(
    rf"\b(?:on |since |late |early |last |next )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?:,? )?)?(?:{ENGLISH_MONTH} \d\d?\b(?:,? \d{{4}})?"
    rf"|\d\d? {ENGLISH_MONTH}(?: \d{{4}})?)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:yesterday|today|tonight|last night)\b",
    re.IGNORECASE,
)


def event_date(text: str, published: str) -> tuple[str, str]:
    """Return the day of what `text` reports, as EDTF, and how it is known; ("", "") when the text does not tell.

    Only the opening paragraphs are asked: days further down are background.
    """
    for paragraph in text.split("\n\n")[:_LEAD]:
        for match in _EXPRESSION.finditer(paragraph):
            if tense_of(paragraph, match.start()) == "future":
                continue
            day = resolve(match[0], published, tense="past")
            if day:
                stated = any(True for _ in written(match[0]))
                year = published[:4] and stated and not re.search(r"\d{4}", match[0])
                if stated and not year:
                    return day, "stated"
                return day, f"inferred from “{match[0].strip()}” and the publication date"
    return "", ""
