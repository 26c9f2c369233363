"""What is set apart as said: between marks, or behind the dash of a dialogue, without the "said X" inside.

«Without guarantees, — said X, — the bridge stays a drawing» is one pair of marks and two stretches of speech, and so is
"— Tomorrow, said X. With a boat." behind a dash.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.words.quotation_marks import find_stretches

_LINE = re.compile(r"^[—–-][ \t\u00a0\u202f]*(?=[^\s\d])([^\n]*)", re.MULTILINE)
_STEP = re.compile(r"(?P<dash>[,.?!…]?\s*[—–]\s*)|[,?!…]\s+")
_WORDS = re.compile(r"[^\W\d_]+(?:['’-](?!(?:t-)?(?:il|elle)s?\b)[^\W\d_]+)*|-(?:t-)?(?:il|elle)s?\b|\S")
_DASH_ENDS = re.compile(r"[,.:;]?\s*[—–]\s*[,.:;]?\s*")
_STOP_ENDS = re.compile(r"[.!?]\s+")
_COMMA_ENDS = re.compile(r"[,.]\s+")
_MOST = 160  # characters that "said X" takes
_LETTER = re.compile(r"[^\W_]")


class Stretch(NamedTuple):
    """Words that are set apart: their place, that of them with their marks, and whether they go on the one before."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    goes_on: bool = False
    dashed: bool = False


def marked_stretches(text: str, grammar: Grammar) -> list[Stretch]:
    """Return what is set apart in `text`, in order; no two overlap."""
    dialogue = _dialogue(text, grammar)
    found: list[Stretch] = list(dialogue)
    lines = list(_lines(text)) if dialogue else []
    starts = [line.outer_start for line in lines]
    for each in find_stretches(text):
        line = bisect_right(starts, each.start) - 1
        if each.closed and (line < 0 or each.start >= lines[line].line_end):
            found += _parts(text, grammar, each.start, each.end, (each.outer_start, each.outer_end))
    found.sort()
    apart: list[Stretch] = []
    for one in found:
        if not apart or one.outer_start >= apart[-1].outer_end:
            apart.append(one)
    return apart


class _Line(NamedTuple):
    outer_start: int
    start: int
    line_end: int


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        yield _Line(match.start(), match.start(1), match.end(1))


def _dialogue(text: str, grammar: Grammar) -> list[Stretch]:
    """Return the speech of lines that begin with a dash; [] where none of them says who spoke: a list has dashes too."""
    found: list[Stretch] = []
    told = False
    for line in _lines(text):
        outer = (line.outer_start, line.line_end)
        parts = _parts(text, grammar, line.start, line.line_end, outer, dashed=True)
        told = told or len(parts) > 1 or (bool(parts) and parts[0].outer_end < line.line_end)
        found += parts
    return found if told else []


def _parts(
    text: str, grammar: Grammar, start: int, end: int, outer: tuple[int, int], *, dashed: bool = False
) -> list[Stretch]:
    """Return the speech between `start` and `end`, without the clauses in it that say whose it is."""
    found: list[Stretch] = []
    begin, outer_begin = start, outer[0]
    at = start
    while said := _clause(text, grammar, at, end, dashed=dashed):
        first, cue, last = said
        found.append(Stretch(begin, first, outer_begin, cue, bool(found), dashed))
        begin = outer_begin = at = last
        if not _LETTER.search(text, last, end):
            return found
    found.append(Stretch(begin, end, outer_begin, outer[1], bool(found), dashed))
    return found


def _clause(text: str, grammar: Grammar, at: int, end: int, *, dashed: bool) -> tuple[int, int, int] | None:
    """Return where speech stops, where "said X" begins behind it, and where that ends; None for no such clause."""
    for step in _STEP.finditer(text, at, end):
        if step.start() == at or not _says(text, grammar, step, end):
            continue
        ends = _DASH_ENDS if step["dash"] else _STOP_ENDS if dashed else _COMMA_ENDS
        resumes = ends.search(text, step.end(), min(end, step.end() + _MOST))
        if resumes is None and not dashed:
            continue
        if resumes and ends is _COMMA_ENDS and (office := _WORDS.match(text, resumes.end())):
            further = ends.search(text, office.end(), min(end, step.end() + _MOST))
            if further and grammar.offices.fullmatch(office.group()):
                resumes = further  # ", dit Ida Lund, ministre de la mer, "
        last = resumes.end() if resumes else end
        stop = step.start() + (text[step.start()] in "?!…")
        return stop, step.end(), last
    return None


def _says(text: str, grammar: Grammar, step: re.Match[str], end: int) -> bool:
    """Tell whether a clause that begins with a verb of saying, and then who speaks, follows a comma or a dash."""
    words = [match.group() for match in _WORDS.finditer(text, step.end(), min(end, step.end() + 60))][:4]
    lower = [word.lower() for word in words]
    if len(words) < 2:
        return False
    if lower[0] in grammar.auxiliaries:
        return lower[1] in grammar.pronouns or (len(words) > 2 and lower[1] in grammar.participles)
    after = lower[1]
    named = words[1][:1].isupper() or bool(grammar.offices.fullmatch(after))
    if lower[0] not in grammar.cues or lower[0] in grammar.participles:
        return False
    return (
        (bool(step["dash"]) and after.isalpha() and after not in grammar.little)
        or named
        or after in grammar.pronouns
        or after in grammar.determiners
        or after in grammar.courtesies
        or after in grammar.prepositions
    )
