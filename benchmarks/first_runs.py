"""What the records of the project's own gold were worth when they were first made, before any rule was mended by them.

    python -m benchmarks.first_runs mixed-8 readouts-11    # notes the records of these files of development/, once
    python -m benchmarks.first_runs                        # prints how the `?` is dealt out on all that was noted

A round of passages is committed, noted by the first of these, and only then are rules mended. `gold/first_runs.json`
holds a row a record: passage, table of weights, whether its mention is right and whether its speaker is, the two
figures, circumstances, what the tie of mention and speaker was worth; then where the mention stands and its words, the
name that was given, why, and how many others were weighed. What doubts that leaves (`resolution.doubts`) is read anew.
A mention is right where it holds that of the label, or is held by it, or the speaker is right. Records on words
without a label are not minded, nor are turns; those whose speaker a rule gives are noted since round 33 (`RULED`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from benchmarks.calibration import question_marks
from benchmarks.own_gold import fold, is_right, places, read_passage, source_of
from tests.support.own_gold import GOLD, Passage, Quote, passages
from tui.reading.quotes.cues import confidence
from tui.reading.quotes.names.context import ArticleAnalysis, read_context
from tui.reading.quotes.names.mentions import Mention
from tui.reading.quotes.resolution.doubts import doubts
from tui.reading.read import read_article
from tui.reading.result import QuoteSpan

FIRST_RUNS = GOLD / "first_runs.json"


class Named(NamedTuple):
    """How a speaker was named: where the mention begins, its words, the name, why, and how many others were weighed."""

    start: int
    words: str
    name: str
    why: str
    others: int


class Noted(NamedTuple):
    """What comes with a record, and what it was worth."""

    passage: str
    table: str
    mention_right: bool
    speaker_right: bool
    figures: tuple[float, float]
    names: list[str]
    tie: float
    named: Named


class Weighed(NamedTuple):
    """What the confidence of a record is made from; see `confidence.sureness`."""

    figures: tuple[float, float]
    names: list[str]
    tie: float
    table: str


@contextmanager
def noting() -> Iterator[list[Weighed]]:
    """Note what comes with each record found meanwhile, whose confidence is then its place among them, from 2."""
    found: list[Weighed] = []

    def note(
        figures: tuple[float, float], names: Sequence[str], tie: float, title: str, named: Sequence[str]
    ) -> float:
        del named  # `doubted` reads it anew
        found.append(Weighed(figures, [*names], tie, title))
        return float(len(found) + 1)

    original, confidence.sureness = confidence.sureness, note
    try:
        yield found
    finally:
        confidence.sureness = original


def noted(passage: Passage) -> Iterator[Noted]:
    """Yield the records of one passage that lie on labelled words and name somebody."""
    with noting() as found:
        text, spans = read_passage(passage)
    labelled = list(zip(passage["quotes"], places(text, passage["quotes"]), strict=True))
    for span in spans:
        if span.confidence < 2:
            continue
        covered = set(range(span.start, span.end))
        quote = max(labelled, key=lambda pair: len(pair[1] & covered))
        if 2 * len(quote[1] & covered) < min(len(quote[1]), sum(c.isalnum() for c in span.text)) or not (
            quote[1] & covered
        ):
            continue
        weighed = found[int(span.confidence) - 2]
        speaker = not quote[0].get("scare") and is_right(span, quote[0])
        mention = speaker or _mention_right(span, quote[0])
        figures = (round(weighed.figures[0], 4), round(weighed.figures[1], 4))
        yield Noted(
            passage["id"],
            weighed.table,
            mention,
            speaker,
            figures,
            weighed.names,
            round(weighed.tie, 3),
            Named(span.speaker_start, span.speaker_text, span.entity, span.why, len(span.candidates)),
        )


def _mention_right(span: QuoteSpan, quote: Quote) -> bool:
    if quote.get("scare"):
        return False
    labelled, found = fold(quote["mention"]), fold(span.speaker_text)
    return bool(labelled and found) and (labelled in found or found in labelled)


def first_runs() -> list[Noted]:
    """Return all that was noted."""
    rows = json.loads(FIRST_RUNS.read_text("utf-8"))
    return [Noted._make([*row[:4], tuple(row[4]), *row[5:7], Named._make(row[7])]) for row in rows]


def write(rows: Sequence[Noted]) -> None:
    """Write all that was noted, a row a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    FIRST_RUNS.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")


def doubted(rows: Sequence[Noted]) -> list[list[str]]:
    """Return the doubts that each row leaves, read from its passage; [] where its mention is no longer there."""
    wanted = {row.passage for row in rows}
    contexts = {
        passage["id"]: read_context(read_article(source_of(passage)).text)
        for passage in passages("development")
        if passage["id"] in wanted
    }
    found = []
    for row in rows:
        context = contexts[row.passage]
        mention = mention_at(context, row.named)
        _, _, name, why, others = row.named
        found.append(doubts(context, mention, name, why, others) if mention else [])
    return found


def rounds(rows: Sequence[Noted]) -> list[str]:
    """Return the round of each row, which is the number in the name of its passage's file."""
    number_of = {
        passage["id"]: path.stem.rpartition("-")[2]
        for path in (GOLD / "development").glob("*-*.yaml")
        for passage in passages("development", path.stem)
    }
    return [number_of[row.passage] for row in rows]


def mention_at(context: ArticleAnalysis, named: Named) -> Mention | None:
    """Return the mention that was named, None where it does not stand there."""
    starts, ends = context.skeleton.starts, context.skeleton.ends
    last = named.start + len(named.words)
    if context.text[named.start : last] != named.words:
        return None
    over = [one for one in context.mentions if starts[one.first] < last and ends[one.last - 1] > named.start]
    return min(over, key=lambda one: (starts[one.first] > named.start, one.owner), default=None)


def sure(row: Noted, doubts_left: Sequence[str]) -> float:
    """Return the confidence of a record under today's weights."""
    return confidence.sureness(row.figures, row.names, row.tie, row.table, doubts_left)


def main() -> int:
    """Note the records of the files named, or print how the `?` is dealt out."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("files", nargs="*", help="files of development/, without their ending")
    given = arguments.parse_args()
    rows = first_runs()
    held = {row.passage for row in rows}
    files = {name: GOLD / "development" / f"{name}.yaml" for name in given.files}
    if missing := [name for name, path in files.items() if not path.exists()]:
        print(f"no such file in development/: {', '.join(missing)}")
        return 1
    for passage in passages("development"):
        here = any(f"id: {passage['id']}\n" in path.read_text("utf-8") for path in files.values())
        if here and passage["id"] not in held:
            rows += noted(passage)
    if files:
        write(rows)
    left = doubted(rows)
    print(question_marks([(sure(row, one), row.speaker_right) for row, one in zip(rows, left, strict=True)]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
