"""Mending all that can be mended of a briefing. What was broken is kept in `damaged/`."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tui.settings.atomic_files import sync_folder
from tui.store import loader
from tui.store.disk.cache import CATALOGUE, every_file, is_copied
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import PENDING, BriefingFolder
from tui.store.disk.journal import NAME, read_archive, write_archive
from tui.store.disk.schema import BrokenError
from tui.store.disk.table_file import backup_path, keep_copy, read_generation
from tui.store.ingest_types import read_source
from tui.store.loader import versions_file
from tui.store.maintenance.check import open_to_others
from tui.store.maintenance.restore import quarantine, rebuilt_catalogue


def repair(folder: BriefingFolder) -> list[str]:
    """Mend what can be mended; return what was done, a line each.

    Raises `StoreError` when the folder cannot be written to.
    """
    before = len(folder.warnings)
    try:
        with folder.locked():
            (folder.root / PENDING).mkdir(mode=0o700, exist_ok=True)
            _mend_journal(folder)
            for name in every_file(folder):
                if name.startswith("events/"):
                    _make_lost_versions(folder, name)
                _mend_file(folder, name)
            _mend_catalogue(folder)
            _set_bad_pages_aside(folder)
            folder.checkpoint()
            with suppress(OSError):  # a disk that knows no rights
                if closed := open_to_others(folder.root, close=True):
                    folder.warn(f"{folder.root}: {closed} files or folders are the reader's alone now")
    except OSError as error:
        raise StoreError(f"{folder.root}: cannot be mended: {error.strerror or error}") from None
    return folder.warnings[before:]


def _mend_file(folder: BriefingFolder, name: str) -> None:
    path = folder.root / name
    kept = read_generation(path)
    try:
        tables = folder.tables(name, keep=False)
        if tables is not None:
            loader.validate_tables(name, tables, kept)
    except BrokenError as error:
        folder.on_corrupt(name, str(error))
        tables = None
    except StoreError as error:
        folder.warn(str(error))
        return
    if tables is None or (kept is not None and (kept == tables or not is_copied(name))):
        return
    if kept is None and backup_path(path).exists():
        aside = quarantine(folder.root, backup_path(Path(name)).as_posix())
        folder.warn(f"{backup_path(path)}: damaged; made anew, and kept as {aside}")
    keep_copy(path, folder.root / PENDING / "generation")


def _mend_catalogue(folder: BriefingFolder) -> None:
    wanted = rebuilt_catalogue(folder)["events"]
    rows = folder.table(CATALOGUE, "events")
    if rows == wanted:
        return
    aside = quarantine(folder.root, CATALOGUE)
    changes = {**dict.fromkeys(map(int, rows), None), **{int(key): doc for key, doc in wanted.items()}}
    folder.db(CATALOGUE).put_all("events", changes)
    folder.warn(f"{folder.root / CATALOGUE}: made anew from the events; as it was it is kept as {aside}")


def _mend_journal(folder: BriefingFolder) -> None:
    """Take out of the journal, and of the packed files of its older lines, what is not whole."""
    journal = folder.journal
    if damaged := journal.damaged_line_count():
        aside = quarantine(folder.root, NAME)
        journal.keep_whole_lines()
        folder.warn(
            f"{journal.path}: {damaged} damaged lines were taken out; undo passes over them, and they are"
            f" kept in {aside}"
        )
    for path in journal.archives():
        lines, sound = read_archive(path)
        if not sound:
            aside = quarantine(folder.root, f"{path.parent.name}/{path.name}")
            write_archive(path, lines)
            folder.warn(f"{path}: damaged; {len(lines)} steps of it could be read, and it is kept as {aside}")


def _make_lost_versions(folder: BriefingFolder, event: str) -> None:
    """Make the missing files of the earlier versions of an event's articles from the journal."""
    with suppress(StoreError):
        for doc in folder.table(event, "articles").values():
            name = versions_file(str(doc.get("id", "")))
            if doc.get("versions") and not (folder.root / name).exists():
                folder.on_corrupt(name, "it is missing")


def _set_bad_pages_aside(folder: BriefingFolder) -> None:
    """Take raw pages that are damaged out of the way of an import that brings them again."""
    for path in sorted((folder.root / "sources").glob("*.gz")):
        try:
            read_source(folder.root, path.name[:-3])
        except StoreError:
            aside = quarantine(folder.root, f"sources/{path.name}")
            path.unlink(missing_ok=True)
            sync_folder(path.parent)
            folder.warn(f"{path}: damaged, and kept as {aside}; importing the page again restores it")
