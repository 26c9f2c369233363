"""The lines of an HTML page among which its stamp stands, as a reader sees them.

What a page says of its dates by its markup (a class, an attribute) is put in words, so that one reader of stamps,
that of plain pages, tells what each line is. Comments and boxes of other articles have dates of their own, which
are nobody's here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from tui.core.text import one_line
from tui.reading.dates.day_names import written
from tui.reading.dates.publication_stamps import (
    UPDATED,
    Stamp,
    above,
    by_label,
    filed,
    is_label,
    says_when,
    stamps,
)
from tui.reading.dates.stamp_day import stamp_day
from tui.reading.formats.html_parts import named, text_of
from tui.reading.page.outlet_name import beside_headline, leading

_BLOCKS = frozenset(
    "address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3".split())
_BOXES = frozenset(
    "script style noscript template head select button svg iframe nav aside form figure".split()
)
# Of names in lower case.
# What has days of its own: readers' words, other articles.
_OTHERS = re.compile(
    r"comment|disqus|respond\b|replies|related|recommend|\bteasers?\b|popular|trending|most-?read|latest"
    r"|read-?(?:more|also|next)|more-(?:from|news|stories)"
)
_BESIDE = re.compile(r"sidebar|widget|promo|newsletter|\bnav|breadcrumb|copyright|\bfooter\b")
_WHEN = re.compile(
    r"publi|posted|pubdate|dateline|(?:entry|post|article|news|story)[-_]*(?:meta[-_]*)?(?:date|time)\b"
    r"|created|pub[-_]?date"
)
_CHANGED = re.compile(r"modif|updat|changed")
# Of the one day of an entry that was not changed, microformats say that it is of the change as well.
_ENTRY = re.compile(r"(?:entry|post|article|news|story)[-_]*date\b")
_ATOM = re.compile(r"(?<![\w-])updated(?![\w-])")
_FIGURE = re.compile(r"\d")
_OLDEST = "1994"  # the year of which a page of the web may bear a day that does not say what it is
_LONG = 2000  # characters, white space and all, of an element that is none of these
_SHORT = 120  # characters of an element whose class may say what its date is
_PROSE = 90  # characters from which on a line that ends a sentence is text of the article
_SENTENCE = re.compile(r"[.!?…。”»\"]$")
_MOST = 1500  # lines that are looked at
WHOLE = frozenset("html body main article".split())  # all of a page: no box around its longest paragraph
_STANDFIRST = 2  # lines of text below which what markup tells of dates still counts
_NEAR = 2  # boxes around the headline that hold what belongs to it
_BARE = 8  # lines below the headline of a page without text that are looked at
_CUED = 10  # lines below the headline in which markup tells what a date is
_BELOW = 7  # lines below the text that are


class Surroundings:
    """What of a page stands around its headline (or its longest paragraph), and what only beside its article."""

    def __init__(self, tree: Any) -> None:
        headings = list(tree.iter("h1"))
        tops = headings or sorted(tree.iter("p"), key=lambda each: -len(text_of(each)))[:1]
        # The elements themselves, for a number of theirs would soon be another's.
        self._around = {each for top in tops for each in (top, *top.iterancestors())}
        self._most = len(tree.text_content()) // 2
        boxes = (each for top in tops for each in list(top.iterancestors())[:_NEAR])
        self._near = {each for each in boxes if headings or each.tag not in WHOLE}

    def near(self, element: Any) -> bool:
        """Tell whether an element is a box that holds the headline and little else."""
        return element in self._near

    def of_others(self, element: Any) -> bool:
        """Tell whether an element holds what readers wrote, other articles, or a post that is quoted."""
        return self._of_others(element, named(element))

    def _of_others(self, element: Any, called: str) -> bool:
        return (element.tag == "blockquote" or _is_of_others(called)) and self._is_box(element)

    def beside(self, element: Any, called: str) -> bool:
        """Tell whether what is in an element of these names belongs to something else than the article."""
        is_beside = element.tag in _BOXES or _is_beside(called)
        if not is_beside and element.tag != "blockquote" and not _is_of_others(called):
            return False  # as of most
        if _is_when(called) and element.getparent() in self._around and len(element.text_content()) <= _SHORT:
            return False
        facts = element.find(".//dl") if element.tag == "aside" else None
        if facts is not None and any(map(is_label, map(text_of, facts.iter("dt")))):
            return False
        if (
            (facts is not None or element.tag != "aside")
            and element.getparent() in self._near
            and len(element.text_content()) <= _SHORT
        ):
            return self._of_others(element, called)  # below the headline and short, whatever it is called
        return (is_beside and self._is_box(element)) or self._of_others(element, called)

    def _is_box(self, element: Any) -> bool:
        # What holds most of a page is no box on it, whatever it is called.
        return element not in self._around and len(element.text_content()) < self._most


class PageLines:
    """The lines of a page up to the end of its article, with what their markup says of their dates.

    `day_of` tells the day of a stamp in its markup, "" for none.
    """

    def __init__(self, tree: Any, language: str = "", day_of: Callable[[str], str] = stamp_day) -> None:
        self._language = language
        self._day_of = day_of
        self._lines: list[str] = []
        self._cues: dict[int, str] = {}
        self._open: list[str] = []
        self._page = Surroundings(tree)
        self._walk(tree, False)
        self._end_line()

    def stamps(self, headline: str) -> list[Stamp]:
        """Return the page's stamps, the best first (`publication_stamps.stamps`)."""
        top = _headline(self._lines, headline)
        prose = [
            n
            for n, line in enumerate(self._lines[:_MOST])
            if n > top
            and len(line) >= _PROSE
            and _SENTENCE.search(line)
            and not says_when(line, self._language)
        ]
        # Below the article stand the dates of others: there only words count. A standfirst may read like its text.
        last = min(prose[:_STANDFIRST][-1] if prose else top + _BARE, top + _CUED)
        lines = [
            self._cues.get(n, "") + line if n <= last else line
            for n, line in enumerate(self._lines[: prose[-1] + _BELOW if prose else top + _BARE])
        ]
        found = stamps(lines, top, prose, self._language)
        found = [each for each in found if each.cue == "cue" or each.day >= _OLDEST]
        return found or self._elsewhere(headline)

    def outlet(self, headline: str) -> str:
        """Return the outlet that stands right below the headline, alone or with a day; "" for none."""
        top = _headline(self._lines, headline)
        below = self._lines[top + 1 : top + 1 + _BELOW] if top >= 0 else []
        return beside_headline(below, range(leading(below)))

    def above(self, headline: str) -> str:
        """Return the day that stands right above the headline and does not say what it is; "" for none."""
        stamp = above(self._lines, _headline(self._lines, headline), self._language)
        return stamp.day if stamp and not stamp.updated and stamp.day >= _OLDEST else ""

    def _elsewhere(self, headline: str) -> list[Stamp]:
        """Return the stamp that says what it is, far from the headline: "… was posted on …", or below a label."""
        title = one_line(headline).casefold()
        own = [n for n, line in enumerate(self._lines) if title and line.casefold().startswith(title)]
        stamps = (filed(n, self._lines[n], self._language, title) for n in own)
        entry = next(filter(None, stamps), None)
        return [entry] if entry else by_label(self._lines, self._language)

    def _walk(self, element: Any, near: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str) or self._page.beside(element, called := named(element)):
            return
        near = near or self._page.near(element)
        block = tag in _BLOCKS
        if block:
            self._end_line()
        if tag in _HEADINGS:
            self._open.append(text_of(element))
        elif said := self._dated(element, called, near):
            self._open.append(f" {said} ")
        else:
            if element.text:
                self._open.append(element.text)
            for child in element:
                self._walk(child, near)
                if child.tail:
                    self._open.append(child.tail)
        if block:
            self._end_line()

    def _end_line(self) -> None:
        if self._open:
            if line := one_line("".join(self._open)):
                self._lines.append(line)
            self._open = []

    def _dated(self, element: Any, called: str, near: bool) -> str:
        """Return the text of a short element that has a date, and note what its markup says of that; "" for any other.

        What stands beside the headline, in one box with it, need not say what it is.
        """
        cue = _cue(f"{called} {element.get('itemprop') or ''}")
        if not cue and (element.get("pubdate") is not None or near):
            cue = "Published: "
        if element.tag != "time" and not cue:
            return ""
        if len(element.text_content()) > _LONG:
            return ""
        text = text_of(element)
        marked = next(filter(None, map(element.get, ("datetime", "content", "title"))), "")
        if not (marked or _FIGURE.search(text)):  # as of most beside the headline
            return ""
        if len(text) > _SHORT or (near and element.find(".//h1") is not None):
            return ""
        several = len(element.findall(".//time")) > 1 or len({each.edtf for each in written(text)}) > 1
        if several and not (UPDATED.search(text) or says_when(text, self._language)):
            return ""  # each is told by its own markup, or is of a post of its own
        if not stamp_day(text, self._language):
            day = self._day_of(marked)
            if not day:
                return ""
            text = f"{text} {day}"
        if cue and self._cues.get(len(self._lines), cue) != cue:
            self._end_line()  # what was published and what was changed may stand side by side
        if not UPDATED.search(text):
            self._cues.setdefault(len(self._lines), cue)
        return text


