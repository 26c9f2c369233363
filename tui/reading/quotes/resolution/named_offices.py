"""Who is named right behind an office: "the mayor, Helen Brandt, said", "a judge of the court, Ida Lund, said"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from tui.reading.quotes.names.appositions import is_office
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import PORTFOLIOS, country_of, role_of
from tui.reading.quotes.words.small_words import CALLED
from tui.reading.quotes.words.word_classes import PEOPLE, SINGULAR, TITLES, word_set

BELONGING = word_set("for of at from in with to before")
_OBJECTS = word_set("him her them")
_OF_TOWNS = word_set(
    "new north south east west saint st san santa los las el la le port fort puerto hong rhode"
)
_REGIONS = [
    [word] for word in "region province district oblast county prefecture area state valley islands".split()
]
_HELD_ALONE = word_set("""
    president premier minister chancellor governor mayor king queen pope prince princess emperor sultan emir prosecutor
    commissioner speaker ambassador secretary-general attorney-general vice-president
""")
_BESIDE = 6  # words
_PLAINLY = 5  # words of what somebody is
AGENTS = ("er", "or", "ist", "man", "woman")
"""What words for who does something end in: "the public defender", "a schoolteacher"."""
_TRADES = (*AGENTS, "d'affaires", "d’affaires")
_CLAUSE = 8  # and of what they did


def apposed(context: ArticleAnalysis, mention: Mention) -> int:
    """Return the entity named right after an office: "the mayor, Helen Brandt, said"."""
    shape, mentions = context.skeleton.shape, context.mentions
    number, last = mention.number + 1, mention.last
    last += context.skeleton.lower[last : last + 1] in (["himself"], ["herself"])
    if shape[last : last + 1] == shapes.CONNECTIVE and _OBJECTS.intersection(
        context.skeleton.lower[last + 1 : last + 2]
    ):
        last += 2  # "an adviser to her, Helen Brandt, said"
    if context.skeleton.lower[last : last + 1] == ["who"]:
        return _behind_clause(context, last)
    # "a spokeswoman for the ministry, Helen Brandt, said"
    while (
        number < len(mentions)
        and last < len(shape)
        and shape[last] == shapes.CONNECTIVE
        and number < mention.number + 4
    ):
        if context.skeleton.lower[last] not in BELONGING or not 0 < mentions[number].first - last < 3:
            return -1
        last = behind_region(context, mentions[number])
        # "an organiser of the Norwick protest, Helen Brandt, said"
        last += shape[last : last + 2] == shapes.OTHER + ","
        number += 1
        while number < len(mentions) and mentions[number].first < last < mentions[number].last:
            last = mentions[number].last  # "of the city's council": the owner is a mention too
            number += 1
    if number >= len(mentions) or shape[last : last + 1] != ",":
        return -1
    if last == mention.last and (titled := _titled(context, last + 1)) >= 0:
        return titled
    name = mentions[number]
    if name.owner and number + 1 < len(mentions) and mentions[number + 1].first == name.first:
        name = mentions[number + 1]  # "his shadow, Labour's Ida Lund, said"
    if name.kind != NAME or name.first != last + 1 or context.skeleton.lower[name.first] in ("a", "an"):
        return -1  # "the governor, a Republican, said"
    if last > mention.last and context.skeleton.shape[mention.last] == shapes.CONNECTIVE:
        own = _closes_office(context, name) and not _is_of_boss(context, mention, mentions[number - 1], name)
        return name.entity if own else -1
    if shape[name.last : name.last + 1] in (",", ".", ""):
        return name.entity
    return name.entity if _is_told_of(context, name) else -1


def _titled(context: ArticleAnalysis, first: int) -> int:
    """Return the entity of a full name behind what its bearer is, which begins at word `first`; -1 for none.

    "The witness, former customs chief Ida Lund, said", "a woman, a nurse called Ida Lund, said".
    """
    if (called := _called(context, first)) >= 0:
        return called
    lower, shape = context.skeleton.lower, context.skeleton.shape
    near = context.mentions_between(first, first + _PLAINLY)
    name = next((one for one in near if one.kind == NAME and context.is_human(one)), None)
    if name is None or name.first == first or shape[name.last : name.last + 1] != ",":
        return -1
    if lower[name.last + 1 : name.last + 2] == ["and"]:
        return -1  # "the minister, former mayor Ida Lund, and a clerk" are three
    told = lower[name.first - 1]
    trade = shape[name.first - 1] == shapes.OTHER and told.endswith(_TRADES)
    plain = set(shape[first : name.first]) <= set(shapes.NOMINAL)
    full = name.name_last - name.name_first > 1
    return name.entity if plain and full and (trade or is_office(told)) else -1


def _closes_office(context: ArticleAnalysis, name: Mention) -> bool:
    """Tell whether a name behind "a spokeswoman for the ministry," is hers; a town may stand there too."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    end = name.last
    if _is_told_of(context, name):  # "Their leader in the senate, Ida Lund of Norwick, said"
        end = shape.index(",", end)
    talks = shape[end : end + 2] in (",V", ",X") or lower[end : end + 2] == [",", "who"]
    town = lower[name.name_first] in _OF_TOWNS
    ends = shape[name.last : name.last + 1] in (".", ":", ";") and not town
    return name.name_last - name.name_first > 1 and (talks or ends)


