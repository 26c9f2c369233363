"""Whose claim, demand or promise words are that another rejects, repeats or disputes: "a statement by Lund that …"."""

from __future__ import annotations

import re

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes

_CLAIMS = frozenset(
    "demand demands call calls request requests plea pleas claim claims pledge promise promises proposal offer"
    " threat threats warning warnings accusation allegation allegations remark remarks statement"
    " assertion suggestion".split()
)
_FROM = frozenset(("by", "from"))
_HOLDING = frozenset(("for", "of", "about", "to", "on", "that"))  # what a claim says stands behind one
_STATED = (
    shapes.NOMINAL + shapes.CONNECTIVE + shapes.RELATIVE + shapes.ADVERB + shapes.FINITE + shapes.PRONOUN
)
_VERBS = re.compile(f"[{shapes.FINITE}]+")


def claimant(context: ArticleAnalysis, first: int, quote: int) -> Mention | None:
    """Return whose claim holds the quote at word `quote`, in a sentence that begins at word `first`; None for nobody's.

    Lund's in "Brandt rejected Lund's call for “calm”", and in "Brandt rejected a call by Lund for “calm”".
    """
    shape, lower = context.skeleton.shape, context.skeleton.lower
    at = quote - 1
    while at > first and shape[at] in _STATED and lower[at] not in _CLAIMS:
        at -= 1
    held = next((word for word in range(at + 1, quote) if lower[word] in _HOLDING), -1)
    if at <= first or lower[at] not in _CLAIMS or held < 0:
        return None  # "Brandt called Lund's offer “calm”"
    if len(_VERBS.findall(shape, held, quote)) > (lower[held] == "that"):
        return None  # "Lund's claim that it is late is “calm”"
    if lower[at + 1] in _FROM:
        return context.first_between(at + 2, at + 3)
    while at > first and shape[at] in shapes.NOUN_PHRASE and shape[at] != shapes.POSSESSIVE:
        at -= 1
    if shape[at] != shapes.POSSESSIVE:
        return None
    owners = (one for one in context.mentions_between(first, at) if one.owner and one.last == at)
    return next(owners, None)
