"""Make the table "turn" of weights.json: how sure the speaker of a turn of a transcript is.

    python -m benchmarks.train_turns                     # from what was noted, a second
    python -m benchmarks.train_turns transcripts-26      # notes the turns of these files of development/ first, once

`gold/first_turns.json` holds a row a paragraph of a turn as each round of passages was read when it was new, before any rule
was mended by it; the older ones were read again by the engine of that day, with the labels of today. `right` is whether it
has the speaker of the label; where no label is, false for words that end as no sentence does, as those of a heading, else
None: not minded. One who asks without a name is nobody to be mistaken for, whatever the label calls him.

Each round is weighed by what the others teach, and by what that is worth (printed) the level of `train_confidence` is set.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.fitting import Example, fit_numbers
from benchmarks.own_gold import is_right, places, read_passage, source_of
from benchmarks.train_confidence import level
from benchmarks.train_quotes import WEIGHTS, write
from tests.support.own_gold import GOLD, Passage, passages
from tui.reading.quotes.cues import confidence
from tui.reading.quotes.turns import turn_doubts
from tui.reading.quotes.turns.transcripts import WHY
from tui.reading.read import read_article
from tui.reading.result import QuoteSpan

FIRST_TURNS = GOLD / "first_turns.json"
_DECAY, _LEAST = 2.0, 4


class Turn(NamedTuple):
    """A paragraph of a turn: where it and its label stand, who was named, and what that was worth."""

    passage: str
    right: bool | None
    start: int
    end: int
    label_start: int
    label_end: int
    entity: str
    asked: bool
    group: int
    sure: float


class Case(NamedTuple):
    """What is learned from: the round, what stands around a turn, how sure its build is, and whether it is right."""

    round: str
    names: list[str]
    sure: float
    right: bool


def noted(passage: Passage) -> Iterator[Turn]:
    """Yield the turns of a passage."""
    text, spans = read_passage(passage)
    labelled = list(zip(passage["quotes"], places(text, passage["quotes"]), strict=True))
    for one in spans:
        if one.why != WHY:
            continue
        letters = {at for at in range(one.start, one.end) if text[at].isalnum()}
        quote, held = max(labelled, key=lambda pair: len(pair[1] & letters), default=({}, set()))
        shared = len(held & letters)
        known = shared and 2 * shared >= min(len(held), len(letters))
        right = None if turn_doubts.is_ended(one.text) else False
        if known:
            right = not quote.get("scare") and is_right(one, quote)
            asker = str(quote.get("speaker", ""))
            right = right or (one.polarity == "asked" and one.entity[:1].islower() and asker[:1].islower())
        place = one.start, one.end, one.speaker_start, one.speaker_end
        yield Turn(
            passage["id"], right, *place, one.entity, one.polarity == "asked", one.group, one.confidence
        )


def cases(rows: Sequence[Turn]) -> list[Case]:
    """Return what is learned from, of passages that still stand as they did."""
    of_passage: dict[str, list[Turn]] = {}
    for row in rows:
        of_passage.setdefault(row.passage, []).append(row)
    found = []
    for path in sorted((GOLD / "development").glob("*.yaml")):
        for passage in passages("development", path.stem):
            turns = of_passage.get(passage["id"], [])
            if not turns:
                continue
            spans = [_span(read_article(source_of(passage)).text, turn) for turn in turns]
            for turn, names in zip(turns, turn_doubts.circumstances(spans), strict=True):
                if turn.right is not None:
                    found.append(Case(path.stem.rpartition("-")[2], names, turn.sure, turn.right))
    return found


def _span(text: str, turn: Turn) -> QuoteSpan:
    return QuoteSpan(
        start=turn.start,
        end=turn.end,
        text=text[turn.start : turn.end],
        kind="direct",
        group=turn.group,
        speaker_text=text[turn.label_start : turn.label_end],
        entity=turn.entity,
        polarity="asked" if turn.asked else "",
        confidence=turn.sure,
    )


def fit(rows: Sequence[Case]) -> dict[str, float]:
    """Return the weights that these cases teach."""
    examples = [Example([["bias", *row.names]], [float(row.right)]) for row in rows]
    numbers = [[confidence.logit(row.sure)] for row in rows]
    return {"bias": 0.0, "base": 0.0, **fit_numbers(examples, numbers, ["base"], _DECAY, _LEAST)}


def print_unseen(rows: Sequence[Case], cut: float) -> None:
    """Print of what is wrong and of what is right in rounds not learned from how much would bear a `?` at a level."""
    marked = {True: 0, False: 0}
    for number in {row.round for row in rows}:
        table = fit([row for row in rows if row.round != number])
        for row in rows:
            if row.round == number:
                marked[row.right] += confidence.log_odds(row.sure, row.names, table) <= cut
    right = sum(row.right for row in rows)
    print(
        f"rounds not seen: ? on {marked[False]} of {len(rows) - right} wrong, {marked[True]} of {right} right"
    )


def main() -> int:
    """Note the turns of the files named, and train the table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("files", nargs="*", help="files of development/, without their ending")
    given = arguments.parse_args()
    rows = [Turn(*row) for row in json.loads(FIRST_TURNS.read_text("utf-8"))]
    held = {row.passage for row in rows}
    new = [passage for name in given.files for passage in passages("development", name)]
    rows += [turn for passage in new if passage["id"] not in held for turn in noted(passage)]
    if new:
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        FIRST_TURNS.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")
    learned = cases(rows)
    cut = level()
    print_unseen(learned, cut)
    table = fit(learned)
    table["bias"] = round(table["bias"] + confidence.LEAST - cut, 2)
    write(json.loads(WEIGHTS.read_text("utf-8")) | {turn_doubts.TABLE: table})
    return 0


if __name__ == "__main__":
    sys.exit(main())
