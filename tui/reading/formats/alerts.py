"""Mails of Google Alerts: a list of pages, each with its first words, which lead to these through an address of Google's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import BinaryIO
from urllib.parse import unquote

from tui.core.addresses import plain
from tui.reading.encoding import BadSourceError
from tui.reading.formats.mail import message_of
from tui.reading.portions import Lead, Portion

_TARGET = re.compile(r"""google\.[a-z.]{2,6}/url\?[^\s"'<>]*?\b(?:url|q)=(https?[^\s"'<>&]+)""", re.I)


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the address of each page once. Raises `BadSourceError` where the mail names none."""
    body = message_of(file.read()).get_body(("plain", "html"))
    text = unescape(body.get_content()) if body is not None else ""
    urls = list(dict.fromkeys(filter(None, (plain(unquote(found)) for found in _TARGET.findall(text)))))
    if not urls:
        raise BadSourceError("is an alert of Google without the address of a page")
    for number, url in enumerate(urls, 1):
        yield Lead(f"address {number}", url)
