"""REFI-QDA codebooks, and the codes of projects: https://www.qdasoftware.org (codebook 1.0)"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tui.core.text import clean, pluralize
from tui.exchange.importers import safe_xml
from tui.exchange.importers.codebook import color
from tui.exchange.importers.model import AnnotationFile, AnnotationFileError, CodeDefinition

_NAMELESS = "without a name"


class QdaCode(NamedTuple):
    """A code: its id, the tag it becomes, whether it is one (or only a level of others), and the ids of its notes."""

    id: str
    tag: CodeDefinition
    is_tag: bool
    notes: tuple[str, ...]


def read_codebook(raw: bytes) -> AnnotationFile:
    """Return the codes of a .qdc file. Raises `AnnotationFileError`."""
    root = safe_xml.parsed(raw, "it")
    if safe_xml.name(root) != "CodeBook":
        raise AnnotationFileError("it is no codebook: the root of one is CodeBook")
    found = list(codes(safe_xml.child(root, "Codes")))
    if not found:
        raise AnnotationFileError("there is no code in it")
    sets = len(list(safe_xml.children(safe_xml.child(root, "Sets"), "Set")))
    left = (f"{pluralize(sets, 'set')} of codes",) if sets else ()
    return AnnotationFile(codes=tuple(code.tag for code in found if code.is_tag), left=left)


def codes(parent: Any, above: str = "", depth: int = 0) -> Iterator[QdaCode]:
    """Yield the codes, those within others too. Raises `AnnotationFileError` where that has no end."""
    if depth > 100:
        raise AnnotationFileError("its codes lie too deep within each other")
    for node in safe_xml.children(parent, "Code"):
        # Our levels are parted by a slash: one in another program's name is none.
        name = safe_xml.label(node).replace("/", "-") or _NAMELESS
        full = f"{above}/{name}" if above else name
        about = clean(safe_xml.text(node, "Description")).strip()
        tag = CodeDefinition(full, about, color(node.get("color") or ""))
        notes = tuple(filter(None, map(safe_xml.target, safe_xml.children(node, "NoteRef"))))
        codable = (node.get("isCodable") or "true").strip().casefold() in ("true", "1")
        yield QdaCode(safe_xml.own_guid(node), tag, codable or bool(about or tag.color or notes), notes)
        yield from codes(node, full, depth + 1)
