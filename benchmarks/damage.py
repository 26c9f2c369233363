"""Every kind of file damaged in every way: `python -m benchmarks.damage`. The trials are in `tests/support/damage.py`."""

from __future__ import annotations

from tests.support.damage import main

if __name__ == "__main__":
    raise SystemExit(main())
