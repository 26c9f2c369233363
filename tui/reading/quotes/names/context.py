"""All that is known of an article while speakers are looked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tui.reading.quotes.names.entities import find_entities
from tui.reading.quotes.names.homelands import note_homelands
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention, find_mentions
from tui.reading.quotes.names.naming_clauses import part_namers
from tui.reading.quotes.names.ships import find_ships
from tui.reading.quotes.names.shown_natures import note_natures
from tui.reading.quotes.names.titles import join_titles
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.quotation_marks import QuotedSpan, find_stretches
from tui.reading.quotes.words.tokens import TokenizedArticle, read_skeleton
from tui.reading.quotes.words.word_classes import PAPERS, PEOPLE

_NEAR = 28  # mentions weighed in the quote's own paragraph, at most
_FAR = 14  # and before it
_DATELINE = 14  # words
_OF_DATELINE = frozenset(",.()" + shapes.NAME + shapes.TIME + shapes.NUMBER)
_MEETING = frozenset(("met", "meets", "meet", "meeting"))
# Where more quotes than these stand closer than any article has them, fewer mentions are weighed.
_MANY = 200
_DENSE = 20  # words a quote


@dataclass(slots=True, kw_only=True)
class ArticleAnalysis:
    """An article's text, its stretches, the words around them and the mentions among these."""

    text: str
    stretches: list[QuotedSpan]
    skeleton: TokenizedArticle
    mentions: list[Mention]
    entities: list[Entity]
    mention_starts: list[int]
    subjects: dict[int, Mention | None] = field(default_factory=dict)  # of verbs asked for already
    companies: list[Any] | None = None  # those named together (`coordination`), once asked for
    points: list[Any] | None = None  # those of lists (`bullets`), once asked for
    signs: dict[int, list[str]] = field(default_factory=dict)  # of a person, by entity (`pronoun_features`)
    natures: dict[int, tuple[list[str], ...]] = field(
        default_factory=dict
    )  # of entities asked for already: outside the sentence of a quote, and in it
    distant: dict[int, Any] = field(
        default_factory=dict
    )  # mentions beside other sentences (`speaker_features`)
    datelines: frozenset[int] | None = None  # mentions in them, once asked for
    speaking: list[bool] = field(default_factory=list)  # of each mention whether it may speak, as `datelines`
    remote: dict[int, list[str]] = field(default_factory=dict)  # natures of mentions in another sentence
    offices: dict[int, str] = field(default_factory=dict)  # that stand with mentions asked for (`roles`)
    by_name: dict[str, int] = field(default_factory=dict)  # entities, once one was asked for

    def mentions_between(self, first: int, last: int) -> list[Mention]:
        """Return the mentions that begin between two words."""
        starts = self.mention_starts
        return self.mentions[bisect_left(starts, first) : bisect_left(starts, last)]

    def first_between(self, first: int, last: int) -> Mention | None:
        """Return the first mention that begins between two words and is no owner, as "Lund's" is; None where none is."""
        return next((one for one in self.mentions_between(first, last) if not one.owner), None)

    def named(self, name: str) -> int:
        """Return the number of the entity whose fullest name is `name`, -1 where there is none."""
        if not self.by_name:
            self.by_name = {one.name: number for number, one in reversed([*enumerate(self.entities)])}
        return self.by_name.get(name, -1)

    def written(self, mention: Mention) -> str:
        """Return the words of a mention as they stand in the text."""
        return self.text[self.skeleton.starts[mention.first] : self.skeleton.ends[mention.last - 1]]

    def is_human(self, mention: Mention) -> bool:
        """Tell whether a name or noun is one human being's; a pronoun is none, as it does not show it."""
        if mention.kind == NOUN:
            return self.skeleton.lower[mention.head] in PEOPLE
        if mention.kind == NAME:
            entity = self.entities[mention.entity]
            return entity.person > 0 or entity.male + entity.female > 0
        return False

    def is_paper(self, mention: Mention) -> bool:
        """Tell whether a mention is a statement, a readout or the like, through which somebody speaks."""
        return mention.kind == NOUN and self.skeleton.lower[mention.head] in PAPERS

    def name(self, mention: Mention) -> str:
        """Return the full name behind a mention, or its words without an article."""
        if mention.entity >= 0:
            return self.entities[mention.entity].name
        written = self.written(mention)
        head, _, rest = written.partition(" ")
        return rest if head.lower() in ("the", "a", "an") and rest else written


