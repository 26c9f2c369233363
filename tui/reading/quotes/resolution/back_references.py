"""The mention that "who", "which", "it" or "they" goes back to."""

from __future__ import annotations

from collections.abc import Sequence

from tui.reading.quotes.cues.speaker_features import CLAUSAL
from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, PRONOUN, Mention
from tui.reading.quotes.names.phrase_heads import head_of, heads_of
from tui.reading.quotes.names.roles import is_office_alone
from tui.reading.quotes.resolution.body_pronouns import leads_in, may_speak, own_body
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.word_classes import NOUNS as NAMED_NOUNS
from tui.reading.quotes.words.word_classes import PEOPLE, SINGULAR, word_set

_PREDICATE = frozenset(shapes.PREDICATE + ",")  # follows one who did or said something
_BEFORE_INVERSION = shapes.QUOTE + shapes.BREAK + ",.:;-"
_NO_PLURALS = ("ss", "us", "is", "ics", "news")
SEVERAL_OF = word_set(
    "one two three four five six seven eight nine ten these those many several few both all"
)
_PLACING = word_set("in at near from to against into across over toward towards around outside inside")
_NEAR_IT = 40  # mentions
_BESIDE, _FAR_BEHIND = 6, 12  # words between a name and the "who" that tells of it


def _is_plural(lower: Sequence[str], mention: Mention) -> bool:
    """Tell whether a noun in no list is more than one: "two trawlers", "the rebels"."""
    word = lower[mention.head]
    if mention.kind != NOUN or word == "police":
        return word == "police"
    several = (
        lower[mention.first] in SEVERAL_OF or lower[mention.first] == "the" or mention.first == mention.head
    )
    return several and word.endswith("s") and not word.endswith(_NO_PLURALS)


def _is_many(lower: Sequence[str], mention: Mention) -> bool:
    """Tell whether a name is spoken of as many: "Testwatch have said", "Testwatch insist"."""
    verb = lower[mention.last] if mention.last < len(lower) else ""
    alone = mention.kind == NAME and lower[max(0, mention.first - 2) : mention.first].count("and") == 0
    return alone and (verb in ("are", "have", "were") or CUES.get(verb) == verb)


def referent(context: ArticleAnalysis, mention: Mention, word: str) -> Mention | None:
    """Return the mention that "who", "it" or "they" goes back to."""
    shape, lower, paragraph = context.skeleton.shape, context.skeleton.lower, context.skeleton.paragraph
    here = paragraph[mention.first]
    second: Mention | None = None
    if word == "it" and (own := own_body(context, mention)) is not None:
        return own
    if word in ("who", "which"):
        return _told_of(context, mention, word)
    inserted = shape[mention.first - 1] == "," and shape[mention.last : mention.last + 1] == shapes.CUE
    for number in range(mention.number - 1, max(-1, mention.number - _NEAR_IT), -1):
        other = context.mentions[number]
        if word not in ("it", "they") or here - paragraph[other.first] > 2:
            break
        if (
            other.owner
            or (other.kind == PRONOUN and lower[other.first] != word)
            or lower[other.first] == "no"
        ):
            continue  # "No letter exists. It said"
        if (
            inserted
            and context.skeleton.sentence[other.first] == context.skeleton.sentence[mention.first]
            and not (
                word == "it"
                and (leads_in(context, head_of(context, other), mention) or _spoke(context, other, mention))
            )
            and not (word == "they" and ":" in shape[other.last : mention.first])
        ):
            continue  # "Lund was willing, it reported"
        if not _agrees(context, other, word):
            continue
        head = head_of(context, other)  # "the ministry" of "the ministry in Rome said"
        thing = word == "they" and other.kind == NOUN and lower[other.head] not in SINGULAR
        if _says(context, other, thing):
            if word == "it" and second is not None and _opens_before(context, second, other, mention):
                return head_of(context, second)
            return head
        acts = shape[other.last : other.last + 1] in _PREDICATE
        placed = context.skeleton.word_before(other.first) in _PLACING and not context.is_paper(other)
        acts = acts and not (placed and head is other)  # "troops in Norland, a legacy of the war"
        if second is None and not thing and (acts or _opens(context, other, mention)):
            second = other
            if word == "it" and leads_in(context, head, mention):
                return head
    return second and head_of(context, second)


def _agrees(context: ArticleAnalysis, other: Mention, word: str) -> bool:
    """Tell whether "they" may be a mention for many, or "it" one for one: no man, and no test of "a test for pupils"."""
    lower = context.skeleton.lower
    single = SINGULAR.get(lower[other.head], "")
    plural = other.kind == NOUN and (  # not "the United Nations"
        single != lower[other.head] if single and single != "police" else _is_plural(lower, other)
    )
    if word == "it":
        body = other.entity >= 0 and context.entities[other.entity].body is not None
        return not plural and (body or not context.is_human(other))
    head = head_of(context, other)
    one = head is not other and head.kind == NOUN and not _is_plural(lower, head)
    test = one and lower[head.head] not in NAMED_NOUNS and lower[head.first] not in SEVERAL_OF
    return not test and (plural or _is_many(lower, other))


