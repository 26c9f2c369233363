"""What an article says somebody is: "French President", "the city's spokeswoman"."""

from __future__ import annotations

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.names.own_names import own_words
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.word_classes import PEOPLE, singular, word_set

_APPOSITION = shapes.NOUN_PHRASE + shapes.CONNECTIVE + shapes.ADVERB
_LOOKED_AT = 16
_LONGEST = 12
# Whose somebody is, is told by another sentence: "its chair" is a chair.
_POSSESSIVES = word_set("its his her their our my your")
# Titles that are no office.
_COURTESY = word_set("mr mrs ms miss mx dr sir dame lord lady madam mister hon st")


def role(context: ArticleAnalysis, mention: Mention, entity: int) -> str:
    """Return the role of the speaker `mention` in the article's words, or "".

    What stands with the mention itself comes first, then what the article says of its `entity`
    (-1 where there is none), from its beginning.
    """
    if mention.kind != NAME and entity >= 0 and _names_office(context, mention.first, mention.last):
        return context.written(mention)
    named = [mention] if mention.kind == NAME else []
    if entity >= 0:
        named += context.entities[entity].mentions[:_LOOKED_AT]
    for one in named:
        for first, last in (_title(context, one), _apposed(context, one), _before(context, one)):
            if first < last and _names_office(context, first, last):
                skeleton = context.skeleton
                own = first + (first + 1 < last and skeleton.lower[first] in _POSSESSIVES)
                return context.text[skeleton.starts[own] : skeleton.ends[last - 1]]
    return ""


def _names_office(context: ArticleAnalysis, first: int, last: int) -> bool:
    skeleton = context.skeleton
    for at in range(first, last):
        word = skeleton.lower[at].rstrip(".")
        if word in _COURTESY:
            continue
        if skeleton.shape[at] == shapes.NOUN or singular(word) in PEOPLE or word in _SHORT:
            return True
    return False


_SHORT = word_set("sen rep gov gen col maj capt lt sgt adm rev prof judge justice prime")


def _title(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the words before a name: "Kremlin spokesman" Dmitry Peskov."""
    if mention.kind != NAME:
        return 0, 0
    return mention.first, own_words(context.skeleton, mention)


def _apposed(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the words between commas after a name: Ida Moreno, "the city's spokeswoman", said."""
    shape = context.skeleton.shape
    if shape[mention.last : mention.last + 1] != ",":
        return 0, 0
    first = mention.last + 1
    last = first
    while last < len(shape) and last < first + _LONGEST and shape[last] in _APPOSITION:
        last += 1
    closed = last < len(shape) and shape[last] in ",.(-"
    return (
        (first, last)
        if closed and shapes.NOUN in shape[first:last] and shape[first] != shapes.CONNECTIVE
        else (0, 0)
    )


def _before(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the words between commas before a name: "the city's spokeswoman", Ida Moreno, said."""
    shape = context.skeleton.shape
    if shape[mention.first - 1 : mention.first] != "," or shape[mention.last : mention.last + 1] != ",":
        return 0, 0
    if mention.number == 0:
        return 0, 0
    earlier = context.mentions[mention.number - 1]
    if earlier.last != mention.first - 1 or earlier.kind == NAME or earlier.owner:
        return 0, 0
    return earlier.first, earlier.last
