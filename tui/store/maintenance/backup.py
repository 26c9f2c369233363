"""A whole briefing as one archive, and back: a zip whose first words list every file with its hash.

Reading goes on beside a running reader: most files are copied without the lock, and only those that
were replaced meanwhile are copied again while it is held.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from tui.settings.atomic_files import PRIVATE, private_folder, read_regular, replacing, sweep, sync_folder
from tui.store.disk.cache import CATALOGUE
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import PENDING, BriefingFolder
from tui.store.disk.table_file import Signature, stat_key
from tui.store.maintenance.recover import recover
from tui.store.maintenance.restore import raise_only

MANIFEST = "backup.json"
_FORMAT = 1
_IN = "briefing/"
_BLOCK = 1 << 20
# JSON packs ten to one. What unpacks to very much more than it takes is made to fill a disk.
_RATIO, _ALWAYS = 200, 50_000_000
_DERIVED = ("index.sqlite", ".lock", ".place.", ".importing.")
_PASSING = frozenset({PENDING, ".sessions", ".git"})
_FOLDERS = ("events", "notes", "sources", PENDING)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Backup:
    """What an archive holds: the briefing's title and folder name, how many files and bytes."""

    title: str
    name: str
    files: int
    size: int


def backup(
    root: Path,
    archive: Path,
    *,
    title: str = "",
    progress: Progress | None = None,
    waiting: Callable[[str], None] | None = None,
) -> Backup:
    """Write the briefing in the folder `root` to the file `archive`, and read it back to be sure.

    An earlier backup there is replaced, anything else is left alone. `waiting` is told who is waited for, where another
    program writes for long. Raises `StoreError`.
    """
    if not (root / CATALOGUE).exists() and not (root / "events").is_dir():
        raise StoreError(f"{root}: there is no briefing here")
    if archive.resolve().is_relative_to(root.resolve()):
        raise StoreError(f"{archive}: lies in the briefing itself; name a file elsewhere")
    if archive.exists():
        try:
            look(archive)
        except StoreError:
            raise StoreError(f"{archive}: is there already and is no backup; name another file") from None
    sweep(archive)
    folder = BriefingFolder(root, raise_only, waiting)
    try:
        with replacing(archive) as spare:
            handle = os.open(spare, os.O_RDWR | os.O_CREAT | os.O_TRUNC, PRIVATE)
            with os.fdopen(handle, "w+b") as file:
                _write(folder, file, {"title": title, "name": root.resolve().name}, progress)
                file.flush()
                os.fsync(file.fileno())
            return verify(spare)
    except OSError as error:
        raise StoreError(f"{archive}: cannot be written: {error.strerror or error}") from None


def verify(archive: Path) -> Backup:
    """Read every byte of an archive against its hash. Raises `StoreError` saying what is wrong."""
    with _Archive(archive) as opened:
        for name in opened.files:
            for _ in opened.read(name):
                pass
        return opened.says


def look(archive: Path) -> Backup:
    """Return what an archive says it holds, without reading it all. Raises `StoreError`."""
    with _Archive(archive) as opened:
        return opened.says


def restore(archive: Path, root: Path, *, progress: Progress | None = None) -> Backup:
    """Put the briefing of an archive into the new folder `root`, byte for byte.

    Nothing is there before all of it is. Raises `StoreError` when the archive is damaged or was not made
    by `backup`, and when there is something at `root` already.
    """
    if root.is_symlink() or (root.exists() and (not root.is_dir() or any(root.iterdir()))):
        if root.is_dir() and (restored := _restored(archive, root)):  # and nobody was told
            return restored
        raise StoreError(f"{root}: is there already; a backup is restored to a new folder only")
    sweep(root, ".restoring")
    try:
        with _Archive(archive) as opened, replacing(root, ending=".restoring") as half:
            private_folder(root.parent)
            if opened.says.size > shutil.disk_usage(root.parent).free:
                raise StoreError(f"{root}: there is no room for the {opened.says.size} bytes of {archive}")
            half.mkdir(mode=0o700)
            _unpack(opened, half, progress)
            return opened.says
    except OSError as error:
        raise StoreError(f"{root}: cannot be written: {error.strerror or error}") from None


