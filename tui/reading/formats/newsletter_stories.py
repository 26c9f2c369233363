"""The stories of a newsletter: what stands below each heading that leads somewhere.

Headings that lead nowhere part one story, as those of an essay do.
"""

from __future__ import annotations

import re
from html import unescape

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.formats.block_text import text_of_html
from tui.reading.formats.mail import parse, without_foot

_HEADING = re.compile(r"<h([1-4])\b[^>]*>(.{1,2000}?)</h\1>", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"<a\b[^<>]*href\s*=\s*[\"']?(https?:[^\"'\s>]+)", re.IGNORECASE)
_AROUND = re.compile(r"<a\b[^<>]*href\s*=\s*[\"']?https?:[^<>]*>\s*$", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_STORY = 30  # words from which what stands below a heading is a story, and no teaser
_LEAST = 2


def tells_several(raw: bytes) -> bool:
    """Tell whether a mail tells several stories."""
    try:
        found = stories(parse(raw).html)
    except BadSourceError:
        return False
    return sum(is_story(text) for _, text in found) >= max(_LEAST, len(found[1:]) / 2)


def is_story(text: str) -> bool:
    """Tell a story from a teaser."""
    return len(text.split()) >= _STORY


def stories(html: str) -> list[tuple[str, str]]:
    """Return the heading and the text of each story, first with "" for heading what stands above them."""
    headings = [
        each
        for each in _HEADING.finditer(html)
        if _LINK.search(each[2]) or _AROUND.search(html[max(0, each.start() - 2000) : each.start()])
    ]
    if len(headings) < _LEAST:
        return [("", "")]
    ends = [*(each.start() for each in headings[1:]), len(html)]
    parts = zip(headings, ends, strict=True)
    found = [(one_line(unescape(_TAG.sub(" ", each[2]))), html[each.end() : end]) for each, end in parts]
    opening = text_of_html(html[: headings[0].start()])
    return [("", opening), *((title, without_foot(text_of_html(part))) for title, part in found)]
