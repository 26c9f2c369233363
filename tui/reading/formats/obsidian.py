"""What Obsidian adds to Markdown: links in double brackets, ==highlights==, callouts and tags in the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.core.text import one_line
from tui.reading.result import Remarks

_EMBEDDED = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]")
_LINK = re.compile(r"\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\]")
_HIGHLIGHT = re.compile(r"==(?=\S)([^=\n]{1,2000}?)(?<=\S)==")
_CALLOUT = re.compile(r"[ \t]*>[ \t]*\[!([\w-]+)\][-+]?[ \t]*(.*)\Z")
_QUOTED = re.compile(r"[ \t]*>[ \t]?")
_SAID = ("quote", "cite")  # callouts whose words are the text's own


def plain(text: str) -> str:
    """Return Markdown without what is Obsidian's, line for line: links as their words, callouts as blank lines."""
    lines = text.split("\n")
    for first, last, _ in _callouts(lines):
        lines[first:last] = [""] * (last - first)
    found = _EMBEDDED.sub("", "\n".join(lines))
    return _HIGHLIGHT.sub(r"\1", _LINK.sub(_words, found))


def remarks_of(text: str) -> Remarks:
    """Return the callouts, as notes, and the highlights of a page. `text` is clean already."""
    lines = text.split("\n")
    called = list(_callouts(lines))
    within = {number for first, last, _ in called for number in range(first, last)}
    rest = "\n".join(line for number, line in enumerate(lines) if number not in within)
    marked = (one_line(_LINK.sub(_words, found[1])) for found in _HIGHLIGHT.finditer(rest))
    return Remarks(
        notes=tuple(note for _, _, note in called if note),
        highlights=tuple(dict.fromkeys(filter(None, marked))),
    )


def _words(link: re.Match[str]) -> str:
    return link[2] or link[1].partition("#")[0] or link[1].rpartition("#")[2]


def _callouts(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield where callouts begin and end (exclusive), and their words; a quotation is no note."""
    number = 0
    while number < len(lines):
        found = _CALLOUT.match(lines[number])
        first = number
        number += 1
        if not found or found[1].lower() in _SAID:
            continue
        words = [found[2]]
        while number < len(lines) and _QUOTED.match(lines[number]):
            words.append(_QUOTED.sub("", lines[number], count=1))
            number += 1
        yield first, number, _LINK.sub(_words, "\n".join(words)).replace("==", "").strip()
