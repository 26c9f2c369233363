"""Weighing whom or what "the envoy", "the company" or "her deputy" means, where no rule knows: somebody named, or nobody.

Names of features for the table "noun" of `weights.json` (`benchmarks.train_nouns`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import exp

from tui.reading.quotes.names.bodies import BODY_NOUNS
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.introductions import Entity
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.resolution.human_names import is_common, is_place, may_be_human
from tui.reading.quotes.resolution.office_bodies import is_of_another_body, is_of_body
from tui.reading.quotes.resolution.office_fitness import Office, fitness, is_second, office_of
from tui.reading.quotes.resolution.office_holders import has_peer
from tui.reading.quotes.resolution.owners import is_somebodys
from tui.reading.quotes.resolution.pronoun_features import is_subject
from tui.reading.quotes.resolution.surroundings import COURTESY, KNOWN, met_by
from tui.reading.quotes.resolution.unnamed_speakers import is_another
from tui.reading.quotes.weights import total
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import LEADERS, PEERS, WIDER, country_of, role_of
from tui.reading.quotes.words.small_words import OWNERS
from tui.reading.quotes.words.word_classes import (
    FEMALE,
    MALE,
    PEOPLE,
    PLURALS,
    THINGS,
    TITLES,
    singular,
    word_set,
)

NOBODY = -1
_BACK = 150  # mentions
_CANDIDATES = 12
_BESIDE, _FIRST = 9, 3  # words between a name and what it is said to be; mentions that are looked at
_FAR, _NEAR = 5, 2  # sentences
_MOST, _FEW, _BEST = 3, 4, 6  # how many are counted; mentions of one, or others between; how well one fits
_STATE = 3  # words of a name, from which on it is no state's
_ENDS = frozenset(shapes.CLAUSE_END + shapes.VERB + shapes.NAME + shapes.PRONOUN + shapes.RELATIVE)
_COMPLEMENTS = word_set("of for from in at")
_ANYBODY = word_set("man woman official politician figure visitor guest host leader veteran newcomer native")
_ONE_MORE = word_set("second third fourth other")  # is nobody who is named
_FIRMS = word_set("company firm group business")
_TRADES = _FIRMS | word_set("""
    operator carrier airline maker retailer developer manufacturer lender publisher builder broadcaster line shipper owner
    yard shipyard
""")
_OTHER = "other"


@dataclass(slots=True)
class _Noun:
    """A noun, with what all who may be meant are compared with.

    `near` are they, with their mentions before it, nearest first; `told` how each is told to be what it says.
    """

    context: ArticleAnalysis
    mention: Mention
    head: str
    kind: str
    office: Office
    state: str
    sex: int  # 1 for a man's, -1 for a woman's
    met: set[int]
    near: dict[int, list[Mention]]
    told: dict[int, str]

    @property
    def human(self) -> bool:
        """Whether it is a human being's."""
        return self.kind in ("anybody", "peer", "person")


def may_mean(context: ArticleAnalysis, mention: Mention) -> bool:
    """Tell whether a noun may go back to a name that is weighed: one somebody, or a body of which nothing more is said."""
    lower = context.skeleton.lower
    head = lower[mention.head]
    if mention.owner or lower[mention.first] not in KNOWN or head in PLURALS or head == "source":
        return False
    more = _ONE_MORE.intersection(lower[mention.first + 1 : mention.first + 2])
    if more or is_somebodys(context, mention) or head in BODY_NOUNS:
        return False  # which ministry that is, its state or matter says
    if lower[mention.first] in OWNERS:
        return head in PEERS | _ANYBODY  # "his lawyer" is rarely who is named
    return _is_person_noun(head) or lower[mention.last : mention.last + 1] != ["of"]


def likelihoods(weighed: Iterable[tuple[int, list[str]]], table: Mapping[str, float]) -> dict[int, float]:
    """Return how likely each is whose features are given, under `table`."""
    scores = {entity: total(table, names) for entity, names in weighed}
    best = max(scores.values())
    shares = {entity: exp(score - best) for entity, score in scores.items()}
    whole = sum(shares.values())
    return {entity: share / whole for entity, share in shares.items()}


