"""The folder of a briefing: the lock around changes, and steps over several files.

A step is made in three moves. All its files are written beside their places, in `.pending`; then the
journal gets its line, and with it the step has happened; then the files are renamed into place. A kill
before the line leaves files nobody asks for, a kill after it leaves renames that whoever comes next
can finish. `.pending` is empty in between, so looking whether something is left over costs one look at
an empty folder.

Against a power cut, a step that changes only what the reader wrote waits for the disk once, for its
line; its files are waited for at the next checkpoint, and until then each has beside it what it held at
the last one. Should a power cut take bytes or names back, the journal has all that is needed to make
them again (`tui.store.maintenance.recover`). What was imported is not in it, and is waited for.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.settings.atomic_files import PRIVATE, replacing, sync_each, sync_folder, write_new
from tui.store.disk.cache import ALWAYS_KEPT, FileCache, is_copied, is_journalled
from tui.store.disk.errors import StoreError
from tui.store.disk.journal import Journal
from tui.store.disk.lock_holder import acquire, holder
from tui.store.disk.odd_files import refuse_odd_files
from tui.store.disk.schema import Tables
from tui.store.disk.table_file import Signature, keep_copy, keep_previous, ordered, pieces, stat_key

if TYPE_CHECKING:
    from filelock import FileLock

    from tui.store.disk.tinydb_storage import FolderDB

PENDING = ".pending"
SYNCED = ".synced"
_CHECKPOINT = 256  # files written: whoever writes the last of them waits for all
_READ_ONLY = "{}: the folder may not be written to; it can only be read"
LOCK_SECONDS = 30.0


class BriefingFolder(FileCache):
    """One process's hold on a briefing's folder. Safe to use from several threads."""

    def __init__(
        self,
        root: Path,
        mend: Callable[[BriefingFolder, str, str], Tables | None],
        waiting: Callable[[str], None] | None = None,
    ) -> None:
        """`mend` is told of a broken file (its name, what is wrong) and returns what to read instead.

        `waiting` is told who holds the lock, once that is waited for; without it that is a warning. Raises
        `StoreError` for a folder in which something is no file that should be one.
        """
        refuse_odd_files(root)
        super().__init__(root, lambda name, why: mend(self, name, why))
        self._waiting = waiting or self.warn
        self.journal = Journal(root)
        # Why nothing can be written, "" when it can or was not tried.
        self.refused = "" if os.access(root, os.W_OK) or not root.exists() else _READ_ONLY.format(root)
        self.barred = ""  # why nothing is to be written, though it could be
        self._guard = threading.RLock()
        self._owner = 0  # the thread that holds the lock
        self._lock: FileLock | None = None
        self._databases: dict[str, FolderDB] = {}
        self._staged: dict[str, Tables] | None = None
        self._step = ""
        self.unsynced = 0  # files written here since the last checkpoint

    def tables(self, name: str, *, keep: bool = True) -> Tables | None:
        """Return the tables of a file as `FileCache.tables`; in a step under way, as it is to be."""
        if self._staged and self.is_staged(name):
            return self._staged[name]
        return super().tables(name, keep=keep)

    def signature(self, name: str) -> Signature | None:
        """Return the signature of a file as `FileCache.signature`; None in a step under way that is to replace it."""
        return None if self.is_staged(name) else super().signature(name)

    def is_staged(self, name: str) -> bool:
        """Tell whether a step under way in this thread is to replace a file."""
        return bool(self._staged and self._owner == threading.get_ident() and name in self._staged)

    # The lock

    @contextmanager
    def locked(self, *, timeout: float = LOCK_SECONDS) -> Iterator[None]:
        """Hold the briefing against other threads and processes; finish first what a kill left undone.

        Raises `StoreError` when another program holds it for longer than `timeout` seconds, or the
        folder cannot be written to, or is not to be.
        """
        if self.barred:
            raise StoreError(self.barred)
        if not self._guard.acquire(timeout=timeout):
            raise StoreError(f"{self.root}: busy writing; try again")
        try:
            lock = None if self._owner else self._acquire(timeout)  # this thread's, for `_guard` is held
            self._owner = threading.get_ident()
            try:
                if lock:
                    self._finish_last_step()
                yield
            finally:
                if lock:
                    self._owner = 0
                    lock.release()
        finally:
            self._guard.release()

    def _acquire(self, timeout: float) -> FileLock:
        from filelock import FileLock, Timeout

        if not self.root.is_dir():  # moved or deleted by another program: nothing is made anew in its place
            self.refused = f"{self.root}: the briefing is not here any more; nothing is written"
            raise StoreError(self.refused)
        try:
            self._lock = self._lock or FileLock(self.root / ".lock", mode=PRIVATE, thread_local=False)
            acquire(self._lock, self.root, timeout, self._waiting)
        except Timeout:
            raise StoreError(
                f"{self.root}: {holder(self.root)}, is writing to this briefing and did not end; nothing was changed"
            ) from None
        except OSError as error:
            self.refused = (
                f"{self.root}: cannot be written to ({error.strerror or error}); it can only be read"
            )
            raise StoreError(self.refused) from None
        self.refused = ""
        return self._lock

    def pending_files(self) -> list[str]:
        """Return the files of a step that was not finished, or is under way elsewhere."""
        try:
            return os.listdir(self.root / PENDING)  # noqa: PTH208 - on the way to the first paint
        except OSError:
            return []

    def _finish_last_step(self) -> None:
        """Under the lock: finish the last step if a kill came between its line and its files."""
        left = self.pending_files()
        if not left:
            return
        last = self.journal.last()
        step = str(last.says.get("step", "")) if last else ""
        try:
            self._rename_into_place(sorted(name for name in left if step and name.startswith(f"{step}@")))
            for name in self.pending_files():
                (self.root / PENDING / name).unlink(missing_ok=True)
        except OSError as error:
            odd = error.filename or self.root
            self.refused = f"{odd}: the last step cannot be finished ({error.strerror})"
            raise StoreError(self.refused) from None
        finally:
            self.forget_all()

    # Steps

    def db(self, name: str) -> FolderDB:
        """Return the TinyDB of one of the files. Changes outside a step are written at once."""
        found = self._databases.get(name)
        if found is None:
            from tui.store.disk.tinydb_storage import FolderDB

            found = FolderDB(self, name)
            if name in ALWAYS_KEPT:
                self._databases[name] = found
        return found

    def write(self, name: str, tables: Tables) -> None:
        """Put `tables` in the place of a file: with the step under way, or at once. Under the lock."""
        if self._owner != threading.get_ident():
            raise RuntimeError("a file is written under the lock")
        if self._staged is None:
            with self.step("alone"):
                self.write(name, tables)
                self._rename_into_place(self._write_pending())
            return
        self._staged[name] = ordered(tables)  # in memory as whoever opens the file has them

    @contextmanager
    def step(self, step_id: str) -> Iterator[None]:
        """Gather what is written in here as one step; `commit` makes it real, else it is forgotten."""
        if self._staged is not None:
            raise RuntimeError("a step within a step")
        self._staged, self._step = {}, step_id
        self.put_last.clear()
        try:
            yield
        except BaseException:
            self.forget_all()
            raise
        finally:
            self._staged, self._step = None, ""

    def commit(self, says: dict[str, Any]) -> int:
        """Make the step under way real; return its number. Raises OSError when the disk refuses: nothing happened.

        `says` is what the journal is to say (see `tui.store.disk.journal`): the changes of documents, those of
        imported articles excepted, stand in it. What fails after that line is told as a warning.
        """
        pending: list[str] = []
        strict = any(not is_journalled(name) for name in self._staged or ())
        try:
            pending = self._write_pending(sync=strict)
            if strict:
                sync_folder(self.root / PENDING)
            seq = self.journal.append({"step": self._step, **says})
        except OSError:
            self.forget_all()
            for name in self.pending_files():
                if name.startswith(f"{self._step}@"):
                    (self.root / PENDING / name).unlink(missing_ok=True)
            raise
        try:
            self._rename_into_place(pending, strict=strict)
        except OSError as error:
            # It has happened: whoever takes the lock next finishes it.
            self.forget_all()
            self.warn(f"{self.root}: the last step is in the journal but not in its files: {error.strerror}")
            return seq
        self.unsynced += 0 if strict else len(pending)
        if self.unsynced >= _CHECKPOINT:
            with suppress(OSError):  # nothing is lost, for the journal has it: the next step tries again
                self.checkpoint()
        return seq

    def checkpoint(self) -> None:
        """Wait until all files are on disk, with their names, and note up to which step. Under the lock."""
        last, (synced, _) = self.journal.last_seq(), self.last_synced()
        lines = self.journal.lines_after(synced)  # of whichever process
        names = {change[0] for line in lines for change in line.says.get("changes", ())}
        written = (self.root / name for name in sorted(filter(is_journalled, names)))
        sync_each([path for path in written if path.exists()])
        for folder in (self.root, self.root / "notes"):
            if folder.is_dir():
                sync_folder(folder)
        self.unsynced = 0
        mark, spare = self.root / SYNCED, self.root / f"{SYNCED}.new"
        with replacing(mark, spare=spare, sync=False) as half:
            write_new(half, f"{last} {boot_id()}\n".encode())

    def rotate(self) -> None:
        """Pack away the older lines of a journal that has grown long. Under the lock."""
        if not self.journal.is_long():
            return
        try:
            self.checkpoint()  # what is packed away is not looked at after a power cut
            self.journal.rotate()
        except OSError as error:
            self.warn(f"{self.journal.path}: cannot be packed: {error.strerror}")

    def last_synced(self) -> tuple[int, str]:
        """Return up to which step all files are on disk, and the run of the machine that says so."""
        try:
            seq, _, boot = (self.root / SYNCED).read_text().strip().partition(" ")
            return int(seq), boot
        except (OSError, ValueError):
            return -1, ""

    def is_clone(self) -> bool:
        """Tell whether the folder is a clone that nothing was done in: Git keeps neither the journal nor its mark."""
        return not self.journal.path.exists() and not (self.root / SYNCED).exists()

    def _write_pending(self, *, sync: bool = True) -> list[str]:
        """Write what is staged beside its place; return the names of the files written."""
        folder = self.root / PENDING
        folder.mkdir(mode=0o700, exist_ok=True)
        names = []
        for name, tables in (self._staged or {}).items():
            names.append(f"{self._step}@{name.replace('/', '@')}")
            write_new(folder / names[-1], pieces(tables), sync=False)
        sync_each([folder / name for name in names if sync])
        return names

    def _rename_into_place(self, pending: list[str], *, strict: bool = True) -> None:
        """Rename the files of a step into their places, keeping what was there as previous generation."""
        folders: set[Path] = set()
        mark = stat_key(self.root / SYNCED)
        for spare in pending:
            name = spare.split("@", 1)[1].replace("@", "/")
            source, path = self.root / PENDING / spare, self.root / name
            if path.parent not in folders:
                if not path.parent.is_dir():
                    path.parent.mkdir(mode=0o700, exist_ok=True)
                    folders.add(path.parent.parent)  # whose new name is to outlive a power cut too
                folders.add(path.parent)
            # Left-overs are looked for in `.pending` only, so that is where everything begins.
            aside = source.with_name("generation")
            before, copied = stat_key(path), is_copied(name)
            try:
                # What was written since the last checkpoint may not be on disk: what lies beside it is.
                if before and not copied and (not mark or before[1] < mark[1] or not is_journalled(name)):
                    keep_previous(path, aside)
            except OSError:
                # The step has happened: better without a previous generation than half done.
                self.warn(f"{path}: no previous generation could be kept")
            source.replace(path)
            with suppress(OSError):  # after the file is in place: nobody finds a previous generation alone
                if copied or not (before or is_journalled(name)):
                    keep_copy(path, aside)
                elif not before:
                    keep_previous(path, aside)
            tables = self._staged.get(name) if self._staged else None
            found = stat_key(path)
            if found and tables is not None:
                self._remember(name, found, tables)
            else:
                self._forget(name)
        for folder in folders if strict else ():
            sync_folder(folder)


def boot_id() -> str:
    """Return what differs between two runs of the machine, "" where the system does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
