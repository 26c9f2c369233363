"""Days of a briefing with what was reported on them. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

Days = Counter[tuple[str, str]]
"""How many, by the first and the last day that a date may stand for; of one that is known these are the same."""

LANES = ("speakers", "outlets", "tags")


@dataclass(frozen=True, slots=True)
class DayCounts:
    """Days of a briefing: its quotes, the articles of each outlet, and of what was asked for the most frequent.

    `lanes` holds quotes by speaker or tag, articles by outlet; `left_out` says how many more there are of them.
    `undated` and `undated_quotes` are how many articles, and their quotes, have no day of a known year. A quote in a
    copy of another article is counted once, with that. `what` is counted as quotes: "quote", or "statement".
    """

    quotes: Days = field(default_factory=Counter)
    outlets: dict[str, Days] = field(default_factory=dict)
    lanes: dict[str, Days] = field(default_factory=dict)
    left_out: int = 0
    undated: int = 0
    undated_quotes: int = 0
    what: str = "quote"
