"""A page that Safari saved (.webarchive): a property list with the page, its address and its encoding."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import BinaryIO

from tui.reading.encoding import BadSourceError, decode, decoded_as
from tui.reading.portions import Portion, record


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the page. Raises `BadSourceError` where there is none."""
    try:
        main = plistlib.load(file)["WebMainResource"]
        raw, kind = main["WebResourceData"], main.get("WebResourceMIMEType", "text/html")
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError) as error:
        raise BadSourceError("is a damaged web archive; save the page again") from error
    if not isinstance(raw, bytes) or not raw.strip():
        raise BadSourceError("is a web archive without a page; save the page again")
    text = decoded_as(raw, str(main.get("WebResourceTextEncodingName") or "")) or decode(raw)
    url = str(main.get("WebResourceURL") or "")
    body = {"html": text} if "html" in kind else {"text": text}
    yield record("page", url=url if url.startswith("http") else "", **body)
