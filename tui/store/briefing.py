"""A briefing: a folder of plain TinyDB files, read and changed through one object."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.core.model import Feed
from tui.settings.atomic_files import private_folder, write_whole
from tui.settings.paths import author
from tui.store.arrivals import Arrivals
from tui.store.disk.cache import CATALOGUE, CODEBOOK, SPEAKERS
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import PENDING, BriefingFolder
from tui.store.disk.git_files import write_git_files
from tui.store.disk.schema import Tables
from tui.store.disk.table_file import backup_path, empty_tables, serialise, stat_key
from tui.store.maintenance import recover
from tui.store.queries import BriefingReader
from tui.store.step_tail import StepTail

if TYPE_CHECKING:
    from tui.commands.annotations import Command
    from tui.store.executor import CommandExecutor
    from tui.store.index.duplicates import DuplicateDetector
    from tui.store.ingest_types import IngestResult, NewArticle
    from tui.store.replica.replica import Replica
    from tui.store.revise import RevisedArticle
    from tui.store.undo import Step

__all__ = ["Briefing", "Step", "StoreError"]


class Briefing(BriefingReader):
    """One briefing, open. Every method may be called from any thread.

    `warnings` are lines about what had to be mended so far; `read_only` is "" or says why nothing
    can be written (a later change tries again).
    """

    def __init__(
        self,
        path: Path,
        *,
        new_id: Callable[[], str] | None,
        now: Callable[[], str] | None,
        owner: str,
        author: Callable[[], str],
        waiting: Callable[[str], None] | None,
        reading: bool,
    ) -> None:
        """Use `open`, which looks whether there is a briefing at all."""
        super().__init__(path, BriefingFolder(path, _mend, waiting), leaving=reading)
        self.waiting = waiting
        self._new_id = new_id or _random_id
        self._now = now or _utc_now
        self._owner = owner
        self._author = author
        self._made: CommandExecutor | None = None
        self._replica: Replica | None = None
        self._guard = threading.Lock()
        self._polled = self.step_tail()  # what `changes_by_others` has told of
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
        owner: str = "",
        author: Callable[[], str] = author,
        waiting: Callable[[str], None] | None = None,
        reading: bool = False,
    ) -> Briefing:
        """Open the briefing in the folder `path`; with `create`, make it if there is none.

        `new_id` and `now` replace the random ids and the clock, so that a build can be repeated. `owner`
        is the session on whose behalf it is opened: the steps are that one's to take back. `author` tells
        who works, whose name all bears that they do. `waiting` is told who is waited for, where another
        program writes for long. With `reading` a folder in which nothing is broken or half done is left as it is.
        Raises `StoreError` when there is no briefing, or one of a newer version.
        """
        path = Path(path)
        briefing = cls(
            path, new_id=new_id, now=now, owner=owner, author=author, waiting=waiting, reading=reading
        )
        catalogue = path / CATALOGUE
        # With events a catalogue was lost; it can be made again.
        if not (stat_key(catalogue) or stat_key(backup_path(catalogue)) or (path / "events").is_dir()):
            if not create:
                raise StoreError(f"{path}: there is no briefing here")
            _create(briefing._folder, title or path.name)
        briefing._begin()
        return briefing

    def _begin(self) -> None:
        folder = self._folder
        if not self._kept_rows() and folder.tables(CATALOGUE) is None:
            folder.on_corrupt(CATALOGUE, "it is missing")
        if self._leaving:
            if recover.is_needed(folder):
                recover.recover(folder)
            return
        if recover.is_due(folder):
            recover.recover(folder)
        self._polled = self.step_tail()

    def close(self) -> None:
        """End the session: its steps may from now on be taken back by others."""
        with self._guard:
            if self._made:
                self._made.close()
        self.keep_rows()
        with self._index_guard:
            if self._index:
                self._index.close()
                self._index = None

    @property
    def read_only(self) -> str:
        """Why nothing can be written, or ""."""
        return (self._made.read_only if self._made else "") or self._folder.refused

    @property
    def barred(self) -> str:
        """Why nothing is to be written, though it could be, or ""."""
        return self._folder.barred

    def bar(self, why: str) -> None:
        """Let nothing be written through this object from now on, and say why to whoever tries."""
        self._folder.barred = self._folder.refused = why

    def save_place(self, place: Mapping[str, object]) -> None:
        """Remember where the reader is, unless nothing is to be written."""
        if not self.barred:
            super().save_place(place)

    @property
    def session(self) -> str:
        """The id under which this object's steps stand in the journal, "" before the first."""
        return self._made.session if self._made else ""

    def begin(self) -> str:
        """Begin the session, should no change have begun it; return its id. Raises `StoreError`."""
        executor = self._executor()
        with executor.writing(), self._folder.locked():
            executor.begin()
        return executor.session

    # Changing

    def _executor(self) -> CommandExecutor:
        with self._guard:
            if self._made is None:
                from tui.store.executor import CommandExecutor

                known = self._folder, self._new_id, self._now, self.event_of, self._before
                self._made = CommandExecutor(*known, owner=self._owner, author=self._author)
            return self._made

    def add(self, incoming: Sequence[NewArticle]) -> IngestResult:
        """Take readings in: all that are new, or none should anything go wrong midway.

        What the briefing has already is left as it is. What says something else than the article that
        is there becomes its new version: one step, which can be taken back. What the reader wrote
        stays on its quotes. A few hundred at a time keep memory low. Raises `StoreError`.
        """
        from tui.store.ingest import add

        with self._index_guard, self._folder.locked():
            return add(self._folder, self._executor(), self._index_files(), incoming)

    def note_import(self) -> None:
        """Note that articles come in, which `end_imports` tells are grouped; a disk that is full is told when they do."""
        from tui.store import unfinished_imports

        with suppress(OSError):
            unfinished_imports.note_import(self.path, self._folder.journal)

    def left_ungrouped(self) -> set[str]:
        """Return the events that imports which were cut short brought articles to, and did not group."""
        from tui.store import unfinished_imports

        return unfinished_imports.left_ungrouped(self.path, self._folder.journal)

    def end_imports(self) -> None:
        """Note that all that came in is grouped."""
        from tui.store import unfinished_imports

        self.forget_names()
        unfinished_imports.end_imports(self.path)

    def forget_names(self) -> None:
        """Let go of the names of speakers that are kept for the next batch of an import."""
        self._executor().names = None

    def replace_readings(
        self, incoming: Sequence[NewArticle], dates: Mapping[str, tuple[str, str]]
    ) -> list[RevisedArticle]:
        """Put new readings of their own pages in the place of articles' old ones: one step.

        `article_id` of each says whose it is; `dates` are the days of events and how each is known,
        found in all the articles of the event. Returns what is different now. Raises `StoreError`, and
        then nothing is.
        """
        from tui.store.revise import replace_readings

        with self._index_guard, self._folder.locked():
            return replace_readings(self._folder, self._executor(), self._index_files(), incoming, dates)

    def save_feed_state(self, feeds: Sequence[Feed]) -> None:
        """Keep what looks at feeds showed; no step, for the reader changed nothing. Raises `StoreError`."""
        from tui.store.subscriptions import save_looks

        with self._executor().writing():
            save_looks(self._folder, feeds)

    def keep_arrivals(self, new: Sequence[str], changed: Sequence[str]) -> None:
        """Note the ids of articles that an import brought or changed, beside what the reader has not seen of others.

        What the reader imported from within the app is what they look for next: it begins anew.
        """
        if new or changed:
            with suppress(StoreError), self._folder.locked():
                before = self.arrivals()
                before = Arrivals(imports=before.imports) if before.seen or self._owner else before
                self._arrivals.write(before.joined(new, changed, self._now()))

    def see_arrivals(self) -> None:
        """Note that the reader knows of what came in: what comes next is new beside none of it."""
        if not self.read_only:
            self._arrivals.see()

    def set_title(self, title: str) -> None:
        """Call the briefing otherwise, and its copies with it. Raises `StoreError`."""
        from tui.commands.title import SetTitle

        self.do(SetTitle(title))

    def duplicate_detector(self) -> DuplicateDetector:
        """Return what tells articles the briefing has from new ones, for a look before reading a page."""
        from tui.store.index.duplicates import DuplicateDetector

        with self._index_guard:
            return DuplicateDetector(self._folder, self._index_files())

    def restore_raw_page(self, source: str, raw: bytes) -> None:
        """Keep a raw page (its SHA-256) that an article was read from again, where it was lost."""
        from tui.store.ingest_types import restore_source

        with self._executor().writing():
            restore_source(self._folder, source, raw)

    def replica(self) -> Replica:
        """Return this copy of the briefing as one among others."""
        if self._replica is None:
            from tui.store.replica.replica import Replica

            self._replica = Replica(self._folder, self._executor, self._now)
        return self._replica

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let nobody else change the briefing meanwhile: to look at it and to change it in one. Raises `StoreError`."""
        with self._folder.locked():
            yield

    def do(self, command: Command) -> Step:
        """Carry a command out, durably; a step numbered 0 when it changes nothing.

        Raises `StoreError`, or `ValueError` for a value that cannot be.
        """
        return self._executor().do(command)

    def undo(self) -> Step | None:
        """Take back what this reader did last, in whichever program (or who else, in a session that had ended before).

        Returns the step as journalled, None when there is nothing to take back. Raises `StoreError`
        when what it would change has been changed by somebody else since.
        """
        return self._executor().undo()

    def take_back_import(self, command: Command) -> Step | None:
        """Take back the last import of this session by `command`, or what its reader did elsewhere since. As `undo`."""
        executor = self._executor()
        step = executor.do(command) if executor.history.is_import_last(self.session) else None
        return step if step and step.seq else executor.undo()

    def redo(self) -> Step | None:
        """Do again what was taken back last. As `undo`."""
        return self._executor().redo()

    def history(self, limit: int = 50) -> list[Step]:
        """Return the last steps, newest first, passive ones left out."""
        return self._executor().steps(limit)

    def step_tail(self) -> StepTail:
        """Return what tells of the steps that are done from now on, by whomever."""
        return StepTail(self._folder)

    def changes_by_others(self) -> frozenset[str] | None:
        """Return what other sessions changed since the last call, None when nothing did.

        Holds event ids, and "codebook", "speakers", "catalogue". Cheap when nothing happened.
        """
        if not self._polled.is_longer():
            return None
        # While a step is under way its files are not all in place yet.
        if self._folder.pending_files() and not recover.recover(self._folder, timeout=0):
            return None
        changed: set[str] = set()
        for step in self._polled.steps():
            if step is None:
                changed |= {*self.rows().ids, "codebook", "speakers", "catalogue"}
            elif step.session != self.session or not self.session:
                changed |= step.events | step.shared
        return frozenset(changed) or None

    def repair(self) -> list[str]:
        """Mend what can be mended; return what was done, a line each. Broken files are kept.

        `tui.store.maintenance.check.check` tells, without opening a briefing, what there is to mend.
        """
        from tui.store.maintenance.repair import repair
        from tui.store.replica.stray_copies import take_in

        with self._index_guard:
            self._index_files().discard()
            return [*repair(self._folder), *take_in(self.replica())]


def _create(folder: BriefingFolder, title: str) -> None:
    """Make an empty briefing; the catalogue comes last, and with it the briefing is there."""
    root = folder.root
    try:
        for each in (root, root / "events", root / "notes", root / "sources", root / PENDING):
            private_folder(each)
        with folder.locked():
            if stat_key(root / CATALOGUE) is not None:
                return
            if folder.journal.state()[1] == 0:
                folder.journal.append({"op": "create"})
            write_git_files(root)
            tables = empty_tables()
            for name in (CODEBOOK, SPEAKERS):
                write_whole(root / name, serialise(tables))
            tables["_meta"]["1"]["title"] = title
            folder.checkpoint()
            write_whole(root / CATALOGUE, serialise(tables))
    except OSError as error:
        raise StoreError(f"{root}: no briefing can be made here: {error.strerror}") from None


def _mend(folder: BriefingFolder, name: str, why: str) -> Tables | None:
    from tui.store.maintenance.restore import mend

    return mend(folder, name, why)


_VERSION = 4 << 76 | 1 << 63
_RANDOM = (1 << 128) - 1 & ~(15 << 76 | 3 << 62)


def _random_id() -> str:
    """Return a random UUID (version 4, RFC 9562) in hexadecimal: what `uuid.uuid4().hex` is, without the object."""
    bits = int.from_bytes(os.urandom(16), "big")
    return f"{bits & _RANDOM | _VERSION:032x}"


def _utc_now() -> str:
    seconds, rest = divmod(time.time_ns(), 1_000_000_000)
    # To the microsecond: what is written within one second keeps its order.
    return f"{time.strftime('%Y-%m-%dT%H:%M:%S', time.gmtime(seconds))}.{rest // 1000:06d}Z"
