"""Where a text breaks into screen lines. Pure: offsets in, offsets out.

Textual's own wrapping builds a styled object a line; a reader that opens 200 KB at a key press
can't wait for that, so lines are kept as pairs of offsets and dressed only when they are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, get_character_cell_size

Span = tuple[int, int]
Piece = tuple[str, str]  # text, and the name of its style: "strong", "dim", … or "" for plain

_WHOLE = 0.6  # of what fits that is kept at the least for the sake of a whole word
_LOOSE = " .…,;:·–—“‘("  # what does not stand at an end


def wrap(text: str, width: int) -> list[Span]:
    """Return the screen lines of `text` as offset pairs, at most `width` cells each.

    A newline ends a line; a blank line is an empty pair. White space at a break belongs to neither
    line. A word wider than the line is cut.
    """
    width = max(1, width)
    lines: list[Span] = []
    start = 0
    while True:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        paragraph = text[start:stop]
        if paragraph.isascii() or cell_len(paragraph) == len(paragraph):
            _wrap_narrow(text, start, stop, width, lines)
        else:
            _wrap_wide(text, start, stop, width, lines)
        if stop >= len(text):
            return lines
        start = stop + 1


def _wrap_narrow(text: str, start: int, stop: int, width: int, lines: list[Span]) -> None:
    """Wrap one paragraph in which every character takes one cell."""
    before = len(lines)
    while stop - start > width:
        at = text.rfind(" ", start, start + width + 1)
        if at <= start:
            lines.append((start, start + width))
            start += width
        else:
            lines.append((start, at))
            start = at
        while start < stop and text[start] == " ":
            start += 1
    if start < stop or len(lines) == before:
        lines.append((start, stop))


def _wrap_wide(text: str, start: int, stop: int, width: int, lines: list[Span]) -> None:
    """Wrap one paragraph with characters of two cells or none: those of two may part anywhere."""
    first, cells, space = start, 0, -1
    at = start
    while at < stop:
        size = get_character_cell_size(text[at])
        if cells + size > width and at > first:
            cut = space if space > first and size < 2 else at
            lines.append((first, cut))
            first = cut
            while first < stop and text[first] == " ":
                first += 1
            at, cells, space = first, 0, -1
            continue
        if text[at] == " ":
            space = at
        cells += size
        at += 1
    lines.append((first, stop))


def cut_pieces(pieces: Iterable[Piece], start: int, end: int) -> list[Piece]:
    """Return what of some pieces lies between two offsets into their text, each in its style."""
    found: list[Piece] = []
    at = 0
    for text, style in pieces:
        if at < end and at + len(text) > start:
            found.append((text[max(0, start - at) : end - at], style))
        at += len(text)
    return found


def fit(text: str, width: int) -> str:
    """Return `text` in at most `width` cells, an ellipsis in place of what is left out: whole words, but for long ones."""
    if len(text) <= width and (text.isascii() or cell_len(text) <= width):
        return text
    if width < 1:
        return ""
    (start, end), *_ = _cut(text, width - 1)
    space = text.rfind(" ", start, end + 1)
    if text[end : end + 1].isalnum() and space > end * _WHOLE:
        end = space
    return text[start:end].rstrip(_LOOSE) + "…"


def fit_name(name: str, width: int) -> str:
    """Return a name in at most `width` cells, its last word whole: "Emm… Macron"; several, and what else ends, as `fit`."""
    first, _, last = name.rpartition(" ")
    room = width - cell_len(last) - 2
    if cell_len(name) <= width or not first or room < 1 or ";" in name or not last[:1].isupper():
        return fit(name, width)
    start, end = _cut(first, room)[0]
    return f"{first[start:end].rstrip(_LOOSE)}… {last}"


def _cut(text: str, width: int) -> list[Span]:
    cells = 0
    for at, char in enumerate(text):
        cells += get_character_cell_size(char)
        if cells > width:
            return [(0, at)]
    return [(0, len(text))]
