"""What a briefing's files hold of what copies share, as one set of documents; and what leads from it to another.

An article's document has `@event`, the event it lies in, and `@copy`, the article whose text it repeats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tui.core.replica.shared_step import TABLES, Key
from tui.store import codec, loader
from tui.store.codec import NONSENSE
from tui.store.disk.cache import every_file, is_id, owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.transaction import Change

Documents = Mapping[Key, Document]
EVENT, COPY = "@event", "@copy"


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """A document, and the file it lies in."""

    file: str
    document: Document


def read(folder: BriefingFolder, *, part: bool) -> dict[Key, PlacedDocument]:
    """Return the documents of all files. Raises `StoreError` for a file that cannot be read.

    A `part` of an archive is another thing than all of it, and has a title of its own.
    """
    found: dict[Key, PlacedDocument] = {}
    for name in every_file(folder):
        tables = folder.tables(name, keep=False)
        for table, document in rows(name, tables or {}):
            if part and table == "titles":
                continue
            found[table, str(document["id"])] = PlacedDocument(name, document)
    return found


def rows(name: str, tables: Mapping[str, Mapping[str, Document]]) -> Iterator[tuple[str, Document]]:
    """Yield what a file of this name shares of its tables, each document with the table it is of."""
    kind, owner = owner_of(name)
    copies = {str(each["id"]): str(each["of"]) for each in tables.get("copies", {}).values()}
    for table in (each for each in TABLES if each != "articles"):
        for document in tables.get(table, {}).values():
            yield table, document
    for document in tables.get("articles", {}).values():
        copy = {COPY: of} if (of := copies.get(document["id"])) else {}
        yield "articles", {**document, EVENT: owner, **copy} if kind == "events" else document


def changes(now: Mapping[Key, PlacedDocument], wanted: Documents) -> list[Change]:
    """Return what is to be changed so that the files hold what is wanted: first what comes, then what goes."""
    coming: list[Change] = []
    going: list[Change] = []
    for key, document in wanted.items():
        table, own = key
        there = now.get(key)
        if there and there.document == document:
            continue
        file = _file_of(table, own, document)
        placed = _tables_of(table, own, document)
        was = dict(_tables_of(table, own, there.document)) if there else {}
        here = was if there and there.file == file else {}
        for each, after in placed:
            if here.get(each) != after:
                coming.append((file, each, own, here.get(each), after))
        gone = was.keys() - dict(placed).keys() if here else was.keys()
        going += [(there.file, each, own, was[each], None) for each in gone if there]
    for key, there in now.items():
        if key not in wanted:
            placed = _tables_of(*key, there.document)
            going += [(there.file, each, key[1], before, None) for each, before in placed]
    return coming + going


def check(key: Key, document: Document) -> None:
    """Raise ValueError for a document that nobody could read, or that has no place here."""
    table, own = key
    try:
        _DECODED[table](document)
        _file_of(table, own, document)
        sound = document["id"] == own and (is_id(own) or table not in ("articles", "event"))
    except StoreError as error:
        raise ValueError(str(error)) from None
    except NONSENSE as error:
        raise ValueError(f"{table} {own} makes no sense ({type(error).__name__} {error})") from None
    if not sound:
        raise ValueError(f"{table} {own} makes no sense: its own id is another")


_DECODED: Mapping[str, Callable[[Document], object]] = {
    **codec.RECORDS,
    "event": lambda document: codec.event(document, ()),
    "articles": lambda document: codec.article(document, document[EVENT]),
    "versions": codec.version,
    "annotations": codec.annotation,
}


def _file_of(table: str, own: str, document: Document) -> str:
    match table:
        case "event":
            file = loader.event_file(own)
        case "articles":
            file = loader.event_file(str(document.get(EVENT, "")))
        case "versions":
            file = loader.versions_file(own.rpartition(".")[0])
        case "annotations":
            target = document["target"]
            file = loader.notes_file(str(target.get("article") or target["id"]))
        case _:
            file = loader.FILES[table]
    return file


def _tables_of(table: str, own: str, document: Document) -> list[tuple[str, Document]]:
    """Return the rows that a document is in the files."""
    plain = {name: value for name, value in document.items() if not name.startswith("@")}
    rows: list[tuple[str, Any]] = [(table, plain)]
    if copy := document.get(COPY):
        rows.append(("copies", {"id": own, "of": copy}))
    return rows
