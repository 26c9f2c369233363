"""Which lines of a page are body."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tui.reading import furniture, repeats

_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")


def body_lines(lines: Sequence[str], recurring: Collection[str] = ()) -> list[int]:
    """Return the numbers of the lines that are body."""
    known = {repeats.key(line) for line in recurring}
    kept = []
    for number, raw in enumerate(lines):
        line = raw.strip()
        if not line or repeats.key(line) in known:
            continue
        long = (
            len(line) >= 60
            and _END.search(line)
            or (len(line) >= 30 and line.endswith((".", '."', ".”", "?", "!")))
        )
        if long and not furniture.reason(line):
            kept.append(number)
    return kept
