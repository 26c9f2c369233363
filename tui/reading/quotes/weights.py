"""The weights of the features, read once; `benchmarks/train_quotes.py` makes them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def load() -> dict[str, dict[str, float]]:
    """Return the weights by task (who speaks, is it speech, whom a pronoun means), by feature."""
    loaded: dict[str, dict[str, float]] = json.loads(
        files("tui.reading.quotes").joinpath("weights.json").read_text("utf-8")
    )
    return loaded
