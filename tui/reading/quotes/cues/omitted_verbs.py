"""Who says a clause whose verb is left out, being that of the clause before: "Lund said no; Roth, that it was early"."""

from __future__ import annotations

import re

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.names.phrase_heads import ending_at
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import PEERS
from tui.reading.quotes.words.word_classes import CLAUSE_JOINTS, PEOPLE, TITLES, singular, word_set

_SPEAKING = PEOPLE | TITLES | BODY_NOUNS | PEERS | word_set("former latter other colleague host guest rival")
_PLACE = re.compile(f"^{shapes.CONNECTIVE}{shapes.NAME}+")
_LONGEST = 10  # words of an apposition: "his Danish colleague, Ida Lund,"


def of_omitted(context: ArticleAnalysis, first: int, that: int) -> tuple[int, Mention] | None:
    """Return where the clause begins, and who speaks in it, that holds only a subject and the "that" at word `that`.

    It stands behind a semicolon, a comma or "and", and behind word `first`, the verb of the clause before: "Lund said no;
    her Danish guest, Olaf Roth, that it was early".
    """
    skeleton = context.skeleton
    shape, lower = skeleton.shape, skeleton.lower
    for who in reversed(context.mentions_between(max(first + 1, that - _LONGEST), that)):
        begin = skeleton.article_first(who.first)
        joined = lower[begin - 1] in CLAUSE_JOINTS
        stop = begin - 1 - (joined and shape[begin - 2] in ",;")
        if stop <= first or who.owner or lower[who.first] in ("a", "an"):
            continue  # "the latter, a Green, that"
        told = not shapes.FINITES.isdisjoint(shape[first + 1 : stop])  # else "told Lund and Roth that"
        opens = shape[stop] == ";" or (told and (joined or shape[stop] == ","))
        between = _PLACE.sub("", shape[who.last : that])  # "the cabinet in Oslo, that"
        aside = between[:1] == between[-1:] == "," and shapes.VERBS.isdisjoint(between)
        if opens and (not between or aside) and _may_speak(context, who):
            office = ending_at(context, stop) if shape[stop] == "," and who.kind == NAME and aside else None
            named = office is not None and office.kind == NOUN and context.is_human(office)
            return (
                (office.first - 1, who)
                if office and named and shape[office.first - 1] == ","
                else (stop, who)
            )
    return None


def _may_speak(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a mention is a name, or a noun for somebody: "the latter", "his Danish colleague"."""
    word = singular(context.skeleton.lower[mention.head])
    return mention.kind == NAME or (mention.kind == NOUN and word in _SPEAKING)
