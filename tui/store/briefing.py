"""A briefing: a folder of plain TinyDB files, read and changed through one object."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui.model import (
    Annotated,
    Annotation,
    Article,
    Counts,
    EventRow,
    Feed,
    Motivation,
    Quote,
    Speaker,
    Tag,
    Target,
    Version,
    View,
)
from tui.store import contents, recover
from tui.store.errors import StoreError
from tui.store.files import Tables, fresh, replace_durably, serialise, signature, twin
from tui.store.folder import CATALOGUE, CODEBOOK, PENDING, SPEAKERS, Folder

if TYPE_CHECKING:
    from collections import Counter

    from tui.commands import Command
    from tui.store.history import Step
    from tui.store.incoming import Added, Incoming
    from tui.store.index import Index
    from tui.store.known import Known
    from tui.store.ledger import Ledger
    from tui.store.rereading import Renewed
    from tui.store.search import Found, Hit
    from tui.store.searching import Searching

__all__ = ["Added", "Briefing", "Incoming", "Step", "StoreError"]


def __getattr__(name: str) -> object:
    """Import what goes with a briefing when it is asked for: opening one needs none of it."""
    if name == "Step":
        from tui.store.history import Step

        return Step
    if name in ("Added", "Incoming"):
        from tui.store import incoming

        return getattr(incoming, name)
    raise AttributeError(name)


class Briefing:
    """One briefing, open. Every method may be called from any thread.

    `notices` are lines about what had to be mended so far; `read_only` is "" or says why nothing
    can be written (a later change tries again).
    """

    def __init__(self, path: Path, new_id: Callable[[], str], now: Callable[[], str]) -> None:
        """Use `open`, which looks whether there is a briefing at all."""
        self.path = path
        self._new_id = new_id
        self._now = now
        self._folder = Folder(path, _mend)
        self._where: dict[str, str] = {}  # article id -> event id, as last seen
        self._rows: tuple[object, list[EventRow]] | None = None
        self._made: Ledger | None = None
        self._index: Index | None = None
        self._guard = threading.Lock()
        self._index_guard = threading.RLock()  # taken before the folder's lock, never within it
        self._polled = self._folder.journal.state()
        self.indexing = False  # another process makes the index: what there is of it has to do
        self._looked = False  # for copies made by other programs
        self._seen = 0  # the last step poll() knows
        self._before = self._folder.journal.last_seq()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        title: str = "",
        new_id: Callable[[], str] | None = None,
        now: Callable[[], str] | None = None,
    ) -> Briefing:
        """Open the briefing in the folder `path`; with `create`, make it if there is none.

        `new_id` and `now` replace the random ids and the clock, so that a build can be repeated.
        Raises `StoreError` when there is no briefing, or one of a newer version.
        """
        path = Path(path)
        briefing = cls(path, new_id or _random_id, now or _utc_now)
        if signature(path / CATALOGUE) is None and signature(twin(path / CATALOGUE)) is None:
            if (path / "events").is_dir():
                pass  # the catalogue was lost; it can be made again
            elif create:
                _create(briefing._folder, title or path.name)
            else:
                raise StoreError(f"{path}: there is no briefing here")
        briefing._begin()
        return briefing

    def _begin(self) -> None:
        folder = self._folder
        if signature(self.path / CATALOGUE) is None and signature(twin(self.path / CATALOGUE)) is None:
            folder.broken(CATALOGUE, "it is missing")
        folder.tables(CATALOGUE)
        if folder.is_old:
            from tui.store.migrate import migrate

            migrate(folder)
        if recover.is_due(folder):
            recover.recover(folder)
        self._polled, self._seen = folder.journal.state(), folder.journal.last_seq()

    def close(self) -> None:
        """End the session: its steps may from now on be taken back by others."""
        with self._guard:
            if self._made:
                self._made.close()
        with self._index_guard:
            if self._index:
                self._index.close()
                self._index = None

    @property
    def title(self) -> str:
        """What the briefing is called."""
        meta = self._folder.table(CATALOGUE, "_meta").get("1", {})
        return str(meta.get("title") or self.path.name)

    @property
    def notices(self) -> list[str]:
        """What had to be mended so far, a line each."""
        return self._folder.notices

    @property
    def read_only(self) -> str:
        """Why nothing can be written, or ""."""
        return (self._made.read_only if self._made else "") or self._folder.refused

    @property
    def session(self) -> str:
        """The id under which this object's steps stand in the journal, "" before the first."""
        return self._made.session if self._made else ""

    # Reading

    def rows(self) -> list[EventRow]:
        """Return the catalogue, newest first, undated and year-less last. Not to be changed."""
        table = self._folder.table(CATALOGUE, "events")
        if self._rows is None or self._rows[0] is not table:
            try:
                rows = sorted(table.values(), key=_row_date, reverse=True)
            except (KeyError, TypeError) as error:
                tables = self._folder.broken(CATALOGUE, f"a row in it makes no sense ({error})") or {}
                table = tables.get("events", {})
                rows = sorted(table.values(), key=_row_date, reverse=True)
            self._rows = table, cast("list[EventRow]", rows)
        return self._rows[1]

    def annotated(self, event_id: str, *, include_hidden: bool = False) -> Annotated:
        """Return an event with the reader's corrections applied, and his annotations.

        Deleted articles and discarded quotes are left out unless `include_hidden`.
        Raises `StoreError` when there is no such event, or its file is broken beyond mending.
        """
        redirect = contents.redirects(self.speakers())
        found = contents.annotated(self._folder, event_id, redirect, include_hidden=include_hidden)
        for article in found.event.articles:
            self._where[article.id] = event_id
        return found

    def versions(self, article_id: str) -> tuple[Version, ...]:
        """Return what an article said before its outlet changed it, newest first."""
        from tui.store.versions import read_versions

        return tuple(read_versions(self._folder, article_id))

    def as_read(self, event_id: str) -> tuple[Article, ...]:
        """Return an event's articles as they were read, corrections left out, without deleted ones."""
        event = contents.read_event(self._folder, event_id, keep=False)
        hidden = {
            each.target.id
            for each in contents.event_notes(self._folder, event, keep=False)
            if each.body.get("field") == "deleted"
        }
        return tuple(article for article in event.articles if article.id not in hidden)

    def notes(self, target: Target) -> Annotated:
        """Return the annotations on a speaker (or anything), with an empty event around them."""
        from tui.model import Event

        found = contents.read_notes(self._folder, target.article or target.id)
        return Annotated(Event("", ""), contents.by_target(found))

    def written(self, motivation: Motivation) -> Iterator[tuple[str, Annotation]]:
        """Yield (event id, annotation) for all the reader wrote of one kind. May take long."""
        from tui.store.written import written

        return written(self._folder, self.event_of, motivation)

    def speakers(self) -> dict[str, Speaker]:
        """Return the speakers by id, merged ones too (they redirect)."""
        return contents.read_speakers(self._folder)

    def views(self) -> dict[str, View]:
        """Return the saved views by id."""
        return contents.read_views(self._folder)

    def tags(self) -> dict[str, Tag]:
        """Return the codebook by tag id."""
        return contents.read_tags(self._folder)

    def feeds(self) -> dict[str, Feed]:
        """Return the feeds that are subscribed to by address, with what is known from the last look."""
        from tui.store.feeds import read_feeds

        return read_feeds(self._folder)

    def save_looks(self, feeds: Sequence[Feed]) -> None:
        """Keep what looks at feeds showed; no step, for the reader changed nothing. Raises `StoreError`."""
        from tui.store.feeds import save_looks

        save_looks(self._folder, feeds)

    def tag_uses(self) -> dict[str, Counter[str]]:
        """Return for each tag in use how many things have it, by the type of target. May take long."""
        from tui.store.uses import tag_uses

        return tag_uses(self._folder)

    def recent_tags(self) -> list[str]:
        """Return the ids of tags that were given lately, the last one first."""
        from tui.store.uses import recent_tags

        return recent_tags(self._folder)

    def quotes(self) -> Iterator[tuple[EventRow, Article, Quote]]:
        """Yield every quote of the briefing, in the order of `rows()`. Broken events are passed over."""
        redirect = contents.redirects(self.speakers())
        for row in self.rows():
            try:
                event = contents.read_event(self._folder, row["id"], keep=False)
                notes = contents.event_notes(self._folder, event, keep=False)
            except StoreError as error:
                self._folder.notice(str(error))
                continue
            for article in contents.corrected(event, notes, redirect).articles:
                for quote in article.quotes:
                    yield row, article, quote

    def find(self, id_or_prefix: str) -> Target:
        """Return what an id, or a unique beginning of one (4 characters or more), stands for.

        Raises `StoreError` when nothing or more than one thing begins so.
        """
        from tui.store.lookup import find

        return find(self._folder, id_or_prefix)

    def event_of(self, article_id: str) -> str:
        """Return the id of the event an article lies in, "" when there is no such article."""
        from tui.store.lookup import event_of, holds

        found = self._where.get(article_id, "")
        if not found or not holds(self._folder, found, article_id):
            found = event_of(self._folder, article_id)
            if found:
                self._where[article_id] = found
        return found

    def counts(self) -> dict[str, Counts]:
        """Return for each event what the reader did in it. May take long: call it in a worker.

        Copies that a program which synchronises folders left in the briefing are noticed by the way.
        """
        if not self._looked:
            from tui.store.check import notice_copies

            self._looked = True
            notice_copies(self._folder)
        with self._index_guard:
            return self._derived().counts()

    def select(self, query: str, *, whole: bool = False) -> list[Hit]:
        """Return (event id, article id, quote ids) of what a query finds, in the order of `rows()`.

        `quote ids` are those of the article's quotes for which the query holds, maybe none; an article
        that it does not find itself is there for such quotes, unless `whole`. May take long: call it
        in a worker. Raises `tui.query.QueryError`, one line with the column.
        """
        return self._searching().select(query, whole=whole)

    def ranked(self, query: str) -> Iterator[Hit]:
        """Yield what `select` returns (with `whole`), what fits best first. Raises `QueryError`."""
        return self._searching().ranked(query)

    def look_for(self, query: str, *, stop: Callable[[], bool] = lambda: False) -> Iterator[Found]:
        """Yield how many articles of which events a query finds, the last time for good.

        What the index cannot tell is looked at piece by piece until `stop`. Raises `QueryError`.
        """
        return self._searching().look_for(query, stop)

    def index_is_behind(self) -> bool:
        """Tell whether bringing the index up to the files would take seconds rather than a moment."""
        from tui.store.index import is_behind

        return is_behind(self._folder, len(self.rows()))

    def refresh_index(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Bring the index up to the files, telling how many events of how many are done."""
        with self._index_guard:
            self._derived().refreshed(progress)

    def stop_indexing(self) -> None:
        """End a refresh of the index early, from any thread; what is done by then is kept."""
        if self._index:
            self._index.stop.set()

    def _searching(self) -> Searching:
        from tui.store.searching import Searching

        return Searching(self, self._folder, self._derived, self._index_guard)

    def _derived(self) -> Index:
        if self._index is None:
            from tui.store.index import Index

            self._index = Index(self._folder)
        return self._index

    def raw(self, article: Article) -> str:
        """Return the raw page of an article, cleaned. Raises `StoreError` when it is missing."""
        from tui.reading.encoding import BadSourceError
        from tui.reading.read import page_text
        from tui.reading.sources import source_of
        from tui.store.incoming import read_source

        try:
            return page_text(source_of(article.origin, read_source(self.path, article.source)))
        except BadSourceError as error:
            raise StoreError(f"the raw page of this article {error}") from None

    # Changing

    def _ledger(self) -> Ledger:
        with self._guard:
            if self._made is None:
                from tui.store.ledger import Ledger

                self._made = Ledger(self._folder, self._new_id, self._now, self.event_of, self._before)
            return self._made

    def add(self, incoming: Sequence[Incoming]) -> Added:
        """Take readings in: all that are new, or none should anything go wrong midway.

        What the briefing has already is left as it is. What says something else than the article that
        is there becomes its new version: one step, which can be taken back. What the reader wrote
        stays on its quotes. A few hundred at a time keep memory low. Raises `StoreError`.
        """
        from tui.store.importing import add

        with self._index_guard, self._folder.locked():
            return add(self._folder, self._ledger(), self._derived(), incoming)

    def renew(self, incoming: Sequence[Incoming], dates: Mapping[str, tuple[str, str]]) -> list[Renewed]:
        """Put new readings of their own pages in the place of articles' old ones: one step.

        `article_id` of each says whose it is; `dates` are the days of events and how each is known,
        found in all the articles of the event. Returns what is different now. Raises `StoreError`, and
        then nothing is.
        """
        from tui.store.rereading import renew

        with self._index_guard, self._folder.locked():
            return renew(self._folder, self._ledger(), self._derived(), incoming, dates)

    def known(self) -> Known:
        """Return what tells articles the briefing has from new ones, for a look before reading a page."""
        from tui.store.known import Known

        with self._index_guard:
            return Known(self._folder, self._derived())

    def do(self, command: Command) -> Step:
        """Carry a command out, durably; a step numbered 0 when it changes nothing.

        Raises `StoreError`, or `ValueError` for a value that cannot be.
        """
        return self._ledger().do(command)

    def undo(self) -> Step | None:
        """Take back this session's last step (or one of a session that had ended when this one began).

        Returns the step as journalled, None when there is nothing to take back. Raises `StoreError`
        when what it would change has been changed by somebody else since.
        """
        return self._ledger().undo()

    def redo(self) -> Step | None:
        """Do again what was taken back last. As `undo`."""
        return self._ledger().redo()

    def history(self, limit: int = 50) -> list[Step]:
        """Return the last steps, newest first, passive ones left out."""
        return self._ledger().steps(limit)

    def poll(self) -> frozenset[str] | None:
        """Return what other sessions changed since the last call, None when nothing did.

        Holds event ids, and "codebook", "speakers", "catalogue". Cheap when nothing happened.
        """
        state = self._folder.journal.state()
        if state == self._polled:
            return None
        # While a step is under way its files are not all in place yet.
        if self._folder.leftovers() and not recover.recover(self._folder, timeout=0):
            return None
        from tui.store.history import Step

        old, self._polled = self._polled, state
        offset = old[1] if old[0] == state[0] and old[1] <= state[1] else 0
        changed: set[str] = set()
        for line in self._folder.journal.lines(offset):
            if line.seq <= self._seen:
                continue
            if line.seq > self._seen + 1:  # lines were packed away before they were seen
                changed |= {row["id"] for row in self.rows()} | {"codebook", "speakers", "catalogue"}
            self._seen = line.seq
            step = Step.of(line.seq, line.says)
            if step.session != self.session or not self.session:
                changed |= step.events | step.shared
        return frozenset(changed) or None

    def repair(self) -> list[str]:
        """Mend what can be mended; return what was done, a line each. Broken files are kept.

        `tui.store.check.check` tells, without opening a briefing, what there is to mend.
        """
        from tui.store.check import repair

        with self._index_guard:
            if self._index:
                self._index.discard()
            return repair(self._folder)

    # Where the reader was

    def place(self) -> dict[str, object]:
        """Return where the reader was, {} when not known."""
        import json

        try:
            found = json.loads((self.path / "place.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def save_place(self, place: Mapping[str, object]) -> None:
        """Remember where the reader is. Errors are ignored: a place is not worth a complaint."""
        import json
        import os

        temporary = self.path / f".place.{os.getpid()}.new"
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(place, file, ensure_ascii=False)
            temporary.replace(self.path / "place.json")
        except OSError:
            temporary.unlink(missing_ok=True)


def _create(folder: Folder, title: str) -> None:
    """Make an empty briefing; the catalogue comes last, and with it the briefing is there."""
    root = folder.root
    try:
        for each in (root, root / "events", root / "notes", root / "sources", root / PENDING):
            each.mkdir(mode=0o700, parents=True, exist_ok=True)
        with folder.locked():
            if signature(root / CATALOGUE) is not None:
                return
            if folder.journal.state()[1] == 0:
                folder.journal.append({"op": "create"})
            tables = fresh()
            for name in (CODEBOOK, SPEAKERS):
                replace_durably(root / name, serialise(tables))
            tables["_meta"]["1"]["title"] = title
            folder.checkpoint()
            replace_durably(root / CATALOGUE, serialise(tables))
    except OSError as error:
        raise StoreError(f"{root}: no briefing can be made here: {error.strerror}") from None


def _mend(folder: Folder, name: str, why: str) -> Tables | None:
    from tui.store.mend import mend

    return mend(folder, name, why)


def _random_id() -> str:
    from uuid import uuid4

    return uuid4().hex


def _utc_now() -> str:
    import time

    seconds, rest = divmod(time.time_ns(), 1_000_000_000)
    # To the microsecond: what is written within one second keeps its order.
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{rest // 1000:06d}Z"


def _row_date(row: Mapping[str, object]) -> str:
    """Return by what a row is sorted; raise KeyError or TypeError for what is no row."""
    date = row["date"]
    if type(date) is not str or type(row["name"]) is not str or type(row["outlets"]) is not list:
        raise TypeError("a name or a date is no text")
    return date if date[:4].isdigit() else ""
