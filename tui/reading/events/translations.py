"""Reports of one happening in several languages: they share no words, but a day, names and figures.

Names are compared by their consonants, which spellings and endings of a language leave alone: Sorokin, Sorokine and
Сорокиным.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from tui.reading.events.terms import READ, YEAR
from tui.reading.language import language_of

_TOLD = 500
"""Characters of an article that tell its language."""
_ENOUGH = 2.8
"""What names and figures in common must weigh for two articles to tell of one happening."""
_FIGURE = 1.5
"""What a figure in common weighs, beside a name's 1 (of two consonants half of that)."""
_KNOWN = 6
"""Articles that may have a trait before it weighs less: a dossier's people are in most of it."""

_NAME = re.compile(r"\b[^\W\d_a-zа-яёіїєґ][^\W\d_]{2,}")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*(?:[.,]\d{1,2})?(?!\w)")
_CYRILLIC = dict(
    zip("бвгджзйклмнпрстфхцчшщгґ", "b v g d s s i k l m n p r s t f h s s s s g g".split(), strict=True)
)
# Digraphs to the letter that other languages write, in this order.
_SPELLINGS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("t?s?ch|sh|tz|ts|zh|dj|dzh", "s"),
        ("ph", "f"),
        ("ck|qu|[qc]", "k"),
        ("[wv]|ff?$", "v"),
        ("[zxj]", "s"),
        ("[aeiouyh]", ""),
    )
)


@lru_cache(
    maxsize=16_384
)  # the names of an article come again in it, and in those it is compared with, batch by batch
def skeleton(name: str) -> str:
    """Return the first four consonants of a name as any language may spell it, "" where it has fewer than two."""
    plain = unicodedata.normalize("NFD", name.casefold())
    latin = "".join(_CYRILLIC.get(c, c) for c in plain if not unicodedata.combining(c))
    for pattern, letter in _SPELLINGS:
        latin = pattern.sub(letter, latin)
    bare = re.sub(r"[^a-z]|(.)(?=\1)", "", latin)[:4]
    return bare if len(bare) >= 2 else ""


def traits(title: str, text: str) -> frozenset[str]:
    """Return the names (by their skeletons) and the figures of an article."""
    said = f"{title}\n{text[:READ]}"
    return frozenset({name for name, _ in named(said)} | {f"{number}#" for number in numbers(said)})


def named(text: str) -> Iterator[tuple[str, str]]:
    """Yield the skeletons of the words with a capital in some text, with the words."""
    return ((found, match[0]) for match in _NAME.finditer(text) if (found := skeleton(match[0])))


def numbers(text: str) -> Iterator[str]:
    """Yield the numbers of two figures and more, however their thousands and parts are set off."""
    for match in _NUMBER.finditer(text):
        whole = re.sub(r"[.,\u00a0\u202f ](?=\d{3}(?!\d))", "", match[0]).replace(",", ".")
        if len(whole) > 1 and not YEAR.fullmatch(whole):
            yield whole


def languages(texts: Iterable[str]) -> list[str]:
    """Return the language of each text, "" where it is not told."""
    return [_language_of(text[:_TOLD]) for text in texts]


@lru_cache(maxsize=2048)  # an import compares most articles with those of several batches
def _language_of(text: str) -> str:
    return language_of(text)


def across(
    spoken: Sequence[str], known: Sequence[frozenset[str]], days: Sequence[str]
) -> list[tuple[int, int]]:
    """Return the pairs of articles in two languages that tell of one happening, the surest first.

    `spoken` are their languages, `known` their traits, and `days` (EDTF) those they are of.
    """
    often = Counter(trait for each in known for trait in each)
    found: list[tuple[float, int, int]] = []
    for i, others in enumerate(_same_days(days)):
        for j in others:
            if spoken[i] and spoken[j] and spoken[i] != spoken[j]:
                shared = known[i] & known[j]
                total = sum(weight(trait, often[trait]) for trait in shared)
                if len(shared) > 1 and total >= _ENOUGH:
                    found.append((-total, i, j))
    return [(i, j) for _, i, j in sorted(found)]


def weight(trait: str, often: int) -> float:
    """Return what a trait weighs that `often` articles have: a name's skeleton, a figure, which ends with #."""
    own = _FIGURE if trait.endswith("#") else 1.0 if len(trait) > 2 else 0.5
    return own * min(1.0, _KNOWN / often)


def _same_days(days: Sequence[str]) -> list[list[int]]:
    """Return for each article those after it that came out on its day (EDTF) or on the next."""
    on: defaultdict[str, list[int]] = defaultdict(list)
    for number, day in enumerate(days):
        if len(day) >= 10:
            on[day[:10]].append(number)
    found: list[list[int]] = [[] for _ in days]
    for day, numbers in on.items():
        try:
            following = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
        except (ValueError, OverflowError):
            continue
        for place, number in enumerate(numbers):
            found[number] = [*numbers[place + 1 :], *on.get(following, ())]
    return found
