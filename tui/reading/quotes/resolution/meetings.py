"""Which two are told of together in one sentence: "Lund will meet Roth", "Norway accused Denmark"."""

from __future__ import annotations

from collections.abc import Callable

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.coordination import Company
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.word_classes import word_set

STATES = word_set("country state nation government side")  # what two states are called
_TOGETHER = word_set("""
    met meets meet meeting host hosted hosts receive received receives welcomed welcomes visit visited spoke spoken
    talked phoned telephoned signed sued accused accuses accuse blamed blames negotiated agreed debated clashed
    quarrelled joined dined succeeded married fought
""")
_PLACES = word_set("in at near from across outside")


def met_before(
    context: ArticleAnalysis, speaker: Mention, back: int, fits: Callable[[Mention], bool]
) -> Company | None:
    """Return the only two who fit that a sentence before tells of together, one on each side of its verb; None for none.

    The nearest of `back` sentences, whoever was named since: "Lund met Roth. The mayor, Ida Prenn, cooked".
    """
    skeleton = context.skeleton
    here = skeleton.sentence[speaker.first]
    for number in range(here - 1, max(-1, here - 1 - back), -1):
        first, last = skeleton.sentences[number]
        people = {one.entity: one for one in context.mentions_between(first, last) if fits(one)}
        two = sorted(people.values(), key=lambda one: one.first)
        if len(two) == len(("one", "other")) and not _TOGETHER.isdisjoint(
            skeleton.lower[two[0].last : two[1].first]
        ):
            return Company(tuple(two), two[0].first, two[1].last)
    return None


def is_state(context: ArticleAnalysis, one: Mention) -> bool:
    """Tell whether a mention is a state that does something, and no place: "Norway" of "Norway accused Denmark"."""
    lower = context.skeleton.lower
    named = one.kind == NAME and not one.owner and bool(country_of(lower[one.first : one.last]))
    return named and context.skeleton.word_before(one.first) not in _PLACES
