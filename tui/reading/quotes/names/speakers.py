"""One speaker, many names: whom an article's speaker is among those a briefing knows already."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from tui.reading.quotes.names.bodies import BodyName, body_name, is_body
from tui.reading.quotes.words.offices_table import DEMONYMS, LEADERS, PORTFOLIOS, country_of, role_of
from tui.reading.quotes.words.shapes import ADJECTIVE
from tui.reading.quotes.words.spellings import spelling_key
from tui.reading.quotes.words.word_classes import (
    CLASSES,
    OFFICE_WORDS,
    PAPERS,
    PEOPLE,
    SUFFIXES,
    THINGS,
    TITLES,
    singular,
    word_set,
)

_WORD = re.compile(r"[^\W_](?:[\w.]|[-'](?=\w))*")
_ARTICLES = word_set("the a an his her their its our my")
_PRONOUNS = word_set("i you he she it we they this that these those who one")
_DETERMINERS = word_set("the this that a an")
_PAPERS = PAPERS | {"site", "website", "page", "blog", "account"}
_SOME = word_set("a an one two three several some many another unnamed anonymous")
# What somebody not named begins with in the other languages; an article there goes with a German noun.
_SOME_ELSEWHERE = word_set(
    "un une plusieurs ein eine mehrere einige unos unas varios varias der die das один одна"
)
# a party's, in all articles the same
_PARTISANS = word_set("democrat republican conservative liberal socialist")
_PARTICLES = word_set(
    "de del der den des di da dos du la le el al ul bin ben ibn van von zu y e i of the and"
)
_PLACES = word_set("palace presidency government")
_ALONE = word_set("president chancellor king queen emperor sultan emir")
# Bodies that every state has.
_EVERYWHERE = word_set("ministry embassy presidency parliament government cabinet senate consulate mission")
_LITTLE = word_set("of for and in at on from")
_NONE = word_set("")  # one for all: an empty set takes as much memory as all else of a name


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a name says: the folded words, these without a seat's, the person's own name in it, and the office."""

    plain: tuple[str, ...]
    bare: tuple[str, ...]
    core: tuple[str, ...]
    suffix: str
    roles: frozenset[str]
    country: str
    body: BodyName | None


KnownName = tuple[str, _Reading]
"""A speaker's id, and what one of their names says."""


def known_names(identifier: str, names: Iterable[str]) -> list[KnownName]:
    """Return the names of a speaker as `match_speaker` compares them."""
    return [(identifier, _read(name)) for name in names]


def same_words(entity: str, known: Iterable[KnownName]) -> set[str]:
    """Return the ids of those among `known` who are called by the very words of `entity`, but for articles and a seat."""
    wanted = _read(entity)
    return _same_words(wanted, known) if wanted.plain else set()


def telling_words(name: str) -> str:
    """Return the words of a name, folded, that each name of the same words has."""
    said = _read(name)
    return " ".join(said.bare or said.plain)


def tells_more(name: str) -> bool:
    """Tell whether a name may mean whom other words do: a body, a person, or the holder of an office."""
    said = _read(name)
    return bool(said.body or said.core or (said.roles and said.country))


def match_speaker(entity: str, known: Sequence[KnownName]) -> str:
    """Return the id of the speaker among `known` that `entity` names, or "".

    "Putin", "President Vladimir Putin" and "the Russian president" are one speaker once an alias
    says which office he holds. Two people who share a surname are never taken for one: where a
    name fits more than one speaker, or only a surname fits and it is not the only one, there is no
    match.
    """
    wanted = _read(entity)
    if not wanted.plain:
        return ""
    full, office = len(wanted.core) > 1, wanted.roles and wanted.country
    for fits, may in (
        (_same_words, True),
        (_same_body, wanted.body is not None),
        (_same_person, full),
        (_same_spelling, full),
        (_same_surname, wanted.core),
        (_same_office, office),
    ):
        found = fits(wanted, known) if may else set()
        if len(found) == 1:
            return found.pop()
        if found:
            return ""
    return ""


def is_fuller(name: str, known: str) -> bool:
    """Tell whether `name` is a first name and a surname, and `known` this surname alone."""
    full, bare = _read(name), _read(known)
    return (
        len(full.core) > 1
        and len(bare.core) == 1
        and full.core == full.plain
        and full.core[-1] == bare.core[-1]
        and full.suffix == bare.suffix
        and len(full.core[0].rstrip(".")) > 1
    )


def office_alias(name: str, role: str) -> str:
    """Return `name` with the office its bearer holds alone in a country, or "" where `role` states none.

    Of presidents and monarchs a country has one; spokesmen and ministers it has many, so theirs is none.
    """
    words = role.split()
    if words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    said = _read(" ".join(words))
    last = words[-1].casefold() if words else ""
    if len(words) > 3 or last not in _ALONE or not said.country or not said.roles or "," in role:
        return ""
    return f"{' '.join(words)} {name}" if len(_read(name).core) > 1 else ""


@lru_cache(maxsize=8192)  # a name is compared with every new one that shares a word with it
def _read(name: str) -> _Reading:
    folded = unicodedata.normalize("NFKD", name.replace("’", "'"))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter)).casefold()
    words = [intern(match.group().rstrip(".")) for match in _WORD.finditer(folded)]  # once in memory
    while words and words[0] in _ARTICLES:
        words = words[1:]
    suffix = ""
    while len(words) > 1 and words[-1] in SUFFIXES:
        suffix = words[-1]
        words = words[:-1]
    roles = frozenset(role_of(singular(word)) for word in words if _is_role(word)) or _NONE
    # "prime minister" is the minister, but a vice president is no president
    deputy = {"vice", "deputy", "former"} & set(words) or "'s" in folded  # nor is his envoy
    country = country_of(words)
    plain = tuple(words)
    bare = plain if _PLACES.isdisjoint(plain) else tuple(word for word in words if word not in _PLACES)
    if is_body(words):  # no office, and nobody's surname
        return _Reading(plain, bare, (), suffix, _NONE, country, body_name(words))
    core = [] if "'s" in folded or (not roles and _is_phrase(name)) else _own(words)
    own = plain if len(core) == len(plain) else tuple(core)
    return _Reading(plain, bare, own, suffix, _NONE if deputy else roles, country, None)


