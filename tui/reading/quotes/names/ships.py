"""Which names are ships': "the freighter Alma Lund"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import word_set

_SHIPS = word_set("""
    freighter ship vessel ferry tanker trawler yacht boat frigate destroyer corvette submarine warship tugboat barge
    schooner steamer steamship icebreaker liner sailboat catamaran
""")
_AT_SEA = _SHIPS | word_set("ships vessels crew sailors seafarers seamen boats moored berthed")


def find_ships(skeleton: TokenizedArticle, entities: Iterable[Entity]) -> None:
    """Note which names of several words are ships': "the freighter Alma Lund", and of a text at sea "the Alma Lund"."""
    at_sea = not _AT_SEA.isdisjoint(skeleton.lower)
    for entity in entities if at_sea else ():
        person = entity.body is not None or entity.person or entity.roles
        entity.ship = len(entity.words) > 1 and not person and _is_ship(skeleton, entity.mentions)


def _is_ship(skeleton: TokenizedArticle, named: Sequence[Mention]) -> bool:
    lower, shape = skeleton.lower, skeleton.shape
    articled = 0
    for one in named:
        if skeleton.word_before(one.name_first) in _SHIPS:
            return True
        if lower[one.first : one.name_first] == ["the"]:
            articled += shape[one.last : one.last + 1] not in shapes.NOMINAL  # not "the Alma Lund case"
        elif shapes.CUE in (shape[one.last : one.last + 1], shape[one.first - 1]):
            return False
    return 2 * articled > len(named)
