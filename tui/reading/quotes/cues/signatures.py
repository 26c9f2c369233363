"""Who signs a quote behind a dash, in its line or in the one below: “We wait.” — Ida Lund, mayor."""

from __future__ import annotations

from bisect import bisect_left

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words import shapes

_LINE = 12  # words of what signs, at most


def signer(context: ArticleAnalysis, at: int) -> Mention | None:
    """Return who signs the quote at word `at`; None where nobody does.

    A paper is signed by whom it is of: “We wait.” — Statement by the Norwick Group.
    """
    shape = context.skeleton.shape
    dash = at + 1 + (shape[at + 1 : at + 2] == shapes.BREAK)
    number = bisect_left(context.mention_starts, dash + 1)
    if shape[dash : dash + 1] != "-" or number >= len(context.mentions):
        return None
    mention = context.mentions[number]
    if dash > at + 1 and not _is_signature(shape, at, dash, mention):
        return None
    if mention.first == dash + 1 and context.is_paper(mention) and number + 1 < len(context.mentions):
        by = context.mentions[number + 1]
        of = context.skeleton.lower[mention.last : by.first]
        return by if of in (["by"], ["from"], ["of"]) and by.kind == NAME and not by.owner else None
    line = _line(shape, dash)
    if mention.kind == NAME:
        ended = shape[mention.last : mention.last + 1] in ("", ",", ".", "(", shapes.BREAK)
    else:  # — a senior official in Riga
        ended = mention.kind == NOUN and len(line) <= _LINE and shapes.VERBS.isdisjoint(line)
    return mention if mention.first == dash + 1 and ended and not mention.owner else None


def _line(shape: str, dash: int) -> str:
    """Return the words from a dash to the end of its paragraph."""
    return shape[dash:].partition(shapes.BREAK)[0]


def _is_signature(shape: str, at: int, dash: int, mention: Mention) -> bool:
    """Tell whether the line that begins with `dash` signs the quote above, which is a line of its own.

    It is short, tells of nothing said, is no point of a list, and one word alone is as likely a paper or a place.
    """
    line = _line(shape, dash)
    listed = shape[dash + len(line) + 1 : dash + len(line) + 2] == "-"
    alone = at == 0 or shape[at - 1] in shapes.BREAK + shapes.QUOTE
    named = mention.last - mention.first > 1
    return alone and named and not listed and len(line) <= _LINE and shapes.CUE not in line
