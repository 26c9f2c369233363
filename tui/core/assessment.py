"""How far a quote can be trusted, and how two quotes are linked: the words for it"""

from __future__ import annotations

from typing import get_args

from tui.core.model import Relation, Status

STATUSES: tuple[str, ...] = get_args(Status)
STATUS_NAMES = {
    "unchecked": "unchecked",
    "seen": "seen in source",
    "matched": "matched to primary",
    "disputed": "disputed",
    "retracted": "retracted",
}
"""What a status is called where there is room."""

RELATIONS: tuple[str, ...] = get_args(Relation)

SYMMETRIC = frozenset({"same", "paraphrase", "contradicts", "different"})

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}

CREDIBILITY = {
    "1": "confirmed by others",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
RATINGS = {"reliability": RELIABILITY, "credibility": CREDIBILITY}

_SAID = {
    "same": ("the same statement as", ""),
    "translation": ("translation of", "translated as"),
    "paraphrase": ("paraphrase of", ""),
    "truncated": ("cut short from", "cut short as"),
    "contradicts": ("contradicts", ""),
    "denies": ("denies", "denied by"),
    "different": ("another statement than", ""),
}


def said_of_link(relation: str, *, inverse: bool) -> str:
    """Return what a link says before the other quote's words: "translation of", "denied by"."""
    forth, back = _SAID.get(relation, (relation, ""))
    return (inverse and back) or forth
