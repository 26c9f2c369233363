"""What a tie is worth: how often a mention of its kind stood for the right one in articles that no rule had seen.

Found wrong most often is what is left as written though somebody it may mean was named before: "the agency", "the
ministers", a surname spelled as nobody's is. The shares were counted over the first runs on the rounds of
`benchmarks/gold/development`, each before any rule was mended by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import PERSONS, country_of
from tui.reading.quotes.words.small_words import OWNERS
from tui.reading.quotes.words.spellings import spelling_key
from tui.reading.quotes.words.word_classes import (
    OFFICE_WORDS,
    OUTLETS,
    PEOPLE,
    THINGS,
    TITLES,
    singular,
    word_set,
)

# Right of those whose mention was chosen well, with three more at 75 % each, as some kinds are rare.
_WORTH = {
    "full": 1.0,
    "full other": 0.96,
    "state": 0.97,
    "letters": 0.92,
    "body": 0.9,
    "bare": 0.77,
    "new told": 0.88,
    "body of state": 0.92,
    "owned": 0.88,
    "unnamed": 0.95,
    "indefinite": 0.63,
    "his": 0.8,
    "the word": 0.85,
    "titled": 0.85,
    "word again": 0.8,
    "new alone": 0.78,
    "cut": 0.52,
    "word": 0.58,
    "long": 0.58,
    "alike": 0.53,
    "his known": 0.45,
    "thing": 0.5,
    "the native": 0.5,
    "known told": 0.5,
    "office in name": 0.42,
    "pronoun": 0.4,
    "known alone": 0.27,
}
_DEFINITE = word_set("the this that these those")
_INDEFINITE = word_set("a an one another some two three four five several many both")
_MERE_THINGS = (OUTLETS | THINGS) - BODY_NOUNS - PEOPLE
_SOMEBODY = PEOPLE | BODY_NOUNS | word_set("group company firm charity party club movement")
_ONE = word_set("a an one")
_BEHIND = word_set("of for in at from with to on inside near familiar who")
_LOOKED_BACK = 60  # mentions; as many ahead for names
_LONGEST = 3  # words of a person's name
_ALIKE = 0.65  # how much of two surnames is the same where they may be one, spelled twice
_NATIVE = re.compile(r"(?:ian|nan|can|gan|kan|ese)s?$")  # "the Louisianan"


def worth(context: ArticleAnalysis, mention: Mention, name: str) -> float:
    """Return how sure it is that a mention left as it is named, with `name`, is named right, from 0 to 1."""
    return _WORTH[kind_of(context, mention, name)]


def kind_of(context: ArticleAnalysis, mention: Mention, name: str) -> str:
    """Return the kind of a mention that stands for no more than its words, which make `name`."""
    if mention.kind == NAME and mention.entity >= 0:
        return _kind_of_name(context, mention, context.entities[mention.entity])
    return _kind_of_noun(context, mention, name) if mention.kind == NOUN else "pronoun"


def _kind_of_noun(context: ArticleAnalysis, mention: Mention, name: str) -> str:
    lower = context.skeleton.lower
    opens = lower[mention.first]
    if opens in OWNERS:
        return "his known" if len(_named_before(context, mention)) > 1 else "his"
    if shapes.POSSESSIVE in context.skeleton.shape[mention.first : mention.last]:
        return "owned"
    behind = mention.last < len(lower) and lower[mention.last] in _BEHIND
    if behind and len(name.split()) <= mention.last - mention.first:
        return "cut"
    if opens not in _DEFINITE:
        return _kind_of_unnamed(mention, lower)
    if lower[mention.head] in BODY_NOUNS and country_of(lower[mention.first : mention.last]):
        return "body of state"
    named = "known" if not behind and _named_before(context, mention) else "new"
    single = singular(lower[mention.head])
    if named == "new" and not behind and single in _MERE_THINGS:
        return "thing"  # "the site"
    return f"{named} {'alone' if mention.last - mention.first == 2 and not behind else 'told'}"


def _kind_of_unnamed(mention: Mention, lower: Sequence[str]) -> str:
    """Return the kind of a noun without "the": `unnamed` ("a senior official", "residents") can be taken for nobody else."""
    opens, head = lower[mention.first], lower[mention.head]
    counted = opens in _INDEFINITE
    single = singular(head) == head
    unnamed = singular(head) in _SOMEBODY and (opens in _ONE if counted else not single)
    return "unnamed" if unnamed and single == counted else "indefinite" if counted else "bare"


def _kind_of_name(context: ArticleAnalysis, mention: Mention, entity: Entity) -> str:
    words = entity.words
    if entity.body is not None:
        return "body"
    definite = context.skeleton.lower[mention.first] == "the"
    office = any(singular(word) in PEOPLE or word in OFFICE_WORDS for word in words)
    if country_of(list(words)) and len(words) < _LONGEST and not office:
        return "the native" if definite and words[-1] in PERSONS else "state"
    if office:
        return "office in name"
    if len(words) > 1:
        own = spelling_key(context.skeleton.lower[mention.name_last - 1])
        if mention.name_last - mention.name_first == 1 and not any(
            own in spelling_key(word) for word in words
        ):
            return "alike"  # "Dadashev" for Ruslan Dadasheev
        human = context.is_human(mention) or entity.roles
        return "long" if len(words) > _LONGEST else "full" if human else "full other"
    return _kind_of_word(context, mention, entity, definite=definite)


def _kind_of_word(context: ArticleAnalysis, mention: Mention, entity: Entity, *, definite: bool) -> str:
    if entity.name.isupper():
        return "letters"
    if definite:
        return "the native" if _NATIVE.search(entity.words[-1]) else "the word"
    near = context.mentions[max(0, mention.number - _LOOKED_BACK) : mention.number + _LOOKED_BACK]
    others = {one.entity for one in near if one.kind == NAME and one.entity >= 0} - {mention.entity}
    names = (context.entities[other].words for other in others)
    if any(len(words) > 1 and _likeness(entity.words[-1], words[-1]) > _ALIKE for words in names):
        return "alike"
    if _is_titled(context, mention):
        return "titled"  # "Captain Lund"
    return "word again" if len(entity.mentions) > 1 else "word"


def _is_titled(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether an office or a title stands before a name of one word, or is taken for its first."""
    lower = context.skeleton.lower
    before = lower[max(0, mention.name_first - 1) : mention.name_last - 1]
    return any(word.rstrip(".") in TITLES or word in PEOPLE for word in before)


@lru_cache(maxsize=4096)  # the same are compared for each quote of an article
def _likeness(word: str, other: str) -> float:
    return SequenceMatcher(None, word, other).ratio()


def _named_before(context: ArticleAnalysis, mention: Mention) -> set[int]:
    """Return the entities named before whom a noun may mean: people, or institutions."""
    word = context.skeleton.lower[mention.head]
    single = singular(word)
    before = context.mentions[max(0, mention.number - _LOOKED_BACK) : mention.number]
    named = {one.entity for one in before if one.kind == NAME and one.entity >= 0}
    people = {one for one in named if _is_somebody(context.entities[one])}
    if single in PEOPLE:
        return people
    bodies = {one for one in named - people if _may_be_body(context.entities[one])}
    return bodies if single in BODY_NOUNS else people | bodies


def _is_somebody(entity: Entity) -> bool:
    return entity.body is None and bool(entity.person or entity.roles)


def _may_be_body(entity: Entity) -> bool:
    return entity.body is not None or (len(entity.words) > 1 and not country_of(list(entity.words)))
