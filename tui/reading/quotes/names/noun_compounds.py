"""Where a noun phrase goes on over words in no list: "the city hall said", "the UN human rights office"."""

from __future__ import annotations

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import MATTERS
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import PEOPLE, PLURALS, singular

_UNKNOWN = 3  # words in no list, with the noun before them
_DOINGS = ("ment", "tion", "sion", "ance", "ence", "keeping")
_QUALITIES = ("ic", "cal", "nal", "ary", "ative", "ial", "ern")


def is_compound(skeleton: TokenizedArticle, start: int, anchor: int, last: int) -> bool:
    """Tell whether a noun goes on with words in no list, and speaks: "the city hall said"."""
    shape, lower = skeleton.shape, skeleton.lower
    known = shape[start] == shapes.DETERMINER or shapes.POSSESSIVE in shape[start:anchor]
    unknown = last - anchor <= _UNKNOWN and set(shape[anchor + 1 : last]) == {shapes.OTHER}
    ends = shape[last : last + 1] == shapes.CUE and not lower[last - 1].endswith(("s", "er"))
    return known and unknown and ends and shape[anchor] == shapes.NOUN and lower[anchor] not in PLURALS


def is_of_matters(skeleton: TokenizedArticle, anchor: int, at: int) -> bool:
    """Tell whether words between two nouns say what the latter is for: "the UN human rights office"."""
    lower, between = skeleton.lower, range(anchor + 1, at)
    if at - anchor > _UNKNOWN:
        return False
    if lower[at] in BODY_NOUNS:
        return all(
            lower[word] in MATTERS or (skeleton.shape[word] == shapes.OTHER and not lower[word].endswith("s"))
            for word in between
        )
    # "a law enforcement official"
    people = singular(lower[at]) in PEOPLE and skeleton.shape[anchor] == shapes.NOUN
    return people and all(lower[word] in MATTERS or lower[word].endswith(_DOINGS) for word in between)


def qualifies_people(skeleton: TokenizedArticle, at: int) -> bool:
    """Tell whether a word in no list says of what kind people are: "diplomatic sources", "security officials"."""
    word = skeleton.lower[at]
    return skeleton.shape[at] == shapes.OTHER and (word in MATTERS or word.endswith(_QUALITIES))
