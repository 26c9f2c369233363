"""An electronic book (EPUB 3, https://www.w3.org/TR/epub-33/): its chapters in their order, an article each."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any, BinaryIO
from urllib.parse import unquote

from tui.core.addresses import plain
from tui.core.text import one_line
from tui.reading.encoding import BadSourceError, decode
from tui.reading.formats.block_text import elements, parsed_xml, text_of_element
from tui.reading.formats.row_articles import day_of
from tui.reading.portions import Portion, record

_MOST = 25 * 1024 * 1024
_LEAST = 40  # words; title pages and tables of contents have fewer, or are named as such
_ISSUE = re.compile(r"\s*\[[^\[\]]*\d[^\[\]]*\]\s*$")  # "[Tue, 05 Mar 2024]"
_ORIGIN = (
    ".//*[contains(@class, 'calibre_navbar')]//*[contains(., 'downloaded by')]//a[starts-with(@href, 'http')]"
)
_FURNITURE = ("nav", "toc", "cover", "titlepage", "copyright", "colophon")


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the chapters. Raises `BadSourceError` where the book is damaged or locked."""
    with _opened(file) as archive:
        names = set(archive.namelist())
        if "META-INF/encryption.xml" in names and b"EncryptedData" in _read(
            archive, "META-INF/encryption.xml"
        ):
            raise BadSourceError("is an electronic book that is locked; there is no way to read it here")
        package = elements(parsed_xml(_read(archive, "META-INF/container.xml")), "rootfile")[0].get(
            "full-path"
        )
        root = parsed_xml(_read(archive, package))
        about = {name: _said(root, name) for name in ("title", "creator", "date", "publisher", "language")}
        items = {item.get("id"): item for item in elements(root, "item")}
        left = 0
        for ref in elements(root, "itemref"):
            item = items.get(ref.get("idref"))
            if item is None or _is_furniture(item):
                continue
            name = posixpath.normpath(
                posixpath.join(posixpath.dirname(package), unquote(item.get("href", "")))
            )
            chapter = _chapter(_read(archive, name), name, about) if name in names else None
            left += chapter is None
            if chapter:
                yield chapter
        if left:
            yield Portion(
                "the book", fault=f"{left} of its parts have too few words for an article; left out"
            )


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(file.read()))
    except zipfile.BadZipFile as error:
        raise BadSourceError("is a damaged electronic book; fetch it again") from error


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as file:
        raw = file.read(_MOST + 1)
    if len(raw) > _MOST:
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
    metadata = next(iter(elements(root, "metadata")), root)
    found = next(iter(elements(metadata, name)), None)
    return one_line("".join(found.itertext())) if found is not None else ""
