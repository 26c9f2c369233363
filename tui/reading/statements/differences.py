"""Where sides or outlets tell one thing in two ways without a word of denial: "12 / 20 wounded", "Riga / Oslo".

What is compared are numbers of one thing, how long something took, days, and places behind one kind of preposition.
All of it is a guess, and shown as such where the reader opens a row of the board: two numbers may be of two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tui.core.accounts import Board, Claim, Difference
from tui.core.statements import Statement, StatementWording
from tui.reading.statements.contradictions import contradiction
from tui.reading.statements.echoes import wording_of
from tui.reading.statements.facts import Facts, differing, facts
from tui.reading.statements.likeness import Pair
from tui.reading.statements.wording import Weights, Wording

_LEAST, _FEWEST = 0.3, 2  # of what statements of two rows must share, and words
_DENIALS = frozenset(("denies", "denied by"))
_MANY = 24  # claims that may count one thing: more tell of the event's theme
_EVERYWHERE = frozenset({"%", " time"})  # are of anything: compared within a row alone

_Placed = tuple[int, str, Claim]
"""A claim with its row and its side."""


def differences(board: Board) -> tuple[tuple[Difference, ...], ...]:
    """Return, for each row of a board, where its sides, another row's, or two outlets tell one thing in two ways.

    Statements of two rows are compared where they count the same thing and share enough words besides.
    """
    claims = [
        (row, side, claim) for row, cells in enumerate(board.rows) for side in cells for claim in cells[side]
    ]
    wordings = [
        wording_of(claim.statement.base.article, claim.statement.base.quote) for _, _, claim in claims
    ]
    told = [each.facts for each in wordings]
    found: list[list[Difference]] = [[] for _ in board.rows]
    of_row: defaultdict[int, list[int]] = defaultdict(list)
    counting: defaultdict[str, list[int]] = defaultdict(list)
    for at, (row, _, _) in enumerate(claims):
        of_row[row].append(at)
        for key in told[at].amounts.keys() - _EVERYWHERE:
            counting[key].append(at)
    weights = Weights.of(wordings)
    for row, those in of_row.items():
        for a, b in combinations(those, 2):
            if claims[a][1] != claims[b][1]:
                denies = not _DENIALS.isdisjoint((claims[a][2].relation, claims[b][2].relation))
                opposed = "" if denies else contradiction(Pair(wordings[a], wordings[b], weights))
                for each in (*differing(told[a], told[b]), *filter(None, [opposed])):
                    found[row].append(_difference(claims[a], claims[b], each))
    for a, b in _elsewhere(claims, counting):
        each = next(differing(told[a].counted, told[b].counted), "")
        if each and _alike(wordings[a], wordings[b], weights):
            found[claims[a][0]].append(_difference(claims[a], claims[b], each))
            turned = next(differing(told[b].counted, told[a].counted))
            found[claims[b][0]].append(_difference(claims[b], claims[a], turned))
    for row, version in _versions(claims):
        found[row].append(version)
    return tuple(map(tuple, found))


def with_differences(
    wordings: Sequence[StatementWording], fuller: Sequence[StatementWording] = ()
) -> tuple[StatementWording, ...]:
    """Return wordings, each with what it tells otherwise than the first that it differs from of those before it.

    Of those that are only offered, the `fuller` are those of the statement. Who differs from one that differs, and tells
    what the first does, differs in nothing: "April / May", and not "May / April" as well.
    """
    if not wordings or len(fuller) + len(wordings) < 2:  # as mostly: nothing to differ from
        return tuple(wordings)
    known: dict[tuple[str, str], tuple[str, Facts]] = {}  # by words: the same are looked at once
    found, told = [], set[str]()
    for at, each in enumerate((*fuller, *wordings)):
        words = each.quote.words, each.article.language
        own = facts(*words)
        differs = each.differs
        if at >= len(fuller):
            others = ((id, other) for id, other in known.values() if told.isdisjoint(differing(own, other)))
            both = ((tuple(differing(other, own)), id) for id, other in others)
            differs, than = next((one for one in both if one[0]), ((), ""))
            found.append(each._replace(differs=differs, fuller=than))
        told.update(differs)
        if words not in known and (at < len(fuller) or not fuller):
            known[words] = each.quote.id, own
    return tuple(found)


def _versions(claims: Sequence[_Placed]) -> Iterator[tuple[int, Difference]]:
    """Yield, with its row, what outlets tell in two ways of what would be one statement but for that, or is one."""
    stands = {each.quote.id: claim for claim in claims for each in claim[2].statement.wordings}
    for row, side, claim in claims:
        own = claim.statement
        for differs in dict.fromkeys(each.differs for each in own.wordings if each.differs):
            those = tuple(each for each in own.wordings if each.differs == differs)
            one, two = replace(own, wordings=_telling(own.wordings, those[0])), replace(own, wordings=those)
            yield row, Difference(side, one, side, two, ", ".join(differs))
        near = {
            stands[each.quote.id][2].statement.id: each
            for each in own.offered
            if each.differs and each.quote.id in stands
        }
        for each in near.values():
            there, other_side, other = stands[each.quote.id]
            one = replace(own, wordings=_telling(own.wordings, each))
            two = replace(other.statement, wordings=_telling(other.statement.wordings, one.base))
            yield row, Difference(side, one, other_side, two, ", ".join(each.differs))
            turned = ", ".join(differing(_facts(each), _facts(one.base)))
            yield there, Difference(other_side, two, side, one, turned)


def _telling(wordings: Sequence[StatementWording], other: StatementWording) -> tuple[StatementWording, ...]:
    """Return the wordings that tell otherwise what another does, the one that it is said to differ from first."""
    those = (each for each in wordings if next(differing(_facts(each), _facts(other)), ""))
    return tuple(sorted(those, key=lambda each: each.quote.id != other.fuller))


def _facts(wording: StatementWording) -> Facts:
    return facts(wording.quote.words, wording.article.language)


def _elsewhere(claims: Sequence[_Placed], counting: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    """Yield the claims of two rows that count one thing, each pair once and none that everybody counts.

    They are of two sides, or of one speaker as two outlets have it, but where either is offered for the other: `_versions`
    tells of these.
    """
    pairs = {
        pair for those in counting.values() if len(those) <= _MANY for pair in combinations(sorted(those), 2)
    }
    for a, b in sorted(pairs):
        (row, side, first), (there, other_side, second) = claims[a], claims[b]
        one, two = first.statement, second.statement
        if row != there and (
            side != other_side or (one.speakers == two.speakers and not _is_offered(one, two))
        ):
            yield a, b


def _is_offered(one: Statement, two: Statement) -> bool:
    """Tell whether a wording of either of two statements is offered for the other."""
    return any(
        more.quote.id == each.quote.id
        for here, there in ((one, two), (two, one))
        for more in here.offered
        for each in there.wordings
    )


def _alike(one: Wording, other: Wording, weights: Weights) -> bool:
    """Tell whether two wordings are of one thing, their numbers apart."""
    pair = Pair(one, other, weights)
    return pair.dice >= _LEAST and sum(not word[0].isdigit() for word in pair.shared) >= _FEWEST


def _difference(one: _Placed, other: _Placed, told: str) -> Difference:
    return Difference(one[1], one[2].statement, other[1], other[2].statement, told)
