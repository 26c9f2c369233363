"""Which statement denies which: one with a word of denial, whose object is what the other says.

Opposition without such a word is not asserted by any rule tried; what is found here is offered, never made a fact.
"""

from __future__ import annotations

import re
from dataclasses import replace

from tui.reading.statements.likeness import Pair
from tui.reading.statements.wording import Weights, Wording

_DENIAL = re.compile(r"\b(?:den(?:y|ie[sd]|ying|ial)|reject|disput|refut|dismiss|rebut)\w*", re.IGNORECASE)
_REFUSAL = re.compile(
    r"\b(?:not|no|never|false|untrue|fake|baseless|without merit)\b|n[’']t\b", re.IGNORECASE
)
_JOINED = re.compile(r"\b(?:and|but|he|she|they|it) (denie[sd]|denying|rejected|dismissed) (.+)", re.DOTALL)
_LEAST = 0.2  # what the shorter must share of what it says
_FEWEST = 3  # words that both have, or two where they are half of the shorter
_HALF = 0.5


def denial(one: Wording, other: Wording, weights: Weights) -> str:
    """Return why the first may deny the second: "denied, about 4 of 6 words"; "" where nothing speaks for it.

    A second that denies or refuses something itself is not denied: both may say the same.
    """
    if _DENIAL.match(other.cue):
        return ""
    if not (said := denied(one)):
        return ""
    if _DENIAL.search(other.text) or _REFUSAL.search(other.text):
        return ""
    pair = Pair(said, other, weights)
    number = len(pair.shared) + len(pair.alike)
    share = pair.common / pair.shorter
    if share < _LEAST or (number < _FEWEST and not (number == _FEWEST - 1 and share >= _HALF)):
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
