"""What Zotero exports as RDF: its references, with the tags and the notes on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.formats.block_text import elements, name_of, parsed_xml
from tui.reading.formats.row_articles import portion_of
from tui.reading.portions import Lead, Portion

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_NO_REFERENCE = ("memo", "attachment", "journal", "newspaper", "periodical", "collection", "website")


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the references of a library. Raises `BadSourceError` where there are none."""
    root = parsed_xml(file.read())
    by_id = {about: each for each in root if (about := each.get(f"{_RDF}about"))}
    number = 0
    for item in root:
        if not name_of(item) or name_of(item) in _NO_REFERENCE or not _of(item, "itemtype"):
            continue
        if _line(_of(item, "itemtype")[0]) in ("attachment", "note"):
            continue
        number += 1
        yield portion_of(_row(item, by_id), f"reference {number}", abstracts=True)
    if not number:
        raise BadSourceError("holds no reference of Zotero; export it again")


def _row(item: Any, by_id: dict[str, Any]) -> dict[str, Any]:
    memos = [by_id.get(str(each.get(f"{_RDF}resource"))) for each in _of(item, "isreferencedby")]
    notes = [
        _line(each, whole=True) for memo in memos if memo is not None for each in elements(memo, "value")
    ]
    return {
        "title": _first(item, "title"),
        "outlet": next((_line(each) for part in _of(item, "ispartof") for each in _titles(part, by_id)), ""),
        "author": ", ".join(
            _name(each) for part in _of(item, "authors") for each in elements(part, "person")
        ),
        "published": _first(item, "date"),
        "url": _address(item),
        "language": _first(item, "language"),
        "abstract": _first(item, "abstract"),
        "kept keywords": [_line(each) for each in _of(item, "subject")],
        "kept notes": notes,
    }


def _of(item: Any, name: str) -> list[Any]:
    return [each for each in item if name_of(each) == name]


def _first(item: Any, name: str) -> str:
    return next((_line(each) for each in _of(item, name)), "")


def _titles(part: Any, by_id: dict[str, Any]) -> list[Any]:
    """Return the titles of what an article is part of, which stands in it or elsewhere."""
    whole = by_id.get(str(part.get(f"{_RDF}resource")))
    return elements(part if whole is None else whole, "title")


def _name(person: Any) -> str:
    given, family = (
        next((_line(each) for each in elements(person, name)), "") for name in ("givenname", "surname")
    )
    return f"{given} {family}".strip()


def _address(item: Any) -> str:
    said = [_line(each) for part in _of(item, "identifier") for each in elements(part, "value")]
    return next((each for each in (*said, str(item.get(f"{_RDF}about"))) if each.startswith("http")), "")


def _line(element: Any, *, whole: bool = False) -> str:
    text = "".join(element.itertext())
    return text if whole else one_line(text)
