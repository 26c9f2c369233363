"""Whether a name may be a person's, whom "he" or "she" means: not a body's, a ship's, a town's, a paper's."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.reading.media_names import ONE_WORD
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import COUNTRIES, DEMONYMS, MATTERS, PERSONS, RANKS, country_of
from tui.reading.quotes.words.word_classes import OUTLETS, PEOPLE, THINGS, TITLES, word_set

_PERSONS = PERSONS.keys() | TITLES | PEOPLE
_VERBS = 3  # words, of "had later told"
_SHIPS = frozenset(("mv", "ms", "hms", "uss", "ss", "hmas", "hmnzs", "hmcs", "ins", "rv"))
_PLACED = frozenset(("in", "near", "outside"))
_BEFORE_TOWNS = _PLACED | {"to", "from", "at"}
_TRUSTING = frozenset("faith trust trusted confidence belief believes believed interest hope".split())
_ENDS = word_set("""
    co inc ltd corp llc plc gmbh holdings ferries shipyards airlines airways motors railways province county district region
    airport
""")
_PLACES = {*COUNTRIES, "europe", "africa", "asia", "america", "oceania"}
_STATIONS = frozenset(("radio", "tv", "television", "channel"))
_SITE = re.compile(r"\w\.[a-z]{2,}$")  # "Norwick.com"
_OFFICES = TITLES | MATTERS | RANKS | COUNTRIES.keys()
_THINGS = (THINGS | OUTLETS) - PEOPLE


def may_be_human(entity: Entity) -> bool:
    """Tell whether "he" or "she" may mean an entity: not an institution, nor what an adjective of a state stands for."""
    person = bool(entity.person)
    return (
        entity.body is None
        and not (entity.ship or entity.thing)
        and _may_be_persons(entity.words, person=person)
    )


@lru_cache(maxsize=1 << 12)  # asked for each "he" behind a name
def _may_be_persons(words: tuple[str, ...], *, person: bool) -> bool:
    states = (word in DEMONYMS or word.removesuffix("s") in DEMONYMS for word in words)
    alone = len(words) == 1 and not person
    no_name = alone and (words[0] in _PLACES or words[0] in ONE_WORD)  # "told Reuters"
    ship = len(words) > 1 and words[0] in _SHIPS
    named_so = words[-1].rstrip(".") in _ENDS or _SITE.search(words[-1])
    return not (no_name or ship or named_so or all(states))


def may_be_person(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a name may be somebody's, as far as it shows."""
    entity = context.entities[mention.entity]
    words = entity.words
    if _OFFICES.issuperset(words):
        return False  # "the Deputy Prime Minister" is whoever holds that
    named = len(words) > 1 and not country_of(list(words)) and (THINGS | OUTLETS).isdisjoint(words)
    return entity.body is None and (context.is_human(mention) or bool(entity.roles) or named)


def hardly_human(entity: Entity) -> bool:
    """Tell whether nothing makes a name a person's, and it is letters, or ends as outlets do."""
    if entity.person or entity.roles or entity.male != entity.female:
        return False
    station = len(entity.words) > 1 and entity.words[0] in _STATIONS
    return station or entity.name.isupper() or bool(_THINGS.intersection(entity.words[-1:]))


def is_place(context: ArticleAnalysis, entity: Entity) -> bool:
    """Tell whether something named stands as towns do: "the south to San Salvador"."""
    return any(context.skeleton.word_before(one.first) in _BEFORE_TOWNS for one in entity.mentions)


def is_common(context: ArticleAnalysis, entity: int) -> bool:
    """Tell whether a name may be nobody's: a word behind "in" (no "faith in Lund") or "the", or one only at a beginning."""
    known, skeleton, lower = context.entities[entity], context.skeleton, context.skeleton.lower
    if len(known.words) > 1 or known.person or known.male != known.female or known.roles:
        return False
    word = known.words[0]
    if word not in _PERSONS and all(lower[one.first : one.name_first] == ["the"] for one in known.mentions):
        return True  # a ship, a paper: "the Alborz"
    placed = (
        one.first
        for one in known.mentions
        if context.skeleton.word_before(one.first) in _PLACED and not one.owner
    )
    return any(lower[at - 2] not in _TRUSTING for at in placed) or all(
        one.first == skeleton.sentences[skeleton.sentence[one.first]][0]
        and skeleton.shape[one.last : one.last + 1] == shapes.AUXILIARY
        and skeleton.shape[one.last : one.last + _VERBS].lstrip(shapes.PREVERB)[:1] != shapes.CUE
        for one in known.mentions
    )
