"""Who is named right behind an office that nobody was named for: "The mayor is against it. “Never,” Ida Lund said"."""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.mentions import NAME, NOUN, Mention
from tui.reading.quotes.surroundings import KNOWN, OFFICES, is_new, talks
from tui.reading.quotes.word_classes import SINGULAR, word_set

_SPEAKING = word_set(
    "spokesman spokeswoman spokesperson aide adviser advisor deputy"
)  # is told of as who says it
_SENTENCES = 3  # a blank line is one
_BACK = 30  # mentions


def bearers(context: ArticleAnalysis) -> Iterator[tuple[Mention, int]]:
    """Yield each office that is told of without a name, with the entity of the new name that speaks right behind it."""
    for name in context.mentions:
        if name.kind != NAME or name.owner or not talks(context, name):
            continue
        if is_new(context.entities[name.entity], name) and (office := _office_before(context, name)):
            yield office, name.entity


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
    return known and word in OFFICES - _SPEAKING and SINGULAR.get(word, word) == word
