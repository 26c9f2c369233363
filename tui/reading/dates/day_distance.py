"""Whether the dates of two reports let them tell of one happening."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from tui.core.edtf import EARLIEST, LATEST, days


def gap(a: str, b: str) -> int | None:
    """Return the days between two EDTF dates at the least, 0 where they may be the same day.

    A month or a year without a day is any day of it, and a day without its year is that day of any
    year. None where either is unknown.
    """
    if (a := a.rstrip("?~%")) == (b := b.rstrip("?~%")):
        return 0 if a else None
    if a.startswith("XXXX") or b.startswith("XXXX"):
        return _yearless(a, b)
    first, second = _span(a), _span(b)
    if first is None or second is None:
        return None
    return max(0, (second[0] - first[1]).days, (first[0] - second[1]).days)


@lru_cache(maxsize=4096)  # of the days, and not of pairs of them, which are many more
def _span(edtf: str) -> tuple[date, date] | None:
    """Return the first and last day an EDTF date may mean, those that Python's dates have."""
    first, last = days(edtf) or ("", "")
    try:
        return (
            date.min if first == EARLIEST else date.fromisoformat(first),
            date.max if last == LATEST else date.fromisoformat(last),
        )
    except ValueError:
        return None


def _yearless(a: str, b: str) -> int | None:
    if a.startswith("XXXX") and b.startswith("XXXX"):
        # The year that both mean does not matter; a leap year has every day.
        return gap("2000" + a[4:], "2000" + b[4:])
    if b.startswith("XXXX"):
        a, b = b, a
    known = _span(b)
    if known is None:
        return None
    gaps = [gap(f"{year:04d}{a[4:]}", b) for year in range(max(1, known[0].year - 1), known[1].year + 2)]
    return min((g for g in gaps if g is not None), default=None)
