"""The small inputs of ../shared/cases that once were read wrongly: right, wrong or refused, a line each.

    python -m benchmarks.cases [NUMBER…]

Each is tried with the real program on a home of its own, and looked at as its EXPECT.txt says. "refused" is a
case nothing was taken from, with one line that names the file and an exit status that is no success; where
that is what is wanted, it is right.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.case_desk import CASES, desk
from benchmarks.case_pages import PAGES
from benchmarks.case_speakers import SPEAKERS


def verdict(case: Path) -> tuple[str, str]:
    """Return whether a case is right, wrong or refused, and the first thing that is not right."""
    check = {**PAGES, **SPEAKERS}.get(case.name[:2])
    if check is None:
        return "unknown", "no check was written for it"
    with desk(case) as at:
        faults = list(check(at))
        if at.refused and not at.taken:
            return ("right" if case.name[:2] == "51" else "refused"), next(iter(at.refused.values()))
    return ("wrong", "; ".join(faults)) if faults else ("right", "")


def main(numbers: Sequence[str]) -> None:
    """Print a line a case, and the total."""
    if not CASES.is_dir():
        print("no ../shared/cases beside this checkout; nothing was tried")
        return
    total: Counter[str] = Counter()
    for case in sorted(CASES.iterdir()):
        if case.is_dir() and (not numbers or case.name[:2] in numbers):
            said, why = verdict(case)
            total[said] += 1
            print(f"{said:8} {case.name:42} {why[:400]}", flush=True)
    print(", ".join(f"{number} {said}" for said, number in total.most_common()))


if __name__ == "__main__":
    main(sys.argv[1:])
