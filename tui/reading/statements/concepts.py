"""Words of the news that stand for one another: what one outlet calls a probe another calls an inquiry.

A line of `concepts.txt` is a concept: words that a paraphrase puts in place of each other, of any part of speech. A word
may stand in several. Written for this program; English.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.reading.statements.words import stem


@cache
def concepts() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the concepts that a stem stands for, by stem."""
    found: dict[str, list[int]] = {}
    lines = Path(__file__).with_name("concepts.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        for word in dict.fromkeys(map(stem, line.split())):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}
