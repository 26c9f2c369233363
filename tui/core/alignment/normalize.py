"""Texts compared by their letters and digits alone: for words that are looked for in a changed text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from tui.core.typography import normalize

RUN = re.compile(r"[^\W_]+")
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b")  # hyphens and spaces of no width
_PIECE = 5  # letters in a row that hardly match by chance


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text's letters and digits without case, and the offset in the text of each."""

    letters: str
    offsets: array[int]
    starts: bytes  # 1 where a word begins, and one beyond the end

    def at(self, offset: int) -> int:
        """Return the place of the first letter at or after an offset of the text."""
        return bisect_left(self.offsets, offset)


@lru_cache(maxsize=2)
def skeleton_of(text: str) -> NormalizedText:
    """Return the skeleton of a text; that of the last two is kept, for many quotes are looked for in one text."""
    letters: list[str] = []
    offsets = array("L")
    starts = bytearray()
    for run in RUN.finditer(text):
        first, after = run.span()
        letters.append(_small(run[0]))
        offsets.extend(range(first, after))
        starts += b"\1" + bytes(after - first - 1)
    return NormalizedText("".join(letters), offsets, bytes(starts) + b"\1")


def letters_of(text: str) -> str:
    """Return the letters and digits of `text` in small form."""
    return "".join(map(_small, RUN.findall(text)))


def _small(word: str) -> str:
    """Return a word in small letters, as long as it was."""
    small = word.lower()
    return small if len(small) == len(word) else "".join(each.lower()[0] for each in word)


def everywhere(text: str, words: str) -> Iterator[int]:
    """Yield the offsets at which `words` stand in `text`, overlapping ones too."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def alike(was: str, now: str, edge: bool) -> float:
    """Return how like two surroundings are, 0 to 1; without any, 1 at the text's edge and else half."""
    if not was:
        return 1.0 if edge else 0.5
    return 1.0 if was == now else ratio(was, now)


def ratio(was: str, now: str) -> float:
    """Return how like two stretches of letters are, 0 to 1."""
    from rapidfuzz import fuzz

    return fuzz.ratio(was, now) / 100


def aligned(prefix: str, words: str, suffix: str, window: str) -> tuple[int, int]:
    """Return where in `window` the words begin and end when all three are aligned with it."""
    from rapidfuzz.distance import Levenshtein

    first, last = len(prefix), len(prefix) + len(words)
    start, end = 0, len(window)
    for block in Levenshtein.opcodes(prefix + words + suffix, window):
        span = block.dest_end - block.dest_start
        if block.src_start <= first < block.src_end:
            start = block.dest_start + min(first - block.src_start, span)
        if block.src_start < last <= block.src_end:
            end = block.dest_start + min(last - block.src_start, span)
    return start, end


def carried_pieces(words: str, window: str) -> tuple[int, int]:
    """Return where in `window` the words begin and end, going by their longer pieces that are there whole.

    Single letters match anywhere, so a whole alignment is at a loss where much else stands before the words.
    """
    from rapidfuzz.distance import Levenshtein

    whole = [
        block
        for block in Levenshtein.opcodes(words, window)
        if block.tag == "equal" and block.src_end - block.src_start >= _PIECE
    ]
    if not whole:
        return 0, len(window)
    first, last = whole[0], whole[-1]
    start, end = first.dest_start - first.src_start, last.dest_end + len(words) - last.src_end
    return max(0, start), max(0, min(end, len(window)))


def plain(text: str) -> str:
    """Return `text` with one form of white space, quote marks and dashes."""
    return normalize(text.translate(_INVISIBLE))


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, whatever white space parts them; two places at most."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    return [each.span() for each in islice(re.finditer(pattern, text), 2)]
