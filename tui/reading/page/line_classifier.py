"""Which lines of a page are body.

A line is scored by what is seen of it and of its neighbours (`features`) with small tables learnt
from labelled pages; `line_weights.json` holds them and names the command that makes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from tui.reading.page import boilerplate, repeats
from tui.reading.page.line_features import NAMES, Vector, measure

_WEIGHTS = Path(__file__).with_name("line_weights.json")
_FIRST, _SURE = 16, 1.5
_DOUBT, _CERTAIN = 0.4, 1.0
_SAID, _OWN = 1.6, 0.25  # how doubtful a sentence may be below body, and how much of it furniture's words
_BARE = 0.65  # share of sentences from which on a text has next to nothing about it
_AMONG = 3.0  # how doubtful a sentence may be there
_CLOSERS = '"”“’»«)'  # „so“ and »so« close with what opens elsewhere
_SENTENCE = re.compile(
    rf"[\"“«»„‘'¿¡(]?\s*[^\W\d_a-z].*[^\d\W](?:\s?[{_CLOSERS}])?\s?[.!?…](?:\s?[{_CLOSERS}])*$"
)
_FEWEST, _LEAD = 4, 8  # words of a sentence, and of one that ends on a colon
_ASIDE = 0.5  # share of a page's words from which on a few before a colon are not an article's
# 'Her reply: "No."', as stories end; '"I slept." — Ada Korb, pilot', as newsletters do
_ANSWER = re.compile(rf"([^\W\d_a-z][^:]*):\s?[\"“«„»][^:]*(?:[.!?…]\s?[{_CLOSERS}]+|[{_CLOSERS}]\s?\.)$")
_SIGNATURE = re.compile(r"[—―–-]\s?[^\W\d_][^.!?:]{2,100}$")
_SIGNED = re.compile(rf"[\"“«„»][^:]*[{_CLOSERS}]\s?{_SIGNATURE.pattern}")
_MARKS = re.compile(r"[“«„\"][^“”«»„\"]{4,}[”»\"]")
_NUMBER = re.compile(r"[(\[]?(\d{1,3})[.)\]]\s+(?=\S)")
_COUNTED = 3  # paragraphs
_Two = tuple[float, float]
_Eight = tuple[tuple[_Two, _Two], tuple[_Two, _Two]]
# The four questions, and what is added for the answers: below the first threshold, and above it.
_Table = tuple[int, float, int, float, int, float, int, float, _Eight, _Eight]


@cache
def _tables() -> tuple[_Table, ...]:
    number = {name: at for at, name in enumerate(NAMES)}
    made: list[_Table] = []
    for table in json.loads(_WEIGHTS.read_text("utf-8"))["tables"]:
        (a, s), (b, t), (c, u), (d, v) = table["ask"]
        low, high = _halved(_halved(_halved(table["add"])))
        made.append((number[a], s, number[b], t, number[c], u, number[d], v, low, high))
    return tuple(made)


def _halved(row: Sequence[Any]) -> list[tuple[Any, Any]]:
    return list(zip(row[::2], row[1::2], strict=True))


def _sum(seen: Vector, tables: Sequence[_Table]) -> float:
    total = 0.0
    for a, s, b, t, c, u, d, v, low, high in tables:
        eight = high if seen[a] > s else low
        four = eight[1] if seen[b] > t else eight[0]
        two = four[1] if seen[c] > u else four[0]
        total += two[1] if seen[d] > v else two[0]
    return total


def _score(seen: Vector, first: Sequence[_Table], rest: Sequence[_Table]) -> float:
    """Return how sure it is that a line is body, above 0 for more likely than not."""
    total = _sum(seen, first)
    # The tables learnt first weigh most: a line they are sure about is not turned by the others.
    return total if abs(total) > _SURE else total + _sum(seen, rest)


def body_lines(lines: Sequence[str], recurring: Collection[str] = ()) -> list[int]:
    """Return the numbers of the lines that are body, empty lines and `recurring` ones left out.

    A doubtful line is kept beside one that is surely body, a doubtful sentence right below body;
    in a text of little else any sentence beside body.
    """
    known = {repeats.key(line) for line in recurring}
    written = [
        (number, line)
        for number, raw in enumerate(lines)
        if (line := raw.strip()) and not (known and repeats.key(line) in known)
    ]
    written = _unnumbered(written)
    places, vectors = measure([line for _, line in written])
    first, rest = _tables()[:_FIRST], _tables()[_FIRST:]
    scores = {place: _score(seen, first, rest) for place, seen in zip(places, vectors, strict=True)}
    sure = {place for place, score in scores.items() if score > 0}
    sure |= {
        place
        for place, score in scores.items()
        if score > -_DOUBT and max(scores.get(place - 1, 0.0), scores.get(place + 1, 0.0)) > _CERTAIN
    }
    sure |= {place for place, score in scores.items() if score > -_AMONG and _SIGNED.match(written[place][1])}
    said = {place for place in scores if is_said(written[place][1])}
    bare = _weight(written, said) > _BARE * _weight(written, scores)
    least = -(_AMONG if bare else _SAID)
    for place, score in scores.items():  # down the page, each below one that is kept
        if place - 1 in sure and (
            (place in said and score > least) or _signs(written[place][1], written[place - 1][1])
        ):
            sure.add(place)
    for place, score in reversed(scores.items()) if bare else ():
        if place + 1 in sure and place in said and score > least:
            sure.add(place)
    return [written[place][0] for place in sorted(sure)]


def _unnumbered(written: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines of a communiqué whose paragraphs count up, without their numbers: by these they look like lists."""
    numbered = [(at, found) for at, (_, line) in enumerate(written) if (found := _NUMBER.match(line))]
    counts = [int(found[1]) for _, found in numbered]
    said = sum(
        is_said(line[found.end() :]) for line, found in ((written[at][1], found) for at, found in numbered)
    )
    if (
        counts[:1] != [1]
        or counts != [*range(1, len(counts) + 1)]
        or len(counts) < _COUNTED
        or said * 3 < len(counts) * 2
    ):
        return written
    cut = {at: written[at][1][found.end() :] for at, found in numbered}
    return [(number, cut.get(at, line)) for at, (number, line) in enumerate(written)]


def _weight(written: Sequence[tuple[int, str]], places: Iterable[int]) -> int:
    return sum(len(written[place][1]) for place in places)


def is_said(line: str) -> bool:
    """Tell whether a line is a sentence of an article rather than of its page, however short."""
    words = boilerplate.words_of(line.lower())
    # "The ministers issued the following statement after the talks:"
    leads = len(words) >= _LEAD and line.endswith(":")
    sentence = (
        len(words) >= _FEWEST
        and _SENTENCE.match(f"{line[:-1]}." if leads else line) is not None
        and (_MARKS.search(line) is not None or boilerplate.share(words) <= _OWN)
    )
    return (sentence or _is_quote(line)) and not boilerplate.outright(line)


def _is_quote(line: str) -> bool:
    """Tell whether a line is what somebody said, behind a few words that are not the page's own, or signed."""
    answer = _ANSWER.match(line) if ":" in line else None
    if answer is not None:
        return boilerplate.share(boilerplate.words_of(answer[1].lower())) <= _ASIDE
    return _SIGNED.match(line) is not None


def _signs(line: str, above: str) -> bool:
    """Tell whether a line names who said the marked words on the line above."""
    return _SIGNATURE.match(line) is not None and above[0] in '"“«„»' and above[-1] in _CLOSERS
