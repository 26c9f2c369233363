"""Words as the database keeps and seeks them: those of a briefing's own search, folded, with their places.

They are told from each other here, so that an archive finds what a briefing does, and needs no extension for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tui.core.query.terms import Words, tokens, unfolded_tokens

_LONGEST = 500  # letters of a word: the database takes no more than 2,046 bytes
_PLACES = [*map(str, range(1, 16_384))]  # those that it tells apart
_OF_ONE = 200  # places of one word: it takes no more than 256
_BYTES = 1_000_000  # of all words with their places: it takes no more than 1,048,575
_OF_A_LETTER = (
    64  # bytes at the most: folding makes eighteen letters of one, and a word has a place and a mark
)


def vector(*texts: str) -> str:
    """Return the words of some texts, one after the other, as a `tsvector` is written: as many as it takes."""
    text = " ".join(texts)
    small = text.lower()
    if plain := len(small) == len(text):  # else a letter became two, one of which is none
        text = small
    places: defaultdict[str, list[str]] = defaultdict(list)
    every = unfolded_tokens(text)
    for at, word in zip(_PLACES, every, strict=False):
        places[word].append(at)
    for word in every[len(_PLACES) :]:
        places[word].append(_PLACES[-1])
    if not (plain and text.isascii()):
        for word in [word for word in places if not (plain and word.isascii())]:
            found = places.pop(word)
            for each in tokens(word):  # each word once, for folding takes its time
                places[each] = places[each] + found
    made = [f"{word}:{','.join(found[:_OF_ONE])}" for word, found in places.items() if len(word) <= _LONGEST]
    return " ".join(made if len(text) * _OF_A_LETTER < _BYTES else _within(made))


def _within(made: Iterable[str]) -> Iterator[str]:
    """Yield words with their places as long as they are not too much together."""
    left = _BYTES
    for each in made:
        word, _, found = each.partition(":")
        left -= len(word.encode()) + 2 * (found.count(",") + 1) + 3
        if left < 0:
            return
        yield each


def wanted(words: Words) -> str:
    """Return words in a row, the last maybe only begun, as a `tsquery` is written."""
    return " <-> ".join(words.tokens) + (":*" if words.prefix else "")
