"""Texts folded and taken apart: the quick ways give what the plain ones do."""

import re
import sys
import unicodedata

from tui.core.text import clean, encoded_words, fold_case, words_in

_EVERY = [chr(each) for each in range(sys.maxunicode + 1) if not 0xD800 <= each < 0xE000]


def test_letters_of_all_scripts_are_folded_among_others_as_alone() -> None:
    for first in range(0, len(_EVERY), 997):
        some = _EVERY[first : first + 997]
        text = "a".join(some)
        assert fold_case(text) == "a".join(map(fold_case, some))
        assert words_in(text) == re.findall(r"[^\W_]+", text)
        assert [each.decode() for each in encoded_words(text)] == words_in(text)


def test_letters_of_all_scripts_are_cleaned_among_others_as_alone() -> None:
    for size in (7, 97):  # one by one what acts on a terminal, and all of it at once
        for first in (*range(0, 0x3200, size), *range(0x3200, len(_EVERY), 97 * size)):
            some = _EVERY[first : first + size]
            text = "x".join(some)
            assert clean(text) == unicodedata.normalize("NFC", "x".join(map(clean, some)))
    assert clean("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"
    assert clean("Ame\u0301lie\u200f\ufeff") == "Amélie"
