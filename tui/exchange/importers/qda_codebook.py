"""REFI-QDA codebooks, and the codes of projects: https://www.qdasoftware.org (codebook 1.0)"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.core.text import clean
from tui.exchange.importers import safe_xml
from tui.exchange.importers.codebook import color
from tui.exchange.importers.model import AnnotationFile, AnnotationFileError, CodeDefinition

_DEFINES = frozenset(
    "User Code Variable Case Set TextSource PictureSource PDFSource AudioSource VideoSource Note Link"
    " PlainTextSelection PDFSelection Representation Transcript Coding Graph Vertex Edge".split()
)


def read_codebook(raw: bytes) -> AnnotationFile:
    """Return the codes of a .qdc file. Raises `AnnotationFileError`."""
    root = safe_xml.parsed(raw, "it")
    if safe_xml.name(root) != "CodeBook":
        raise AnnotationFileError("it is no codebook: the root of one is CodeBook")
    check_ids(root)
    found = dict(codes(safe_xml.child(root, "Codes")))
    if not found:
        raise AnnotationFileError("there is no code in it")
    return AnnotationFile(codes=tuple(code for code, used in found.values() if used))


def check_ids(root: Any) -> None:
    """Raise `AnnotationFileError` where an id stands for two things."""
    seen: set[str] = set()
    for node in root.iter():
        if safe_xml.name(node) not in _DEFINES or node.get("guid") is None:
            continue
        found = safe_xml.guid(node.get("guid"))
        if found in seen:
            raise AnnotationFileError(f"the id {found} stands for two things in it")
        seen.add(found)


def codes(parent: Any, above: str = "", depth: int = 0) -> Iterator[tuple[str, tuple[CodeDefinition, bool]]]:
    """Yield codes by id, and whether something can be coded with them or they say something."""
    if depth > 100:
        raise AnnotationFileError("its codes lie too deep within each other")
    for node in safe_xml.children(parent, "Code"):
        # Our levels are parted by a slash: one in another program's name is none.
        name = safe_xml.label(node).replace("/", "-")
        if not name:
            raise AnnotationFileError("a code in it has no name")
        full = f"{above}/{name}" if above else name
        code = CodeDefinition(
            full, clean(safe_xml.text(node, "Description")).strip(), color(node.get("color") or "")
        )
        codable = (node.get("isCodable") or "true").strip().casefold() in ("true", "1")
        yield safe_xml.own_guid(node), (code, codable or bool(code.description or code.color))
        yield from codes(node, full, depth + 1)
