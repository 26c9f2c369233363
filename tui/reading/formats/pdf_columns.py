"""The words on a page of a PDF, in the order in which they are read: column after column, paragraphs whole.

A gutter is a place that no word crosses, but for those of a line that spans the columns, such as a headline; that line
parts what stands above it from what stands below. The same is asked of each part again (a recursive X-Y cut:
G. Nagy, S. Seth, "Hierarchical representation of optically scanned documents", ICPR 1984).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_STOP = re.compile(r"[.!?…:;。][\"'”’»)\]]*$")
_LEAST = 3  # lines of a column, and lines that begin at one place
_SPANNING = 0.34  # share of the lines that may span a gutter
_WORDY = 1.8  # words of a column's line, taken all in all
_SPACE = 0.6  # line heights between words of one line that are no more than a space apart
_TALLER = 1.2  # times the height of a line from which it is of another size
_APART = 1.45  # times the way from line to line from which lines are of two paragraphs
_LEADING = 1.15  # line heights that are common from line to line
_CLOSE = 1.6  # line heights from line to line of one paragraph; paragraphs of a line each stand further apart
_INDENT = 0.6  # line heights to the right by which a paragraph begins
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a line of them: its edges in points from the left and from the foot of the page, by its font."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def height(self) -> float:
        """Return how high the font is, in points."""
        return self.top - self.bottom


Row = list[Word]


def paragraphs(words: Iterable[Word]) -> list[str]:
    """Return the paragraphs of a page, words whole that were broken at a line's end."""
    found: list[str] = []
    above: Row = []
    rows = _rows(words)
    apart = len(rows) > 1 and rows[0][0].bottom - rows[1][0].top > rows[0][0].height
    # A page's head is no column's.
    for column in [[rows[0]], *_columns(rows[1:])] if apart else _columns(rows):
        right = max(row[-1].right for row in column)
        left = min(row[0].left for row in column)
        ways = [a[0].bottom - b[0].bottom for a, b in pairwise(column)]
        height = median(row[0].height for row in column)
        close = [way for way in ways if way <= _CLOSE * height]
        way = median(close or ways) if ways else height
        for row in column:
            text = " ".join(word.text for word in row)
            if above and not _begins(above, row, (left, right), way):
                found[-1] = _joined(found[-1], text)
            else:
                found.append(text)
            above = row
    return found


def _rows(words: Iterable[Word]) -> list[Row]:
    """Return the words row by row from the top, those of a row from the left."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda each: (-each.bottom, each.left)):
        if rows and abs(rows[-1][0].bottom - word.bottom) < 0.3 * min(rows[-1][0].height, word.height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _columns(rows: Sequence[Row], depth: int = 0) -> list[list[Row]]:
    """Return the rows column by column, each from the top down; a row that spans columns is in none of them."""
    gutter = _gutter(rows) if depth < _DEPTH else None
    if gutter is None:
        return [list(rows)] if rows else []
    found: list[list[Row]] = []
    band: list[Row] = []
    spanning: list[Row] = []
    for row in [*rows, None]:
        if row is not None and not _spans(row, gutter):
            if spanning:
                found.append(spanning)
                spanning = []
            band.append(row)
            continue
        for side in (0, 1):
            parts = [[word for word in each if (word.left > gutter) == bool(side)] for each in band]
            found += _columns([part for part in parts if part], depth + 1)
        band = []
        if row is not None:
            spanning.append(row)
    return [*found, spanning] if spanning else found


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return where the rows part into columns, None where they do not."""
    begins = Counter(round(word.left) for row in rows for word in row)
    best: tuple[int, int, float] | None = None
    for start, times in begins.items():
        place = start - 1.0
        if times < _LEAST:
            continue
        spanning = sum(_spans(row, place) for row in rows)
        left = [sum(word.right <= place for word in row) for row in rows if not _spans(row, place)]
        right = [sum(word.left > place for word in row) for row in rows if not _spans(row, place)]
        both = sum(a > 0 and b > 0 for a, b in zip(left, right, strict=True))
        if both < _LEAST or spanning > _SPANNING * len(rows):
            continue
        if all(sum(side) >= _WORDY * sum(map(bool, side)) for side in (left, right)):
            best = min(best or (len(rows), 0, 0.0), (spanning, -both, place))
    return best[2] if best else None


def _spans(row: Row, place: float) -> bool:
    """Tell whether a row runs on across a place: by a word, or with no more than a space there."""
    if any(word.left < place < word.right for word in row):
        return True
    near = [(a, b) for a, b in pairwise(row) if a.right <= place < b.left]
    return any(b.left - a.right < _SPACE * max(a.height, b.height) for a, b in near)


def _begins(above: Row, row: Row, edges: tuple[float, float], way: float) -> bool:
    """Tell whether `row` begins a paragraph; `edges` are its column's, `way` is from line to line there."""
    a, b, last = above[0], row[0], above[-1]
    if max(a.height, b.height) > _TALLER * min(a.height, b.height):
        return True
    if _HYPHEN.search(last.text) and b.text[0].islower():
        return False
    stops = _STOP.search(last.text) is not None
    down = a.bottom - b.bottom
    # The foot of a column, and the top of the next.
    if down <= 0 or b.left > last.right or row[-1].right < a.left:
        return stops
    if down > _APART * max(way, _LEADING * b.height) or b.left - edges[0] > _INDENT * b.height:
        return True
    room = edges[1] - last.right > b.right - b.left + _SPACE * b.height
    return room and stops


def _joined(text: str, more: str) -> str:
    return text[:-1] + more if _HYPHEN.search(text) and more[0].islower() else f"{text} {more}"
