"""Several who say one thing together: "Macron, Merz and Starmer said"."""

from __future__ import annotations

from tui.reading.quotes import shapes
from tui.reading.quotes.context import ArticleAnalysis
from tui.reading.quotes.coreference import CoreferenceResolver
from tui.reading.quotes.mentions import NAME, Mention

_GAPS = ([","], ["and"], [",", "and"])
_MOST = 8
_AFTER = frozenset(shapes.AFTER_SUBJECT + shapes.QUOTE + ".B")


def together(context: ArticleAnalysis, speaker: Mention) -> list[Mention]:
    """Return the names that speak with `speaker`, in order and with it; `[speaker]` where nobody does."""
    found = [speaker]
    if speaker.kind != NAME or speaker.owner:
        return found
    while len(found) < _MOST and (before := _beside(context, found[0].number - 1, found[0])):
        found.insert(0, before)
    while len(found) < _MOST and (after := _beside(context, found[-1].number + 1, found[-1])):
        found.append(after)
    lower, shape = context.skeleton.lower, context.skeleton.shape
    if len(found) < 2 or lower[found[-1].first - 1] != "and":
        return [speaker]
    said_before = found[0].first > 0 and shape[found[0].first - 1] == shapes.CUE
    return found if said_before or shape[found[-1].last : found[-1].last + 1] in _AFTER else [speaker]


def _beside(context: ArticleAnalysis, number: int, mention: Mention) -> Mention | None:
    """Return the mention of a number where nothing but a comma or "and" stands between it and another."""
    if not 0 <= number < len(context.mentions):
        return None
    other = context.mentions[number]
    first, last = sorted((other, mention), key=lambda one: one.first)
    fits = context.skeleton.lower[first.last : last.first] in _GAPS and other.kind == NAME and not other.owner
    # "in Riga, Lund said": a place is no speaker, and stands behind what says where
    placed = (
        context.skeleton.shape[other.first - 1 : other.first] == shapes.CONNECTIVE if other.first else False
    )
    joined = context.skeleton.lower[other.first - 1 : other.first] == ["and"]
    return other if fits and (joined or not placed) else None


def together_names(
    context: ArticleAnalysis, resolver: CoreferenceResolver, speaker: Mention
) -> tuple[str, ...]:
    """Return whom those stand for who speak together with `speaker`; () where they speak alone."""
    found = tuple(dict.fromkeys(resolver.resolve(one)[0] for one in together(context, speaker)))
    return found if len(found) > 1 else ()
