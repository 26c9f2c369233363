"""The body of an HTML page: which of its blocks are the article.

Up to three readers are asked that know little of each other: trafilatura (A. Barbaresi, "Trafilatura: A Web Scraping
Library and Command-Line Tool for Text Discovery and Extraction", ACL 2021, https://aclanthology.org/2021.acl-demo.15/)
goes by elements, readability (https://github.com/buriy/python-readability) by where paragraphs and commas gather,
and the line classifier of `reading.page` by words. A block is weighed by who takes it, and by what stands around it.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, islice
from math import log10
from operator import and_, or_
from typing import Any

from tui.core.text import clean
from tui.reading.dates.day_names import written
from tui.reading.formats.html_blocks import Block, bare, blocks, shorten, squeezed, unfold, without_spans
from tui.reading.formats.html_kin import completed, is_alone, own, stories
from tui.reading.formats.html_markup import by_markup
from tui.reading.formats.html_parts import is_large
from tui.reading.page import boilerplate, line_classifier

_WHOLE = 25  # letters from which a block is looked for inside a reader's lines, and not as one of them
_SAME = 0.9  # of what trafilatura or the line classifier takes, from which they agree
_ENOUGH = 1000  # characters they agree on at the least then
_AGREED = 100  # words on which two readers agree
_LITTLE = 5  # times fewer words
_DEEP = 3  # boxes around a paragraph of a page in modules
_SPANS = 3000  # of which trafilatura takes the square; they say nothing of where the body is
_MANY = 8  # words from which half of a block's runs of three words tell that a reader took it
_LONG = 300  # characters of a block that count for its neighbours
_NEAR = 3  # neighbours on either side
_PROSE = 60  # characters of a block from which it tells where the body begins
_LESS_ASKED = "; the page has too many elements for trafilatura and readability to be asked"
_TOP = 3  # blocks at the top of the body among which a stamp may be
_STAMP = 40  # letters and digits of a line with a date from which it is no mere stamp
_ONE_LINE = 25  # words of an appeal that is no more than that
_ASKS = frozenset(("appeal", "share", "related"))
_CELLS = frozenset({"td", "th"})
_LANDMARKS = frozenset({"article", "main"})
_MARKED = 0.7  # of what two readers agree on that stands in landmarks, from which these are the page's own
_LAYOUT = 0.5  # of it that stands in cells, from which tables are only how the page is laid out
_LISTS = frozenset({"li", "td", "th", "dd", "h1", "h2", "h3", "h4", "h5", "h6"})
# What a logistic regression gave on pages whose body is known, in part or whole: of news and many other kinds, in
# English and other languages; what is right about a block counts by its share of the page.
_BIAS = -1.56
_WEIGHTS: Mapping[str, float] = {
    "trafilatura": 1.08,
    "readability": 0.67,
    "lines": 0.7,
    "trafilatura and lines": 0.6,
    "all three": 1.09,
    "neither trafilatura nor readability": -0.79,
    "below": 1.33,
    "both sides": -0.79,
    "size": 0.57,
    "cell": 2.75,
    "named as furniture": -0.76,
    "furniture outright": -0.46,
    "links of no sentence": -1.58,
    "box": -0.34,
    "outside the landmark": -0.55,
}
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]{0,400}>")


@dataclass(frozen=True, slots=True)
class Body:
    """The text of an article, paragraphs parted by a blank line, and in a few words how it was chosen.

    `alone` tells whether the page holds nothing else.
    """

    text: str
    why: str
    alone: bool = False


def body_of(tree: Any, headline: str = "", stated: str = "") -> Body:
    """Return the body of a parsed page, which is left bare.

    `headline` is the article's, `stated` the body that the page's own data give (`articleBody` of schema.org); it is
    taken where the page shows less than half of it.
    """
    alone = is_alone(tree)
    bare(tree)
    if sum(1 for _ in islice(tree.iter("span"), _SPANS + 1)) > _SPANS:
        without_spans(tree)
    found = blocks(tree)
    taken = _taken(tree, found)
    titles = _titles(found, taken, headline)
    kept = [n for n, seen in enumerate(_measured(found, taken)) if _score(seen) > 0 and n not in titles]
    digest = [] if alone else stories(found, kept)
    kept = own(found, kept, titles) if alone else digest or [n for n in kept if not _teaser(found[n])]
    kept = [n for n in kept if not _caption(found[n]) and not _appeal(found[n])]
    kept = [n for place, n in enumerate(kept) if place >= _TOP or not _stamp(found[n])]
    kept = kept if alone or digest else completed(found, kept, titles)
    text = "\n\n".join(found[n].text for n in kept)
    given = _paragraphs(stated)
    if len(given) > 2 * len(text):
        return Body(given, "inferred: what the page’s data state, as it shows less than half of it")
    if alone:
        all_of_it = "inferred: all that is on the page, which has no link and no menu"
        return Body(text, all_of_it + _LESS_ASKED * ("markup" in taken), alone=True)
    return Body(text, _why(found, taken, kept) + ("; it is a list of other stories" if digest else ""))


def _taken(tree: Any, found: Sequence[Block]) -> dict[str, list[bool]]:
    """Return which blocks each reader took; readability, the slow one, only where it was asked: the others differ.

    Of a large page, for which the two are too dear, the line classifier is asked, and what its markup says of a block.
    """
    body = set(line_classifier.body_lines([block.text for block in found]))
    lines = [n in body for n in range(len(found))]
    if is_large(tree):
        return {"markup": by_markup(found, lines), "lines": lines}
    keys = [squeezed(block.text) for block in found]
    elements = _among(found, keys, _trafilatura(tree))
    sizes = [len(block.text) for block in found]
    both, either = (sum(compress(sizes, map(test, elements, lines))) for test in (and_, or_))
    if both >= _ENOUGH and both >= _SAME * either:
        return {"trafilatura": elements, "lines": lines}
    taken = {"trafilatura": elements, "readability": _among(found, keys, _readability(tree)), "lines": lines}
    words = [len(block.text.split()) for block in found]
    return {name: _heard(name, taken, words) for name in taken}


def _heard(name: str, taken: Mapping[str, list[bool]], words: Sequence[int]) -> list[bool]:
    """Return the blocks a reader took; those of both others, where it took next to nothing of what they agree on.

    It has settled on the wrong box then, and says nothing against what stands in another.
    """
    one, other = (taken[each] for each in taken if each != name)
    both = [mine and theirs for mine, theirs in zip(one, other, strict=True)]
    agreed = sum(compress(words, both))
    own = sum(compress(words, taken[name]))
    return both if agreed >= _AGREED and own * _LITTLE < agreed else taken[name]


def _trafilatura(tree: Any) -> str:
    from trafilatura import extract

    return extract(tree, output_format="txt", include_comments=False, fast=True) or ""


def _readability(tree: Any) -> str:
    from lxml import etree, html
    from readability import Document
    from readability.readability import Unparseable

    shorten(tree)
    for _ in range(_DEEP):
        if not unfold(tree):
            break
    page = etree.tostring(_landmark(tree), encoding="unicode", method="html")
    try:
        summary = Document(page).summary(html_partial=True)
    except Unparseable:
        return ""
    return "\n".join(block.text for block in blocks(html.document_fromstring(summary or "<p></p>")))


def _landmark(tree: Any) -> Any:
    """Return the innermost article or main element that holds most of what a page's paragraphs say, else the page."""

    def said(element: Any) -> int:
        return sum(len(" ".join("".join(each.itertext()).split())) for each in element.iter("p"))

    most = said(tree) / 2
    return next((each for each in reversed(list(tree.iter("article", "main"))) if said(each) > most), tree)


