"""What changed between two texts, word by word: rapidfuzz's alignment, with changes moved to where one reads them.

The longest common subsequence of words is what stayed (Hyyrö's bit-parallel algorithm, 2004, as rapidfuzz has
it): a paragraph put in is not taken for another one rewritten, as where replacing a word is a single step.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Op = Literal["equal", "delete", "insert"]

# Every character lies in one token, so that the tokens of a text make it again.
_TOKEN = re.compile(r"\w+(?:['’]\w+)*|\s+|[^\w\s]")
_MANY = 500_000_000  # pairs of tokens, an eighth of a byte each while the texts are compared
_FAR = 2_000  # tokens that a change is moved at most


def word_diff(old: str, new: str, *, case: bool = True) -> list[tuple[Op, str]]:
    """Return what leads from `old` to `new`: stretches that are equal, deleted or inserted.

    The texts of "equal" and "delete" together are `old`, those of "equal" and "insert" are `new`,
    blanks included. Neighbours never have the same operation; a deletion comes before the insertion
    that replaces it. Without `case` capitals change nothing, and what is equal is as `new` has it.
    """
    from rapidfuzz.distance import Indel, Levenshtein

    old_tokens, new_tokens = _TOKEN.findall(old), _TOKEN.findall(new)
    a, b = ([each if case else each.casefold() for each in tokens] for tokens in (old_tokens, new_tokens))
    # Texts of more than a book's chapter are compared by what needs no such table, and shows more as rewritten.
    blocks = (Indel if len(a) * len(b) <= _MANY else Levenshtein).opcodes(a, b)
    runs = [
        (block.src_start, block.dest_start, block.src_end - block.src_start)
        for block in blocks
        if block.tag == "equal" and a[block.src_start : block.src_end] != [" "]  # a blank alone tells nothing
    ]
    ops: list[tuple[Op, str]] = []
    at_a = at_b = 0
    for begin_a, begin_b, length in [*_slid(a, b, runs), (len(a), len(b), 0)]:
        _put(ops, "delete", old_tokens[at_a:begin_a])
        _put(ops, "insert", new_tokens[at_b:begin_b])
        at_a, at_b = begin_a + length, begin_b + length
        _put(ops, "equal", new_tokens[begin_b:at_b])
    return ops


def _put(ops: list[tuple[Op, str]], op: Op, tokens: Sequence[str]) -> None:
    if tokens:
        ops.append((op, "".join(tokens)))


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
