"""Disks that fill up: `python -m benchmarks.full [RUNS] [WORK…]`. The trials are in `tests/support/full.py`."""

from __future__ import annotations

import sys

from tests.support.full import main

if __name__ == "__main__":
    given = sys.argv[1:]
    number = int(given.pop(0)) if given and given[0].isdigit() else 60
    raise SystemExit(main(number, given))
