"""Telling what other programs hand over from pages: by the end of a name, and by a look inside."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

AnnotationFormat = Literal["archive", "qdpx", "qdc", "annotations", "codebook", "highlights", ""]
_LOOK = 65_536
_ENDS = frozenset(
    (".qdpx", ".qdc", ".qde", ".briefing", ".zip", ".jsonld", ".json", ".csv", ".tsv", ".txt", ".xml")
)


def handed_kind(path: Path) -> AnnotationFormat:
    """Return what a file is, "" for all that is no such thing. Reads its beginning only."""
    suffix = path.suffix.casefold()
    if suffix not in _ENDS or not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            head = file.read(_LOOK)
    except OSError:
        return ""
    if head[:2] == b"PK":
        return _zipped(path)
    if suffix in (".qdpx", ".briefing"):  # damaged: whoever opens it says so
        return "qdpx" if suffix == ".qdpx" else "archive"
    if suffix == ".qde" or (suffix == ".xml" and b"urn:QDA-XML:project" in head):
        return "qdpx"
    if suffix == ".qdc" or b"urn:QDA-XML:codebook" in head:
        return "qdc"
    if suffix in (".jsonld", ".json"):
        return "annotations" if b"ns/anno.jsonld" in head or b"TextQuoteSelector" in head else ""
    return _listed(suffix, head)


def _listed(suffix: str, head: bytes) -> AnnotationFormat:
    """Tell tables of highlights and of tags, and clippings."""
    from tui.exchange.importers.codebook import is_codebook
    from tui.reading.highlight_files import OWN, is_clippings, made_by
    from tui.reading.sample import Sample
    from tui.reading.table_form import header, quote_columns

    if suffix == ".txt":
        return "highlights" if is_clippings(Sample("", head).text) else ""
    if suffix not in (".csv", ".tsv"):
        return ""
    names = header(Sample(f"x{suffix}", head))
    if program := made_by(names):
        return "" if program == OWN else "highlights"
    if quote_columns(names):  # also where a column is called "Name", as those of tags are
        return ""
    return "codebook" if is_codebook(head) else ""


def _zipped(path: Path) -> AnnotationFormat:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.casefold() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return {".qdpx": "qdpx", ".briefing": "archive"}.get(path.suffix.casefold(), "")  # type: ignore[return-value]
    if "backup.json" in names:
        return "archive"
    if any(name.endswith(".qde") for name in names) or path.suffix.casefold() == ".qdpx":
        return "qdpx"
    return "archive" if path.suffix.casefold() == ".briefing" else ""
