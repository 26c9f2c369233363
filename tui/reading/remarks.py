"""What somebody wrote on a source in another program: tags and notes on the whole, and words that were marked in it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from tui.core.text import clean, one_line
from tui.reading.result import Remarks
from tui.reading.source_kind import SourceKind

_KEPT = "kept "  # before the name of what references have beside the article
_TAGS = re.compile(r"(?:kept )?(?:keywords?|tags?)\Z", re.IGNORECASE)
_NOTES = re.compile(r"(?:kept )?(?:research_)?(?:notes?|annote|annotation)\Z", re.IGNORECASE)
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_BLOCK = re.compile(r"</(?:p|div|li|h\d)>|<br ?/?>", re.IGNORECASE)


def remarks_in(raw: bytes, kind: SourceKind | None) -> Remarks | None:
    """Return what is written on a source of a program for references or notes, None where nothing is.

    Of other tables and lists it is `unread_remarks`: their keywords are as often a database's as a reader's.
    """
    if kind == "markdown":
        from tui.reading.encoding import BadSourceError, decode
        from tui.reading.formats.markdown import front_matter_tags
        from tui.reading.formats.obsidian import remarks_of

        try:
            text = clean(decode(raw))
            found = replace(remarks_of(text), tags=tuple(front_matter_tags(text)))
        except BadSourceError:
            return None
    else:
        also = _also(raw) if kind == "record" else {}
        found = _of_reference(also) if _is_reference(also) else Remarks()
    return found if found != Remarks() else None


def unread_remarks(raw: bytes) -> bool:
    """Tell whether a record came with notes or tags that stay with its source and become none of the reader's."""
    also = _also(raw)
    return not _is_reference(also) and any(
        value and (_TAGS.match(key) or _NOTES.match(key)) for key, value in also.items()
    )


def _also(raw: bytes) -> dict[str, Any]:
    also = json.loads(raw).get("also") if b'"also": ' in raw else None
    return also if isinstance(also, dict) else {}


def _is_reference(also: dict[str, Any]) -> bool:
    return any(key.startswith(_KEPT) for key in also) or bool(also.keys() & {"issued", "container-title"})


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
