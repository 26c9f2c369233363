"""What the markup of an HTML page says of its blocks, for pages too large to ask the libraries that know more of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from operator import and_

from tui.reading.formats.html_blocks import Block
from tui.reading.page import boilerplate

_LINKS = 0.5  # of a block that is links, from which it is none of the article


def by_markup(found: Sequence[Block], lines: Sequence[bool]) -> list[bool]:
    """Return which blocks are no furniture by their place, their names and their links.

    Of these only those that the line classifier takes too, as `lines` says, unless these are less than half of their
    text: lists and tables are no prose, and menus to it.
    """
    outside = [not block.boxed and block.links < _LINKS for block in found]
    usual = _usual(list(compress(found, outside)))
    free = [
        is_outside and block.furniture <= usual and not boilerplate.outright(block.text)
        for block, is_outside in zip(found, outside, strict=True)
    ]
    agreed = list(map(and_, free, lines))
    return agreed if 2 * _size(found, agreed) >= _size(found, free) else free


def _usual(found: Sequence[Block]) -> int:
    """Return in how many boxes named as furniture most sentences stand: all of a page may stand in one."""
    sizes: Counter[int] = Counter()
    for block in found:
        sizes[block.furniture] += len(block.text) * block.stops
    read = 0
    for furniture in sorted(sizes):
        read += sizes[furniture]
        if 2 * read >= sizes.total():
            return furniture
    return 0


def _size(found: Sequence[Block], taken: Sequence[bool]) -> int:
    return sum(len(block.text) for block in compress(found, taken))
