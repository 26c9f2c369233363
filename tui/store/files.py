"""Writing a file so that it is there whole or not at all, and reading one with suspicion."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

SCHEMA = 1
Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]
Signature = tuple[int, int, int]


class BrokenError(Exception):
    """A file of the store does not hold what it should; the message says how it fails."""


class NewerError(Exception):
    """A file was written by a later version; the message is its schema version."""


def fresh() -> Tables:
    """Return the tables of a new file."""
    return {"_meta": {"1": {"schema": SCHEMA}}}


def schema_of(tables: Tables) -> int:
    """Return the schema version in `_meta`. Raises `BrokenError` when there is none."""
    version = tables.get("_meta", {}).get("1", {}).get("schema")
    if type(version) is not int or version < 0:
        raise BrokenError("it does not say which version wrote it")
    return version


def parse(data: bytes) -> Tables:
    """Return the tables in a file's bytes, of whatever schema version that is not newer.

    TinyDB takes an empty file, `null` or `{}` for an empty store and would overwrite it at the next
    insert; here all of these are broken, as is anything that is not tables of documents under
    integer ids. Raises `BrokenError` and `NewerError`.
    """
    import orjson

    if not data.strip(b"\x00 \t\r\n"):
        raise BrokenError("it is empty" if not data else "it holds nothing but blanks")
    try:
        tables = orjson.loads(data)
    except ValueError as error:
        raise BrokenError(f"it is no JSON ({error})") from None
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise BrokenError("it holds no tables")
    for table in tables.values():
        if not all(isinstance(doc, dict) for doc in table.values()) or not all(map(_is_id, table)):
            raise BrokenError("a table in it holds something else than documents")
    version = schema_of(tables)
    if version > SCHEMA:
        raise NewerError(str(version))
    return tables


def _is_id(key: str) -> bool:
    return key.isascii() and key.isdigit()


def serialise(tables: Tables) -> bytes:
    """Return the bytes of a file: JSON a person can read, a line end at its end."""
    import orjson

    return orjson.dumps(tables, option=orjson.OPT_APPEND_NEWLINE)


def signature(path: Path) -> Signature | None:
    """Return what changes whenever a file is replaced, None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a third of the time of Path.stat, and on the way to the first paint
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def write_durably(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Write a new file, on disk when this returns; nothing is left behind when it fails."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    try:
        try:
            write_all(handle, data)
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def write_all(handle: int, data: bytes) -> None:
    """Write all of `data`: a file-size limit cuts the first write short before it fails the second."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def sync_folder(path: Path) -> None:
    """Let new names in a folder survive a power cut, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def private_folder(path: Path) -> None:
    """Make a folder, and those above it that are not there, for the user alone."""
    for each in (*reversed(path.parents), path):
        if not each.is_dir():
            each.mkdir(mode=0o700, exist_ok=True)


def replace_durably(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file, on disk when this returns."""
    _replace(path, data, sync=True)
    sync_folder(path.parent)


def replace_privately(path: Path, data: bytes) -> None:
    """Put `data` in the place of a file of the user's alone that no power cut may cost much."""
    _replace(path, data, sync=False)


def _replace(path: Path, data: bytes, *, sync: bool) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    write_durably(temporary, data, sync=sync)
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def twin(path: Path) -> Path:
    """Return where the previous generation of a file is kept."""
    return path.with_name(path.name + ".bak")


def keep_generation(path: Path, spare: Path) -> None:
    """Keep what `path` holds as the previous generation; `spare` is where it is put together."""
    spare.unlink(missing_ok=True)
    try:
        os.link(path, spare)
    except FileNotFoundError:
        raise
    except OSError:  # a file system without hard links
        write_durably(spare, path.read_bytes(), sync=False)
    spare.replace(twin(path))


def keep_copy(path: Path, spare: Path) -> None:
    """Keep a packed copy of a file beside it, in the place of its previous generation.

    Damage to the one can then be mended from the other.
    """
    import zlib

    write_durably(spare, zlib.compress(path.read_bytes(), 1), sync=False)
    spare.replace(twin(path))


def read_generation(path: Path) -> Tables | None:
    """Return the previous generation of a file, None when there is none that can be read."""
    try:
        data = twin(path).read_bytes()
    except OSError:
        return None
    if data[:1] == b"\x78":  # zlib; JSON begins with a brace
        import zlib

        try:
            data = zlib.decompress(data)
        except zlib.error:
            return None
    try:
        tables = parse(data)
    except (BrokenError, NewerError):
        return None
    if schema_of(tables) < SCHEMA:
        from tui.store.migrate import upgraded

        tables = upgraded(path.name, tables)
    return tables
