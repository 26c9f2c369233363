"""Who "the Swede" and "the Texan" are, among those whom the article has named."""

from __future__ import annotations

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.resolution.office_holders import LOOKED_AT, ONLY, Holder, only_person
from tui.reading.quotes.words.offices_table import PERSONS
from tui.reading.quotes.words.word_classes import TITLES

_ALIKE = 4  # letters
_PEOPLES = ("ish", "ch", "ese", "swiss")
_NATIVES = ("an", "ian", "er", "ese")


def person_of(context: ArticleAnalysis, mention: Mention) -> Holder | None:
    """Return who "the Swede" is: the one of that state named before; None where none is, or more than one."""
    lower = context.skeleton.lower
    state = PERSONS.get(lower[mention.last - 1], "")
    if not state and lower[mention.last - 1].endswith(_NATIVES) and lower[mention.first] == "the":
        return _native(context, mention)
    if not state or mention.last - mention.first != 2 or lower[mention.first] != "the":
        return None
    if is_people(context, mention):
        return None
    near = context.mentions[max(0, mention.number - LOOKED_AT) : mention.number]
    named = (context.entities[one.entity] for one in near if one.kind == NAME)
    someone = (one for one in named if (one.person or one.roles) and not one.body)
    found = {id(one): one for one in someone if state in one.countries}
    if len(found) != 1:
        return only_person(context, near) if not found else None
    return Holder(context.entities.index(next(iter(found.values()))), ONLY)


def is_people(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is of several by the word for their state: "the French", where "the Swede" is one."""
    lower = context.skeleton.lower[mention.first : mention.last]
    return len(lower) == 2 and lower[0] == "the" and lower[1] in PERSONS and lower[1].endswith(_PEOPLES)


def _native(context: ArticleAnalysis, mention: Mention) -> Holder | None:
    """Return who "the Texan" is: the one before it who is said to be of Texas; None where nobody or more are."""
    word = context.skeleton.lower[mention.last - 1]
    if mention.last - mention.first != 2 or len(word) <= _ALIKE or word in TITLES:
        return None  # "the Minister" is of no place
    near = context.mentions[max(0, mention.number - LOOKED_AT) : mention.number]
    found = {
        one.entity
        for one in near
        if one.kind == NAME
        and any(each[:_ALIKE] == word[:_ALIKE] for each in context.entities[one.entity].places)
    }
    return Holder(found.pop(), ONLY) if len(found) == 1 else None
