"""Whose a surname in another spelling is, "Dadashev" of Ruslan Dadasheev, and an office in capitals behind a name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.names.own_names import office_alone
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.spellings import spelling_key
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_CONSONANTS = re.compile("[^bcdfghjklmnpqrstvwxzCJ]")  # all but these, in the key of a spelling
_FEWEST = 4  # consonants by which a surname is known
_PLACING = word_set("in at near from")


def bearer_before(
    skeleton: TokenizedArticle, mentions: Sequence[Mention], mention: Mention, entities: Sequence[Entity]
) -> int:
    """Return whose office stands behind a full name: "Ida Lund, Secretary General of the Union,"; -1 for another name."""
    before = mentions[mention.number - 1] if mention.number else mention
    if before.kind != NAME or before.entity < 0 or skeleton.lower[before.last : mention.first] != [","]:
        return -1
    known = entities[before.entity]
    placed = skeleton.lower[before.first - 1] in _PLACING or bool(country_of(list(known.words)))
    full = len(known.words) > 1 and known.body is None and not placed
    return before.entity if full and office_alone(skeleton, mention) else -1


def by_consonants(entities: Sequence[Entity], by_last: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """Return the full names by the first letter and the consonants of their surnames, spelled as their keys in `by_last`."""
    found: dict[str, list[int]] = {}
    for key, numbers in by_last.items():
        full = [number for number in numbers if len(entities[number].words) > 1]
        found.setdefault(key[:1] + _CONSONANTS.sub("", key), []).extend(full)
    return found


def spelled_alike(full: Mapping[str, list[int]], core: tuple[str, ...]) -> list[int]:
    """Return the only full name with the consonants of a surname that stands alone: "Ebtihaji" and "Zarghuna Ebtehaji"."""
    own = spelling_key(core[-1])
    alike = _CONSONANTS.sub("", own)
    if len(core) > 1 or len(alike) < _FEWEST or country_of([core[0].removesuffix("s")]):
        return []  # "Syrians" are no "Ida Soerens"
    found = full.get(own[:1] + alike, [])
    return found if len(found) == 1 else []
