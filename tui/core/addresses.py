"""Addresses of the web: what is one, and the form in which it is asked for, stored and shown."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from tui.core.text import one_line

_FILE = (
    r"(?i)(?:microsoft word - .*|[^\s]+\.(?:x?html?|php|aspx?|jsp|txt|md|pdf|docx?|odt|rtf|mht(?:ml)?|eml|webarchive))"
    r"|untitled(?: document| page)?|index|document\d*"
)


def is_address(text: str) -> bool:
    """Tell whether a reader means a page of the web, and no file. Cheap."""
    return text.lstrip()[:8].lower().startswith(("http://", "https://"))


def names_file(title: str) -> bool:
    """Tell whether what stands as a title is but the name or the address of a file, as some programs write it."""
    return is_address(title) or bool(re.fullmatch(_FILE, title.strip()))


def plain(address: str) -> str:
    """Return an http or https address as it is asked for, without its fragment; "" where it is none."""
    parts = _split(address.strip())
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return urlunsplit(parts._replace(fragment=""))


def public(address: str) -> str:
    """Return an address as it may be stored and shown: clean, and without a name and password in it."""
    address = address.strip()
    parts = _split(address)
    if parts is not None and "@" in parts.netloc:
        address = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return one_line(address)


def host(address: str) -> str:
    """Return the host of an address, without `www.`; "" where there is none."""
    parts = _split(address)
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  raises for what is no number
    except ValueError:
        return None
    return parts
