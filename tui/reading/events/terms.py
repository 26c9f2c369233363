"""Words of an article as weighted terms: what grouping compares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from math import log

from tui.core.text import words_in

# Scripts written without spaces: a run of them is taken apart into overlapping pairs of letters.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

# Most English text is plain ASCII but for these; without them it is split much faster.
_MARKS = "“”‘’–—…\u00a0"
_SPACED = {i: " " for i in range(128) if not chr(i).isalnum()}

# Words that say nothing of what happened. Their rarity would tell in a large briefing; in one of
# five articles they would outweigh the story.
_STOP = """
a about above according across added after again against all almost alone along already also although
always am among an and another any anyone anything are around as asked at away back be became because
become been before behind being below between both but by came can cannot could did didn do does doesn
doing don done down during each either else enough even ever every few first for from further get give
given go going got had has have having he her here hers herself him himself his how however i if in
indeed into is isn it its itself just last least less let like ll made make many may me might mine more
most mr mrs ms much must my myself near neither never next no nobody none nor not nothing now of off
often on once one only onto or other others our ours ourselves out over own per perhaps put quite rather
re really s said same say says see seem seemed seems several she should since so some someone something
still such t take tell than that the their theirs them themselves then there these they thing things
this those though through thus to told too toward towards two under until up upon us ve very via was
wasn way we well went were what when where whether which while who whole whom whose why will with within
without won would yet you your yours yourself
"""
STOP = frozenset(_STOP.split())

YEAR = re.compile(r"(?:1[89]|20)\d\d")
"""A number that is no figure of a happening, but the year of it."""
READ = 3500
"""Characters of an article that are looked at: what comes later is background more often than not."""
LEAD = 1000
"""Characters of an article whose word pairs count: names and what happened to them stand there."""
TITLE = 4
"""How many times over a headline counts."""
PAIR = 1.3
"""What a pair of words weighs beside a single word as rare."""

# A word pair's number is made of those of its words, so that no strings have to be kept. In 32 bits two
# pairs may come to share one: one in some hundred of ten million does.
FIRST_PAIR = 1 << 24
_PAIRS = 0xFFFFFFFF
_NOTHING = -1


def words(text: str) -> list[str]:
    """Return the words of `text` in order, case folded; unspaced scripts give overlapping letter pairs."""
    text = text.casefold()
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    if text.isascii():
        return text.translate(_SPACED).split()
    found = words_in(text)
    if not UNSPACED.search(text):
        return found
    out: list[str] = []
    for word in found:
        if len(word) > 2 and UNSPACED.search(word):
            out.extend(word[i : i + 2] for i in range(len(word) - 1))
        else:
            out.append(word)
    return out


class Lexicon(dict[str, int]):
    """A number for every word met; singular and plural share one, words that say nothing have -1."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        if word in STOP or len(word) < 2:
            number = _NOTHING
        else:
            stem = word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word
            number = self._known.setdefault(stem, len(self._known))
        self[word] = number
        return number

    def numbers(self, text: str) -> list[int]:
        """Return the numbers of the words of `text` that say something, in order."""
        return [n for w in words(text) if (n := self[w]) >= 0]

    def terms(self, title: str, text: str) -> dict[int, float]:
        """Return the words and word pairs of an article, each with its weight there, rarity left aside."""
        if text.startswith(title):
            text = text[len(title) :]
        head = self.numbers(title)
        lead = self.numbers(text[:LEAD])
        counts = Counter(head * TITLE + lead)
        counts.update(self.numbers(text[LEAD:READ]))
        pairs = Counter(_pairs(lead) + _pairs(head) * TITLE)
        weights = {n: 1.0 + log(k) if k > 1 else 1.0 for n, k in counts.items()}
        weights |= {n: PAIR * (1.0 + log(k)) if k > 1 else PAIR for n, k in pairs.items()}
        return weights


def _pairs(numbers: Sequence[int]) -> list[int]:
    """Return the numbers of the pairs of words that follow each other, by those of the words."""
    return [((a + 1) * 0x9E3779B1 ^ b * 0x85EBCA6B) & _PAIRS | FIRST_PAIR for a, b in pairwise(numbers)]
