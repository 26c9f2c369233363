"""Imports killed and begun anew: `python -m benchmarks.resumed_import [RUNS]`; see `tests/support/resumed_import.py`."""

from __future__ import annotations

from tests.support.resumed_import import main

if __name__ == "__main__":
    raise SystemExit(main())