def _among(found: Sequence[Block], keys: Sequence[str], text: str) -> list[bool]:
    """Return which blocks, `keys` of them squeezed, a reader took, told from the text it made of the page.

    Readers drop words within a block and join blocks: what is not found as a whole is found by half of its runs of
    three words, those left out that stand in a block found whole.
    """
    lines, whole = {squeezed(line) for line in text.splitlines()}, squeezed(text)
    taken = [bool(key) and (key in lines or (len(key) >= _WHOLE and key in whole)) for key in keys]
    left = set(_runs(text))
    for block, is_taken in zip(found, taken, strict=True):
        if is_taken:
            left.difference_update(_runs(block.text))
    for n, block in enumerate(found):
        if left and not taken[n] and len(keys[n]) >= _WHOLE:
            runs = list(_runs(block.text))
            taken[n] = len(runs) > _MANY - 3 and sum(run in left for run in runs) * 2 >= len(runs)
    return taken


def _runs(text: str) -> Iterator[tuple[str, str, str]]:
    words = _WORD.findall(text.casefold())
    return zip(words, words[1:], words[2:], strict=False)


def _measured(found: Sequence[Block], taken: Mapping[str, Sequence[bool]]) -> Iterator[dict[str, float]]:
    """Yield what speaks for and against each block, by the names of `_WEIGHTS`."""
    lines = taken["lines"]
    elements = taken.get("trafilatura") or taken.get("markup") or [False] * len(found)
    places = taken.get("readability", elements)
    sizes = [min(len(block.text), _LONG) for block in found]
    all_sums = list(accumulate(sizes, initial=0))
    votes = [size * (a + b) / 2 for size, a, b in zip(sizes, elements, places, strict=True)]
    sums = list(accumulate(votes, initial=0.0))

    def share(low: int, high: int) -> float:
        low, high = max(0, low), min(len(found), high)
        return (sums[high] - sums[low]) / max(1, all_sums[high] - all_sums[low])

    marked = _held(found, taken, _LANDMARKS) > _MARKED
    tables = _held(found, taken, _CELLS) < _LAYOUT
    for n, block in enumerate(found):
        above, below = share(n - _NEAR, n), share(n + 1, n + 1 + _NEAR)
        yield {
            "trafilatura": elements[n],
            "readability": places[n],
            "lines": lines[n],
            "trafilatura and lines": elements[n] and lines[n],
            "all three": elements[n] and places[n] and lines[n],
            "neither trafilatura nor readability": not (elements[n] or places[n]),
            "below": below,
            "both sides": above * below,
            "size": min(2.0, log10(1 + len(block.text)) - 1),
            "cell": not block.around.isdisjoint(_CELLS)
            and (tables or block.stops or len(block.text) >= _PROSE),
            "named as furniture": min(block.furniture, 2),
            "furniture outright": bool(boilerplate.outright(block.text)),
            "links of no sentence": 0.0 if block.stops else block.links,
            "box": block.boxed,
            "outside the landmark": marked and block.around.isdisjoint(_LANDMARKS),
        }


