"""Word documents, OpenDocument texts and RTF: what they say, read as a page, or as what Nexis or Factiva put into them."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any, BinaryIO

from tui.core.text import clean, one_line
from tui.reading.encoding import BadSourceError
from tui.reading.file_kinds import FileKind, recognised, splitter_name
from tui.reading.portions import Lead, Portion
from tui.reading.sample import Sample

INSTALL = "pip install 'briefing-tui[formats]'"
_DAMAGED = "is a damaged document; open it and save it again"
_MOST = 200 * 1024 * 1024
_PROSE = re.compile(r"[.!?…][\"”»“’)]*$")
_SENTENCE = 3  # words
_BREAKS = {"line-break": "\n", "tab": "\t", "s": " "}


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the document itself where it is an article, or those of the news archive that made it."""
    raw = file.read()
    body = _words(raw).encode("utf-8", "surrogatepass")
    known = recognised(Sample("", body))
    if isinstance(known, FileKind) and known.module in (
        "nexis",
        "factiva",
        "proquest",
        "europresse",
        "address_lists",
    ):
        yield from import_module(splitter_name(known)).split(BytesIO(body))
    else:
        yield Portion("text", raw, "document")


def text_of(raw: bytes) -> str:
    """Return the text of a document, clean. Raises `BadSourceError` where it has none, or what reads it is missing."""
    try:
        return clean(_words(raw))
    except ImportError:
        raise BadSourceError(f"is a document; to read those, run: {INSTALL}") from None
    except (KeyError, ValueError, LookupError, zipfile.BadZipFile) as error:
        raise BadSourceError(_DAMAGED) from error


def _words(raw: bytes) -> str:
    if raw.startswith(b"{\\rtf"):
        text = _rtf(raw)
    else:
        check_size(raw)
        text = _odt(raw) if b"opendocument" in raw[:200] else _docx(raw)
    if not text.strip():
        raise BadSourceError("is a document without text; if it is a scan, recognise its text first")
    return text


def _rtf(raw: bytes) -> str:
    from striprtf.striprtf import rtf_to_text

    text = rtf_to_text(raw.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    lines = [one_line(line) for line in clean(text).split("\n")]
    # Each line is a paragraph; where blank ones part these already they are left as they are.
    return ("\n" if any(not line for line in lines[1:-1]) else "\n\n").join(lines)


def _docx(raw: bytes) -> str:
    from docx import Document

    document = Document(BytesIO(raw))
    parts: list[str] = []
    for block in document.iter_inner_content():
        parts += _rows(block) if hasattr(block, "rows") else [block.text]
    return "\n\n".join(clean(part).strip() for part in parts if part.strip())


def _rows(table: Any) -> list[str]:
    found = []
    for row in table.rows:
        cells = list(filter(None, dict.fromkeys(cell.text.strip() for cell in row.cells)))
        told = [cell for cell in cells if _PROSE.search(cell) and cell.count(" ") >= _SENTENCE - 1]
        if told and len(cells) == 2 and told == cells[1:]:  # what it is about, or who speaks
            found.append(f"{cells[0].rstrip(':')}: {cells[1]}")
        else:  # sentences of two cells are not one paragraph: a name would run on into the next
            found += cells if told else ["\t".join(cells)]
    return found


def _odt(raw: bytes) -> str:
    from tui.reading.formats.block_text import elements, name_of, parsed_xml

    with zipfile.ZipFile(BytesIO(raw)) as archive:
        root = parsed_xml(archive.read("content.xml"))
    body = next(iter(elements(root, "text")), root)

    def words(element: Any) -> str:
        if name_of(element) in ("annotation", "note-citation", "tracked-changes"):
            return ""
        parts = [_BREAKS.get(name_of(element), ""), element.text or ""]
        for child in element:
            parts += [words(child), child.tail or ""]
        return "".join(parts)

    return "\n\n".join(filter(None, (clean(words(each)).strip() for each in elements(body, "p", "h"))))


def check_size(raw: bytes) -> None:
    """Refuse what would unpack to more than an article. Raises `BadSourceError`."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MOST:
                raise BadSourceError("would unpack to very much more than a document; left out")
    except zipfile.BadZipFile:
        raise BadSourceError(_DAMAGED) from None