def _restored(archive: Path, root: Path) -> Backup | None:
    """Return what is in an archive where the folder `root` holds just that, byte for byte; None where it does not."""
    with _Archive(archive) as opened:
        for name, (size, digest) in opened.files.items():
            try:
                data = read_regular(root / name)
            except OSError:
                return None
            if len(data) != size or hashlib.sha256(data).hexdigest() != digest:
                return None
        return opened.says if set(_names(root)) == set(opened.files) else None


# What reading a damaged or forged zip file runs into; ValueError also says what is not as it should be.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    TypeError,
    KeyError,
    RuntimeError,
    OverflowError,
)


# Writing


def _write(folder: BriefingFolder, file: Any, about: dict[str, str], progress: Progress | None) -> None:
    import orjson

    files: dict[str, tuple[Signature, int, str]] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        # The bulk first and without the lock; then once more under it, for what changed meanwhile.
        for held in (False, True):
            with _held(folder) if held else nullcontext():
                names = list(_names(folder.root))
                for gone in files.keys() - set(names):
                    _leave_out(out, _IN + gone)
                    del files[gone]
                for at, name in enumerate(names):
                    found = stat_key(folder.root / name)
                    if found is None or (name in files and files[name][0] == found):
                        continue
                    _leave_out(out, _IN + name)
                    size, digest = _put(out, folder.root / name, _IN + name)
                    files[name] = found, size, digest
                    if progress:
                        progress(at + 1, len(names))
        listed = {name: [size, digest] for name, (_, size, digest) in sorted(files.items())}
        says = {"format": _FORMAT, "made by": "briefing-tui", **about, "files": listed}
        out.writestr(_info(MANIFEST), orjson.dumps(says, option=orjson.OPT_INDENT_2))


@contextmanager
def _held(folder: BriefingFolder) -> Iterator[None]:
    """Hold the lock, with every step finished; none where nothing can be written. Raises `StoreError`."""
    with nullcontext() if folder.refused else folder.locked():
        if not folder.refused and not recover(folder):
            raise StoreError(f"{folder.root}: a change that was cut short cannot be finished")
        yield


def _names(root: Path) -> Iterator[str]:
    """Yield the files that make up a briefing: all but what is derived or passing."""
    for at, folders, files in os.walk(root):
        here = Path(at)
        folders[:] = sorted(
            each for each in folders if each not in _PASSING and not (here / each).is_symlink()
        )
        for name in sorted(files):
            path = here / name
            inside = path.relative_to(root).as_posix()
            if not _is_passing(inside) and not path.is_symlink() and path.is_file():
                yield inside


def _put(out: zipfile.ZipFile, path: Path, name: str) -> tuple[int, str]:
    """Copy a file into the archive; return its size and SHA-256."""
    info = _info(name)
    if name.endswith(".gz"):
        info.compress_type = zipfile.ZIP_STORED
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as source, out.open(info, "w", force_zip64=path.stat().st_size > 1 << 30) as target:
        while block := source.read(_BLOCK):
            digest.update(block)
            size += len(block)
            target.write(block)
    return size, digest.hexdigest()


def _info(name: str) -> zipfile.ZipInfo:
    # The same briefing makes the same archive: no times in it.
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o100600 << 16
    return info


def _leave_out(out: zipfile.ZipFile, name: str) -> None:
    """Take a file that was copied too early out of the archive's table of contents."""
    if info := out.NameToInfo.pop(name, None):
        out.filelist.remove(info)


# Reading


