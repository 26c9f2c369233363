"""Weighing whom "he" or "she" means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.cue_verbs import CUES
from tui.reading.quotes.entities import Entity
from tui.reading.quotes.mentions import NAME, PRONOUN, Mention
from tui.reading.quotes.offices_table import DEMONYMS
from tui.reading.quotes.word_classes import OFFICE_WORDS, PEOPLE, SINGULAR

_STATEMENT_END = shapes.QUOTE + shapes.BREAK + "."
_INVERTED = shapes.QUOTE + ","  # what "said Lund" stands after
_BEFORE_SUBJECT = shapes.BREAK + shapes.QUOTE + shapes.CONNECTIVE + shapes.CUE + ".,-:;"
_BACK = 70  # mentions looked back over, at most
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
        entity = other.entity if other.kind == NAME else resolved.get(number, -1)
        if entity >= 0 and _may_be_human(context.entities[entity]):
            found.setdefault(entity, []).append(other)
    return found


def _may_be_human(entity: Entity) -> bool:
    """Tell whether "he" or "she" may mean an entity: not an institution, nor what an adjective of a state stands for."""
    return entity.body is None and not DEMONYMS.issuperset(entity.words)


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
    `quote` the stretch the pronoun speaks, or -1.
    """
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    nearest = near[0]
    known = context.entities[entity]
    apart = skeleton.sentence[mention.first] - skeleton.sentence[nearest.first]
    away = skeleton.paragraph[mention.first] - skeleton.paragraph[nearest.first]
    where = f"{min(away, 3)}p{min(apart, 3) if away == 0 else ''}"
    subject = is_subject(shape, nearest)
    role = "subject" if subject else "owner" if nearest.owner else _before(shape, lower, nearest)
    found = [
        f"at={where}", f"subjects={min(subjects, 3)}", f"subjectsat={min(subjects, 2)}{where}{role}",
        f"order={min(order, 4)}", f"orderat={min(order, 3)}{where}", f"role={role}",
        f"roleat={role}{where}", f"kind={nearest.kind}{where}", *_nature(context, known),
        f"count={min(len(known.mentions), 5)}", f"near={min(len(near), 4)}",
    ]  # fmt: skip
    word = _GENDERED[lower[mention.first]]
    if len(known.words) > 1 and len(known.words[0]) > 2:
        found += [f"first=..{known.words[0][-1]} {word}", f"first=..{known.words[0][-2:]} {word}"]
    gender = known.male - known.female
    if gender:
        found.append("gender=" + ("fits" if (gender > 0) == (word == "he") else "clashes"))
    if state.meant_by_the_other(entity, word == "he", skeleton.paragraph[mention.first]):
        found.append("meant by the other")
    last = state.male if word == "he" else state.female
    other = state.female if word == "he" else state.male
    if entity == last:
        found += ["again", f"again{where}"]
    elif last >= 0:
        found.append("notagain")
    if entity == other and entity != last:
        found.append("othersex")
    if entity == state.speaker:
        gap = skeleton.paragraph[mention.first] - skeleton.paragraph[state.speaker_at]
        found += ["spoke", f"spoke{min(gap, 4)}p", f"spoke{where}"]
    elif state.speaker >= 0:
        found.append("notspoke")
    at = nearest.last
    for ahead in range(at, min(at + 8, len(shape))):
        if shape[ahead] == shapes.CUE:
            found.append(f"says={CUES[lower[ahead]]}" if ahead - at < 3 else "sayslater")
            break
        if shape[ahead] in _STATEMENT_END:
            break
    first, last_word = skeleton.sentences[skeleton.sentence[nearest.first]]
    if lower[last_word - 1] == ":" and away == 1 and subject and last_word - nearest.last < 5:
        found.append("colon")
    if nearest.first == first:
        found.append(f"begins{where}")
    if (
        nearest.first
        and shape[nearest.first - 1] == shapes.CUE
        and nearest.first > 1
        and shape[nearest.first - 2] in _INVERTED
    ):
        found.append("inverted")
    if quote >= 0 and known.words:
        stretch = context.stretches[quote]
        said = context.text[stretch.start : min(stretch.end, stretch.start + 600)].lower()
        if known.words[-1] in said:
            found.append("inquote")
    if entity == (context.mentions[0].entity if context.mentions else -1):
        found.append("headline")
    return found


def is_subject(shape: str, mention: Mention) -> bool:
    """Tell whether a mention stands where the subject of a clause stands."""
    following = shape[mention.last : mention.last + 1]
    if not following or following not in shapes.AFTER_SUBJECT:
        return False
    return mention.first == 0 or shape[mention.first - 1] in _BEFORE_SUBJECT


def _before(shape: str, lower: list[str], mention: Mention) -> str:
    if mention.first == 0:
        return "start"
    letter = shape[mention.first - 1]
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
    single = SINGULAR.get(word, word)
    return (word != single or single in SINGULAR.values()) and single not in PEOPLE


def gendered(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is "he" or "she", or "him" or "her" whose words are passed on."""
    return mention.kind == PRONOUN and context.skeleton.lower[mention.first] in _GENDERED


def is_he(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention that is `gendered` is "he" or "him"."""
    return _GENDERED[context.skeleton.lower[mention.first]] == "he"
