"""Words of a text found again in a later version of it, the two laid side by side.

What a selector alone cannot tell, the alignment does: the same words a few lines on may be another place
that had them before, and where half of the words are gone the other half still stands where it stood.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from tui.core.alignment.anchors import Anchor, find_anchor
from tui.core.alignment.normalize import RUN, letters_of, ratio
from tui.core.model import Selector

_HALF = 0.5  # of the letters: from there on the words are still those words
_MOST = 0.8  # of the letters: from there on a word that was replaced at their edge belongs to them
_LIKE = 0.5  # from there on a word is another spelling of the one before
_LETTERS = 8  # at the least, where only the alignment and one side of a place speak for it
_ROW = 6  # words in a row that two texts hardly share by chance
_AROUND = 64  # characters, that hold a selector's surroundings with room to spare
_LEAST = 0.6  # likeness of words that only the alignment speaks for

Run = tuple[int, int]  # the first word and the last


class VersionAlignment:
    """Two versions of a text, aligned word by word, once."""

    def __init__(self, old: str, new: str) -> None:
        from rapidfuzz.distance import Levenshtein

        self.old, self.new = old, new
        self._was, self._now = list(RUN.finditer(old)), list(RUN.finditer(new))
        self._blocks = list(Levenshtein.opcodes([m[0] for m in self._was], [m[0] for m in self._now]))
        self._firsts = [block.src_start for block in self._blocks]
        self._starts = [m.start() for m in self._was]
        self._begins = [m.start() for m in self._now]
        # By the number of a new word, that of the old one it was.
        self._same: dict[int, int] = {}
        self._replaced: dict[int, int] = {}
        self._copied: set[int] = set()  # new words that stand in a row of unchanged ones
        for block in self._blocks:
            pairs = zip(
                range(block.dest_start, block.dest_end),
                range(block.src_start, block.src_end),
                strict=block.tag in ("equal", "replace"),
            )
            if block.tag == "equal":
                self._same.update(pairs)
                if block.dest_end - block.dest_start >= _ROW:
                    self._copied.update(range(block.dest_start, block.dest_end))
            elif block.tag == "replace":
                self._replaced.update(pairs)

    def __call__(self, offset: int) -> int:
        """Return where an offset in the old text is to be looked for; one in words that are gone, at their gap."""
        word = bisect_right(self._starts, offset) - 1
        if word < 0 or not self._firsts:
            return min(offset, len(self.new))
        block = self._blocks[bisect_right(self._firsts, word) - 1]
        at = block.dest_start + min(word - block.src_start, max(0, block.dest_end - block.dest_start))
        inside = offset - self._starts[word] if block.tag in {"equal", "replace"} else 0
        return min(self._begins[at] + inside if at < len(self._now) else len(self.new), len(self.new))

    def find(self, selector: Selector) -> Anchor | None:
        """Return where the words of a selector of the old text are now, None where they are gone."""
        found = find_anchor(self.new, selector, near=self(selector.start))
        if self.old[selector.start : selector.end] != selector.exact or not RUN.search(selector.exact):
            return found  # its places are those of some other text
        first = bisect_right(self._starts, selector.start) - 1
        if first < 0 or self._was[first].end() <= selector.start:
            first += 1
        was = first, bisect_left(self._starts, selector.end) - 1
        if found and self._is_another(found, was) and not self._is_sure(found, selector):
            found = None
        if found and found.how == "exact":
            return found
        now = self._left_of(was)
        if now is None:
            return found
        return self._bordered(found, was, now) if found else self._unfound(selector, was, now)

    def _is_another(self, found: Anchor, was: Run) -> bool:
        """Tell whether most of what was found stood elsewhere in the old text already."""
        words = self._words(found)
        theirs = [n for n in words if n in self._copied and not was[0] <= self._same[n] <= was[1]]
        return self._letters(theirs) > _HALF * self._letters(words)

    def _is_sure(self, found: Anchor, selector: Selector) -> bool:
        """Tell whether the words stand between the very ones they stood between, and did so in one place only."""
        key = letters_of(selector.prefix + selector.exact + selector.suffix)
        here = self.new[max(0, found.start - _AROUND) : found.end + _AROUND]
        return key in letters_of(here) and letters_of(self.old).count(key) == 1

    def _words(self, found: Anchor) -> range:
        first = bisect_right(self._begins, found.start) - 1
        if first < 0 or self._now[first].end() <= found.start:
            first += 1
        return range(first, bisect_left(self._begins, found.end))

    def _letters(self, words: range | list[int]) -> int:
        return sum(len(self._now[n][0]) for n in words)

    def _left_of(self, was: Run) -> Run | None:
        """Return what is left of old words in the new text, None where that is less than half, or scattered."""
        size = sum(len(self._was[n][0]) for n in range(was[0], was[1] + 1))
        low, high = (bisect_left(self._begins, self(self._starts[n])) for n in was)
        around = range(max(0, low - 1), min(len(self._now), high + 2))
        same = [n for n in around if was[0] <= self._same.get(n, -1) <= was[1]]
        all_but = self._letters(same) >= _MOST * size
        own = sorted(
            same
            + [
                n
                for n in around
                if was[0] <= (old := self._replaced.get(n, -1)) <= was[1]
                and (all_but or ratio(self._now[n][0], self._was[old][0]) >= _LIKE)
            ]
        )
        if not own or self._letters(own) <= _HALF * size:
            return None
        now = own[0], own[-1]
        return now if self._letters(own) > _HALF * self._letters(range(now[0], now[1] + 1)) else None

    def _bordered(self, found: Anchor, was: Run, now: Run) -> Anchor:
        """Return an anchor without words at its ends that came in, and with those that were always there."""
        words = self._words(found)
        if not words or words[-1] < now[0] or now[1] < words[0]:
            return found
        start, end = self._begins[now[0]], self._now[now[1]].end()
        if words[0] == now[0] or self._spelt(words[0], was[0]):
            start = found.start
        if words[-1] == now[1] or self._spelt(words[-1], was[1]):
            end = found.end
        return replace(found, start=start, end=end)

    def _spelt(self, now: int, was: int) -> bool:
        return ratio(letters_of(self._now[now][0]), letters_of(self._was[was][0])) >= _LIKE

    def _unfound(self, selector: Selector, was: Run, now: Run) -> Anchor | None:
        """Return what is left of words that a search did not find, where it adjoins what it adjoined before."""
        words = range(now[0], now[1] + 1)
        before = self._same.get(now[0] - 1) == was[0] - 1
        after = self._same.get(now[1] + 1) == was[1] + 1
        if not (before and after) and (not (before or after) or self._letters(words) < _LETTERS):
            return None
        start, end = self._begins[now[0]], self._now[now[1]].end()
        score = ratio(letters_of(selector.exact), letters_of(self.new[start:end]))
        return Anchor(start, end, round(score, 3), "moved") if score >= _LEAST else None
