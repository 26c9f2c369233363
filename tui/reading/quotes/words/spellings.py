"""One person, many spellings: Sergei and Serguei, Zelensky, Selenskyj and Зеленский, Čubelić and Cubelic.

A name that comes from another script, or loses its accents, is written as the paper's language hears it. What the
transliterations in use (BGN/PCGN, ISO 9, the German and the French press) have in common is a key of sounds.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {"đ": "dj", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
# Cyrillic letters, as what becomes the sound of each below.
_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґіїєјўђћџљњ",
            "a b v g d e e zh z i i k l m n o p r s t u f h ts tsch sch schtsch ' i ' e iu ia g i i ie i u dj c dzh "
            "li ni".split(),
            strict=True,
        )
    )
)
# In this order: spelling -> sound; a capital is a sound that one letter of the alphabet would be taken for another's.
_SOUNDS = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        (r"['’ʼ-]", ""),
        (r"dzh|dsch|dj", "J"),  # дж
        (
            r"schtsch|shch|szcz|tsch|tch|tsh|cz|sch|sh|sz|ch",
            "C",
        ),  # щ, ч, and ш, which the French press writes ch
        (r"zh|^j", "J"),  # ж
        (r"kh", "h"),  # х
        (r"ph", "f"),
        (r"gu(?=[ei])", "g"),
        (r"^ye|(?<=[aeiou])[yi]e", "e"),  # е
        (r"ou|(?<=..)oo|oo(?=..)", "u"),
        (r"(?<=..)ee|ee(?=..)", "i"),
        (r"ck|c|q", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"[iyj]+", "i"),  # й, ий, ый, і
        (r"^s(?=[aeiou])", "z"),
        (r"(?<=i)ne$", "n"),  # Poutine
        (r"(?<=[aeiou])h$", ""),  # Abdullah
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=1 << 14)
def spelling_key(word: str) -> str:
    """Return what the spellings of one word of a name share; lower case goes in, and what comes out is no word."""
    plain = word
    if not word.isascii():
        plain = unicodedata.normalize("NFKD", word.translate(_LETTERS).translate(_CYRILLIC))
        plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for spelling, sound in _SOUNDS:
        plain = spelling.sub(sound, plain)
    return plain
