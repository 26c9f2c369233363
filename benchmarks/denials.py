"""How well denials are found: precision and recall of "contradicts or denies" on ../shared/gold/relations.

python -m benchmarks.denials
"""

from __future__ import annotations

import json
from collections import defaultdict

from benchmarks.quote_gold import GOLD
from tui.cli.statement_files import wording
from tui.reading.statements.contradictions import denial
from tui.reading.statements.wording import Weights, Wording


def main() -> None:
    """Print the figures."""
    text = (GOLD.parent / "relations" / "pairs.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in text.splitlines()]
    said: defaultdict[str, dict[tuple[str, str], Wording]] = defaultdict(dict)
    for row in rows:
        for side in "ab":
            said[row["event"]][row[side]["art"], row[side]["text"]] = wording(row[side], row["id"] + side)
    weights = {event: Weights.of(those.values()) for event, those in said.items()}
    right = offered = there = 0
    for row in rows:
        a, b = (wording(row[side], row["id"] + side) for side in "ab")
        opposes = row["relation"] in {"denies", "contradicts"}
        found = denial(a, b, weights[row["event"]]) or denial(b, a, weights[row["event"]])
        right += opposes and bool(found)
        offered += bool(found)
        there += opposes
    print(
        f"offered {offered}, right {right}: precision {right / offered:.3f}; recall {right / there:.3f} of {there}"
    )


if __name__ == "__main__":
    main()
