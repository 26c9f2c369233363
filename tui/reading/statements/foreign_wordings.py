"""Wordings of one speaker in two languages: they share no words, but names, figures and days, however these are spelled."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.reading.dates.day_names import MONTHS
from tui.reading.events.translations import named, numbers, skeleton, weight
from tui.reading.quotes.words.word_classes import PEOPLE, TITLES
from tui.reading.statements.candidates import apart
from tui.reading.statements.likeness import OFFERED, SHOWN, Pair
from tui.reading.statements.wording import Wording

_ENOUGH = 1.5
"""What the names, figures and days in common must weigh: two names, or one and a figure.

On 24 statements written for it, each in three languages, of which by chance some outlets gave no wording, about .8 of
what is offered is right, and about .45 of what there is is offered."""
_ALIKE = 2
"""How many of what the other language gives may fit as well: two outlets may tell it."""
_SHARE = 0.5
"""How many of its own the one that has fewer must share."""
_THEME = (
    64  # wordings from which on a name that all of them have is what the event is about, and tells nothing
)
_STEP = 0.1  # what each unit of weight makes it surer
_OPENING = re.compile(r"(?:^|(?<=[.!?…]\s)|(?<=[“\"«„(]))\w+")  # has a capital whatever it is


class Translation(NamedTuple):
    """Two wordings, by their ids, that may be one in two languages: how sure that is (0 to 1), and what they share."""

    first: str
    second: str
    score: float
    shared: str


def names_inside(wordings: Collection[Wording]) -> frozenset[str]:
    """Return the names that stand behind other words in those of an event, () where all are in one language.

    A word that opens a sentence has a capital whatever it is; it is a name where it is one elsewhere.
    """
    if len({language_of(each) for each in wordings}) < 2:
        return frozenset()
    return frozenset(key for each in wordings for key, _ in named(_opening_lowered(each.text)))


def translations(wordings: Sequence[Wording], names: Container[str] = ()) -> Iterator[Translation]:
    """Yield the pairs in two languages that may be one; all are one speaker's words of one event.

    Those `names` are some that open a sentence, too. What many of the wordings have says little, and of what the other
    language gives only what fits best is meant.
    Nothing here is sure enough to be shown as one.
    """
    if len({language_of(each) for each in wordings}) < 2:
        return
    known = [_traits(each, names) for each in wordings]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, traits in enumerate(known):
        for trait in traits:
            holders[trait].append(at)
    both_have: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for trait, those in holders.items():
        for pair in combinations(those, 2) if len(those) <= _THEME else ():
            both_have[pair].append(trait)
    found: list[tuple[int, int, float, list[str]]] = []
    best: defaultdict[tuple[int, str], list[float]] = defaultdict(list)
    for (at, there), shared in both_have.items():
        one, other, first, second = wordings[at], wordings[there], known[at], known[there]
        if language_of(one) == language_of(other) or not apart(one, other):
            continue
        shared.sort(key=lambda trait: -weight(trait, len(holders[trait])))
        total = sum(weight(trait, len(holders[trait])) for trait in shared)
        for each, language in ((at, language_of(other)), (there, language_of(one))):
            best[each, language].append(total)
        if total >= _ENOUGH and len(shared) >= _SHARE * min(len(first), len(second)):
            found.append((at, there, total, shared))
    for at, there, total, shared in found:
        one, other = wordings[at], wordings[there]
        rivals = best[at, language_of(other)], best[there, language_of(one)]
        if any(total < max(those) or those.count(total) > _ALIKE for those in rivals):
            continue  # what else is said in the other language fits better, or much fits as well
        both = dict.fromkeys(f"“{known[at][trait]}”" for trait in shared[:3])
        score = min(SHOWN - 0.01, OFFERED + _STEP * total)
        yield Translation(one.id, other.id, score, f"in another language, both {', '.join(both)}")


def of_names_alone(pair: Pair) -> bool:
    """Tell whether two are in two languages, and all they have in common is written with a capital by both."""
    if language_of(pair.first) == language_of(pair.second):  # as mostly
        return False
    both = pair.first.written, pair.second.written
    return all(written[word][:1].isupper() for word in pair.shared for written in both)


def language_of(wording: Wording) -> str:
    """Return the language of a wording, English where none is told."""
    return wording.language[:2] or "en"


def _opening_lowered(text: str, names: Container[str] = ()) -> str:
    """Return a text whose sentences begin with a small letter, but for those that begin with one of some names."""

    def lowered(word: re.Match[str]) -> str:
        return word[0] if skeleton(word[0]) in names else word[0].lower()

    return _OPENING.sub(lowered, text)


def _traits(wording: Wording, names: Container[str]) -> dict[str, str]:
    """Return the names, figures and days of a wording as they are written, by what any language has for them."""
    text = _opening_lowered(wording.text, names)
    found = {key: name for key, name in named(text) if name.casefold() not in _NO_NAMES}
    found |= {f"{number}#": number for number in numbers(text)}
    days = wording.facts.days
    return found | {f"{kind} {value}": told for kind, (value, told) in days.items()}


_NO_NAMES = TITLES | PEOPLE | MONTHS.keys()  # days and months are facts
