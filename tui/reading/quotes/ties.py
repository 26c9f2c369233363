"""What a tie is worth: how often a mention of its kind stood for the right one in articles that no rule had seen.

Found wrong most often is what is left as written though somebody it may mean was named before: "the agency", "the
ministers", a surname spelled as nobody's is. The shares were counted over the first runs on the rounds of
`benchmarks/gold/development`, each before any rule was mended by it.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from tui.reading.quotes import shapes
from tui.reading.quotes.bodies import BODY_NOUNS
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.introductions import Entity
from tui.reading.quotes.mentions import NAME, NOUN, Mention
from tui.reading.quotes.offices_table import country_of
from tui.reading.quotes.word_classes import OFFICE_WORDS, PEOPLE, SINGULAR, word_set

# Right of those whose mention was chosen well, with three more at 75 % each, as some kinds are rare.
_WORTH = {
    "full": 1.0,
    "full other": 0.96,
    "state": 0.97,
    "letters": 0.92,
    "body": 0.9,
    "bare": 0.89,
    "new told": 0.89,
    "owned": 0.88,
    "the state": 0.75,
    "indefinite": 0.7,
    "his": 0.7,
    "new alone": 0.7,
    "the word": 0.7,
    "cut": 0.63,
    "word": 0.6,
    "word human": 0.6,
    "long": 0.58,
    "alike": 0.53,
    "known told": 0.52,
    "office in name": 0.42,
    "pronoun": 0.4,
    "known alone": 0.3,
}
_DEFINITE = word_set("the this that these those")
_INDEFINITE = word_set("a an one another some two three four five several many both")
_OWNERS = word_set("his her its their")
_BEHIND = word_set("of for in at from with to on inside near familiar who")
_LOOKED_BACK = 60  # mentions
_LONGEST = 3  # words of a person's name
_ALIKE = 0.65


def worth(context: ArticleAnalysis, mention: Mention) -> float:
    """Return how sure it is that a mention that is left as it is named is named right, from 0 to 1."""
    return _WORTH[kind_of(context, mention)]


def kind_of(context: ArticleAnalysis, mention: Mention) -> str:
    """Return the kind of a mention that is left as it is named: a name's, or a noun's whose bearer is not named."""
    if mention.kind == NAME and mention.entity >= 0:
        return _name(context, mention, context.entities[mention.entity])
    if mention.kind != NOUN:
        return "pronoun"
    lower = context.skeleton.lower
    opens = lower[mention.first]
    if opens in _OWNERS:
        return "his"
    if shapes.POSSESSIVE in context.skeleton.shape[mention.first : mention.last]:
        return "owned"
    if lower[mention.last : mention.last + 1] and lower[mention.last] in _BEHIND:
        return "cut"
    if opens not in _DEFINITE:
        return "indefinite" if opens in _INDEFINITE else "bare"
    named = "known" if _may_be_named(context, mention) else "new"
    return f"{named} {'alone' if mention.last - mention.first == 2 else 'told'}"


def _name(context: ArticleAnalysis, mention: Mention, entity: Entity) -> str:
    words = entity.words
    if entity.body is not None:
        return "body"
    if country_of(list(words)) and len(words) < _LONGEST:
        return "the state" if context.skeleton.lower[mention.first] == "the" else "state"
    if any(SINGULAR.get(word, word) in PEOPLE or word in OFFICE_WORDS for word in words):
        return "office in name"
    if len(words) > _LONGEST:
        return "long"
    if len(words) > 1:
        return "full" if context.is_human(mention) or entity.roles else "full other"
    if any(other is not entity and _alike(words[-1], other) for other in context.entities):
        return "alike"
    if entity.name.isupper():
        return "letters"
    if context.skeleton.lower[mention.first] == "the":
        return "the word"
    return "word human" if context.is_human(mention) or entity.roles else "word"


def _alike(word: str, other: Entity) -> bool:
    last = other.words[-1] if other.words else ""
    return len(other.words) > 1 and SequenceMatcher(None, word, last).ratio() > _ALIKE


def _may_be_named(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether somebody was named before whom a noun may mean: a person, a body, or several of them."""
    word = context.skeleton.lower[mention.head]
    single = SINGULAR.get(word, word)
    before = context.mentions[max(0, mention.number - _LOOKED_BACK) : mention.number]
    entities = [context.entities[one.entity] for one in before if one.kind == NAME and one.entity >= 0]
    if single in PEOPLE:
        return any((one.person or one.roles) and not one.body for one in entities)
    if single in BODY_NOUNS:
        return any(one.body for one in entities)
    return any(one.person or one.roles or one.body for one in entities)
