"""What a sentence shows of a name in it: "Skylark cut its outlook" is no person, "Wen Li left his post" a man.

So is he who "says he knew nothing" where nobody else whom "he" may mean was told of.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import FEMALE, MALE, PEOPLE, word_set

_HIS = {"his": 1, "himself": 1, "her": -1, "herself": -1}
_SHE = {"he": 1, "she": -1}
_REACH = 16  # words from a name to its "his" or "its"
_ON = word_set("on via")
_OUTLETS = word_set(
    "weekly daily monthly newspaper paper magazine station broadcaster network agency site website outlet"
)
_ARTICLES = word_set("la le les el los il der die das o a de den het")
_PAPERS = word_set("""
    gaceta gazzetta gazette monde nación nacion figaro país pais mundo stampa repubblica presse prensa razón razon tribuna
    tribune tercera temps soir spiegel welt zeit standard heraldo universal comercio vanguardia jornada messaggero globo
    público publico correo estado diario telegraaf morgen tijd presencia tiempo espectador mercurio bild croix
""")
# Another may be meant behind these.
_APART = frozenset(shapes.NAME + shapes.PRONOUN + shapes.QUOTE + ":;")
_FULL = len(("Ida", "Lund"))


def note_natures(skeleton: TokenizedArticle, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
    """Note which names are no person's, and the sex of those whom a "his" or "her" shows, where nothing else does."""
    lower = skeleton.lower
    named: set[int] = set()  # who may be "he", so far
    for mention in mentions:
        entity = entities[mention.entity] if mention.kind == NAME and mention.entity >= 0 else None
        if entity is None or entity.body is not None or entity.ship:
            continue
        known = entity.person or entity.roles or entity.male != entity.female
        if not mention.owner and not known and _its(skeleton, mention):
            entity.thing = True
        if not known and (lower[mention.name_first - 1] in _OUTLETS or _is_paper(entity.words)):
            entity.thing = True  # "the weekly Velm Mirror", "La Gaceta"
        if len(entity.words) < _FULL or entity.thing:
            continue
        named.add(mention.entity)
        if entity.male == entity.female and not sex_of(entity.words):
            sex = _shown(skeleton, mention) if named == {mention.entity} else 0
            sex = sex or _says_of_self(skeleton, mention, [entities[one] for one in named - {mention.entity}])
            entity.male += sex > 0
            entity.female += sex < 0
    for entity in entities:
        on = all(skeleton.word_before(one.name_first) in _ON for one in entity.mentions)
        known = entity.person or entity.roles or entity.male != entity.female
        entity.thing = entity.thing or (on and not known and len(entity.words) > 1)


def _is_paper(words: Sequence[str]) -> bool:
    """Tell whether a name is an article and what papers are called in that tongue: "La Gaceta"."""
    return len(words) == _FULL and words[0] in _ARTICLES and words[1] in _PAPERS


def _its(skeleton: TokenizedArticle, mention: Mention) -> bool:
    """Tell whether a name does something to what is its own: "Skylark has found its engineer"."""
    return skeleton.lower[_own(skeleton, mention)] == "its"


def _shown(skeleton: TokenizedArticle, mention: Mention) -> int:
    """Return 1 for a man, -1 for a woman, 0 where the sentence that a name begins does not show it."""
    return _HIS.get(skeleton.lower[_own(skeleton, mention)], 0)


def _says_of_self(skeleton: TokenizedArticle, mention: Mention, others: Sequence[Entity]) -> int:
    """Return the sex of who "says she knew nothing", 0 where all that were named may not be told to be of the other."""
    lower, at = skeleton.lower, mention.last + (skeleton.shape[mention.last : mention.last + 1] == ",")
    told = skeleton.shape[at : at + 1] == shapes.CUE and not mention.owner
    she = at + 1 + (lower[at + 1 : at + 2] == ["that"])
    sex = _SHE.get("".join(lower[she : she + 1]), 0) if told else 0
    same = MALE if sex > 0 else FEMALE
    alone = all((one.male - one.female or sex_of(one.words)) * sex < 0 for one in others)
    return sex if sex and alone and same.isdisjoint(lower[: mention.first]) else 0


def _own(skeleton: TokenizedArticle, mention: Mention) -> int:
    """Return the word by which a name's own things are told behind its verb; the name's last where none is."""
    shape, lower = skeleton.shape, skeleton.lower
    first, last = skeleton.sentences[skeleton.sentence[mention.first]]
    begins = mention.first == first or shape[mention.first - 1] in (shapes.BREAK, "-")
    if not begins or shape[mention.last : mention.last + 1] not in tuple(shapes.FINITE + shapes.ADVERB):
        return mention.last - 1
    for at in range(mention.last, min(last, mention.last + _REACH)):
        if lower[at] in _HIS or lower[at] == "its":
            return at if shape[at] != shapes.OTHER_PRONOUN or lower[at].endswith("self") else mention.last - 1
        says = shape[at] == shapes.CUE and not lower[at].endswith("ing")
        if says or shape[at] in _APART or lower[at] in PEOPLE:
            break
    return mention.last - 1
