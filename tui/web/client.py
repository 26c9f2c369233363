"""Pages fetched from the web: how much is taken, how long is waited, where a redirect may lead.

What a server does wrong becomes a `WebError` of half a sentence. Nothing here is asked of the network
but what an address of the reader's, or of a feed of theirs, leads to.

Asking again with an ETag or a date, redirects and packing are as RFC 9110 (HTTP Semantics) has them.
"""

from __future__ import annotations

import codecs
import re
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tui import __version__
from tui.core.addresses import plain
from tui.core.extras import install_command, is_installed
from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decoded, decoded_as
from tui.reading.gunzip import gunzipped
from tui.reading.source_kind import guess_kind
from tui.reading.sources import LARGEST
from tui.web.deadline import RequestGuard
from tui.web.errors import NO_ADDRESS, WebError, explained, refused

if TYPE_CHECKING:
    import ssl

    import httpx

USER_AGENT = f"briefing-tui/{__version__} (a reader's own program; it fetches what he names)"
_ACCEPT = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5"
_CHUNK = 1 << 16
_ENCODING = re.compile(r"""(?<=.)\s+encoding\s*=\s*["'][\w.:-]{2,40}["'](?=[^<>]{0,40}\?>)""")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NO_PAGE = {"image": "a picture", "video": "a video", "audio": "a recording", "font": "a font"}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken and how long is waited, in bytes and seconds."""

    size: int = LARGEST
    deadline: float = 60.0  # for all of a page, its redirects included
    connect: float = 10.0
    read: float = 20.0  # between two pieces
    redirects: int = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """What an address gave: where it was in the end, the bytes, and what the server says of them.

    `etag` and `modified` are for asking again; with `unchanged` there are no bytes, for the server
    has nothing newer. `local` where it lies on this machine or in its own network.
    """

    address: str
    raw: bytes
    mime: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    unchanged: bool = False
    local: bool = False


class Web:
    """A way to the web. Its methods may be called from several threads at once."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._context: ssl.SSLContext | None = None
        self._guard = threading.Lock()
        self._open: set[RequestGuard] = set()
        self._closed = False

    def fetch(
        self, address: str, *, etag: str = "", modified: str = "", strange: bool = False
    ) -> FetchedPage:
        """Return what is at an http or https address. Raises `WebError`.

        `strange` is one that a page of the web led to, and not the reader: like a redirect from there,
        it may not lead to this machine or into its own network, where others could not ask.
        """
        if not is_installed("httpx"):
            raise WebError(f"is an address; to have those fetched, run: {install_command('web')}")
        import httpx

        asked = {"If-None-Match": etag} if etag else {}
        asked |= {"If-Modified-Since": modified} if modified else {}
        limits = self.limits
        timeout = httpx.Timeout(limits.read, connect=limits.connect)
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
        watch = RequestGuard(limits.deadline, self._open, strange)
        if not plain(address):
            raise WebError(NO_ADDRESS)
        try:
            with (
                watch,
                httpx.Client(
                    headers=headers, timeout=timeout, verify=self._tls(), follow_redirects=False
                ) as client,
            ):
                return self._follow(client, address, asked, watch)
        except WebError:
            raise
        except BadSourceError as error:
            raise WebError(str(error)) from None
        except Exception as error:
            if watch.late:
                raise WebError(
                    f"took longer than {limits.deadline:g} seconds; try again later", passing=True
                ) from None
            if self._closed:
                raise WebError("was stopped", passing=True) from None
            raise explained(error) from error

    def close(self) -> None:
        """Let go of all that is under way."""
        self._closed = True
        for watch in list(self._open):
            watch.cut()

    def _tls(self) -> ssl.SSLContext:
        import httpx

        with self._guard:
            if self._context is None:
                self._context = httpx.create_ssl_context()
            return self._context

    def _follow(
        self, client: httpx.Client, address: str, asked: Mapping[str, str], watch: RequestGuard
    ) -> FetchedPage:
        seen: set[str] = set()
        while True:
            if address in seen:
                raise WebError("leads round in a circle of redirects")
            if len(seen) > self.limits.redirects:
                raise WebError(f"redirects more than {self.limits.redirects} times")
            seen.add(address)
            extensions = {"trace": watch.trace}
            with client.stream("GET", plain(address), headers=dict(asked), extensions=extensions) as response:
                to = response.headers.get("location", "")
                if response.status_code in _REDIRECTS and to:
                    address = _next(address, to)
                    continue
                if response.status_code == 304 and asked:
                    return FetchedPage(address=plain(address), raw=b"", unchanged=True, local=watch.local)
                if not response.is_success:
                    raise refused(response.status_code)
                mime, charset = _media(response.headers.get("content-type", ""))
                if kind := _NO_PAGE.get(mime.partition("/")[0]):
                    raise WebError(f"is {kind} ({mime}), not a page")
                return FetchedPage(
                    address=plain(address),
                    raw=self._body(response, watch),
                    mime=mime,
                    charset=charset,
                    etag=one_line(response.headers.get("etag", "")),
                    modified=one_line(response.headers.get("last-modified", "")),
                    local=watch.local,
                )

    def _body(self, response: httpx.Response, watch: RequestGuard) -> bytes:
        size = self.limits.size
        length = response.headers.get("content-length", "")
        if length.isdecimal() and int(length[:15]) > size:
            raise WebError(f"is too large for a page ({int(length[:15]) >> 20} MB; at most {size >> 20} MB)")
        coding = response.headers.get("content-encoding", "").strip().lower()
        chunks = watch.kept(response.iter_raw(_CHUNK))
        if coding == "deflate":
            chunks = _inflated(chunks)
        elif coding not in ("", "identity", "gzip", "x-gzip"):
            raise WebError(f"is packed in a way this program does not know ({one_line(coding)})")
        # A file that is gzip itself may be packed once more for the way.
        for _ in range(2 if coding.endswith("gzip") else 1):
            chunks = gunzipped(chunks, size)
        parts: list[bytes] = []
        total = 0
        for chunk in chunks:
            total += len(chunk)
            if total > size:
                raise WebError(f"is too large for a page (more than {size >> 20} MB)")
            parts.append(chunk)
        return b"".join(parts)


