"""Words as the database keeps and seeks them: those of a briefing's own search, folded, with their places.

They are told from each other here, so that an archive finds what a briefing does, and needs no extension for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from struct import Struct

from tui.core.query.terms import Words, tokens
from tui.core.text import words_in

_LONGEST = 500  # letters of a word: the database takes no more than 2,046 bytes
_PLACES = range(1, 16_384)  # those that it tells apart
_OF_ONE = 200  # places of one word: it takes no more than 255
_BYTES = 1_000_000  # of all words with their places: it takes no more than 1,048,575
_OF_A_LETTER = (
    64  # bytes at the most: folding makes eighteen letters of one, and a word has a place and a mark
)
# behind a word: its end, how many places, and they
_MARKS = [Struct(f">xH{count}H") for count in range(_OF_ONE + 1)]
_COUNT = Struct(">I")


def vector(*texts: str) -> bytes:
    """Return the words of some texts, one after the other, as the database reads a `tsvector`: as many as it takes.

    That is its binary form (`tsvectorrecv`), which it takes in in a third of the time: it need not find out what is what.
    """
    words = _words(" ".join(texts))
    return _COUNT.pack(len(words)) + b"".join(words)


def _words(text: str) -> list[bytes]:
    small = text.lower()
    if plain := len(small) == len(text):  # else a letter became two, one of which is none
        text = small
    places: defaultdict[str, list[int]] = defaultdict(list)
    every = words_in(text)
    for at, word in zip(_PLACES, every, strict=False):
        places[word].append(at)
    for word in set(every[len(_PLACES) :]):
        if places[word][-1:] != [_PLACES[-1]]:
            places[word].append(_PLACES[-1])
    if not (plain and text.isascii()):
        for word in [word for word in places if not (plain and word.isascii())]:
            found = places.pop(word)
            for each in tokens(word):  # each word once, for folding takes its time
                places[each] = sorted({*places[each], *found})
    for word in [word for word, found in places.items() if len(word) > _LONGEST or len(found) > _OF_ONE]:
        found = places.pop(word)
        if len(word) <= _LONGEST:
            places[word] = found[:_OF_ONE]
    made = [
        word.encode() + _MARKS[len(found)].pack(len(found), *found)
        for word in sorted(places)
        for found in (places[word],)
    ]
    return made if len(text) * _OF_A_LETTER < _BYTES else list(_within(made))


def _within(made: Iterable[bytes]) -> Iterator[bytes]:
    """Yield words with their places as long as they are not too much together."""
    left = _BYTES
    for each in made:
        left -= len(each)
        if left < 0:
            return
        yield each


def wanted(words: Words) -> str:
    """Return words in a row, the last maybe only begun, as a `tsquery` is written."""
    return " <-> ".join(words.tokens) + (":*" if words.prefix else "")
