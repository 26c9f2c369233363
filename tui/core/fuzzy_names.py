"""Which names fit what is being typed: those that begin so, that hold it, and those that are nearly so. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.core.text import fold

_ENOUGH = 70.0  # of 100: a letter or two apart
_MOST = 50


def fitting(typed: str, known: Sequence[str], given: Sequence[str] = ()) -> list[str]:
    """Return the names of `known` that fit, best first, in their order where they fit alike.

    `given` are left out. Case and accents do not matter.
    """
    wanted, taken = fold(typed), {fold(name) for name in given}
    left = [name for name in known if fold(name) not in taken]
    if not wanted:
        return left[:_MOST]
    ranked = sorted(
        ((rank, name) for name in left if (rank := _rank(wanted, fold(name))) < 3), key=lambda each: each[0]
    )
    found = [name for _, name in ranked]
    if len(found) < _MOST and len(wanted) > 2:
        found += _nearly(wanted, [name for name in left if name not in set(found)])
    return found[:_MOST]


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the name that is spelt most like a word or some words, as a whole or in one word of it; "" for none."""
    from difflib import get_close_matches

    by_part: dict[str, str] = {}
    for name in names:
        for part in (fold(name), *fold(name).split()):
            by_part.setdefault(part, name)
    found = get_close_matches(fold(word), by_part, 1, 0.7)
    return by_part[found[0]] if found else ""


def begins_words(typed: str, name: str) -> bool:
    """Tell whether each word that is typed begins a word of a name; case and accents do not matter."""
    words = f" {fold(name)}"
    return all(f" {word}" in words for word in fold(typed).split())


def _rank(wanted: str, name: str) -> int:
    if name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in re.split(r"[/\s_-]+", name)):
        return 1
    return 2 if wanted in name else 3


def _nearly(wanted: str, names: Sequence[str]) -> list[str]:
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        wanted,
        [fold(name) for name in names],
        scorer=fuzz.WRatio,
        processor=utils.default_process,
        limit=10,
        score_cutoff=_ENOUGH,
    )
    return [names[at] for _, _, at in found]
