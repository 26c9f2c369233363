"""Kills at random moments, with counts: `python -m benchmarks.crash [RUNS] [WORK…] [--calls] [--full]`.

The trials are in `tests/support/crash.py`.
"""

from __future__ import annotations

from tests.support.crash import main

if __name__ == "__main__":
    raise SystemExit(main())
