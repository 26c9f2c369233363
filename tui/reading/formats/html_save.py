"""Where a page came from that somebody saved: what SingleFile, browsers and other programs write into it.

The day they write is when it was saved, and no day of publication.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from tui.core.addresses import plain

_SEARCHED = 200_000  # characters
_ADDRESS = r"(https?://[^\s\"'<>]{1,2000})"
_SAVED = (
    tuple(  # each behind what stands in it, which few pages have: to search for it takes a tenth of the time
        (words, re.compile(pattern.replace("ADDRESS", _ADDRESS), re.IGNORECASE))
        for words, pattern in (
            # https://github.com/gildas-lormeau/SingleFile
            (b"page saved with singlefile", r"Page saved with SingleFile\s+url:\s*ADDRESS"),
            # Internet Explorer, Chrome, Edge: the "mark of the web"
            (b"saved from url=", r"<!--\s*saved from url=\(\d+\)ADDRESS"),
            # https://github.com/Y2Z/monolith
            (b" using monolith", r"<!--\s*Saved from ADDRESS at [^<>]{0,60} using monolith"),
            # Save Page WE
            (b"savepage-url", r"<meta name=[\"']?savepage-url[\"']? content=[\"']?ADDRESS"),
            # Firefox's view for reading
            (b"reader-domain", r"<a\b[^<>]{0,200}\breader-domain\b[^<>]{0,200}\bhref=[\"']ADDRESS"),
            # https://github.com/danny0838/webscrapbook
            (b"data-scrapbook-source", r"<html\b[^<>]{0,500}\bdata-scrapbook-source=[\"']?ADDRESS"),
        )
    )
)
_MIRRORED = re.compile(r"<!--\s*Mirrored from ([\w.-]+\.[a-z]{2,}[^\s<>]{0,2000}) by HTTrack", re.IGNORECASE)
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}[a-z_]*|archive\.(?:ph|is|today|li|md|vn|fo)/[\d.-]{4,17})/(https?://.+)",
    re.IGNORECASE,
)
BAR = "wm-ipp"
"""What the bar of web.archive.org, with a calendar of what it holds, is called."""
_BARS = (f"{BAR}-base", BAR, f"{BAR}-print")


def saved_from(page: str) -> str:
    """Return the address that a saved page says it came from, "" where it does not."""
    start = page[:_SEARCHED]
    folded = start.encode("utf-8", "replace").lower()
    found = next((its[1] for words, form in _SAVED if words in folded and (its := form.search(start))), "")
    if not found and (mirrored := _MIRRORED.search(start)):
        found = f"http://{mirrored[1]}"
    return plain(own_address(unescape(found)))


def own_address(address: str) -> str:
    """Return the address that an archive of the web keeps under one of its own; any other as it is."""
    archived = _ARCHIVED.match(address)
    return archived[1] if archived else address


def without_bars(tree: Any) -> None:
    """Take from a parsed page what an archive of the web writes above it."""
    for name in _BARS:
        bar = tree.get_element_by_id(name, None)
        if bar is not None and bar.getparent() is not None:
            bar.drop_tree()
