"""Files of earlier schema versions, brought up to this one after a backup."""

from __future__ import annotations

from tui.settings.atomic_files import private_folder, read_regular, write_whole
from tui.store.disk import schema, table_file
from tui.store.disk.cache import CATALOGUE, every_file
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import BrokenError, NewerError, schema_of, upgraded
from tui.store.disk.table_file import serialise


def migrate(folder: BriefingFolder) -> None:
    """Bring every file of a briefing to this version; the old ones are kept in `backup/`.

    The catalogue comes last: a kill in the midst of it leaves a briefing that is still an old one,
    whose next opening goes on. Raises `StoreError` when nothing can be written.
    """
    try:
        with folder.locked():
            try:
                version = schema_of(table_file.parse(read_regular(folder.root / CATALOGUE)))
            except (BrokenError, NewerError):
                return  # told of when it is read
            if version >= schema.SCHEMA:
                return  # another program was quicker
            backup = folder.root / "backup" / f"schema-{version}"
            for name in every_file(folder):
                _migrate_file(folder, name, version)
    except OSError as error:
        raise StoreError(f"{folder.root}: cannot be brought up to this version: {error.strerror}") from None
    finally:
        folder.is_old = False
        folder.forget_all()
    folder.warn(f"{folder.root}: brought up to this version; as it was before it is in {backup}")


def _migrate_file(folder: BriefingFolder, name: str, version: int) -> None:
    path = folder.root / name
    try:
        data = read_regular(path)
        tables = table_file.parse(data)
        found = schema_of(tables)
    except (FileNotFoundError, BrokenError, NewerError):
        return  # told of when it is read
    if found >= schema.SCHEMA:
        return
    kept = folder.root / "backup" / f"schema-{version}" / name
    if not kept.exists():
        private_folder(kept.parent)
        write_whole(kept, data)
    write_whole(path, serialise(upgraded(name, tables)))
