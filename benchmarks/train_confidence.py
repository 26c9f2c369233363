"""Make the tables "sure" of weights.json: what the confidence of a record is worth where its article was not trained on.

    python -m benchmarks.train_confidence

Each fifth of the gold articles is read under weights learned from the other four (minutes), and a logistic model learns
from what comes with each record (`tui.reading.quotes.confidence`) whether its mention is right: "sure" of quotes,
"sure reported" of what is reported without marks. Learned from too, as it is nearer to what readers import, is what the
rounds of the project's own gold came to when they were first run, before any rule was mended by them
(`benchmarks/gold/first_runs.json`: passage, table, whether the mention is right, the two figures, circumstances). Wrong
records weigh more: words put in the wrong mouth are worse than a `?` too many, by how much is a choice (`_HARM`).
Run after `benchmarks.train_quotes`; needs numpy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pool
from typing import Any, NamedTuple

from benchmarks.calibration import gold_at
from benchmarks.fitting import Example, fit_numbers
from benchmarks.quote_gold import GOLD, Doc, load, record, scorer
from benchmarks.train_quotes import PARTS, WEIGHTS, part, training_articles, using, without, write
from tests.support.own_gold import GOLD as OWN_GOLD
from tui.reading.quotes import attribution, confidence, reported_speech
from tui.reading.result import QuoteSpan

FIRST_RUNS = OWN_GOLD / "first_runs.json"

_HARM = {"sure": 3, "sure reported": 3}  # how many needless `?` a wrong record without one is worth
_OWN = 3  # how many records of the gold articles one of the project's own gold is worth
_DECAY = 3.0
_LEAST = 6


class Case(NamedTuple):
    """What comes with a record: its two figures, its circumstances, the table that weighs them, and whether it is right."""

    figures: tuple[float, float]
    names: list[str]
    table: str = ""
    right: bool = False


@contextmanager
def noted() -> Iterator[list[Case]]:
    """Note what comes with each record found meanwhile, whose confidence is then its place among them, from 1."""
    found: list[Case] = []

    def note(figures: tuple[float, float], names: Sequence[str], _tie: float, _table: object) -> float:
        found.append(Case(figures, list(names)))
        return float(len(found))

    original, confidence.sureness = confidence.sureness, note  # type: ignore[assignment]
    try:
        yield found
    finally:
        confidence.sureness = original


def table_of(span: QuoteSpan, indirect: bool) -> str:
    """Return the table that the features of a record are weighed by."""
    return "sure reported" if indirect and span.kind == "indirect" else "sure"


def labelled(number: int) -> list[Case]:
    """Return the cases of one part's articles, right where the mention is."""
    found = []
    tables = without(number)
    judge = scorer()
    with using(tables), noted() as names:
        for indirect, docs in ((False, training_articles()), (True, load("polnear_ent80_viewA"))):
            for doc in docs:
                if part(doc, PARTS) != number:
                    continue
                names.clear()
                read = reported_speech.contents if indirect else attribution.quoted
                for span in read(doc["text"]):
                    right = _mention_right(judge, doc, span)
                    if right is None or span.confidence < 1 or (indirect and span.kind != "indirect"):
                        continue
                    case = names[int(span.confidence) - 1]
                    found.append(case._replace(table=table_of(span, indirect), right=right))
    return found


def _mention_right(judge: Any, doc: Doc, span: QuoteSpan) -> bool | None:
    """Tell whether a record's mention is the gold's; None where gold has no speaker or does not mind."""
    gold = gold_at(judge, doc, span.start, span.end)
    if gold is None:
        return False
    if gold.get("optional") or not gold.get("speaker_text"):
        return None
    return bool(judge.same_mention(gold, record(span)))


def first_runs() -> list[Case]:
    """Return the cases of the rounds of the development half, as they were before any rule had seen them."""
    rows = json.loads(FIRST_RUNS.read_text("utf-8"))
    return [Case(tuple(figures), names, table, right) for _, table, right, figures, names in rows]


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


def main() -> int:
    """Train both tables."""
    if not GOLD.is_dir():
        print("no ../shared/gold/quotes beside this checkout: nothing to train on")
        return 0
    with Pool(2) as pool:
        found = [row for rows in pool.map(labelled, range(PARTS)) for row in rows]
    own = first_runs()
    tables = json.loads(WEIGHTS.read_text("utf-8")) | {title: fit(title, found, own) for title in _HARM}
    write(tables)
    print(
        f"{sum(len(tables[title]) for title in _HARM)} weights from {len(found)} records and {len(own)} of our own"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
