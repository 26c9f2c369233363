"""What a source is, told by its name, its first bytes, or what a server calls it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from typing import Any, Literal

SourceKind = Literal[
    "page", "article", "html", "markdown", "mail", "pdf", "record", "lines", "feed", "outline"
]
"""How a source is read. `record` is a line of JSON Lines; `lines` (of them), `feed` and `outline` (OPML)
hold sources and are none themselves."""
HOLDERS: frozenset[SourceKind] = frozenset({"lines", "feed", "outline"})

_ENDINGS: dict[SourceKind, str] = {
    "page": ".txt .text",
    "markdown": ".md .markdown",
    "html": ".html .htm .xhtml",
    "mail": ".eml .mht .mhtml",
    "pdf": ".pdf",
    "lines": ".jsonl .ndjson",
}
_KINDS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
_FEEDS: dict[str, SourceKind] = {".rss": "feed", ".atom": "feed", ".opml": "outline"}
# The root element, past the declaration, comments and a document type.
_ROOT = re.compile(
    rb"\s*(?:<\?[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*|<!doctype[^>\[]{0,500}(?:\[.{0,20000}?\]\s*)?>\s*)*"
    rb"<(?:\w+:)?([a-z]+)",
    re.IGNORECASE | re.DOTALL,
)
_ROOTS: dict[bytes, SourceKind] = {b"rss": "feed", b"feed": "feed", b"rdf": "feed", b"opml": "outline"}
_HEADER = re.compile(rb"(?:[!-9;-~]{1,60}:[ \t][^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}\r?\n")
_MAIL = re.compile(rb"^(?:mime-version|from|message-id|received):[ \t]", re.IGNORECASE | re.MULTILINE)
_MAIL_TOO = re.compile(rb"^(?:content-type|subject|date):[ \t]", re.IGNORECASE | re.MULTILINE)
_COMMENTS = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)+", re.DOTALL)
_HTML = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")


def kind_of(name: str) -> SourceKind | None:
    """Return how a file of this name is read, None where its name does not tell."""
    name = name.lower().removesuffix(".gz")
    return _KINDS.get(os.path.splitext(name)[1])  # noqa: PTH122  Path costs a good deal at 100,000 names


def kind_for(origin: str, raw: bytes) -> SourceKind:
    """Return how `raw` is read that came from a file or address: by what only one kind begins with, or its name."""
    if raw.startswith(b"%PDF-"):
        return "pdf"
    if origin.startswith(("http://", "https://")):
        found = guess_kind(raw)
        path = origin.partition("?")[0].partition("#")[0]
        return (kind_of(path) or "page") if found == "page" else found
    ending = os.path.splitext(origin.lower().removesuffix(".gz"))[1]  # noqa: PTH122
    return _KINDS.get(ending) or _FEEDS.get(ending) or guess_kind(raw)


def guess_kind(raw: bytes) -> SourceKind:
    """Tell by its beginning what `raw` is; what is nothing else is the text of a page."""
    start = raw[:65536]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.decode("utf-16", "ignore").encode("utf-8", "ignore")
    start = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        return "pdf"
    if start.startswith(b"{"):
        return kind_of_json(raw)
    if start.startswith(b"<"):
        root = _ROOT.match(start)
        if root and (found := _ROOTS.get(root[1].lower())):
            return found
        start = _COMMENTS.sub(b"", start, count=1) if start.startswith(b"<!--") else start
        return "html" if start[:512].lower().startswith(_HTML) else "page"
    header = _HEADER.match(start)
    if header and _MAIL.search(header[0]) and _MAIL_TOO.search(header[0]):
        return "mail"
    return "page"


_FEED = "https://jsonfeed.org/version/"


def kind_of_json(raw: bytes) -> SourceKind:
    """Tell a JSON Feed, a line of JSON Lines and many of them apart; what is none of them is a page."""
    stripped = raw.strip(b"\xef\xbb\xbf \t\r\n")
    first, *rest = stripped.split(b"\n", 20)
    row = parsed(first)
    if row is not None and not rest:
        return "feed" if _is_feed(row) else "record" if _has_text(row) else "page"
    if row is not None or any(map(parsed, rest)):
        return "lines"
    if _FEED.encode() in raw[:65536] or _FEED.replace("/", "\\/").encode() in raw[:65536]:
        return "feed"
    return "page"


def parsed(line: bytes) -> dict[str, Any] | None:
    """Return the object on a line, None where there is none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _has_text(row: Mapping[str, Any]) -> bool:
    return isinstance(row.get("text"), str) or isinstance(row.get("html"), str)


def _is_feed(row: Mapping[str, Any]) -> bool:
    return str(row.get("version", "")).startswith(_FEED) and isinstance(row.get("items"), list)
