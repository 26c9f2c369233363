"""What Evernote exports (ENEX): its notes, an article each, with their tags. A note's day is when it was kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.formats.block_text import elements, first, parsed_xml
from tui.reading.formats.row_articles import portion_of
from tui.reading.portions import Lead, Portion

_ROOT = re.compile(r"^.*?<en-note[^<>]*>|</en-note>\s*$", re.S)


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the notes. Raises `BadSourceError` where there are none."""
    notes = elements(parsed_xml(file.read()), "note")
    if not notes:
        raise BadSourceError("holds no note of Evernote; export it again")
    for number, note in enumerate(notes, 1):
        content = _ROOT.sub("", _said(note, "content"))
        row = {
            "title": one_line(_said(note, "title")),
            "html": f"<div>{content}</div>" if content.strip() else "",
            "url": one_line(_said(note, "source-url")),
            "kept keywords": [one_line("".join(each.itertext())) for each in elements(note, "tag")],
        }
        yield portion_of(row, f"note {number}")


def _said(note: Any, name: str) -> str:
    found = first(note, name)
    return "".join(found.itertext()) if found is not None else ""
