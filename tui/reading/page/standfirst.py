"""The line or two between a headline and whose and of when an article is: body, and yet above its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.reading.dates.publication_stamps import is_stamp

_SENTENCE = re.compile(r"[.!?…:][\"”’»“)]*$")


def text_begins(lines: Sequence[str], kept: Sequence[int]) -> int:
    """Return the number of the line below the whole head of a page, 0 for no text.

    `kept` are the numbers of the lines of the body. Where the first is no sentence, and a day stands below it alone,
    it is a standfirst: what says whose the article is stands below it too.
    """
    if len(kept) < 2:
        return kept[0] if kept else 0
    first, second = kept[:2]
    dated = any(is_stamp(lines[number].strip()) for number in range(first + 1, second))
    return second if dated and not _SENTENCE.search(lines[first].strip()) else first
