"""Full names that only a headline has: "Interview with foreign minister Ida Lund" above turns of "LUND"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.core.text import fold
from tui.reading.quotes.words.first_names import is_first_name
from tui.reading.quotes.words.offices_table import COUNTRIES, MATTERS
from tui.reading.quotes.words.word_classes import NAME_JOINTS, OFFICE_WORDS, PEOPLE, TITLES
from tui.reading.result import QuoteSpan

_OFFICES = TITLES | PEOPLE
_NO_NAME = _OFFICES | OFFICE_WORDS | MATTERS | COUNTRIES.keys() | {"can"}
_JOINTS = "|".join(sorted(NAME_JOINTS - {"of", "&"}))
_FIRST = rf"\b([^\W\d_a-z][\w'’-]*) ((?:(?:[^\W\d_]\.|{_JOINTS}) )*)"
_FIRSTS = re.compile(_FIRST)


def with_full_names(found: Sequence[QuoteSpan], headline: str) -> list[QuoteSpan]:
    """Return quotes whose speakers have the full names of the `headline` where the text has their surnames alone."""
    folded = fold(headline)
    surnames = {one.entity for one in found if one.entity.isalpha() and fold(one.entity) in folded}
    names = {each: full_name(each, headline) for each in surnames}
    return [
        replace(one, entity=full, why=f"{one.why}; “{full}” in the headline")
        if (full := names.get(one.entity))
        else one
        for one in found
    ]


def full_name(surname: str, headline: str) -> str:
    """Return the full name in a headline that ends in `surname`, "" for none or for two.

    Before a surname stands a first name, or, behind an office in small letters, any word with a capital: in most
    headlines a verb has one too ("Paris Answers Lund", "President Meets Lund"). One all in capitals does not show which
    of its words is a verb; most end in s or d.
    """
    ends = (end for match in _FIRSTS.finditer(headline) for end in {match.start(2), match.end()})
    if not any(fold(headline[end : end + len(surname)]) == fold(surname) for end in ends):
        return ""  # an expression takes longer to make than to run
    found = {}
    full = rf"(?:\b(\w+) )?{_FIRST}(?i:{re.escape(surname)})(?![\w’'-])"
    for before, first, between in re.findall(full, headline):
        office = before in _OFFICES or (
            headline.isupper() and before.lower() in _OFFICES and first[-1] not in "SD"
        )
        if first.lower() not in _NO_NAME and (is_first_name(first) or office):
            name = f"{first.title() if headline.isupper() else first} {between}{surname}"
            found[name.casefold()] = name
    return found.popitem()[1] if len(found) == 1 else ""