def read_context(text: str, *, typed: bool = False) -> ArticleAnalysis:
    """Return the context of an article's text; for `typed` see `marks.find_stretches`."""
    stretches = find_stretches(text, typed=typed)
    skeleton = read_skeleton(text, stretches)
    mentions = part_namers(skeleton, join_titles(skeleton, find_mentions(skeleton)))
    for number, mention in enumerate(mentions):
        mention.number = number
    entities = find_entities(skeleton, mentions)
    note_homelands(skeleton, mentions, entities)
    find_ships(skeleton, entities)
    note_natures(skeleton, mentions, entities)
    for entity in entities:
        if entity.male == entity.female and entity.body is None and not entity.ship:
            sex = sex_of((*entity.words, "") if _is_met(skeleton, entity) else entity.words)
            entity.male += sex > 0
            entity.female += sex < 0
    return ArticleAnalysis(
        text=text,
        stretches=stretches,
        skeleton=skeleton,
        mentions=mentions,
        entities=entities,
        mention_starts=[mention.first for mention in mentions],
    )


def _is_met(skeleton: TokenizedArticle, entity: Entity) -> bool:
    """Tell whether a single word stands where a human being does: "met Hassan"; "told Kelly" may be of a surname."""
    lower = skeleton.lower
    return (
        len(entity.words) == 1
        and not entity.name.isupper()
        and any(one.first and lower[one.first - 1] in _MEETING for one in entity.mentions)
    )


def candidates(context: ArticleAnalysis, at: int) -> list[Mention]:
    """Return the mentions near word `at` that may be the speaker, in text order."""
    if context.datelines is None:
        context.datelines = frozenset(_in_datelines(context))
        context.speaking = [_may_speak(context.skeleton, one) for one in context.mentions]
    found = _near(context, at)
    if context.datelines:
        found = [one for one in found if one.number not in context.datelines]
    return found


def _in_datelines(context: ArticleAnalysis) -> Iterator[int]:
    """Yield the numbers of the names that only say where an article was written: "OSLO, May 2 (AP) —"."""
    skeleton = context.skeleton
    shape = skeleton.shape
    for first, last in skeleton.sentences:
        if first and shape[first - 1] != shapes.BREAK:
            continue
        dash = shape.find("-", first, min(last, first + _DATELINE))
        words = shape[first:dash] if dash > first else ""
        dated = (
            skeleton.text[first].isupper() or "(" in words or shapes.TIME in words or shapes.NUMBER in words
        )
        if words and dated and set(words) <= _OF_DATELINE:
            yield from (one.number for one in context.mentions_between(first, dash))


def _near(context: ArticleAnalysis, at: int) -> list[Mention]:
    mentions, paragraph = context.mentions, context.skeleton.paragraph
    here = paragraph[at]
    middle = bisect_left(context.mention_starts, at)
    found: list[Mention] = []
    many = len(context.stretches)
    apart = len(paragraph) // many if many > _MANY else _DENSE
    most = _NEAR if apart >= _DENSE else max(1, apart // 5)
    far = 0 if most == _NEAR else _FAR
    number = middle - 1
    while number >= 0:
        mention = mentions[number]
        away = here - paragraph[mention.first]
        if away == 0:
            if middle - number <= most:
                found.append(mention)
        elif away > 6 or far >= _FAR:
            break
        elif context.speaking[number]:
            found.append(mention)
            far += 1
        number -= 1
        if middle - number > 120 or (most < _NEAR and middle - number > most):
            break
    found.reverse()
    for mention in mentions[middle : middle + most]:
        away = paragraph[mention.first] - here
        if away > 1 or (away == 1 and not context.speaking[mention.number]):
            break
        found.append(mention)
    return found


def _may_speak(skeleton: TokenizedArticle, mention: Mention) -> bool:
    """Tell whether a mention far from the quote stands as a subject, or right after a verb of saying."""
    shape = skeleton.shape
    if shape[mention.last : mention.last + 1] in shapes.AFTER_SUBJECT:
        return True
    return mention.first > 0 and shape[mention.first - 1] == shapes.CUE
