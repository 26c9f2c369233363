"""Whether two marked stretches are parts of one quote, or each is a quote of its own."""

from __future__ import annotations

from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

# The last word of "said Lund", "he told them on Monday"
_TAG_END = shapes.HEAD + shapes.CUE + shapes.TIME + shapes.PRONOUN + shapes.OTHER_PRONOUN
_SUBJECT = shapes.HEAD + shapes.PRONOUN
_NEW_VERB = shapes.PREDICATE + shapes.ING
_TRAILING = shapes.ADVERBIAL + shapes.OTHER_PRONOUN
_MARKS = frozenset(shapes.BREAK + ",.:;-()")
# After a verb of saying these open words of the reporter's that the quote's sense hangs on.
_REPORTED = word_set("that whether if what why how because although though unless")
_JOINING = word_set("and but or nor yet so")
# What follows these says when, where or of whom, and leaves the sense of the quote alone.
_ASIDE = word_set("who which whose where when while as after before since until")


def only_attribution(skeleton: TokenizedArticle, first: int, last: int) -> bool:
    """Tell whether words `first` to `last`, between two stretches, say no more than who spoke and when.

    "he said on Monday" does; "he said, adding that he would not" does not: run together, the
    stretches would say something else.
    """
    shape, lower = skeleton.shape, skeleton.lower
    if all(letter in _MARKS for letter in shape[first:last]):
        return True
    verb = shape.find(shapes.CUE, first, last)
    if verb < 0 or _clause(skeleton, first, verb):
        return False
    if shape[last - 1] not in _MARKS and shape[last - 1] not in _TAG_END:
        return False
    aside = False
    for at in range(verb + 1, last):
        letter, word = shape[at], lower[at]
        aside = aside or word in _ASIDE
        if word in _REPORTED:
            return False
        if word in _JOINING and any(shape[after] in shapes.VERBS for after in range(at + 1, last)):
            return False
        if letter == shapes.CUE and not aside and not _leads_on(shape, at, last):
            return False
        if not aside and (
            letter == shapes.AUXILIARY or (letter == shapes.PAST and shape[at - 1] in _SUBJECT)
        ):
            return False
    return True


def _clause(skeleton: TokenizedArticle, first: int, verb: int) -> bool:
    """Tell whether a clause of the reporter's own stands before the verb of saying."""
    shape, lower = skeleton.shape, skeleton.lower
    while verb > first and shape[verb - 1] in shapes.PREVERB:
        verb -= 1
    if any(word in _ASIDE for word in lower[first:verb]):
        return False
    return any(letter in shapes.FINITE for letter in shape[first:verb]) or any(
        word in _JOINING and shape[at + 1 : at + 2] in _NEW_VERB
        for at, word in enumerate(lower[first:verb], first)
    )


def _leads_on(shape: str, at: int, last: int) -> bool:
    """Tell whether a further verb of saying, as in "he said, adding:", has nothing after it."""
    return all(letter in _MARKS or letter in _TRAILING for letter in shape[at + 1 : last])
