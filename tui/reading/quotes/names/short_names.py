"""Which name capitals are short for: "IAEA" for the International Atomic Energy Agency."""

from __future__ import annotations

from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import COUNTRIES
from tui.reading.quotes.words.tokens import TokenizedArticle

_LETTERS = 2
_LEADS = ((",", "the"), (",", "or"), (",", "known", "as"))


def short_names(skeleton: TokenizedArticle, entities: list[Entity]) -> dict[str, list[int]]:
    """Return the entities that capitals may be short for: "IAEA" by its first letters, or "KAPO" in brackets behind it."""
    found: dict[str, list[int]] = {}
    for number, entity in enumerate(entities):
        if len(entity.words) < _LETTERS or entity.person:
            continue
        first = entity.mentions[0]
        parts = [
            part for word in skeleton.text[first.name_first : first.name_last] for part in word.split("-")
        ]
        names = {
            "".join(part[0] for part in parts if part[0].isupper() and not {"'", "’"} & {*part}),
            "".join(part[0].upper() for part in parts if part[0].isalpha()),
        }
        if skeleton.shape[first.last : first.last + 2] == "(" + shapes.NAME and not _is_dateline(
            skeleton, first
        ):
            names.add(skeleton.text[first.last + 1].replace(".", ""))
        names |= _apposed(skeleton, first.last)
        for name in names:
            found.setdefault(name, []).append(number)
    return found


def _apposed(skeleton: TokenizedArticle, at: int) -> set[str]:
    """Return the capitals set off behind a name, from word `at`: of "the Security Service, the SBU, said", not of a list."""
    lower, shape = skeleton.lower, skeleton.shape
    word = at + next((len(lead) for lead in _LEADS if tuple(lower[at : at + len(lead)]) == lead), 0)
    letters = skeleton.text[word] if at < word < len(lower) else ""
    closed = shape[word + 1 : word + 2] == "," and shape[word + 2 : word + 3] in (
        *shapes.VERB,
        *shapes.ADVERB,
    )
    return {letters} if closed and letters.isupper() and letters.lower() not in COUNTRIES else set()


def _is_dateline(skeleton: TokenizedArticle, place: Mention) -> bool:
    """Tell whether a name opens a paragraph before an agency in brackets and a dash: "PORT REVAL (KPS) --"."""
    opens = place.first == 0 or skeleton.shape[place.first - 1] == shapes.BREAK
    return opens and skeleton.shape[place.last + 2 : place.last + 4] == ")-"


def short_for(skeleton: TokenizedArticle, names: dict[str, list[int]], mention: Mention) -> int:
    """Return the one entity whose name capitals are short for, -1 for none; `names` are the short ones there may be."""
    letters = skeleton.text[mention.name_first].replace(".", "")
    if mention.name_last - mention.name_first != 1 or not letters.isupper() or len(letters) < _LETTERS:
        return -1
    found = names.get(letters, ())
    return found[0] if len(found) == 1 else -1
