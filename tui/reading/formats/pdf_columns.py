"""The words on a page of a PDF, in the order in which they are read: column after column, paragraphs whole.

A gutter is a place that no word crosses, but for those of a line that spans the columns, such as a headline; that line
parts what stands above it from what stands below, and so does a line of larger letters. The same is asked of each part
again (a recursive X-Y cut:
G. Nagy, S. Seth, "Hierarchical representation of optically scanned documents", ICPR 1984).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median

_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_STOP = re.compile(r"[.!?…:;。][\"'”’»)\]]*$")
_LEAST = 3  # lines of a column, and lines that begin at one place
_SPANNING = 0.34  # share of the lines that may span a gutter
_WORDY = 1.8  # words of a column's line, taken all in all
_SPACE = 0.6  # line heights between words of one line that are no more than a space apart
_TOUCH, _OVERLAP = (
    0.02,
    0.25,
)  # line heights between parts of a word, and by which letters of one lie over each other
_TALLER = 1.2  # times the height of a line from which it is of another size
_APART = 1.3  # times the way from line to line from which lines are of two paragraphs
_LOWER = 1.45  # times it by which a line may be set lower in the middle of a sentence
_LEADING = 1.15  # line heights that are common from line to line
_CLOSE = 1.6  # line heights from line to line of one paragraph; paragraphs of a line each stand further apart
_TELLING = (
    8  # ways from line to line that tell what is usual in a column, whatever it is elsewhere on the page
)
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
    columns = [[rows[0]], *_columns(rows[1:])] if apart else _columns(rows)
    ways = [
        [(a[0].bottom - b[0].bottom, max(a[0].height, b[0].height)) for a, b in pairwise(each)]
        for each in columns
    ]
    closes = [[way for way, height in each if 0 < way <= _CLOSE * height] for each in ways]
    usual = median([*chain(*closes)] or [0.0])
    for column, close in zip(columns, closes, strict=True):
        right = max(row[-1].right for row in column)
        left = min(row[0].left for row in column)
        way = median(close) if len(close) >= _TELLING else min(median(close or [usual]), usual)
        for row in column:
            text = " ".join(word.text for word in row)
            if above and not _begins(above, row, (left, right), way):
                found[-1] = joined(found[-1], text)
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
    return [_whole(sorted(row, key=lambda each: each.left)) for row in rows]


def _whole(row: Row) -> Row:
    """Return a row with words put together whose parts were drawn apart: between those there is no space."""
    found = row[:1]
    for word in row[1:]:
        last = found[-1]
        height = min(last.height, word.height)
        if -_OVERLAP * height < word.left - last.right < _TOUCH * height:
            found[-1] = replace(last, right=word.right, text=last.text + word.text)
        else:
            found.append(word)
    return found


def _columns(rows: Sequence[Row], depth: int = 0) -> list[list[Row]]:
    """Return the rows column by column, each from the top down; rows that span columns may have others."""
    if depth >= _DEPTH:
        return [list(rows)] if rows else []
    gutter = _gutter(rows)
    cuts = _headings(rows, gutter)
    if cuts:  # what stands below a headline is another article, though its columns may be as those above
        ends = pairwise([0, *cuts, len(rows)])
        return [column for start, end in ends for column in _columns(rows[start:end], depth + 1)]
    if gutter is None:
        return [list(rows)] if rows else []
    found: list[list[Row]] = []
    band: list[Row] = []
    spanning: list[Row] = []
    for row in [*rows, None]:
        if row is not None and not _spans(row, gutter):
            if spanning:
                found += _columns(spanning, depth + 1)
                spanning = []
            band.append(row)
            continue
        for side in (0, 1):
            parts = [[word for word in each if (word.left > gutter) == bool(side)] for each in band]
            found += _columns([part for part in parts if part], depth + 1)
        band = []
        if row is not None:
            spanning.append(row)
    return [*found, *_columns(spanning, depth + 1)]


def _headings(rows: Sequence[Row], gutter: float | None) -> list[int]:
    """Return the numbers of the rows below others that are larger by far than the one above them.

    A row in one column only, beside a `gutter`, is a quote or a headline there.
    """
    heights = [(min(word.height for word in row), max(word.height for word in row)) for row in rows]
    larger = (n for n in range(1, len(rows)) if heights[n][0] > _TALLER * heights[n - 1][1])
    return [n for n in larger if gutter is None or rows[n][0].left < gutter < rows[n][-1].right]


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return where the rows part into columns, None where they do not."""
    begins = Counter(round(word.left) for row in rows for word in row)
    best: tuple[int, int, float] | None = None
    for start, times in begins.items():
        place = start - 1.0
        if times < _LEAST:
            continue
        spanning = sum(_spans(row, place) for row in rows)
        parted = [row for row in rows if not _spans(row, place)]
        left = [sum(word.right <= place for word in row) for row in parted]
        right = [sum(word.left > place for word in row) for row in parted]
        both = _beside(
            [n for n, some in enumerate(left) if some], [n for n, some in enumerate(right) if some]
        )
        if both < _LEAST or spanning > _SPANNING * len(rows):
            continue
        if all(sum(side) >= _WORDY * sum(map(bool, side)) for side in (left, right)):
            best = min(best or (len(rows), 0, 0.0), (spanning, -both, place))
    return best[2] if best else None


def _beside(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many rows of two columns stand beside each other; their lines need not be level."""
    if not one or not other:
        return 0
    first, last = max(one[0], other[0]), min(one[-1], other[-1])
    return min(sum(first <= n <= last for n in each) for each in (one, other))


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
    most = _APART if stops or not b.text[0].islower() else _LOWER
    if down > most * max(way, _LEADING * b.height) or b.left - edges[0] > _INDENT * b.height:
        return True
    room = edges[1] - last.right > b.right - b.left + _SPACE * b.height
    return room and stops


def goes_on(text: str, more: str) -> bool:
    """Tell whether the paragraph at the foot of a page goes on at the head of the next."""
    return more[0].islower() and not _STOP.search(text)


def joined(text: str, more: str) -> str:
    """Return a paragraph and the rest of it, the word whole that was broken between them."""
    return text[:-1] + more if _HYPHEN.search(text) and more[0].islower() else f"{text} {more}"
