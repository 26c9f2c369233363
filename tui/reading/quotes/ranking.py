"""Weighing the mentions around a quote against each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from math import exp

from tui.reading.quotes.context import Context, candidates
from tui.reading.quotes.features import Place, features
from tui.reading.quotes.mentions import Mention


def described(context: Context, place: Place) -> list[tuple[Mention, list[str]]]:
    """Return the mentions that may be the speaker at `place`, each with its features."""
    near = candidates(context, place.at)
    if place.previous is not None and all(mention is not place.previous for mention in near):
        near.insert(0, place.previous)
    middle = bisect_left(context.mention_starts, place.at)
    found = []
    for mention in near:
        between = middle - 1 - mention.number if mention.first < place.at else mention.number - middle
        found.append((mention, features(context, place, mention, between)))
    return found


def rank(
    context: Context, place: Place, weights: Mapping[str, float]
) -> tuple[list[tuple[float, Mention]], list[str]]:
    """Return the candidates with their probability, best first, and the features of the best."""
    weigh = weights.get
    scored = [
        (sum(weigh(name, 0.0) for name in names), mention, names)
        for mention, names in described(context, place)
    ]
    if not scored:
        return [], []
    scored.sort(key=lambda entry: -entry[0])
    top = scored[0][0]
    powers = [(exp(score - top), mention) for score, mention, _ in scored]
    total = sum(power for power, _ in powers)
    return [(power / total, mention) for power, mention in powers], scored[0][2]