def _is_phrase(name: str) -> bool:
    """Tell whether a name has words that nobody is called: "ministère russe de la Défense"."""
    small = (word for word in name.split() if word[0].islower() and not {"-", "'", "’"} & set(word))
    return any(word not in _PARTICLES for word in small)


def _is_role(word: str) -> bool:
    return word in TITLES or singular(word) in PEOPLE


def _own(words: list[str]) -> list[str]:
    """Return the words of a person's own name: those after the last title."""
    last = max((at for at, word in enumerate(words) if _is_role(word)), default=-1)
    own = words[last + 1 :]
    if not own or own[0] in _LITTLE or own[-1] in THINGS or own[-1] in OFFICE_WORDS:
        return []
    return own


def is_nobody(name: str) -> bool:
    """Tell whether a name names nobody: a pronoun that the article does not explain, or a paper: "it", "the report"."""
    if name.casefold() in _PRONOUNS:
        return name == "I" or not name.isupper()
    first, *others = name.split() or [""]
    return first.casefold() in _DETERMINERS and _is_paper(others)


def hands_nothing_on(name: str) -> bool:
    """Tell whether what words came through is nobody: a paper or an office of which it is not told whose, "his office"."""
    first, *others = name.split() or [""]
    own = others if first.casefold() in _ARTICLES | _DETERMINERS else [first, *others]
    return is_nobody(name) or _is_paper(own) or own == ["office"]


def _is_paper(words: Sequence[str]) -> bool:
    """Tell whether words are a paper, at most with whose state it is of: "account", "French account"."""
    *before, noun = words or [""]
    return noun in _PAPERS and all(each.lower() in DEMONYMS for each in before)


@lru_cache(maxsize=8192)  # asked once for each quote of a speaker
def is_local(name: str) -> bool:
    """Tell whether a name says who speaks in its own article alone, and in another may be anybody's.

    So do "a spokesman for the ministry", "Senior officials", "the minister", and "the Foreign Ministry" of no state.
    """
    words = name.split()
    if not words or not any(letter.islower() for letter in name):
        return False
    if words[0].casefold() in _SOME or words[0] in _SOME_ELSEWHERE:
        return True
    if name[1:] == name[1:].lower() and _are_people(words):  # "Officials", where a sentence begins
        return True
    rest = words[1:] if words[0].casefold() in _ARTICLES else words
    body = _read(name).body
    if body is not None and not body.country and body.words & _EVERYWHERE:
        return body.words - _EVERYWHERE <= PORTFOLIOS
    return not any(
        letter.isupper() or letter.isdigit() or (letter.isalpha() and letter.upper() == letter.lower())
        for word in rest
        for letter in word
    )


def _are_people(words: Sequence[str]) -> bool:
    """Tell whether words begin with what several people are: "officials", "senior diplomats in the capital"."""
    noun = next((low for low in map(str.casefold, words) if CLASSES.get(low) != ADJECTIVE), "")
    return singular(noun) != noun and singular(noun) in PEOPLE and singular(noun) not in _PARTISANS


def _same_body(wanted: _Reading, known: Iterable[KnownName]) -> set[str]:
    """Return who is the same institution, the state said of both or of neither."""
    return {one for one, name in known if name.body == wanted.body}


def _same_words(wanted: _Reading, known: Iterable[KnownName]) -> set[str]:
    """Return who is called by the same words."""
    plain, bare, suffix = wanted.plain, wanted.bare, wanted.suffix
    return {
        one
        for one, name in known
        if (name.plain == plain or (name.bare == bare and bare)) and name.suffix == suffix
    }


def _same_person(wanted: _Reading, known: Iterable[KnownName]) -> set[str]:
    """Return whose full name is the same, or begins with its initial."""
    return {
        one
        for one, name in known
        if len(name.core) > 1
        and name.suffix == wanted.suffix
        and name.core[-1] == wanted.core[-1]
        and _first_fits(name.core[0], wanted.core[0])
    }


def _same_spelling(wanted: _Reading, known: Iterable[KnownName]) -> set[str]:
    """Return whose full name is the same as another language or script spells it."""
    first, last = spelling_key(wanted.core[0]), spelling_key(wanted.core[-1])
    return {
        one
        for one, name in known
        if len(name.core) > 1
        and name.suffix == wanted.suffix
        and (spelling_key(name.core[0]), spelling_key(name.core[-1])) == (first, last)
    }


def _first_fits(one: str, other: str) -> bool:
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


def _same_surname(wanted: _Reading, known: Iterable[KnownName]) -> set[str]:
    """Return whom a surname alone, on either side, fits and no other first name speaks against it."""
    surname = wanted.core[-1]
    bearing = [
        (one, len(name.core) > 1)
        for one, name in known
        if name.core and name.core[-1] == surname and name.suffix == wanted.suffix
    ]
    others = {one for one, named in bearing if named} if len(wanted.core) > 1 else set()
    return {one for one, _ in bearing} - others


def _same_office(wanted: _Reading, known: Iterable[KnownName]) -> set[str]:
    """Return whose office, which an alias states, is the one without a name, in the same country."""
    roles = wanted.roles | LEADERS if "leader" in wanted.roles else wanted.roles
    return {one for one, name in known if name.country == wanted.country and roles & name.roles}
