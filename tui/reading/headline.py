"""The headline of a page, when nothing but its lines is left."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence

from tui.reading import furniture

_WORD = re.compile(r"[^\W_]{2,}")
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—]{2,40}$|\s+\|.*$")
_REACH = 30


def find(lines: Sequence[str], kept: Sequence[int]) -> tuple[str, int]:
    """Return the headline and the number of its line, ("", -1) where there is none.

    The headline stands before the body and shares its words; of several candidates the longest
    overlap and the one nearest to the body win.
    """
    if not kept:
        return "", -1
    body = set(kept)
    weight = sum(len(lines[number]) for number in kept)
    middle, above = kept[0], 0
    for middle in kept:
        above += len(lines[middle])
        if above > weight * 0.25:
            break
    best, best_score = -1, 0.0
    for number in range(middle):
        line = lines[number].strip()
        words = _WORD.findall(line)
        if number in body or not 3 <= len(words) <= 40 or len(line) > 240 or furniture.reason(line):
            continue
        below = kept[bisect(kept, number) :]
        distance = below[0] - number
        if distance > _REACH:
            continue
        lead = {word.casefold() for near in below[:8] for word in _WORD.findall(lines[near])}
        shared = sum(word.casefold() in lead for word in words) / len(words)
        score = shared * min(len(words), 8) / 8 + (0 if line.endswith(".") else 0.2) - 0.01 * distance
        if score > best_score:
            best, best_score = number, score
    if best < 0:
        return "", -1
    return lines[best].strip().lstrip("*•# ").strip(), best
