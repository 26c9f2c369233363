"""The day on which something was said, as far as the words of saying tell it: "said on Thursday", "sagte am Donnerstag".

Only what stands beside the cue tells it, outside the words themselves: "the mayor, elected on Monday, said" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from tui.core.edtf import day_of
from tui.core.model import Article, Quote
from tui.reading.dates.day_names import written
from tui.reading.statements.vocabulary import vocabulary

_AROUND = 120  # characters on either side, within the sentence
# Where a sentence ends; a full stop behind "U.S" or "Gen" ends none, one behind "on X" does.
_END = re.compile(
    r"(?<![\s.][A-WYZ])(?<!\b[DMS][rst])(?<!\b(?:Mrs|Gen|Sen|Col|Rep|Gov))[.!?…][\"”’»]*\s+(?=[«“„\"]?(?:[A-ZÀ-ÞА-ЯЁ]|$))"
    r"(?!(?<=\d\.\s)(?:J[aä]n|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"  # "am 5. März"
)
_DAYS = 7
_BETWEEN = re.compile(r"[^,;:.!?…«»“”„\"\n—–]*")
_MOST = 6  # words between a cue and its day: "told a group of reporters in Riga on Thursday"
_FEW = 2  # between a day and the cue behind it: "Lund on Thursday also said"
_TO_CUE = 9  # words from a day that opens the sentence to the cue: "On Thursday, the mayor of Riga said"
_OPENS = re.compile(r"\s*(?:[^\W\d_]{1,3}\s+)?")  # "On ", "Am ", "Le ", "В "
_ON = re.compile(r"\b(?:on|am|le|el)\s+$", re.IGNORECASE)  # before a date; "March 3 would be early" has none
_NOT_THEN = re.compile(
    r"\b(?:the|(?:Mail|Independent) on|(?:Bild|Welt|NZZ) am|journal du"  # "told the Sunday Times"
    r"|next|coming|until|since|before|after|by|from|kommenden?|nächste[nr]?|bis|seit|vor|nach|prochaine?|jusqu\w*"
    r"|depuis|avant|après|próximo|hasta|desde|antes|después|следующ\w+|до|после|с|к)\s*(?:the |dem |de |le |el )?$",
    re.IGNORECASE,
)
# Between a cue and a day that is that of what is spoken of: "said of the raid on Monday".
_ABOUT = re.compile(
    r"\b(?:about|regarding|ahead|of(?= (?:the|an?|his|her|its|their)\b)|über|propos|sujet|sobre|acerca|об?)\b",
    re.IGNORECASE,
)
_PROGRAMMES = ("Fox News Sunday", "CBS News Sunday")
_BEHIND = re.compile(r"\s+(?:prochaine?|next|que viene|suivant)\b", re.IGNORECASE)
_LAST = re.compile(r"\b(?:last|vergangene[nr]?|letzte[nr]?|pasado|прошл\w+)\s+$", re.IGNORECASE)
_DISTANCES = {
    "en": "yesterday today",
    "de": "gestern heute",
    "fr": "hier aujourd['’]hui",
    "es": "ayer hoy",
    "ru": "вчера сегодня",
}


def surroundings(text: str, quote: Quote) -> tuple[str, str]:
    """Return what stands before and behind a quote in its sentence."""
    first = text.rfind("\n", 0, quote.start) + 1
    last = text.find("\n", quote.end)
    before = text[max(first, quote.start - _AROUND) : quote.start]
    after = text[quote.end : min(last if last >= 0 else len(text), quote.end + _AROUND)]
    before = before[max((end.end() for end in _END.finditer(before)), default=0) :]
    return before, "" if quote.words.endswith(".") else _END.split(after, maxsplit=1)[0]


def saying_day(article: Article, quote: Quote, around: tuple[str, str]) -> str:
    """Return the day on which a quote was said (EDTF), inferred from the article's own; "" where it does not tell it.

    What stands `around` it is given by `surroundings`.
    """
    published = day_of(article.published)
    if published is None:
        return ""
    before, after = around
    between = (article.text[one.end : other.start] for one, other in pairwise(quote.parts))
    language = vocabulary(article.language).language
    for part in (*between, before, after):
        for start, end, day in _days(part, language, published):
            if _belongs(part, start, end, quote.cue, last=part is before):
                return day
    return ""


def _days(part: str, language: str, published: date) -> Iterator[tuple[int, int, str]]:
    """Yield the days that a part tells, with where each begins and ends: weekdays and the like, then dates."""
    for match in _pattern(language).finditer(part):
        yield match.start(), match.end(), _resolved(part, match, published)
    for found in written(part):
        if language == "ru" or _ON.search(part[: found.start]):
            years = (published.year, published.year - 1) if found.edtf.startswith("XXXX") else ("",)
            days = (day_of(found.edtf.replace("XXXX", str(year))) for year in years)
            # the nearer: "on 8 March", told on the 7th, was not said a year ago
            day = min(filter(None, days), key=lambda each: abs(published - each), default=None)
            if day is not None and day <= published:
                yield (
                    found.start,
                    found.start + len(part[found.start : found.end].rstrip(" ,")),
                    day.isoformat(),
                )


def _belongs(part: str, start: int, end: int, cue: str, *, last: bool) -> bool:
    """Tell whether a day is that of a cue: it stands behind it, right before it, or opens its sentence.

    The day stands from `start` to `end` of the part. With `last` the cue is the last in the part, else the first.
    """
    if _NOT_THEN.search(part[:start]) or _BEHIND.match(part, end) or part[:end].endswith(_PROGRAMMES):
        return False
    at = part.rfind(cue) if last else part.find(cue)
    if not cue or at < 0:
        return False
    if start > at:
        between = part[at + len(cue) : start]
        near = _BETWEEN.fullmatch(between) is not None and len(between.split()) <= _MOST
        return near and _ABOUT.search(between) is None
    between = part[end:at]
    if len(between.split()) <= _FEW:
        return _BETWEEN.fullmatch(between) is not None
    opens = _OPENS.fullmatch(part[:start]) is not None
    return opens and len(between.split()) <= _TO_CUE and between.count(",") <= 1


def _resolved(part: str, match: re.Match[str], published: date) -> str:
    """Return the day that a weekday, or a word such as "yesterday" is, up to that of publication."""
    if (number := match.lastindex) is None:
        return ""
    if number <= _DAYS:
        back = (published.weekday() - number + 1) % _DAYS
        back = back or (_DAYS if _LAST.search(part[: match.start()]) else 0)
        return (published - timedelta(days=back)).isoformat()
    return (published - timedelta(days=_DAYS + 2 - number)).isoformat()


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what weekdays, "yesterday" and "today" look like in a language, a group each."""
    words = (*vocabulary(language).weekdays.split(), *_DISTANCES.get(language, "").split())
    return re.compile(rf"\b(?:{'|'.join(f'({each})' for each in words)})\b(?!['’]s)", re.IGNORECASE)
