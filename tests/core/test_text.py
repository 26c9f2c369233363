"""Texts folded and taken apart: the quick ways give what the plain ones do."""

import re
import sys

from tui.core.text import encoded_words, fold_case, words_in

_EVERY = [chr(each) for each in range(sys.maxunicode + 1) if not 0xD800 <= each < 0xE000]


def test_letters_of_all_scripts_are_folded_among_others_as_alone() -> None:
    for first in range(0, len(_EVERY), 997):
        some = _EVERY[first : first + 997]
        text = "a".join(some)
        assert fold_case(text) == "a".join(map(fold_case, some))
        assert words_in(text) == re.findall(r"[^\W_]+", text)
        assert [each.decode() for each in encoded_words(text)] == words_in(text)
