"""Names that are titles or words for a people, and who is called by them: "the Secretary", "the Swede"."""

from __future__ import annotations

import re
from functools import partial

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.resolution.bearers import holder_behind
from tui.reading.quotes.resolution.named_offices import apposed
from tui.reading.quotes.resolution.natives import person_of
from tui.reading.quotes.resolution.office_fitness import office_of
from tui.reading.quotes.resolution.office_holders import Holder, holder_of
from tui.reading.quotes.words.offices_table import (
    LEADERS,
    MATTERS,
    PERSONS,
    QUALIFYING,
    WIDER,
    country_of,
    ranked,
    role_of,
)
from tui.reading.quotes.words.word_classes import PEOPLE, TITLES, word_set

_QUALIFYING = QUALIFYING | {"grand"}
_TITLED, _TITLES_AND_PEOPLE = PEOPLE & TITLES, PEOPLE | TITLES
_OF_TITLES = TITLES | PEOPLE | MATTERS | word_set("of the for and senior chief first second")
_OFFICE_JOINTS = ("for", "of", "to")
_HIGH = ("hr/vp", "hrvp")


def honoured(context: ArticleAnalysis, mention: Mention) -> int:
    """Return whom "The Crown Prince, Ida Lund," names; -1 for nobody."""
    lower = context.skeleton.lower
    if lower[mention.first] in ("his", "her"):
        return -1
    title = lower[mention.first] == "the" and lower[mention.head] in TITLES
    words = lower[mention.name_first : mention.name_last]
    title = title or (len(words) > 1 and all(word in _OF_TITLES for word in words))
    title = title or _is_office_for(context, mention)
    known = context.entities[mention.entity]
    if (
        known.words[-1] in TITLES and len(known.words) > 1 and not title
    ):  # "EAM" of "External Affairs Minister"
        return next((one for one in map(partial(apposed, context), known.mentions) if one >= 0), -1)
    return apposed(context, mention) if title else -1


def _is_office_for(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a name is that of an office for a matter in no table: "the Minister for the Middle East"."""
    lower, core = context.skeleton.lower, context.entities[mention.entity].words
    joint = next(
        (
            at
            for at in range(mention.first + 1, mention.last - 1)
            if lower[at] in _OFFICE_JOINTS and lower[at - 1] in TITLES
        ),
        -1,
    )
    return joint > 0 and (core[0] in TITLES or (len(core) == 1 and core[0] in lower[joint : mention.last]))


def bearer(context: ArticleAnalysis, mention: Mention, known: Entity) -> Holder | None:
    """Return who is told of by a title or a state alone, as if it were a name: "the Secretary", "the Swede"."""
    if PERSONS.keys() >= {*known.words}:
        return person_of(context, mention)
    return titled(context, mention) if TITLES.issuperset(known.words) else None


def titled(context: ArticleAnalysis, mention: Mention) -> Holder | None:
    """Return who bears a title in capitals: "the Secretary", "the Prime Minister", "the Norwegian President"."""
    lower = context.skeleton.lower
    head, between = lower[mention.head], lower[mention.first + 1 : mention.head]
    of = " ".join([head, *lower[mention.last : mention.last + 2]])
    entitled = (
        head in _TITLED or head in LEADERS or ranked(head)[2] in _TITLED or of in WIDER or head in _HIGH
    )
    if lower[mention.first] not in ("the", "our") or not entitled or mention.last != mention.head + 1:
        return None
    if len(between) > 2 or not all(country_of([word]) or word in _QUALIFYING for word in between):
        return None
    office = office_of(context, mention, role_of(head))
    holder = holder_of(context, mention, office) or holder_behind(context, mention, office)
    if holder is None or holder.entity < 0:
        return holder
    known = context.entities[holder.entity]
    return holder if len(known.words) > 1 or known.person > 0 else None


def whole_name(context: ArticleAnalysis, entity: Entity) -> str:
    """Return a name, a surname with the first name that stands with it within a quote alone: "our guest, Ida Lund”"."""
    if len(entity.words) > 1 or entity.body is not None or not entity.person:
        return entity.name
    if context.text.count(entity.name) <= len(entity.mentions):
        return entity.name  # it stands in no quote
    name = re.compile(rf"(?<![\w.] )(?<!\w)([^\W\d_a-z][\w'’-]+ {re.escape(entity.name)})\b(?!-)")
    found = {
        match[1]
        for stretch in context.stretches
        for match in name.finditer(context.text, stretch.start, stretch.end)
        if match[1].split()[0].casefold() not in _TITLES_AND_PEOPLE
    }
    return found.pop() if len(found) == 1 else entity.name
