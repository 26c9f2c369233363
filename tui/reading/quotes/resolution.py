"""Whom a pronoun, an office or a common noun stands for."""

from __future__ import annotations

from collections.abc import Mapping

from tui.reading.quotes.context import Context
from tui.reading.quotes.mentions import NAME, PRONOUN, Mention


class Resolver:
    """Finds the entity behind a mention of one article."""

    def __init__(self, context: Context, weights: Mapping[str, float]) -> None:
        """Prepare for the article of `context`, weighing candidates with `weights`."""
        self.context = context
        self.weights = weights

    def resolve(self, mention: Mention, at: int) -> tuple[str, str, float]:
        """Return whom `mention` stands for as seen from word `at`, why, and how sure that is."""
        context = self.context
        skeleton = context.skeleton
        if mention.kind == NAME and mention.entity >= 0:
            return context.entities[mention.entity].name, "named", 1.0
        if mention.kind == PRONOUN:
            for number in range(mention.number - 1, max(-1, mention.number - 40), -1):
                other = context.mentions[number]
                if other.kind == NAME and not other.owner:
                    return context.entities[other.entity].name, "pronoun", 0.5
        return " ".join(skeleton.text[mention.first : mention.last]), "noun", 0.8
