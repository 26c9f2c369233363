"""What the name is like that a speaker was given, and how a mention came to it: some are wrong more often than others.

Counted on articles that no rule had seen: of names that begin with a title or an office a fifth was right, of outlets and
of single words half, of those "introduced as such" nine in ten.
"""

from __future__ import annotations

from tui.core.speakers import SEVERAL
from tui.reading.quotes.words.offices_table import ADJECTIVES, COUNTRIES
from tui.reading.quotes.words.word_classes import OUTLETS, PEOPLE, TITLES, word_set

_MANNERS = ("introduced as such", "the only one named", "the likeliest person before it", "the last speaker")
_DEFINITE = word_set("the his her its their this that these those")
_INDEFINITE = word_set("a an one two three some several another")
_TITLES = TITLES | PEOPLE
_OUTLETS = OUTLETS | word_set("news agency press radio television newspaper daily times journal post")


def naming(name: str, why: str, written: str = "") -> list[str]:
    """Return what tells how well a speaker was named `name`, where `why` says whom the mention stood for and why.

    `written` are the words of the mention, which may have a title that the name is without: "Mr Lund".
    """
    found = [f"tied {manner}" for manner in _MANNERS if manner in why]
    words = name.split()
    if not words:
        return found
    lower = [word.lower().strip(".,") for word in words]
    if SEVERAL in name:
        return [*found, "several"]
    if _OUTLETS.intersection(lower):
        found.append("outlet")
    capital = words[0][0].isupper()
    place = "-".join(lower[lower[0] == "the" :])
    if capital and place in COUNTRIES and place not in ADJECTIVES:
        return found  # "Moscow", "the Kremlin": a state or its seat by the name that it has everywhere
    if capital and lower[0] in _TITLES:
        found.append("title first")
    titled = written != name and written.partition(" ")[0].casefold().strip(".") in _TITLES
    if capital and len(words) == 1 and not titled:
        found.append("one word")
    if lower[0] in _DEFINITE:
        found.append("definite")
    elif lower[0] in _INDEFINITE:
        found.append("indefinite")
    elif words[0][0].islower():
        found.append("small")
    return found
