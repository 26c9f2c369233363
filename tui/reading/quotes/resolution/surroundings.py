"""Whom the sentences before a mention tell of: the subject of the last, the only person in several, who was met."""

from __future__ import annotations

from tui.reading.quotes.cues.cue_subjects import starting_at
from tui.reading.quotes.cues.cue_subjects import subject as cue_subject
from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.resolution.human_names import may_be_human
from tui.reading.quotes.resolution.pronoun_features import gendered, is_subject
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.word_classes import OUTLETS, PEOPLE, SINGULAR, THINGS, TITLES, word_set

_BEING = frozenset(("is", "was"))
# "Dr Ida Lund": later "the engineer"
COURTESY = word_set("doctor dr professor expert sheikh sir dame lord lady baroness")
_NEAR = 3  # words
_THEN = frozenset(("then", "later", "finally", "eventually", "meanwhile", "today"))
_NEW = frozenset(("a", "an", "one", "another"))
KNOWN = frozenset(("the", "his", "her", "their", "its"))
_ADDRESSING = frozenset(("ask", "tell", "call", "press", "question"))
_TELLING = frozenset(("tell",))
OFFICES = TITLES | {"mediator", "negotiator", "diplomat"}
_NO_PERSON = THINGS | OUTLETS
_ASIDES = frozenset(shapes.PARTICIPLE + shapes.CUE)
_THEIRS = frozenset(shapes.OTHER_PRONOUN)  # "a colleague of theirs"
_AHEAD, _SENTENCES = 60, 3  # mentions; a blank line is one


