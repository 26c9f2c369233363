"""`statements --groups` and `--pairs`: which quotes of a file are one statement, without a briefing."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from tui.cli.output import BAD_INPUT, DONE, json_line, read_lines, warn
from tui.core.model import KINDS
from tui.core.text import clean, one_line
from tui.reading.statements.likeness import SAME, Pair
from tui.reading.statements.matches import cliques, matches
from tui.reading.statements.wording import Weights, Wording

# Where the sentence ends that an indirect quote stands in, for its verb gives no more: at a full stop that is not of “Mr.”
# or “U.S.”, or where a line break was lost before a word that has a capital nowhere else: “before election day She added”.
_SENTENCE_END = re.compile(
    r"(?<=\w\w\w)(?<!\b(?:Mrs|Gen|Sen|Gov|Rep))[.!?]\s+(?=[^\W\d_a-z])|(?<=[a-z])\s+(?=(?:He|She|They|According to)\b)"
)


def judge(file: str, *, pairs: bool) -> int:
    """Print a line for each group or pair of a file of JSON Lines; a line that is neither is named and left out."""
    rows: list[dict[str, Any]] = []
    failed = 0
    for number, raw in enumerate(read_lines(file), 1):
        try:
            if raw.strip():
                rows.append(_read_pair(json.loads(raw)) if pairs else _read_group(json.loads(raw)))
        except (LookupError, TypeError, ValueError, RecursionError):
            failed += 1
            wanted = '"id", "a" and "b"' if pairs else '"group" and "quotes"'
            warn(f"{one_line(file)}, line {number}: is not an object with {wanted}, left out")
    for record in _pairs(rows) if pairs else _groups(rows):
        json_line(record)
    return BAD_INPUT if failed and not rows else DONE


def _read_group(row: Any) -> dict[str, Any]:
    name = clean(str(row["group"]))
    quotes = [wording(quote, str(quote["id"])) for quote in row["quotes"]]
    return {"name": name, "event": str(row.get("event", name)), "wordings": quotes}


def _read_pair(row: Any) -> dict[str, Any]:
    name = clean(str(row["id"]))
    a, b = (wording(row[side], f"{name} {side}") for side in "ab")
    return {"name": name, "event": str(row.get("event", name)), "wordings": [a, b]}


def wording(quote: Any, id: str) -> Wording:
    """Return a quote of a file as what is compared of it; ValueError or LookupError where it is none."""
    kind = quote.get("kind", "direct")
    if kind not in KINDS:
        raise ValueError(kind)
    text, cue, language = (clean(str(quote.get(name) or "")) for name in ("text", "cue", "language"))
    if kind == "indirect":
        text = _SENTENCE_END.split(text, maxsplit=1)[0]
    return Wording(clean(id), str(quote.get("art", quote.get("article", id))), kind, text, cue, language)


def _weights(rows: Sequence[dict[str, Any]]) -> dict[str, Weights]:
    """Return how much each word tells among all that the file gives of an event, by event."""
    said: defaultdict[str, dict[tuple[str, str], Wording]] = defaultdict(dict)
    for row in rows:
        for each in row["wordings"]:
            said[row["event"]][each.article, each.text] = each
    return {event: Weights.of(those.values()) for event, those in said.items()}


def _groups(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, object]]:
    weights = _weights(rows)
    for row in rows:
        found = matches(row["wordings"], weights[row["event"]], SAME)
        yield {"group": row["name"], "clusters": cliques([each.id for each in row["wordings"]], found)}


def _pairs(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, object]]:
    weights = _weights(rows)
    for row in rows:
        a, b = row["wordings"]
        pair = Pair(a, b, weights[row["event"]])
        score = pair.score(0.0)
        yield {"id": row["name"], "same": score >= SAME, "score": round(score, 3), "why": pair.why()}
