"""Telling files of highlights from pages and from tables of articles: what somebody marked in texts that are not in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.reading.field_names import field_of

OWN = "briefing-tui"
CLIPPING = re.compile(r"\A[^\n]+\n- [^\n]*\|[^\n]*\n(?:[^\n]*\n)*?={10}(?:\n|\Z)")
_ADDRESSES = frozenset(("url", "pageurl", "uri"))
_REMARKS = frozenset(("comment", "annotationreplytype", "tags", "user", "author"))
_VAULT = re.compile(
    r"\A---\n(?=(?:.+\n)*?type: (?:event|article|speaker|briefing)\n)"
    r"(?:.+\n)*?id: ['\"]?[0-9a-f]{8}-?[0-9a-f-]{20,27}['\"]?\n"
)


def bare(name: str) -> str:
    """Return the name of a column in small letters, its letters and figures alone."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def made_by(columns: Iterable[str]) -> str:
    """Return whose table of highlights has these columns, "" for what is none."""
    names = set(map(bare, columns))
    if {"quoteid", "articleid", "quote"} <= names:
        return OWN
    if {"document", "tag", "content"} <= names:
        return "Taguette"
    if {"highlight", "booktitle"} <= names:
        return "Readwise"
    marked = "quote" in names and names & _ADDRESSES and names & _REMARKS
    return "Hypothesis" if marked and "speaker" not in map(field_of, names) else ""


def is_clippings(text: str) -> bool:
    """Tell the clippings of a Kindle: a title, a line of where and when, words, and a line of ten equals signs."""
    return bool(CLIPPING.match(text.lstrip("\ufeff")))


def is_vault_page(text: str) -> bool:
    """Tell a page of a vault that this program wrote."""
    return bool(_VAULT.match(text))
