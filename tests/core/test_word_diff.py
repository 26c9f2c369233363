"""What changed between two texts, word by word."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest

from tui.core.alignment.word_diff import word_diff


def checked(old: str, new: str) -> list[tuple[str, str]]:
    """Return the diff as pairs, having seen that it makes both texts again."""
    ops = word_diff(old, new)
    assert "".join(text for op, text in ops if op != "insert") == old
    assert "".join(text for op, text in ops if op != "delete") == new
    assert all(text for _, text in ops)
    for (op, _), (following, _) in pairwise(ops):
        assert op != following and (op, following) != ("insert", "delete")
    return [(op, text) for op, text in ops]


def test_a_word_changed_is_a_word_taken_out_and_one_put_in() -> None:
    assert checked("We lost mony on it.\n", "We lost money on it.\n") == [
        ("equal", "We lost "),
        ("delete", "mony"),
        ("insert", "money"),
        ("equal", " on it.\n"),
    ]
    assert checked("", "") == []
    assert checked("a\tb", "a\tb") == [("equal", "a\tb")]
    assert checked("", "new") == [("insert", "new")]
    assert checked("doesn’t", "don’t") == [("delete", "doesn’t"), ("insert", "don’t")]


def test_capitals_change_nothing_where_they_are_not_asked_for() -> None:
    assert word_diff("Three boats left", "three left", case=False) == [
        ("equal", "three "),
        ("delete", "boats "),
        ("equal", "left"),
    ]


def test_a_paragraph_taken_out_or_put_in_is_shown_as_that_paragraph() -> None:
    one, two, three = "The first one said no.", "The second one said no.", "The third one said yes."
    whole, less = f"{one}\n{two}\n{three}", f"{one}\n{three}"
    assert checked(whole, less) == [("equal", f"{one}\n"), ("delete", f"{two}\n"), ("equal", three)]
    assert checked(less, whole) == [("equal", f"{one}\n"), ("insert", f"{two}\n"), ("equal", three)]


def test_any_two_texts_are_made_again() -> None:
    chance = random.Random(5)
    for _ in range(3000):
        old, new = ("".join(chance.choice("ab c\n“é.") for _ in range(chance.randrange(40))) for _ in "xy")
        checked(old, new)


@pytest.mark.parametrize("kind", ["edited", "another text", "one word over and over", "no spaces"])
def test_a_long_text_takes_no_longer_than_one_waits(kind: str) -> None:
    chance = random.Random(7)
    words = [f"word{number}" for number in range(3000)]
    old = [chance.choice(words) for _ in range(30_000)]
    new = list(old)
    if kind == "edited":
        for _ in range(300):
            new[chance.randrange(len(new))] = "changed"
    elif kind == "another text":
        new = [chance.choice(words) for _ in range(30_000)]
    elif kind == "one word over and over":
        old, new = ["a"] * 100_000, ["a"] * 90_000 + ["b"] + ["a"] * 5_000
    else:
        old, new = ["x" * 200_000], ["y" * 200_000]
    start = time.process_time()
    ops = checked(" ".join(old), " ".join(new))
    assert time.process_time() - start < 5
    if kind == "edited":
        same = sum(len(text) for op, text in ops if op == "equal")
        assert same > 0.9 * len(" ".join(old))
