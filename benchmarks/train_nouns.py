"""Make the table "noun" of weights.json: whom "the envoy" or "the company" means where no rule knows, if anybody named.

    python -m benchmarks.train_nouns           # writes the table, half a minute
    python -m benchmarks.train_nouns --unseen  # writes nothing: what the table is worth on rounds it has not seen

Learned from are the labels of the project's own gold, and what the rules made of each such noun when its round was first
run (`benchmarks.first_runs`): rules that were mended since know these passages, and would be believed too much.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.first_runs import Noted, first_runs
from benchmarks.fitting import Example, fit_choice
from benchmarks.own_articles import own_articles
from benchmarks.own_gold import fold
from benchmarks.quote_gold import Doc
from benchmarks.train_quotes import WEIGHTS, write
from tui.reading.quotes import find_quotes, weights
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.resolution.coreference import CoreferenceResolver
from tui.reading.quotes.resolution.noun_choice import NOBODY, likelihoods, may_mean

_DECAY, _LEAST = 0.5, 3
_PARTS = 9
_RULE = "a rule"  # the feature of who was taken by one, which is asked for in the training alone
_LATE = 27  # the first of the rounds that are told apart

Weighed = dict[int, list[tuple[int, str, list[str]]]]


@dataclass
class Case:
    """A noun: its round, who may be meant, and which of these the rules of the day took, -1 for none."""

    round: int
    example: Example
    entities: list[int]
    ruled: int
    was_right: bool


@contextmanager
def noting() -> Iterator[Weighed]:
    """Note who is weighed for each noun that is resolved meanwhile, with their names, by where it begins."""
    found: Weighed = {}
    original = CoreferenceResolver._noun

    def note(resolver: CoreferenceResolver, mention: Mention, depth: int) -> tuple[str, str, float]:
        name = original(resolver, mention, depth)
        context = resolver.context
        if may_mean(context, mention):
            entities = context.entities
            found[context.skeleton.starts[mention.first]] = [
                (one, entities[one].name if one >= 0 else "", names) for one, names in resolver.weigh(mention)
            ]
        return name

    CoreferenceResolver._noun = note  # type: ignore[method-assign]
    try:
        yield found
    finally:
        CoreferenceResolver._noun = original  # type: ignore[method-assign]


def cases() -> list[Case]:
    """Return the nouns that speak in the first runs, of one speaker each."""
    noted = {(row.passage, row.named.start): row for row in first_runs()}
    found = []
    for doc in own_articles():
        with noting() as weighed:
            find_quotes(doc["text"], spans="all")
        for quote in {one["speaker_start"]: one for one in reversed(doc["quotes"])}.values():
            row, options = noted.get((doc["id"], quote["speaker_start"])), weighed.get(quote["speaker_start"])
            if row and options and quote.get("names") and (case := _case(doc, quote, row, options)):
                found.append(case)
    return found


def _case(doc: Doc, quote: Doc, row: Noted, options: list[tuple[int, str, list[str]]]) -> Case | None:
    """Return a noun as a case; None where a rule tied it to somebody who is not weighed."""
    wanted = {fold(name) for name in quote["names"]}
    right = [float(one >= 0 and fold(name) in wanted) for one, name, _ in options]
    right[0] = float(not any(right))
    tied = "→" in row.named.why
    if row.named.why and "more than one may be meant" in row.named.why:
        return None  # is left open
    ruled = [at for at, (_, name, _) in enumerate(options) if name == row.named.name] if tied else [0]
    if not ruled:
        return None
    names = [
        [*given, *([_RULE] if tied and at == ruled[0] else [])] for at, (_, _, given) in enumerate(options)
    ]
    return Case(
        doc["round"], Example(names, right), [one for one, _, _ in options], ruled[0], row.speaker_right
    )


def fit(rows: list[Case]) -> dict[str, float]:
    """Return the weights that these cases teach."""
    table = fit_choice([row.example for row in rows], _DECAY, _LEAST)
    return {name: weight for name, weight in table.items() if name != _RULE}


def tell(rows: list[Case]) -> None:
    """Print what each round's nouns without a rule come to under what the other rounds teach."""
    tally = {True: [0, 0, 0, 0], False: [0, 0, 0, 0]}
    for number in range(_PARTS):
        table = fit([row for row in rows if row.round % _PARTS != number])
        for row in (one for one in rows if one.round % _PARTS == number and one.ruled == 0):
            odds = likelihoods(zip(row.entities, row.example.options, strict=True), table)
            entity = max(odds, key=lambda one: odds[one])
            entity = entity if odds[entity] >= 0.5 else NOBODY
            now = row.was_right if entity == NOBODY else bool(row.example.right[row.entities.index(entity)])
            for late in {False, row.round >= _LATE}:
                counted = tally[late]
                counted[0] += 1
                counted[1] += row.was_right
                counted[2] += now and not row.was_right
                counted[3] += row.was_right and not now
    for late, (nouns, right, mended, spoilt) in tally.items():
        print(
            f"{f'rounds from {_LATE} on' if late else 'all rounds'}: {nouns} nouns without a rule, {right} right; "
            f"{mended} more, {spoilt} fewer"
        )


def main() -> int:
    """Train, or tell what it is worth."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--unseen", action="store_true", help="figures on unseen rounds; write nothing")
    given = arguments.parse_args()
    rows = cases()
    if given.unseen:
        tell(rows)
        return 0
    table = fit(rows)
    write(weights.load() | {"noun": table})
    print(f"{len(table)} weights of {len(rows)} nouns written to {WEIGHTS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
