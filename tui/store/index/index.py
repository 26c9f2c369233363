"""The index: counts, words and what articles there are, derived from the files and never needed.

It can be deleted at any time. Files are compared by (inode, time, size), so that a copy of a
briefing, a restored file or one edited by hand is read again; after that the journal tells which
events to look at.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress

from tui.core.edtf import without_time
from tui.core.model import Annotation, Article, EventCounts
from tui.store import corrections, loader
from tui.store.disk.cache import owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.table_file import stat_key
from tui.store.index import database, statement_rows
from tui.store.index import rows as documents
from tui.store.index.fingerprint import canonical_url, minhash_sketch, title_key
from tui.store.index.query_plan import IndexMap
from tui.store.loader import read_versions

_CHUNK = 200  # events written at a time
Progress = Callable[[int, int], None]


class StoppedError(StoreError):
    """A refresh was ended early."""


class Index:
    """The index of one briefing. One thread at a time."""

    def __init__(self, folder: BriefingFolder, *, leaving: bool = False) -> None:
        """With `leaving` the folder is left as it is: what the index lacks is added to a copy in memory."""
        self._folder = folder
        self._leaving = leaving
        self._useless = False  # the one in the folder is broken, and left
        self._db: sqlite3.Connection | None = None
        self._journal: tuple[int, int] | None = None  # how far this object knows the briefing
        self._counts: dict[str, EventCounts] | None = None
        self._table: tuple[object, object, IndexMap] | None = None
        self.stop = threading.Event()  # set to end a refresh early; what is done by then is kept

    def close(self) -> None:
        """Let go of the file."""
        if self._db:
            self._db.close()
        self._db, self._journal, self._counts, self._table = None, None, None, None

    def discard(self) -> None:
        """Throw the index away; the next question makes it anew."""
        self.close()
        if self._leaving:
            self._useless = True
        else:
            database.remove(self._folder.root)

    def counts(self) -> dict[str, EventCounts]:
        """Return for each event what the reader did in it."""
        db = self.up_to_date()
        if self._counts is None:
            rows = db.execute(
                "SELECT event, sum(unread), sum(starred), sum(tagged), sum(notes), sum(ifnull(changed > 1, 0))"
                " FROM docs GROUP BY event"
            )
            found = {event: EventCounts(*numbers) for event, *numbers in rows}
            alike = {each: each for each in found.values()}  # most of them: one object for all
            self._counts = {event: alike[each] for event, each in found.items()}
        return dict(self._counts)

    def table(self, db: sqlite3.Connection) -> IndexMap:
        """Return which document lies in which event."""
        # Tells of what others wrote and what was written here; to count the documents takes long where they are many.
        written = db.execute("PRAGMA data_version").fetchone(), db.total_changes
        if self._table is None or self._table[0] != written:
            state = db.execute("SELECT ifnull(max(n), 0), count(*) FROM docs").fetchone()
            same = self._table and self._table[1] == state
            self._table = written, state, self._table[2] if self._table and same else IndexMap(db)
            self._table[2].known.clear()
        return self._table[2]

    def up_to_date(self, progress: Progress | None = None) -> sqlite3.Connection:
        """Return the database, brought up to the files; made anew when it is broken.

        Where the disk takes nothing more, or is to be left as it is, a copy of it in memory is brought up to them.
        """
        for _ in range(2):
            try:
                db = self._db or self._opened(self._connected())
                self._refresh(db, progress)
                return db
            except sqlite3.Error as error:
                if not database.is_broken(error):
                    break
                self.discard()
        db = database.connect_in_memory(self._db)
        self.close()
        self._refresh(self._opened(db), progress)
        return db

    def renew(self, events: Collection[str]) -> None:
        """Index events anew whose files are as they were: what is made of them is of the rules of its day."""
        db = self.up_to_date()
        with suppress(sqlite3.Error):  # it is done when the index is next looked over: their stamps are gone
            stamps = [(loader.event_file(each),) for each in events]
            db.executemany("DELETE FROM files WHERE name = ?", stamps)
            self._index_all(db, sorted(events), None)

    def _connected(self) -> sqlite3.Connection:
        if self._useless:
            return database.connect_in_memory(None)
        return (database.connect_for_reading if self._leaving else database.connect)(self._folder.root)

    def _opened(self, db: sqlite3.Connection) -> sqlite3.Connection:
        self._db, self._journal, self._counts, self._table = db, None, None, None
        return db

    def _refresh(self, db: sqlite3.Connection, progress: Progress | None) -> None:
        state = self._folder.journal.state()
        if self._journal == state:
            return
        # Where a step is under way its line may be there before its files: these lines are read again then.
        under_way = bool(self._folder.pending_files())
        if self._journal and self._journal[0] == state[0] and self._journal[1] < state[1]:
            events: set[str] = set()
            for line in self._folder.journal.lines(self._journal[1], changes=False):
                events.update(map(str, line.says.get("events", ())))
            self._index_all(db, sorted(events), progress)
        else:
            self._compare(db, progress)
        self._journal, self._counts = self._journal if under_way else state, None

    def _compare(self, db: sqlite3.Connection, progress: Progress | None) -> None:
        """Index what differs from what the index has seen, by looking at every file's stamp."""
        folder = self._folder
        seen = dict(db.execute("SELECT name, stamp FROM files"))
        there = {name for kind in ("events", "notes") for name in folder.names(kind)}
        if not all(isinstance(name, str) for name in seen):
            raise sqlite3.DatabaseError("a file without a name")
        stale: set[str] = set()
        for name in there:
            if seen.get(name) != _stamp(folder, name):
                kind, owner = owner_of(name)
                found = db.execute("SELECT event FROM articles WHERE id = ?", (owner,)).fetchone()
                if kind == "notes" and found:
                    stale.add(found[0])
                stale.add(owner)
        for name in seen.keys() - there:
            stale.add(owner_of(name)[1])
            db.execute("DELETE FROM files WHERE name = ?", (name,))
        # An owner of notes that is no event (an article that is indexed with its event) falls out here.
        events = sorted(owner for owner in stale if loader.event_file(owner) in there | seen.keys())
        self._index_all(db, events, progress)
        used, last = db.execute("SELECT count(*), ifnull(max(n), 0) FROM docs").fetchone()
        if last > 3 * used + 5000:  # words of rows that are gone fill the table
            raise sqlite3.DatabaseError("the index is mostly waste")

    def _index_all(self, db: sqlite3.Connection, events: list[str], progress: Progress | None) -> None:
        for first in range(0, len(events), _CHUNK):
            db.execute("BEGIN IMMEDIATE")
            try:
                numbers = documents.Numbers(db)
                for event_id in events[first : first + _CHUNK]:
                    if self.stop.is_set():
                        raise StoppedError("indexing was stopped")
                    self._index(db, event_id, numbers)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:  # a full disk ends it by itself
                    db.execute("ROLLBACK")
                raise
            if progress:
                progress(min(first + _CHUNK, len(events)), len(events))

    def _index(self, db: sqlite3.Connection, event_id: str, numbers: documents.Numbers) -> None:
        """Bring one event up to its files, touching only the articles that changed."""
        folder, name = self._folder, loader.event_file(event_id)
        statement_rows.forget(db, event_id)
        stamp = _stamp(folder, name)
        known = {article for (article,) in db.execute("SELECT id FROM articles WHERE event = ?", (event_id,))}
        stamps = [(name, stamp)]
        try:
            event = loader.read_event(folder, event_id, keep=False)
        except StoreError:
            documents.drop(db, event_id)
            self._delete_articles(db, known)
            self._remember_stamps(db, stamps)
            return
        fresh = _seen(db, name) != stamp
        if fresh:
            self._delete_articles(db, known - {article.id for article in event.articles})
            for article in event.articles:
                self._index_article(db, article)
        mine, _ = _notes(folder, event_id)
        changed: list[Article] = []
        notes: dict[str, list[Annotation]] = {}
        for article in event.articles:
            file = loader.notes_file(article.id)
            state = _stamp(folder, file)
            if fresh or _seen(db, file) != state:
                changed.append(article)
                notes[article.id], read = _notes(folder, article.id)
                if state and read:
                    stamps.append((file, state))
        everything = [*mine, *(each for some in notes.values() for each in some)]
        annotated = corrections.annotated(event, everything, {})
        shown = annotated.event
        if fresh:
            listed = {one for (one,) in db.execute("SELECT article FROM docs WHERE event = ?", (event_id,))}
            documents.drop(db, event_id, listed - {"", *(article.id for article in event.articles)})
        number = documents.put_event(db, shown, mine, numbers)
        visible = {article.id: article for article in shown.articles}
        for article in changed:
            if article.id in visible:
                gone = {each.id for each in annotated.orphans if each.target.article == article.id}
                own, now = notes[article.id], visible[article.id]
                documents.put_article(db, shown, number, now, own, orphans=gone, numbers=numbers)
            else:
                documents.drop(db, event_id, [article.id])
        file = loader.notes_file(event_id)
        stamps += [(file, _stamp(folder, file))]
        self._remember_stamps(db, [(each, state) for each, state in stamps if state])

    def _delete_articles(self, db: sqlite3.Connection, articles: Iterable[str]) -> None:
        db.executemany("DELETE FROM articles WHERE id = ?", [(article,) for article in articles])

    def _index_article(self, db: sqlite3.Connection, article: Article) -> None:
        body = zlib.crc32(article.text.encode())
        was = db.execute("SELECT body FROM articles WHERE id = ?", (article.id,)).fetchone()
        row = (
            article.id,
            article.event,
            article.outlet.casefold(),
            canonical_url(article.url),
            article.source,
            without_time(article.published),
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
            versions = read_versions(self._folder, article.id)
            texts += [version.text for version in versions]
            sources = [(version.source, article.id) for version in versions]
            db.executemany("INSERT OR IGNORE INTO earlier VALUES(?,?)", sources)
        hashes = {(each, number) for text in texts for each in minhash_sketch(text)}
        db.executemany("INSERT OR IGNORE INTO sketches VALUES(?,?)", hashes)

    def _remember_stamps(self, db: sqlite3.Connection, stamps: list[tuple[str, str]]) -> None:
        db.executemany("INSERT OR REPLACE INTO files VALUES(?,?)", [each for each in stamps if each[1]])


def _notes(folder: BriefingFolder, owner: str) -> tuple[list[Annotation], bool]:
    """Return what the reader wrote on something, and whether it could be read: an article is found without."""
    try:
        return loader.read_notes(folder, owner, keep=False), True
    except StoreError:  # told of where it is opened
        return [], False


def _stamp(folder: BriefingFolder, name: str) -> str:
    found = stat_key(f"{folder.root}/{name}")
    return "{} {} {}".format(*found) if found else ""


def _seen(db: sqlite3.Connection, name: str) -> str:
    found = db.execute("SELECT stamp FROM files WHERE name = ?", (name,)).fetchone()
    return str(found[0]) if found else ""
