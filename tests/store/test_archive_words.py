"""Words as an archive seeks them: those that a briefing's search tells from each other, at their places."""

from __future__ import annotations

import random
import re
import struct

from tui.core.query.terms import tokens
from tui.core.text import words_in
from tui.store.archive.words import vector

_LETTERS = "abcABC  ’“_.\n12éÉßẞİıøŁﬁ₂½ΣΑσς\u0301\ufdfa\u3000字"


def placed(written: bytes) -> dict[str, list[int]]:
    """Return the places of each word of a `tsvector`."""
    (count,), at, words = struct.unpack_from(">I", written), 4, []
    found: dict[str, list[int]] = {}
    for _ in range(count):
        end = written.index(b"\0", at)
        words.append(word := written[at:end].decode())
        (places,) = struct.unpack_from(">H", written, end + 1)
        found[word] = list(struct.unpack_from(f">{places}H", written, end + 3))
        at = end + 3 + 2 * places
    assert at == len(written) and words == sorted(set(words))
    return found


def test_every_word_is_sought_as_it_is_folded_where_it_stands() -> None:
    chance = random.Random(5)
    for _ in range(2000):
        text = "".join(chance.choices(_LETTERS, k=chance.randint(0, 40)))
        assert words_in(text) == re.findall(r"[^\W_]+", text)
        wanted: dict[str, list[int]] = {}
        for at, word in enumerate(words_in(text), 1):
            for each in dict.fromkeys(tokens(word)):
                wanted.setdefault(each, []).append(at)
        assert placed(vector(text)) == wanted, text


def test_more_than_the_database_takes_is_left_out() -> None:
    assert placed(vector("x" * 600 + " short")) == {"short": [2]}
    assert len(vector(" ".join(f"wörd{at}" for at in range(200_000)))) <= 1_048_575
    assert max(map(len, placed(vector("and " * 30_000)).values())) <= 256
