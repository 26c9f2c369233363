"""The alphabet of shapes: an article's words as a string with one letter a word, for patterns to run over.

A shape is to words what a row of part-of-speech tags is, but its classes are drawn for one purpose, the small
grammar around quotes: `"No," he said on Monday.` is QUOTE PRONOUN CUE CONNECTIVE TIME and a full stop, `QPVFT.`.
`word_classes` has the words of the closed classes, `tokens` the rules for all others. Commas, full stops (for
every mark that ends a sentence), colons, semicolons, dashes and brackets stand for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

DETERMINER = "D"  # begins a noun phrase: "the", "his", "three"
PRONOUN = "P"  # is a subject by itself: "she", "they", "nobody"
OTHER_PRONOUN = "O"  # is no subject: "him", "themselves", "ours"
RELATIVE = "W"  # opens a clause about what stands before: "who", "that", "what"
CONNECTIVE = "F"  # a preposition or conjunction: "of", "because", "and"
AUXILIARY = "X"  # a helping verb: "is", "would", "hasn't"
ADVERB = "R"  # "later", "also", and what ends in -ly
TIME = "T"  # a day, a month or a time of the day: "Monday", "evening"
CUE = "V"  # a verb of saying in any of its forms: "said", "adds", "according"
ADJECTIVE = "J"  # of those that stand before offices: "former", "senior"
NOUN = "H"  # names one who can speak, or an office: "mayor", "spokesmen", "statement"
NAME = "N"  # a capitalised word: "Brandt", "Norwick"
NUMBER = "#"  # "58", "$"
POSSESSIVE = "S"  # the 's of "the city's"
PAST = "E"  # a past tense or participle that is no cue: "walked", "met"
ING = "G"  # an -ing form that is no cue: "walking"
OTHER = "A"  # any other word: "bridge", "dear"
QUOTE = "Q"  # a whole marked stretch, marks and all
BREAK = "B"  # the end of a paragraph

# Classes that are asked for together.
ADVERBIAL = ADVERB + TIME  # says when or how, and is passed over: "again yesterday"
BEFORE_VERB = ADVERBIAL + AUXILIARY  # "again yesterday has"
PREVERB = ADVERB + AUXILIARY  # stands between a subject and its verb: "has also"
FINITE = AUXILIARY + PAST  # a verb, none of saying: "was", "walked"
VERB = CUE + FINITE
PREDICATE = VERB + ADVERB  # what follows a subject: "said", "has", "later"
PARTICIPLE = PAST + ING
HEAD = NAME + NOUN  # what a noun phrase is about
NOMINAL = DETERMINER + ADJECTIVE + OTHER + NOUN + NAME + NUMBER + POSSESSIVE  # the words of a noun phrase
NOUN_PHRASE = NOMINAL + PARTICIPLE  # with participles: "the newly elected mayor's"
AFTER_SUBJECT = PREDICATE + "," + RELATIVE
CLAUSE_END = QUOTE + BREAK + ".;"
BEHIND_QUOTE = QUOTE + ","  # what "said Lund" stands after
FINITES = frozenset(FINITE)
VERBS = frozenset(VERB)
CLAUSE = VERBS | {RELATIVE}  # what a statement has, and "told the paper" has not
BEGINS_SUBJECT = frozenset(DETERMINER + NAME + NOUN + PRONOUN)
NO_INFINITIVE = frozenset(DETERMINER + NAME + NUMBER)  # what stands behind "to" where that is none
# Sequences.
ON_DAY = CONNECTIVE + TIME  # "on Monday"
AS_SAYING = CONNECTIVE + CUE  # "as saying"


def places(letter: str, shape: str, first: int, last: int) -> Iterator[int]:
    """Yield where a letter stands in a shape, from word `first` to before `last`."""
    at = shape.find(letter, first, last)
    while at >= 0:
        yield at
        at = shape.find(letter, at + 1, last)


_FOLDED = str.maketrans({
    ADVERB: None, TIME: None, ADJECTIVE: OTHER, ING: OTHER, NUMBER: OTHER, OTHER_PRONOUN: OTHER, ")": "(",
})  # fmt: skip


@lru_cache(maxsize=1 << 14)  # the same few stand around most quotes
def fold_shape(shape: str) -> str:
    """Return a short form of a shape, to name features by: "the old mayor of Norwick", DJHFN, is DAHFN.

    Adverbs and times are dropped, kindred classes become one and a run of one class one letter; of more
    than seven letters the three at either end are kept.
    """
    short = "".join(letter for letter, _ in groupby(shape.replace(ON_DAY, "").translate(_FOLDED)))
    return short if len(short) <= 7 else short[:3] + "~" + short[-3:]
