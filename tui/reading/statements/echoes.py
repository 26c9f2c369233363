"""Quotes that give another's words: in a copy of its article, or in an article of its own.

What repeats another goes where that goes, so that the same words are compared once, however many print them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from tui.core.model import Article, Quote
from tui.core.text import fold
from tui.reading.statements.occasion import Occasion
from tui.reading.statements.wording import Wording, telling

Held = tuple[Article, Quote]
"""A quote with its article."""
Fullness = tuple[int, int, bool, tuple[str, str, str, str, int, str]]
"""What wordings are ordered by: kind, length, whether it stands in a copy, and where it stands."""
_WORD = re.compile(r"\w+")
_FULLNESS = {"direct": 2, "mixed": 1, "indirect": 0}


class Repeat(NamedTuple):
    """Which quote has the same words, by its id, and whether its article was copied with them."""

    original: str
    copied: bool


def repeats(
    held: Sequence[Held],
    who: Mapping[str, tuple[str, ...]],
    occasions: Mapping[str, Occasion],
    decided: Container[str],
) -> dict[str, Repeat]:
    """Return which quotes repeat which, by their ids; those that are `held` are given the fullest first.

    `who` says whose words each quote is, `occasions` where and when they were said; what the reader `decided`
    on repeats nothing, and others repeat it. What was said on another day repeats nothing.
    """
    copied, own = dict[object, str](), defaultdict[object, dict[str, str]](dict)
    says_something = dict[object, bool]()
    found: dict[str, Repeat] = {}

    def order(each: Held) -> tuple[bool, bool]:
        return bool(each[0].copy_of), each[1].id not in decided

    for article, quote in sorted(held, key=order):
        said = who[quote.id], quote.kind, spoken(quote)
        first = copied.setdefault((article.copy_of or article.id, *said), quote.id)
        if article.copy_of and first != quote.id and quote.id not in decided:
            found[quote.id] = Repeat(found[first].original if first in found else first, copied=True)
            continue
        if not any(who[quote.id]):
            continue
        setting, day = occasions[quote.id]
        words = *said, telling(quote.cue, article.language), setting, article.language
        first = _of_day(own[words], day, quote.id)
        if first == quote.id or quote.id in decided:
            continue
        if words not in says_something:
            says_something[words] = bool(wording_of(article, quote).words)
        if says_something[words]:
            found[quote.id] = Repeat(first, copied=False)
    return found


def _of_day(known: dict[str, str], day: str, quote: str) -> str:
    """Return which quote is `known` to have words of a day, `quote` where none is; "" is the day nobody tells."""
    if day and day not in known and "" in known:
        known[day] = known.pop("")  # what was said on some day, and now on this
    if not day and known:
        return next(iter(known.values()))
    return known.setdefault(day, quote)


def wording_of(article: Article, quote: Quote, also: frozenset[str] = frozenset()) -> Wording:
    """Return a quote as what is compared of it; `also` are the articles that repeat it."""
    polarity = quote.polarity
    return Wording(quote.id, article.id, quote.kind, quote.words, quote.cue, article.language, also, polarity)


def spoken(quote: Quote) -> str:
    """Return the words of a quote, without what outlets set otherwise: marks, case, accents."""
    return " ".join(_WORD.findall(fold(quote.words)))


def fullest(held: Held) -> Fullness:
    """Return what puts the fullest wording first, of those as full the one printed first: ids are made up."""
    article, quote = held
    place = article.published, article.outlet, article.headline, article.text, quote.start, quote.id
    return -_FULLNESS[quote.kind], -len(quote.words), bool(article.copy_of), place
