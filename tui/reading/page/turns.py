"""The turns of a transcript or an interview on a page, however short: a lone "No." is no furniture there.

Turns with labels ("Q: Which conditions?", "Q Which?", a name on a line above) are told by labels that come back; those of
an interview whose page prints the questions in bold, by questions that are answered one after the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from tui.reading.page import boilerplate
from tui.reading.quotes.words.turn_labels import ASKS, FEWEST

_LABEL = re.compile(
    r"\s*[*_]{0,3}(Q(?=[ \t])|[QA](?=[.)])|[A-Z][^:\n“”?!]{0,60}(?=:))[.):]?[*_]{0,3}[ \t](?=[ \t]*\S)"
)
_SAID = re.compile(r"[.!?…。！？][\"'”’»)\]*_]*$")
_ASKS = re.compile(r"[?？][\"'”’»)\]*_]*$")
_MARKS = ("“", '"', "«", "‘", "'")
_NO_LABEL = re.compile(
    r"\d|\b(?:photo|video|image|read|more|related|posted|advert|ad|tags?|by|updated?|breaking)\b",
    re.IGNORECASE,
)
_APART = 4  # sentences that may stand between two turns
_ABOVE = 5  # words of a name on a line of its own
_QUESTION = 45  # words
_LEAD = 4  # lines of body above the first question of an interview
_SHARE = 5  # lines of an interview of which at least one asks


def with_turns(lines: Sequence[str], kept: Sequence[int]) -> list[int]:
    """Return the numbers of the lines that are kept, and with them those of turns; blank lines are never among them."""
    first = kept[0] if kept else len(lines)
    while first and (not lines[first - 1].strip() or _says(lines[first - 1])):
        first -= 1
    written = [n for n in range(first if kept else 0, len(lines)) if lines[n].strip()]
    turns = _labelled(lines, written) or _asked(lines, written, kept)
    return sorted({*kept, *turns})


def _labelled(lines: Sequence[str], written: Sequence[int]) -> set[int]:
    """Return the lines of turns with labels, and the sentences above and between them."""
    turns: set[int] = set()
    if not _may_come_back(lines, written):
        return turns
    for run in _runs(_units(lines, written)):
        names = Counter(label for label, _ in run if label)
        told = any(
            len(numbers) == 1 or label.isupper() or label.casefold() in ASKS
            for label, numbers in run
            if label
        )
        if told and names.total() >= FEWEST and sum(count > 1 for count in names.values()) > 1:
            last = max(place for place, (label, _) in enumerate(run) if label)
            turns.update(n for _, numbers in run[: last + 1] for n in numbers)
    return turns


def _may_come_back(lines: Sequence[str], written: Sequence[int]) -> bool:
    """Tell whether two lines or beginnings come back that may be labels: on most pages none do, which is soon seen."""
    plain = [lines[n].strip() for n in written]
    names = Counter(line for line in plain if len(line.split(maxsplit=_ABOVE)) <= _ABOVE)
    names.update(label[1] for line in plain if (label := _LABEL.match(line)))
    return sum(count > 1 for count in names.values()) > 1


def _units(lines: Sequence[str], written: Sequence[int]) -> Iterator[tuple[str, list[int]]]:
    """Yield turns, each with its label and its lines, sentences without a label, and for any other line no lines."""
    inline = {n: label for n in written if (label := _LABEL.match(lines[n].strip()))}
    speak = {
        label[1]
        for label in inline.values()
        if _says(label.string[label.end() :]) and not _NO_LABEL.search(label[1])
    }
    said = -1
    for n, below in pairwise([*written, -1]):
        line = lines[n].strip()
        if n == said:
            continue
        if n in inline and inline[n][1] in speak:  # whoever spoke in sentences may be cut short as well
            yield inline[n][1], [n]
        elif below >= 0 and _is_name(line) and _says(lines[below]):
            said = below
            yield line, [n, below]
        else:
            yield "", [n] if _says(line) else []


def _runs(units: Iterator[tuple[str, list[int]]]) -> Iterator[list[tuple[str, list[int]]]]:
    """Yield the stretches of a page in which turns stand close to each other."""
    run: list[tuple[str, list[int]]] = []
    apart = 0
    for label, numbers in units:
        apart = 0 if label else apart + (1 if numbers else 2)
        if apart > _APART:
            yield run
            run, apart = [], 0
        elif numbers:
            run.append((label, numbers))
    yield run


def _asked(lines: Sequence[str], written: Sequence[int], kept: Collection[int]) -> set[int]:
    """Return the lines of an interview without labels: questions near the top of the body, and their answers."""
    run: list[int] = []
    body = frozenset(kept)
    for n in written:
        if n not in body and not _says(lines[n]):
            break
        run.append(n)
    asked = [place for place, n in enumerate(run) if _asks(lines[n])]
    if len(asked) < 2 or not 0 < asked[0] <= _LEAD or len(asked) * _SHARE < len(run):
        return set()
    if asked[-1] == len(run) - 1 or any(after == place + 1 for place, after in pairwise(asked)):
        return set()
    return set(run)


def _says(line: str) -> bool:
    """Tell whether a line ends as a sentence does, and not as one by which a page speaks of itself."""
    return _SAID.search(line.rstrip()) is not None and not boilerplate.outright(line.strip())


def _asks(line: str) -> bool:
    plain = line.strip().lstrip("*_")
    asks = _ASKS.search(plain) is not None and not plain.startswith(_MARKS)
    return asks and len(plain.split()) <= _QUESTION and not boilerplate.outright(plain)


def _is_name(line: str) -> bool:
    """Tell whether a line is a name, or says that somebody asks, and no more."""
    words = line.strip(" \t*_").split()
    if not 0 < len(words) <= _ABOVE or words[-1][-1] in ".,;:?!…":
        return False
    plain = " ".join(words)
    named = all(word[0].isupper() for word in words) and not boilerplate.share(
        boilerplate.words_of(plain.lower())
    )
    return plain.casefold() in ASKS or named