class _Archive:
    """An archive whose table of contents makes sense."""

    def __init__(self, archive: Path) -> None:
        self._archive = archive

    def __enter__(self) -> _Archive:
        try:
            self._zip = zipfile.ZipFile(self._archive)
            try:
                self.files, self.says = _contents(self._zip, self._archive.stat().st_size)
            except BaseException:
                self._zip.close()
                raise
        except FileNotFoundError:
            raise StoreError(f"{self._archive}: there is no such file") from None
        except (OSError, *_DAMAGE) as error:
            raise StoreError(f"{self._archive}: is no whole backup of briefing-tui ({error})") from None
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def read(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a file. Raises `StoreError` where they are not what was put in."""
        size, wanted = self.files[name]
        digest = hashlib.sha256()
        try:
            with self._zip.open(_IN + name) as file:
                while block := file.read(_BLOCK):
                    digest.update(block)
                    size -= len(block)
                    if size < 0:
                        break
                    yield block
        except (OSError, *_DAMAGE) as error:
            raise StoreError(f"{self._archive}: damaged at {name} ({error})") from None
        if size or digest.hexdigest() != wanted:
            raise StoreError(f"{self._archive}: damaged at {name} (it is not what was put in)")


def _contents(found: zipfile.ZipFile, packed: int) -> tuple[dict[str, tuple[int, str]], Backup]:
    """Return the files by name with size and hash, and what the archive says of itself."""
    import orjson

    _want(MANIFEST in found.namelist(), "it has no list of its files")
    manifest = found.getinfo(MANIFEST)
    _want(manifest.file_size <= _ALWAYS + packed, "its list of files is too long")
    says = orjson.loads(found.read(manifest))
    _want(isinstance(says, dict) and isinstance(says.get("files"), dict), "its list of files makes no sense")
    _want(says.get("format") == _FORMAT, f"format {says.get('format')}; a newer version made it")
    files: dict[str, tuple[int, str]] = {}
    there = {info.filename: info for info in found.infolist()}
    _want(len(there) == len(found.filelist), "a file is in it twice")
    total = 0
    for name, (size, digest) in says["files"].items():
        _want(_is_inside(name), f"{name!r} would lie outside of the briefing")
        _want(not _is_passing(name), f"{name!r} is nothing that is kept")  # it would be believed
        info = there.pop(_IN + name, None)
        _want(type(size) is int and size >= 0, f"{name} is not as listed")
        _want(info is not None and info.file_size == size, f"{name} is not as listed")
        total += size
        files[name] = size, str(digest)
    del there[MANIFEST]
    _want(not there, f"{min(there, default='')!r} is not listed")
    _want(total <= _ALWAYS + _RATIO * packed, f"{packed} bytes that unpack to {total}")
    events = any(name.startswith("events/") for name in files)
    _want(CATALOGUE in files or events, "there is no briefing in it")
    return files, Backup(str(says.get("title", "")), str(says.get("name", "")), len(files), total)


def _want(fine: bool, otherwise: str) -> None:
    if not fine:
        raise ValueError(otherwise)


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        bool(path.parts)
        and path.as_posix() == name
        and not path.is_absolute()
        and not {"..", "."} & set(path.parts)
        and not set("\\:\0") & set(name)
    )


def _is_passing(name: str) -> bool:
    """Tell whether a file of a briefing is derived or of the moment only."""
    path = PurePosixPath(name)
    return bool(_PASSING & set(path.parts)) or path.name.startswith(_DERIVED) or name.endswith(".new")


def _unpack(opened: _Archive, half: Path, progress: Progress | None) -> None:
    for each in _FOLDERS:
        (half / each).mkdir(mode=0o700)
    folders = {half}
    for at, name in enumerate(opened.files, 1):
        path = half / name
        if path.parent not in folders:
            private_folder(path.parent)
            folders.add(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        with os.fdopen(handle, "wb") as file:
            for block in opened.read(name):
                file.write(block)
        if progress:
            progress(at, len(opened.files))
    # One wait for the disk instead of one a file; where there is no such call, the folders' names.
    if hasattr(os, "sync"):
        os.sync()
    for folder in folders:
        sync_folder(folder)
