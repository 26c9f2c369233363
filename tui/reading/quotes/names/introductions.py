"""What an article tells of somebody where it names them: "the Chinese president, Li Wen", "Ida Lund, 44, the mayor"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tui.reading.quotes.names.appositions import apposed_before, is_office
from tui.reading.quotes.names.bodies import BodyName
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.names.told_offices import told_before, told_behind
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import (
    GENERALS,
    HELD_BY,
    PERSONS,
    PORTFOLIOS,
    PREMIERS,
    RANKS,
    country_of,
    ranked,
    role_of,
)
from tui.reading.quotes.words.small_words import CALLED
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import FEMALE, MALE, PLURALS, SINGULAR, TITLES, word_set

_LONGEST = 12  # words of an apposition before a name
_BEHIND = 8  # and after one
_REPLACING = word_set("replacing succeeding replaces succeeds replaced succeeded")
_TAKING_OVER = (
    ["took", "over", "from"],
    ["takes", "over", "from"],
    ["taking", "over", "from"],
    ["taken", "over", "from"],
)
_REPLACED_BY = (["replaced", "by"], ["succeeded", "by"])
_SOME = word_set("many any no some several few more")
_DOES = shapes.PAST + shapes.RELATIVE  # "directed that": what stands before it is its subject
_MET = shapes.PAST + shapes.DETERMINER  # "the president, Ida Lund, met the minister"
_MADE = word_set("appointed elected crowned")
_AGE = "," + shapes.NUMBER + ","  # "Ida Moreno, 44,"


@dataclass(slots=True, kw_only=True)
class Entity:
    """Somebody or something named: the words of the fullest name, its mentions, roles and gender votes.

    `body` is what an institution is called, None for anybody and anything else; `ship` is true of a ship, `thing` of
    what a sentence shows to be nobody; `successor` is who is told to have followed. `countries` are the states of titles
    and offices, `homelands` those that a clause gives (`homelands`).
    """

    words: tuple[str, ...]
    name: str
    mentions: list[Mention] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    homelands: set[str] = field(default_factory=set)
    portfolios: set[str] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    male: int = 0
    female: int = 0
    person: int = 0
    body: BodyName | None = None
    ship: bool = False
    thing: bool = False
    successor: Entity | None = None

    @property
    def states(self) -> set[str]:
        """The states that titles and offices give, else those that clauses do."""
        return self.countries or self.homelands


def introduce(skeleton: TokenizedArticle, mention: Mention, titles: Sequence[str], entity: Entity) -> None:
    """Note in `entity` what stands with one of its mentions, whose name begins with `titles`."""
    shape, lower = skeleton.shape, skeleton.lower
    at = mention.last
    before = lower[mention.first : mention.name_first]
    if shape[mention.name_first - 1] == shapes.POSSESSIVE and not country_of(before):
        before = []  # "President Lund's Call" is no president
    said = [*(word.rstrip(".") for word in before), *titles]
    # not "ministers" of "many ministers God sends", nor "heads" of "who heads Norland's coast guard"
    if lower[mention.first] in _SOME or (
        skeleton.word_before(mention.first) == "who" and lower[mention.first] in HELD_BY
    ):
        said = [word for word in said if word not in PLURALS]
    if said:
        said = _offices(entity, said)
        _note_office(entity, said, lower[mention.first : mention.name_last])
    if said[-1:] == ["justice"] or entity.words[0] == "justice":
        note_role(entity, "judge")  # "Mr Justice Lund", and not of "Justice Minister Ida Lund"
    apposed = apposed_before(skeleton, mention)
    if apposed is not None:
        first, head, end = apposed
        general = lower[head] == "general" and lower[head - 1] in GENERALS
        note_role(entity, f"{lower[head - 1]}-general" if general else lower[head])
        _note_office(entity, lower[first:end], lower[first:end])
        entity.male += lower[head] in MALE
        entity.female += lower[head] in FEMALE  # "his wife, Ida,"
        entity.person += len(entity.words) == 1
    if lower[at : at + 1] == ["of"] and (said or mention.name_last - mention.name_first > 1):
        _note_office(entity, [], lower[at + 1 : at + 3])  # "President Ida Lund of Norway"
    _note_places(skeleton, mention, entity, apposed[0] if apposed else mention.first)
    if mention.first and _is_replaced(lower, mention.first):
        entity.roles.add("predecessor")  # "Roth was named minister, replacing Lund"
    if lower[mention.first - 2 : mention.first] in _REPLACED_BY:
        entity.roles.add("successor")
    called = mention.first > 1 and lower[mention.first - 1] in CALLED and not country_of([*entity.words])
    if called and is_office(lower[mention.first - 2]):
        _note_somebody(entity, lower[mention.first - 2])  # "a lawyer called Ida Lund"
    if shape[at : at + 3] == _AGE:
        entity.person += 2
    town = (
        skeleton.word_before(mention.first) == "in" and len(entity.words) == 1
    )  # "In The Hague, the minister said"
    place = town or entity.body is not None  # "At the Institute for Trade, the minister said"
    for word in said + ([] if place else _behind(skeleton, at, entity)):
        _note_somebody(entity, word)
    _note_clauses(skeleton, mention, entity)


def _is_replaced(lower: Sequence[str], first: int) -> bool:
    """Tell whether whoever is named from a word on is replaced: "succeeded Ida Lund", "took over from Ida Lund"."""
    return lower[first - 1] in _REPLACING or list(lower[max(0, first - 3) : first]) in _TAKING_OVER


def _note_clauses(skeleton: TokenizedArticle, mention: Mention, entity: Entity) -> None:
    """Note what the clauses about a name tell of, and whether its bearer succeeds another."""
    at = mention.last
    # not of "a member of the Norland Academy who leads the mission"
    behind = () if entity.body is not None else told_behind(skeleton, at)
    offices = [*behind, *told_before(skeleton, mention)]
    for told in offices:
        _note_somebody(entity, told.noun)
        _note_office(entity, told.words, told.words)
        entity.ranks |= ({"former"} if told.former else set()) | ({"left"} if told.left else set())
    who = at + (skeleton.shape[at : at + 1] == ",")
    if skeleton.lower[who : who + 1] == ["who"]:
        entity.person += not offices
        took_over = any(skeleton.lower[at : at + 3] in _TAKING_OVER for at in (who + 1, who + 2))
        if took_over or {*skeleton.lower[who + 1 : who + 3]} & _REPLACING:
            entity.roles.add("successor")


def _note_places(skeleton: TokenizedArticle, mention: Mention, entity: Entity, first: int) -> None:
    """Note the names in what stands beside a name, from a word: Texas of "Texas governor Ida Lund", "Ida Lund of Texas"."""
    if shapes.NAME in skeleton.shape[first : mention.name_first]:
        words = range(first, mention.name_first)
        entity.places |= {skeleton.lower[at] for at in words if skeleton.shape[at] == shapes.NAME}
    if (
        skeleton.lower[mention.last : mention.last + 1] == ["of"]
        and skeleton.shape[mention.last + 1 : mention.last + 2] == shapes.NAME
    ):
        entity.places.add(skeleton.lower[mention.last + 1])
    at = mention.first - 2  # "the Swede, Ida Lund,"
    if skeleton.shape[at + 1 : mention.last + 1 : mention.last - at - 1] == ",," and at > 0:
        state = PERSONS.get(skeleton.lower[at], "") if skeleton.lower[at - 1] == "the" else ""
        entity.countries |= {state} - {""}
        entity.person += state != ""


def share(skeleton: TokenizedArticle, mentions: Sequence[Mention], entities: Sequence[Entity]) -> None:
    """Give the office of "Presidents Ida Lund of Norway and Rosa Roth" to those behind the first too."""
    lower = skeleton.lower
    office: list[str] = []
    end = -1
    for mention in mentions:
        between = lower[end : mention.first]
        entity = entities[mention.entity] if mention.kind == NAME and mention.entity >= 0 else None
        if office and entity and not entity.body and between in (["and"], [","], [",", "and"]):
            for word in office:
                _note_somebody(entity, word)
            _note_office(entity, office, [])
        elif entity and between != ["of"]:
            words = lower[mention.first : mention.last]
            office = words if PLURALS.intersection(words) else []
        if entity or between == ["of"]:  # "Ida Lund of Norway and Rosa Roth"
            end = mention.last


def _offices(entity: Entity, words: list[str]) -> list[str]:
    """Return the words of titles with those of hyphened ones apart, whose ranks are noted: "vice-president"."""
    apart = [ranked(word) for word in words]
    entity.ranks |= {rank for _, rank, _ in apart} - {""}
    words = [*words, *(office for before, _, office in apart if before)]
    pairs = [one for one, two in pairwise(words) if two == "general" and one in GENERALS]
    # an attorney general is no attorney
    return (
        [*(word for word in words if word not in ("general", *pairs)), f"{pairs[0]}-general"]
        if pairs
        else words
    )


def _behind(skeleton: TokenizedArticle, at: int, entity: Entity) -> list[str]:
    """Return the nouns of an apposition that begins at the comma `at`, and note its office: "Ida Lund, the mayor,"."""
    shape, lower = skeleton.shape, skeleton.lower
    if shape[at : at + 1] != "," or lower[at + 1 : at + 2] in (["its"], ["their"]):
        return []  # "Norland, its minister, Ida Lund, said, is late"
    end = at + 1
    while end < min(len(shape), at + _BEHIND) and shape[end] in shapes.NOUN_PHRASE:
        end += 1
    acts = shape[end : end + 1] in (shapes.CUE, shapes.AUXILIARY) or shape[end - 1 : end + 1] == _DOES
    met = shape[at + 1 : at + 3] == _MET and lower[at + 1] not in _MADE
    if acts or met or {*lower[end - 1 : end + 1]} & CALLED:
        return []  # "Oslo, the official said, has moved", "the envoy sent by Oslo, a lawyer called Lund,"
    if end > at + 2 and shape[end - 1] == shapes.NOUN and lower[end - 1] not in PLURALS:
        _note_office(entity, lower[at + 1 : end], lower[at + 1 : end])
    if head := _capital_head(skeleton, at + 1 + (lower[at + 1 : at + 2] == ["the"])):
        _note_office(entity, lower[at + 1 : head + 1], lower[at + 1 : head + 4])
        return [lower[head]]
    if shape[at + 1 : at + 2] == shapes.NAME and lower[at + 1] in TITLES:
        return _capital_office(skeleton, at + 1, entity)
    nouns = (
        word
        for word, letter in zip(lower[at + 1 : end], shape[at + 1 : end], strict=True)
        if letter == shapes.NOUN
    )
    return [word for word in nouns if word not in PLURALS]


def _capital_head(skeleton: TokenizedArticle, first: int) -> int:
    """Return the title that ends an office in capitals from a word: "Prime Minister of Chad"; 0 where none stands there."""
    shape, lower = skeleton.shape, skeleton.lower
    head = first
    while shape[head : head + 1] == shapes.NAME and (
        lower[head] in PORTFOLIOS or lower[head] in RANKS or country_of([lower[head]])
    ):
        head += 1
    title = first < head < len(lower) and shape[head] == shapes.NAME and lower[head] in TITLES
    return head if title and shape[head + 1 : head + 2] not in (shapes.NAME, shapes.CUE) else 0


def _capital_office(skeleton: TokenizedArticle, first: int, entity: Entity) -> list[str]:
    """Return the title at a word, and note the office in capitals that it begins: "Minister for Foreign Affairs of Chad"."""
    shape, lower = skeleton.shape, skeleton.lower
    end = first + 1
    while end < min(len(shape), first + _LONGEST) and (
        shape[end] == shapes.NAME or lower[end] in ("of", "for", "the", "and")
    ):
        end += 1
    if shape[end : end + 1] == shapes.CUE or (
        shape[first + 1 : first + 2] == shapes.NAME and lower[first + 1] not in PORTFOLIOS
    ):
        return []  # "Oslo, Minister Ida Lund said"
    _note_office(entity, lower[first:end], lower[first:end])
    return [lower[first]]


def _note_somebody(entity: Entity, word: str) -> None:
    """Note what a word before or behind a name makes of its bearer: an office, a man, a woman."""
    if is_office(word):
        note_role(entity, word)
        entity.person += 1
    entity.male += word in MALE
    entity.female += word in FEMALE


def note_role(entity: Entity, noun: str) -> None:
    """Note an office that somebody holds, by its noun as it stands."""
    _, rank, noun = ranked(noun)
    entity.ranks |= {rank} - {""}
    single = SINGULAR.get(noun, noun)
    entity.roles |= {single, role_of(single)}
    if noun in PREMIERS:
        entity.roles.add("prime")
        entity.portfolios.add("prime")


def _note_office(entity: Entity, words: Sequence[str], state: Sequence[str]) -> None:
    entity.portfolios |= PORTFOLIOS.intersection(words)
    entity.ranks |= RANKS.intersection(words) | ({"incoming"} if "new" in words else set())
    if country := country_of([*state]):
        entity.countries.add(country)
