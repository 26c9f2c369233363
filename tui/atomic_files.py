"""Writing a file so that it is there whole or not at all.

Stands on the ground: every room may use it, and it needs nothing but the standard library"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


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


def put_whole(path: Path, parts: Iterable[str | bytes], *, sync: bool = True) -> None:
    """Write a file beside its place and rename it: it is there whole or not at all."""
    import os
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part.encode("utf-8", "replace") if isinstance(part, str) else part)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        if path.exists():
            half.chmod(path.stat().st_mode & 0o777)
        else:
            mask = os.umask(0)
            os.umask(mask)
            half.chmod(0o666 & ~mask)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
