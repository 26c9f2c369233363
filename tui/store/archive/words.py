"""Words as the database keeps and seeks them: those of a briefing's own search, folded, with their places.

They are told from each other here, so that an archive finds what a briefing does, and needs no extension for it.
"""

from __future__ import annotations

from collections import defaultdict

from tui.core.query.terms import Words, tokens, unfolded_tokens

_LONGEST = 500  # letters of a word: the database takes no more than 2,046 bytes
_PLACES = [*map(str, range(1, 16_384))]  # those that it tells apart
_OF_ONE = 200  # places of one word: it takes no more than 256
_BYTES = 1_000_000  # of all words with their places: it takes no more than 1,048,575


def vector(*texts: str) -> str:
    """Return the words of some texts, one after the other, as a `tsvector` is written: as many as it takes."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    every = unfolded_tokens(" ".join(texts))
    for at, word in zip(_PLACES, every, strict=False):
        places[word].append(at)
    for word in every[len(_PLACES) :]:
        places[word].append(_PLACES[-1])
    folded: dict[str, list[str]] = {}
    for word, found in places.items():  # each word once, for folding takes its time
        for each in (word.lower(),) if word.isascii() else tokens(word):
            folded[each] = folded[each] + found if each in folded else found
    left = _BYTES
    made = []
    for word, found in folded.items():
        left -= len(word.encode()) + 2 * min(len(found), _OF_ONE) + 3
        if left < 0:
            break
        if len(word) <= _LONGEST:
            made.append(f"{word}:{','.join(found[:_OF_ONE])}")
    return " ".join(made)


def wanted(words: Words) -> str:
    """Return words in a row, the last maybe only begun, as a `tsquery` is written."""
    return " <-> ".join(words.tokens) + (":*" if words.prefix else "")
