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
    """The files of a briefing, as a TinyDB needs them; `BriefingFolder` is the real one."""

    def fresh_tables(self, name: str) -> Tables:
        """Return the tables of a file for changing, those of a new file where there is none."""

    def write(self, name: str, tables: Tables) -> None:
        """Replace a file. Raises OSError when the disk refuses."""

    def forget_all(self) -> None:
        """Drop what is in memory: it may not be what is on disk."""

    def locked(self) -> AbstractContextManager[None]:
        """Hold the lock of the briefing. Raises `StoreError` when another program has it."""


class FolderStorage(Storage):
    """One file of a briefing's folder.

    What `read` returns shares its documents with the cache; the tables of this module replace
    documents and never change them in place, and a write that fails empties the cache.
    """

    def __init__(self, folder: LockedFiles, name: str) -> None:
        self.folder = folder
        self.name = name

    def read(self) -> dict[str, dict[str, Any]]:
        """Return the file's tables; those of a new file where there is none."""
        return self.folder.fresh_tables(self.name)

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace the file."""
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

    def put_all(self, documents: Mapping[int, Document | None]) -> None:
        """Put whole documents under their ids in one write; None takes one out."""

        def updater(table: dict[int, Mapping[Any, Any]]) -> None:
            for doc_id, document in documents.items():
                if document is None:
                    table.pop(doc_id, None)
                else:
                    table[doc_id] = document

        self._update_table(updater)


class FolderDB(TinyDB):
    """The TinyDB of one file of a briefing."""

    table_class = LockedTable

    def __init__(self, folder: LockedFiles, name: str) -> None:
        super().__init__(folder, name, storage=FolderStorage)

    def put_all(self, table: str, documents: Mapping[int, Document | None]) -> None:
        """Put whole documents in one of the tables; None takes one out."""
        found = self.table(table)
        assert isinstance(found, LockedTable)
        found.put_all(documents)
