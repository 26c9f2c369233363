"""Lists of addresses: one a line, the `urls` of newsboat, bookmarks and saved-for-later lists as pages, shortcuts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from tui.core.addresses import plain
from tui.core.text import one_line
from tui.reading.encoding import decode
from tui.reading.portions import Lead, Portion

_IN_LINE = re.compile(r"""https?://[^\s<>"]+""")
_LINK = re.compile(r"""<a\s[^<>]*?href\s*=\s*["']([^"'<>]+)["']""", re.I)
_PAGE = re.compile(r"\s*<(?:!doctype|html)", re.I)
_SHORTCUT = re.compile(r"^URL=(\S+)|<key>URL</key>\s*<string>([^<]+)", re.M)


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield each address once; what is no address of a page is told."""
    from html import unescape

    text = decode(file.read())
    seen: set[str] = set()
    for number, found in enumerate(_addresses(text), 1):
        place = f"address {number}"
        url = plain(unescape(found))
        if not url:
            yield Portion(place, fault=f"is no address of the web: {one_line(found)[:80]}")
        elif url not in seen:
            seen.add(url)
            yield Lead(place, url)


def _addresses(text: str) -> Iterator[str]:
    if _PAGE.match(text):
        yield from _LINK.findall(text)
    elif shortcuts := _SHORTCUT.findall(text):
        yield from (one or other for one, other in shortcuts)
    else:
        for line in text.split("\n"):
            # The rest are remarks, and what newsboat computes itself.
            if not line.lstrip().startswith("#") and (found := _IN_LINE.search(line)):
                yield found[0].rstrip(">)" if "](http" in line else ">")
