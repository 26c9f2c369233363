"""The files of a briefing as they are read: each once, kept in memory until it changes on disk."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from tui.settings.atomic_files import read_regular
from tui.store.disk.errors import StoreError
from tui.store.disk.git_files import is_kept_by_git
from tui.store.disk.schema import BrokenError, Document, NewerError, Tables
from tui.store.disk.table_file import BACKUP, Signature, empty_tables, parse, stat_key

CATALOGUE = "catalogue.json"
CODEBOOK = "codebook.json"
SPEAKERS = "speakers.json"
FEEDS = "feeds.json"
ALWAYS_KEPT = frozenset({CATALOGUE, CODEBOOK, SPEAKERS})
_CACHE_BYTES = 4_000_000
_LONGEST = 200  # characters of an id: 255 may be the name of a file, with what is put behind it


class FileCache:
    """What a briefing's files of tables hold. Safe to use from several threads."""

    def __init__(self, root: Path, mend: Callable[[str, str], Tables | None]) -> None:
        """`mend` is told of a broken file (its name, what is wrong) and returns what to read instead."""
        self.root = root
        self.warnings: list[str] = []
        # Events as records beside the tables they were made from: decoding is most of the work.
        self.decoded: dict[str, tuple[Tables, object]] = {}
        # And what the last step put in them, which others ask for next.
        self.put_last: dict[str, tuple[Tables, object]] = {}
        # And all records of a table, likewise.
        self.records: dict[str, tuple[Tables, dict[str, Any]]] = {}
        # Tables that were found to make sense, by file: a few.
        self.validated: dict[str, Tables] = {}
        self._mend = mend
        self._cache: dict[str, tuple[Signature, Tables]] = {}  # the oldest first
        self._held = 0  # bytes of them, less those that are always kept
        self._cache_guard = threading.Lock()

    def tables(self, name: str, *, keep: bool = True) -> Tables | None:
        """Return the tables of a file, None when there is no such file. Not to be changed.

        With `keep` they stay in memory until the file changes. Raises `StoreError` when the file is
        broken and cannot be mended, or was written by a newer version.
        """
        found, cached = FileCache.signature(self, name), self._cache.get(name)
        if found and cached and cached[0] == found:
            return cached[1]
        if found is None:
            self._forget(name)
            # Files are never removed by this program; one that is gone but has a previous
            # generation was lost, or is not in what Git checked out.
            if stat_key(f"{self.root}/{name}{BACKUP}") is None or ("/" in name and is_kept_by_git(self.root)):
                return None
            return self._mend(name, "it is missing")
        path = self.root / name
        try:
            tables = parse(read_regular(path))
        except BrokenError as error:
            return self._mend(name, str(error))
        except NewerError as error:
            raise StoreError(
                f"{path}: written by a newer briefing-tui (schema {error}); update this program to open it"
            ) from None
        except OSError as error:
            raise StoreError(f"{path}: cannot be read: {error.strerror}") from None
        if keep:
            self._remember(name, found, tables)
        return tables

    def signature(self, name: str) -> Signature | None:
        """Return what changes whenever a file is replaced, None when there is none."""
        return stat_key(f"{self.root}/{name}")

    def read_as(self, name: str) -> Signature | None:
        """Return the signature that a file had when what is in memory of it was read, None where nothing is."""
        cached = self._cache.get(name)
        return cached[0] if cached else None

    def read_last(self, name: str) -> Tables | None:
        """Return the tables of a file that are in memory, also where it has changed since; None where none are."""
        cached = self._cache.get(name)
        return cached[1] if cached else None

    def table(self, name: str, table: str) -> dict[str, Document]:
        """Return one table of a file, {} when there is no such file or table. Not to be changed."""
        tables = self.tables(name)
        return tables.get(table, {}) if tables else {}

    def on_corrupt(self, name: str, why: str) -> Tables | None:
        """Tell that what a file holds makes no sense; return what to read instead."""
        self._forget(name)
        return self._mend(name, why)

    def names(self, folder: str) -> Iterator[str]:
        """Yield the files of `events`, `notes` or `versions`, in no order; also one of which only the `.bak` is left.

        Names that no id has are copies other programs made, and not ours to read.
        """
        try:
            found = set(os.listdir(self.root / folder))  # noqa: PTH208 - there may be 100,000
        except OSError:
            return
        lost = {name.removesuffix(BACKUP) for name in found if name.endswith(f".json{BACKUP}")} - found
        if lost and is_kept_by_git(self.root):
            lost = set()
        for name in found | lost:
            if is_own_file(name):
                yield f"{folder}/{name}"

    def mentioning(self, kind: str, *needles: bytes) -> Iterator[str]:
        """Yield the files of a folder in whose bytes one of `needles` stands, in no order.

        Those that cannot be read are among them: who reads them has them mended, or is told.
        """
        for name in self.names(kind):
            with suppress(OSError):
                held = read_regular(self.root / name)
                if not any(needle in held for needle in needles):
                    continue
            yield name

    def _remember(self, name: str, found: Signature, tables: Tables) -> None:
        with self._cache_guard:
            self._drop(name)
            self._cache[name] = (found, tables)
            self._held += 0 if name in ALWAYS_KEPT else found[2]
            while self._held > _CACHE_BYTES:
                oldest = next(each for each in self._cache if each not in ALWAYS_KEPT)
                if oldest == name:
                    break
                self._drop(oldest)

    def _forget(self, name: str) -> None:
        with self._cache_guard:
            self._drop(name)

    def _drop(self, name: str) -> None:
        held = self._cache.pop(name, None)
        self._held -= held[0][2] if held and name not in ALWAYS_KEPT else 0

    def forget_all(self) -> None:
        """Drop everything in memory: after a failed write it may not be what is on disk."""
        with self._cache_guard:
            self._cache.clear()
            self._held = 0
            self.decoded.clear()
            self.put_last.clear()
            self.records.clear()
            self.validated.clear()

    def warn(self, line: str) -> None:
        """Keep a line for the reader, once."""
        if line not in self.warnings:
            self.warnings.append(line)

    def fresh_tables(self, name: str) -> Tables:
        """Return the tables of a file for changing: a new outer dict, documents shared."""
        tables = self.tables(name)
        return dict(tables) if tables is not None else empty_tables()


