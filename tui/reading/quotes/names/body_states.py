"""The state in the name of a body as it stands in the text, or behind it: "the Ministry of Works of Norway"."""

from __future__ import annotations

from itertools import takewhile

from tui.reading.quotes.names.bodies import BodyName, body_name, state_adjective
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.names.own_names import written_name
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import GENERALS, country_of
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import TITLES

_OF_OFFICES = TITLES | GENERALS
ABROAD = frozenset(("embassy", "consulate", "mission", "delegation"))  # in a state, and of another
_LETTERS = 3  # of "USA": more are of several states


def body_of(skeleton: TokenizedArticle, mention: Mention) -> BodyName:
    """Return what a name says of its body, with the state behind it: "the Ministry of Works of Norway"."""
    lower, last = skeleton.lower, mention.name_last
    body = body_name(lower[mention.first : last])
    abroad = bool(ABROAD.intersection(body.words))
    if body.country or (abroad and lower[last : last + 1] != ["of"]):
        return body
    if lower[max(0, mention.first - 2) : mention.first - 1] == ["in"]:  # "in Seoul the Unification Ministry"
        return body._replace(country=country_of([skeleton.word_before(mention.first)]))
    if lower[last : last + 1] not in (["of"], ["in"]):
        return body
    two = skeleton.shape[last + 1 : last + 3] == shapes.NAME * 2
    country = country_of(lower[last + 1 : last + 2 + two])
    if country or two or lower[last] == "in" or skeleton.shape[last + 1 : last + 2] != shapes.NAME:
        return body._replace(country=country)
    # "the Ministry of Works of Vortania", a state in no table
    return body_name(lower[mention.first : last + 2])


def body_written(skeleton: TokenizedArticle, mention: Mention, body: BodyName) -> str:
    """Return the name of an institution with its state: "Russian Foreign Ministry" for "Russia's Foreign Ministry"."""
    written = written_name(skeleton, mention)
    owner = skeleton.text[mention.first : mention.name_first]
    state = country_of(skeleton.lower[mention.first : mention.name_first])
    if owner and owner[-1] in ("'s", "’s"):
        words = owner[owner[0].lower() == "the" : -1]
        if state:  # "the Russian Attorney General's Office", and no "South Korea's"
            words = words[::-1]
            words = [*takewhile(lambda word: word.istitle() and word.lower() in _OF_OFFICES, words)][::-1]
        owned = " ".join([*words, owner[-1]]) if words else ""  # "Prime Minister's Office"
        written = f"{owned} {written}".strip().replace(" 's", "'s").replace(" ’s", "’s")
    said = body_name(skeleton.lower[mention.name_first : mention.name_last]).country
    # "the ASEAN Secretariat in Jakarta" is no state's
    several = any(
        word.isupper() and len(word) > _LETTERS
        for word in skeleton.text[mention.name_first : mention.name_last]
    )
    last = mention.name_last
    if (
        not said
        and body.country
        and skeleton.lower[last : last + 1] == ["of"]
        and not state_adjective(body.country)
    ):
        return " ".join([written, *skeleton.text[last : last + 2]])
    adjective = "" if said or several or not body.country else state_adjective(body.country)
    return f"{adjective} {written}" if adjective else written
