"""What is to be said for and against the name that a speaker was given: by what mention, how tied to it, who else is meant.

Names of features for the table "doubt" of `weights.json`, which weighs them (`cues.confidence`). It is learned from the
first runs on passages that no rule had seen. What is asked here must be known from the text and the record alone, so that
it can be asked of those runs too (`benchmarks.first_runs`), which older engines made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.core.speakers import SEVERAL
from tui.reading.quotes.cues.confidence import AS_WRITTEN
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.resolution.ties import kind_of
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import ADJECTIVES, COUNTRIES, country_of
from tui.reading.quotes.words.small_words import DETERMINING
from tui.reading.quotes.words.word_classes import OUTLETS, PEOPLE, TITLES, singular, word_set

# How a mention was tied to its name, by a word or two of what is told of that; in the order in which they are tried.
_MANNERS = (
    "more than one may be meant",
    "one of each",
    "those named before",
    "the last speaker",
    "the likeliest person",
    "introduced as such",
    "who may hold it",
    "the only one named",
    "the only one told",
    "whose it is",
    "the subject before",
)
_LOOKED_BACK = 60  # mentions
_NEAR, _FAR = 2, 4  # sentences, and more
_MOST = 3  # rivals, and more
_HE = word_set("he she him her")
_MALE = word_set("he him")
_TITLES = TITLES | PEOPLE
_PLAIN_KINDS = ("full", "full other", "word", "word again", "state", "letters", "body")
_ONE = ("a", "an")
_OUTLETS = OUTLETS | word_set("news agency press radio television newspaper daily times journal post")
_ACTING = shapes.PREDICATE + "," + shapes.RELATIVE


@dataclass(slots=True)
class _Tie:
    """A mention that speaks, the name it was given, its entity's number or -1, and the mentions with names before it."""

    context: ArticleAnalysis
    speaker: Mention
    who: str  # the kind of mention; of a pronoun, "he" for "she" too
    manner: str
    name: str
    entity: int
    before: list[Mention]


def doubts(context: ArticleAnalysis, speaker: Mention, name: str, why: str, others: int) -> list[str]:
    """Return what tells how well `speaker` was named `name`, as `why` tells; `others` names were not taken."""
    near = context.mentions[max(0, speaker.number - _LOOKED_BACK) : speaker.number]
    manner = next((one for one in _MANNERS if one in why), "tied" if "→" in why else AS_WRITTEN)
    before = [one for one in near if one.kind == NAME and one.entity >= 0]
    tie = _Tie(context, speaker, _kind(context, speaker), manner, name, context.named(name), before)
    found = [f"{tie.who} {tie.manner}", f"others={min(others, _MOST)}"]
    if SEVERAL in name:
        found.append("several")
    if manner == AS_WRITTEN:
        found.append(kind_of(context, speaker, name))
    if plainly := _plainly(tie, why):
        found.append(plainly)
    found += _entity(tie)
    found += _written(tie)
    if tie.who == "he":
        found += _pronoun(tie, near)
    elif tie.who == NOUN:
        found += _noun(tie)
    return found


def _plainly(tie: _Tie, why: str) -> str:
    """Return `plain name`, `plain noun` or `plain pronoun` for one that can be nobody else, as subject of its own verb.

    Such are a name that stands for itself, "Norway's coast guard", "the official" behind the only "a … official", and
    "she" behind the only woman named, and the only human being, in its paragraph.
    """
    context, speaker, lower = tie.context, tie.speaker, tie.context.skeleton.lower
    if tie.who == NAME and tie.manner == AS_WRITTEN:
        return "plain name" if kind_of(context, speaker, tie.name) in _PLAIN_KINDS else ""
    if tie.who == "he":
        return "plain pronoun" if _alone(tie) else ""
    if tie.who != NOUN:
        return ""
    own = context.skeleton.shape.find(shapes.POSSESSIVE, speaker.first, speaker.head)
    if tie.manner == AS_WRITTEN:
        state = own > 0 and country_of(lower[speaker.first : own]) and lower[speaker.head] in BODY_NOUNS
        return "plain noun" if state else ""
    behind = why.rpartition("→ ")[2].split(" ", 1)[0].lower()
    if tie.manner != "tied" or behind not in _ONE or lower[speaker.first : speaker.head] != ["the"]:
        return ""
    alike = [
        one
        for one in context.mentions[max(0, speaker.number - _LOOKED_BACK) : speaker.number]
        if one.kind == NOUN and lower[one.head] == lower[speaker.head] and lower[one.first] != "the"
    ]
    return "plain noun" if len(alike) == 1 else ""


def _alone(tie: _Tie) -> bool:
    """Tell whether a "he" stands for the one human being, of that gender, whom its paragraph names shortly before it.

    Nobody without a name stands there too: "Lund wept. Her captain did not".
    """
    context, speaker = tie.context, tie.speaker
    sentence, paragraph = context.skeleton.sentence, context.skeleton.paragraph
    here = [one for one in tie.before if paragraph[one.first] == paragraph[speaker.first]]
    own = _last(here, tie.entity)
    human = {one.entity for one in here if context.is_human(one)} == {tie.entity}
    if own is None or not human or sentence[speaker.first] - sentence[own.first] > _NEAR:
        return False
    if _vote(context, tie.entity) * _sex(tie) <= 0:
        return False
    near = context.mentions[max(0, speaker.number - _LOOKED_BACK) : speaker.number]
    unnamed = (one for one in near if paragraph[one.first] == paragraph[speaker.first])
    governed = context.skeleton.shape[own.first - 1 : own.first] == shapes.CONNECTIVE  # "As for Lund, she"
    return not (governed or own.owner or any(_is_another(context, one, own) for one in unnamed))


