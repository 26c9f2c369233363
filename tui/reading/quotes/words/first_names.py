"""Which first names, and endings of surnames, are a man's and which a woman's, as far as that is the same everywhere.

`first_names.txt` holds them without accents. Names that are a man's in one country and a woman's in another (Andrea,
Jean, Kim, Sasha, Nikita) are in no list.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

_WOMEN, _MEN = (
    frozenset(names.split())
    for names in Path(__file__)
    .with_name("first_names.txt")
    .read_text("utf-8")
    .partition("[women]")[2]
    .split("[men]")
)
_WOMANS_ENDINGS = (
    "ova",
    "eva",
    "skaya",
    "skaia",
    "ska",
    "cka",
    "iene",
    "yte",
    "aite",
    "dottir",
    "ovna",
    "evna",
)
_MANS_ENDINGS = ("ovich", "evich", "sky", "skiy", "skyi", "ski", "cki", "ov", "ev")
_KNOWN = _MEN | _WOMEN
_SONS = frozenset(("bin", "ibn", "ould"))
_DAUGHTERS = frozenset(("bint", "mint"))
_UNLIKE = frozenset(("kyiv", "kiev", "lviv"))
_WORD_BEFORE = re.compile(r"(?<![^\W_])([^\W\d_](?:[\w'’-]+|\.))\s+\Z")
_REACH = 80
"""Characters before a surname in which the word before it is looked for."""


@lru_cache(maxsize=4096)
def sex_of(words: tuple[str, ...]) -> int:
    """Return 1 for a man's name, -1 for a woman's, 0 where that does not show; `words` is a full name in lower case."""
    if len(words) < 2:
        return 0
    plain = tuple(_plain(word) for word in words)
    for name in (plain[0], plain[0].partition("-")[0]):
        if name in _KNOWN:
            return 1 if name in _MEN else -1
    if len(plain) > 2 and (_SONS | _DAUGHTERS) & set(plain[1:-1]):
        return 1 if _SONS & set(plain[1:-1]) else -1
    last = plain[-1]
    if last.endswith(_WOMANS_ENDINGS):
        return -1
    return int(last.endswith(_MANS_ENDINGS) and last not in _UNLIKE and len(last) > 4)


def has_namesake(text: str, full_name: str) -> bool:
    """Tell whether a text names somebody else who has the surname of a full name: another first name stands before it."""
    first, *_, surname = full_name.split()
    at = -1
    while (at := text.find(surname, at + 1)) >= 0:
        found = _WORD_BEFORE.search(text, max(0, at - _REACH), at)
        if not found or text[at + len(surname) : at + len(surname) + 1].isalnum():
            continue
        word = found[1]
        if not word[:1].isupper() or (word[:1] == first[:1] and (word[1:] == "." or first[1:] == ".")):
            continue
        plain = _plain(word.lower())
        if plain != _plain(first.lower()) and (word[1:] == "." or is_first_name(word)):
            return True
    return False


def is_first_name(word: str) -> bool:
    """Tell whether a word is known as somebody's first name."""
    return _plain(word.lower()) in _KNOWN


def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