def _is_of_boss(context: ArticleAnalysis, office: Mention, boss: Mention, name: Mention) -> bool:
    """Tell whether a name may be that of whom "said an adviser to the president, Ida Lund." serves.

    Not where it has the office elsewhere: "Lund, the president's adviser".
    """
    skeleton = context.skeleton
    lower, head = skeleton.lower, skeleton.lower[boss.head]
    if lower[office.first] not in ("a", "an") or boss is office or head not in _HELD_ALONE:
        return False
    named, state = context.entities[name.entity], country_of(lower[boss.first : boss.last])
    matters = PORTFOLIOS.intersection(lower[boss.first : boss.last])
    held = [
        one
        for one in context.entities
        if role_of(head) in one.roles
        and one.portfolios >= matters
        and (not state or not one.countries or state in one.countries)
    ]
    closed = skeleton.shape[name.last : name.last + 1] == ","  # "an adviser to the president, Ida Lund, said"
    if (held or closed) and named not in held:
        return False
    own = role_of(lower[office.head])
    for one in named.mentions:
        first, last = skeleton.sentences[skeleton.sentence[one.first]]
        words = lower[max(first, one.first - _BESIDE) : min(last, one.last + _BESIDE)]
        if one is not name and any(own == role_of(word) for word in words):
            return False
    return True


def _behind_clause(context: ArticleAnalysis, who: int) -> int:
    """Return the entity of the name in "the envoy who wrote the plan, Ida Lund, said"; -1 where another may be so called."""
    skeleton = context.skeleton
    comma = skeleton.shape.find(",", who, who + _CLAUSE)
    name = context.first_between(comma + 1, comma + 2) if comma > 0 else None
    if name is None or name.kind != NAME or skeleton.shape[name.last : name.last + 2] not in (",V", ",X"):
        return -1
    full = name.name_last - name.name_first > 1 and shapes.QUOTE not in skeleton.shape[who:comma]
    word = skeleton.lower[comma - 1]  # "who met the mayor, Ida Lund,"
    return name.entity if full and word not in PEOPLE and word not in TITLES else -1


def _is_told_of(context: ArticleAnalysis, name: Mention) -> bool:
    """Tell whether a full name goes on to a comma by what its bearer is of: "Ida Lund of the opposition, said"."""
    skeleton = context.skeleton
    belongs = BELONGING.intersection(skeleton.lower[name.last : name.last + 1])
    if name.name_last - name.name_first < len(("Ida", "Lund")) or not belongs:
        return False
    comma = skeleton.shape.find(",", name.last, name.last + _PLAINLY + 1)
    return comma > 0 and not skeleton.shape[name.last + 1 : comma].strip(shapes.NOMINAL)


def _called(context: ArticleAnalysis, first: int) -> int:
    """Return the entity of the name in "an elderly woman named Ida Lund," which begins at word `first`; -1 for none."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    end = first
    while end < min(len(shape), first + _PLAINLY) and shape[end] in shapes.NOMINAL + shapes.ADVERB:
        end += 1
    if end == first or lower[end - 1] in SINGULAR or end >= len(lower) or lower[end] not in CALLED:
        return -1
    number = bisect_left(context.mention_starts, end + 1)
    name = context.mentions[number] if number < len(context.mentions) else None
    return name.entity if name is not None and name.kind == NAME and name.first == end + 1 else -1


def behind_region(context: ArticleAnalysis, place: Mention) -> int:
    """Return the word behind a place and what it is: "the Amur region"."""
    return place.last + (context.skeleton.lower[place.last : place.last + 1] in _REGIONS)


def held_with(ranks: set[str], lower: list[str], entity: Entity, noun: str) -> bool:
    """Tell whether the office of a noun is somebody's only with one of some ranks: "Vice President Ida Lund"."""
    if not ranks & entity.ranks:
        return False
    for one in entity.mentions:
        before = lower[one.first : one.name_first] or lower[max(0, one.first - _PLAINLY) : one.first - 1]
        comma = lower[one.last : one.last + 1] == [","]
        behind = takewhile(str.isalpha, lower[one.last + 1 : one.last + _PLAINLY]) if comma else ()
        if any(noun in words and ranks.isdisjoint(words) for words in (before, [*behind])):
            return False
    return True
