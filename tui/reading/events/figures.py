"""Whether two texts that use the same words tell the same things: figures and names in the same places.

A ministry's daily bulletin says each day the same with other figures. What stands between the same two words tells:
"destroyed 41 drones" beside "destroyed 48 drones".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tui.reading.dates.day_names import MONTHS
from tui.reading.events.terms import READ, YEAR

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+")
_NO_FIGURE = frozenset({"st", "nd", "rd", "th", *MONTHS})
"""What stands beside a number that counts nothing: an ordinal, a day of a month."""
_ALIKE = 70
"""Likeness of two names, of 100, from which on they are spellings of one."""
_NAMES = 2
"""Words of names that must differ for two texts to be of different people: an outlet puts its own for one."""

Place = tuple[str, str]


class Figures:
    """The figures and the names of a text, by the words before and after each."""

    def __init__(self, text: str) -> None:
        self._figures: defaultdict[Place, set[str]] = defaultdict(set)
        self._names: defaultdict[Place, set[str]] = defaultdict(set)
        units = ["", *_units(text[:READ].replace("’", "'")), ""]
        for before, unit, after in zip(units, units[1:], units[2:], strict=False):
            place = (before.casefold(), after.casefold())
            if unit[0].isdigit():
                if not YEAR.fullmatch(unit) and _NO_FIGURE.isdisjoint(place):
                    self._figures[place].add(unit.replace(",", ""))
            elif unit[0].isupper():
                self._names[place].add(unit)
        self.all = frozenset().union(*self._figures.values())

    def differ(self, other: Figures) -> int:
        """Return in how many places two texts have different figures."""
        shared = self._figures.keys() & other._figures.keys()
        return sum(self._figures[place].isdisjoint(other._figures[place]) for place in shared)

    def name_others(self, other: Figures) -> bool:
        """Tell whether two texts have different names in the same places."""
        from rapidfuzz.fuzz import ratio

        different = 0
        for place in self._names.keys() & other._names.keys():
            mine, its = self._names[place], other._names[place]
            if all(ratio(a, b) < _ALIKE for a in mine for b in its):
                different += min(len(name.split()) for name in mine | its)
        return different >= _NAMES


def _units(text: str) -> Iterator[str]:
    """Yield the words and numbers of a text, a name of several words as one."""
    name = ""
    for word in _TOKEN.findall(text):
        if word[0].isupper():
            name = f"{name} {word}".strip()
            continue
        if name:
            yield name
        name = ""
        yield word
    if name:
        yield name
