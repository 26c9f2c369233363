"""What a wording tells that another may tell otherwise: numbers by what they count, days, and places.

All that is made of it is a guess: two numbers may be of two things.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from tui.reading.dates.day_distance import gap
from tui.reading.dates.day_names import MONTHS, WrittenDate, written
from tui.reading.statements.vocabulary import vocabulary
from tui.reading.statements.words import COUNTED, concepts, small_stems, stem

_NEAR = 0.1  # by how much of the larger two numbers differ at least where one is told as "about"
_AFTER = 3  # words behind a number that may be what it counts
_BEFORE = 48  # characters before a number that may bear on it, more than the longest bound has
_NUMBER, _UNIT, _WEEKDAY, _MONTH = range(4)
_CURRENCIES = " $€£"
_SCALES = (1e2, 1e3, 1e6, 1e9)
_TENS = 20  # from here on a number's word may have another beside it
_SHORT, _SHORT_MONTHS = 3, frozenset(("may", "mai", "мая"))  # others as short are cut, or words of their own
_NO_PLACE = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|President|Minister)\b|['’]s\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_LETTERS, _DIGIT, _FIGURES = re.compile(r"[^\W\d_]+"), re.compile(r"\d"), re.compile(r"\d[-/.年년]\s?\d")
_LOWER = "a-zà-ÿа-яё"
# What a Russian name of a place ends with in its cases; stemmers leave some of it, and take more from others.
_CASE = re.compile(r"(?<=...)(?:ы?ми|[ео]го|[ео]му|[аеиоуыэюя]{1,2}[мхй]?|[ьй])$")


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
    """What a wording tells that another may tell otherwise: numbers by what they count, days, places by preposition.

    A day is what it is (the number of a weekday or a month, a date in EDTF) and how it is written.
    """

    amounts: Mapping[str, tuple[Amount, str]]
    days: Mapping[str, tuple[str, str]]
    places: Mapping[str, str]

    @property
    def counted(self) -> Facts:
        """Its numbers alone."""
        return Facts(self.amounts, {}, {})


@lru_cache(maxsize=4096)
def facts(text: str, language: str = "") -> Facts:
    """Return what some words tell in numbers, days and places; `language` is theirs (ISO 639, "" for English).

    What stands twice with two values is left out.
    """
    forms, text = _forms(vocabulary(language).language), " ".join(text.split())
    words = _LETTERS.findall(text.lower())
    kinds = {kind for word in words for kind in _kinds(word, forms.language)}
    digits = _DIGIT.search(text) is not None
    dates = list(forms.dates(text)) if digits and (_MONTH in kinds or _FIGURES.search(text)) else []
    amounts = forms.amounts(text, dates, hours=_UNIT in kinds) if digits or _NUMBER in kinds else {}
    days = forms.days(text, dates) if dates or not kinds.isdisjoint((_WEEKDAY, _MONTH)) else {}
    return Facts(amounts, days, forms.places(text))


@cache
def _forms(language: str) -> _Forms:
    return _Forms(language)


@lru_cache(maxsize=50_000)
def _kinds(word: str, language: str) -> tuple[int, ...]:
    """Return what a word, in lower case, may be part of, so that only what may be there is looked for."""
    return tuple(_forms(language).kinds(word))


class _Forms:
    """What numbers, spans of time, days and places look like in a language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = words = vocabulary(language)
        numbers = zip(COUNTED, words.numbers.split(), strict=True)
        self._numbers = {each: float(value) for value, those in numbers for each in those.split("|")}
        self._people = frozenset(stem(each.lower(), language) for each in words.people.split())
        word, tens = (
            "|".join(self._numbers),
            "|".join(each for each, value in self._numbers.items() if value >= _TENS),
        )
        # "twenty-five", "treinta y cinco", „fünfundzwanzig“
        total = rf"(?:(?:{word})und(?:{tens})|(?:{tens})(?:[ -]| {words.also} )(?:{word}))"
        self._total = _compiled(total)
        self._part = re.compile("|".join(sorted(self._numbers, key=len, reverse=True)))
        bounds = "|".join((words.at_least, words.at_most, words.about))
        scales = "|".join(f"({each})" for each in reversed(words.scales))  # "mil millones" before "mil"
        digits = rf"(?:\d{{1,3}}(?:[{words.groups}]\d{{3}})+(?!\d)|\d+)(?:{re.escape(words.point)}\d+)?"
        first = "".join(sorted({each[0] for each in self._numbers}))
        self._number = _compiled(  # what is sought first is what is found fast
            rf"(?=[\d{first}])(?<![\w.,])(?P<number>{digits}|(?:{total}|{word})\b)(?![\w-])"
            rf"(?:\s+(?P<scale>{scales})\b\.?(?: de\b| d[’'])?)?(?:\s*(?P<percent>{words.percent}))?"
            rf"(?P<after>(?:\s+[^\W\d_][\w’'-]+){{0,{_AFTER}}})"
        )
        self._leading = frozenset(_LETTERS.findall(f"{bounds}|{words.of_all}".lower()))
        # "21 of the 200 girls" are 21
        self._lead = _compiled(rf"(?P<all>\b(?:{words.of_all})\s*)?(?P<bound>\b(?:{bounds})\s*)?$")
        self._span = _compiled(
            rf"\b(\d+|(?:{word})(?=[ -]))[ -]?(?:{words.hours})\b"
            rf"(?:(?: {words.also})? ?(\d+)(?: ?(?:{words.minutes}))?\b)?"
            rf"|\b(\d+)[ -](?:{words.minutes})\b"
        )
        self._clock = _compiled(rf"\b(?:{words.clock})\s*$")
        self._least, self._most, self._about = (
            _compiled(rf"\b(?:{each})\s*$") for each in (words.at_least, words.at_most, words.about)
        )
        self._joint = re.compile(rf"\b(?:{words.joints})\b.*", re.DOTALL)
        self._weekday = _compiled(rf"\b(?:{'|'.join(f'({each})' for each in words.weekdays.split())})\b")
        months = "|".join(each for each in MONTHS if len(each) > _SHORT or each in _SHORT_MONTHS)
        self._month = _compiled(rf"\b(?:{words.before_month})(?:[ -]|(?<=[’']))({months})\b(?![’']s)")
        self._unit = _compiled(rf"{words.hours}|{words.minutes}")
        sorts = (words.inside, words.toward, words.away)
        self._sorts = {each: sort[0] for sort in (one.split("|") for one in sorts) for each in sort}
        self._place = re.compile(
            rf"\b({'|'.join(self._sorts)})\s+(?:(?:{words.articles})\s+)?"
            rf"([^\W\d_{_LOWER}][\w’'-]+(?:\s+[^\W\d_{_LOWER}][\w’'-]+)*)"
        )

    def kinds(self, word: str) -> Iterator[int]:
        """Yield what a word, in lower case, may be part of."""
        if word in self._numbers or self._total.fullmatch(word):
            yield _NUMBER
        if self._unit.fullmatch(word):
            yield _UNIT
        if self._weekday.fullmatch(word):
            yield _WEEKDAY
        if word in MONTHS:
            yield _MONTH

    def days(self, text: str, dates: Sequence[WrittenDate]) -> dict[str, tuple[str, str]]:
        """Return the weekday and the date that some words name, if they name one alone."""
        found: dict[str, tuple[str, str]] = {}
        if len(days := {str(match.lastindex): match[0] for match in self._weekday.finditer(text)}) == 1:
            found["weekday"] = days.popitem()
        told = {each.edtf: text[each.start : each.end].rstrip(" .,") for each in dates}
        if len(told) == 1:
            found["date"] = told.popitem()
        return found if told else found | self.months(text)

    def months(self, text: str) -> dict[str, tuple[str, str]]:
        """Return the month that some words name, if they name one alone: "by the end of May"."""
        found = {
            str(MONTHS[name.lower()]): name
            for name in self._month.findall(text)
            if not (name.islower() and self._words.months_have_capitals)
        }
        return {"month": found.popitem()} if len(found) == 1 else {}

    def dates(self, text: str) -> Iterator[WrittenDate]:
        """Yield the dates that are written in some words."""
        for each in written(text):
            letters = re.sub(r"[^\W\d_]", "", told := text[each.start : each.end]) != told
            if not (letters and told.islower() and self._words.months_have_capitals):  # "they may 12 times"
                yield each

    def places(self, text: str) -> dict[str, str]:
        """Return the places behind prepositions, by what these tell and the language that names them."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for preposition, name in self._place.findall(text):
            if not _NO_PLACE.search(name) and self._is_place(name):
                found[f"{self._sorts[preposition]} {self._words.language}"].add(name)
        return {sort: names.pop() for sort, names in found.items() if len(names) == 1}

    def _is_place(self, name: str) -> bool:
        """Tell whether a name is a place's: where all nouns have capitals, one that Unicode's tables have."""
        if not self._words.nouns_have_capitals:
            return True
        from tui.reading.quotes.languages.grammar import places_of

        return name.split(maxsplit=1)[0].lower() in places_of(self._words.language)

    def amounts(
        self, text: str, dates: Sequence[WrittenDate], *, hours: bool
    ) -> dict[str, tuple[Amount, str]]:
        """Return the numbers of some words, by the stems of what they count, and that as it is written."""
        found: defaultdict[str, list[tuple[Amount, str]]] = defaultdict(list)
        spans = list(self._span.finditer(text)) if hours else []
        taken = [*((each.start, each.end) for each in dates), *(each.span() for each in spans)]
        for key, amount, counted in (*self._spans(text, spans), *self._counts(text, taken)):
            found[key].append((amount, counted))
        return {
            key: those[0]
            for key, those in found.items()
            if len(those) == 1 or len({each.value for each, _ in those}) == 1
        }

    def _spans(self, text: str, spans: Iterable[re.Match[str]]) -> Iterator[tuple[str, Amount, str]]:
        for match in spans:
            hours, rest, minutes = match.groups()
            before = text[: match.start()]
            if self._words.clock and hours and self._clock.search(before):
                continue
            value = self._value(hours or "0") * 60 + float(rest or minutes or 0)
            yield " time", self._amount(match[0], value, before), ""

    def _amount(self, told: str, value: float, bound: str) -> Amount:
        """Return a number with what its bound leaves open; `bound` ends with it."""
        if not bound:  # as mostly
            return Amount(told, value, value, value, about=False)
        least = 0.0 if self._most.search(bound) else value
        most = float("inf") if self._least.search(bound) else value
        return Amount(told, value, least, most, bool(self._about.search(bound)))

    def _value(self, number: str) -> float:
        if (whole := number.lower()) in self._numbers:
            return self._numbers[whole]
        if parts := self._part.findall(whole):
            return sum(map(self._numbers.__getitem__, parts))
        return float(re.sub(f"[{self._words.groups}]", "", number).replace(self._words.point, "."))

    def _counts(self, text: str, taken: Collection[tuple[int, int]]) -> Iterator[tuple[str, Amount, str]]:
        """Yield the numbers of some words, but for those in what is `taken`, with the stems of what they count, and that
        as it is written."""
        for match in self._number.finditer(text):
            first, last = match.span("number")
            if any(begin < last and first < end for begin, end in taken):
                continue
            before, bound = text[max(0, first - _BEFORE) : first].rstrip(_CURRENCIES), ""
            if not self._leading.isdisjoint(_LETTERS.findall(before.rpartition(" ")[2].lower())):
                lead = self._lead.search(before)
                if lead is None or lead["all"]:
                    continue
                before, bound = before[: lead.start()], lead["bound"] or ""
            after = "%" if match["percent"] else self._joint.sub("", match["after"])
            if not (counted := self._counted(before, after)):
                continue
            scale = match["scale"]
            value = self._value(match["number"])
            for size, form in zip(_SCALES, self._words.scales, strict=True) if scale else ():
                value *= size if re.fullmatch(form, scale, re.IGNORECASE) else 1
            told = f"{match['number']} {scale}" if scale else match["number"]
            amount = self._amount(told, value, bound)
            for key, word in counted.items():
                yield key, amount, word

    def _counted(self, before: str, after: str) -> dict[str, str]:
        """Return what a number counts: the words `after` it, else the verb `before` it, by stems and concepts."""
        if after == "%":
            return {"%": "%"}
        language = self._words.language
        english = language == "en"
        found: dict[str, str] = {}
        for word in after.split():
            each = stem(word.lower(), language)
            plain = word.islower() or self._words.nouns_have_capitals
            if plain and not (english and word.endswith("ly")) and each not in small_stems(language):
                found[word] = each
        own = {word: each for word, each in found.items() if each not in self._people}
        verb = before.split()[-1:]
        if english and not own and verb and verb[0].islower() and verb[0].endswith("ed"):
            own = {verb[0]: stem(verb[0])}
        known = concepts() if english else {}
        return {
            str(key): word for word, each in (own or found).items() for key in (each, *known.get(each, ()))
        }


def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)


def differing(one: Facts, other: Facts) -> Iterator[str]:
    """Yield what two tell in two ways: "12 / 20 wounded"."""
    theirs = other.amounts
    both_count = not theirs.keys().isdisjoint(one.amounts)
    for key, (first, counted) in one.amounts.items() if both_count else ():
        if key in theirs and first.value != (second := theirs[key][0]).value and not first.fits(second):
            yield f"{first.written} / {second.written} {counted}".rstrip()
            break
    for key in sorted(one.days.keys() & other.days.keys()) if one.days else ():
        (day, here), (another, there) = one.days[key], other.days[key]
        if day != another and (key != "date" or gap(day, another)):
            yield f"{here} / {there}"
    for sort in sorted(one.places.keys() & other.places.keys()) if one.places else ():
        here, there = one.places[sort], other.places[sort]
        # "Sandy Hook" is in "Sandy Hook School"
        if here != there and _place_stems(here, sort).isdisjoint(_place_stems(there, sort)):
            yield f"{here} / {there}"


@lru_cache(maxsize=4096)
def _place_stems(name: str, sort: str) -> frozenset[str]:
    """Return what the words of a place's name have in common with their other cases, by the language behind its sort."""
    language, words = sort.rpartition(" ")[2], name.lower().split()
    if language == "ru":
        return frozenset(form for word in words for form in (word, _CASE.sub("", word)))
    return frozenset(stem(word, language) for word in words)
