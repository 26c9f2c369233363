"""Near copies: the same text printed by several outlets."""

from __future__ import annotations

import random

import pytest

from tui.reading.events.near_duplicates import COPY, Finder, containment, shingle_sketch

_WORDS = [
    f"{a}{b}"
    for a in ("bor", "kal", "min", "tor", "vel", "sun", "har", "pel")
    for b in ("da", "li", "mo", "ne")
]


def prose(seed: int, length: int = 300) -> str:
    rnd = random.Random(seed)
    return " ".join(rnd.choice(_WORDS) + rnd.choice(["", "", ",", "."]) for _ in range(length))


def test_a_copy_with_an_introduction_and_a_cut_is_found() -> None:
    wire = prose(1)
    printed = f"{prose(2, 60)}\n\n{wire[: len(wire) * 2 // 3]}"
    assert containment(shingle_sketch(wire), shingle_sketch(printed)) >= COPY
    assert containment(shingle_sketch(wire), shingle_sketch(prose(3))) < 0.1


@pytest.mark.parametrize("length", [30, 149, 151, 900])
def test_length_and_punctuation_do_not_matter(length: int) -> None:
    wire = prose(4, length)
    assert containment(shingle_sketch(wire), shingle_sketch(wire.upper().replace(",", " –"))) == 1.0


def test_a_brief_is_found_in_the_long_report_that_holds_it() -> None:
    brief = prose(5, 100)
    assert (
        containment(shingle_sketch(brief), shingle_sketch(f"{prose(6, 400)} {brief} {prose(7, 400)}")) > 0.7
    )


@pytest.mark.parametrize("text", ["", "   ", "One.", "ドナウ川の橋が閉鎖された"])
def test_tiny_texts_are_no_trouble(text: str) -> None:
    assert 0.0 <= containment(shingle_sketch(text), shingle_sketch(prose(1))) <= 1.0
    assert not Finder().search(shingle_sketch(text))


def test_the_finder_finds_copies_among_many_nearest_first() -> None:
    finder = Finder()
    for seed in range(200):
        finder.add(str(seed), shingle_sketch(prose(seed)))
    wire = prose(17)
    finder.add("cut", shingle_sketch(wire[: len(wire) // 2] + prose(999, 150)))
    found = finder.search(shingle_sketch(wire))
    assert [key for key, _ in found] == ["17", "cut"]
    assert len(finder) == 201


def test_standing_words_of_an_outlet_make_no_copies() -> None:
    notice = prose(50, 140)
    finder = Finder()
    for seed in range(100, 160):
        finder.add(str(seed), shingle_sketch(f"{prose(seed, 160)} {notice}"))
    assert not finder.search(shingle_sketch(f"{prose(170, 160)} {notice}"))


def test_a_text_printed_everywhere_still_has_copies() -> None:
    finder = Finder()
    wire = prose(60)
    for number in range(120):
        finder.add(str(number), shingle_sketch(wire))
    assert finder.search(shingle_sketch(wire))
