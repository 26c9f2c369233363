"""References of RIS and BibTeX: an article where they hold a text or an abstract, else its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from tui.reading.encoding import BadSourceError, decode
from tui.reading.formats.row_articles import portion_of, said_of
from tui.reading.portions import Lead, Portion

_RIS = {
    "title": ("title", "primary_title", "translated_title", "short_title"),
    "outlet": (
        "secondary_title",
        "journal_name",
        "alternate_title1",
        "alternate_title3",
        "alternate_title2",
        "publisher",
    ),
    "author": ("authors", "first_authors", "secondary_authors"),
    "published": ("date", "publication_year", "year"),
    "url": ("urls", "url", "file_attachments1", "link_to_full-text"),
    "abstract": ("abstract", "notes_abstract"),
    "language": ("language",),
}
_BIB = {
    "title": ("title",),
    "outlet": (
        "journaltitle",
        "journal",
        "newspaper",
        "booktitle",
        "organization",
        "publisher",
        "howpublished",
    ),
    "author": ("author",),
    "published": ("date", "year"),
    "url": ("url", "link", "howpublished"),
    "abstract": ("abstract",),
    "language": ("langid", "language"),
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def split(file: BinaryIO) -> Iterator[Portion | Lead]:
    """Yield the records of a file. Raises `BadSourceError` where there are none."""
    text = decode(file.read())
    rows = _ris(text) if text.lstrip().startswith("TY  -") else _bibtex(text)
    number = 0
    for number, row in enumerate(rows, 1):
        yield portion_of(row, f"record {number}", abstracts=True)
    if not number:
        raise BadSourceError("holds no reference; export it again")


def _ris(text: str) -> Iterator[dict[str, Any]]:
    import rispy

    for row in rispy.loads(text, skip_unknown_tags=True):
        found = _chosen(row, _RIS)
        found["url"] = _address(row, found.get("url"))
        found["published"] = str(found.get("published", "")).strip("/").replace("/", "-")
        found["author"] = _people(found.get("author"))
        yield found | _rest(row, ("notes", "keywords", "research_notes"))


def _bibtex(text: str) -> Iterator[dict[str, Any]]:
    import logging

    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    for field in (
        field for entry in library.entries for field in entry.fields if field.key.lower() == "date"
    ):
        # In LaTeX ~ is a blank and % begins a comment; biblatex reads both in a date as EDTF.
        field.value = str(field.value).replace("~", r"\textasciitilde{}").replace("%", r"\%")
    library = middlewares.LatexDecodingMiddleware().transform(library)
    for entry in library.entries:
        row = {field.key.lower(): str(field.value) for field in entry.fields}
        found = _chosen(row, _BIB)
        if "date" not in row and row.get("month", "").lower()[:3] in _MONTHS:
            month = _MONTHS.index(row["month"].lower()[:3]) + 1
            found["published"] = f"{row.get('year', '')}-{month:02}"
        people = _people(str(found.get("author", "")).split(" and "))
        found["author"] = people if people != found.get("outlet", "").strip("{} ") else ""  # a stand-in
        found["url"] = _address(row, found.get("url"))
        yield found | _rest(row, ("note", "annotation", "annote", "keywords"))


def _chosen(row: Mapping[str, Any], names: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    return {
        field: next((row[name] for name in options if row.get(name)), "") for field, options in names.items()
    }


def _rest(row: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    """Return the notes and tags of a record, which are kept with it."""
    return {f"kept {name}": row[name] for name in names if row.get(name)}


def _people(names: object) -> str:
    """Return names as they are said: "Holt, Ann" is Ann Holt."""
    found = []
    for name in names if isinstance(names, list) else [names]:
        last, comma, first = str(name or "").strip("{} ").partition(",")
        found.append(f"{first.strip()} {last.strip()}" if comma else last)
    return said_of(found)


def _address(row: Mapping[str, Any], given: object) -> str:
    said = " ".join(map(str, given)) if isinstance(given, list) else str(given or "")
    found = re.search(r"https?://[^\s{}\\]+", said)
    doi = str(row.get("doi") or "").strip()
    return found[0] if found else (f"https://doi.org/{doi}" if doi.startswith("10.") else "")
