"""The weights of the features, read once; `python -m benchmarks.train_quotes` makes them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path


@cache
def load() -> dict[str, dict[str, float]]:
    """Return the weights by task (speaker, speech, pronoun, content), by feature."""
    # a path and not importlib.resources, whose import alone would double the time to start
    text = Path(__file__).with_name("weights.json").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded
