"""Words of an earlier text found again in a changed one.

A selector is looked for by its exact words, then by its letters and digits alone (white space, quote
marks, dashes and case changed), then by the likest passage. Several places are told apart by the words
around them, and only then by position. What does not reach the least score is not found: an orphan is
shown to the reader, a wrong anchor is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui.core.alignment.normalize import (
    RUN,
    aligned,
    alike,
    carried_pieces,
    everywhere,
    letters_of,
    plain,
    ratio,
    skeleton_of,
)
from tui.core.model import Selector

_STOPS = frozenset(".,;:!?")
_ENOUGH = 4  # words from which a quote may stand without its surroundings
_ENOUGH_LETTERS = 18
_PLACES = 200  # occurrences weighed, nearest first; a word that comes oftener is told by position anyway
_SEED, _SEEDS, _TOO_OFTEN = 8, 24, 6
_CLUSTERS = 3
_BESIDE = 12  # letters beside the words that tell whether their surroundings are still there
_SLACK = 24  # letters by which a place that is known may be off
_FAR = 120  # letters from where the words are expected, beyond which they may be another copy of them
_SPEAKS_FOR_ITSELF = 40  # letters from which the same words are the same quote wherever they stand


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


def find_anchor(text: str, selector: Selector, *, near: int | None = None) -> Anchor | None:
    """Return where `selector` is in `text`, None where its words are gone.

    `near` is the offset at which they are expected (as `tui.core.alignment.versions` tells),
    `selector.start` where it is not given; it decides between places that are otherwise alike.
    """
    exact, expected = selector.exact, selector.start if near is None else near
    if not exact.strip():
        return None
    if expected >= 0 and text.startswith(exact, expected) and _stands(text, expected, selector):
        return Anchor(expected, expected + len(exact), 1.0, "exact")
    if not RUN.search(exact):
        return _find_marks(text, selector, expected)
    return _Search(text, selector, expected, near is not None).find()


def _stands(text: str, start: int, selector: Selector) -> bool:
    """Tell whether a place has the very same words on both sides."""
    end = start + len(selector.exact)
    return text.endswith(selector.prefix, 0, start) and text.startswith(selector.suffix, end)


def _find_marks(text: str, selector: Selector, expected: int) -> Anchor | None:
    """Find what has neither letters nor digits: only where its surroundings are the same."""
    size = len(selector.exact)
    places = [at for at in everywhere(text, selector.exact) if _stands(text, at, selector)]
    best = min(places, key=lambda at: abs(at - expected), default=None)
    return None if best is None else Anchor(best, best + size, 1.0, "exact")


@dataclass(frozen=True, slots=True)
class Candidate:
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

    def __init__(self, text: str, selector: Selector, expected: int, told: bool) -> None:
        self.told = told  # the expected place is known to be about right
        self.text, self.selector = text, selector
        self.skeleton = skeleton_of(text)
        self.words = letters_of(selector.exact)
        self.prefix, self.suffix = letters_of(selector.prefix), letters_of(selector.suffix)
        self.expected = self.skeleton.at(expected)
        # Scripts without spaces have no words to count.
        count = max(len(RUN.findall(selector.exact)), len(self.words) // 6)
        self.short = count < _ENOUGH or len(self.words) < _ENOUGH_LETTERS
        self.whole_start = selector.prefix[-1:].isalnum() is False or not selector.exact[0].isalnum()
        self.whole_end = selector.suffix[:1].isalnum() is False or not selector.exact[-1].isalnum()

    def find(self) -> Anchor | None:
        """Return the anchor, None where no place is good enough."""
        best = self._best(self._same())
        if best and self._good(best) and not (self.told and abs(best.start - self.expected) > _FAR):
            return self._anchor(best)
        like = self._best([place for place in self._like() if self._good(place)])
        if best and self._good(best) and not (like and self._nearer(like, best)):
            return self._anchor(best)
        if like and (not best or like.around > best.around):
            return self._anchor(like)
        if best and (len(self.words) >= _SPEAKS_FOR_ITSELF or self._stands_alone()):
            return self._anchor(best, sure=False)
        return None

    def _stands_alone(self) -> bool:
        """Tell whether the words are in one place only, and nothing of what they stood between is left."""
        letters = self.skeleton.letters
        around = (self.prefix[-_BESIDE:], self.suffix[:_BESIDE])
        return (
            not self.short
            and letters.count(self.words) == 1
            and all(len(each) == _BESIDE and each not in letters for each in around)
        )

    def _nearer(self, like: Candidate, best: Candidate) -> bool:
        """Tell whether changed words in the very place are meant, and not a second copy of the old ones."""
        return (
            abs(like.start - self.expected) <= _FAR
            and like.like >= 0.9
            and like.before + like.after >= best.before + best.after - 0.1
        )

    # Places

    def _same(self) -> list[Candidate]:
        """Return the places with the same letters and digits."""
        letters, starts, size = self.skeleton.letters, self.skeleton.starts, len(self.words)
        found = [
            at
            for at in everywhere(letters, self.words)
            if (starts[at] or not self.whole_start) and (starts[at + size] or not self.whole_end)
        ]
        if len(found) > _PLACES:
            found = sorted(found, key=lambda at: abs(at - self.expected))[:_PLACES]
        return [self._place(at, at + size, 1.0) for at in found]

    def _like(self) -> list[Candidate]:
        """Return the places most like the words, found by the pieces they share with them."""
        places = []
        for low, high in self._windows():
            start, end = self._borders(low, high)
            if end > start:
                like = ratio(self.words, self.skeleton.letters[start:end])
                places.append(self._place(start, end, like))
        return places

    def _windows(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches in which several pieces of the words and their surroundings lie in order."""
        whole = self.prefix + self.words + self.suffix
        gap = max(24, len(self.words) // 3)
        clusters: list[list[int]] = []
        for vote in sorted(self._votes(whole)):
            if clusters and vote - clusters[-1][-1] <= gap:
                clusters[-1].append(vote)
            else:
                clusters.append([vote])
        clusters.sort(key=lambda those: (-len(those), abs(those[0] - self.expected)))
        likely = [(those[0], those[-1]) for those in clusters[:_CLUSTERS]]
        # Long words said in part elsewhere draw a cluster out; most of its pieces agree on one place.
        likely += [
            (those[len(those) // 2] - _SLACK, those[len(those) // 2] + _SLACK)
            for those in clusters[:_CLUSTERS]
            if those[-1] - those[0] > 4 * _SLACK
        ]
        if self.told:
            first = self.expected - len(self.prefix)
            likely.append((first - _SLACK, first + _SLACK))
        for low, high in likely:
            yield max(0, low - 4), min(len(self.skeleton.letters), high + len(whole) + 4)

    def _votes(self, whole: str) -> Iterator[int]:
        """Yield where `whole` would begin for each of its pieces to be where it is found."""
        size = min(_SEED, max(3, len(self.words) // 3))
        step = max(size // 2, len(whole) // _SEEDS, 1)
        for offset in range(0, len(whole) - size + 1, step):
            found = []
            for at in everywhere(self.skeleton.letters, whole[offset : offset + size]):
                found.append(at - offset)
                if len(found) > _TOO_OFTEN:
                    found = [at for at in found if abs(at - self.expected) < len(whole)]
                    break
            yield from found

    def _borders(self, low: int, high: int) -> tuple[int, int]:
        """Return where the words begin and end in a stretch.

        They are aligned with it once along with their surroundings and once alone: the former tells
        better where changed words end, the latter where the surroundings are no longer there.
        """
        window = self.skeleton.letters[low:high]
        borders = [aligned(self.prefix, self.words, self.suffix, window), carried_pieces(self.words, window)]
        starts = {mark for at, _ in borders for mark in self._marks(low + at, self.whole_start)}
        ends = {mark for _, at in borders for mark in self._marks(low + at, self.whole_end)}
        pairs = [(start, end) for start in starts for end in ends if start < end]
        return max(pairs, key=self._fits, default=(low, low))

    def _marks(self, at: int, whole: bool) -> list[int]:
        """Return the borders of words around a place, or the place itself where words may be cut."""
        starts = self.skeleton.starts
        at = min(at, len(starts) - 1)
        if not whole:
            return [at]
        left = [n for n in range(at, max(-1, at - 30), -1) if starts[n]][:2]
        return [*left, *[n for n in range(at + 1, min(len(starts), at + 30)) if starts[n]][:1]]

    def _fits(self, pair: tuple[int, int]) -> tuple[float, int, int]:
        """Rate borders by the letters that differ; the surroundings decide where they make no difference."""
        from rapidfuzz.distance import Indel

        place = self._place(*pair, 0.0)
        differ = Indel.distance(self.words, self.skeleton.letters[slice(*pair)])
        return 4 * (place.before + place.after) - differ, -pair[0], -pair[1]

    def _place(self, start: int, end: int, like: float) -> Candidate:
        letters = self.skeleton.letters
        before = alike(self.prefix, letters[max(0, start - len(self.prefix)) : start], start == 0)
        after = alike(self.suffix, letters[end : end + len(self.suffix)], end == len(letters))
        return Candidate(start, end, like, before, after)

    # Choice

    def _best(self, places: list[Candidate]) -> Candidate | None:
        """Return the place that its words and surroundings speak for; among equals, the nearest."""

        def rank(place: Candidate) -> tuple[float, int]:
            return -round(2 * place.like + place.before + place.after, 1), abs(place.start - self.expected)

        return min(places, key=rank, default=None)

    def _good(self, place: Candidate) -> bool:
        """Tell whether a place is sure enough: the fewer words and the more changed, the more around them."""
        like, one, both = place.like, max(place.before, place.after), min(place.before, place.after)
        close = self.told and abs(place.start - self.expected) <= _FAR
        alone = 0.93 <= like < 1.0 and len(self.words) >= _SPEAKS_FOR_ITSELF
        if self.told and not close and one < 0.8 and not alone:
            return False
        if self.short:
            return (
                (like == 1.0 and (one >= 0.95 or both >= 0.6))
                or (like >= 0.85 and (one >= 0.95 or (both >= 0.55 and one >= 0.75)))
                or (like >= 0.7 and both >= 0.5 and one >= 0.8)
                or (like >= 0.6 and both >= 0.9)
            )
        if alone or (like >= 0.93 and close):
            return True
        return (
            (like >= 0.93 and one >= 0.6)
            or (like >= 0.75 and one >= 0.75)
            or (like >= 0.7 and one >= 0.95)
            or (like >= 0.6 and both >= 0.8)
        )

    def _anchor(self, place: Candidate, *, sure: bool = True) -> Anchor:
        offsets = self.skeleton.offsets
        start, end = self._with_marks(offsets[place.start], offsets[place.end - 1] + 1)
        score = round(0.7 * place.like + 0.3 * place.around, 3)
        if sure and place.like == 1.0 and plain(self.text[start:end]) == plain(self.selector.exact):
            return Anchor(start, end, score, "exact")
        return Anchor(start, end, score, "moved")

    def _with_marks(self, start: int, end: int) -> tuple[int, int]:
        """Take in the marks with which the words began and ended, where they are still there."""
        exact = self.selector.exact
        runs = list(RUN.finditer(exact))
        for mark in reversed(plain(exact[: runs[0].start()])):
            if start and plain(self.text[start - 1]) == mark:
                start -= 1
        for mark in plain(exact[runs[-1].end() :]):
            here = plain(self.text[end : end + 1])
            if here and (here == mark or (here in _STOPS and mark in _STOPS)):
                end += 1
        return start, end
