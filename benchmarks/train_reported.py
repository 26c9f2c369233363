"""Make the table "statement" of weights.json: how likely what is reported without marks is a statement of its speaker.

    python -m benchmarks.train_reported            # two minutes
    python -m benchmarks.train_reported --unseen   # write nothing: what leaving out is worth on articles not learned from

A logistic model (`tui.reading.quotes.indirect.statement_odds`) learns from the indirect quotes of the news that were judged
(`benchmarks.indirect_quotes`), as far as they are found as they were, and from what is found of the project's
own gold, so that it keeps to neither sort of text. The bias is set so that `_LEFT_OUT` of the judged ones are left
out by what the other articles teach. Run after `benchmarks.train_confidence`; needs numpy.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from benchmarks import indirect_quotes
from benchmarks.fitting import Example, fit_numbers
from benchmarks.own_gold import is_right, places, read_passage
from benchmarks.train_quotes import foreign_words, people, training_articles, write
from tests.support.own_gold import passages
from tui.reading.quotes import find_quotes, weights
from tui.reading.quotes.indirect import reported_speech, statement_odds
from tui.reading.quotes.indirect.content_choice import Content
from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.result import QuoteSpan

_LEFT_OUT = 0.04  # of those judged
_PARTS = 8
_DECAY, _LEAST = 3.0, 5
_OVERLAP = 0.3  # of the letters of a record and a label together
_OWN = "own gold"  # what sets it apart, and is not written


class Case(NamedTuple):
    """What comes with a record, whether that counts, and whether it is right; `source` is its article or passage."""

    source: str
    names: list[str]
    figures: tuple[float, float]
    weighed: bool
    right: bool


Noted = dict[tuple[int, int], tuple[list[str], tuple[float, float], bool]]


@contextmanager
def noting() -> Iterator[Noted]:
    """Note what comes with each indirect record found meanwhile, none of which is left out, by its place."""
    found: Noted = {}

    def note(context: ArticleAnalysis, content: Content, record: QuoteSpan) -> bool:
        if record.kind == "indirect" and record.entity:
            names = statement_odds.features(context, content, record)
            weighed = statement_odds.is_weighed(context, content, record)
            found[record.start, record.end] = names, statement_odds.figures(content, record), weighed
        return True

    original, reported_speech.is_statement = reported_speech.is_statement, note
    try:
        yield found
    finally:
        reported_speech.is_statement = original


def judged() -> Iterator[Case]:
    """Yield the judged quotes that are found as they were."""
    known = indirect_quotes.all_judgements()
    wanted = {each[0] for each in known}
    with noting() as found:
        for row in indirect_quotes.articles():
            if row["id"] not in wanted:
                continue
            found.clear()
            for quote in find_quotes(row["text"], spans="all"):
                right = known.get(indirect_quotes.key(row["id"], quote))
                if right is not None and (quote.start, quote.end) in found:
                    yield Case(row["id"], *found[quote.start, quote.end], right)


def of_own_gold() -> Iterator[Case]:
    """Yield what is found of the project's own gold, right where its speaker is; what bears no label tells nothing."""
    with noting() as found:
        for passage in passages("development"):
            if passage["lang"] != "en":
                continue
            found.clear()
            text, spans = read_passage(passage)
            labelled = list(zip(passage["quotes"], places(text, passage["quotes"]), strict=True))
            for span in spans:
                own = {at for at in range(span.start, span.end) if text[at].isalnum()}
                quote, letters = max(labelled, key=lambda pair: len(pair[1] & own) / len(pair[1] | own))
                if (span.start, span.end) in found and len(letters & own) >= _OVERLAP * len(letters | own):
                    yield Case(passage["id"], *found[span.start, span.end], is_right(span, quote))


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights of the table, before its bias is set."""
    examples = [Example([["bias", *case.names]], [float(case.right)]) for case in cases]
    table = fit_numbers(examples, [case.figures for case in cases], statement_odds.FIGURES, _DECAY, _LEAST)
    return {"bias": 0.0, **dict.fromkeys(statement_odds.FIGURES, 0.0), **table}


def odds(case: Case, table: dict[str, float]) -> float:
    """Return how likely a case is right, as log odds."""
    numbers = zip(statement_odds.FIGURES, case.figures, strict=True)
    named = weights.total(table, [name for name in case.names if name != _OWN])
    return table["bias"] + named + sum(table[name] * each for name, each in numbers)


def unseen(cases: Sequence[Case]) -> list[float]:
    """Return the odds of each case by what the articles and passages of the other parts teach."""
    part = [zlib.crc32(case.source.encode()) % _PARTS for case in cases]
    found = [0.0] * len(cases)
    for number in range(_PARTS):
        table = fit([case for case, own in zip(cases, part, strict=True) if own != number])
        for at, case in enumerate(cases):
            if part[at] == number:
                found[at] = odds(case, table)
    return found


def main() -> int:
    """Train, or tell what leaving out is worth."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--unseen", action="store_true", help="write nothing")
    told = options.parse_args().unseen
    news = list(judged())
    own = [case._replace(names=[*case.names, _OWN]) for case in of_own_gold()]
    found = unseen([*news, *own])
    apart = sorted(score for case, score in zip(news, found, strict=False) if case.weighed)
    shares = (0.04, 0.06, 0.08, 0.1, 0.12) if told else (_LEFT_OUT,)
    for share in shares:
        least = apart[int(share * len(news))]
        for name, cases, scores in (
            ("judged", news, found[: len(news)]),
            ("own gold", own, found[len(news) :]),
        ):
            below = zip(cases, scores, strict=True)
            out = [case.right for case, score in below if case.weighed and score <= least]
            wrong = sum(not case.right for case in cases)
            left = (wrong - out.count(False)) / (len(cases) - len(out))
            print(
                f"{name}: {len(out)} of {len(cases)} left out, {out.count(True)} of them right;"
                f" wrong {wrong / len(cases):.1%} before and {left:.1%} after"
            )
    if told:
        return 0
    table = fit([*news, *own])
    table["bias"] = round(table["bias"] - apart[int(_LEFT_OUT * len(news))], 2)
    table.pop(_OWN, None)
    if strange := foreign_words({"statement": table}, people(training_articles())):
        print("not written; names of features hold words of the articles:", *sorted(strange))
        return 1
    write(weights.load() | {"statement": table})
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