def _held(found: Sequence[Block], taken: Mapping[str, Sequence[bool]], boxes: frozenset[str]) -> float:
    """Return the share of what two readers agree on that stands in boxes of these kinds, 0 to 1."""
    agreed = [
        len(block.text) * (sum(each[n] for each in taken.values()) > 1) for n, block in enumerate(found)
    ]
    inside = compress(agreed, (not block.around.isdisjoint(boxes) for block in found))
    return sum(inside) / max(1, sum(agreed))


def _titles(found: Sequence[Block], taken: Mapping[str, Sequence[bool]], headline: str) -> set[int]:
    """Return which blocks are the headline, above the body or just within."""
    title = squeezed(headline)
    elements = taken.get("trafilatura") or taken.get("markup") or [False] * len(found)
    places = taken.get("readability", elements)
    first = (n for n, block in enumerate(found) if elements[n] and places[n] and len(block.text) >= _PROSE)
    above = found[: next(first, len(found)) + 4]
    return {n for n, block in enumerate(above) if title and squeezed(block.text) == title}


def _score(seen: Mapping[str, float]) -> float:
    return _BIAS + sum(_WEIGHTS[name] * value for name, value in seen.items())


def _stamp(block: Block) -> bool:
    """Tell whether a block at the top says when the page came out, and hardly more."""
    short = len(squeezed(block.text)) < _STAMP and not block.stops
    return short and _DIGIT.search(block.text) is not None and any(written(block.text))


def _teaser(block: Block) -> bool:
    """Tell whether a block is a paragraph that is a link and no sentence: the headline of another story."""
    listed = not block.around.isdisjoint(_LISTS)
    return block.links > 0.7 and not block.stops and not listed and len(block.text.split()) > 3


def _appeal(block: Block) -> bool:
    """Tell whether a block asks in a line to sign up, to share, or to read another story, wherever it stands."""
    return len(block.text.split()) <= _ONE_LINE and boilerplate.outright(block.text) in _ASKS


def _caption(block: Block) -> bool:
    return "figcaption" in block.around or ("figure" in block.around and "blockquote" not in block.around)


def _paragraphs(stated: str) -> str:
    lines = (" ".join(line.split()) for line in clean(html.unescape(_TAG.sub("\n", stated))).splitlines())
    return "\n\n".join(filter(None, lines))


def _why(found: Sequence[Block], taken: Mapping[str, Sequence[bool]], kept: Sequence[int]) -> str:
    """Return who took what is kept, most often taken first, and how much is left out that somebody took."""
    takers = [tuple(name for name, each in taken.items() if each[n]) for n in range(len(found))]
    parts = Counter(takers[n] for n in kept).most_common()
    told = [f"{count} by {', '.join(names) if names else 'what stands around'}" for names, count in parts]
    out = sum(map(bool, takers)) - sum(bool(takers[n]) for n in kept)
    rest = f"; {out} more left out that one of them took" if out else ""
    alone = "" if "readability" in taken else "; these agree, so readability was not asked"
    if "markup" in taken:
        alone = _LESS_ASKED
    return f"inferred: of {len(found)} blocks {len(kept)} ({'; '.join(told)}){rest}{alone}"
