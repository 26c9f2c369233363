"""`qdc`: the codebook, for every program that reads REFI-QDA; and what `qdpx` shares with it: ids, and the codes.

Names are those of the schemas.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator

from lxml import etree

from tui import __version__
from tui.core.model import Tag
from tui.core.text import clean, one_line
from tui.exchange.exporters.dossier import NAMESPACE, Dossier, guid
from tui.exchange.exporters.formats import ExportError

CODEBOOK = "urn:QDA-XML:codebook:1.0"
PROJECT = "urn:QDA-XML:project:1.0"
ORIGIN = f"briefing-tui {__version__}"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")


def chunks(dossier: Dossier) -> Iterator[bytes]:
    """Yield the codebook. Raises `ExportError` when it is empty: the schema wants one code at least."""
    if not dossier.tags:
        raise ExportError("there are no tags yet to export")
    root = etree.Element(f"{{{CODEBOOK}}}CodeBook", {"origin": ORIGIN}, {None: CODEBOOK})
    codes(element(root, "Codes"), dossier.tags.values())
    yield document(root)


def made(*words: str) -> str:
    """Return a GUID that is always the same for the same words."""
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(words)))


def element(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    """Add an element in its parent's namespace; attributes that are empty are left out."""
    found = etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}")
    for key, value in attributes.items():
        if value:
            found.set(key, one_line(value))
    return found


def described(parent: etree._Element, text: str) -> None:
    """Add a description, unless there is nothing to say."""
    if text.strip():
        element(parent, "Description").text = clean(text)


def time(stamp: str) -> dict[str, str]:
    """Return a time of creation as an attribute, {} for what is no time."""
    return {"creationDateTime": stamp} if _TIME.fullmatch(stamp) else {}


def codes(parent: etree._Element, tags: Iterable[Tag]) -> None:
    """Add the codes, those of a hierarchy within each other.

    A level that is no tag itself is a code nothing can be coded with.
    """
    by_path = {_path(tag.name): tag for tag in tags}
    paths = {path[:depth] for path in by_path for depth in range(1, len(path) + 1)}
    placed: dict[tuple[str, ...], etree._Element] = {}
    for path in sorted(paths, key=lambda path: [part.casefold() for part in path]):
        tag = by_path.get(path)
        code = element(
            placed[path[:-1]] if path[:-1] else parent,
            "Code",
            guid=guid(tag.id) if tag else made("code", *path),
            name=path[-1],
            isCodable="true" if tag else "false",
            color=tag.color if tag else "",
        )
        described(code, tag.description if tag else "")
        placed[path] = code


def _path(name: str) -> tuple[str, ...]:
    return tuple(part for part in (one_line(part) for part in name.split("/")) if part) or (name,)


def document(root: etree._Element) -> bytes:
    """Return an XML document in UTF-8."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
