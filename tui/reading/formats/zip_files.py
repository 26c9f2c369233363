"""A zip file of files: each is read as if it lay in a folder."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.portions import Portion
from tui.reading.saved_folders import belongs_to_page
from tui.reading.source_kind import kind_of
from tui.reading.sources import LARGEST


def split(file: BinaryIO) -> Iterator[Portion]:
    """Yield the files whose names are those of pages, in their order. Raises `BadSourceError` for a damaged archive."""
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise BadSourceError("is a damaged zip archive; fetch it again") from error
    with archive:
        names = set(archive.namelist())
        other = 0
        for info in sorted(archive.infolist(), key=lambda each: each.filename):
            if info.is_dir():
                continue
            folders = info.filename.split("/")[:-1]
            hidden = any(part.startswith((".", "__MACOSX")) for part in info.filename.split("/"))
            frame = belongs_to_page(folders, lambda page: "/".join(page) in names)
            if hidden or frame or kind_of(info.filename) is None:
                other += 1
            else:
                yield _file(archive, info)
        if other == len(names):
            raise BadSourceError("is a zip archive without files that can be read")


def _file(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Portion:
    place = one_line(info.filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        return Portion(place, fault="is a link, not a file")
    if info.flag_bits & 1:
        return Portion(place, fault="is locked with a password; unpack it yourself")
    try:
        with archive.open(info) as file:
            raw = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        return Portion(place, fault=f"cannot be unpacked ({type(error).__name__}); fetch the archive again")
    if len(raw) > LARGEST:
        return Portion(place, fault=f"unpacks to more than {LARGEST >> 20} MB, which no page is")
    return Portion(place, raw, None)
