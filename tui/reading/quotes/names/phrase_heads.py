"""What a mention belongs to: the spokesman of "a spokesman for the mayor", the engineers "who built the dam"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import MATTERS
from tui.reading.quotes.words.word_classes import PEOPLE, singular, word_set

# What begins a clause of its own, so that a noun after it is no complement of the one before.
CLAUSE_OPENERS = word_set(
    "and or but nor yet so if because although though while when whenever whereas unless whether"
    " before after since until till as than like"
)
BEFORE_CLAUSE = shapes.QUOTE + shapes.RELATIVE + ",;:-."
_QUALITY = shapes.OTHER + shapes.PARTICIPLE + shapes.ADJECTIVE
_WHOLE = shapes.DETERMINER + shapes.NAME  # begins a phrase of its own
_QUALIFIED = word_set("with on to in by of at for from about")
_PHRASES = shapes.NOMINAL + shapes.CONNECTIVE + shapes.ADVERBIAL + shapes.ING
_OPENING = BEFORE_CLAUSE + shapes.TIME  # stands before whom a clause begins with: "On Monday the man"
_REACH = 10  # words
_ALL = ("them", "these", "us", "his", "hers", "theirs")
_NEAR = 3  # mentions
_DEPTH = 4


def ending_at(context: ArticleAnalysis, end: int) -> Mention | None:
    """Return the mention whose last word stands before word `end`, or that "of hers" stands behind; None for none."""
    lower = context.skeleton.lower
    if end > 1 and lower[end - 1] in _ALL and lower[end - 2] == "of":
        end -= 2  # "one of them", "an aide of his"
    behind = bisect_left(context.mention_starts, end)
    near = reversed(context.mentions[max(0, behind - _NEAR) : behind])
    return next((mention for mention in near if mention.last == end and not mention.owner), None)


def head_of(context: ArticleAnalysis, mention: Mention) -> Mention:
    """Return what a mention belongs to in its sentence: "a spokesman" for the town of "a spokesman in the town"."""
    *_, last = heads_of(context, mention)
    return last


def heads_of(context: ArticleAnalysis, mention: Mention) -> Iterator[Mention]:
    """Yield a mention and what it belongs to, and that, in its sentence: the king of "a letter from the king of Norland"."""
    skeleton = context.skeleton
    return _heads(context, mention, skeleton.sentences[skeleton.sentence[mention.first]][0])


def head_within(context: ArticleAnalysis, mention: Mention, first: int) -> Mention:
    """Return what a mention belongs to: "a spokesman" for "a spokesman for the mayor of Norwick"."""
    *_, last = _heads(context, mention, first)
    return last


def _heads(context: ArticleAnalysis, mention: Mention, first: int) -> Iterator[Mention]:
    yield mention
    for _ in range(_DEPTH):
        behind = _whole_of(context, mention, first)
        if behind is None:
            return
        yield (mention := behind)


def _whole_of(context: ArticleAnalysis, mention: Mention, first: int) -> Mention | None:
    """Return what a mention is the next part of, None for none."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    at = mention.first - 1
    if (behind := _before_relative(context, at, first)) is not None:
        return behind
    if at > first and shape[at] == shapes.ING and shape[mention.first] in _WHOLE:
        # "one child leaving the school", not "the Norland broadcasting network"
        return ending_at(context, at)
    if (
        at > first
        and shape[at] in _QUALITY + shapes.QUOTE
        and mention.kind == NAME
        and not _is_matter(lower[at])
    ):
        at = _before_qualities(shape, at, first)  # "guards in northern Norland", "an aide of Ivo “Wolf” Lund"
    if at <= first or shape[at] != shapes.CONNECTIVE:
        return None
    behind = ending_at(context, at)
    if lower[at] in CLAUSE_OPENERS and not (lower[at] == "before" and behind and behind.first == first):
        return None  # but "Norland's agent before the court said"
    if behind is None and lower[at] in _QUALIFIED:
        behind = _qualified(context, at, first) or _undergoing(context, at, first)
    return behind


def of_relative(context: ArticleAnalysis, at: int, first: int) -> Mention | None:
    """Return whom a clause is about that ends at word `at`: "an official" of "an official who spoke on terms of secrecy"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    while at > first and shape[at] not in BEFORE_CLAUSE:
        at -= 1
    return ending_at(context, at) if lower[at] == "who" else None


def _qualified(context: ArticleAnalysis, at: int, first: int) -> Mention | None:
    """Return who is "familiar with", or has "direct knowledge of", what stands behind the word `at`."""
    shape = context.skeleton.shape
    begin = at
    lower = context.skeleton.lower
    while begin > max(first, at - _DEPTH) and (
        shape[begin - 1] in _QUALITY or lower[begin - 1].endswith("ing")  # "leaders speaking from Riga"
    ):
        begin -= 1
        if (found := ending_at(context, begin)) is not None:
            return found
    return ending_at(context, begin - 1) if shape[begin - 1] == shapes.CONNECTIVE else None


def _undergoing(context: ArticleAnalysis, at: int, first: int) -> Mention | None:
    """Return who begins a clause and had something done to him: "A man accused of theft in Riga", "in" being word `at`."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    verb = at - 1
    while verb > max(first, at - _REACH) and shape[verb] in _PHRASES:
        verb -= 1
    if shape[verb] not in shapes.PAST + shapes.CUE or not lower[verb].endswith("ed"):
        return None
    found = ending_at(context, verb)
    begins = found is not None and (found.first == first or shape[found.first - 1] in _OPENING)
    human = found is not None and singular(lower[found.head]) in PEOPLE
    return found if begins and human else None


def _is_matter(word: str) -> bool:
    """Tell whether a word ends the name of an office, and qualifies nobody: "the spokesman for trade Ida Lund"."""
    return word in MATTERS or word.endswith("s")


def _before_qualities(shape: str, at: int, first: int) -> int:
    """Return the connective before the words that qualify a name, of which the last is word `at`; `at` for none."""
    begin = at
    inside = _QUALITY + shapes.NAME if shape[at] == shapes.QUOTE else _QUALITY
    while begin > max(first, at - _DEPTH) and (shape[begin] in inside or begin == at):
        begin -= 1
    return begin if shape[begin] == shapes.CONNECTIVE else at


def _before_relative(context: ArticleAnalysis, at: int, first: int) -> Mention | None:
    """Return whom the verb at word `at` says something of: "engineers" before "who built the dam"."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    behind = at - (at > first and shape[at] == shapes.DETERMINER)
    opener = behind - 1
    while opener > first and shape[opener] == shapes.ADVERB:
        opener -= 1
    if shape[behind] in shapes.OTHER + shapes.VERB and lower[opener] == "who" and opener > first:
        return ending_at(context, opener)  # "traders who now control the board"
    verb = at
    while at > first and shape[at] in shapes.CONNECTIVE + shapes.VERB + shapes.ADVERB:
        at -= 1
    relative = ("who", "which") if at < verb else ("who",)  # not of "the strikes which Varland says"
    return ending_at(context, at) if at > first and lower[at] in relative else None


def is_bare_office(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether no article or owner stands before an office that one holds: "chief economist", and not "a nurse"."""
    shape, lower = context.skeleton.shape[mention.first : mention.head], context.skeleton.lower
    single = mention.kind == NOUN and singular(lower[mention.head]) == lower[mention.head]
    owned = lower[mention.first] in ("his", "her", "their", "its")
    return single and not owned and {shapes.DETERMINER, shapes.POSSESSIVE}.isdisjoint(shape)