def self_contained(fetched: FetchedPage) -> bytes:
    """Return the bytes of a page so that they can be read without what the server said of them.

    Only an encoding, or that it is HTML, that the page itself does not tell is written into it.
    """
    raw = fetched.raw
    if fetched.charset and not raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raw = _told_apart(raw, fetched.charset)
    if (
        fetched.mime in ("text/html", "application/xhtml+xml")
        and raw.strip()
        and guess_kind(raw) in ("page", "refused")
    ):
        raw = b"<!doctype html>\n" + raw.removeprefix(codecs.BOM_UTF8)
    return raw


def _told_apart(raw: bytes, charset: str) -> bytes:
    """Return `raw` in UTF-8 with its mark, where the server's `charset` is right and is not to be seen in it."""
    if raw.isascii() and not charset.lower().startswith("iso-2022"):
        return raw
    text = decoded_as(raw, charset)
    with suppress(UnicodeDecodeError):
        raw.decode("utf-8")
        if not charset.lower().startswith(("utf-16", "utf-32", "iso-2022")):
            return raw  # what is UTF-8 by its form is UTF-8, whatever the server was set up to say
    if text is None or raw.startswith(b"%PDF") or decoded(raw) == text:
        return raw
    return codecs.BOM_UTF8 + _ENCODING.sub("", text, count=1).encode("utf-8", "surrogatepass")


def _next(address: str, to: str) -> str:
    """Return where a redirect leads."""
    try:
        found = urljoin(address, to)
    except ValueError:
        raise WebError("redirects to what is no address") from None
    if not plain(found):
        scheme = one_line(found.partition(":")[0])[:20]
        raise WebError(f"redirects to {scheme}:, where this program does not go")
    return found


def _media(value: str) -> tuple[str, str]:
    message = Message()
    message["content-type"] = one_line(value)
    try:
        return message.get_content_type() if value else "", message.get_content_charset() or ""
    except (ValueError, LookupError):
        return "", ""


def _inflated(chunks: Iterator[bytes]) -> Iterator[bytes]:
    unpacking = None
    for chunk in chunks:
        if unpacking is None:  # with zlib's head, as it should be, or without, as some send it
            unpacking = zlib.decompressobj(15 if chunk[0] & 15 == 8 else -15)
        left = chunk
        while left:
            try:
                yield unpacking.decompress(left, 1 << 20)
            except zlib.error:
                raise WebError("is packed, and broken; try again later", passing=True) from None
            left = unpacking.unconsumed_tail
    if unpacking is not None:
        yield unpacking.flush()
        if not unpacking.eof:  # half a page must not pass for the whole of it
            raise WebError("came in part only; try again later", passing=True)
