"""The project's own gold of who said what: what its checker and its scorer both read"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "gold"

Passage = dict[str, Any]

Quote = dict[str, Any]


def passages(half: str, files: str = "*") -> Iterator[Passage]:
    """Yield the passages of a half, kind by kind, of those files whose names, without ending, fit a pattern."""
    for path in sorted((GOLD / half).glob(f"{files}.yaml")):
        yield from yaml.safe_load(path.read_text("utf-8"))


def parts(quote: Quote) -> list[str]:
    """Return the words of a quote, in as many stretches as they stand in."""
    words = quote["words"]
    return list(words) if isinstance(words, list) else [words]
