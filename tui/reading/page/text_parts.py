"""Texts below each other in one file, parted by a line of signs: two readouts of a call, the cuttings of a day.

They are articles of their own only where each begins as one: with whose it is, and what or of when it is, or with
fields. A line of asterisks between the parts of one article stays in it.
"""

from __future__ import annotations

import re

from tui.reading.dates.publication_stamps import is_stamp
from tui.reading.formats.front_matter import plain_front_matter
from tui.reading.page.letterhead import HEAD, is_body, says_what, written
from tui.reading.page.outlet_name import is_office, is_source

_RULE = re.compile(r"^[ \t]*([*=–—_#~-])(?:[ \t]?\1){2,}[ \t]*$", re.MULTILINE)
_FEWEST = 3  # lines with words of a text below its head and headline


def parts_of(text: str, *, cut: bool = False) -> list[str]:
    """Return the texts that stand in one, [] where it is one or none; of one that is `cut` off, but the last of them."""
    parts = [part.strip("\n") for part in _RULE.split(text)[::2] if part.strip()]
    parts = parts[: len(parts) - cut]
    return parts if len(parts) > 1 and all(map(_begins, parts)) else []


def _begins(part: str) -> bool:
    """Tell whether a text begins with whose and what or of when it is, or with fields, and goes on below that."""
    given = plain_front_matter(f"{part}\n")
    if given.fields:
        return any(line.strip() for line in part.split("\n")[given.first :])
    lines = [line.strip() for line in part.split("\n") if line.strip()]
    if len(lines) < _FEWEST:
        return False
    head = [written(line) for line in lines[:HEAD]]
    whose = any(is_source(line) or is_body(line) or is_office(line.split()) for line in head)
    return whose and any(is_stamp(line) or says_what(line) for line in head)
