"""Make the tables "sure", "sure reported" and "doubt" of weights.json: what the confidence of a record is worth.

    python -m benchmarks.train_confidence           # all three, minutes
    python -m benchmarks.train_confidence --doubt   # "doubt" alone, half a minute
    python -m benchmarks.train_confidence --unseen  # nothing is written: what "doubt" is worth on rounds it has not seen

Each fifth of the gold articles is read under weights learned from the other four, and a logistic model learns from what
comes with each record (`tui.reading.quotes.cues.confidence`) whether its mention is right: "sure" of quotes, "sure
reported" of what is reported without marks. Learned from too, as it is nearer to what readers import, is what the rounds
of the project's own gold came to when they were first run (`benchmarks.first_runs`). Wrong records weigh more: words put in
the wrong mouth are worse than a `?` too many, by how much is a choice (`_HARM`).

"doubt" learns from the first runs alone whether the speaker is right, from that confidence and from what there is to be
said for and against the name (`tui.reading.quotes.resolution.doubts`). Each round is weighed by what the others teach as
well; by these figures the bias is set, so that `_DOUBTED` of what is wrong bears a `?`, and how well right and wrong are
kept apart is printed. Run after `benchmarks.train_quotes`; needs numpy.
"""

from __future__ import annotations

import argparse
import json
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import ceil, floor
from multiprocessing import Pool
from typing import Any, NamedTuple

from benchmarks.calibration import gold_at, question_marks
from benchmarks.first_runs import Noted, doubted, first_runs, noting, rounds, sure
from benchmarks.fitting import Example, fit_numbers
from benchmarks.quote_gold import GOLD, Doc, load, record, scorer
from benchmarks.train_quotes import PARTS, WEIGHTS, part, training_articles, using, without, write
from tui.core.model import SURE_ENOUGH
from tui.reading.quotes.cues import confidence
from tui.reading.quotes.indirect import reported_speech
from tui.reading.quotes.resolution import attribution
from tui.reading.result import QuoteSpan

_HARM = {"sure": 3, "sure reported": 3}  # how many needless `?` a wrong record without one is worth
# Of what is wrong in rounds not learned from, the share that is to bear a `?`: above the four fifths that are wanted.
_DOUBTED = 0.84
_OWN = 3  # how many records of the gold articles one of the project's own gold is worth
_DECAY = 3.0
_LEAST = 6
_DOUBT_DECAY = 2.0
_FAR = 100.0


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


def fit_doubt(rows: Sequence[Noted], left: Sequence[list[str]], chosen: Sequence[float]) -> dict[str, float]:
    """Return the weights of "doubt" over the ties of first runs and `chosen`, what the other tables make of them."""
    examples = [
        Example([["bias", *one]], [float(row.speaker_right)]) for row, one in zip(rows, left, strict=True)
    ]
    numbers = [[confidence.logit(row.tie * one)] for row, one in zip(rows, chosen, strict=True)]
    return {"bias": 0.0, **fit_numbers(examples, numbers, ["base"], _DOUBT_DECAY, _LEAST)}


def unseen(rows: Sequence[Noted], left: Sequence[list[str]], chosen: Sequence[float]) -> list[float]:
    """Return how sure each row is, as log odds, by what the rows of other rounds teach.

    One that bears a `?` whatever they teach is far below all others, one that bears none far above.
    """
    found = [0.0] * len(rows)
    numbers = rounds(rows)
    for number in sorted(set(numbers)):
        others = [at for at, one in enumerate(numbers) if one != number]
        table = fit_doubt(*([each[at] for at in others] for each in (rows, left, chosen)))
        for at, (one, row) in enumerate(zip(numbers, rows, strict=True)):
            if one == number:
                most = confidence.ceiling(chosen[at], row.tie, left[at])
                odds = confidence.log_odds(row.tie * chosen[at], left[at], table)
                plain = confidence.is_plain(chosen[at], row.names, row.table, left[at])
                found[at] = odds + _FAR * (plain - (most < SURE_ENOUGH and not plain))
    return found


def print_unseen(rows: Sequence[Noted], odds: Sequence[float]) -> None:
    """Print how well right and wrong are kept apart, and what it costs to doubt four fifths of what is wrong."""
    right = sorted(one for row, one in zip(rows, odds, strict=True) if row.speaker_right)
    wrong = sorted(one for row, one in zip(rows, odds, strict=True) if not row.speaker_right)
    apart = sum(bisect_left(wrong, one) + bisect_right(wrong, one) for one in right)
    print(f"rounds not seen: area under the curve {apart / 2 / len(right) / len(wrong):.3f}")
    for share in (0.7, 0.75, 0.8, _DOUBTED):
        doubtful = bisect_right(right, wrong[ceil(share * len(wrong)) - 1])
        print(
            f"  ? on {100 * share:.0f}% of {len(wrong)} wrong: on {100 * doubtful / len(right):.1f}% of {len(right)} right"
        )


def _cut(rows: Sequence[Noted], odds: Sequence[float]) -> float:
    wrong = sorted(one for row, one in zip(rows, odds, strict=True) if not row.speaker_right)
    return wrong[ceil(_DOUBTED * len(wrong)) - 1]


def level() -> float:
    """Return the log odds of being right up to which a speaker bears a `?`, by what each round is worth to the others.

    It is the one level of all tables: a `?` more is worth as much wherever it stands.
    """
    own, tables = first_runs(), json.loads(WEIGHTS.read_text("utf-8"))
    left = doubted(own)
    chosen = [confidence.chosen_well(row.figures, row.names, tables.get(row.table)) for row in own]
    return _cut(own, unseen(own, left, chosen))


def main() -> int:
    """Train the tables."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--doubt", action="store_true", help="the table of that name alone")
    arguments.add_argument("--unseen", action="store_true", help="nothing: what that table is worth")
    given = arguments.parse_args()
    own = first_runs()
    tables = json.loads(WEIGHTS.read_text("utf-8"))
    if not (given.doubt or given.unseen):
        if not GOLD.is_dir():
            print("no ../shared/gold/quotes beside this checkout: nothing to train on")
            return 1
        with Pool(2) as pool:
            found = [row for rows in pool.map(labelled, range(PARTS)) for row in rows]
        cases = [Case(row.figures, row.names, row.table, row.mention_right) for row in own]
        tables |= {title: fit(title, found, cases) for title in _HARM}
    left = doubted(own)
    chosen = [confidence.chosen_well(row.figures, row.names, tables.get(row.table)) for row in own]
    odds = unseen(own, left, chosen)
    print_unseen(own, odds)
    if given.unseen:
        return 0
    tables["doubt"] = fit_doubt(own, left, chosen)
    tables["doubt"]["bias"] += floor(100 * (confidence.LEAST - _cut(own, odds))) / 100
    write(tables)
    with using(tables):
        print(
            "seen:",
            question_marks([(sure(row, one), row.speaker_right) for row, one in zip(own, left, strict=True)]),
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
