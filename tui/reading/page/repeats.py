"""Passages given twice in one page, such as a teaser shown above the article or a body pasted again."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_AROUND = " \t.,;:!?…*•\"“”'’"
_SHORT = 25  # letters and digits; below that a line may well come twice in good faith


def key(line: str) -> str:
    """Return what two copies of a line have in common: its letters and digits, without case."""
    return " ".join(_WORD.findall(line.casefold()))


def second_copies(lines: Sequence[str], kept: Sequence[int]) -> set[int]:
    """Return those of the `kept` line numbers that say again what an earlier kept line said.

    A short line is a copy only next to other copies: in a repeated passage, not a repeated answer.
    """
    seen: dict[str, int] = {}
    copies: set[int] = set()
    doubtful: list[int] = []
    for place, number in enumerate(kept):
        words = lines[number].casefold().strip(_AROUND)
        if not words:
            continue
        if words in seen:
            if len(words) >= _SHORT:
                copies.add(number)
            else:
                doubtful.append(place)
        else:
            seen[words] = number
    for place in doubtful:
        around = [*kept[max(0, place - 1) : place], *kept[place + 1 : place + 2]]
        if around and all(number in copies for number in around):
            copies.add(kept[place])
    return copies