@lru_cache(maxsize=4096)  # elements of a page have the same few names
def _cue(called: str) -> str:
    """Return what the names of an element say its date is, "" for nothing."""
    called = called.lower()  # to mind no case takes an expression three times as long
    if _ENTRY.search(called):
        called = _ATOM.sub("", called)
    return "Updated: " if _CHANGED.search(called) else "Published: " if _WHEN.search(called) else ""


@lru_cache(maxsize=4096)
def _is_when(called: str) -> bool:
    return _WHEN.search(called.lower()) is not None


@lru_cache(maxsize=4096)
def _is_of_others(called: str) -> bool:
    return _OTHERS.search(called.lower()) is not None


@lru_cache(maxsize=4096)
def _is_beside(called: str) -> bool:
    return _BESIDE.search(called.lower()) is not None


def _headline(lines: Sequence[str], headline: str) -> int:
    """Return the number of the line that is the headline, the one above the article of several; -1 for none."""
    wanted = one_line(headline).casefold()[:60]
    if not wanted:
        return -1
    # As many letters as are wanted: in small ones they are no fewer.
    begun = (line[: len(wanted)].casefold() for line in lines[:_MOST])
    there = [n for n, line in enumerate(begun) if line.startswith(wanted)]
    if not there:
        return -1
    prose = (
        n for n in range(there[0] + 1, len(lines)) if len(lines[n]) >= _PROSE and _SENTENCE.search(lines[n])
    )
    first = next(prose, there[0] + 1)
    return max(n for n in there if n < first)
