"""The index: counts, words and what articles there are, derived from the files and never needed.

It can be deleted at any time. Files are compared by (inode, time, size), so that a copy of a
briefing, a restored file or one edited by hand is read again; after that the journal tells which
events to look at.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

from tui.model import Annotation, Article, Counts
from tui.store import contents
from tui.store.errors import StoreError
from tui.store.files import signature
from tui.store.folder import Folder
from tui.store.likeness import canonical_url, sketch, title_key

NAME = "index.sqlite"
_VERSION = 3
_CHUNK = 200
_TABLES = """
CREATE TABLE files(name TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE docs(n INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, article TEXT NOT NULL,
  unread INTEGER, starred INTEGER, tagged INTEGER, notes INTEGER, mark INTEGER);
CREATE UNIQUE INDEX doc_of ON docs(event, article);
CREATE TABLE articles(n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, event TEXT NOT NULL,
  outlet TEXT, url TEXT, source TEXT, day TEXT, title INTEGER, body INTEGER);
CREATE INDEX article_event ON articles(event);
CREATE INDEX article_url ON articles(url) WHERE url <> '';
CREATE INDEX article_source ON articles(source);
CREATE INDEX article_title ON articles(title, outlet);
CREATE TABLE earlier(source TEXT, id TEXT, PRIMARY KEY(source, id)) WITHOUT ROWID;
CREATE TABLE sketches(hash INTEGER, n INTEGER, PRIMARY KEY(hash, n)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(text, content='', detail=none, prefix='2 3',
  tokenize='unicode61 remove_diacritics 2');
"""
Progress = Callable[[int, int], None]


class Index:
    """The index of one briefing. One thread at a time."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._db: sqlite3.Connection | None = None
        self._journal: tuple[int, int] | None = None  # how far this object knows the briefing
        self._counts: dict[str, Counts] | None = None

    def close(self) -> None:
        """Let go of the file."""
        if self._db:
            self._db.close()
        self._db, self._journal, self._counts = None, None, None

    def discard(self) -> None:
        """Throw the index away; the next question makes it anew."""
        self.close()
        self._remove()

    def counts(self) -> dict[str, Counts]:
        """Return for each event what the reader did in it."""
        db = self.refreshed()
        if self._counts is None:
            rows = db.execute(
                "SELECT event, sum(unread), sum(starred), sum(tagged), sum(notes) FROM docs GROUP BY event"
            )
            self._counts = {event: Counts(*numbers) for event, *numbers in rows}
        return dict(self._counts)

    def search(self, text: str, limit: int) -> list[tuple[str, str]]:
        """Return (event id, article id) of what holds a word beginning with each word of `text`."""
        tokens = re.findall(r"\w+", unicodedata.normalize("NFC", text))
        if not tokens:
            return []
        wanted = " AND ".join(f'"{token}" *' for token in tokens)
        rows = self.refreshed().execute(
            "SELECT docs.event, docs.article FROM words JOIN docs ON docs.n = words.rowid"
            " WHERE words MATCH ? LIMIT ?",
            (wanted, limit),
        )
        return [(event, article) for event, article in rows]

    def refreshed(self, progress: Progress | None = None) -> sqlite3.Connection:
        """Return the database, brought up to the files; made anew when it is broken."""
        for attempt in (1, 2, 3):
            try:
                db = self._open(in_memory=attempt == 3)
                self._refresh(db, progress)
                return db
            except sqlite3.Error:
                self.close()
                if attempt == 3:
                    raise
                self._remove()
        raise AssertionError("unreachable")

    def _remove(self) -> None:
        for ending in ("", "-wal", "-shm"):
            try:
                (self._folder.root / f"{NAME}{ending}").unlink(missing_ok=True)
            except OSError:
                return

    def _open(self, *, in_memory: bool) -> sqlite3.Connection:
        if self._db is not None:
            return self._db
        path = ":memory:" if in_memory else str(self._folder.root / NAME)
        if not in_memory:
            # SQLite gives its files the rights of the first one.
            Path(path).touch(mode=0o600)
        db = sqlite3.connect(path, timeout=20, isolation_level=None, check_same_thread=False)
        try:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            db.execute("PRAGMA cache_size=-4000")
            if db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                db.execute("BEGIN IMMEDIATE")
                if db.execute("PRAGMA user_version").fetchone()[0] != _VERSION:
                    _make(db)
                db.execute("COMMIT")
        except sqlite3.Error:
            db.close()
            raise
        self._db, self._journal, self._counts = db, None, None
        return db

    def _refresh(self, db: sqlite3.Connection, progress: Progress | None) -> None:
        state = self._folder.journal.state()
        if self._journal == state:
            return
        if self._journal and self._journal[0] == state[0] and self._journal[1] < state[1]:
            events: set[str] = set()
            for line in self._folder.journal.lines(self._journal[1]):
                events.update(map(str, line.says.get("events", ())))
            self._index_all(db, sorted(events), progress)
        else:
            self._compare(db, progress)
        self._journal, self._counts = state, None

    def _compare(self, db: sqlite3.Connection, progress: Progress | None) -> None:
        """Index what differs from what the index has seen, by looking at every file's stamp."""
        folder = self._folder
        seen = dict(db.execute("SELECT name, stamp FROM files"))
        there = {name for kind in ("events", "notes") for name in folder.names(kind)}
        stale: set[str] = set()
        for name in there:
            if seen.get(name) != _stamp(folder, name):
                kind, _, owner = name.removesuffix(".json").partition("/")
                found = db.execute("SELECT event FROM articles WHERE id = ?", (owner,)).fetchone()
                if kind == "notes" and found:
                    stale.add(found[0])
                stale.add(owner)
        for name in seen.keys() - there:
            stale.add(name.removesuffix(".json").partition("/")[2])
            db.execute("DELETE FROM files WHERE name = ?", (name,))
        # An owner of notes that is no event (an article that is indexed with its event) falls out here.
        events = sorted(owner for owner in stale if contents.event_file(owner) in there | seen.keys())
        self._index_all(db, events, progress)
        used, last = db.execute("SELECT count(*), ifnull(max(n), 0) FROM docs").fetchone()
        if last > 3 * used + 5000:  # words of rows that are gone fill the table
            raise sqlite3.DatabaseError("the index is mostly waste")

    def _index_all(self, db: sqlite3.Connection, events: list[str], progress: Progress | None) -> None:
        for first in range(0, len(events), _CHUNK):
            db.execute("BEGIN IMMEDIATE")
            try:
                for event_id in events[first : first + _CHUNK]:
                    self._index(db, event_id)
                db.execute("COMMIT")
            except BaseException:
                db.execute("ROLLBACK")
                raise
            if progress:
                progress(min(first + _CHUNK, len(events)), len(events))

    def _index(self, db: sqlite3.Connection, event_id: str) -> None:
        """Bring one event up to its files, touching only the articles that changed."""
        folder, name = self._folder, contents.event_file(event_id)
        stamp = _stamp(folder, name)
        known = {article for (article,) in db.execute("SELECT id FROM articles WHERE event = ?", (event_id,))}
        stamps = [(name, stamp)]
        try:
            event = contents.read_event(folder, event_id, keep=False)
        except StoreError:
            db.execute("DELETE FROM docs WHERE event = ?", (event_id,))
            self._forget(db, known)
            self._note(db, stamps)
            return
        fresh = _seen(db, name) != stamp
        if fresh:
            self._forget(db, known - {article.id for article in event.articles})
            for article in event.articles:
                self._learn(db, article)
        mine = contents.read_notes(folder, event_id, keep=False)
        changed: list[Article] = []
        notes: dict[str, list[Annotation]] = {}
        for article in event.articles:
            file = contents.notes_file(article.id)
            state = _stamp(folder, file)
            if fresh or _seen(db, file) != state:
                changed.append(article)
                notes[article.id] = contents.read_notes(folder, article.id, keep=False)
                if state:
                    stamps.append((file, state))
        everything = [*mine, *(each for some in notes.values() for each in some)]
        shown = contents.corrected(event, everything, {})
        if fresh:
            listed = {one for (one,) in db.execute("SELECT article FROM docs WHERE event = ?", (event_id,))}
            gone = [(event_id, one) for one in listed - {article.id for article in event.articles}]
            db.executemany("DELETE FROM docs WHERE event = ? AND article = ?", gone)
        _put(db, event_id, "", [shown.name], mine, unread=0)
        visible = {article.id: article for article in shown.articles}
        for article in changed:
            mark = notes[article.id]
            if article.id not in visible:
                db.execute("DELETE FROM docs WHERE event = ? AND article = ?", (event_id, article.id))
                continue
            now = visible[article.id]
            unread = not any(each.body.get("read") for each in mark if each.motivation == "reading")
            _put(
                db,
                event_id,
                article.id,
                [now.headline, now.outlet, now.author, now.text],
                mark,
                unread=unread,
            )
        file = contents.notes_file(event_id)
        stamps += [(file, _stamp(folder, file))]
        self._note(db, [(each, state) for each, state in stamps if state])

    def _forget(self, db: sqlite3.Connection, articles: Iterable[str]) -> None:
        db.executemany("DELETE FROM articles WHERE id = ?", [(article,) for article in articles])

    def _learn(self, db: sqlite3.Connection, article: Article) -> None:
        body = zlib.crc32(article.text.encode())
        was = db.execute("SELECT body FROM articles WHERE id = ?", (article.id,)).fetchone()
        row = (
            article.id,
            article.event,
            article.outlet.casefold(),
            canonical_url(article.url),
            article.source,
            article.published[:10],
            title_key(article.headline),
            body,
        )
        # An article keeps its number: its sketch stands under it, and that of its earlier versions.
        (number,) = db.execute(
            "INSERT INTO articles(id, event, outlet, url, source, day, title, body) VALUES(?,?,?,?,?,?,?,?)"
            " ON CONFLICT(id) DO UPDATE SET event=excluded.event, outlet=excluded.outlet,"
            " url=excluded.url, source=excluded.source, day=excluded.day, title=excluded.title,"
            " body=excluded.body RETURNING n",
            row,
        ).fetchone()
        if was == (body,):
            return
        texts = [article.text]
        if article.versions:
            versions = contents.read_versions(self._folder, article.id)
            texts += [version.text for version in versions]
            sources = [(version.source, article.id) for version in versions]
            db.executemany("INSERT OR IGNORE INTO earlier VALUES(?,?)", sources)
        hashes = {(each, number) for text in texts for each in sketch(text)}
        db.executemany("INSERT OR IGNORE INTO sketches VALUES(?,?)", hashes)

    def _note(self, db: sqlite3.Connection, stamps: list[tuple[str, str]]) -> None:
        db.executemany("INSERT OR REPLACE INTO files VALUES(?,?)", [each for each in stamps if each[1]])


def _make(db: sqlite3.Connection) -> None:
    for kind, name in db.execute("SELECT type, name FROM sqlite_master WHERE sql NOT NULL").fetchall():
        if kind == "table" and not name.startswith(("sqlite_", "words_")):
            db.execute(f'DROP TABLE IF EXISTS "{name}"')
    for statement in _TABLES.split(";\n"):
        if statement.strip():
            db.execute(statement)
    db.execute(f"PRAGMA user_version={_VERSION}")


def _put(
    db: sqlite3.Connection,
    event: str,
    article: str,
    texts: list[str],
    notes: list[Annotation],
    *,
    unread: bool | int,
) -> None:
    """Index one document: an article with what was written on it, or an event's own name and notes."""
    by_kind: dict[str, set[str]] = {}
    for each in notes:
        by_kind.setdefault(each.motivation, set()).add(each.target.id)
    written = [str(each.body["value"]) for each in notes if each.motivation == "commenting"]
    numbers = (
        int(unread),
        len(by_kind.get("bookmarking", ())),
        len(by_kind.get("tagging", ())),
        len(written),
    )
    text = "\n".join([*texts, *written])
    mark = zlib.crc32(text.encode())
    old = db.execute("SELECT n, mark FROM docs WHERE event = ? AND article = ?", (event, article)).fetchone()
    if old and old[1] == mark:  # the words are as they were: only the counts may have changed
        db.execute(
            "UPDATE docs SET unread = ?, starred = ?, tagged = ?, notes = ? WHERE n = ?", (*numbers, old[0])
        )
        return
    if old:
        db.execute("DELETE FROM docs WHERE n = ?", (old[0],))
    row = db.execute(
        "INSERT INTO docs(event, article, unread, starred, tagged, notes, mark) VALUES(?,?,?,?,?,?,?)",
        (event, article, *numbers, mark),
    ).lastrowid
    db.execute("INSERT INTO words(rowid, text) VALUES(?,?)", (row, text))


def _stamp(folder: Folder, name: str) -> str:
    found = signature(folder.root / name)
    return "{} {} {}".format(*found) if found else ""


def _seen(db: sqlite3.Connection, name: str) -> str:
    found = db.execute("SELECT stamp FROM files WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""
