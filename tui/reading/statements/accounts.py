"""The accounts of an event: whose side each statement is on, and which statements answer one another."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from tui.core.accounts import OTHERS, Board, BoardRow, Claim, Side
from tui.core.model import AnnotatedEvent, Speaker
from tui.core.speakers import attributed_name, speakers_of
from tui.core.statements import BY_READER, BY_RULE, Statement
from tui.reading.quotes.offices_table import country_of
from tui.reading.statements.denials import denial
from tui.reading.statements.event_statements import wording_of
from tui.reading.statements.likeness import SHOWN, Pair
from tui.reading.statements.wording import Weights, Wording

_MOST = 3  # sides with a column of their own
_FEWEST = 3  # words that two sides share where both are taken to say the same
_WORDS = r"[\w’'-]+(?: [\w’'-]+){0,2}"
_OFFICE = (
    "(?i:president|minister|chancellor|premier|leader|spokesman|spokeswoman|spokesperson|ambassador|envoy|diplomat|official"
    "|secretary|adviser|king|queen|commander|general)"
)
_INITIALS = 4  # letters of a name that is initials: EU, NATO
_WORD = re.compile(r"[^\W_](?:[\w.-]*\w)?")
_ANSWERS = ("denies", "contradicts", "same")


def board_of(
    annotated: AnnotatedEvent, statements: Sequence[Statement], speakers: Mapping[str, Speaker]
) -> Board:
    """Return the accounts of an event, `statements` being its own, in the order in which they were given."""
    sides_of = _sides(annotated, statements, speakers)
    named = {each.id: sides_of.get(attributed_name(each.base.quote, speakers), "") for each in statements}
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        if named[each.id]:
            said[named[each.id]].append(each)
    order = sorted(said, key=lambda name: (-len(said[name]), name.casefold()))
    alone = (
        set(order[: _MOST if len(order) <= _MOST + 1 else _MOST - 1]) if len(order) > _MOST else set(order)
    )
    column = {
        each.id: named[each.id] if named[each.id] in alone else OTHERS
        for each in statements
        if named[each.id]
    }
    sides = []
    for name in (*(name for name in order if name in alone), OTHERS):
        if those := [each for each in statements if column.get(each.id) == name]:
            where = dict.fromkeys(wording.article.id for each in those for wording in each.wordings)
            sides.append(Side(name, len(those), tuple(where)))
    return Board(annotated.event.id, tuple(sides), tuple(_rows(annotated, statements, named, column)))


def _sides(
    annotated: AnnotatedEvent, statements: Sequence[Statement], speakers: Mapping[str, Speaker]
) -> dict[str, str]:
    """Return whose side each speaker is on, by name: the state they speak for, else they themselves.

    What the reader says they are comes first, then their own name, then what the articles call them most.
    """
    texts = [article.text for article in annotated.event.articles]
    said: defaultdict[str, list[str]] = defaultdict(list)
    first: dict[str, list[str]] = {}
    for each in statements:
        quote = each.base.quote
        if name := attributed_name(quote, speakers):
            first[name] = [*(who.role for who in speakers_of(quote, speakers)), name]
            said[name] += [wording.quote.role for wording in each.wordings]
    found = {}
    for name, roles in said.items():
        known = next(filter(None, map(_state, first[name])), "")
        if not known:
            votes = Counter(filter(None, map(_state, (*roles, *_introductions(name, texts)))))
            known = votes.most_common(1)[0][0] if votes else ""
        found[name] = known.replace("-", " ").title() if len(known) > _INITIALS else known.upper() or name
    return found


def _state(told: str) -> str:
    """Return the state that a name or a role points to, "" for none."""
    plain = told.replace("’s", " ").replace("'s", " ")
    return country_of([word.lower() for word in _WORD.findall(plain)])


def _introductions(name: str, texts: Sequence[str]) -> list[str]:
    """Return what stands right before or behind a name where articles say who that is: "French President X"."""
    last = re.escape(name.rsplit(maxsplit=1)[-1])
    before = re.compile(rf"\b{_WORDS} {_OFFICE} (?:[A-Z][\w-]* )?(?={last}\b)")
    behind = re.compile(rf"(?<={last}, ){_WORDS} {_OFFICE}\b")
    return [found[0] for text in texts for form in (before, behind) for found in form.finditer(text)]


def _rows(
    annotated: AnnotatedEvent,
    statements: Sequence[Statement],
    named: Mapping[str, str],
    column: Mapping[str, str],
) -> list[BoardRow]:
    wordings = {each.id: wording_of(each.base.article, each.base.quote) for each in statements}
    weights = Weights.of(wordings.values())
    placed: set[str] = set()
    rows: list[BoardRow] = []
    for first in statements:
        if first.id in placed or first.id not in column:
            continue
        placed.add(first.id)
        cells: defaultdict[str, list[Claim]] = defaultdict(list, {column[first.id]: [Claim(first)]})
        for other in statements:
            if other.id in placed or other.id not in column or named[other.id] == named[first.id]:
                continue
            if claim := _answer(annotated, first, other, wordings, weights):
                cells[column[other.id]].append(claim)
                placed.add(other.id)
        rows.append({name: tuple(claims) for name, claims in cells.items()})
    return rows


def _answer(
    annotated: AnnotatedEvent,
    first: Statement,
    other: Statement,
    wordings: Mapping[str, Wording],
    weights: Weights,
) -> Claim | None:
    """Return what a statement is to the first of a row, None where it is nothing to it."""
    ids = {each.quote.id for each in first.wordings}
    for wording in other.wordings:
        for link in annotated.of(wording.quote.id, "linking"):
            relation = str(link.body["relation"])
            if link.body["quote"] in ids:
                return Claim(other, relation, BY_READER) if relation in _ANSWERS else None
    one, two = wordings[first.id], wordings[other.id]
    if why := denial(one, two, weights) or denial(two, one, weights):
        return Claim(other, "denies", f"{BY_RULE}: {why}")
    pair = Pair(one, two, weights)
    if len(pair.shared) < _FEWEST or pair.score(0.0) < SHOWN:
        return None
    return Claim(other, "same", f"{BY_RULE}: {pair.why()}")
