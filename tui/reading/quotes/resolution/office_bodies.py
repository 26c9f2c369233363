"""Which body an office is of, where the words tell: "the elections chief" is no head of the harbour."""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes.names.appositions import apposed_before
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import MATTERS, PORTFOLIOS, RANKS
from tui.reading.quotes.words.word_classes import PEOPLE, SINGULAR, THINGS, TITLES, word_set

_HEADS = word_set(
    "chief head director chair chairman chairwoman chairperson president secretary commissioner commander leader manager"
)
_NO_BODY = PEOPLE | TITLES | RANKS | word_set("country nation state government own")
# What words end in that say of what kind somebody is, and not of what body.
_QUALITIES = tuple(
    "ive al ic ous ful ent ant ary less able ible ist ish ed ing old year long time term".split()
)
_ANYBODYS = THINGS | {"opposition"}  # a named party may be meant
_SO_ENDED = word_set("hospital tribunal arsenal")
_ALIKE = 4  # letters: "elections", "electoral"
_FIRST = 4  # mentions of somebody
_LONGEST = 10  # words of what is told behind a name
_NOUNS = shapes.OTHER + shapes.NOUN


def is_of_another_body(context: ArticleAnalysis, mention: Mention, entity: Entity) -> bool:
    """Tell whether an office is said to be of a body, and its likely holder to be of others alone.

    Whoever is told to be of one with a name of its own may be of "the agency" or "the party".
    """
    if not is_of_body(context, mention):
        return False
    whose = set(_bodies_of(context, mention))
    words = set(_told_with(context, entity))
    own = {word for word, letter in words if letter in _NOUNS and _is_body(word)}
    if not own or {word[:_ALIKE] for word in whose} & {word[:_ALIKE] for word, _ in words}:
        return False
    return not (whose <= _ANYBODYS and any(letter == shapes.NAME for _, letter in words))


def is_of_body(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether an office is said to be of a body: "the border commander", "the head of the port"."""
    return context.skeleton.lower[mention.head] in _HEADS and any(True for _ in _bodies_of(context, mention))


def _bodies_of(context: ArticleAnalysis, mention: Mention) -> Iterator[str]:
    """Yield the nouns that say of what an office is: "elections" of "the elections chief", "port" of "head of the port"."""
    skeleton = context.skeleton
    for at in range(mention.first, mention.head):
        before = skeleton.shape[at + 1] == shapes.POSSESSIVE or at + 1 == mention.head
        if before and skeleton.shape[at] in _NOUNS and _is_body(skeleton.lower[at]):
            yield skeleton.lower[at]
    if skeleton.lower[mention.last : mention.last + 1] == ["of"]:
        end = mention.last + 1
        while end < len(skeleton.shape) and skeleton.shape[end] in shapes.NOMINAL:
            end += 1
        if skeleton.shape[end - 1] in _NOUNS and _is_body(skeleton.lower[end - 1]):
            yield skeleton.lower[end - 1]


def _is_body(word: str) -> bool:
    """Tell whether a noun may be a body's, or what it is for, as far as it shows."""
    if SINGULAR.get(word, word) in _NO_BODY or word in PORTFOLIOS:
        return False
    return (
        word in THINGS
        or word in MATTERS
        or word in _SO_ENDED
        or not ("-" in word or word.endswith(_QUALITIES))
    )


def _told_with(context: ArticleAnalysis, entity: Entity) -> Iterator[tuple[str, str]]:
    """Yield the words, each with its shape, that tell what somebody is where they are named."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    for one in entity.mentions[:_FIRST]:
        opens = context.skeleton.text[one.first]
        if (
            one.first < one.name_first
            and shape[one.first] in shapes.OTHER + shapes.ADJECTIVE
            and opens[0].isupper()
        ):
            yield lower[one.first], shapes.NAME  # "Conservative leader Ida Lund"
        first, _, end = apposed_before(context.skeleton, one) or (one.first, -1, one.name_first)
        yield from zip(lower[first:end], shape[first:end], strict=True)
        if shape[one.last : one.last + 1] in (",", *shapes.FINITE, shapes.CONNECTIVE):
            end = one.last + 1
            while end < min(len(shape), one.last + _LONGEST) and shape[end] not in ",.;:" + shapes.CUE:
                end += 1
            yield from zip(lower[one.last + 1 : end], shape[one.last + 1 : end], strict=True)