def every_file(files: FileCache) -> list[str]:
    """Return the files of a briefing, the catalogue last: it is made of the others."""
    own = [name for kind in ("events", "notes", "versions") for name in sorted(files.names(kind))]
    return [CODEBOOK, SPEAKERS, FEEDS, *own, CATALOGUE]


def owner_of(name: str) -> tuple[str, str]:
    """Return the folder a file of the briefing lies in ("" for its own) and the id it is called by."""
    kind, _, owner = name.removesuffix(".json").rpartition("/")
    return kind, owner


def is_journalled(name: str) -> bool:
    """Tell whether all that ever changed in a file stands in the journal, so that it can be made from it."""
    return name.startswith("notes/") or name in (CODEBOOK, SPEAKERS)


def is_copied(name: str) -> bool:
    """Tell whether beside a file lies a copy of it rather than its previous generation.

    What changed since a generation must stand elsewhere, and what was imported does not.
    """
    return not is_journalled(name) and name != CATALOGUE


def is_id(text: str) -> bool:
    """Tell whether `text` can be an id: letters, digits, - and _, so that no id leads out of the folder.

    It is the name of a file, of which no disk takes a longer one.
    """
    return len(text) <= _LONGEST and text.isascii() and text.replace("-", "").replace("_", "").isalnum()


def is_own_file(name: str) -> bool:
    """Tell whether a file in one of the folders is called by an id alone, as this program calls them.

    What is an id and more (a machine, or “_conflict”) is the copy that lost where folders are synchronised.
    """
    stem, ending = name[:-5], name[-5:]
    losing = stem[32:33] in ("-", "_") and not stem[:32].strip("0123456789abcdef")
    return ending == ".json" and is_id(stem) and not losing