def weigh(
    context: ArticleAnalysis, mention: Mention, meant: Mapping[int, int], speaker: int
) -> Iterator[tuple[int, list[str]]]:
    """Yield nobody, and each that a noun may mean, nearest first, with their features.

    `meant` gives the entities of pronouns and nouns that are understood, by number of mention; `speaker` spoke last.
    """
    lower = context.skeleton.lower
    head = singular(lower[mention.head])
    woman = head in FEMALE or head.endswith("woman")
    noun = _Noun(
        context, mention, head, _kind(head), office_of(context, mention, role_of(head)),
        country_of(lower[mention.first : mention.last]),
        -1 if woman else int(head in MALE or head.endswith("man")),
        met_by(context, mention), {}, {},
    )  # fmt: skip
    if not (noun.human and noun.state and has_peer(context, mention, noun.state)):
        noun.near = _near(noun, meant)
    noun.told = {one: _told(noun, context.entities[one]) for one in noun.near}
    for one in [one for one in noun.near if _contradicts(noun, one)]:
        del noun.near[one], noun.told[one]
    yield NOBODY, [*_nobody(noun)]
    for order, one in enumerate(noun.near):
        yield one, [*_nature(noun, one), *_place(noun, one, order), *(["spoke"] if one == speaker else [])]


def _is_person_noun(noun: str) -> bool:
    return noun in PEOPLE or (noun in TITLES and noun not in THINGS) or noun.endswith(("man", "woman", "ist"))


def _kind(head: str) -> str:
    if _is_person_noun(head):
        return "anybody" if head in _ANYBODY else "peer" if head in PEERS else "person"
    return "thing" if head in THINGS else "word"


def _near(noun: _Noun, meant: Mapping[int, int]) -> dict[int, list[Mention]]:
    """Return who may be meant, with their mentions before the noun, nearest first."""
    mention = noun.mention
    found: dict[int, list[Mention]] = {}
    for other in reversed(noun.context.mentions[max(0, mention.number - _BACK) : mention.number]):
        entity = other.entity if other.kind == NAME else meant.get(other.number, -1)
        if entity in found:
            found[entity].append(other)
        elif entity >= 0 and len(found) < _CANDIDATES and _may_be(noun, entity):
            found[entity] = [other]
    return found


def _may_be(noun: _Noun, entity: int) -> bool:
    """Tell whether a name may be that of what a noun is: a human being's, or none's and no state's."""
    known = noun.context.entities[entity]
    if country_of([*known.words]) and len(known.words) < _STATE and known.body is None:
        return False
    shown = known.person or known.male or known.female
    if not noun.human:
        return not shown
    human = may_be_human(known) and not is_common(noun.context, entity)
    return bool(human and (shown or known.roles or not is_place(noun.context, known)))


def _told(noun: _Noun, known: Entity) -> str:
    """Return how an article tells that somebody is what a noun says, from `name` to `other` and `none`."""
    role = noun.office.role
    if noun.head in known.words:
        return "name"
    if noun.head in known.roles:
        return "noun"
    roles = {role_of(one) for one in known.roles}
    if role in roles:
        return "role"
    beside = _beside(noun.context, known)
    if noun.head in beside:
        return "beside"
    alike = roles & WIDER.get(role, frozenset()) or (noun.human and role in {role_of(one) for one in beside})
    if alike or (noun.head in _FIRMS and beside & _TRADES):
        return "wider"
    offices = (known.roles & PEOPLE) | ((known.roles | beside) & LEADERS)
    return _OTHER if known.body or offices - COURTESY - _ANYBODY else "none"


def _beside(context: ArticleAnalysis, known: Entity) -> set[str]:
    """Return the words that stand beside the first mentions of a name, up to another or the end of the clause."""
    shape, lower = context.skeleton.shape, context.skeleton.lower
    found: set[str] = set()
    for one in known.mentions[:_FIRST]:
        found |= {singular(word) for word in lower[one.first : one.name_first]}
        behind = one.last + (lower[one.last : one.last + 1] in (["is"], ["was"]))
        for at in range(behind, min(len(shape), one.last + _BESIDE)):
            if shape[at] in _ENDS:
                break
            found.add(singular(lower[at]))
        apart = shape[one.first - 1 : one.first] == ","  # "the minister for trade, Ida Lund"
        for at in range(one.first - 1, max(-1, one.first - _BESIDE - 1), -1):
            if shape[at] in _ENDS or (shape[at] == shapes.CONNECTIVE and not apart):
                break
            found.add(singular(lower[at]))
    return found


def _states(known: Entity) -> set[str]:
    return (known.states | ({known.body.country} if known.body else set())) - {""}


