"""The weights of the features, read once; `python -m benchmarks.train_quotes` makes them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import repeat
from pathlib import Path

_NOTHING = repeat(0.0)


def total(table: Mapping[str, float], names: Iterable[str], before: float = 0.0) -> float:
    """Return the sum of `before` and the weights of features, 0 for one without; in C, as it is asked for most of all."""
    return sum(map(table.get, names, _NOTHING), before)


@cache
def load() -> dict[str, dict[str, float]]:
    """Return the weights by task (speaker, speech, pronoun, content, statement, …), by feature."""
    # a path and not importlib.resources, whose import alone would double the time to start
    text = Path(__file__).with_name("weights.json").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded
