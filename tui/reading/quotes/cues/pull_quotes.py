"""Pull quotes: words that are set off to be seen, and stand in the text as well, where somebody says them."""

from __future__ import annotations

import re

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.words import shapes

_FEWEST = 4  # words: “No deal” may be said twice
_MOST = 50  # paragraphs of marked words alone; an article has one or two, a list of sayings many
_WORD = re.compile(r"\w+")


def pull_quotes(context: ArticleAnalysis) -> frozenset[int]:
    """Return the numbers of the stretches that are all of their paragraph and stand within another's words."""
    shape = context.skeleton.shape
    alone = {
        number
        for number, at in enumerate(context.skeleton.quotes)
        if shape[max(0, at - 1) : at] in ("", shapes.BREAK) and shape[at + 1 : at + 2] in ("", shapes.BREAK)
    }
    if not 0 < len(alone) <= _MOST:
        return frozenset()
    words = [_WORD.findall(context.text[each.start : each.end].casefold()) for each in context.stretches]
    told = "\n".join(f" {' '.join(each)} " for number, each in enumerate(words) if number not in alone)
    return frozenset(
        number for number in alone if len(words[number]) >= _FEWEST and f" {' '.join(words[number])} " in told
    )
