"""How far the words that name a speaker reach: "one of the officials", "French and Russian press reports"."""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.word_classes import word_set

_PART = word_set("one two three four several some many most few both none another all")
# What leads in whom somebody is of, before a verb and anywhere.
_LEADS = word_set("of for to in at on from with near")
_CLOSE_LEADS = word_set("of for")
KNOWING = word_set("familiar close briefed informed involved acquainted responsible accredited")
_HOLDING = (["in", "charge"],)
_QUANTITIES = word_set(
    "number series handful majority couple range string host dozens scores hundreds thousands"
)
_KNOWLEDGE = "knowledge"
_AGENTS = ("to", "by")  # "according to", "was told by"
# In or at which something is said: they tell of the saying.
_SAID_IN = word_set(
    "statement release letter email e-mail memo note tweet post message video remarks comments interview speech address"
    " testimony briefing conference response reply time moment turn addition fact first last"
)
_PHRASE = shapes.NOMINAL + shapes.ING
_ENDS_OF_PHRASE = shapes.QUOTE + shapes.BREAK + ",.;:-()"
_ENDS = shapes.QUOTE + shapes.BREAK + ".,;)"


def extent(context: ArticleAnalysis, mention: Mention) -> tuple[int, int]:
    """Return the first word of all that names whom `mention` is, and the word after the last."""
    lower = context.skeleton.lower
    first, last = mention.first, mention.last
    if (
        mention.kind == NOUN
        and last - first == 1
        and lower[first] in _PART
        and lower[last : last + 1] == ["of"]
    ):
        whole = _beginning(context, last + 1)
        return first, whole.last if whole is not None else last
    if mention.kind == NOUN and lower[mention.head] in _QUANTITIES and lower[last : last + 1] == ["of"]:
        counted = _beginning(context, last + 1)  # "a series of countries"
        return first, counted.last if counted is not None else last
    before = first - 1 if first and lower[first - 1] == "the" else first
    if mention.kind == NOUN and before > 1 and lower[before - 1] == "of" and lower[before - 2] in _PART:
        return before - 2, last
    if mention.kind == NAME and last - first == 1 and lower[last : last + 1] == ["and"]:
        other = _beginning(context, last + 1)
        if other is not None and other.last - other.first > 1 and other.kind == NOUN:
            both = country_of([lower[first]]), country_of([lower[other.first]])
            if all(both):
                return first, _noun_end(context, other.last)
    return first, last


def whole_end(context: ArticleAnalysis, mention: Mention) -> int:
    """Return the word behind all that tells who a noun is: "a person familiar with the talks", "the commissioner for trade".

    Before its verb that is all there is; before a comma, or behind its verb, where it may be told how or where something
    was said, only what it is "of" or "for", and what it knows or does.
    """
    shape, before = context.skeleton.shape, context.skeleton.word_before(mention.first)
    last = extent(context, mention)[1]
    deed = context.skeleton.lower[last : last + 1] == ["of"] and shape[last + 1 : last + 2] == shapes.ING
    if mention.kind != NOUN or (before == "by" and deed):  # "is accused by critics of lying"
        return last
    follows = shape[mention.first - 1 : mention.first] == shapes.CUE or before in _AGENTS
    whole = last if follows else complements_end(context, last, _LEADS)
    if whole > last and shape[whole : whole + 1] in (shapes.CUE, shapes.AUXILIARY):
        return whole
    whole = complements_end(context, last, _CLOSE_LEADS)
    closed = whole >= len(shape) or shape[whole] in _ENDS_OF_PHRASE
    return whole if closed or follows else last


def complements_end(context: ArticleAnalysis, at: int, leads: frozenset[str] = frozenset()) -> int:
    """Return where the complements of a noun end that begin at a word, each led in by one of some words."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    while at + 2 < len(shape):
        lead = at + (lower[at] in KNOWING)
        known = lead > at or lower[lead : lead + 2] in _HOLDING or _KNOWLEDGE in lower[lead + 1 : lead + 3]
        if shape[lead] != shapes.CONNECTIVE or not (known or lower[lead] in leads):
            break
        end = lead + 1
        if shape[end] == shapes.OTHER_PRONOUN and at > 0 and shape[at - 1] == shapes.DETERMINER:
            at = end + 1  # "a spokeswoman for one of them"
            continue
        while (
            end < len(shape)
            and shape[end] in _PHRASE
            and (end == lead + 1 or shape[end] != shapes.DETERMINER)
        ):
            end += 1
        of_them = shape[end : end + 2] == shapes.CONNECTIVE + shapes.OTHER_PRONOUN  # "one of them"
        if end == lead + 1 or (shape[end - 1] == shapes.DETERMINER and not of_them):
            break
        if lower[lead] in ("in", "at", "on") and lower[end - 1] in _SAID_IN:
            break
        at = end
    return at


def written_extent(context: ArticleAnalysis, mention: Mention) -> str:
    """Return all words that name whom `mention` is, as they stand in the text."""
    first, last = extent(context, mention)
    return context.text[context.skeleton.starts[first] : context.skeleton.ends[last - 1]]


def _noun_end(context: ArticleAnalysis, last: int) -> int:
    """Return `last`, or the word after it where a noun that looks like a verb ends the phrase."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    closed = last + 1 >= len(shape) or shape[last + 1] in _ENDS
    return last + 1 if lower[last : last + 1] == ["reports"] and closed else last


def _beginning(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return the longest mention that begins at word `at`."""
    number = bisect_left(context.mention_starts, at)
    longest = None
    while number < len(context.mentions) and context.mention_starts[number] == at:
        mention = context.mentions[number]
        if not mention.owner and (longest is None or mention.last > longest.last):
            longest = mention
        number += 1
    return longest
