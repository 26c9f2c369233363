"""Where pages come from: files, folders and standard input, as bytes and then as text.

Nothing found here stops an import. What cannot be read becomes a `Failure` of one line that names
the source and says what to do; the rest goes on.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from tui.core.addresses import is_address
from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.gunzip import gunzipped
from tui.reading.source_kind import SourceKind, guess_kind, kind_for, kind_of

# A long read of a newspaper with all its furniture is some hundred KB; what is larger is no page.
LARGEST = 25 * 1024 * 1024
# What JSON Lines may unpack to: they hold many pages, and are read one by one.
LARGEST_LINES = 4 * 1024 * 1024 * 1024
# The command line hands a line of text over as if it were a file: nothing has this name.
STDIN = "-"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Source:
    """A raw page: where it came from, its bytes, how to read it, and what is known beforehand.

    `meta` may hold `id`, `title`, `url`, `outlet`, `author` and `published`, all cleaned; also
    `address`, where it was fetched, `dated`, when a feed says it was published, and `feed`, what that
    feed is called: what the page says itself goes before these. `stand_in` is a line of JSON Lines with what
    the feed says of it, to be read where the page cannot be.
    """

    origin: str
    raw: bytes
    kind: SourceKind = "page"
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why: half a sentence without its name.

    `passing` where the same source may be read the next time.
    """

    origin: str
    reason: str
    passing: bool = False

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file in a folder that is no page, by its name; worth a count, not a warning."""

    origin: str


def display_name(path: str | os.PathLike[str]) -> str:
    """Return a path as one clean line; bytes of a name that are not text are left out."""
    return one_line(os.fspath(path)) or "(a file without a readable name)"


def iter_paths(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | str | Failure | Ignored]:
    """Yield every file named by `paths`, folders walked in the order of their names.

    Addresses of the web stay the text they are.

    A file that is named is read whatever it is called; of a folder only pages are. A link in a
    folder that points out of it is refused, for a folder from elsewhere could name anything.
    """
    for given in paths:
        if isinstance(given, str) and is_address(given):
            yield given
            continue
        path = Path(given)
        try:
            if path.is_dir():
                yield from _walk(path)
            elif path.exists() or os.fspath(given) == STDIN:
                yield path
            else:
                yield Failure(display_name(given), "there is no such file or folder")
        except (OSError, ValueError) as error:
            yield Failure(display_name(given), _why(error))


def read_file(path: Path) -> Source | Failure:
    """Read one file (`-` for standard input), unpacked where it is gzip, at most `LARGEST` bytes."""
    origin = display_name(path)
    try:
        raw = _bytes(path)
    except BadSourceError as error:
        return Failure(origin, str(error))
    except (OSError, ValueError) as error:
        return Failure(origin, _why(error))
    return source_of(origin, raw)


def source_of(origin: str, raw: bytes, **meta: str) -> Source:
    """Return the source that `raw`, which came from `origin`, is: as it was when it was first read."""
    return Source(origin, raw, kind_for(origin, raw), meta)


def iter_sources(path: Path) -> Iterator[Source | Failure]:
    """Yield what is in a file: the file itself, or the articles of one that holds JSON Lines, one by one."""
    try:
        if os.fspath(path) == STDIN:
            yield from _unfolded(sys.stdin.buffer, STDIN, None)
        elif kind_of(path.name) == "lines":
            with path.open("rb") as file:
                yield from _unfolded(file, display_name(path), "lines")
        else:
            yield from iter_json_lines(read_file(path))
    except BadSourceError as error:
        yield Failure(display_name(path), str(error))
    except (OSError, ValueError) as error:
        yield Failure(display_name(path), _why(error))


def iter_json_lines(found: Source | Failure) -> Iterator[Source | Failure]:
    """Yield a source, or where it is JSON Lines the articles in it."""
    if isinstance(found, Source) and found.kind == "lines":
        yield from _lines([found.raw], found.origin)
    else:
        yield found


def iter_all(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source | Failure]:
    """Yield every page that `paths` name, one in memory at a time."""
    for found in iter_paths(paths):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, Path):
            yield from iter_sources(found)


def _unfolded(file: BinaryIO, origin: str, kind: SourceKind | None) -> Iterator[Source | Failure]:
    """Read a file of JSON Lines line by line; one whose kind is not known may turn out to be anything."""
    chunks = gunzipped(iter(lambda: file.read(_CHUNK), b""), LARGEST_LINES)
    held = b""
    if kind is None:
        held = next(chunks, b"")
        starts = held.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        if not starts or (guess_kind(held) != "lines" and b"\n" in held):
            for chunk in chunks:
                held += chunk
                if len(held) > LARGEST:
                    raise _too_large(len(held))
            yield from iter_json_lines(source_of(origin, held))
            return
    yield from _lines(chain([held], chunks), origin)


def _lines(chunks: Iterable[bytes], origin: str) -> Iterator[Source | Failure]:
    from tui.reading.formats import jsonl

    for number, line in jsonl.lines(chunks, LARGEST):
        name = f"{origin}, line {number}"
        if line is None:
            yield Failure(name, f"is longer than {LARGEST >> 20} MB, which no article is")
        elif wrong := jsonl.why_not(line):
            yield Failure(name, wrong)
        else:
            yield Source(name, line, "record")


def _walk(root: Path) -> Iterator[Path | Failure | Ignored]:
    inside = root.resolve()
    failures: list[Failure] = []

    def refused(error: OSError) -> None:
        failures.append(Failure(display_name(error.filename or root), _why(error)))

    for folder, folders, names in os.walk(root, onerror=refused):
        folders.sort()
        names.sort()
        for name in [n for n in folders if Path(folder, n).is_symlink()]:
            if not Path(folder, name).resolve().is_relative_to(inside):
                yield Failure(display_name(Path(folder, name)), _OUTSIDE)
        if set(names) >= _BRIEFING:  # what this program wrote itself is no source
            folders.clear()
            yield Ignored(display_name(folder))
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(folder, name)
            if name.startswith("."):
                continue
            if kind_of(name) is None:
                yield Ignored(display_name(path))
                continue
            try:
                if path.is_symlink() and not path.resolve(strict=True).is_relative_to(inside):
                    yield Failure(display_name(path), _OUTSIDE)
                elif not path.is_file():
                    yield Failure(display_name(path), "is not a file (a pipe, a socket or a device)")
                else:
                    yield path
            except (OSError, RuntimeError, ValueError) as error:
                yield Failure(display_name(path), _why(error))
    yield from failures


_BRIEFING = {"catalogue.json", "journal.jsonl"}
_OUTSIDE = "is a link that leads out of the folder; name the file itself to import it"


def _bytes(path: Path) -> bytes:
    if os.fspath(path) == STDIN:
        raw = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with path.open("rb") as file:
            size = os.fstat(file.fileno())
            if stat.S_ISREG(size.st_mode) and size.st_size > LARGEST:
                raise _too_large(size.st_size)
            raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise _too_large(len(raw))
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    return b"".join(gunzipped(iter([raw]), LARGEST))


def _too_large(size: int) -> BadSourceError:
    return BadSourceError(f"is too large for a page ({size >> 20} MB; at most {LARGEST >> 20} MB); split it")


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return "may not be read; allow it with chmod, or copy it"
    if isinstance(error, FileNotFoundError):
        return "is a link that leads nowhere, or the file has just gone"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}"
    return f"cannot be read: {one_line(str(error))}"
