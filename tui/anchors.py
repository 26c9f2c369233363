"""Words of an earlier text found again in a changed one.

A selector is looked for by its exact words, then by its letters and digits alone (white space, quote
marks, dashes and case changed), then by the likest passage. Several places are told apart by the words
around them, and only then by position. What does not reach the least score is not found: an orphan is
shown to the reader, a wrong anchor is not.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.model import Selector

_RUN = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_FORMS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": "",
        "\u200b": "",
    }
)
_STOPS = frozenset(".,;:!?")
_ENOUGH = 4  # words from which a quote may stand without its surroundings
_ENOUGH_LETTERS = 18
_PLACES = 200  # occurrences weighed, nearest first; a word that comes oftener is told by position anyway
_SEED, _SEEDS, _TOO_OFTEN = 8, 24, 6
_CLUSTERS = 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a selector's words stand now: offsets in code points, `end` exclusive.

    `exact`: the same words (white space and the form of quote marks and dashes apart), beyond doubt the
    same place. `moved`: changed words, or a place that only they speak for; the reader is to confirm it.
    `score` is 0 to 1.
    """

    start: int
    end: int
    score: float
    how: Literal["exact", "moved"]


def find(text: str, selector: Selector, *, near: int | None = None) -> Anchor | None:
    """Return where `selector` is in `text`, None where its words are gone.

    `near` is the offset at which they are expected (as `carried` tells), `selector.start` where it is not
    given; it decides between places that are otherwise alike.
    """
    exact, expected = selector.exact, selector.start if near is None else near
    if not exact.strip():
        return None
    if expected >= 0 and text.startswith(exact, expected) and _stands(text, expected, selector):
        return Anchor(expected, expected + len(exact), 1.0, "exact")
    if not _RUN.search(exact):
        return _find_marks(text, selector, expected)
    return _Search(text, selector, expected).find()


def carried(old: str, new: str) -> Callable[[int], int]:
    """Return a function that tells where an offset in `old` is to be looked for in `new`.

    The two are aligned word by word, once; an offset in words that are gone maps to the gap they left.
    """
    from rapidfuzz.distance import Levenshtein

    was, now = list(_RUN.finditer(old)), list(_RUN.finditer(new))
    blocks = Levenshtein.opcodes([m[0] for m in was], [m[0] for m in now])
    starts = [m.start() for m in was]
    firsts = [block.src_start for block in blocks]

    def place(offset: int) -> int:
        word = bisect_right(starts, offset) - 1
        if word < 0 or not firsts:
            return min(offset, len(new))
        block = blocks[bisect_right(firsts, word) - 1]
        at = block.dest_start + min(word - block.src_start, max(0, block.dest_end - block.dest_start))
        inside = offset - starts[word] if block.tag in {"equal", "replace"} else 0
        return min(now[at].start() + inside if at < len(now) else len(new), len(new))

    return place


def _stands(text: str, start: int, selector: Selector) -> bool:
    """Tell whether a place has the very same words on both sides."""
    end = start + len(selector.exact)
    return text.endswith(selector.prefix, 0, start) and text.startswith(selector.suffix, end)