def subject_before(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return whom the sentence before a pronoun is about where nobody names them: "A clerk came out. He said …".

    A clause with a colon behind it is such a sentence: "His guest was brief: the talks, he said, were off". None where
    more than a quote stands before the pronoun in its sentence, or where the subject before it is named,
    may have been, or asked: “…,” she said is then the answer.
    """
    skeleton = context.skeleton
    number = skeleton.sentence[mention.first]
    here = skeleton.sentences[number][0]
    first, last = skeleton.sentences[number - 1] if number else (0, 0)
    if (colon := skeleton.shape.rfind(":", here, mention.first)) >= 0:
        first, last, here = here, colon + 1, colon + 1
    begun = skeleton.shape[here : mention.first]
    inserted = skeleton.shape[mention.first - 1] == "," and shapes.NAME not in begun
    if not (inserted or set(begun) <= set(shapes.BEHIND_QUOTE)) or skeleton.shape[last - 1] == shapes.BREAK:
        return None
    begins = first + (skeleton.lower[first] in _THEN)
    if skeleton.lower[first] == "in" and skeleton.shape[first + 1] == shapes.NAME:
        begins = first + 2 + (skeleton.shape[first + 2] == ",")  # "In Riga an official told"
    if skeleton.shape[first] in _ASIDES:  # "Asked about Lund, an official replied."
        begins = max(begins, skeleton.shape.find(",", first, last) + 1)
    subject = context.first_between(begins, last)
    if (speaker := _last_speaker(context, first, last)) is not None:
        return speaker
    if subject is None or subject.kind != NOUN or subject.first > begins + 1 or subject.last >= last:
        return None
    near = range(subject.last, min(last, subject.last + _NEAR))
    being = next((at for at in near if skeleton.lower[at] in _BEING), -1)
    behind = context.mentions_between(being, min(last, being + 2)) if being > 0 else []
    if any(one.kind == NAME and one.first == being + 1 for one in behind):
        return None  # "Her host was Ida Lund."
    return subject if _is_unnamed(context, subject, bool(begun)) else None


def _last_speaker(context: ArticleAnalysis, first: int, last: int) -> Mention | None:
    """Return who speaks last in a sentence, behind all that is said, new and without a name: "“Yes,” said a clerk."."""
    skeleton = context.skeleton
    verb = last
    while (verb := skeleton.shape.rfind(shapes.CUE, first, verb)) > first:
        inverted = skeleton.shape[verb - 1] in shapes.BEHIND_QUOTE
        speaker = starting_at(context, verb + 1, last) if inverted else cue_subject(context, verb)
        if speaker is None or speaker.kind != NOUN or CUES[skeleton.lower[verb]] not in CLAUSAL:
            continue
        if not inverted and (
            skeleton.shape[speaker.first - 1] not in shapes.BEHIND_QUOTE or speaker.last > verb
        ):
            continue
        word = skeleton.lower[speaker.head]
        one = word == "one" and skeleton.lower[speaker.last : speaker.last + 1] == ["of"]
        human = one or (word in PEOPLE and SINGULAR.get(word) not in PEOPLE)
        # "He was ill, a clerk said" tells of him
        told_of = context.mentions_between(first, min(verb, speaker.first))
        others = any(each.kind == NAME or gendered(context, each) for each in told_of)
        return speaker if human and not others and skeleton.lower[speaker.first] in _NEW else None
    return None


def _is_unnamed(context: ArticleAnalysis, subject: Mention, quoted: bool) -> bool:
    """Tell whether a noun is one person without a name: "a clerk", "the captain, a Finn,", "her captain", "Lund's clerk"."""
    skeleton = context.skeleton
    shape, word, opening = skeleton.shape, skeleton.lower[subject.head], skeleton.lower[subject.first]
    owned = shapes.POSSESSIVE in shape[subject.first : subject.head] and opening != "a"
    known = (opening in KNOWN or owned) and is_subject(shape, subject) and shape[subject.last] != ","
    apposed = shape[subject.last] == "," and skeleton.lower[subject.last + 1] in _NEW
    at = subject.last
    if shape[at] == shapes.CONNECTIVE and skeleton.lower[at] != "and":  # "A sergeant on the gate was asked."
        near = (one for one in context.mentions_between(at + 1, at + 4) if "," not in shape[at : one.first])
        at = next((one.last for one in near if not one.owner), at + 2 * (shape[at + 1] in _THEIRS))
    if shape[at : at + 2] == "," + shapes.RELATIVE:
        at = shape.find(",", at + 2) + 1  # "A delegate from Malta, who was late, protested."
    if at > subject.last:  # "The widow of Ivo Lund left."
        known = known or ((opening in KNOWN or owned) and shape[at] in shapes.PREDICATE)
    clause = shape[at] == shapes.RELATIVE  # "A driver who had waited got out."
    new = opening in _NEW and (not quoted or shape[at] in shapes.PREDICATE or clause)
    one_of = word == "one" and SINGULAR.get(skeleton.lower[at - 1]) in PEOPLE  # "One of the widows"
    return (apposed or known or new) and (one_of or (word in PEOPLE and SINGULAR.get(word) not in PEOPLE))


def tells_of(context: ArticleAnalysis, subject: Mention, entity: int) -> bool:
    """Tell whether one without a name speaks of somebody new: Lund in "The prosecutor said that Per Lund lied. He said".

    Or does something to somebody in the same clause, who is then another: "The judge had no patience with Per Lund".
    """
    skeleton = context.skeleton
    clause = context.mentions_between(
        subject.last + 1, skeleton.sentences[skeleton.sentence[subject.first]][1]
    )
    apart = skeleton.shape[subject.last : subject.last + 1] in shapes.FINITE + shapes.CONNECTIVE
    if apart and any(one.kind == NAME and one.entity == entity >= 0 and not one.owner for one in clause):
        return skeleton.lower[subject.last] not in _BEING
    verb = subject.last
    if skeleton.lower[subject.first] != "the" or CUES.get(skeleton.lower[verb]) in _ADDRESSING - _TELLING:
        return False
    found = context.entities[entity].mentions[0] if entity >= 0 else subject
    told_them = skeleton.shape[verb] == shapes.CUE and found.first > verb + (
        CUES[skeleton.lower[verb]] == "tell"
    )
    return told_them and skeleton.sentence[found.first] == skeleton.sentence[verb]


def talks(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a verb of saying stands beside a mention as its own: "Lund said", "said Lund"."""
    skeleton = context.skeleton
    says = skeleton.shape[mention.last : mention.last + 1] == shapes.CUE
    return says or CUES.get(skeleton.word_before(mention.first), "tell") != "tell"  # not "told Lund"


def is_new(entity: Entity, mention: Mention) -> bool:
    """Tell whether a full name is named here for the first time, of a person whom nothing tells to be anything."""
    told = (
        any(word.isdigit() for word in entity.words)
        or entity.roles - COURTESY
        or entity.body
        or country_of(list(entity.words))
        or _NO_PERSON.intersection(entity.words)
    )
    return len(entity.words) > 1 and entity.mentions[0] is mention and not told


def of_age(context: ArticleAnalysis, mention: Mention) -> int:
    """Return whom "the 58-year-old" means, told of before as "Ida Lund, 58,"; -1 for nobody, or where two are so old."""
    lower = context.skeleton.lower
    age, old, rest = lower[mention.head].partition("-year-old")
    if not old or rest or lower[mention.first : mention.head] != ["the"]:
        return -1
    if any(
        one.kind == NOUN
        and lower[mention.head] in lower[one.first : one.last]
        and context.skeleton.word_before(one.first) != ","
        for one in context.mentions[: mention.number]
        if lower[one.first] in _NEW
    ):
        return -1  # "A 58-year-old driver came."
    found = {
        one.entity
        for one in context.mentions[: mention.number]
        if one.kind == NAME
        and (lower[one.last : one.last + 2] == [",", age] or lower[one.first] == lower[mention.head])
    }
    return found.pop() if len(found) == 1 else -1


def only_person_before(context: ArticleAnalysis, mention: Mention) -> int:
    """Return whom "the engineer" means: the only one the sentences before tell of, and of whom nothing is told; else -1."""
    skeleton = context.skeleton
    here = skeleton.sentence[mention.first]
    found: list[int] = []
    for other in reversed(context.mentions[max(0, mention.number - _AHEAD) : mention.number]):
        if here - skeleton.sentence[other.first] > _SENTENCES:
            break
        if skeleton.paragraph[other.first] != skeleton.paragraph[mention.first]:
            break
        if other.kind == NAME and _is_full_name(context.entities[other.entity]) and other.entity not in found:
            found.append(other.entity)
    if len(found) != 1:
        return -1
    entity = context.entities[found[0]]
    acts = any(
        is_subject(skeleton.shape, one)
        or skeleton.lower[one.last : one.last + 2] in ([",", "whose"], [",", "who"])
        or skeleton.word_before(one.first) == "for"  # "For Ida Lund the matter is closed."
        for one in entity.mentions
        if one.first < mention.first
    )
    return found[0] if acts and entity.roles <= COURTESY else -1


def _is_full_name(entity: Entity) -> bool:
    words = list(entity.words)
    return (
        len(words) > 1
        and not entity.name.split()[0].isupper()
        and may_be_human(entity)
        and not (country_of(words) or _NO_PERSON.intersection(words))
    )


def met_by(context: ArticleAnalysis, mention: Mention) -> set[int]:
    """Return whom an office cannot be, as it did something with them: Lund in "The minister spoke with Ida Lund"."""
    lower = context.skeleton.lower
    words = lower[mention.first : mention.last]
    found: set[int] = set()
    for other in context.mentions[max(0, mention.number - _AHEAD) : mention.number]:
        # "the president" is "the president of the republic" who was told of
        if lower[other.first : other.first + len(words)] == words:
            found |= met_with(context, other)
    return found


def met_with(context: ArticleAnalysis, mention: Mention) -> set[int]:
    """Return those with whom one that a sentence begins with does something in it."""
    skeleton = context.skeleton
    first, last = skeleton.sentences[skeleton.sentence[mention.first]]
    if mention.first != first or skeleton.shape[mention.last : mention.last + 1] not in tuple(shapes.VERB):
        return set()
    be = skeleton.lower[mention.last] == "is"  # "The mayor is Ida Lund" met nobody
    behind = context.mentions_between(mention.last + 1 + be, last)
    return {one.entity for one in behind if one.kind == NAME and not one.owner}
