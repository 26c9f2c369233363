"""What changed between two texts, word by word.

Words that stand once in each text are held fast where they come in the same order (patience diff),
and what lies between them is compared likewise; so the time is nearly linear in the texts' length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

Op = Literal["equal", "delete", "insert"]

# Every character lies in one token, so that the tokens of a text make it again.
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
_SMALL = 20_000  # so many pairs of tokens may be compared each with each
_FAR = 2_000  # tokens that a change is moved at most
_RUNS = (4, 12)  # tokens, blanks among them
_Span = tuple[int, int, int, int]  # a begin and end in the old tokens, and in the new


def word_diff(old: str, new: str) -> list[tuple[Op, str]]:
    """Return what leads from `old` to `new`: stretches that are equal, deleted or inserted.

    The texts of "equal" and "delete" together are `old`, those of "equal" and "insert" are `new`,
    blanks included. Neighbours never have the same operation; a deletion comes before the insertion
    that replaces it.
    """
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    ops: list[tuple[Op, str]] = []
    at_a = at_b = 0
    for begin_a, begin_b, length in _slid(a, b, list(_joined(_matches(a, b)))):
        _put(ops, "delete", a[at_a:begin_a])
        _put(ops, "insert", b[at_b:begin_b])
        at_a, at_b = begin_a + length, begin_b + length
        _put(ops, "equal", a[begin_a:at_a])
    _put(ops, "delete", a[at_a:])
    _put(ops, "insert", b[at_b:])
    return ops


def _put(ops: list[tuple[Op, str]], op: Op, tokens: Sequence[str]) -> None:
    if tokens:
        ops.append((op, "".join(tokens)))


def _joined(matches: Iterator[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of equal tokens, those that follow each other in both texts as one."""
    begin_a = begin_b = length = 0
    for a, b, more in matches:
        if length and (a, b) == (begin_a + length, begin_b + length):
            length += more
            continue
        if length:
            yield begin_a, begin_b, length
        begin_a, begin_b, length = a, b, more
    if length:
        yield begin_a, begin_b, length


def _slid(a: Sequence[str], b: Sequence[str], runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return the runs with what was only put in or only taken out moved to whole paragraphs or words.

    Where a paragraph ends like the one before it, the change could begin at either end.
    """
    for at in range(len(runs) - 1):
        (begin_a, begin_b, length), (next_a, next_b, more) = runs[at], runs[at + 1]
        end_a, end_b = begin_a + length, begin_b + length
        if (end_a == next_a) == (end_b == next_b):
            continue
        tokens, start, end = (b, end_b, next_b) if end_a == next_a else (a, end_a, next_a)
        back = 0
        while back < min(length, _FAR) and tokens[start - back - 1] == tokens[end - back - 1]:
            back += 1
        on = 0
        while on < min(more - 1, _FAR) and tokens[start + on] == tokens[end + on]:
            on += 1
        by = max(range(-back, on + 1), key=lambda by: (_edge(tokens, start + by), by == 0, -abs(by)))
        runs[at] = begin_a, begin_b, length + by
        runs[at + 1] = next_a + by, next_b + by, more - by
    return [run for run in runs if run[2]]


def _edge(tokens: Sequence[str], at: int) -> int:
    """Return how good a place is to begin a change at: a paragraph, a word, or amid one."""
    if at == 0 or "\n" in tokens[at - 1]:
        return 2
    return int(tokens[at - 1].isspace())


def _matches(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield (place in `a`, place in `b`, length) of runs of equal tokens, in order."""
    todo: list[_Span | tuple[int, int, int]] = [(0, len(a), 0, len(b))]
    while todo:
        span = todo.pop()
        if len(span) == 3:
            yield span
            continue
        start_a, end_a, start_b, end_b = span
        same = 0
        while start_a + same < end_a and start_b + same < end_b and a[start_a + same] == b[start_b + same]:
            same += 1
        if same:
            yield start_a, start_b, same
            start_a, start_b = start_a + same, start_b + same
        tail = 0
        while (
            end_a - tail > start_a and end_b - tail > start_b and a[end_a - tail - 1] == b[end_b - tail - 1]
        ):
            tail += 1
        end_a, end_b = end_a - tail, end_b - tail
        if tail:
            todo.append((end_a, end_b, tail))
        if start_a == end_a or start_b == end_b:
            continue
        rest = (start_a, end_a, start_b, end_b)
        if fast := _held_fast(a, b, rest):
            todo += reversed(_between(fast, rest))
        elif (end_a - start_a) * (end_b - start_b) <= _SMALL:
            blocks = SequenceMatcher(None, a[start_a:end_a], b[start_b:end_b], autojunk=False)
            for block in blocks.get_matching_blocks():
                if block.size:
                    yield start_a + block.a, start_b + block.b, block.size
        # What is left is long and has no word of its own in common: replaced as a whole.


def _between(fast: Sequence[tuple[int, int]], span: _Span) -> list[_Span]:
    """Return the spans that tokens held fast cut a span into; each begins with one of them."""
    start_a, end_a, start_b, end_b = span
    edges = [(start_a, start_b), *fast, (end_a, end_b)]
    return [(a, next_a, b, next_b) for (a, b), (next_a, next_b) in pairwise(edges)]


def _held_fast(a: Sequence[str], b: Sequence[str], span: _Span) -> list[tuple[int, int]]:
    """Return places of equal tokens in an order both texts share, [] when none stands out.

    Where a long text has no word of its own left, runs of several words do as well.
    """
    if fast := _rising(_unique(a, b, span, 1)):
        return fast
    if (span[1] - span[0]) * (span[3] - span[2]) <= _SMALL:
        return []
    return next((fast for length in _RUNS if (fast := _rising(_unique(a, b, span, length)))), [])


def _unique(a: Sequence[str], b: Sequence[str], span: _Span, length: int) -> list[tuple[int, int]]:
    """Return the places of runs of `length` tokens that stand once in each text's part."""
    start_a, end_a, start_b, end_b = span
    runs_a = list(zip(*[a[start_a + shift : end_a] for shift in range(length)], strict=False))
    runs_b = list(zip(*[b[start_b + shift : end_b] for shift in range(length)], strict=False))
    count_a, count_b = Counter(runs_a), Counter(runs_b)
    where = {run: start_b + at for at, run in enumerate(runs_b) if count_b[run] == 1}
    return [(start_a + at, where[run]) for at, run in enumerate(runs_a) if count_a[run] == 1 and run in where]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises in both: patience sorting, with links back."""
    tops: list[int] = []
    piles: list[int] = []
    back: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        back.append(piles[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            piles.append(number)
        else:
            tops[pile], piles[pile] = place, number
    chain: list[tuple[int, int]] = []
    number = piles[-1] if piles else -1
    while number >= 0:
        chain.append(pairs[number])
        number = back[number]
    return chain[::-1]
