"""What speaks for two statements on one thing being at odds: a word of denial whose object is what the other says, or
without one a "not" or an opposite word on one side alone.

No such rule is fit to assert it (../shared/gold/README.md says how they fared): what is found is offered with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from tui.reading.statements.likeness import Pair
from tui.reading.statements.wording import SENTENCES, Weights, Wording
from tui.reading.statements.words import stem

_LEAST = 0.3  # of what both say, what they must share
_FEWEST = 2  # words that both have
_OPPOSITES = """
open reopen / shut close closed
rise increase raise grow / fall drop cut reduce decrease
accept support back favour favor / reject oppose refuse
stay remain keep / leave withdraw quit abandon
start begin launch / stop end halt
lift / impose
release free / detain arrest
allow permit / ban forbid prohibit block
win / lose
before / after
always / never
possible / impossible
true / false untrue
more / less fewer
guilty / innocent
"""


def contradiction(pair: Pair) -> str:
    """Return why two statements may contradict each other: "“open” against “close”"; "" where nothing speaks for it.

    A "not" of one of two opposites makes them one: "stay open", "will not close".
    """
    if len(pair.shared) < _FEWEST or pair.dice < _LEAST:
        return ""
    opposed = list(_opposed(pair))
    return next((told for told, turned in opposed if not turned), "") if opposed else _refusal(pair)


def _opposed(pair: Pair) -> Iterator[tuple[str, bool]]:
    """Yield which opposite words stand on either side, "“accept” against “reject”", and whether a "not" turns one."""
    first, second = (_opposites().intersection(each.stems) for each in (pair.first, pair.second))
    if not (first and second) or first == second:  # as mostly
        return
    for one, other in _pairs():
        for a, b in ((one, other), (other, one)):
            if first & a.keys() and second & b.keys() and not (first & b.keys() or second & a.keys()):
                here, there = min(first & a.keys()), min(second & b.keys())
                turned = (here in pair.first.refused) != (there in pair.second.refused)
                yield f"“{a[here]}” against “{b[there]}”", turned


@cache
def _pairs() -> tuple[tuple[dict[str, str], dict[str, str]], ...]:
    """Return the opposites: on either side words by their stems."""
    return tuple(
        (_by_stem(one), _by_stem(other))
        for one, _, other in (line.partition("/") for line in _OPPOSITES.strip().split("\n"))
    )


@cache
def _opposites() -> frozenset[str]:
    """Return the stems of all words that have an opposite."""
    return frozenset(word for pair in _pairs() for side in pair for word in side)


def _by_stem(words: str) -> dict[str, str]:
    """Return some words by their stems, of those with one stem the first."""
    return {stem(word): word for word in reversed(words.split())}


def _refusal(pair: Pair) -> str:
    refused = [(each, each.refused & pair.shared) for each in (pair.first, pair.second)]
    if all(those for _, those in refused) or not any(those for _, those in refused):
        return ""
    one, those = max(refused, key=lambda each: len(each[1]))
    return f"“not” of “{one.written[min(those, key=one.stems.index)]}” on one side alone"


_DENIAL = re.compile(r"\b(?:den(?:y|ie[sd]|ying|ial)|reject|disput|refut|dismiss|rebut)\w*", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\b(?:not|no|never|false|untrue|fake|baseless|without merit)\b|n[’']t\b", re.IGNORECASE
)
_JOINED = re.compile(r"\b(?:and|but|he|she|they|it) (denie[sd]|denying|rejected|dismissed) (.+)", re.DOTALL)
_OF_SHORTER = 0.2  # what the shorter must share of what it says
_IN_COMMON = 3  # words that both have, or two where they are half of the shorter
_HALF = 0.5


def denial(one: Wording, other: Wording, weights: Weights) -> str:
    """Return why the first may deny the second: "denied, about 4 of 6 words"; "" where nothing speaks for it.

    What a second denies or refuses itself is not denied, sentence by sentence: both may say the same.
    """
    if _DENIAL.match(other.cue):
        return ""
    if not (said := denied(one)):
        return ""
    sentences = SENTENCES.split(other.text)
    claimed = [each for each in sentences if not (_DENIAL.search(each) or _REFUSAL.search(each))]
    if not claimed:
        return ""
    if len(claimed) < len(sentences):
        other = replace(other, text=" ".join(claimed))
    pair = Pair(said, other, weights)
    number = len(pair.shared) + len(pair.alike)
    share = pair.common / pair.shorter
    if share < _OF_SHORTER or (number < _IN_COMMON and not (number == _IN_COMMON - 1 and share >= _HALF)):
        return ""
    return (
        f"“{said.cue}”, and {number} of {min(len(said.words), len(other.words))} words are the same or alike"
    )


def denied(one: Wording) -> Wording | None:
    """Return what a wording denies: all of it by its verb, or what follows a denial that its article joins to it.

    None where it denies nothing.
    """
    if _DENIAL.match(one.cue):
        return one
    joined = _JOINED.search(one.text) if one.kind != "direct" else None
    return replace(one, text=joined[2], cue=joined[1]) if joined else None
