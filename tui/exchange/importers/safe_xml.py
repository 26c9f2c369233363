"""XML from outside: parsed without entities and without the network, its ids in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tui.core.text import one_line
from tui.exchange.importers.model import AnnotationFileError

_PLACE = "{urn:briefing-tui}place"
_GUID = re.compile(r"\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?")


def parsed(raw: bytes, what: str) -> etree._Element:
    """Return the root of a document. Raises `AnnotationFileError` for what is no XML, or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise AnnotationFileError(
            f"{what} is no XML ({str(error).partition(' (<string>')[0][:120]})"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise AnnotationFileError(
            f"{what} declares a document type or entities, which such a file never needs"
        )
    return root


def name(node: etree._Element) -> str:
    """Return an element's name without its namespace, "" for comments and the like."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def children(node: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Yield the child elements of one of these names."""
    for each in node if node is not None else ():
        if name(each) in names:
            yield each


def child(node: etree._Element | None, wanted: str) -> etree._Element | None:
    """Return the first child of a name."""
    return next(children(node, wanted), None)


def target(node: etree._Element | None) -> str:
    """Return the id of what an element refers to, "" for nothing."""
    return guid(node.get("targetGUID")) if node is not None else ""


def within(root: etree._Element, part: str, wanted: str) -> dict[str, etree._Element]:
    """Return the elements of a name in the part of a document that lists them, by their GUIDs."""
    return {guid(each.get("guid")): each for each in children(child(root, part), wanted)}


def labels(root: etree._Element, part: str, wanted: str) -> dict[str, str]:
    """Return the names of such elements by their GUIDs."""
    return {key: label(each) for key, each in within(root, part, wanted).items()}


def label(node: etree._Element) -> str:
    """Return the name that an element was given, "" for none."""
    return one_line(node.get("name") or "")


def text(node: etree._Element | None, wanted: str) -> str:
    """Return the text of the first child of a name, "" where there is none."""
    found = child(node, wanted)
    return "" if found is None else "".join(found.itertext())


def guid(value: str | None) -> str:
    """Return an id in one spelling, "" for none: a GUID as it is usual, and what is none as it stands."""
    plain = (value or "").strip()
    found = _GUID.fullmatch(plain.casefold())
    return found[1] if found else plain


def own_guid(node: etree._Element) -> str:
    """Return the GUID an element has; one that has none, though it should, gets a name of its own."""
    if node.get("guid"):
        return guid(node.get("guid"))
    return f"{name(node)} {place(node)}"


def place(node: etree._Element) -> str:
    """Return which element of its document an element is, as a number that no other has."""
    root = node.getroottree().getroot()
    if root.get(_PLACE) is None:  # all at once: its path would be counted out along those beside it
        for count, each in enumerate(root.iter("*")):
            each.set(_PLACE, str(count))
    return node.get(_PLACE) or ""


def number(node: etree._Element, attribute: str) -> int | None:
    """Return a whole number, None for what is none."""
    value = node.get(attribute) or ""
    return int(value) if re.fullmatch(r"\s*\d{1,12}\s*", value) else None
