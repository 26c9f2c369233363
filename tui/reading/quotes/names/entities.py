"""Which names of an article mean the same person or institution, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.reading.quotes.names.bodies import (
    BODY_NOUNS,
    BodyName,
    head_of_body,
    is_body,
    is_short_for,
    same_state,
)
from tui.reading.quotes.names.body_states import ABROAD, body_of, body_written
from tui.reading.quotes.names.generations import of_generation
from tui.reading.quotes.names.introductions import Entity, introduce, share
from tui.reading.quotes.names.mentions import NAME, Mention
from tui.reading.quotes.names.name_bearers import bearer_before, consonants, in_other_letters, spelled_alike
from tui.reading.quotes.names.name_joints import REGIONS
from tui.reading.quotes.names.nearby_states import state_beside
from tui.reading.quotes.names.own_names import KIN, office_alone, parts, with_surname, written_name
from tui.reading.quotes.names.short_names import short_for, short_names
from tui.reading.quotes.names.successions import succeed
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.first_names import sex_of
from tui.reading.quotes.words.offices_table import COUNTRIES, MATTERS, country_of
from tui.reading.quotes.words.small_words import ARTICLES
from tui.reading.quotes.words.spellings import spelling_key
from tui.reading.quotes.words.tokens import TokenizedArticle
from tui.reading.quotes.words.word_classes import FEMALE, MALE, OFFICE_WORDS, OUTLETS, word_set

# Words of bodies that every state has.
COMMON = (
    BODY_NOUNS
    | MATTERS
    | OFFICE_WORDS
    | word_set("""
    national supreme central federal general joint armed electoral election royal coast civil aviation air naval interior
    border high constitutional chiefs staff prosecutor prosecutor's intelligence service statistics information presidential
    parliamentary maritime red crescent cross emergency works affairs external counter anti-corruption broadcasting upper
    lower house speaker's prime minister's chief main special criminal appeal customs fishery antiquities meteorological
""")
)
_NEAR = 12  # bodies, and mentions of a name that are looked at
_ITS_OWN = ABROAD | {"state"}  # bodies that stand in another state, or need none: "the State Department"
_SIDES = frozenset(("team", "camp"))
_MANY = 100  # bodies, more than any article names
_QUALIFIERS, _DONE = shapes.OTHER + shapes.ADJECTIVE, shapes.PAST + shapes.CUE
_COMPANIES = frozenset(
    "co inc ltd corp llc plc nv ag group holdings company corporation incorporated limited bank".split()
)


def find_entities(skeleton: TokenizedArticle, mentions: list[Mention]) -> list[Entity]:
    """Group the named mentions; sets `entity` on each of them to its place in the list returned."""
    named = _with_juniors(skeleton, [(one, *parts(skeleton, one)) for one in mentions if one.kind == NAME])
    entities: list[Entity] = []
    by_last: dict[str, list[int]] = {}
    by_first: dict[str, list[int]] = {}
    whole: dict[str, list[int]] = {}
    _enter_bodies(skeleton, [one for one in named if is_body(one[2])], entities)
    named = [one for one in named if one[0].entity < 0]
    # full names first, so that a headline's bare surname finds its owner further down
    named = [
        (one, titles, with_surname(skeleton, one, core) if len(core) == 1 else core)
        for one, titles, core in named
    ]
    for mention, titles, core in named:
        first_key, key = spelling_key(core[0]), spelling_key(core[-1])
        if len(core) > 1:
            number = _same_name(entities, by_last.get(key, ()), core)
            if number < 0:
                number = in_other_letters(skeleton, entities, whole, mention, core)
                by_last.setdefault(key, []).extend([number] * (number >= 0))
            if number < 0:
                number = len(entities)
                name = written_name(skeleton, mention)
                if mention.name_last - mention.name_first < len(core):
                    name = f"{name} {core[-1].title()}"
                entities.append(Entity(words=core, name=name))
                _note(number, name, (by_last, key), (by_first, first_key), (whole, consonants(core[-1])))
            elif _names_better(core, entities[number].words):
                entities[number].words, entities[number].name = core, written_name(skeleton, mention)
            _enter(skeleton, mention, titles, entities, number)
    latest: dict[str, int] = {}
    short: dict[str, list[int]] | None = None
    alone = _alone(skeleton, [(one, core) for one, _, core in named])
    share(skeleton, mentions, entities)
    succeed(skeleton, mentions, entities)
    for mention, titles, core in named:
        key = office_alone(skeleton, mention) or spelling_key(core[-1])
        if mention.entity >= 0:
            latest[key] = latest[spelling_key(core[0])] = mention.entity
            continue
        bearers = (
            _ended_with(entities, by_last.get(key, ()), core)
            or _begun_with(skeleton, entities, by_first.get(key, ()), (mention, core), alone.get(key, -1))
            or (_acts(skeleton, mention) and spelled_alike(whole, entities, core))
            or []
        )
        owners = of_generation(skeleton, mention, entities, bearers)
        bearer = bearer_before(skeleton, mentions, mention, entities)
        number = bearer if bearer >= 0 else _owner(entities, owners, latest.get(key, -1), titles, core[-1])
        if number < 0 or len(entities[number].words) == 1:
            if short is None and skeleton.text[mention.name_first].replace(".", "").isupper():
                short = short_names(skeleton, entities)
            number = max(number, short_for(skeleton, short or {}, mention))
        if number < 0:
            number = len(entities)
            entities.append(Entity(words=core, name=written_name(skeleton, mention)))
            by_last.setdefault(key, []).append(number)
        _enter(skeleton, mention, (*titles, *core) if bearer >= 0 else titles, entities, number)
        latest[key] = number
    return entities


def _note(number: int, name: str, *places: tuple[dict[str, list[int]], str]) -> None:
    """Note where a name is found, unless it is a picture's credit and stands for nobody else: "Ida Lund/The Star"."""
    for table, word in places if "/" not in name else ():
        table.setdefault(word, []).append(number)