def _says(context: ArticleAnalysis, other: Mention, thing: bool) -> bool:
    """Tell whether a mention says something where it stands; a `thing` not where it goes on, or is done to it.

    "The talks continued" is nothing that talks say, nor "a vote held by the mayor"; but "insurers said" is.
    """
    lower, at = context.skeleton.lower, other.last
    named = lower[max(0, other.first - 2) : other.first] == ["according", "to"]
    if follows_its_verb(context, other) or (named and not thing):
        return True
    if context.skeleton.shape[at : at + 1] != shapes.CUE:
        return False
    return not thing or (CUES.get(lower[at]) != "continue" and lower[at + 1 : at + 2] != ["by"])


def _spoke(context: ArticleAnalysis, other: Mention, mention: Mention) -> bool:
    """Tell whether somebody says what is before a semicolon, and "it" what is behind: "…, Oslo said; …, it added"."""
    shape = context.skeleton.shape
    return shape[other.last : other.last + 1] == shapes.CUE and ";" in shape[other.last : mention.first]


def _opens(context: ArticleAnalysis, other: Mention, mention: Mention) -> bool:
    """Tell whether people or a state begin the sentence before "they" or "it", with any verb: "The police in Oslo see …"."""
    skeleton = context.skeleton
    number = skeleton.sentence[other.first]
    people = other.kind == NOUN and SINGULAR.get(skeleton.lower[other.head]) in PEOPLE
    state = other.kind == NAME and bool(country_of(skeleton.lower[other.name_first : other.name_last]))
    begins = other.first == skeleton.sentences[number][0]
    return (people or state) and begins and number + 1 == skeleton.sentence[mention.first]


def _opens_before(context: ArticleAnalysis, second: Mention, other: Mention, mention: Mention) -> bool:
    """Tell whether a body is what the sentence right before "it" is of, and the last to speak stands before that."""
    skeleton = context.skeleton
    second = head_of(context, second)
    here, there = skeleton.sentence[mention.first], skeleton.sentence[second.first]
    opens = second.first <= skeleton.sentences[there][0] + 1
    return (
        opens and here == there + 1 and skeleton.sentence[other.first] < there and may_speak(context, second)
    )


def _told_of(context: ArticleAnalysis, mention: Mention, word: str) -> Mention | None:
    """Return the mention that "who" or "which" goes back to."""
    skeleton = context.skeleton
    first = skeleton.sentences[skeleton.sentence[mention.first]][0]
    before = context.mentions[max(0, mention.number - _NEAR_IT) : mention.number]
    if skeleton.word_before(mention.first) == "and":  # "Lund, who heads the port and who says"
        whos = [one for one in before if one.first > first and skeleton.lower[one.first] == word]
        if whos:
            return _told_of(context, whos[-1], word)
    for other in reversed(before):
        if (told := _relative(context, other, mention, word)) is not None:
            return told
        if mention.first - other.last > _FAR_BEHIND:
            return None
    return None


def _relative(context: ArticleAnalysis, other: Mention, mention: Mention, word: str) -> Mention | None:
    """Return whom "who" or "which" tells of, if that is `other`, which stands right before it."""
    shape = context.skeleton.shape
    between = shape[other.last : mention.first]
    beside = len(between) <= _BESIDE and between[-1:] in ("", ",", ")", shapes.CONNECTIVE)
    if other.owner or not beside or "(" in shape[other.first - 1 : other.first]:
        return None
    head = other
    bodied = context.skeleton.lower[other.head] in BODY_NOUNS
    for head in heads_of(context, other) if word == "who" else (other,):
        word_of = context.skeleton.lower[head.head]
        several = SINGULAR.get(word_of) in PEOPLE and (bodied or not context.is_human(other))
        if word_of in PEOPLE or several or is_office_alone(context, head):
            return head  # "the governor of Norwick, who", "members of the board who"
    # "told the incident to the police, who"
    return other if context.is_human(other) or (bodied and other.last == mention.first - 1) else head


def follows_its_verb(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is subject of the verb of saying before it: “…,” said the ministry."""
    shape, at = context.skeleton.shape, mention.first - 1
    inverted = at > 0 and shape[at] == shapes.CUE and shape[at - 1] in _BEFORE_INVERSION
    return inverted and CUES.get(context.skeleton.lower[at]) in CLAUSAL  # not "…, blames a flood"
