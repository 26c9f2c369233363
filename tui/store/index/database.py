"""The file of the index: opened, made, looked at by those who only read, and what says that it is broken."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from tui.settings.atomic_files import PRIVATE
from tui.store.disk.folder import BriefingFolder
from tui.store.index import rows

NAME = "index.sqlite"
_VERSION = 13
_LARGE = 500  # events
_TABLES = """
CREATE TABLE files(name TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles(n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, event TEXT NOT NULL,
  outlet TEXT, url TEXT, source TEXT, day TEXT, title INTEGER, body INTEGER);
CREATE INDEX article_event ON articles(event);
CREATE INDEX article_url ON articles(url) WHERE url <> '';
CREATE INDEX article_source ON articles(source);
CREATE INDEX article_title ON articles(title, outlet);
CREATE TABLE earlier(source TEXT, id TEXT, PRIMARY KEY(source, id)) WITHOUT ROWID;
CREATE TABLE sketches(hash INTEGER, n INTEGER, PRIMARY KEY(hash, n)) WITHOUT ROWID;
"""


def is_current(db: sqlite3.Connection) -> bool:
    """Tell whether an index is of this version."""
    return bool(db.execute("PRAGMA user_version").fetchone()[0] == _VERSION)


# Primary result codes of SQLite that say nothing against what an index holds.
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_REFUSED = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def is_broken(error: Exception) -> bool:
    """Tell whether an error met while asking an index says that it is broken, as by a row that makes no sense."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF not in _BUSY + _REFUSED
    return isinstance(error, (TypeError, AttributeError, OverflowError, MemoryError))


def is_behind(folder: BriefingFolder, events: int) -> bool:
    """Tell whether most of a large briefing is not in its index yet."""
    if events < _LARGE:
        return False
    try:
        with closing(connect_for_reading(folder.root)) as db:
            known = db.execute("SELECT count(*) FROM docs WHERE article = ''").fetchone()[0]
            return bool(events - known > _LARGE)
    except sqlite3.Error:
        return True


def connect(root: Path) -> sqlite3.Connection:
    """Open the index of a briefing's folder for writing, making it where there is none of this version.

    Where nobody can write to it, and all of it lies in the one file, for reading. Raises `sqlite3.Error`.
    """
    path = root / NAME
    try:
        path.touch(mode=PRIVATE)  # SQLite gives its other files the rights of this one
    except OSError as error:  # a folder that may only be read
        return _connect_immutable(path, error)
    db = sqlite3.connect(path, timeout=20, isolation_level=None, check_same_thread=False)
    try:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-4000"):
            db.execute(f"PRAGMA {pragma}")
        if not is_current(db):
            db.execute("BEGIN IMMEDIATE")
            if not is_current(db):
                _make(db)
            db.execute("COMMIT")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _connect_immutable(path: Path, why: OSError) -> sqlite3.Connection:
    if path.exists() and not path.with_name(f"{NAME}-wal").exists():
        uri = f"{path.absolute().as_uri()}?immutable=1"
        db = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
        if is_current(db):
            return db
        db.close()
    raise _cannot_open(str(why))


def _cannot_open(why: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(why)
    error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
    return error


def connect_in_memory(old: sqlite3.Connection | None) -> sqlite3.Connection:
    """Open an index in memory that begins with what there is in the `old` one."""
    db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with suppress(sqlite3.Error):
        if old:
            old.backup(db)
    if not is_current(db):
        _make(db)
    return db


def connect_for_reading(root: Path, *, timeout: float = 5.0) -> sqlite3.Connection:
    """Open the index that is there, waiting for a writer for `timeout` seconds; nothing is left beside it.

    Raises `sqlite3.Error` where there is none of this version.
    """
    path = root / NAME
    if not path.with_name(f"{NAME}-wal").exists():
        return _connect_immutable(path, FileNotFoundError(f"{path} is not there, or of another version"))
    # Somebody has it open: what SQLite wants beside it is there.
    uri = f"{path.absolute().as_uri()}?mode=ro"
    db = sqlite3.connect(uri, uri=True, timeout=timeout, isolation_level=None, check_same_thread=False)
    if is_current(db):
        return db
    db.close()
    raise _cannot_open(f"{path} is of another version")


def remove(root: Path) -> None:
    """Take the index away, as far as that goes."""
    with suppress(OSError):
        for ending in ("", "-wal", "-shm"):
            (root / f"{NAME}{ending}").unlink(missing_ok=True)


def _make(db: sqlite3.Connection) -> None:
    for kind, name in db.execute("SELECT type, name FROM sqlite_master WHERE sql NOT NULL").fetchall():
        if kind == "table" and not name.startswith(("sqlite_", "words_", "fine_")):
            db.execute(f'DROP TABLE IF EXISTS "{name}"')
    for statement in (*(_TABLES + rows.TABLES).split(";\n"), *rows.TRIGGERS):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA user_version={_VERSION}")