def _with_juniors(
    skeleton: TokenizedArticle, named: list[tuple[Mention, tuple[str, ...], tuple[str, ...]]]
) -> list[tuple[Mention, tuple[str, ...], tuple[str, ...]]]:
    """Return names with a "jr" in the last word of those borne by two: "Ivo Lund Jr.", where Ivo Lund is named too."""
    young = {one.number for one, _, core in named if _is_junior(skeleton, one)}
    whole = {core for one, _, core in named if len(core) > 1 and one.number not in young}
    both = {core[-1] for one, _, core in named if one.number in young and core in whole}
    return [
        (one, titles, (*core[:-1], f"{core[-1]} jr") if one.number in young and core[-1] in both else core)
        for one, titles, core in named
    ]


def _is_junior(skeleton: TokenizedArticle, mention: Mention) -> bool:
    return skeleton.lower[mention.name_last - 1].rstrip(".") == "jr"


def _enter_bodies(
    skeleton: TokenizedArticle,
    named: list[tuple[Mention, tuple[str, ...], tuple[str, ...]]],
    entities: list[Entity],
) -> None:
    """Group the names of institutions by the whole of each, and by the state they are of.

    Where a name says no state ("the Foreign Ministry") it is that of the body named just before it in the paragraph;
    else the only body so called in the text, or one of its own.
    """
    by_words: dict[frozenset[str], list[int]] = {}
    by_word: dict[str, list[int]] = {}
    said = [body_of(skeleton, mention) for mention, _, _ in named]
    beside = _states_beside(skeleton, [mention for mention, _, _ in named], said)
    read = [
        (mention, titles, core, BodyName(name.country or state, name.words), not name.country)
        for (mention, titles, core), name, state in zip(named, said, beside, strict=True)
    ]
    names = {*said} if len({*said}) < _MANY else set()
    short = {body.words for body in names if any(is_short_for(body, other) for other in names)}
    for mention, titles, core, body, _ in sorted(
        read, key=lambda one: (one[3].words in short, one[4], len(one[2]) < 2)
    ):
        so_called = by_words.get(body.words, ())
        alike = [number for number in so_called if _may_be(entities[number], body)]
        if not alike and body.words in short:
            alike = [
                number
                for number, one in enumerate(entities)
                if one.body and _may_be(one, body) and is_short_for(body, one.body)
            ]
        if not alike and len(core) == 1:
            alike = [
                number for number in by_word.get(core[0], ()) if _may_be(entities[number], body, core[0])
            ]
        if len(alike) == 1:
            number = alike[0]
        else:
            number = len(entities)
            entities.append(Entity(words=core, name=body_written(skeleton, mention, body), body=body))
            by_words.setdefault(body.words, []).append(number)
            for word in body.words:
                by_word.setdefault(word, []).append(number)
        _enter(skeleton, mention, titles, entities, number)


