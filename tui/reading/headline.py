"""The headline of a page, when nothing but its lines is left."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence

from tui.reading import furniture

_WORD = re.compile(r"[^\W_]{2,}")
_SITE = re.compile(r"\s+[|·»]\s+[^|·»]{2,40}$")
_BULLET = re.compile(r"^(?:[*•+#·]+|o)\s+")
_REACH = 40  # lines above the body in which a headline is looked for
_ABOVE = 0.25  # share of what was taken for body that may stand above the headline: a banner's sentences
_LEAD = 8  # lines of body a headline shares its words with


def find(lines: Sequence[str], kept: Sequence[int]) -> tuple[str, int]:
    """Return the headline and the number of its line, ("", -1) where there is none.

    The headline stands before the body and shares its words; of several candidates the longest
    overlap and the one nearest to the body win.
    """
    if not kept:
        return "", -1
    weight = sum(len(lines[number]) for number in kept)
    middle, above = kept[0], 0
    for middle in kept:
        above += len(lines[middle])
        if above > weight * _ABOVE:
            break
    body = set(kept)
    leads: dict[int, set[str]] = {}
    best, best_score = -1, 0.0
    for number in range(max(0, kept[0] - _REACH), middle):
        line = lines[number].strip()
        if number in body or not 12 <= len(line) <= 240:
            continue
        words = _WORD.findall(line.lower())
        if not 3 <= len(words) <= 40:
            continue
        place = bisect(kept, number)
        distance = kept[place] - number
        if place not in leads:
            leads[place] = {word for near in kept[place : place + _LEAD] for word in _WORD.findall(lines[near].lower())}
        shared = sum(word in leads[place] for word in words) / len(words)
        score = shared * min(len(words), 8) / 8 + (0 if line.endswith(".") else 0.2) - 0.01 * distance
        if score > best_score and not furniture.outright(line):
            best, best_score = number, score
    if best < 0:
        return "", -1
    return _SITE.sub("", _BULLET.sub("", lines[best].strip())).strip(), best
