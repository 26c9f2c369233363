"""Words as an archive seeks them: those that a briefing's search tells from each other, at their places."""

from __future__ import annotations

import random
import re

from tui.core.query.terms import tokens, unfolded_tokens
from tui.store.archive.words import vector

_LETTERS = "abcABC  ’“_.\n12éÉßẞİıøŁﬁ₂½ΣΑσς\u0301\ufdfa\u3000字"


def placed(written: str) -> dict[str, list[int]]:
    """Return the places of each word of a `tsvector`."""
    found: dict[str, list[int]] = {}
    for each in filter(None, written.split(" ")):
        word, _, places = each.rpartition(":")
        assert word not in found
        found[word] = sorted(map(int, places.split(",")))
    return found


def test_every_word_is_sought_as_it_is_folded_where_it_stands() -> None:
    chance = random.Random(5)
    for _ in range(2000):
        text = "".join(chance.choices(_LETTERS, k=chance.randint(0, 40)))
        assert unfolded_tokens(text) == re.findall(r"[^\W_]+", text)
        wanted: dict[str, list[int]] = {}
        for at, word in enumerate(unfolded_tokens(text), 1):
            for each in tokens(word):
                wanted.setdefault(each, []).append(at)
        assert placed(vector(text)) == wanted, text


def test_more_than_the_database_takes_is_left_out() -> None:
    assert placed(vector("x" * 600 + " short")) == {"short": [2]}
    long = vector(" ".join(f"wörd{at}" for at in range(200_000)))
    assert sum(len(word) + 2 * len(places) + 3 for word, places in placed(long).items()) <= 1_048_575
    assert max(map(len, placed(vector("and " * 30_000)).values())) <= 256