def _may_be(entity: Entity, body: BodyName, short: str = "") -> bool:
    """Tell whether an entity may be a body as its state goes; `short` is all that is said of one."""
    known = entity.body is not None and same_state(entity.body, body)
    return known and (not short or entity.words[head_of_body(entity.words)] == short)


def _states_beside(
    skeleton: TokenizedArticle, mentions: list[Mention], bodies: list[BodyName]
) -> Iterator[str]:
    """Yield for each mention of a body the state of the one named last before it in its paragraph, "" for none.

    None is lent where bodies of two states stand before it, nor to a body whose name has a word of its own: the
    "Zanzibar Maritime Authority" may be anybody's.
    """
    before: list[tuple[str, int]] = []
    at = -1
    latest: tuple[str, int] | None = None
    for mention, body in zip(mentions, bodies, strict=True):
        here = skeleton.paragraph[mention.first]
        if mention.first != at:  # of two names that begin at one word neither stands before the other
            before += [latest] if latest else []
            latest, at = (body.country, here), mention.first
        states = {state for state, paragraph in before[-_NEAR:] if paragraph == here and state}
        last = before[-1][0] if before and before[-1][1] == here else ""
        state = last if len(states) == 1 else ""
        lent = body.words <= COMMON and not body.words & _ITS_OWN
        yield (state_beside(skeleton, mention.first) or state) if lent else ""


def _same_name(entities: list[Entity], numbers: list[int] | tuple[()], core: tuple[str, ...]) -> int:
    for number in numbers:
        words = entities[number].words
        short, long = sorted((words, core), key=len)
        # "Abu Hajir" and "Khalid Abu Hajir", "Soto Leal" and "Ana Soto Leal"
        if len(short) < len(long) and [*map(spelling_key, long[-len(short) :])] == [
            *map(spelling_key, short)
        ]:
            return number
        if spelling_key(words[0]) == spelling_key(core[0]) or (
            (len(words[0]) == 1 or len(core[0]) == 1) and words[0][0] == core[0][0]
        ):
            return number
    return -1


def _alone(skeleton: TokenizedArticle, named: Iterable[tuple[Mention, tuple[str, ...]]]) -> dict[str, int]:
    """Return for names of one word at which word of the text, behind its first paragraph, each stands first."""
    found: dict[str, int] = {}
    for mention, core in named:
        if len(core) == 1 and skeleton.paragraph[mention.first] > skeleton.paragraph[0]:
            found.setdefault(spelling_key(core[0]), mention.first)
    return found