def _is_another(context: ArticleAnalysis, one: Mention, own: Mention | None) -> bool:
    """Tell whether a mention is somebody without a name, and not what `own` is: "Lund, the spokesman, smiled"."""
    lower, shape = context.skeleton.lower, context.skeleton.shape
    somebody = one.kind == NOUN and lower[one.head] in PEOPLE and singular(lower[one.head]) == lower[one.head]
    return somebody and not (own and shape[own.last : one.first] == ",")


def _last(before: Sequence[Mention], entity: int) -> Mention | None:
    return next((one for one in reversed(before) if one.entity == entity), None)


def _sex(tie: _Tie) -> int:
    return 1 if tie.context.skeleton.lower[tie.speaker.first] in _MALE else -1


def _kind(context: ArticleAnalysis, speaker: Mention) -> str:
    word = context.skeleton.lower[speaker.first]
    return speaker.kind if speaker.kind != PRONOUN else "he" if word in _HE else word


def _entity(tie: _Tie) -> Iterator[str]:
    """Yield what is known of who was taken: a human being, a body or neither, and how far off it was named before."""
    if tie.entity < 0:
        yield "no entity"
        return
    entity = tie.context.entities[tie.entity]
    human = entity.person or entity.male or entity.female
    yield "human" if human else "body" if entity.body else "neither"
    yield "with an office" if entity.roles else "without an office"
    last = _last(tie.before, tie.entity)
    if tie.who == NAME:
        yield "named before" if last else "named first"
    else:
        sentence = tie.context.skeleton.sentence
        away = sentence[tie.speaker.first] - sentence[last.first] if last else -1
        yield f"{tie.who} {'named behind' if away < 0 else f'away={min(away, _FAR)}'}"


def _written(tie: _Tie) -> Iterator[str]:
    """Yield what the name is like, and what stands before the mention."""
    shape, speaker = tie.context.skeleton.shape, tie.speaker
    yield f"{speaker.kind} behind {shape[speaker.first - 1] if speaker.first else shapes.BREAK}"
    words = tie.name.split()
    lower = [word.lower().strip(".,") for word in words]
    if not words:
        return
    if tie.manner != AS_WRITTEN and len(words) == 1:
        yield f"{tie.who} tied to one word"
    if lower[-1] in _TITLES:
        yield f"{tie.who} named by an office"
    if _OUTLETS.intersection(lower):
        yield "outlet"
    place = "-".join(lower[lower[0] == "the" :])
    if not words[0][0].isupper() or (place in COUNTRIES and place not in ADJECTIVES):
        return  # "Moscow", "the Kremlin": a state or its seat by the name that it has everywhere
    if lower[0] in _TITLES:
        yield "title first"
    written = tie.context.written(speaker)
    titled = written != tie.name and written.partition(" ")[0].casefold().strip(".") in _TITLES
    if len(words) == 1 and not titled:
        yield "one word"


def _pronoun(tie: _Tie, near: Sequence[Mention]) -> Iterator[str]:
    """Yield who else a "he" or "she" may mean, and whether its gender is that of who was taken."""
    context, speaker = tie.context, tie.speaker
    shape, paragraph = context.skeleton.shape, context.skeleton.paragraph
    sex = _sex(tie)
    rivals = {
        one.entity
        for one in tie.before
        if one.entity != tie.entity
        and paragraph[speaker.first] - paragraph[one.first] <= _FAR
        and context.is_human(one)
        and _vote(context, one.entity) * sex >= 0
    }
    yield f"rivals={min(len(rivals), _MOST)}"
    vote = _vote(context, tie.entity) * sex if tie.entity >= 0 else 0
    yield "gender known" if vote > 0 else "gender against" if vote < 0 else "gender unknown"
    own = _last(tie.before, tie.entity)
    since = own.number if own else -1
    names = {one.entity for one in tie.before if one.number > since}
    yield f"names between={min(len(names), _MOST)}"
    unnamed = any(
        one.number > since
        and not one.owner
        and _is_another(context, one, own)
        and shape[one.last : one.last + 1] in _ACTING
        for one in near
    )
    if unnamed:
        yield "unnamed between"


def _vote(context: ArticleAnalysis, entity: int) -> int:
    known = context.entities[entity]
    return known.male - known.female


def _noun(tie: _Tie) -> Iterator[str]:
    """Yield who else a noun may mean: who holds the office, and whether others are called so in other words."""
    context, speaker = tie.context, tie.speaker
    lower = context.skeleton.lower
    head, known = singular(lower[speaker.head]), tie.manner != AS_WRITTEN
    state = country_of(lower[speaker.first : speaker.last])
    known_holders = (one.entity for one in tie.before if head in context.entities[one.entity].roles)
    holders = {one for one in known_holders if _may_be_of(context.entities[one], state)}
    yield f"holders={min(len(holders), _MOST)}{' tied' if known else ''}"
    opens = lower[speaker.first]
    yield f"opens {opens if opens in DETERMINING else context.skeleton.shape[speaker.first]}"
    words = lower[speaker.first + 1 : speaker.last]
    around = context.mentions[max(0, speaker.number - _LOOKED_BACK) : speaker.number + _LOOKED_BACK]
    otherwise = any(
        one.kind == NOUN and singular(lower[one.head]) == head and lower[one.first + 1 : one.last] != words
        for one in around
    )
    if otherwise:
        yield f"called otherwise{' tied' if known else ''}"
    if head in BODY_NOUNS:
        yield "body noun"


def _may_be_of(entity: Entity, state: str) -> bool:
    """Tell whether somebody may be who is said to be of a state, as far as the text tells where they belong."""
    return not state or not entity.countries or state in entity.countries
