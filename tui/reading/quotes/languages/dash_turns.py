"""Turns of an interview without labels: a dash before each question, and one before each answer; or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.labelled_turns import ABOVE, PARAGRAPH, WRITER, answerer, interviewer
from tui.reading.result import QuoteSpan

_TURN = re.compile(r"^[—–-][ \t\u00a0\u202f]*(?=[^\s\d])(?P<words>[^\n]*\S)", re.MULTILINE)
_FEWEST = 4  # turns of an interview
_QUESTIONS = 2
_UNTOLD = 0.9  # no label says so
_GUESSED = 0.55  # nor a dash
_LINE = re.compile(r"^(?P<words>[^\n]*\S)", re.MULTILINE)
_LEAD = 4  # paragraphs in which an interview is introduced
_FEWEST_PLAIN = 6
_TALK = re.compile(
    r"\b(?:interview|gespräch|getroffen|empf[ai]ng\w*|entretien|rencontr\w+|reçu\w*|entrevista\w*|recib\w+|convers\w+"
    r"|интервью|бесед\w+|встрет\w+)\b",
    re.IGNORECASE,
)
_WE = re.compile(
    r"\b(?:ich|wir|uns|mich|mir|je|nous|moi|yo|nosotros|nos|me|я|мы|мне|нам)\b|\bj['’]", re.IGNORECASE
)


class _Words(NamedTuple):
    """A paragraph of the turn with number `turn`; `opens` tells whether it stands behind the dash."""

    start: int
    end: int
    turn: int
    opens: bool


def dash_turns(text: str, grammar: Grammar, people: Sequence[str], group: int = 0) -> list[QuoteSpan]:
    """Return the turns of an interview in which a dash alone begins each, a record a paragraph; [] where it is none.

    It is one where most turns that somebody has first, third and so on end with a question mark, and few of the others
    do. Who answers is told of above; a paragraph without a dash between two turns may be the writer's. Turns without
    a dash are read so, with a doubt, where the text above tells of a talk.
    """
    lines = list(_TURN.finditer(text))
    dashes = len(lines) >= _FEWEST and _by_turns(_asked(lines))
    if not dashes:
        lines = _plain(text)
    if not lines:
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
                confidence=_sure(held.sure, dashes=dashes, opens=words.opens),
                polarity="asked" if question else "",
            )
        )
    return found


def _asked(lines: Sequence[re.Match[str]]) -> list[bool]:
    return [line["words"].rstrip('»”"').endswith("?") for line in lines]


def _by_turns(asked: Sequence[bool]) -> bool:
    questions = sum(asked[::2])
    return (
        questions >= _QUESTIONS
        and 2 * questions >= len(asked[::2])
        and 2 * sum(asked[1::2]) <= len(asked[1::2])
    )


def _plain(text: str) -> list[re.Match[str]]:
    """Return the paragraphs of an interview from its first question on, each a turn; [] where it is none."""
    if text.count("?\n") < _QUESTIONS:
        return []
    lines = list(_LINE.finditer(text))
    asked = _asked(lines)
    first = asked.index(True) if any(asked[: _LEAD + 1]) else 0
    turns = lines[first:]
    even = first and len(turns) % 2 == 0 and len(turns) >= _FEWEST_PLAIN and not any(asked[first + 1 :: 2])
    if not even or not _by_turns(asked[first:]) or not _TALK.search(text, 0, turns[0].start()):
        return []
    return turns if any(_WE.search(turn["words"]) for turn in turns[1::2]) else []


def _sure(held: float, *, dashes: bool, opens: bool) -> float:
    if not dashes:
        return min(held, _GUESSED)
    return round(_UNTOLD * held if opens else min(held, WRITER), 2)


def _words(text: str, lines: Sequence[re.Match[str]]) -> list[_Words]:
    """Return the paragraphs of all turns; what stands behind the last is none."""
    found = []
    for number, line in enumerate(lines):
        found.append(_Words(line.start("words"), line.end("words"), number, True))
        if number + 1 < len(lines):
            further = PARAGRAPH.finditer(text, line.end(), lines[number + 1].start())
            found += [_Words(one.start(), one.end(), number, False) for one in further]
    return found
