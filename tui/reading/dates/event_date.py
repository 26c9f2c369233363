"""Days meant by words: "on Monday", "February 12", "two weeks ago", and the day of a happening.

A newspaper's "Monday" is the last Monday up to and including the day it came out, unless the
sentence looks ahead; a month and day without a year is the one nearest to that day. Where the
publication date is unknown nothing relative can be told, and a day without a year stays
``XXXX-02-12``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from tui.core.edtf import day_of
from tui.core.model import STATED
from tui.reading.dates.day_names import ENGLISH_MONTH, MONTHS, WEEKDAYS, written

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY = re.compile(rf"\b{_DAY}\b")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "couple": 2,
}  # fmt: skip
_DISTANCE = re.compile(
    r"\b(\d+|[a-z]+)(?: of)? (day|night|week|fortnight|month|year)s? (ago|earlier|before|later|from now)\b"
)
_UNIT = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_SAME_DAY = re.compile(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening|day)|earlier (?:in the|that) day|overnight"
    r"|mid(?:day|[ -](?:morning|afternoon))|noon|midnight)\b|^(?:at |around |about |by )?\d\d?(?::\d\d)? ?[ap]\.?m\b"
)
# Days from the day of publication, by the first words that stand in an expression; some only in the future tense.
_NAMED_DISTANCES = (
    (re.compile("before yesterday"), "", -2),
    (re.compile("yesterday|last night|previous day"), "", -1),
    (re.compile("after tomorrow"), "", 2),
    (re.compile("tomorrow"), "", 1),
    (re.compile(r"\bin the morning\b"), "future", 1),
    (_SAME_DAY, "", 0),
)
_AHEAD = re.compile(r"\b(?:next|coming|upcoming|following|later this)\b")
_BACK = re.compile(r"\b(?:last|past|prior)\b")
_WEEK_BEFORE = re.compile(r"\bprevious\b")
_MONTH = re.compile(r"\b(this|last|next) (month|year)\b")
_MONTH_NAME = re.compile(rf"\b({ENGLISH_MONTH})(?:,? (?:of )?((?:19|20)\d\d))?(?!\s*\d)", re.IGNORECASE)
_HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "year-end": (12, 31),
    "end of the year": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
}
# "had been due" looks back, "due" ahead: at one place the longer phrase comes first.
_TENSE = re.compile(
    r"\b(?:(?P<back>had been (?:due|scheduled|expected|set|planned))"
    r"|(?P<ahead>will|won't|shall|would|could come|be held|(?:is|are) to|as (?:early|soon|late) as|due|scheduled"
    r"|expected|plans?|planned|planning|set to|slated|begins|starts|opens|upcoming|deadline|until|by|effective"
    r"|expires?|starting|beginning|(?<!to )(?<!not )(?<!n['’]t )(?:meets?|travels|gathers?|convenes?|sits? down)"
    r"|(?<=s )travel(?= to\b)|visits(?= (?:the |an? |[A-ZÀ-Þ])))"  # and not "halted travel", "two visits"
    r"|(?P<past>was|were|had|did|said|told|since|spoke|met|held|ago|[a-z]{3,}ed))\b"
)
_HAPPENED = re.compile(r"\b(?:had|was|were|did)\b")


def _weekday(wanted: int, today: date, words: str, tense: str) -> date:
    back = (today.weekday() - wanted) % 7
    if _BACK.search(words):
        return today - timedelta(days=back or 7)
    if _WEEK_BEFORE.search(words):
        return today - timedelta(days=back + 7)
    if _AHEAD.search(words) or (tense == "future" and back):
        return today + timedelta(days=7 - back)
    return today - timedelta(days=back)


def _nearest(month: int, day: int, today: date, tense: str) -> str:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue

    def strain(day: date) -> float:
        ahead = (day - today).days
        if tense == "future":
            return ahead if ahead >= 0 else -3.0 * ahead
        return -ahead if ahead <= 0 else ahead * (4.0 if tense == "past" else 1.05)

    return min(found, key=strain).isoformat() if found else ""


def _holiday(words: str, today: date, tense: str) -> str:
    if "thanksgiving" in words:
        days = (date(year, 11, 22) for year in (today.year, today.year - 1))
        fourth = [day + timedelta(days=(3 - day.weekday()) % 7) for day in days]
        return next((day for day in fourth if day <= today or tense == "future"), fourth[-1]).isoformat()
    for name, (month, day) in _HOLIDAYS.items():
        if name in words:
            return _nearest(month, day, today, tense or "past")
    return ""


def _month(words: str, today: date | None, tense: str) -> str:
    """Return the month or year `words` name, as EDTF."""
    if today and (match := _MONTH.search(words)):
        step = {"last": -1, "this": 0, "next": 1}[match[1]]
        if match[2] == "year":
            return str(today.year + step)
        months = today.year * 12 + today.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}"
    match = _MONTH_NAME.search(words)
    if match is None:
        return ""
    number = MONTHS[match[1].rstrip(".").lower()]
    if match[2]:
        return f"{match[2]}-{number:02d}"
    return _nearest(number, 1, today, tense or "past")[:7] if today else ""


def _named_distance(words: str, tense: str) -> int | None:
    """Return how many days after the day of publication `words` such as "yesterday" mean."""
    return next(
        (days for named, when, days in _NAMED_DISTANCES if when in ("", tense) and named.search(words)), None
    )


def resolve(expression: str, published: str, *, tense: str = "") -> str:
    """Return what `expression` means in a text published on `published`: an EDTF day, "" when it can't be told.

    `published` is an EDTF day or ""; `tense` is "past" or "future" where the sentence tells
    ("on Monday" after "will" lies ahead), see `tense_of`. "Earlier this month" and the name of a
    month alone give an EDTF month.
    """
    words = " ".join(expression.lower().split())
    today = day_of(published)
    for found in written(words):
        if not found.edtf.startswith("XXXX") or today is None:
            return found.edtf
        return _nearest(int(found.edtf[5:7]), int(found.edtf[8:10]), today, tense)
    if today is None:
        return _month(words, None, tense)
    if match := _WEEKDAY.search(words):
        return _weekday(WEEKDAYS[match[0]], today, words, tense).isoformat()
    days = _named_distance(words, tense)
    if days is None and (match := _DISTANCE.search(words)):
        number = int(match[1]) if match[1].isdecimal() else _NUMBERS.get(match[1], 0)
        sign = 1 if match[3] in {"later", "from now"} else -1
        if match[2] == "year" and number:
            return _nearest(today.month, today.day, today.replace(day=1, year=today.year + sign * number), "")
        days = sign * number * _UNIT.get(match[2], 0) or None
    if days is not None:
        return (today + timedelta(days=days)).isoformat()
    return _holiday(words, today, tense) or _month(words, today, tense)


_NEAR = 60  # characters before a day in which words tell its tense


def tense_of(text: str, start: int) -> str:
    """Tell whether the sentence around `text[start]` looks back ("past"), ahead ("future") or neither ("")."""
    near = max(0, start - _NEAR)
    left = max(text.rfind(". ", near, start) + 1, text.rfind("\n", near, start) + 1, near)
    found = list(_TENSE.finditer(text, left, start))
    if not found:
        return ""
    last = found[-1]  # the nearest counts, but for "had been due to expire"
    if not last["ahead"] or any(match["back"] for match in found):
        return "past"
    # "Until Thursday, they had not": what comes after the day tells.
    return "past" if last["ahead"] == "until" and _HAPPENED.search(text, start, start + 35) else "future"


_OPENING = 200  # characters in which a paragraph tells whether it begins with a dateline
_LEAD = 3  # paragraphs in which a report names the day of what it reports
_EXPRESSION = re.compile(
    rf"\b(?:(?:last |next |this )?{_DAY}\b(?:,? )?(?:morning|afternoon|evening|night)?(?:,? )?)?"
    rf"(?:{ENGLISH_MONTH} \d\d?(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|\d\d?(?:st|nd|rd|th)? (?:of )?{ENGLISH_MONTH}(?:,? \d{{4}})?)"
    rf"|\b(?:last |next |previous )?{_DAY}\b|\b(?:yesterday|today|tonight|last night|this (?:morning|afternoon|evening))\b"
    r"|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"\d|day\b|night\b|this ")
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|confirmed|stated|added|wrote)\b[^,.;]{0,24}$")
_BEFORE = re.compile(
    r"\b(?:since|until|after|before|following|from|earlier|previously|in the wake of)\b[^,.;]{0,40}$"
)
_DATELINE = re.compile(r"^[^a-z(]{3,60}(?=[\s,(–—-]|$)")
_LOOSE = re.compile(r"\b(?:earlier|later|late|early) (?:this|last) month\b", re.IGNORECASE)


def _days(paragraph: str, published: str) -> Iterator[tuple[int, str, str]]:
    """Yield how unlikely each day of a paragraph is to be that of its story, with the day and its basis."""
    if not _HINT.search(paragraph):
        return
    after = 0
    for match in _EXPRESSION.finditer(paragraph):
        # What stands before an earlier day is said of that: "shut since Sunday, opened on Wednesday".
        before = paragraph[after : match.start()]
        after = match.end()
        tense = tense_of(paragraph, match.start())
        day = resolve(match[0], published, tense="past")
        if not day or tense == "future":
            continue
        head = paragraph[: min(match.start(), _OPENING)]
        opens = not head.strip("( ") or _DATELINE.match(head)
        rank = 3 if _BEFORE.search(before) else 2 if opens else 1 if _SAID.search(before) else 0
        full = any(not found.edtf.startswith("XXXX") for found in written(match[0]))
        stated = full or day.startswith("XXXX")
        how = STATED if stated else f"inferred from “{match[0].strip()}” and the publication date"
        yield rank, day, how


def event_date(text: str, published: str) -> tuple[str, str]:
    """Return the day of what `text` reports, as EDTF, and how it is known; ("", "") when the text does not tell.

    Only the opening paragraphs are asked: days further down are background. In one paragraph the day
    something happened goes before the day somebody said so, and a day that is over with
    ("since Monday") comes last.
    """
    lead = text.split("\n\n")[:_LEAD]
    for number, paragraph in enumerate(lead):
        found = sorted(_days(paragraph, published), key=lambda each: each[0])
        if found and (number == 0 or found[0][0] < 3):
            return found[0][1], found[0][2]
    if lead and published and (match := _LOOSE.search(lead[0])):
        return resolve(match[0], published), f"inferred from “{match[0]}” and the publication date"
    return "", ""
