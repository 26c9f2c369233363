"""Near copies: one text that several outlets print, with an introduction, cuts or a note of their own.

Shingles and their containment: A. Z. Broder, "On the resemblance and containment of documents", SEQUENCES 1997,
whose sketch by a fixed residue (called MOD there) is the one kept here.

An article is known by its runs of five words. Two articles are copies where a good part of the
shorter one's runs stands in the other: an added introduction or a dropped ending does not hide it.
"""

from __future__ import annotations

import zlib
from array import array
from collections import Counter
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from tui.reading.events.terms import UNSPACED, words

COPY = 0.3
"""Share of the shorter article's runs that a copy of it has."""
_RUN = 5
_SHORT = 150
"""Words up to which every run of an article is kept; of longer ones one in `_ONE_IN` is, chosen by
its first word, so that the same runs are chosen everywhere."""
_ONE_IN = 4
_MASK = 0xFFFFFFFF
_UNINDEXED = 0x0C
"""Of the kept runs of a longer text, those without these bits are looked up: one in four."""
_LISTED = 40
"""Articles that one run leads to at most: enough to find one copy of a text printed everywhere."""
_COMPARED = 12
"""Articles that one article is compared with in full at most."""
_HINT = 0.4
"""Part of the share that is asked for which the runs looked up must show for a comparison in full."""
_EVERYWHERE = 20
"""Articles that may share a run before it is taken for an outlet's standing words."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A text's runs of words as sorted 32-bit numbers, which hold for a kind of machine; one in `one_in` is kept."""

    one_in: int
    runs: array[int]

    def kept(self, one_in: int) -> set[int]:
        """Return the runs that are kept when one in `one_in` is."""
        if one_in == self.one_in:
            return set(self.runs)
        # The last two bits of a run's number are those of its first word.
        return {run for run in self.runs if run % _ONE_IN == 0}


class _Numbers(dict[bytes, int]):
    """A number for every word met, kept for a while: most words come again and again."""

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _KEPT:
            self.clear()
        number = self[word] = zlib.crc32(word)
        return number


_KEPT = 1 << 17
_number = _Numbers().__getitem__
# Marks that outlets set differently, beyond ASCII; letters there are left as they are.
_MARKS = "“”„«»‘’—–…\u00a0"
_PLAIN = bytes(i if i > 127 or chr(i).isalnum() else 32 for i in range(256))


def _tokens(text: str) -> list[bytes]:
    """Return the words of `text` as bytes: much faster than `words`, which only unspaced scripts need."""
    if not text.isascii():
        if UNSPACED.search(text):
            return [word.encode("utf-8", "replace") for word in words(text)]
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text.lower().encode("utf-8", "replace").translate(_PLAIN).split()


def _indexed(run: int) -> bool:
    return not run & _UNINDEXED


def shingle_sketch(text: str) -> Sketch:
    """Return what `containment` and `Finder` need of a text, some hundred bytes."""
    n = list(map(_number, _tokens(text)))
    if len(n) < _RUN:
        return Sketch(1, array("I", [sum(n) & _MASK] if n else []))
    following = zip(n, n[1:], n[2:], n[3:], n[4:], strict=False)
    if len(n) <= _SHORT:
        runs = {hash(five) & 0xFFFFFFFC | five[0] & 3 for five in following}
        return Sketch(1, array("I", sorted(runs)))
    # For most of the time goes here: the first words that are chosen, then their runs.
    chosen = [i for i, a in enumerate(n[:-4]) if not a & 3]
    runs = {hash(tuple(n[i : i + _RUN])) & 0xFFFFFFFC for i in chosen}
    return Sketch(_ONE_IN, array("I", sorted(runs)))


def containment(a: Sketch, b: Sketch) -> float:
    """Return the share of the shorter text's runs that the other has, 0 to 1; from `COPY` on, copies."""
    one_in = max(a.one_in, b.one_in)
    mine, its = a.kept(one_in), b.kept(one_in)
    return _part(len(mine & its), len(mine), len(its))


def _part(shared: int, a: int, b: int) -> float:
    least = min(a, b)
    return shared / least if least > 0 else 0.0


class Finder:
    """Finds the near copies of a text among many: `add` each text, `search` for one.

    A search looks at a bounded number of texts, however many there are. Runs that stand in very many
    texts are an outlet's standing words and count only where a text has little else.
    """

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._sketches: list[Sketch] = []
        self._lengths = array("H")
        self._first: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: str, text: Sketch) -> None:
        """Make a text known under `key`; texts with the same key are all kept."""
        place = len(self._keys)
        self._keys.append(key)
        self._sketches.append(text)
        runs = self._looked_up(text)
        self._lengths.append(min(len(runs), 65535))
        for run in runs:
            first = self._first.setdefault(run, place)
            if first != place:
                more = self._more.setdefault(run, [])
                if len(more) < _LISTED:
                    more.append(place)

    def search(self, text: Sketch, least: float = COPY) -> list[tuple[str, float]]:
        """Return the keys of texts that are copies of `text`, and their containment, the nearest first."""
        counts: Counter[int] = Counter()
        runs = self._looked_up(text)
        for run in runs:
            if (first := self._first.get(run)) is not None:
                counts[first] += 1
                if more := self._more.get(run):
                    counts.update(more)
        standing = self._standing(runs) if counts else set()
        found = []
        mine = set(text.runs)
        telling = set(runs) - standing
        for place, count in nlargest(_COMPARED, counts.items(), key=itemgetter(1)):
            length = self._lengths[place]
            if count < least * _HINT * min(len(runs), length):
                continue
            other = self._sketches[place]
            if text.one_in != other.one_in:
                share = self._unlike(text, other, standing)
            elif standing:  # known only for the runs that are looked up
                left = length - len(standing.intersection(other.runs))
                share = _part(len(telling.intersection(other.runs)), len(telling), left)
            else:
                share = _part(len(mine.intersection(other.runs)), len(mine), len(other.runs))
            if share >= least:
                found.append((self._keys[place], share))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    @staticmethod
    def _unlike(text: Sketch, other: Sketch, standing: set[int]) -> float:
        """Return the share of runs of a long and a short text, of which not the same runs are kept."""
        if not standing:
            return containment(text, other)
        mine, its = ({run for run in each.kept(_ONE_IN) if _indexed(run)} for each in (text, other))
        mine, its = mine - standing, its - standing
        return _part(len(mine & its), len(mine), len(its))

    def _looked_up(self, text: Sketch) -> list[int]:
        if text.one_in == 1:
            return list(text.runs)
        return list(filter(_indexed, text.runs))

    def _standing(self, looked_up: list[int]) -> set[int]:
        """Return the runs of a text that stand in very many texts, none where they are most of it."""
        most = max(_EVERYWHERE, len(self._keys) // 50)
        most = min(most, _LISTED - 1)
        frequent = {run for run in looked_up if len(self._more.get(run, ())) >= most}
        return frequent if len(frequent) < 0.7 * len(looked_up) else set()
