"""Spoilt bytes for all readers: `python -m benchmarks.fuzz [--minutes 30] [--seed 1]`; see `tests/support/fuzz.py`."""

from __future__ import annotations

from tests.support.fuzz import main

if __name__ == "__main__":
    raise SystemExit(main())
