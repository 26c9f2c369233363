"""Files of earlier schema versions, brought up to this one after a backup."""

from __future__ import annotations

from collections.abc import Callable

from tui.store import files
from tui.store.errors import StoreError
from tui.store.files import (
    BrokenError,
    NewerError,
    Tables,
    private_folder,
    replace_durably,
    schema_of,
    serialise,
)
from tui.store.folder import CATALOGUE, CODEBOOK, FEEDS, SPEAKERS, Folder

# From each version to the next: the name of a file and its tables -> its tables. There is only the
# first version as yet.
MIGRATIONS: dict[int, Callable[[str, Tables], Tables]] = {}


def migrate(folder: Folder) -> None:
    """Bring every file of a briefing to this version; the old ones are kept in `backup/`.

    The catalogue comes last: a kill in the midst of it leaves a briefing that is still an old one,
    whose next opening goes on. Raises `StoreError` when nothing can be written.
    """
    kinds = ("events", "notes", "versions")
    names = [
        *(name for kind in kinds for name in sorted(folder.names(kind))),
        CODEBOOK,
        SPEAKERS,
        FEEDS,
        CATALOGUE,
    ]
    try:
        with folder.locked():
            try:
                version = schema_of(files.parse((folder.root / CATALOGUE).read_bytes()))
            except (BrokenError, NewerError):
                return  # told of when it is read
            if version >= files.SCHEMA:
                return  # another program was quicker
            backup = folder.root / "backup" / f"schema-{version}"
            for name in names:
                _migrate_file(folder, name, version)
    except OSError as error:
        raise StoreError(f"{folder.root}: cannot be brought up to this version: {error.strerror}") from None
    finally:
        folder.is_old = False
        folder.forget_all()
    folder.notice(f"{folder.root}: brought up to this version; as it was before it is in {backup}")


def _migrate_file(folder: Folder, name: str, version: int) -> None:
    path = folder.root / name
    try:
        data = path.read_bytes()
        tables = files.parse(data)
        found = schema_of(tables)
    except (FileNotFoundError, BrokenError, NewerError):
        return  # told of when it is read
    if found >= files.SCHEMA:
        return
    kept = folder.root / "backup" / f"schema-{version}" / name
    if not kept.exists():
        private_folder(kept.parent)
        replace_durably(kept, data)
    replace_durably(path, serialise(upgraded(name, tables)))


def upgraded(name: str, tables: Tables) -> Tables:
    """Return a file's tables as this version has them."""
    while (version := schema_of(tables)) < files.SCHEMA:
        step = MIGRATIONS.get(version)
        if step is None:
            raise StoreError(f"{name}: of a version (schema {version}) that this program cannot read")
        tables = step(name, tables)
        meta = tables["_meta"]["1"]
        tables["_meta"] = {**tables["_meta"], "1": {**meta, "schema": version + 1}}
    return tables
