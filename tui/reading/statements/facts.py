"""What a wording tells that another may tell otherwise: numbers by what they count, days, and places.

All that is made of it is a guess: two numbers may be of two things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tui.reading.statements.concepts import concepts
from tui.reading.statements.words import NUMBERS, small_stems, stem

_NEAR = 0.1  # by how much of the larger two numbers differ at least where one is told as "about"
_AFTER = 3  # words behind a number that may be what it counts
_WORD = "|".join(word for word in NUMBERS if word not in ("zero", "one"))
_NUMBER = re.compile(
    rf"(?:\b(at least|more than|over|up to|fewer than|less than|under|about|around|nearly|almost|some)\s+)?"
    rf"(?<![\w.,])[$€£]?(\d[\d,]*(?:\.\d+)?|{_WORD})\b(?:\s+(hundred|thousand|million|billion))?"
    rf"(?:\s*(%|per ?cent))?((?:\s+[a-z][a-z’'-]+){{0,{_AFTER}}})",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b(\d+|{_WORD})[ -]?(?:h|hours?)\b(?:(?:\s+and)?\s*(\d+)(?:\s*min(?:ute)?s?)?\b)?|\b(\d+)[ -]min(?:ute)?s?\b",
    re.IGNORECASE,
)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_AT_LEAST, _AT_MOST = {"at least", "more than", "over"}, {"up to", "fewer than", "less than", "under"}
_JOINT = re.compile(
    r"\b(?:and|or|but|while|in|on|at|from|to|for|by|of|with|since|after|before|than)\b.*", re.DOTALL
)
_ANYBODY = frozenset(map(stem, "people person persons man men woman women others more".split()))
_MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(_MONTHS.split())
_DATE = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+({_MONTH})|({_MONTH})\s+(\d{{1,2}}))\b")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_PLACE = re.compile(
    r"\b(in|at|near|outside|inside|to|from)\s+(?:the\s+)?([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)"
)
_NO_PLACE = re.compile(
    rf"{_WEEKDAY.pattern}|\b(?:{_MONTH})\b|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|President|Minister)\b|['’]s\b"
)
_OF_ALL = re.compile(r"\bof (?:the|its|their|all|some)\s*$", re.IGNORECASE)  # "21 of the 200 girls" are 21
_SORT = {"near": "in", "at": "in", "outside": "in", "inside": "in"}


class Amount(NamedTuple):
    """A number as it is written, what it is, between which bounds it stands, and whether it is told as "about"."""

    written: str
    value: float
    least: float
    most: float
    about: bool

    def fits(self, other: Amount) -> bool:
        """Tell whether both may be right: "at least 12" and "20" may."""
        if max(self.least, other.least) <= min(self.most, other.most):
            return True
        large = max(abs(self.value), abs(other.value))
        return (self.about or other.about) and abs(self.value - other.value) <= _NEAR * large


class Facts(NamedTuple):
    """What a wording tells that another may tell otherwise: numbers by what they count, days, places by preposition."""

    amounts: Mapping[str, tuple[Amount, str]]
    days: Mapping[str, str]
    places: Mapping[str, str]

    @property
    def counted(self) -> Facts:
        """Its numbers alone."""
        return Facts(self.amounts, {}, {})


@lru_cache(maxsize=4096)
def facts(text: str) -> Facts:
    """Return what some words tell in numbers, days and places; what stands twice with two values is left out."""
    amounts: defaultdict[str, list[tuple[Amount, str]]] = defaultdict(list)
    for key, amount, counted in (*_spans(text), *_numbers(text)):
        amounts[key].append((amount, counted))
    days: dict[str, str] = {}
    if len(found := set(_WEEKDAY.findall(text))) == 1:
        days["weekday"] = found.pop()
    dates = {f"{a or d} {b or c}" for a, b, c, d in _DATE.findall(text)}
    if len(dates) == 1:
        days["date"] = dates.pop()
    places: defaultdict[str, set[str]] = defaultdict(set)
    for preposition, name in _PLACE.findall(text):
        if not _NO_PLACE.search(name):
            places[_SORT.get(preposition, preposition)].add(name)
    alone = {key: those[0] for key, those in amounts.items() if len({each.value for each, _ in those}) == 1}
    return Facts(alone, days, {sort: names.pop() for sort, names in places.items() if len(names) == 1})


def _spans(text: str) -> Iterator[tuple[str, Amount, str]]:
    for match in _SPAN.finditer(text):
        hours, rest, minutes = match.groups()
        value = float(NUMBERS.get((hours or "0").lower(), hours or "0")) * 60 + float(rest or minutes or 0)
        before = text[: match.start()].rstrip().lower()
        least = value if not any(before.endswith(each) for each in _AT_MOST) else 0.0
        most = value if not any(before.endswith(each) for each in _AT_LEAST) else float("inf")
        yield " time", Amount(match[0], value, least, most, before.endswith(("about", "around"))), ""


def _numbers(text: str) -> Iterator[tuple[str, Amount, str]]:
    """Yield the numbers of some words with the stems of what they count, and that as it is written."""
    dates = [match.span() for match in (*_DATE.finditer(text), *_SPAN.finditer(text))]
    for match in _NUMBER.finditer(text):
        bound, number, scale, percent, after = match.groups()
        taken = any(begin < match.end(2) and match.start(2) < end for begin, end in dates)
        if taken or _OF_ALL.search(text[max(0, match.start() - 12) : match.start()]):
            continue
        value = float(NUMBERS.get(number.lower(), number.replace(",", ""))) * _SCALES.get(
            (scale or "").lower(), 1
        )
        counted = _counted(text, match.start(), "%" if percent else _JOINT.sub("", after))
        if not counted:
            continue
        bound = (bound or "").lower()
        least = 0.0 if bound in _AT_MOST else value
        most = float("inf") if bound in _AT_LEAST else value
        written = f"{number} {scale}" if scale else number
        amount = Amount(written, value, least, most, bound in ("about", "around", "nearly", "almost", "some"))
        for key, word in counted.items():
            yield key, amount, word


def _counted(text: str, at: int, after: str) -> dict[str, str]:
    """Return what a number at `at` counts: the words behind it, else the verb before it, by stems and concepts."""
    if after == "%":
        return {"%": "%"}
    known = concepts()
    words = [word for word in after.split() if word.islower() and not word.endswith("ly")]
    found = {word: stem(word.lower()) for word in words if stem(word.lower()) not in small_stems()}
    own = {word: each for word, each in found.items() if each not in _ANYBODY}
    before = text[:at].split()[-1:]
    if not own and before and before[0].islower() and before[0].endswith("ed"):
        own = {before[0]: stem(before[0])}
    return {str(key): word for word, each in (own or found).items() for key in (each, *known.get(each, ()))}


def differing(one: Facts, other: Facts) -> Iterator[str]:
    """Yield what two tell in two ways: "12 / 20 wounded"."""
    told = set()
    for key in one.amounts.keys() & other.amounts.keys():
        (first, counted), (second, _) = one.amounts[key], other.amounts[key]
        if not first.fits(second):
            told.add(f"{first.written} / {second.written} {counted}".rstrip())
    yield from sorted(told)[:1]
    for key in sorted(one.days.keys() & other.days.keys()):
        if one.days[key] != other.days[key]:
            yield f"{one.days[key]} / {other.days[key]}"
    for sort in sorted(one.places.keys() & other.places.keys()):
        here, there = one.places[sort], other.places[sort]
        if not set(here.split()) & set(there.split()):  # "Sandy Hook" is in "Sandy Hook School"
            yield f"{here} / {there}"
