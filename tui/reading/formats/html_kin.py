"""Blocks of a page that stand or fall with others: a list is kept whole, a heading with what it heads.

Each block is weighed by itself (`html_body`); what belongs together by the page's own elements is put right here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from tui.reading.dates.day_names import written
from tui.reading.formats.html_blocks import BOXES, Block
from tui.reading.page import boilerplate, repeats

_MOST = 0.6  # of the words of a list or table, from which it is kept whole
_FEWEST = 3  # entries of one that is
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 summary".split())
_ASIDE = frozenset("nav footer form aside figure figcaption table".split())
_LINKED = 0.5
_STORIES = 3  # headlines with a few lines each, from which they are other stories
_FRONT = 8  # of them from which a page that says little else is a list of stories
_HEADLINE = 0.6  # of the letters of a headline of another story that are a link
_LONGEST = 25  # words of one
_UNDER = 2  # blocks below the headline among which its standfirst is
_STANDFIRST = (5, 70)  # words
_PRINTED = re.compile(
    r"(?:printed|retrieved|downloaded) from\b.{0,40}https?:|(?:source )?urls?(?: source| de cet article)?\s*: ?https?:"
    r"|copyright ©",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[\"'“‘«„¿¡(]*\w")
_POSTED = re.compile(r"\d\d?[:.h]\d\d(?:\s?[ap]\.?m\.?|\s[A-Z]{3,4})?\Z", re.IGNORECASE)
_TIME = re.compile(r"\d[:.h]\d\d")
_BYLINE = re.compile(r"^(?:by|von|par|por|di|da)\s|^(?:updated|published|posted)\b", re.IGNORECASE)


def completed(found: Sequence[Block], kept: Collection[int], titles: Collection[int]) -> list[int]:
    """Return which blocks are the body, given those `kept` by their own weight; `titles` are never among them.

    Added are the rest of lists and tables most of which is kept, headings and code between two paragraphs, the times of
    posts, and the standfirst; left out are second copies, teasers of other stories, and headings that head nothing.
    """
    whole = set(kept)
    whole.update(_lists(found, whole, titles))
    whole.update(_between(found, whole))
    whole.update(_times(found, whole, titles))
    whole.update(_standfirst(found, titles, min(whole, default=0)))
    body = sorted(whole.difference(titles))
    top = min(titles, default=-1)
    body = [n for n in body if n > top or found[n].stops]  # above the headline stand names of menus
    copies = _copies(found, body)
    body = [n for n in body if n not in copies]
    others = _other_stories(found, body)
    body = [n for n in body if n not in others]
    while body and ((_is_heading(last := found[body[-1]]) and not last.stops) or _is_imprint(last)):
        body.pop()
    return body


def is_alone(tree: Any) -> bool:
    """Tell whether a page has no link and no menu: it was printed or exported, and is the article alone."""
    return next(tree.iter("a", "button", *BOXES), None) is None


def own(found: Sequence[Block], kept: Collection[int], titles: Collection[int]) -> list[int]:
    """Return which blocks of a page that is the article alone are its body, given those `kept` by their own weight."""
    top = min(titles, default=-1)
    weighed = set(kept)
    return [
        n
        for n, block in enumerate(found)
        if n not in titles
        and (n > top or block.stops)
        and (n in weighed or not (block.furniture or boilerplate.outright(block.text)))
        and not _is_imprint(block)
    ]


def _is_imprint(block: Block) -> bool:
    """Tell whether a block says whose a page is, or where it was printed from."""
    return block.text.startswith("©") or _PRINTED.match(block.text) is not None


def _other_stories(found: Sequence[Block], body: Sequence[int]) -> set[int]:
    """Return the teasers of other stories that stand below an article: headlines that are links, a few lines on each.

    What is mostly made of these is a digest, and is left.
    """
    inside = set(body)
    run: list[int] = []
    others: set[int] = set()
    pairs = 0

    def ended() -> None:
        nonlocal pairs
        if pairs >= _STORIES:
            others.update(inside.intersection(run))
        run.clear()
        pairs = 0

    for n, block in enumerate(found):
        if _is_other_headline(block):
            run.append(n)
        elif run and _is_other_headline(found[n - 1]) and _is_blurb(block):
            run.append(n)
            pairs += 1
        elif run:
            ended()
    ended()
    words = sum(len(found[n].text.split()) for n in body)
    told = sum(len(found[n].text.split()) for n in others)
    above = [n for n in body if n < min(others, default=0) and found[n].stops]
    return others if told * 2 < words and len(above) >= _STORIES else set()


def stories(found: Sequence[Block], kept: Collection[int]) -> list[int]:
    """Return the headlines and lines of a page that is a list of other stories, as the front page of an outlet; [] else.

    A page of which some sentences beside these are `kept` by their own weight has an article, if a short one.
    """
    told = [
        n
        for n in range(len(found) - 1)
        if _is_heading(found[n]) and _is_other_headline(found[n]) and _is_blurb(found[n + 1])
    ]
    size = sum(len(found[n].text) + len(found[n + 1].text) for n in told)
    lines = {n + 1 for n in told}
    own = [n for n in kept if n not in lines and found[n].stops]
    if len(own) >= _STORIES or len(told) < _FRONT or 2 * size < sum(len(block.text) for block in found):
        return []
    return [n for n in range(told[0], told[-1] + 2) if found[n].around.isdisjoint(_ASIDE)]


def _is_other_headline(block: Block) -> bool:
    if block.links < _HEADLINE or "pre" in block.around:
        return False
    return _FEWEST <= len(block.text.split()) <= _LONGEST


def _is_blurb(block: Block) -> bool:
    """Tell whether a block is a sentence or two of their own: no rest of a reference whose title is a link."""
    fits = _STANDFIRST[0] <= len(block.text.split()) <= _STANDFIRST[1] and block.links < 1 - _HEADLINE
    return fits and block.stops and _OPENING.match(block.text) is not None


def _lists(found: Sequence[Block], kept: Collection[int], titles: Collection[int]) -> Iterator[int]:
    """Yield the entries of lists and tables most of which is kept; what holds the headline is none."""
    layout = {block.listed for n, block in enumerate(found) if n in titles or "h1" in block.around}
    lists = defaultdict[int, list[int]](list)
    for n, block in enumerate(found):
        if block.listed and block.listed not in layout:
            lists[block.listed].append(n)
    for entries in lists.values():
        ours = [n for n in entries if n in kept]
        whole = sum(len(found[n].text) for n in entries)
        if len(entries) >= _FEWEST and ours and sum(len(found[n].text) for n in ours) >= _MOST * whole:
            named = max(found[n].furniture for n in ours)  # of boxes around the list: its sentences are none
            yield from (
                n
                for n in entries
                if found[n].furniture <= named * found[n].stops and not boilerplate.outright(found[n].text)
            )


def _between(found: Sequence[Block], kept: Collection[int]) -> Iterator[int]:
    """Yield headings and code that stand between two blocks that are kept, and what stands between headings.

    Captions part nothing, nor do the times of a live report's posts.
    """
    places = [
        n
        for n, block in enumerate(found)
        if "figcaption" not in block.around and not _POSTED.match(block.text)
    ]
    for above, n, below in zip(places, places[1:], places[2:], strict=False):
        block = found[n]
        own = block.around.isdisjoint(_ASIDE) and not boilerplate.outright(block.text)
        heads = _is_heading(found[above]) and _is_heading(found[below]) and not block.furniture
        told = "pre" in block.around or ((_is_heading(block) or heads) and block.links < _LINKED)
        if own and told and above in kept and below in kept:
            yield n


def _times(found: Sequence[Block], kept: Collection[int], titles: Collection[int]) -> Iterator[int]:
    """Yield the times that stand right above what is kept, with which the posts of a live report begin."""
    first = min((n for n in kept if n not in titles), default=0)
    for n in range(first, len(found) - 1):
        if n + 1 in kept and _POSTED.match(found[n].text) and not found[n].furniture:
            yield n


def _standfirst(found: Sequence[Block], titles: Collection[int], first: int) -> Iterator[int]:
    """Yield what stands right below the headline and says in a sentence or two what the article says."""
    head = max((n for n in range(first) if n in titles or "h1" in found[n].around), default=first)
    for n in range(head + 1, min(first, head + 1 + _UNDER)):
        block, words = found[n], found[n].text.split()
        if block.furniture or block.links > 1 - _LINKED or not block.around.isdisjoint(_ASIDE):
            continue
        says = _STANDFIRST[0] <= len(words) <= _STANDFIRST[1] and not _BYLINE.match(block.text)
        dated = not block.stops and (_TIME.search(block.text) or any(written(block.text, short=True)))
        if says and not dated and not boilerplate.outright(block.text):
            yield n


def _copies(found: Sequence[Block], body: Sequence[int]) -> set[int]:
    """Return the second copies of what stands in boxes of another kind, such as a teaser above the article."""
    first = {repeats.key(found[n].text): n for n in reversed(body)}
    copies = repeats.second_copies([block.text for block in found], body)
    return {n for n in copies if found[first[repeats.key(found[n].text)]].around != found[n].around}


def _is_heading(block: Block) -> bool:
    return not block.around.isdisjoint(_HEADINGS)
