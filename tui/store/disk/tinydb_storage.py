"""TinyDB on a briefing's files: a storage that writes durably and a table that holds the lock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tui.store.disk.schema import Document, Tables


class LockedFiles(Protocol):
    """The files of a briefing, as a TinyDB needs them; `BriefingFolder` is the real one.

    A file has a name with `/` relative to the folder (`catalogue.json`, `events/<id>.json`) and holds tables, by
    name, of documents under decimal ids: `{"events": {"812…": {"id": "6f…", …}}, "_meta": {"1": {"schema": 1}}}`.
    """

    def fresh_tables(self, name: str) -> Tables:
        """Return the tables of a file for changing, those of a new file where there is none.

        The outer dict is the caller's own, tables and documents are shared with the cache: they are replaced,
        never changed. Raises `StoreError` for a file that is broken beyond mending, or of a newer version.
        """

    def write(self, name: str, tables: Tables) -> None:
        """Put `tables` in the place of a file, with the step under way or at once.

        Raises RuntimeError without the lock, and OSError when the disk refuses: then the file is as it was.
        """

    def forget_all(self) -> None:
        """Drop what is in memory: after a write that failed it may not be what is on disk."""

    def locked(self) -> AbstractContextManager[None]:
        """Hold the briefing's lock; a thread may take it again. Raises `StoreError` when another program has it."""


class FolderStorage(Storage):
    """One file of a briefing's folder as TinyDB's storage: read from a cache, written whole or not at all.

    TinyDB reads all of a file, changes one table of it and writes all of it back. Here `read` gives what is in
    memory already and `write` waits for the step around it, so that a step over several files is one.
    """

    def __init__(self, folder: LockedFiles, name: str) -> None:
        self.folder = folder
        self.name = name

    def read(self) -> Tables:
        """Return the file's tables, those of a new file where there is none: never None, so that TinyDB adds none."""
        return self.folder.fresh_tables(self.name)

    def write(self, data: Tables) -> None:
        """Replace the file. Raises what `LockedFiles.write` does; then the cache is emptied."""
        try:
            self.folder.write(self.name, data)
        except BaseException:
            self.folder.forget_all()
            raise


class LockedTable(Table):
    """A table whose changes are made under the briefing's lock."""

    def _update_table(self, updater: Callable[[dict[int, Mapping[Any, Any]]], None]) -> None:
        storage = self._storage
        assert isinstance(storage, FolderStorage)
        with storage.folder.locked():
            super()._update_table(updater)


class FolderDB(TinyDB):
    """The TinyDB of one file of a briefing."""

    table_class = LockedTable

    def __init__(self, folder: LockedFiles, name: str) -> None:
        super().__init__(folder, name, storage=FolderStorage)

    def put_all(self, table: str, documents: Mapping[int, Document | None]) -> None:
        """Put whole documents under their ids in one of the tables, in one write; None takes one out.

        TinyDB's own calls would write the file once for each document that is new, changed or gone, and make the ids
        of all others anew, in memory for as long as what was there before is.
        """
        storage = self.storage
        assert isinstance(storage, FolderStorage)
        with storage.folder.locked():
            tables = storage.read()
            rows = dict(tables.get(table, {}))
            for doc_id, document in documents.items():
                if document is None:
                    rows.pop(str(doc_id), None)
                else:
                    rows[str(doc_id)] = document
            storage.write({**tables, table: rows})
            self.table(table).clear_cache()
