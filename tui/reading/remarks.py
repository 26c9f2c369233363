"""What somebody wrote on a record in a program for references: tags and notes on the whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tui.core.text import clean, one_line
from tui.reading.result import Remarks

KEPT = "kept "  # before the name of what references have beside the article
_TAGS = re.compile(r"(?:kept )?(?:keywords?|tags?)\Z", re.IGNORECASE)
_NOTES = re.compile(r"(?:kept )?(?:research_)?(?:notes?|annote|annotation)\Z", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_BLOCK = re.compile(r"</(?:p|div|li|h\d)>|<br ?/?>", re.IGNORECASE)


def remarks_of_record(row: Mapping[str, Any]) -> Remarks:
    """Return what is written on a record (its `also`) by a program for references or notes."""
    also = row.get("also")
    if not isinstance(also, dict):
        return Remarks()
    if any(key.startswith(KEPT) for key in also) or also.keys() & {"issued", "container-title"}:
        return _of_reference(also)
    told = (key for key, value in also.items() if value)
    return Remarks(unread=any(_TAGS.match(key) or _NOTES.match(key) for key in told))


def _of_reference(also: dict[str, Any]) -> Remarks:
    tags = [one_line(tag) for key, value in also.items() if _TAGS.match(key) for tag in _parted(value)]
    notes = [_plain(note) for key, value in also.items() if _NOTES.match(key) for note in _listed(value)]
    return Remarks(tuple(dict.fromkeys(filter(None, tags))), tuple(dict.fromkeys(filter(None, notes))))


def _listed(value: Any) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _parted(value: Any) -> list[str]:
    """Return keywords one by one: a list of them, or one line in which commas or semicolons stand between them."""
    return _listed(value) if isinstance(value, list) else re.split(r"[,;]", str(value))


def _plain(note: str) -> str:
    """Return a note without the HTML that Zotero writes notes in."""
    from html import unescape

    return clean(unescape(_MARKUP.sub("", _BLOCK.sub("\n", note)))).strip()
