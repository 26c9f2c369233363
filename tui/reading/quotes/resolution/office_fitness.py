"""How well what an article tells of somebody fits an office: its role, state, portfolio, and words such as "former"."""

from __future__ import annotations

from typing import NamedTuple

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.resolution.named_offices import held_with
from tui.reading.quotes.words.offices_table import (
    GENERALS,
    LAWMAKERS,
    LEADERS,
    PEERS,
    PORTFOLIOS,
    PREMIERS,
    RANKS,
    SPELLINGS,
    WIDER,
    country_of,
    ranked,
    role_of,
)

OF_PLACES = {"governor", "mayor"}
SINGLE = LEADERS | OF_PLACES | {"chairman"}  # whose deputies nobody calls so
MAYBE = 1  # how well one fits of whom no office is told, but the state: "Norland's Ida Lund"
_OF_MINISTRIES = {"minister", "spokesperson"}
_OF_ANYTHING = ("chief", "director")
_ONCE = (("predecessor", {"former", "outgoing"}), ("successor", {"incoming"}))
_STAND_INS, _IN_OFFICE = {"deputy", "vice", "acting"}, {"incoming", "outgoing", "acting"}
_SECONDS = {"deputy", "vice"}


class Office(NamedTuple):
    """What words say of an office: role, its noun, its state ("" for none said), portfolio, and "vice" or "former"."""

    role: str
    noun: str
    country: str
    portfolios: frozenset[str]
    ranks: frozenset[str]


def office_of(context: ArticleAnalysis, mention: Mention, role: str) -> Office:
    """Return the office that a mention without a name speaks of: "the former French foreign minister"."""
    lower = context.skeleton.lower
    words = lower[mention.first : mention.last]
    if mention.last + 2 < len(lower) and lower[mention.last] == "of":
        words = words + lower[mention.last + 1 : mention.last + 3]
    elif lower[mention.last : mention.last + 1] == ["from"]:  # "his colleague from Baku"
        words = words + lower[mention.last + 1 : mention.last + 2]
    _, rank, office = ranked(lower[mention.head])
    role = role_of(office) if rank else role
    if lower[mention.head] == "general" and lower[mention.head - 1] in GENERALS:
        role = f"{lower[mention.head - 1]}-general"
    of = lower[mention.last : mention.last + 2]
    if role == "leader" and (head := " ".join(["head", *of])) in WIDER:
        role = head
    portfolios = PORTFOLIOS.intersection(words) | ({"prime"} if office in PREMIERS else set())
    ranks = RANKS.intersection(words) | ({"incoming"} if "new" in words else set()) | ({rank} - {""})
    return Office(role, lower[mention.head], country_of(words), portfolios, ranks)


def fits(entity: Entity, office: Office) -> bool:
    """Tell whether an entity may hold an office, by all that is said of it."""
    return fitness(entity, office) > MAYBE


def fitness(entity: Entity, office: Office) -> int:
    """Return how well an entity fits an office, 0 or less where it cannot be its holder."""
    role, roles = office.role, entity.roles
    if "acting" in office.ranks and "acting" not in entity.ranks:
        return 3 * bool(_STAND_INS & (roles | entity.ranks))  # who acts for another is not that other
    wider = LAWMAKERS if role in LAWMAKERS else WIDER.get(role, frozenset({role}))
    if role == "diplomat" and "foreign" in entity.portfolios:
        # "Norway's top diplomat", "the diplomat" of a foreign ministry's spokeswoman
        wider = wider | _OF_MINISTRIES
    if role in roles or roles & wider or any(ranks & office.ranks and of in roles for of, ranks in _ONCE):
        score = 4
    elif PEERS & roles and office.country and office.country in entity.countries:
        score = 3  # "her Chinese counterpart, Wang Yi": later "the Chinese foreign minister"
    else:
        stateless = not entity.roles and entity.body is None and len(entity.words) > 1
        return MAYBE * (stateless and office.country != "" and office.country in entity.states)
    if office.noun == "minister" and "secretary" in roles and entity.portfolios <= {"press"}:
        return 0  # a union's secretary, a press secretary
    if office.role == "minister" and "prime" in entity.portfolios and not office.portfolios:
        return MAYBE  # a prime minister is hardly "the minister"
    prime = office.noun == "minister" and "prime" in office.portfolios  # no other minister is
    apart = (prime or entity.portfolios) and office.portfolios and not entity.portfolios & office.portfolios
    ranks = entity.ranks | ({"former"} if "predecessor" in roles else set())
    # a "foreign policy chief" is no chief of staff
    apart = apart or (office.noun in _OF_ANYTHING and office.portfolios > entity.portfolios)
    if apart or office.ranks - ranks - _IN_OFFICE or "shadow" in ranks - office.ranks:
        return 0
    score += 2 * any(ranks & office.ranks and of in roles for of, ranks in _ONCE)
    score += (
        bool(office.portfolios & entity.portfolios)
        + (office.noun in roles)
        + (not office.ranks and {one for one in roles if role_of(one) == role} - SPELLINGS == {office.noun})
        - bool(ranks - office.ranks - _IN_OFFICE)
    )
    if office.country and entity.countries:
        return score + 3 if office.country in entity.countries else 0
    return score


def is_second(lower: list[str], entity: Entity, office: Office) -> bool:
    """Tell whether somebody is only the deputy of who holds an office; "the minister" of no portfolio may be one."""
    # "the home secretary" is no "under-secretary, Ida Lund", either
    named = office.role in SINGLE or office.portfolios & (entity.portfolios or office.portfolios)
    return bool(named and not _STAND_INS & office.ranks and held_with(_SECONDS, lower, entity, office.noun))
