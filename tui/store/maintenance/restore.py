"""A broken file: set aside, and what it held put together again from what else there is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.core.text import pluralize
from tui.settings.atomic_files import link_or_copy, read_regular, sync_folder, write_whole
from tui.store import loader
from tui.store.codec import doc_id
from tui.store.disk.cache import CATALOGUE, owner_of
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import PENDING, BriefingFolder
from tui.store.disk.journal import JournalEntry
from tui.store.disk.schema import BrokenError, NewerError, Tables
from tui.store.disk.table_file import empty_tables, parse, read_generation, serialise, stat_key

DAMAGED = "damaged"
_ANEW = "it was put together again"
_PATIENCE = 3.0  # seconds; somebody may be waiting to read


class BeyondMendingError(StoreError):
    """A file is broken and nothing is left to restore it from."""


def mend(folder: BriefingFolder, name: str, why: str) -> Tables | None:
    """Restore a broken file and return its tables; the broken one is kept in `damaged/`.

    What cannot be written to is put together in memory only, and stays as it is. Raises `StoreError`
    when nothing can be restored.
    """
    path = folder.root / name
    try:
        with folder.locked(timeout=_PATIENCE):
            return _sound(path, name) or _restore(folder, name, why)
    except BeyondMendingError:
        raise
    except (StoreError, OSError):
        tables, done = _reconstruct(folder, name, why)
        folder.warn(f"{path}: {why}; {done} for reading, and nothing can be written")
        return tables


def raise_only(folder: BriefingFolder, name: str, why: str) -> Tables | None:
    """Stand in for `mend` where nothing is to be changed. Raises `StoreError`."""
    raise StoreError(f"{folder.root / name}: {why}")


def _sound(path: Path, name: str) -> Tables | None:
    """Return what a file holds when somebody else has mended it by now."""
    try:
        return _valid(name, parse(read_regular(path)), read_generation(path))
    except (OSError, BrokenError, NewerError):
        return None


def _valid(name: str, tables: Tables | None, before: Tables | None = None) -> Tables | None:
    try:
        loader.validate_tables(name, tables or {}, before)
    except BrokenError:
        return None
    return tables


def _reconstruct(folder: BriefingFolder, name: str, why: str) -> tuple[Tables, str]:
    """Return what a file should hold, and where that comes from: a generation, the events, the journal."""
    tables = _valid(name, read_generation(folder.root / name))
    done = "its previous generation was restored"
    if name == CATALOGUE:
        return (tables, done) if tables else (rebuilt_catalogue(folder), _ANEW)
    made = empty_tables() if tables is None else tables
    again = replay(made, folder.journal.entries_for(name), name)
    if tables is not None:
        later = f" with {pluralize(again, 'later change')} from the journal" if again else ""
        return made, done + later
    if name.startswith("events/") and (not again or "event" not in made):
        raise BeyondMendingError(
            f"{folder.root / name}: {why}, and there is no earlier generation of it; import its pages again"
        )
    return made, _ANEW


def _restore(folder: BriefingFolder, name: str, why: str) -> Tables:
    path = folder.root / name
    tables, done = _reconstruct(folder, name, why)
    kept = quarantine(folder.root, name)
    spare = folder.root / PENDING / f"mended@{name.replace('/', '@')}"
    for each in (spare.parent, path.parent):
        each.mkdir(mode=0o700, exist_ok=True)
    write_whole(path, serialise(tables), spare=spare)
    folder.forget_all()
    where = f"; the broken file is kept as {kept}" if kept else ""
    folder.warn(f"{path}: {why}; {done}{where}")
    return _sync_catalogue(folder) or tables if name == CATALOGUE else tables


def replay(tables: Tables, lines: Iterable[JournalEntry], name: str) -> int:
    """Make in `tables` the changes of the journal that follow from what they hold; return how many.

    A change is made where its document stands as it did before the change, so that a file of any
    age ends where the journal does, and what somebody wrote by hand since is left alone.
    """
    count = 0
    for line in lines:
        for file, table, stable_id, before, after in line.says.get("changes", ()):
            if file != name:
                continue
            rows = tables.setdefault(table, {})
            key = str(doc_id(stable_id))
            if rows.get(key) == before != after:
                count += 1
                if after is None:
                    del rows[key]
                else:
                    rows[key] = after
    return count


def rebuilt_catalogue(folder: BriefingFolder) -> Tables:
    """Return a catalogue made from the events; those that are broken are passed over."""
    tables = empty_tables()
    rows = tables.setdefault("events", {})
    for name in sorted(folder.names("events")):
        event_id = owner_of(name)[1]
        try:
            row = loader.catalogue_row(folder, event_id)
        except StoreError:
            continue
        if row:
            rows[str(doc_id(event_id))] = dict(row)
    return tables


def _sync_catalogue(folder: BriefingFolder) -> Tables | None:
    """Bring a restored catalogue, one step behind at least, up to the events."""
    recent: set[str] = set()
    for line in folder.journal.lines():
        if "catalogue" in line.says.get("shared", ()):
            recent = set(line.says.get("events", ()))
    listed = {str(row["id"]) for row in folder.table(CATALOGUE, "events").values()}
    there = {owner_of(name)[1] for name in folder.names("events")}
    loader.stale_rows(folder, recent | (there ^ listed), broken=True)
    return folder.tables(CATALOGUE)


def quarantine(root: Path, name: str) -> str:
    """Keep a copy of a file in `damaged/`; return its name there, "" when there is no file."""
    path, folder = root / name, root / DAMAGED
    if stat_key(path) is None:
        return ""
    folder.mkdir(mode=0o700, exist_ok=True)
    number = 1
    while (kept := folder / f"{name.replace('/', '-')}.{number}").exists():
        number += 1
    link_or_copy(path, kept)
    sync_folder(folder)
    return f"{DAMAGED}/{kept.name}"
