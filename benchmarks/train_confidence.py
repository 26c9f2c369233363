"""Make the tables "sure", "sure reported" and "doubt" of weights.json: what the confidence of a record is worth.

    python -m benchmarks.train_confidence           # all three, minutes
    python -m benchmarks.train_confidence --doubt   # "doubt" alone, a second

Each fifth of the gold articles is read under weights learned from the other four, and a logistic model learns from what
comes with each record (`tui.reading.quotes.cues.confidence`) whether its mention is right: "sure" of quotes, "sure
reported" of what is reported without marks. Learned from too, as it is nearer to what readers import, is what the rounds
of the project's own gold came to when they were first run (`benchmarks.first_runs`). Wrong records weigh more: words put in
the wrong mouth are worse than a `?` too many, by how much is a choice (`_HARM`).

"doubt" learns from the first runs alone whether the speaker is right, from that confidence and what the name is like; its
bias is set so that `_DOUBTED` of what was wrong bears a `?`. What that costs is printed. Run after
`benchmarks.train_quotes`; needs numpy.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from math import floor, log
from multiprocessing import Pool
from typing import Any, NamedTuple

from benchmarks.calibration import gold_at, question_marks
from benchmarks.first_runs import Noted, first_runs, noting, sure
from benchmarks.fitting import Example, fit_numbers
from benchmarks.quote_gold import GOLD, Doc, load, record, scorer
from benchmarks.train_quotes import PARTS, WEIGHTS, part, training_articles, using, without, write
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes.cues import confidence
from tui.reading.quotes.indirect import reported_speech
from tui.reading.quotes.resolution import attribution
from tui.reading.result import QuoteSpan

_HARM = {"sure": 3, "sure reported": 3}  # how many needless `?` a wrong record without one is worth
_DOUBTED = 0.83  # of what was wrong on first runs, the share that is to bear a `?`: on the next, fewer do
_OWN = 3  # how many records of the gold articles one of the project's own gold is worth
_DECAY = 3.0
_LEAST = 6


class Case(NamedTuple):
    """What comes with a record: its two figures, its circumstances, the table that weighs them, and whether it is right."""

    figures: tuple[float, float]
    names: list[str]
    table: str
    right: bool


def labelled(number: int) -> list[Case]:
    """Return the cases of one part's articles, right where the mention is."""
    cases = []
    tables = without(number)
    judge = scorer()
    with using(tables), noting() as weighed:
        for indirect, docs in ((False, training_articles()), (True, load("polnear_ent80_viewA"))):
            for doc in docs:
                if part(doc, PARTS) != number:
                    continue
                weighed.clear()
                read = reported_speech.contents if indirect else attribution.quoted
                for span in read(doc["text"]):
                    right = _mention_right(judge, doc, span)
                    if right is None or span.confidence < 2 or (indirect and span.kind != "indirect"):
                        continue
                    one = weighed[int(span.confidence) - 2]
                    cases.append(Case(one.figures, one.names, one.table, right))
    return cases


def _mention_right(judge: Any, doc: Doc, span: QuoteSpan) -> bool | None:
    """Tell whether a record's mention is the gold's; None where gold has no speaker or does not mind."""
    gold = gold_at(judge, doc, span.start, span.end)
    if gold is None:
        return False
    if gold.get("optional") or not gold.get("speaker_text"):
        return None
    return bool(judge.same_mention(gold, record(span)))


def fit(title: str, found: Sequence[Case], own: Sequence[Case]) -> dict[str, float]:
    """Return the weights of one table."""
    cases = []
    for rows, times in ((found, 1), (own, _OWN)):
        for case in rows:
            if case.table == title:
                cases += [case] * (times if case.right else times * _HARM[title])
    examples = [Example([["bias", *case.names]], [float(case.right)]) for case in cases]
    numbers = [[confidence.logit(figure) for figure in case.figures] for case in cases]
    table = fit_numbers(examples, numbers, confidence.FIGURES, _DECAY, _LEAST)
    # too rare in the gold articles to be learned, and hardly ever right
    return table | {"passive": min(table.get("passive", 0.0), -3.5)}


def fit_doubt(rows: Sequence[Noted], tables: dict[str, dict[str, float]]) -> dict[str, float]:
    """Return the weights of "doubt" over the confidence that the other tables make of first runs."""
    bases = [row.tie * confidence.chosen_well(row.figures, row.names, tables[row.table]) for row in rows]
    examples = [Example([["bias", *row.named]], [float(row.speaker_right)]) for row in rows]
    table = fit_numbers(examples, [[confidence.logit(base)] for base in bases], ["base"], _DECAY, _LEAST)
    wrong = sorted(
        table["base"] * confidence.logit(base) + sum(table.get(name, 0.0) for name in row.named)
        for row, base in zip(rows, bases, strict=True)
        if not row.speaker_right
    )
    rounded = SURE_ENOUGH - 0.005  # a confidence has two places
    least = log(rounded / (1 - rounded))
    return table | {"bias": floor(100 * (least - wrong[int(_DOUBTED * len(wrong))])) / 100}


def main() -> int:
    """Train the tables."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--doubt", action="store_true", help="the table of that name alone")
    own = first_runs()
    tables = json.loads(WEIGHTS.read_text("utf-8"))
    if not arguments.parse_args().doubt:
        if not GOLD.is_dir():
            print("no ../shared/gold/quotes beside this checkout: nothing to train on")
            return 1
        with Pool(2) as pool:
            found = [row for rows in pool.map(labelled, range(PARTS)) for row in rows]
        cases = [Case(row.figures, row.names, row.table, row.mention_right) for row in own]
        tables |= {title: fit(title, found, cases) for title in _HARM}
    tables["doubt"] = fit_doubt(own, tables)
    write(tables)
    with using(tables):
        print("first runs:", question_marks([(sure(row), row.speaker_right) for row in own]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
