"""Who is named right behind an office that nobody was named for: "The mayor is against it. “Never,” Ida Lund said"."""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.resolution.surroundings import KNOWN, OFFICES, is_new, talks
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.word_classes import SINGULAR, singular, word_set

_SPEAKING = word_set(
    "spokesman spokeswoman spokesperson aide adviser advisor deputy"
)  # is told of as who says it
_SENTENCES = 3  # a blank line is one
_COUNTS = {"two": 2, "both": 2, "three": 3}
_BACK = 30  # mentions


def bearers(context: ArticleAnalysis) -> Iterator[tuple[Mention, int]]:
    """Yield each office that is told of without a name, with the entity of the new name that speaks right behind it."""
    for name in context.mentions:
        if name.kind != NAME or name.owner or not talks(context, name):
            continue
        if is_new(context.entities[name.entity], name) and (office := _office_before(context, name)):
            yield office, name.entity


def shared_offices(context: ArticleAnalysis) -> Iterator[tuple[Mention, list[int]]]:
    """Yield "the two ministers" with those named right behind, a state with each: "Lund of Norway and Denmark's Roth"."""
    skeleton = context.skeleton
    for office in context.mentions:
        if office.kind != NOUN or SINGULAR.get(skeleton.lower[office.head]) not in OFFICES:
            continue
        count = _COUNTS.get(skeleton.lower[office.head - 1]) or _COUNTS.get(skeleton.lower[office.first])
        if not count:
            continue
        found: list[int] = []
        for name in context.mentions[office.number + 1 : office.number + _BACK]:
            if skeleton.sentence[name.first] > skeleton.sentence[office.first] + 1 or len(found) > count:
                break
            entity = context.entities[name.entity] if name.kind == NAME and name.entity >= 0 else None
            new = entity is not None and entity.mentions[0] is name and len(entity.words) > 1
            if entity and new and entity.countries and not entity.roles and not entity.body:
                found.append(name.entity)
        if len(found) == count:
            yield office, found


def _office_before(context: ArticleAnalysis, name: Mention) -> Mention | None:
    """Return the last office told of in the sentences before a name, if nobody else was named since."""
    skeleton = context.skeleton
    here = skeleton.sentence[name.first]
    for other in reversed(context.mentions[max(0, name.number - _BACK) : name.number]):
        apart = here - skeleton.sentence[other.first]
        if apart > _SENTENCES or (other.kind == NAME and context.is_human(other)):
            return None
        if apart and other.kind == NOUN and not other.owner and _is_told_of(context, other):
            return other
    return None


def _is_told_of(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is the office of one person who is spoken of as known: "the mayor", "Norland's envoy"."""
    skeleton = context.skeleton
    word = skeleton.lower[mention.head]
    known = (
        skeleton.lower[mention.first] in KNOWN
        or shapes.POSSESSIVE in skeleton.shape[mention.first : mention.last]
    )
    return known and word in OFFICES and word not in _SPEAKING and singular(word) == word
