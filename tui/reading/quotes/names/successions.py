"""What somebody has from another: "his successor, Ida Lund", "her predecessor", "his Danish counterpart, Mina Roth"."""

from __future__ import annotations

from collections.abc import Sequence

from tui.reading.quotes.names.appositions import apposed_before
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words.tokens import TokenizedArticle

_SOON = 3  # sentences
_SUCCESSION = ("successor", "predecessor")


def succeed(skeleton: TokenizedArticle, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
    """Give "his successor, Ida Lund" the office of whoever is named before her; so "her predecessor", "her counterpart"."""
    before: Entity | None = None
    told: tuple[str, Entity, int] | None = None
    for mention in mentions:
        word = skeleton.lower[mention.head]
        if (
            mention.kind == NOUN
            and word in _SUCCESSION
            and before
            and skeleton.lower[mention.first] not in ("a", "an", "no")  # "until a successor is found"
            and skeleton.shape[mention.last : mention.last + 1] != ","
        ):
            told = (
                word,
                before,
                skeleton.sentence[mention.first],
            )  # "Her predecessor rang up. “No,” Ida Lund said."
        entity = entities[mention.entity] if mention.kind == NAME and mention.entity >= 0 else None
        if entity is None or entity.body:
            continue
        if told and told[0] in entity.roles:
            told = None  # "… his predecessor knew. That predecessor, Ida Lund, told Radio Norwick"
        if told and _is_new(entity, mention) and skeleton.sentence[mention.first] - told[2] <= _SOON:
            entity.roles.add(told[0])
            _inherit(entity, told[1], told[0])
            told[1].successor = entity if told[0] == "successor" else None
            told = None
        apposed = apposed_before(skeleton, mention) if before not in (None, entity) else None
        if before and apposed:
            _inherit(entity, before, skeleton.lower[apposed[1]])
        before = entity


def _inherit(entity: Entity, other: Entity, word: str) -> None:
    """Give somebody what is told of the other whose "successor", "predecessor" or "counterpart" they are."""
    if word in _SUCCESSION or word == "counterpart":
        entity.roles |= other.roles
        entity.portfolios |= other.portfolios
    if word in _SUCCESSION:
        entity.countries |= other.countries
        entity.ranks |= {"former"} if word == "predecessor" else set()


def _is_new(entity: Entity, mention: Mention) -> bool:
    """Tell whether a full name is named for the first time, and nothing is told of it."""
    return (
        entity.mentions[0] is mention and len(entity.words) > 1 and not entity.roles and not entity.countries
    )
