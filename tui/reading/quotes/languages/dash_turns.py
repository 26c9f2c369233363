"""Turns of an interview without labels: a dash before each question, and one before each answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.labelled_turns import ABOVE, WRITER, answerer, interviewer
from tui.reading.result import QuoteSpan

_TURN = re.compile(r"^[—–-][ \t\u00a0\u202f]*(?=[^\s\d])(?P<words>[^\n]*\S)", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]*\S")
_FEWEST = 4  # turns of an interview
_QUESTIONS = 2
_UNTOLD = 0.9  # no label says so


class _Words(NamedTuple):
    """A paragraph of the turn with number `turn`; `opens` tells whether it stands behind the dash."""

    start: int
    end: int
    turn: int
    opens: bool


def dash_turns(text: str, grammar: Grammar, people: Sequence[str], group: int = 0) -> list[QuoteSpan]:
    """Return the turns of an interview in which a dash alone begins each, a record a paragraph; [] where it is none.

    It is one where most turns that somebody has first, third and so on end with a question mark, and few of the others
    do. Who answers is told of above; a paragraph without a dash between two turns may be the writer's.
    """
    lines = list(_TURN.finditer(text))
    asked = [line["words"].rstrip('»”"').endswith("?") for line in lines]
    questions = sum(asked[::2])
    if (
        len(lines) < _FEWEST
        or questions < _QUESTIONS
        or 2 * questions < len(asked[::2])
        or 2 * sum(asked[1::2]) > len(asked[1::2])
    ):
        return []
    above = text[max(0, lines[0].start() - ABOVE) : lines[0].start()]
    asks = interviewer(text, grammar, lines[0].start())
    answers = answerer(above, people, asks.name)
    found = []
    for words in _words(text, lines):
        first = words.turn % 2 == 0
        held = asks if first else answers
        question = first and text[words.start : words.end].endswith("?")
        found.append(
            QuoteSpan(
                start=words.start,
                end=words.end,
                text=text[words.start : words.end],
                kind="direct",
                group=group + words.turn + 1,
                entity=held.name,
                why=f"{'asks' if first else 'answers'} in an interview; {held.why}",
                confidence=round(_UNTOLD * held.sure if words.opens else min(held.sure, WRITER), 2),
                polarity="asked" if question else "",
            )
        )
    return found


def _words(text: str, lines: Sequence[re.Match[str]]) -> list[_Words]:
    """Return the paragraphs of all turns; what stands behind the last is none."""
    found = []
    for number, line in enumerate(lines):
        found.append(_Words(line.start("words"), line.end("words"), number, True))
        if number + 1 < len(lines):
            further = _PARAGRAPH.finditer(text, line.end(), lines[number + 1].start())
            found += [_Words(one.start(), one.end(), number, False) for one in further]
    return found