def _names_better(core: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Tell whether a name says more than the one known, or less that is of the page: "Getty Images Ida Lund", "Ida Lund"."""
    short, long = sorted((core, known), key=len)
    led = len(short) < len(long) and long[-len(short) :] == short and sex_of(long) != sex_of(short) != 0
    return core is (short if led else long) and len(core) != len(known)


def _begun_with(
    skeleton: TokenizedArticle,
    entities: list[Entity],
    owners: Iterable[int],
    named: tuple[Mention, tuple[str, ...]],
    alone: int,
) -> list[int]:
    """Return those of the names that begin with a word which it may stand for: "Moscow" is not the Moscow Times.

    One that is written without the rest before it is written whole, at word `alone` (-1 for nowhere), only begins like
    the longer name unless that is a person's: "Norlink" is not "Norlink Maps", which it brings out, nor "a Norlink Trail".
    """
    mention, core = named
    article = _has_article(skeleton, mention)
    place = bool(country_of(list(core))) or core[-1] in REGIONS
    return [
        number
        for number in owners
        if not place
        and entities[number].words[-1] not in OUTLETS
        and (
            _is_person(entities[number])
            or not (
                0 <= alone < entities[number].mentions[0].first
                or _is_thing(skeleton, entities[number], article=article)
            )
        )
    ]


def _is_thing(skeleton: TokenizedArticle, entity: Entity, *, article: bool) -> bool:
    """Tell whether a name is of a thing called after somebody, who has no `article`: "the Norlink Trail", "Norlink 2"."""
    if "of" in entity.words or entity.words[-1] in _COMPANIES:
        return False
    return any(
        skeleton.shape[one.last : one.last + 1] == shapes.NUMBER
        or (not article and _has_article(skeleton, one))
        for one in entity.mentions[:_NEAR]
    )


def _has_article(skeleton: TokenizedArticle, mention: Mention) -> bool:
    """Tell whether an article stands before a name, with what qualifies it between them: "the new Norlink Trail"."""
    at = mention.name_first - 1
    while at > 0 and skeleton.shape[at] in _QUALIFIERS and skeleton.lower[at] not in KIN:
        at -= 1
    done = skeleton.shape[at] in _DONE and at > 0  # "a proposed Norlink Tower"
    return skeleton.lower[at - done] in ARTICLES


def _ended_with(entities: list[Entity], owners: Iterable[int], core: tuple[str, ...]) -> list[int]:
    """Return those of the names with the last word of another that it may stand for.

    "Russia" is not "New Russia", nor Lund "Team Lund".
    """
    state = len(core) == 1 and COUNTRIES.get(core[0]) == core[0]
    return [
        number
        for number in owners
        if entities[number].words[0] not in _SIDES
        and (not state or len(entities[number].words) == 1 or _is_person(entities[number]))
    ]


def _acts(skeleton: TokenizedArticle, mention: Mention) -> bool:
    """Tell whether a name does something, or a verb of saying stands before it: no "Lund, a town"."""
    shape, at = skeleton.shape, mention.last
    acts = shape[at : at + 1] in tuple(shapes.PREDICATE) or shape[at : at + 2] == "," + shapes.CONNECTIVE
    return acts or shape[mention.first - 1] == shapes.CUE


def _is_person(entity: Entity) -> bool:
    """Tell whether a name is shown to be a person's: by what stands with it, or its first name."""
    return bool(entity.person or entity.male or entity.female or sex_of(entity.words))


def _owner(
    entities: list[Entity], owners: Sequence[int], latest: int, titles: tuple[str, ...], surname: str
) -> int:
    """Choose whom a surname alone means: the one last spoken of whose title does not contradict."""
    male = any(title in MALE for title in titles)
    female = any(title in FEMALE for title in titles)
    votes = {number: _vote(entities[number]) for number in owners}
    fitting = [
        number for number, vote in votes.items() if not (male and vote < 0) and not (female and vote > 0)
    ]
    spelled = [number for number in fitting if surname in entities[number].words]
    fitting = spelled or fitting  # "Li" is no "Lee" where there is one
    if latest in fitting:
        return latest
    return fitting[0] if fitting else -1


def _vote(entity: Entity) -> int:
    """Return above 0 for a man, below for a woman, 0 where neither the text nor the first name shows it."""
    return entity.male - entity.female or sex_of(entity.words)


def _enter(
    skeleton: TokenizedArticle, mention: Mention, titles: tuple[str, ...], entities: list[Entity], number: int
) -> None:
    mention.entity = number
    entities[number].mentions.append(mention)
    if (
        entities[number].name.isupper()
        and skeleton.lower[mention.name_last - 1] == entities[number].name.lower()
    ):
        entities[number].name = skeleton.text[mention.name_last - 1]  # "OSLO, May 2 –", and then "Oslo"
    introduce(skeleton, mention, titles, entities[number])
