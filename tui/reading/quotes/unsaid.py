"""Verbs of saying that tell of no saying: "it is expected that", "one might think", "reading the letter"."""

from __future__ import annotations

from tui.reading.quotes.tokens import TokenizedArticle
from tui.reading.quotes.word_classes import word_set

_BEING = word_set("is are was were be been being")
_OF_NOBODY = word_set(
    "said expected believed noted understood reported thought known alleged claimed told assumed supposed estimated"
)
_POSSIBLY = word_set("might could may")
_READING = word_set("read reading")


def is_unsaid(skeleton: TokenizedArticle, verb: int) -> bool:
    """Tell whether nobody says what follows a verb: it may be said, is read out, or no speaker is named."""
    lower = skeleton.lower
    if lower[verb] in _READING:
        return True
    if lower[verb + 1 : verb + 2] == ["by"]:  # "was told by the whip that"
        return False
    at = verb - 1
    while at > 0 and (lower[at].endswith("ly") or lower[at] in ("also", "not", "now", "still")):
        at -= 1
    if lower[at] in _BEING and lower[verb] in _OF_NOBODY:
        return True
    return lower[at] in _POSSIBLY or (lower[at] == "have" and lower[at - 1] in _POSSIBLY)
