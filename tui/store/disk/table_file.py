"""Writing a file so that it is there whole or not at all, and reading one with suspicion."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tui.settings.atomic_files import link_or_copy, read_regular, replacing, write_whole
from tui.store.disk import schema
from tui.store.disk.schema import BrokenError, Document, NewerError, Tables, schema_of

Signature = tuple[int, int, int]
BACKUP = ".bak"
"""What is put behind a file's name for that of its previous generation."""
# How a line begins up to the oldest document, and after it: no JSON has a 0 or a 1 as a character in it, and
# they go with the comma beside them.
_LINE, _LATER = '\n"%s":\0', '\1\n,"%s":\0'
_AT_ONCE = 1000  # documents
_PIECE = 1 << 16  # bytes: most files are written in one


def empty_tables() -> Tables:
    """Return the tables of a new file."""
    return {"_meta": {"1": {"schema": schema.SCHEMA}}}


def parse(data: bytes) -> Tables:
    """Return the tables in a file's bytes, of whatever schema version that is not newer.

    TinyDB takes an empty file, `null` or `{}` for an empty store and would overwrite it at the next
    insert; here all of these are broken, as is anything that is not tables of documents under
    integer ids. Raises `BrokenError` and `NewerError`.
    """
    import orjson

    try:
        tables = orjson.loads(data)
    except ValueError as error:
        if not data.strip(b"\x00 \t\r\n"):
            raise BrokenError("it is empty" if not data else "it holds nothing but blanks") from None
        raise BrokenError(f"it is no JSON ({error})") from None
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise BrokenError("it holds no tables")
    for table in tables.values():
        numbered = all(map(str.isascii, table)) and all(map(str.isdigit, table))
        if not (numbered and {dict}.issuperset(map(type, table.values()))):
            raise BrokenError("a table in it holds something else than documents")
    version = schema_of(tables)
    if version > schema.SCHEMA:
        raise NewerError(str(version))
    return tables


def ordered(tables: Tables) -> Tables:
    """Return the same tables as they stand in a file: they and the documents in them by their keys."""
    return {name: {key: table[key] for key in sorted(table)} for name, table in sorted(tables.items())}


def serialise(tables: Tables) -> bytes:
    """Return the bytes of a file: JSON with a document a line and all keys in order, a line end at its end.

    What changes in one document is one line to whoever compares two states of the file.
    """
    return b"".join(pieces(tables))


def pieces(tables: Tables) -> Iterator[bytes]:
    """Yield what `serialise` returns a piece at a time: a file of many documents is never in memory whole."""
    import orjson

    begun = b"{"
    for name in sorted(tables):
        begun += orjson.dumps(name) + b":{"
        for lines in _lines(tables[name]):
            begun += lines
            if len(begun) >= _PIECE:
                yield begun
                begun = b""
        begun += b"\n},"
    yield begun.removesuffix(b",") + b"}\n"


def _lines(table: dict[str, Document]) -> Iterator[bytes]:
    """Yield a table's documents, a line each, many at a time.

    A comma ends the lines before the oldest document and begins those after it, so that one more document is one
    line more and leaves the others as they are.
    """
    import orjson

    keys = sorted(table)
    dated = (key for key in keys if "created" in table[key])
    oldest = min(dated, key=lambda key: str(table[key]["created"]), default="")
    begin, rest, between = _LINE, iter(keys), b""
    # One call for many takes a tenth of the time of one a document; one for all, much memory beside the table.
    while some := list(islice(rest, _AT_ONCE)):
        parts = list[object]()
        for key in some:
            parts += (orjson.Fragment(begin % key), table[key])
            begin = _LATER if key == oldest else begin
        data = between + orjson.dumps(parts, option=orjson.OPT_SORT_KEYS)[1:-1]
        yield data.replace(b"\0,", b"").replace(b",\1", b"") if oldest else data.replace(b"\0,", b"")
        between = b","


def stat_key(path: Path | str) -> Signature | None:
    """Return what changes whenever a file is replaced, None when there is none.

    Whoever looks at many gives their names as text, of which a path takes several times as long to make.
    """
    try:
        found = os.stat(path)  # noqa: PTH116 - a third of the time of Path.stat, and on the way to the first paint
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def backup_path(path: Path) -> Path:
    """Return where the previous generation of a file is kept."""
    return path.with_name(path.name + BACKUP)


def keep_previous(path: Path, spare: Path) -> None:
    """Keep what `path` holds as the previous generation; `spare` is where it is put together."""
    spare.unlink(missing_ok=True)
    if (kept := stat_key(backup_path(path))) and kept == stat_key(path):
        return  # it is the same file, and a rename of the one to the other would leave the spare
    with replacing(backup_path(path), spare=spare, sync=False):
        link_or_copy(path, spare)


def keep_copy(path: Path, spare: Path) -> None:
    """Keep a packed copy of a file beside it, in the place of its previous generation.

    Damage to the one can then be mended from the other.
    """
    import zlib

    write_whole(backup_path(path), zlib.compress(read_regular(path), 1), sync=False, spare=spare)


def read_generation(path: Path) -> Tables | None:
    """Return the previous generation of a file, None when there is none that can be read."""
    try:
        data = read_regular(backup_path(path))
    except OSError:
        return None
    if data[:1] == b"\x78":  # zlib; JSON begins with a brace
        import zlib

        try:
            data = zlib.decompress(data)
        except zlib.error:
            return None
    try:
        return parse(data)
    except (BrokenError, NewerError):
        return None
