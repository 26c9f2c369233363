"""Whether a quote still has the words that the reader marked, or a later version of its article changed them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.model import Annotation, Quote, latest_assessment
from tui.text import fold

MARKS = frozenset({"tagging", "commenting", "bookmarking", "assessing"})
CONFIRM = "moved: confirm"
_WORD = re.compile(r"[^\W_]+")


def words_before(quote: Quote, annotations: Collection[Annotation]) -> str:
    """Return the words a quote had when the reader last wrote on it; "" where they are those of today.

    Marks, blanks, case and accents do not count. What was written since on the words of today confirms
    all that is on the quote.
    """
    if not annotations:
        return ""
    checked = latest_assessment(annotations).get("status", "unchecked") != "unchecked"
    last, found = "", ""
    now: list[str] = []
    for each in annotations:
        selector = each.target.selector
        if each.motivation not in MARKS or selector is None or not selector.exact:
            continue
        now = now or _words(quote.parts[0].exact)
        was = _words(selector.exact)
        # Borders that the reader set himself take words in or leave some out: no version did that.
        if was == now or ("borders" in quote.edited and (_within(now, was) or _within(was, now))):
            return ""
        if each.motivation == "assessing" and not checked:
            continue
        if (each.modified or each.created) >= last:
            last, found = each.modified or each.created, selector.exact
    return found


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _within(some: list[str], others: list[str]) -> bool:
    return f" {' '.join(some)} " in f" {' '.join(others)} "
