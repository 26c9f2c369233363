"""An electronic book (EPUB 3, https://www.w3.org/TR/epub-33/): its chapters in their order, an article each.

A chapter is kept as a book of its own, with what its page draws on, so that the original lies beside each article.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from mimetypes import guess_type
from typing import Any, BinaryIO
from urllib.parse import quote, unquote
from xml.sax.saxutils import escape, quoteattr

from tui.core.addresses import plain
from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decode
from tui.reading.file_signs import CHAPTER
from tui.reading.formats.block_text import elements, first, parsed_xml, text_of_element
from tui.reading.formats.field_day import day_of
from tui.reading.formats.jsonl import read_record
from tui.reading.formats.jsonl import text_of as text_of_record
from tui.reading.portions import Portion, record
from tui.reading.result import ParsedArticle
from tui.reading.sources import LARGEST

_DAMAGED = "is a damaged electronic book; fetch it again"
_LEAST = 40  # words; title pages and tables of contents have fewer, or are named as such
_ISSUE = re.compile(r"\s*\[[^\[\]]*\d[^\[\]]*\]\s*$")  # "[Tue, 05 Mar 2024]"
_ORIGIN = (
    ".//*[contains(@class, 'calibre_navbar')]//*[contains(., 'downloaded by')]//a[starts-with(@href, 'http')]"
)
_FURNITURE = ("nav", "toc", "cover", "titlepage", "copyright", "colophon")


_SAID = ("title", "creator", "date", "publisher", "language")
_DRAWN = re.compile(r"""\b(?:src|href)\s*=\s*["']([^"'#]{1,500})["'#]""")
_PAGES = (".xhtml", ".html", ".htm", ".opf", ".ncx", ".xml")
_CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
    ' unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">{}</dc:identifier>'
    "{}</metadata><manifest>{}</manifest>"
    '<spine><itemref idref="chapter"/></spine></package>'
)


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the chapters. Raises `BadSourceError` where the book is damaged or locked."""
    with _opened(file) as archive:
        names = set(archive.namelist())
        if "META-INF/encryption.xml" in names and b"EncryptedData" in _read(
            archive, "META-INF/encryption.xml"
        ):
            raise BadSourceError("is an electronic book that is locked; there is no way to read it here")
        about, chapters = _contents(archive)
        left = 0
        for name in chapters:
            raw = _read(archive, name) if name in names else b""
            if raw and _chapter(raw, name, about):
                yield Portion(posixpath.basename(name), _alone(archive, name, raw, about), "chapter")
            else:
                left += 1
        if left:
            yield Portion(
                "the book", fault=f"{left} of its parts have too few words for an article; left out"
            )


def read_chapter(raw: bytes) -> ParsedArticle:
    """Return the article in a chapter that was kept. Raises `BadSourceError` where it is damaged."""
    return read_record(_kept(raw).raw)


def text_of(raw: bytes) -> str:
    """Return the words of a chapter that was kept. Raises `BadSourceError` where it is damaged."""
    return text_of_record(_kept(raw).raw)


def _kept(raw: bytes) -> Portion:
    try:
        with _opened(BytesIO(raw)) as archive:
            about, (name, *_) = _contents(archive)
            found = _chapter(_read(archive, name), name, about)
    except (KeyError, IndexError, ValueError, zipfile.BadZipFile) as error:
        if isinstance(error, BadSourceError):
            raise
        raise BadSourceError(_DAMAGED) from error
    if found is None:
        raise BadSourceError("has too few words for an article")
    return found


def _contents(archive: zipfile.ZipFile) -> tuple[dict[str, str], list[str]]:
    """Return what a book says of itself, and the names of its chapters in their order."""
    package = elements(parsed_xml(_read(archive, "META-INF/container.xml")), "rootfile")[0].get("full-path")
    root = parsed_xml(_read(archive, package))
    items = {item.get("id"): item for item in elements(root, "item")}
    found = [items[ref.get("idref")] for ref in elements(root, "itemref") if ref.get("idref") in items]
    return {name: _said(root, name) for name in _SAID}, [
        _place(package, item.get("href", "")) for item in found if not _is_furniture(item)
    ]


def _place(page: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(href)))


def _alone(archive: zipfile.ZipFile, name: str, raw: bytes, about: dict[str, str]) -> bytes:
    """Return a book of one chapter, with the pictures and styles that are on its page: the same for the same chapter."""
    there = {info.filename: info.file_size for info in archive.infolist()}
    drawn = dict.fromkeys(_place(name, each) for each in _DRAWN.findall(decode(raw)))
    beside = [each for each in drawn if each in there and not each.lower().endswith(_PAGES)]
    if sum(there[each] for each in beside) > LARGEST:
        beside = []
    said = "".join(f"<dc:{name}>{escape(about[name])}</dc:{name}>" for name in _SAID if about[name])
    listed = [("chapter", name, "application/xhtml+xml")]
    listed += [
        (f"part{at}", each, guess_type(each)[0] or "application/octet-stream")
        for at, each in enumerate(beside)
    ]
    items = "".join(
        f"<item id={quoteattr(mark)} href={quoteattr(quote(each))} media-type={quoteattr(kind)}/>"
        for mark, each, kind in listed
    )
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER.format(CHAPTER).encode(),
        CHAPTER: _PACKAGE.format(escape(name), said, items).encode("utf-8", "replace"),
        name: raw,
        **{each: _read(archive, each) for each in beside},
    }
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as book:
        for each, content in files.items():
            packing = zipfile.ZIP_STORED if each == "mimetype" else zipfile.ZIP_DEFLATED
            book.writestr(zipfile.ZipInfo(each), content, packing)
    return held.getvalue()


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(file.read()))
    except zipfile.BadZipFile as error:
        raise BadSourceError(_DAMAGED) from error


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise BadSourceError("would unpack to more than a book holds; left out")
    return raw


def _is_furniture(item: Any) -> bool:
    name = posixpath.basename(item.get("href", "")).lower().partition(".")[0]
    return "nav" in (item.get("properties") or "").split() or name in _FURNITURE


def _chapter(raw: bytes, name: str, about: dict[str, str]) -> Portion | None:
    from lxml import html

    tree = html.document_fromstring(
        decode(raw).partition("?>")[2] if raw.lstrip().startswith(b"<?xml") else decode(raw)
    )
    body = tree.find("body")
    made = about["creator"].casefold() == "calibre"  # by a program, of the pages of an outlet
    heading = next(iter(tree.xpath("//h1|//h2|//h3")), None)
    title = one_line(" ".join(heading.itertext())) if heading is not None else ""
    if heading is not None:
        heading.drop_tree()
    url = next((link.get("href") for link in tree.xpath(_ORIGIN)), "")
    for bar in tree.xpath(".//*[contains(@class, 'calibre_navbar')]"):
        bar.drop_tree()
    text = text_of_element(body) if body is not None else ""
    if len(text.split()) < _LEAST:
        return None
    return record(
        posixpath.basename(name),
        text=text,
        title=title or one_line(tree.findtext(".//title") or "") or about["title"],
        outlet=_ISSUE.sub("", about["title"]) if made else about["publisher"] or about["title"],
        author="" if made else about["creator"],
        published=day_of(about["date"]),
        url=plain(url),
        language=about["language"][:2],
    )


def _said(root: Any, name: str) -> str:
    found = first(next(iter(elements(root, "metadata")), root), name)
    return one_line("".join(found.itertext())) if found is not None else ""
