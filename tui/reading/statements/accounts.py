"""The accounts of an event: whose side each statement is on, and which statements answer one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from tui.core.accounts import OTHERS, Board, BoardRow, Claim, Side, Standing
from tui.core.garbage import garbage_pause
from tui.core.model import AnnotatedEvent, Speaker
from tui.core.speakers import attributed_name
from tui.core.statements import BY_READER, BY_RULE, Statement
from tui.reading.quotes.names.speakers import is_local, is_nobody
from tui.reading.statements.affiliations import state_of_outlet
from tui.reading.statements.candidates import candidates
from tui.reading.statements.contradictions import contradiction, denial, denied
from tui.reading.statements.echoes import wording_of
from tui.reading.statements.facts import differing
from tui.reading.statements.likeness import OFFERED, SHOWN, Pair
from tui.reading.statements.offices import is_record
from tui.reading.statements.sides import Told, sides_of
from tui.reading.statements.unlisted_states import state_known
from tui.reading.statements.wording import Weights, Wording

_NEAREST = 8  # statements of other sides that each is compared with
_MOST = 3  # sides with a column of their own
_FEWEST = 3  # words that two sides share where both are taken to say the same
_QUESTION = "asked"  # the polarity of one
_ANSWERS = {each: each for each in ("denies", "contradicts", "same")}
_INVERSE = _ANSWERS | {"denies": "denied by"}


@garbage_pause()
def board_of(
    annotated: AnnotatedEvent,
    statements: Sequence[Statement],
    speakers: Mapping[str, Speaker],
    told: Told | None = None,
) -> Board:
    """Return the accounts of an event, `statements` being its own, in the order in which they were given.

    `told` is as for `sides_of`.
    """
    sides = sides_of(annotated, statements, speakers, told)
    names = {each.id: attributed_name(each.base.quote, speakers) for each in statements}
    names = {
        each.id: names[each.id]
        for each in statements
        if each.base.quote.speakers or not is_nobody(names[each.id])
    }
    standings = {id: sides[name] for id, name in names.items() if name in sides}
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        if each.id in standings:
            said[standings[each.id].side].append(each)
    order = sorted(said, key=lambda name: (-len(said[name]), name.casefold()))
    alone = _with_column(order, standings.values())
    column = {id: each.side if each.side in alone else OTHERS for id, each in standings.items()}
    columns = []
    for name in (*(name for name in order if name in alone), OTHERS):
        if those := [each for each in statements if column.get(each.id) == name]:
            where = dict.fromkeys(wording.article.id for each in those for wording in each.wordings)
            sure = name == OTHERS or any(standings[each.id].sure for each in those)
            columns.append(Side(name, len(those), tuple(where), sure))
    rows = tuple(_rows(annotated, statements, standings, column))
    nobody = len(statements) - len(standings)
    languages = len({each.language or "en" for each in annotated.event.articles})
    return Board(annotated.event.id, tuple(columns), rows, len(annotated.event.articles), nobody, languages)


def _with_column(order: Sequence[str], standings: Iterable[Standing]) -> set[str]:
    """Return which sides have a column of their own, those that say most first: all of few, of many no more than three.

    Who is not named has none, and the third of many is a state or a body: a person more or less would change the columns.
    """
    told = {each.side for each in standings if each.why}
    named = [side for side in order if side in told or not (is_local(side) or side[1:] == side[1:].lower())]
    if len(order) <= _MOST + 1:
        return set(named[:_MOST])
    third = (side for side in named[_MOST - 1 :] if side in told)
    return {*named[: _MOST - 1], *islice(third, 1)}


def _rows(
    annotated: AnnotatedEvent,
    statements: Sequence[Statement],
    standings: Mapping[str, Standing],
    column: Mapping[str, str],
) -> list[BoardRow]:
    said = {each.base.quote.id: each for each in statements if each.id in column}
    wordings = {id: _compared(each) for id, each in said.items()}
    weights = Weights.of(one for those in wordings.values() for one in those)
    near = _near(annotated, said, wordings, weights, standings)
    known = {each.side for each in standings.values()}
    rows: dict[str, defaultdict[str, list[Claim]]] = {}  # by the statement that leads each
    for id, each in said.items():
        place, claim, close = id, Claim(each), (False, 0.0)
        for lead in filter(near[id].__contains__, rows):
            if answer := _answer(annotated, said[lead], each, wordings, weights):
                by_reader = answer.why.startswith(BY_READER)
                closeness = by_reader, Pair(wordings[lead][0], wordings[id][0], weights).common
                if place == id or closeness > close:
                    place, claim, close = lead, answer, closeness
        row = rows.setdefault(place, defaultdict(list))
        row[column[each.id]].append(_told(claim, standings[each.id], known))
    return [{name: tuple(claims) for name, claims in row.items()} for row in rows.values()]


def _compared(statement: Statement) -> list[Wording]:
    """Return what a statement is compared by: its fullest wording, and those of the others that deny something."""
    base, *others = (wording_of(each.article, each.quote) for each in statement.wordings)
    return [base, *filter(denied, others)]


def _told(claim: Claim, standing: Standing, known: Collection[str]) -> Claim:
    """Return a claim with whose side it is on, and the offices of another side whose releases report it."""
    records = {each.article.outlet: None for each in claim.statement.wordings if is_record(each.article)}
    states = {outlet: state_of_outlet(outlet) or state_known(outlet, known) for outlet in records}
    tellers = tuple(outlet for outlet, state in states.items() if state not in ("", standing.side))
    return claim._replace(standing=standing, tellers=tellers)


def _near(
    annotated: AnnotatedEvent,
    said: Mapping[str, Statement],
    wordings: Mapping[str, Sequence[Wording]],
    weights: Weights,
    standings: Mapping[str, Standing],
) -> Mapping[str, set[str]]:
    """Return which statements may answer which, of other sides: those that share most, and those the reader linked."""
    side = {id: standings[each.id].side for id, each in said.items()}

    def may(one: Wording, other: Wording) -> bool:
        # A question claims nothing that could be denied: the reporter's would take the answer from who claims it.
        return side[one.id] != side[other.id] and _QUESTION not in (one.polarity, other.polarity)

    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in candidates([first for first, *_ in wordings.values()], weights, may, _NEAREST):
        found[one.id].add(other.id)
        found[other.id].add(one.id)
    stands = {wording.quote.id: id for id, each in said.items() for wording in each.wordings}
    for quote, at in stands.items():
        for link in annotated.of(quote, "linking"):
            other_at = stands.get(str(link.body["quote"]), at)
            if side[at] != side[other_at]:
                found[at].add(other_at)
                found[other_at].add(at)
    return found


def _answer(
    annotated: AnnotatedEvent,
    first: Statement,
    other: Statement,
    wordings: Mapping[str, Sequence[Wording]],
    weights: Weights,
) -> Claim | None:
    """Return what a statement is to the first of a row, None where it is nothing to it."""
    ids = {each.quote.id for each in first.wordings}
    for wording in other.wordings:
        for link in annotated.of(wording.quote.id, "linking"):
            relation = str(link.body["relation"])
            if link.body["quote"] in ids:
                told = (_INVERSE if link.body.get("inverse") else _ANSWERS).get(relation)
                return Claim(other, told, BY_READER) if told else None
    mine, theirs = wordings[first.base.quote.id], wordings[other.base.quote.id]
    one, two = mine[0], theirs[0]
    denials = *(("denied by", each, two) for each in mine), *(("denies", each, one) for each in theirs)
    for relation, denying, claim in denials:
        if why := denial(denying, claim, weights):
            between = (claim.id, denying.id) if relation == "denied by" else (denying.id, claim.id)
            return Claim(other, relation, f"{BY_RULE}: {why}", between=between)
    pair = Pair(one, two, weights)
    opposed = contradiction(pair)
    # What is opposed is less alike for that very reason.
    if len(pair.shared) < _FEWEST or pair.score(0.0) < (OFFERED if opposed else SHOWN):
        return None
    told = next(differing(one.facts, two.facts), "")
    if told := told or opposed:
        return Claim(other, "", f"{BY_RULE}: {pair.why()}, but {told}")
    return Claim(other, "same", f"{BY_RULE}: {pair.why()}")
