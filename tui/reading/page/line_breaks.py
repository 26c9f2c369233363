"""Lines broken at a width, as mails and typed texts have them, and the longer lines they were.

Where a text is wrapped, hardly a line has room for the first word of the next one; one that has ends a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_NARROW, _WIDE = 50, 84  # characters of the widest line of a wrapped text
_LEAST = 3  # breaks from which they tell of a width
_FULL = 0.75  # share of the breaks after long lines that have to be for want of room
_LONG = 0.6  # share of the width from which a line counts as long
_OVER = 0.05  # share of the lines that may be wider: addresses, a signature
_ITEM = re.compile(r"(?:[*•+▪‣·–—-]|\d{1,2}[.)]|>)\s")

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


def _width(lines: Sequence[str]) -> int:
    """Return the width at which `lines` are wrapped, 0 where they are not."""
    sizes = sorted(len(line.rstrip()) for line in lines if line.strip())
    widest = [size for size in sizes if size <= _WIDE]
    if not widest or widest[-1] < _NARROW or len(sizes) - len(widest) > _OVER * len(sizes):
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
    return len(line) + 1 + len(words[0]) > width