def _contradicts(noun: _Noun, entity: int) -> bool:
    """Tell whether somebody cannot be what a noun says: by sex, state, another office, what was done to them."""
    context, known, how = noun.context, noun.context.entities[entity], noun.told[entity]
    states = _states(known)
    if (noun.state and states and noun.state not in states) or noun.sex * (known.male - known.female) < 0:
        return True
    if not noun.human:
        return how == _OTHER or (how == "none" and noun.kind == "word")
    if how in (_OTHER, "none"):
        another = how == _OTHER and noun.kind == "person"
        return another or entity in noun.met or is_of_body(context, noun.mention)
    return (
        entity in noun.met
        or (how in ("noun", "role") and fitness(known, noun.office) <= 0)
        or is_second(context.skeleton.lower, known, noun.office)
        or is_of_another_body(context, noun.mention, known)
        or is_another(context, noun.mention, entity)
    )


def _nobody(noun: _Noun) -> Iterator[str]:
    """Yield what speaks for nobody that is named."""
    context, mention = noun.context, noun.mention
    lower, shape = context.skeleton.lower, context.skeleton.shape
    owned = shapes.POSSESSIVE in shape[mention.first : mention.head]
    alike = [
        one
        for one in context.mentions[max(0, mention.number - _BACK) : mention.number]
        if one.kind == NOUN and not one.owner and role_of(singular(lower[one.head])) == noun.office.role
    ]
    holders = sum(one not in (_OTHER, "none") for one in noun.told.values())
    yield f"nobody {noun.kind}"
    yield f"nobody head {noun.head}"
    yield f"nobody opens {lower[mention.first]}"
    yield f"nobody words={min(mention.head - mention.first, _MOST)}"
    yield f"nobody {'owned' if owned else 'plain'}"
    yield f"nobody alike={min(len(alike), _NEAR)}"
    yield f"nobody holders={min(holders, _MOST)}"
    yield f"nobody near={min(len(noun.near), _MOST)}"
    behind = "".join(lower[mention.last : mention.last + 1])
    if behind in _COMPLEMENTS | {","}:
        yield f"nobody behind {behind}"
    if noun.state:
        yield "nobody state"


def _nature(noun: _Noun, entity: int) -> Iterator[str]:
    """Yield what is told of somebody, beside what a noun says."""
    known, how = noun.context.entities[entity], noun.told[entity]
    others = [*noun.told.values()].count(how) > 1
    yield f"told {noun.kind} {how}"
    yield f"told {how} {'others' if others else 'alone'}"
    yield f"fit={min(fitness(known, noun.office), _BEST)}" if noun.human else "no office"
    states = _states(known)
    state = str(noun.state in states) if states else "untold"
    if noun.state:
        yield f"state {state} {how}"
    if noun.sex:
        yield "sex fits" if known.male != known.female else "sex unknown"
    lower, mention = noun.context.skeleton.lower, noun.mention
    plain = {one for one in lower[mention.first + 1 : mention.head] if not country_of([one])}
    if plain:
        shared = len(plain & (_beside(noun.context, known) | {*known.words}))
        yield f"words {'all' if shared == len(plain) else 'some' if shared else 'none'} {how}"
    if noun.human and not (known.person or known.male or known.female or known.roles):
        yield "nothing human"


def _place(noun: _Noun, entity: int, order: int) -> Iterator[str]:
    """Yield where somebody was named, seen from a noun; `order` others stand between."""
    mention, skeleton, how = noun.mention, noun.context.skeleton, noun.told[entity]
    found, shape = noun.near[entity], skeleton.shape
    nearest = found[0]
    apart = skeleton.sentence[mention.first] - skeleton.sentence[nearest.first]
    away, close = min(apart, _FAR), min(apart, _NEAR)
    before = shape[nearest.first - 1 : nearest.first]
    yield f"away={away}"
    yield f"away {how}={away}"
    yield f"order={min(order, _FEW)}"
    yield f"order {noun.kind}={min(order, _NEAR)}"
    yield f"mentions={min(len(found), _FEW)}"
    yield f"{'subject' if is_subject(shape, nearest) else 'no subject'} {away}"
    yield f"{'behind' if apart else 'here'} {before}"
    opening = [skeleton.sentences[skeleton.sentence[one.first]][0] == one.first for one in (mention, nearest)]
    yield f"opens {opening[0]} {opening[1]} {close} {how}"
    yield f"paragraph {min(skeleton.paragraph[mention.first] - skeleton.paragraph[nearest.first], _NEAR)}"
    yield f"talks {shapes.CUE in (shape[nearest.last : nearest.last + 1], before)} {close}"
    if len(noun.told) == 1:
        yield f"only {noun.kind} {how}"
    if skeleton.lower[mention.first] in OWNERS:
        yield f"owner {how} {order == 0}"