def _find_marks(text: str, selector: Selector, expected: int) -> Anchor | None:
    """Find what has neither letters nor digits: only where its surroundings are the same."""
    size = len(selector.exact)
    places = [at for at in _everywhere(text, selector.exact) if _stands(text, at, selector)]
    best = min(places, key=lambda at: abs(at - expected), default=None)
    return None if best is None else Anchor(best, best + size, 1.0, "exact")


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """A text's letters and digits without case, and the offset in the text of each."""

    letters: str
    offsets: array[int]
    starts: bytes  # 1 where a word begins, and one beyond the end

    def at(self, offset: int) -> int:
        """Return the place of the first letter at or after an offset of the text."""
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            if self.offsets[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


@lru_cache(maxsize=2)
def _skeleton(text: str) -> _Skeleton:
    letters: list[str] = []
    offsets = array("L")
    starts = bytearray()
    for run in _RUN.finditer(text):
        first, after = run.span()
        letters.append(_small(run[0]))
        offsets.extend(range(first, after))
        starts += b"\1" + bytes(after - first - 1)
    return _Skeleton("".join(letters), offsets, bytes(starts) + b"\1")


def _letters(text: str) -> str:
    return "".join(map(_small, _RUN.findall(text)))


def _small(word: str) -> str:
    """Return a word in small letters, as long as it was."""
    small = word.lower()
    return small if len(small) == len(word) else "".join(each.lower()[0] for each in word)


def _everywhere(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


@dataclass(frozen=True, slots=True)
class _Place:
    """A candidate, in skeleton offsets: how like its words are, and what stands before and after it."""

    start: int
    end: int
    like: float
    before: float
    after: float

    @property
    def around(self) -> float:
        """How well the better side agrees, the other one counting a little."""
        return 0.8 * max(self.before, self.after) + 0.2 * min(self.before, self.after)


class _Search:
    """One selector looked for in one text."""

    def __init__(self, text: str, selector: Selector, expected: int) -> None:
        self.text, self.selector = text, selector
        self.skeleton = _skeleton(text)
        self.words = _letters(selector.exact)
        self.prefix, self.suffix = _letters(selector.prefix), _letters(selector.suffix)
        self.expected = self.skeleton.at(expected)
        # Scripts without spaces have no words to count.
        count = max(len(_RUN.findall(selector.exact)), len(self.words) // 6)
        self.short = count < _ENOUGH or len(self.words) < _ENOUGH_LETTERS
        self.whole_start = selector.prefix[-1:].isalnum() is False or not selector.exact[0].isalnum()
        self.whole_end = selector.suffix[:1].isalnum() is False or not selector.exact[-1].isalnum()

    def find(self) -> Anchor | None:
        """Return the anchor, None where no place is good enough."""
        same = self._same()
        best = self._best(same)
        if best and self._good(best, alone=len(same) == 1):
            return self._anchor(best)
        like = self._best(self._alike())
        if like and self._good(like, alone=False) and (not best or like.around > best.around):
            return self._anchor(like)
        if best and not self.short and len(self.words) >= 2 * _ENOUGH_LETTERS:
            return self._anchor(best, sure=False)
        return None

    # Places

    def _same(self) -> list[_Place]:
        """Return the places with the same letters and digits."""
        letters, starts, size = self.skeleton.letters, self.skeleton.starts, len(self.words)
        found = [
            at
            for at in _everywhere(letters, self.words)
            if (starts[at] or not self.whole_start) and (starts[at + size] or not self.whole_end)
        ]
        if len(found) > _PLACES:
            found = sorted(found, key=lambda at: abs(at - self.expected))[:_PLACES]
        return [self._place(at, at + size, 1.0) for at in found]

    def _alike(self) -> list[_Place]:
        """Return the places most like the words, found by the pieces they share with them."""
        from rapidfuzz import fuzz

        places = []
        for low, high in self._windows():
            start, end = self._borders(low, high)
            if end > start:
                like = fuzz.ratio(self.words, self.skeleton.letters[start:end]) / 100
                places.append(self._place(start, end, like))
        return places

    def _windows(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches in which several pieces of the words and their surroundings lie in order."""
        whole = self.prefix + self.words + self.suffix
        size = min(_SEED, max(3, len(self.words) // 3))
        step = max(size // 2, len(whole) // _SEEDS, 1)
        votes: list[int] = []
        for offset in range(0, len(whole) - size + 1, step):
            found = []
            for at in _everywhere(self.skeleton.letters, whole[offset : offset + size]):
                found.append(at - offset)
                if len(found) > _TOO_OFTEN:
                    found = [at for at in found if abs(at - self.expected) < len(whole)]
                    break
            votes += found
        votes.sort()
        gap = max(24, len(self.words) // 3)
        clusters: list[list[int]] = []
        for vote in votes:
            if clusters and vote - clusters[-1][-1] <= gap:
                clusters[-1].append(vote)
            else:
                clusters.append([vote])
        clusters.sort(key=lambda those: (-len(those), abs(those[0] - self.expected)))
        for those in clusters[:_CLUSTERS]:
            yield max(0, those[0] - 4), min(len(self.skeleton.letters), those[-1] + len(whole) + 4)

    def _borders(self, low: int, high: int) -> tuple[int, int]:
        """Return where the words begin and end in a stretch, their surroundings aligned with it as well."""
        from rapidfuzz.distance import Levenshtein

        window = self.skeleton.letters[low:high]
        blocks = Levenshtein.opcodes(self.prefix + self.words + self.suffix, window)
        first, last = len(self.prefix), len(self.prefix) + len(self.words)
        start = end = -1
        for block in blocks:
            if block.tag == "insert":
                continue
            span = block.dest_end - block.dest_start
            if start < 0 and block.src_start <= first < block.src_end:
                start = block.dest_start + min(first - block.src_start, span)
            if block.src_start < last <= block.src_end:
                end = block.dest_start + min(last - block.src_start, span)
        return self._snap(low + start, low + end)

    def _snap(self, start: int, end: int) -> tuple[int, int]:
        """Move borders to the beginnings and ends of words that make the passage likest."""
        from rapidfuzz import fuzz

        def near(at: int) -> list[int]:
            marks = self.skeleton.starts
            low = next((n for n in range(min(at, len(marks) - 1), max(-1, at - 30), -1) if marks[n]), at)
            high = next((n for n in range(at + 1, min(len(marks), at + 30)) if marks[n]), at)
            lower = next((n for n in range(low - 1, max(-1, low - 30), -1) if marks[n]), low)
            return sorted({lower, low, high})

        starts = near(start) if self.whole_start else [start]
        ends = near(end) if self.whole_end else [end]
        pairs = [(s, e) for s in starts for e in ends if e > s] or [(start, end)]
        return max(pairs, key=lambda pair: fuzz.ratio(self.words, self.skeleton.letters[pair[0] : pair[1]]))

    def _place(self, start: int, end: int, like: float) -> _Place:
        letters = self.skeleton.letters
        before = _alike(self.prefix, letters[max(0, start - len(self.prefix)) : start], start == 0)
        after = _alike(self.suffix, letters[end : end + len(self.suffix)], end == len(letters))
        return _Place(start, end, like, before, after)

    # Choice

    def _best(self, places: list[_Place]) -> _Place | None:
        """Return the place that its words and surroundings speak for; among equals, the nearest."""

        def rank(place: _Place) -> tuple[float, int]:
            return -round(2 * place.like + place.before + place.after, 1), abs(place.start - self.expected)

        return min(places, key=rank, default=None)

    def _good(self, place: _Place, *, alone: bool) -> bool:
        """Tell whether a place is sure enough to be an anchor: changed words want known surroundings."""
        one, both = max(place.before, place.after), min(place.before, place.after)
        if place.like == 1.0:
            if self.short:
                return one >= 0.9 or both >= 0.6
            return one >= 0.6 or (alone and one >= 0.5)
        if self.short:
            return place.like >= 0.75 and one >= 0.8 and both >= 0.5
        return (
            (place.like >= 0.9 and one >= 0.6)
            or (place.like >= 0.75 and one >= 0.75)
            or (place.like >= 0.6 and both >= 0.8)
        )

    def _anchor(self, place: _Place, *, sure: bool = True) -> Anchor:
        offsets = self.skeleton.offsets
        start, end = self._with_marks(offsets[place.start], offsets[place.end - 1] + 1)
        score = round(0.7 * place.like + 0.3 * place.around, 3)
        if sure and place.like == 1.0 and _plain(self.text[start:end]) == _plain(self.selector.exact):
            return Anchor(start, end, score, "exact")
        return Anchor(start, end, score, "moved")

    def _with_marks(self, start: int, end: int) -> tuple[int, int]:
        """Take in the marks with which the words began and ended, where they are still there."""
        exact = self.selector.exact
        runs = list(_RUN.finditer(exact))
        for mark in reversed(_plain(exact[: runs[0].start()])):
            if start and _plain(self.text[start - 1]) == mark:
                start -= 1
        for mark in _plain(exact[runs[-1].end() :]):
            here = _plain(self.text[end : end + 1])
            if here and (here == mark or (here in _STOPS and mark in _STOPS)):
                end += 1
        return start, end


def _alike(was: str, now: str, edge: bool) -> float:
    """Return how like two surroundings are, 0 to 1; without any, 1 at the text's edge and else half."""
    if not was:
        return 1.0 if edge else 0.5
    if was == now:
        return 1.0
    from rapidfuzz import fuzz

    return fuzz.ratio(was, now) / 100


def _plain(text: str) -> str:
    """Return `text` with one form of white space, quote marks and dashes."""
    return _SPACE.sub(" ", text.translate(_FORMS)).strip()
