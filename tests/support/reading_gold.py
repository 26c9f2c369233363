"""Reading scored against the gold beside the checkout: what tests and benchmarks both ask"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tui.reading.dates.event_date import resolve, tense_of
from tui.reading.page.page import read_page

Row = tuple[str, str, str]

_TOKEN = re.compile(r"[぀-ヿ㐀-鿿가-힣]|[^\W_]+")


def tokens(text: str) -> list[str]:
    """Return the words (CJK: characters) of `text`, folded as the gold's scorer folds them."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold())


def f1(right: float, extra: float, missed: float) -> tuple[float, float, float]:
    """Return precision, recall and F1 of counts."""
    precision = right / (right + extra) if right + extra else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def seeds(gold: Path) -> Iterator[Row]:
    """The five pages kept by hand: body tokens, headline, outlet and dates of each."""
    false_dates = 0
    for meta in rows_of(gold / "extract" / "seeds_meta.jsonl"):
        reading = read_page((gold.parent / "seeds" / meta["file"]).read_text("utf-8"))
        want, got = Counter(tokens(meta["body"])), Counter(tokens(reading.text))
        right = (want & got).total()
        precision, recall, _ = f1(right, got.total() - right, want.total() - right)
        yield f"{meta['id']} body P / R", f"{precision:.3f} / {recall:.3f}", "≥ .97 / ≥ .98"
        for field, mine, wanted in (
            ("headline", tokens(reading.headline), tokens(meta["title"])),
            ("outlet", reading.outlet.casefold(), (meta["outlet"] or "").casefold()),
            ("published", reading.published[:10], meta["date"] or ""),
            ("author", reading.author, meta["author"] or ""),
        ):
            if mine != wanted:
                yield f"{meta['id']} {field}", f"{mine!r}", f"{wanted!r}"
        false_dates += bool(reading.published) and reading.published[:10] != meta["date"]
        yield f"{meta['id']} event date", f"{reading.event_date or 'unknown'}", f"({meta['event_date']})"
    yield "false publication dates", str(false_dates), "0"


def dates(gold: Path) -> Iterator[Row]:
    """Day-level expressions with their spans given: share resolved to the day meant."""
    right = total = 0
    for page in rows_of(gold / "extract" / "dates.jsonl"):
        for timex in page["timex"]:
            if not re.match(r"\d{4}-\d\d-\d\d", timex["value"]):
                continue
            tense = tense_of(page["text"], timex["start"])
            total += 1
            right += resolve(timex["expr"], page["pub"], tense=tense) == timex["value"][:10]
    yield f"days resolved, of {total}", f"{right / total:.3f}", "≥ .90"
