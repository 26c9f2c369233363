"""Lines broken at a width, as mails and typed texts have them, and the longer lines they were.

Where a text is wrapped, hardly a line has room for the first word of the next one; one that has ends a paragraph.
Words may be broken too, with a hyphen, as in what was scanned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NARROW, _WIDE = 50, 84  # characters of the widest line of a wrapped text
_NARROWEST = 24  # where words are broken: a column of a scanned paper
_LEAST = 3  # breaks from which they tell of a width
_FULL = 0.75  # share of the breaks after long lines that have to be for want of room
_LONG = 0.6  # share of the width from which a line counts as long
_OVER = 0.05  # share of the lines that may be wider: addresses, a signature
_SCANNED = 0.04  # share of the lines that end in a broken word from which the hyphens are the typesetter's
_HYPHENS = ("-", "\u00ad", "\u2010")
_BROKEN = re.compile(r"[^\W\d_]{2}.$")
_ITEM = re.compile(r"(?:[*•+▪‣·–—-]|\d{1,2}[.)]|>)\s")

_EDGES = ".,;:!?“”‘’\"'()"

Run = list[int]


def unwrapped(lines: Sequence[str]) -> list[Run]:
    """Return the numbers of the lines that make up each line as it was before it was wrapped.

    Where `lines` are not wrapped each stands by itself. An empty line always does.
    """
    runs: list[Run] = [[number] for number in range(len(lines))]
    width = _width(lines)
    if not width:
        return runs
    joined: list[Run] = runs[:1]
    for run in runs[1:]:
        if _carries_on(lines[run[0] - 1].rstrip(), lines[run[0]], width):
            joined[-1] += run
        else:
            joined.append(run)
    return joined


def rejoined(lines: Sequence[str], runs: Sequence[Run]) -> list[str]:
    """Return the lines that `runs` of them make up.

    A hyphen at a break goes where so many lines end in one that it is the typesetter's; else it is the word's own, as is
    that of a word that stands elsewhere with it.
    """
    broken = sum(_is_broken(*pair) for pair in pairwise(lines))
    scanned = broken >= _LEAST and broken >= _SCANNED * sum(bool(line.strip()) for line in lines)
    whole = {word.strip(_EDGES) for line in lines for word in line.casefold().split()} if scanned else set()
    found = []
    for run in runs:
        text = lines[run[0]] if len(run) == 1 else lines[run[0]].strip()
        for number in run[1:]:
            more = lines[number].strip()
            if not _is_broken(text, more):
                text += f" {more}"
                continue
            word = (text.rsplit(maxsplit=1)[-1] + more.split(maxsplit=1)[0]).casefold().strip(_EDGES)
            text = (text[:-1] if scanned and word not in whole else text) + more
        found.append(text)
    return found


def _is_broken(line: str, below: str) -> bool:
    above = line.rstrip()
    return above.endswith(_HYPHENS) and below.lstrip()[:1].islower() and bool(_BROKEN.search(above))


def _width(lines: Sequence[str]) -> int:
    """Return the width at which `lines` are wrapped, 0 where they are not."""
    sizes = sorted(len(line.rstrip()) for line in lines if line.strip())
    widest = [size for size in sizes if size <= _WIDE]
    narrow = _NARROWEST if sum(_is_broken(*pair) for pair in pairwise(lines)) >= _LEAST else _NARROW
    if not widest or widest[-1] < narrow or len(sizes) - len(widest) > _OVER * len(sizes):
        return 0
    width = widest[-1]
    breaks = [
        _carries_on(line.rstrip(), below, width)
        for line, below in pairwise(lines)
        if below.strip() and _LONG * width <= len(line.rstrip()) <= width
    ]
    return width if sum(breaks) >= _LEAST and sum(breaks) >= _FULL * len(breaks) else 0


def _carries_on(line: str, below: str, width: int) -> bool:
    words = below.split(maxsplit=1)
    if not line.strip() or not words or len(line) > width or _ITEM.match(below.lstrip()):
        return False
    return _is_broken(line, below) or len(line) + 1 + len(words[0]) > width
