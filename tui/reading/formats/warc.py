"""Web archives of crawlers: WARC (ISO 28500) and WACZ, which is WARC in a zip file. Each HTML page is an article."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import IO, Any, BinaryIO

from tui.reading.encoding import BadSourceError, decode, decoded_as
from tui.reading.portions import Portion, record
from tui.reading.sources import LARGEST

_PAGES = ("text/html", "application/xhtml+xml")


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the pages of an archive, read one by one."""
    start = file.read(4)
    file.seek(0)
    if start.startswith(b"PK"):
        yield from _of_zip(file)
    else:
        yield from _pages(file, 0)


def _of_zip(file: BinaryIO) -> Iterator[Portion]:
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise BadSourceError("is a damaged web archive; fetch it again") from error
    number = 0
    with archive:
        for name in sorted(archive.namelist()):
            if name.startswith("archive/") and ".warc" in name:
                with archive.open(name) as within:
                    for page in _pages(within, number):
                        number += 1
                        yield page


def _pages(file: IO[bytes], number: int) -> Iterator[Portion]:
    from warcio.exceptions import ArchiveLoadFailed

    seen: set[str] = set()
    said = StringIO()
    try:
        for each in _records(file, said):
            url = each.rec_headers.get_header("WARC-Target-URI") or ""
            if not _is_page(each) or url in seen:
                continue
            seen.add(url)
            number += 1
            yield _page(each, url.strip("<>"), f"page {number}")
    except (ArchiveLoadFailed, EOFError, ValueError) as error:
        yield Portion("its end", fault=f"is damaged from here on ({type(error).__name__}); fetch it again")
    if "WARNING" in said.getvalue():
        yield Portion("some of it", fault="has other lengths than it says; pages may be cut short")


def _records(file: IO[bytes], said: StringIO) -> Iterator[Any]:
    """Yield the records of an archive; what the library would print of it, words from outside, goes to `said`."""
    from warcio.archiveiterator import ArchiveIterator

    records = iter(ArchiveIterator(file))
    while True:
        with redirect_stderr(said):
            each = next(records, None)
        if each is None:
            return
        yield each


def _is_page(each: Any) -> bool:
    """Tell an answer that is a page from pictures, styles, requests and errors."""
    if each.rec_type == "conversion":  # the text alone, as Common Crawl gives it
        return (each.rec_headers.get_header("Content-Type") or "").startswith("text/plain")
    if each.rec_type == "resource":
        return (each.rec_headers.get_header("Content-Type") or "").startswith(_PAGES)
    if each.rec_type != "response" or each.http_headers is None:
        return False
    kind = (each.http_headers.get_header("Content-Type") or "").strip().lower()
    return each.http_headers.get_statuscode() in ("200", "203") and kind.startswith(_PAGES)


def _page(each: Any, url: str, place: str) -> Portion:
    raw = each.content_stream().read(LARGEST + 1)
    if len(raw) > LARGEST:
        return Portion(place, fault=f"is larger than {LARGEST >> 20} MB, which no page is")
    headers = each.http_headers or each.rec_headers
    charset = (headers.get_header("Content-Type") or "").lower().partition("charset=")[2].strip(" \"';")
    try:
        body = (decoded_as(raw, charset) if charset else None) or decode(raw)
    except BadSourceError as error:
        return Portion(place, fault=str(error))
    name = "text" if each.rec_type == "conversion" else "html"
    return record(place, **{name: body}, url=url, also={"archived": each.rec_headers.get_header("WARC-Date")})
