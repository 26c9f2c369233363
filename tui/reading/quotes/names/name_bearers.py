"""Whose a surname in another spelling is, "Dadashev" of Ruslan Dadasheev, and an office in capitals behind a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.names.own_names import office_alone
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.spellings import spelling_key
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

# All but the consonants, in the key of a spelling, and those that some spell as vowels: "Chowdhury", "Mohadjerani".
_VOWELS = re.compile("[^bcdfghjklmnpqrstvwxzC]|v(?=[^aeiou])")
_ARTICLE = re.compile("^(al|el|ul)-")
_APART = 3  # letters, which are too many
_FEWEST = 4  # consonants, the first letter among them, by which a name is known
_PLACING = word_set("in at near from")


def bearer_before(
    skeleton: TokenizedArticle, mentions: Sequence[Mention], mention: Mention, entities: Sequence[Entity]
) -> int:
    """Return whose office stands behind a full name: "Ida Lund, Secretary General of the Union,"; -1 for another name."""
    before = mentions[mention.number - 1] if mention.number else mention
    if before.kind != NAME or before.entity < 0 or skeleton.lower[before.last : mention.first] != [","]:
        return -1
    known = entities[before.entity]
    placed = skeleton.word_before(before.first) in _PLACING or bool(country_of(list(known.words)))
    full = len(known.words) > 1 and known.body is None and not placed
    return before.entity if full and office_alone(skeleton, mention) else -1


@lru_cache(maxsize=1 << 14)
def consonants(word: str) -> str:
    """Return the first letter and the consonants that spellings of a name share: of "al-Maqtari" those of "Maktari"."""
    key = spelling_key(_ARTICLE.sub("", word))
    return key[:1] + _VOWELS.sub("", key)


def in_other_letters(
    skeleton: TokenizedArticle,
    entities: Sequence[Entity],
    whole: Mapping[str, Sequence[int]],
    mention: Mention,
    core: tuple[str, ...],
) -> int:
    """Return whose full name one is, spelled otherwise or turned round, "Hyunseok Koo" of "Koo Hyun-seok"; -1 for nobody's.

    `whole` are the full names by the consonants of their surnames. Of two that "and" joins none is the other.
    """
    keys = [*map(spelling_key, reversed(core))]
    turned = len(core) == len(("Ida", "Lund"))
    found = [
        number
        for number in whole.get(consonants(core[0]), ())
        if turned and [*map(spelling_key, entities[number].words)] == keys
    ] or spelled_alike(whole, entities, core)
    before = entities[found[0]].mentions[-1].last if found else -1
    beside = before == mention.first - 1 and skeleton.lower[before] == "and"
    return -1 if beside or not found else found[0]


def spelled_alike(
    full: Mapping[str, Sequence[int]], entities: Sequence[Entity], core: tuple[str, ...]
) -> list[int]:
    """Return the only full name of which one is another spelling: "Ebtihaji", "Zarghona Ebtihaji" of "Zarghuna Ebtehaji"."""
    if len(core) == 1 and country_of([core[0].removesuffix("s")]):
        return []  # "Syrians" are no "Ida Soerens"
    found = [
        number
        for number in full.get(consonants(core[-1]), [])
        if _is_alike(core[-1], entities[number].words[-1], closely=len(core) > 1)
        and (len(core) == 1 or _is_alike(core[0], entities[number].words[0], closely=True))
    ]
    return found if len(found) == 1 else []


def _is_alike(one: str, other: str, *, closely: bool) -> bool:
    """Tell whether two words may spell one name: their consonants are the same, all vowels but one too if `closely`.

    "Alexandra" is not "Alexander"; "Mahbub" is what "Mahbubur" begins with.
    """
    short, long = sorted((spelling_key(_ARTICLE.sub("", word)) for word in (one, other)), key=len)
    if short == long:
        return True
    if short.endswith("a") != long.endswith("a"):
        return False
    if closely and long.startswith(short) and len(short) >= _FEWEST:
        return True
    number = len(consonants(one)) if consonants(one) == consonants(other) else 0
    apart = len(long) - _shared(short, long) - _shared(short[::-1], long[::-1])
    return number >= _FEWEST and (apart < _APART or (not closely and number > _FEWEST))


def _shared(short: str, long: str) -> int:
    """Return how many letters two words begin with alike."""
    return next(
        (at for at, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short)
    )
