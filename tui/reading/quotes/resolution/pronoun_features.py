"""Weighing whom "he" or "she" means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, PRONOUN, Mention
from tui.reading.quotes.resolution.human_names import is_common, may_be_human
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import CUES
from tui.reading.quotes.words.word_classes import NOUNS, OFFICE_WORDS, PEOPLE, singular

_STATEMENT_END = shapes.QUOTE + shapes.BREAK + "."
_BEFORE_SUBJECT = shapes.BREAK + shapes.QUOTE + shapes.TIME + shapes.CONNECTIVE + shapes.CUE + ".,-:;"
_BACK = 70  # mentions looked back over, at most
# Stands before a pronoun that begins its sentence.
_GOING_ON = frozenset(shapes.QUOTE + "," + shapes.ADVERB + shapes.CONNECTIVE + shapes.TIME + shapes.NUMBER)
_REMEMBERED = 2  # paragraphs
_GENDERED = {"he": "he", "him": "he", "she": "she", "her": "she"}


@dataclass(slots=True)
class DiscourseState:
    """What has been said so far: who spoke last, where, and whom "he" and "she" meant last."""

    speaker: int = -1
    speaker_at: int = -1
    male: int = -1
    female: int = -1
    meant: dict[int, tuple[bool, int]] = field(default_factory=dict)  # by entity: by "he" last, and where

    def meant_by_the_other(self, entity: int, he: bool, paragraph: int) -> bool:
        """Tell whether an entity was last meant by "she" where this is "he", or the other way, not long before."""
        was_he, at = self.meant.get(entity, (he, paragraph))
        return was_he != he and paragraph - at <= _REMEMBERED


def antecedents(
    context: ArticleAnalysis, mention: Mention, resolved: Mapping[int, int]
) -> dict[int, list[Mention]]:
    """Return the entities that a pronoun may mean, each with its mentions before it, nearest first.

    `resolved` gives the entity of pronouns that are understood already, by number of mention.
    """
    mentions, paragraph = context.mentions, context.skeleton.paragraph
    here = paragraph[mention.first]
    found: dict[int, list[Mention]] = {}
    for number in range(mention.number - 1, max(-1, mention.number - _BACK), -1):
        other = mentions[number]
        if here - paragraph[other.first] > 8 and len(found) > 1:
            break
        if context.datelines and number in context.datelines:
            continue
        entity = resolved.get(number, other.entity if other.kind == NAME else -1)
        if entity in found:
            found[entity].append(other)
        elif entity >= 0 and may_be_human(context.entities[entity]) and not is_common(context, entity):
            found[entity] = [other]
    return found


@dataclass(slots=True)
class _Antecedent:
    """An entity weighed as what a pronoun means, with what its feature functions share.

    `nearest` is its mention nearest the pronoun, `where` how far that is: paragraphs, and sentences within one ("0p2").
    """

    context: ArticleAnalysis
    pronoun: Mention
    word: str
    entity: int
    known: Entity
    nearest: Mention
    away: int
    where: str
    subject: bool


def pronoun_features(  # noqa: PLR0917
    context: ArticleAnalysis,
    mention: Mention,
    entity: int,
    near: list[Mention],
    order: int,
    state: DiscourseState,
    quote: int = -1,
    subjects: int = 0,
) -> list[str]:
    """Return what speaks for `mention`, a "he" or "she", meaning `entity`, whose mentions are `near`.

    `order` is the number of other entities named between, `subjects` of those among them that were subjects;
    `quote` the stretch the pronoun speaks, or -1. Their order is fixed: the weights are summed in it.
    """
    skeleton, nearest = context.skeleton, near[0]
    apart = skeleton.sentence[mention.first] - skeleton.sentence[nearest.first]
    away = skeleton.paragraph[mention.first] - skeleton.paragraph[nearest.first]
    one = _Antecedent(
        context=context, pronoun=mention, word=_GENDERED[skeleton.lower[mention.first]], entity=entity,
        known=context.entities[entity], nearest=nearest, away=away,
        where=f"{min(away, 3)}p{min(apart, 3) if away == 0 else ''}", subject=is_subject(skeleton.shape, nearest),
    )  # fmt: skip
    first = entity == (context.mentions[0].entity if context.mentions else -1)
    return [
        *_standing(one, order, subjects),
        *(context.signs.get(entity) or context.signs.setdefault(entity, _nature(context, one.known))),
        f"count={min(len(one.known.mentions), 5)}",
        f"near={min(len(near), 4)}",
        *_gender(one, state),
        *_meant_before(one, state),
        *_speaks(one),
        *_sentence(one),
        *_named_in(one, quote),
        *(("headline",) if first else ()),
    ]


def _standing(one: _Antecedent, order: int, subjects: int) -> tuple[str, ...]:
    """Return how near it was named, and as what: a subject of the sentence before is the likeliest."""
    skeleton, nearest, where = one.context.skeleton, one.nearest, one.where
    otherwise = "owner" if nearest.owner else _before(skeleton.shape, skeleton.lower, nearest)
    role = "subject" if one.subject else otherwise
    return _placed(where, role, nearest.kind, min(order, 4), min(subjects, 3))


@lru_cache(maxsize=1 << 12)
def _placed(where: str, role: str, kind: str, order: int, subjects: int) -> tuple[str, ...]:
    return (
        f"at={where}", f"subjects={subjects}", f"subjectsat={min(subjects, 2)}{where}{role}",
        f"order={order}", f"orderat={min(order, 3)}{where}", f"role={role}",
        f"roleat={role}{where}", f"kind={kind}{where}",
    )  # fmt: skip


def _gender(one: _Antecedent, state: DiscourseState) -> Iterator[str]:
    """Yield what tells of he or she: how the first name ends, "Mr" and "her" elsewhere, what a pronoun meant before."""
    words, word = one.known.words, one.word
    if len(words) > 1 and len(words[0]) > 2:
        yield f"first=..{words[0][-1]} {word}"
        yield f"first=..{words[0][-2:]} {word}"
    if gender := one.known.male - one.known.female:
        yield "gender=" + ("fits" if (gender > 0) == (word == "he") else "clashes")
    if state.meant_by_the_other(one.entity, word == "he", one.context.skeleton.paragraph[one.pronoun.first]):
        yield "meant by the other"


def _meant_before(one: _Antecedent, state: DiscourseState) -> Iterator[str]:
    """Yield whether the last such pronoun meant it, and whether it spoke last: "he" goes on being the same man."""
    last, other = (state.male, state.female) if one.word == "he" else (state.female, state.male)
    if one.entity == last:
        yield from ("again", f"again{one.where}")
    elif last >= 0:
        yield "notagain"
    if one.entity == other and one.entity != last:
        yield "othersex"
    if one.entity == state.speaker:
        paragraph = one.context.skeleton.paragraph
        gap = paragraph[one.pronoun.first] - paragraph[state.speaker_at]
        yield from ("spoke", f"spoke{min(gap, 4)}p", f"spoke{one.where}")
    elif state.speaker >= 0:
        yield "notspoke"


def _speaks(one: _Antecedent) -> Iterator[str]:
    """Yield which verb of saying follows where it was named last: "Lund said" goes on as "she added"."""
    shape, lower, at = one.context.skeleton.shape, one.context.skeleton.lower, one.nearest.last
    for ahead in range(at, min(at + 8, len(shape))):
        if shape[ahead] == shapes.CUE:
            yield f"says={CUES[lower[ahead]]}" if ahead - at < 3 else "sayslater"
            return
        if shape[ahead] in _STATEMENT_END:
            return


def _sentence(one: _Antecedent) -> Iterator[str]:
    """Yield how the sentence is built that it was named in last: led in by a colon, begun with it, "said Lund"."""
    skeleton, nearest = one.context.skeleton, one.nearest
    shape = skeleton.shape
    first, last = skeleton.sentences[skeleton.sentence[nearest.first]]
    if skeleton.lower[last - 1] == ":" and one.away == 1 and one.subject and last - nearest.last < 5:
        yield "colon"
    if nearest.first == first:
        yield f"begins{one.where}"
    before = shape[max(0, nearest.first - 2) : nearest.first]
    if len(before) > 1 and before[1] == shapes.CUE and before[0] in shapes.BEHIND_QUOTE:
        yield "inverted"


def _named_in(one: _Antecedent, quote: int) -> Iterator[str]:
    """Yield `inquote` for one whose name is in the words that the pronoun speaks: few name themselves."""
    if quote >= 0 and one.known.words:
        stretch = one.context.stretches[quote]
        said = one.context.text[stretch.start : min(stretch.end, stretch.start + 600)].lower()
        if one.known.words[-1] in said:
            yield "inquote"


def acts_before(context: ArticleAnalysis, mention: Mention, found: Sequence[Mention]) -> bool:
    """Tell whether one of some mentions does something in the sentence before that of `mention`, or a break before it."""
    skeleton = context.skeleton
    here = skeleton.sentence[mention.first]
    return any(
        0 < here - skeleton.sentence[one.first] <= _REMEMBERED and is_subject(skeleton.shape, one)
        for one in found
    )


def is_subject(shape: str, mention: Mention) -> bool:
    """Tell whether a mention stands where the subject of a clause stands."""
    following = shape[mention.last : mention.last + 1]
    if not following or following not in shapes.AFTER_SUBJECT:
        return False
    return mention.first == 0 or shape[mention.first - 1] in _BEFORE_SUBJECT


def _before(shape: str, lower: list[str], mention: Mention) -> str:
    if mention.first == 0:
        return "start"
    letter = shape[mention.first - 1] if mention.first else "."
    return lower[mention.first - 1] if letter == shapes.CONNECTIVE else letter


def _nature(context: ArticleAnalysis, entity: Entity) -> list[str]:
    """Return what tells a person from a place, a paper or a party."""
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    named = entity.mentions[:12]
    articles = sum(shape[m.first] == shapes.DETERMINER and m.first == m.name_first - 1 for m in named)
    places = sum(m.first > 0 and lower[m.first - 1] in ("in", "at", "near", "on", "through") for m in named)
    subjects = sum(is_subject(shape, m) for m in named)
    talks = sum(
        shape[m.last : m.last + 1] == shapes.CUE or (m.first > 0 and shape[m.first - 1] == shapes.CUE)
        for m in named
    )
    words = entity.words
    found = [f"words={min(len(words), 4)}", f"person={min(entity.person, 3)}"]
    if articles:
        found.append("article")
    if places:
        found.append("inplace" + ("s" if places * 2 >= len(named) else ""))
    found.append("subjects" + str(min(subjects, 3)))
    found.append("talks" + str(min(talks, 2)))
    if words and (words[-1] in OFFICE_WORDS or _thing(words[-1])):
        found.append("thing")
    if entity.name.isupper() and len(entity.name) < 7:
        found.append("capitals")
    if entity.name.endswith("s"):
        found.append("plural")
    if any(m.name_last - m.name_first == 1 for m in named) and len(words) > 1:
        found.append("shortened")
    return found


def _thing(word: str) -> bool:
    single = singular(word)
    return (word != single or single in NOUNS) and single not in PEOPLE


def gendered(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is "he" or "she", or "him" or "her" whose words are passed on."""
    return mention.kind == PRONOUN and context.skeleton.lower[mention.first] in _GENDERED


def is_he(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention that is `gendered` is "he" or "him"."""
    return _GENDERED[context.skeleton.lower[mention.first]] == "he"


def same_before(context: ArticleAnalysis, mention: Mention) -> Mention | None:
    """Return the "he" or "she" that the sentence before a pronoun is about, if the pronoun begins its own; None for none."""
    skeleton = context.skeleton
    number = skeleton.sentence[mention.first]
    if not set(skeleton.shape[skeleton.sentences[number][0] : mention.first]) <= _GOING_ON:
        return None
    number -= 1
    if number > 0 and skeleton.shape[slice(*skeleton.sentences[number])] == shapes.BREAK:
        number -= 1
    first, last = skeleton.sentences[number] if number >= 0 else (0, 0)
    again = context.first_between(first, last)
    same = again is not None and skeleton.lower[again.first] == skeleton.lower[mention.first]
    return again if again is not None and same and gendered(context, again) else None
