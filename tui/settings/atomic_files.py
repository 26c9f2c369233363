"""Writing a file, or a folder, so that it is there whole or not at all. The one place that does it.

What is written is put together beside its place and renamed into it, which a file system does at once; a kill
before that leaves a spare file, and what was there stays as it was. To outlive a power cut as well the file's
bytes have to be on disk before the rename, and the folder with the new name after it (`sync`): see T. Pillai
and others, "All File Systems Are Not Created Equal", OSDI 2014.

It needs nothing but the standard library. All of it raises OSError where the disk refuses.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from concurrent.futures import Future

PRIVATE = 0o600
SHARED = 0o666  # less what the user's umask takes away
_MANY = 4
_AT_ONCE = 8


def write_whole(path: Path, data: bytes, *, sync: bool = True, spare: Path | None = None) -> None:
    """Put `data` in the place of a file that is the user's alone; with `sync` on disk when this returns."""
    with replacing(path, spare=spare, sync=sync) as half:
        write_new(half, data, sync=sync)


def export_whole(path: Path, parts: Iterable[str | bytes], *, sync: bool = True) -> None:
    """Put a text in the place of a file that others may read, as its rights or the umask say.

    With `sync` its bytes are on disk before it takes its place. That the new name is, is not waited for: a folder
    the user names may be one that cannot be synced, and its file is there all the same. A device or a pipe (/dev/null,
    /dev/stdout) is written to and stays what it is; behind a link it is the file it leads to whose place is taken.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not (path.is_file() or path.is_dir()):
        with path.open("wb", buffering=0) as device:
            _write_parts(device.fileno(), parts)
        return
    if path.is_symlink():
        path = path.resolve()
    with replacing(path, sync=False) as half:
        write_new(half, parts, sync=sync, mode=SHARED)
        if path.exists():
            half.chmod(path.stat().st_mode & 0o777)


@contextmanager
def replacing(
    path: Path, *, spare: Path | None = None, ending: str = ".new", sync: bool = True
) -> Iterator[Path]:
    """Give a place (`spare`, else one beside `path`) where a file or a folder is put together.

    It takes its place at `path` when the block ends, and is taken away when the block fails. With `sync` the
    new name is on disk afterwards; the bytes are the block's own affair.
    """
    half = spare or _beside(path, str(os.getpid()), ending)
    try:
        yield half
        half.replace(path)
    except BaseException:
        with suppress(OSError):
            _remove(half)
        raise
    if sync:
        sync_folder(path.absolute().parent)


def _beside(path: Path, pid: str, ending: str) -> Path:
    # A name may be as long as the disk allows, and what is beside it no longer.
    return path.with_name(f".{path.name[:40]}.{pid}{ending}")


def sweep(path: Path, ending: str = ".new") -> None:
    """Take away what a process that was killed left half done beside `path`."""
    if os.name == "nt":  # there is no asking for a process without ending it
        return
    before, after = _beside(path, "\0", ending).name.split("\0")
    with suppress(OSError):
        for each in path.absolute().parent.iterdir():
            pid = each.name.removeprefix(before).removesuffix(after)
            if not pid.isdecimal() or each.name != f"{before}{pid}{after}":
                continue
            if not runs_elsewhere(int(pid)):
                _remove(each)


def runs_elsewhere(pid: int) -> bool:
    """Tell whether there is another process with this number; False where that cannot be asked."""
    # In a container each run may have the same number. On Windows to ask a process is to end it.
    if pid == os.getpid() or os.name == "nt":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def _remove(path: Path) -> None:
    if path.is_dir():
        import shutil

        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def write_new(
    path: Path, data: bytes | Iterable[str | bytes], *, sync: bool = True, mode: int = PRIVATE
) -> None:
    """Write a new file, with `sync` on disk when this returns; nothing is left behind when it fails."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        try:
            _write_parts(handle, (data,) if isinstance(data, bytes) else data)
            if sync:
                os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _write_parts(handle: int, parts: Iterable[str | bytes]) -> None:
    for part in parts:
        write_all(handle, part.encode("utf-8", "replace") if isinstance(part, str) else part)


def sync_each(paths: Sequence[Path]) -> None:
    """Return when the bytes of files are on disk, of which several are waited for at a time where they are many.

    Raises the first error there was, once no file is waited for any more.
    """
    waited: list[Future[None]] = []
    with suppress(RuntimeError):  # no thread is to be had: a step is written while the program ends
        if len(paths) >= _MANY:
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(
                _AT_ONCE
            ) as threads:  # they do nothing else: what a thread allocates stays its own
                waited += (threads.submit(_sync, path) for path in paths)
    for each in waited:
        each.result()
    for path in paths[len(waited) :]:
        _sync(path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_all(handle: int, data: bytes) -> None:
    """Write all of `data`: a file-size limit cuts the first write short before it fails the second."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def kind_of_file(mode: int) -> str:
    """Return what is no regular file, in words."""
    for test, words in ((stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder")):
        if test(mode):
            return words
    return "a device"


def open_regular(path: Path) -> BinaryIO:
    """Open a file for reading. Raises OSError for what is none: a pipe would be waited for without end."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    file = os.fdopen(handle, "rb")
    if not stat.S_ISREG(mode := os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, f"is {kind_of_file(mode)}, and no file", os.fspath(path))
    return file


def read_regular(path: Path) -> bytes:
    """Return what a file holds. As `open_regular`."""
    with open_regular(path) as file:
        return file.read()


def link_or_copy(path: Path, copy: Path) -> None:
    """Give a file a second name that must be free; on a file system without hard links copy it, onto the disk."""
    try:
        os.link(path, copy)
    except OSError:
        write_new(copy, path.read_bytes())


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
