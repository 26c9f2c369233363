"""Make the tables "sure" of weights.json: what the confidence of a record is worth where its article was not trained on.

    python -m benchmarks.train_confidence

Each fifth of the gold articles is read under weights learned from the other four (minutes), and a logistic model learns
from what comes with each record (`tui.reading.quotes.confidence`) whether its mention is right: "sure" of quotes,
"sure reported" of what is reported without marks. The development half of the project's own gold is learned from too,
as it is nearer to what readers import. Wrong records weigh more: words put in the wrong mouth are worse than a `?` too
many, by how much is a choice (`_HARM`). Run after `benchmarks.train_quotes`; needs numpy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import Pool

from benchmarks import own_gold
from benchmarks.fitting import Example, fit_yes_no
from benchmarks.quote_gold import GOLD, Doc, load, record, scorer
from benchmarks.train_quotes import PARTS, WEIGHTS, part, training_articles, using, without, write
from tests.support.own_gold import passages
from tui.reading.quotes import attribution, confidence, reported_speech
from tui.reading.result import QuoteSpan

_HARM = {"sure": 12, "sure reported": 5}  # how many needless `?` a wrong record without one is worth
_OWN = 3  # how many records of the gold articles one of the project's own gold is worth
_DECAY = 3.0
_LEAST = 6

Features = list[str]


@contextmanager
def noted() -> Iterator[list[Features]]:
    """Note the features of each record found meanwhile, whose confidence is then its place among them, from 1."""
    found: list[Features] = []

    def note(names: Sequence[str], _tie: float, _table: object) -> float:
        found.append(list(names))
        return float(len(found))

    original, confidence.sureness = confidence.sureness, note  # type: ignore[assignment]
    try:
        yield found
    finally:
        confidence.sureness = original


def table_of(span: QuoteSpan, indirect: bool) -> str:
    """Return the table that the features of a record are weighed by."""
    return "sure reported" if indirect and span.kind == "indirect" else "sure"


def labelled(number: int) -> list[tuple[str, Features, bool]]:
    """Return the records of one part's articles: table, features, and whether the mention is right."""
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
                    found.append((table_of(span, indirect), names[int(span.confidence) - 1], right))
    return found


def _mention_right(judge: object, doc: Doc, span: QuoteSpan) -> bool | None:
    """Tell whether a record's mention is the gold's; None where gold has no speaker or does not mind."""
    words = judge.toks(doc["text"], span.start, span.end)  # type: ignore[attr-defined]
    best, size = None, 0
    for gold in doc["quotes"]:
        own = judge.toks(doc["text"], gold["start"], gold["end"])  # type: ignore[attr-defined]
        shared = len(words & own)
        if shared > size and shared * 2 >= min(len(words), len(own)):
            best, size = gold, shared
    if best is None:
        return False
    if best.get("optional") or not best.get("speaker_text"):
        return None
    return bool(judge.same_mention(best, record(span)))  # type: ignore[attr-defined]


def own_labelled() -> Iterator[tuple[str, Features, bool]]:
    """Yield the records of the English passages of the development half, as `labelled` does."""
    with noted() as names:
        for passage in passages("development"):
            if passage["lang"] != "en":
                continue
            names.clear()
            text, spans = own_gold.read_passage(passage)
            for quote, letters in zip(
                passage["quotes"], own_gold.places(text, passage["quotes"]), strict=True
            ):
                for span in spans:
                    shared = len(letters & set(range(span.start, span.end)))
                    size = min(len(letters), sum(letter.isalnum() for letter in span.text))
                    if span.confidence < 1 or not span.speaker_text or not shared or shared * 2 < size:
                        continue
                    right = not quote.get("scare") and own_gold.is_right(span, quote)
                    yield table_of(span, True), names[int(span.confidence) - 1], right


def fit(
    title: str, found: Sequence[tuple[str, Features, bool]], own: Sequence[tuple[str, Features, bool]]
) -> dict[str, float]:
    """Return the weights of one table; no step of a figure makes a record less sure."""
    examples = []
    for rows, times in ((found, 1), (own, _OWN)):
        for table, names, right in rows:
            if table == title:
                examples += [Example([names], [float(right)])] * (times if right else times * _HARM[title])
    table = fit_yes_no(examples, _DECAY, _LEAST)
    table = {name: weight for name, weight in table.items() if weight > 0 or ">" not in name}
    # too rare in the gold articles to be learned, and hardly ever right
    return table | {"passive": min(table.get("passive", 0.0), -2.5)}


def main() -> int:
    """Train both tables."""
    if not GOLD.is_dir():
        print("no ../shared/gold/quotes beside this checkout: nothing to train on")
        return 0
    with Pool(2) as pool:
        found = [row for rows in pool.map(labelled, range(PARTS)) for row in rows]
    own = list(own_labelled())
    tables = json.loads(WEIGHTS.read_text("utf-8")) | {title: fit(title, found, own) for title in _HARM}
    write(tables)
    print(
        f"{sum(len(tables[title]) for title in _HARM)} weights from {len(found)} records and {len(own)} of our own"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
