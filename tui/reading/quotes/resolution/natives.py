"""Who "the Swede" and "the Texan" are, among those whom the article has named."""

from __future__ import annotations

from collections.abc import Iterable

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.resolution.human_names import may_be_person
from tui.reading.quotes.resolution.office_holders import LOOKED_AT, ONLY, Holder, only_person
from tui.reading.quotes.words.offices_table import PERSONS
from tui.reading.quotes.words.word_classes import TITLES

_TOLD = 0.7  # that somebody is of the state of which a clause tells
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
    found, sure = of_state(context, state, (one.entity for one in near if _is_persons(context, one)))
    if len(found) != 1:
        return only_person(context, near) if not found else None
    return Holder(found.pop(), sure)


def of_state(context: ArticleAnalysis, state: str, people: Iterable[int]) -> tuple[set[int], float]:
    """Return who of some people is of a state, and how sure that is: by office or title, else by what a clause tells."""
    entities = context.entities
    said, told = set(), set()
    for one in people:
        if state in entities[one].countries:
            said.add(one)
        elif state in entities[one].homelands and not entities[one].countries:
            told.add(one)
    return (said, ONLY) if said else (told, _TOLD)


def _is_persons(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is the name of somebody, and not itself "the Swede"."""
    if mention.kind != NAME or not may_be_person(context, mention):
        return False
    return context.entities[mention.entity].words[-1] not in PERSONS


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
