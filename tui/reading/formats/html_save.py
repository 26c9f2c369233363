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
_SAVED = tuple(
    re.compile(pattern.replace("ADDRESS", _ADDRESS), re.IGNORECASE)
    for pattern in (
        r"Page saved with SingleFile\s+url:\s*ADDRESS",  # https://github.com/gildas-lormeau/SingleFile
        r"<!--\s*saved from url=\(\d+\)ADDRESS",  # Internet Explorer, Chrome, Edge: the "mark of the web"
        r"<!--\s*Saved from ADDRESS at [^<>]{0,60} using monolith",  # https://github.com/Y2Z/monolith
        r"<meta name=[\"']?savepage-url[\"']? content=[\"']?ADDRESS",  # Save Page WE
        r"<a\b[^<>]{0,200}\breader-domain\b[^<>]{0,200}\bhref=[\"']ADDRESS",  # Firefox's view for reading
        r"<html\b[^<>]{0,500}\bdata-scrapbook-source=[\"']?ADDRESS",  # https://github.com/danny0838/webscrapbook
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
    found = next((match[1] for form in _SAVED if (match := form.search(start))), "")
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
