"""What stands between quotation marks in a language whose ways of saying who spoke are not known here.

Nobody is named: a guess by another language's rules would be wrong more often than right.
"""

from __future__ import annotations

import re

from tui.core.model import Kind
from tui.core.text import UNSPACED
from tui.reading.quotes.words.quotation_marks import QuotedSpan, find_stretches
from tui.reading.result import QuoteSpan

_CORNERS = re.compile(r"「([^「」\n]+)」|『([^『』\n]+)』")
_WORDS = 3  # below that it is a title, a nickname, or a word that is doubted
_SIGNS = 7
_ENDS = frozenset(",.!?…。！？،؟")


def marked(text: str) -> list[QuoteSpan]:
    """Return the stretches of `text` that stand between quotation marks and are no mere title, in order."""
    found: list[QuoteSpan] = []
    corners = (match.span(1 if match[1] else 2) for match in _CORNERS.finditer(text))
    for start, end in sorted({*corners, *_stretches(text)}):
        words = text[start:end]
        if found and start < found[-1].end:
            continue
        if len(words.split()) >= _WORDS or len(UNSPACED.findall(words)) >= _SIGNS:
            found.append(
                QuoteSpan(
                    start=start,
                    end=end,
                    text=words,
                    kind=kind_of(words),
                    group=len(found) + 1,
                    why="marked as a quote",
                )
            )
    return found


def kind_of(words: str) -> Kind:
    """Return direct for what looks like a sentence of its own; scripts without capitals show it by length."""
    begins = words[0].isupper() or not words[0].islower()
    return (
        "direct" if begins and (len(words) > 40 or words[-1] in _ENDS or UNSPACED.search(words)) else "mixed"
    )


def _stretches(text: str) -> list[tuple[int, int]]:
    stretches: list[QuotedSpan] = find_stretches(text)
    return [(each.start, each.end) for each in stretches if each.closed]
