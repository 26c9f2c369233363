"""What somebody says to be ready for or going to do: "se dit prêt à payer", "a promis de payer", "bot an, zu zahlen"."""

from __future__ import annotations

import re

from tui.reading.quotes.languages.article_reading import ArticleReading
from tui.reading.quotes.languages.citations import Cue
from tui.reading.quotes.languages.worded_text import QUOTE

_REACH = 14  # words to the comma before a German infinitive
_WITH_ZU = re.compile("(?:ab|an|auf|aus|bei|ein|fort|her|hin|mit|nach|vor|weg|zurück|zusammen)zu.+n")
_PAUSES = frozenset((",", ":", ";", QUOTE))
_NEGATED = frozenset("ne n' pas no se s' не y en немедленно".split())
_NOUNS = frozenset(
    "lugar hogar mujer azúcar par mar altar bienestar placer poder".split()
)  # of Spanish, in -ar and -er
_READY = frozenset(
    "prêt prête prêts prêtes disposé disposée disposés disposées dispuesto dispuesta dispuestos".split()
)
_ONESELF = frozenset(("se", "s'", "s’", "s'est", "s’est"))


def ready(reading: ArticleReading, cue: Cue, end: int) -> tuple[int, int] | None:
    """Return what somebody says to be ready for: "se dit prêt à payer"; not of a ship that "est dit prêt à partir"."""
    lower, start = reading.text.lower, cue.last
    ready = start + 1 < end and lower[start] in _READY and is_order(reading, start + 1, end)
    of_oneself = not _ONESELF.isdisjoint(lower[max(0, cue.first - 2) : cue.first])
    return (start, end) if ready and of_oneself else None


def offered(reading: ArticleReading, cue: Cue, end: int) -> tuple[int, int] | None:
    """Return what somebody says to be going to do: "a promis de payer", "ofreció mediar", "bot an, zu zahlen"."""
    lower, grammar, at = reading.text.lower, reading.grammar, cue.last
    told = cue.speaker is not None and cue.speaker.first < at < end
    if not told or not grammar.offering.fullmatch(lower[cue.first]):
        return None
    if grammar.nouns_have_capitals:
        comma = next((word for word in range(at, min(end, at + _REACH)) if lower[word] in _PAUSES), end)
        infinitive = any(word == "zu" or _WITH_ZU.fullmatch(word) for word in lower[comma:end])
        return (comma + 1, end) if infinitive and lower[comma] == "," else None
    apart = lower[at : at + 1] in (["a"], ["à"]) and _ONESELF.isdisjoint(lower[max(0, at - 3) : cue.first])
    bare = grammar.two_surnames and grammar.orders.fullmatch(lower[at]) and lower[at] not in _NOUNS
    return (at, end) if at + 1 < end and not apart and (bare or is_order(reading, at, end)) else None


def is_order(reading: ArticleReading, at: int, end: int) -> bool:
    """Tell whether an infinitive that somebody is urged to begins at word `at`: "de ne pas payer", "не платить"."""
    lower, grammar = reading.text.lower, reading.grammar
    verb = at + (lower[at] in grammar.before_infinitives)
    if grammar.before_infinitives and verb == at:
        return False
    while verb < end - 1 and lower[verb] in _NEGATED:
        verb += 1
    return verb < end and bool(grammar.orders.fullmatch(lower[verb])) and lower[verb].islower()
