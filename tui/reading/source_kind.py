"""What a source is, told by its content, and by its name where that does not tell."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from typing import Any, Literal

from tui.reading.file_kinds import Refusal, endings, recognised
from tui.reading.file_signs import HTML_ROOTS, is_chapter
from tui.reading.sample import Sample

SourceKind = Literal[
    "page",
    "article",
    "html",
    "markdown",
    "mail",
    "pdf",
    "document",
    "chapter",
    "record",
    "lines",
    "feed",
    "outline",
    "portions",
    "refused",
]
"""How a source is read. `record` is a line of JSON Lines; `lines` (of them), `feed`, `outline` (OPML) and `portions`
(a file of `file_kinds`) hold sources and are none themselves; a `document` (Word, ODT, RTF) is an article, or holds
those of a news archive; a `chapter` of a book (EPUB) is kept as a book of its own; `refused` is known to hold none."""
HOLDERS: frozenset[SourceKind] = frozenset({"lines", "feed", "outline", "portions"})

_ENDINGS: dict[SourceKind, str] = {
    "page": ".txt .text",
    "markdown": ".md .markdown",
    "html": ".html .htm .xhtml",
    "mail": ".eml .mht .mhtml",
    "pdf": ".pdf",
    "lines": ".jsonl .ndjson",
    "feed": ".rss .atom",
}
_KINDS = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}
_ROOTS: dict[str, SourceKind] = {"rss": "feed", "feed": "feed", "rdf": "feed", "opml": "outline"}
_HEADER = re.compile(rb"(?:[!-9;-~]{1,60}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}\r?\n")
_MAIL = re.compile(rb"^(?:mime-version|from|message-id|received):[ \t]", re.IGNORECASE | re.MULTILINE)
_MAIL_TOO = re.compile(rb"^(?:content-type|subject|date):[ \t]", re.IGNORECASE | re.MULTILINE)


def kind_of(name: str) -> SourceKind | None:
    """Return how a file of this name is read, None where its name does not tell."""
    name = name.lower().removesuffix(".gz")
    ending = os.path.splitext(name)[1]  # noqa: PTH122  Path costs a good deal at 100,000 names
    return _KINDS.get(ending) or ("portions" if ending in endings() else None)


def kind_for(origin: str, raw: bytes) -> SourceKind:
    """Return how `raw` is read that came from a file or address: by its content, then by its name."""
    found = _kind(Sample(origin, raw))
    if found != "page":
        return found
    if origin.startswith(("http://", "https://")):
        origin = origin.partition("?")[0].partition("#")[0]
    ending = os.path.splitext(origin.lower().removesuffix(".gz"))[1]  # noqa: PTH122
    return _KINDS.get(ending) or ("outline" if ending == ".opml" else "page")


def guess_kind(raw: bytes) -> SourceKind:
    """Tell by its content what `raw` is; what is nothing else is the text of a page."""
    return _kind(Sample("", raw))


def _kind(sample: Sample) -> SourceKind:
    if sample.raw.startswith(b"%PDF-"):
        return "pdf"
    if sample.text.startswith("{") and (found := kind_of_json(sample.raw)) != "page":
        return found
    known = recognised(sample)
    if known:
        return (
            "refused"
            if isinstance(known, Refusal)
            else "document"
            if known.module == "office"
            else "chapter"
            if known.module == "epub" and is_chapter(sample)
            else "portions"
        )
    if sample.root in _ROOTS:
        return _ROOTS[sample.root]
    if sample.root in HTML_ROOTS:
        return "html"
    header = _HEADER.match(sample.raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:65536])
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
    if rest and (whole := parsed(stripped)) is not None:
        return "feed" if _is_feed(whole) else "page"
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
