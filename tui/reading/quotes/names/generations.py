"""Which of those of one surname "the younger Lund" and "Lund senior" are: by whose son or mother they are, or by age."""

from __future__ import annotations

from collections.abc import Sequence

from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_YOUNGER = word_set("younger junior")
_OLDER = word_set("elder older senior")
_CHILDREN = word_set("son daughter nephew niece grandson granddaughter child stepson stepdaughter")
_PARENTS = word_set("father mother uncle aunt grandfather grandmother parent stepfather stepmother")
_BEFORE = 3  # words: "the younger Mr Lund"
_TWO = 2


def of_generation(
    skeleton: TokenizedArticle, mention: Mention, entities: Sequence[Entity], owners: Sequence[int]
) -> Sequence[int]:
    """Return who of the `owners` of a surname is "the younger" or "the elder" of them, where a mention is called so.

    All of them where it is not, and nobody where nothing tells which it is: then it is nobody's but as it is written.
    """
    beside = {*skeleton.lower[max(0, mention.name_last - 1 - _BEFORE) : mention.name_last - 1]}
    beside |= {*skeleton.lower[mention.name_last : mention.name_last + 1]}
    younger, older = bool(beside & _YOUNGER), bool(beside & _OLDER)
    full = [one for one in dict.fromkeys(owners) if len(entities[one].words) > 1]
    if younger == older or len(full) < _TWO:
        return owners
    young = [one for one in full if _CHILDREN & entities[one].roles]
    old = [one for one in full if _PARENTS & entities[one].roles]
    meant, other = (young, old) if younger else (old, young)
    if not meant and len(full) == _TWO and len(other) == 1:
        meant = [one for one in full if one not in other]
    ages = [age for one in full if (age := _age(skeleton, entities[one])) > 0]
    if not meant and len(ages) == len(full):
        wanted = min(ages) if younger else max(ages)
        meant = [one for one in full if _age(skeleton, entities[one]) == wanted]
    return meant if len(meant) == 1 else ()


def _age(skeleton: TokenizedArticle, entity: Entity) -> int:
    """Return how old somebody is said to be, "Ida Lund, 44,", or 0."""
    behind = (skeleton.lower[one.last : one.last + _TWO] for one in entity.mentions)
    return next((int(two[1]) for two in behind if two[:1] == [","] and two[-1].isdecimal()), 0)
