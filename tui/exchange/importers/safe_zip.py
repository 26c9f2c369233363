"""Zip files from outside: looked at before anything of them is unpacked, and read within limits."""

from __future__ import annotations

import stat
import zipfile
import zlib

from tui.core.text import one_line
from tui.exchange.importers.model import AnnotationFileError

_ALL_BYTES = 4_000_000_000
_RATIO, _ALWAYS = 200, 5_000_000
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, RuntimeError, OverflowError)


def looked_at(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return what lies in an archive by name. One made to do harm is refused before any of it is unpacked."""
    seen: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")  # as some write it on Windows
        parts = name.split("/")
        if name.startswith("/") or ".." in parts or ":" in parts[0] or "\0" in name:
            raise AnnotationFileError(f"{one_line(name)[:80]!r} in it would lie outside of it")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise AnnotationFileError(f"{one_line(name)[:80]!r} in it is a link to elsewhere")
        if name.casefold() in seen:
            raise AnnotationFileError(f"{one_line(name)[:80]!r} is in it twice")
        seen[name.casefold()] = info
        total += info.file_size
        if info.file_size > _ALWAYS + _RATIO * info.compress_size or total > _ALL_BYTES:
            raise AnnotationFileError("it would unpack to very much more than it holds")
    return seen


def bytes_of(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return a file of an archive. Raises `AnnotationFileError` where it has more than `most` bytes."""
    if info.file_size > most:
        raise AnnotationFileError(
            f"{one_line(info.filename)[:80]} in it is too large ({info.file_size} bytes)"
        )
    with archive.open(info) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise AnnotationFileError(f"{one_line(info.filename)[:80]} in it is larger than it says")
    return data
