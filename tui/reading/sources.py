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
from pathlib import Path

from tui.core.addresses import is_address
from tui.core.text import one_line
from tui.reading.encoding import BadSourceError
from tui.reading.gunzip import gunzipped
from tui.reading.saved_folders import belongs_to_page
from tui.reading.source_kind import SourceKind, kind_for, kind_of

# A long read of a newspaper with all its furniture is some hundred KB; what is larger is no page.
LARGEST = 25 * 1024 * 1024
# The command line hands a line of text over as if it were a file: nothing has this name.
STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A raw page: where it came from, its bytes, how to read it, and what is known beforehand.

    `meta` may hold `id`, `title`, `url`, `outlet`, `author` and `published`, all cleaned; also
    `address`, where it was fetched, `dated`, when a feed says it was published, and `feed`, what that
    feed is called and `named`, what it calls the article: what the page says itself goes before these.
    `stand_in` is a line of JSON Lines with what the feed says of it, to be read where the page cannot be.
    """

    origin: str
    raw: bytes
    kind: SourceKind = "page"
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why: half a sentence without its name.

    `passing` where the same source may be read the next time, `left_out` where nothing went wrong: what it names is no
    article, as a chat's pictures.
    """

    origin: str
    reason: str
    passing: bool = False
    left_out: bool = False

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"


@dataclass(frozen=True, slots=True)
class IgnoredFile:
    """A file in a folder that is no page, by its name; worth a count, not a warning."""

    origin: str


def display_name(path: str | os.PathLike[str]) -> str:
    """Return a path as one clean line, with � for each byte of a name that is not text."""
    name = os.fspath(path).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return one_line(name) or "(a file without a readable name)"


def iter_paths(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path | str | Failure | IgnoredFile]:
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
            yield Failure(display_name(given), why_not_read(error))


def read_file(path: Path) -> Source | Failure:
    """Read one file (`-` for standard input), unpacked where it is gzip, at most `LARGEST` bytes."""
    origin = display_name(path)
    try:
        raw = _bytes(path)
    except BadSourceError as error:
        return Failure(origin, str(error))
    except (OSError, ValueError) as error:
        return Failure(origin, why_not_read(error))
    return source_of(origin, raw)


def source_of(origin: str, raw: bytes, **meta: str) -> Source:
    """Return the source that `raw`, which came from `origin`, is: as it was when it was first read."""
    return Source(origin, raw, kind_for(origin, raw), meta)


def _looked_at(path: Path, inside: Path) -> Path | Failure:
    """Return a file of a folder, or why it is not read."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(inside):
            return Failure(display_name(path), _OUTSIDE)
        if not path.is_file():
            return Failure(display_name(path), "is not a file (a pipe, a socket or a device)")
    except (OSError, RuntimeError, ValueError) as error:
        return Failure(display_name(path), why_not_read(error))
    return path


def _walk(root: Path) -> Iterator[Path | Failure | IgnoredFile]:
    inside = root.resolve()
    failures: list[Failure] = []

    def belonging_to(folder: str) -> bool:
        """Tell a folder of what a browser saved beside a page: frames are no articles."""
        return belongs_to_page(Path(folder).relative_to(root).parts, lambda page: Path(root, *page).is_file())

    def refused(error: OSError) -> None:
        failures.append(Failure(display_name(error.filename or root), why_not_read(error)))

    for folder, folders, names in os.walk(root, onerror=refused):
        folders.sort()
        names.sort()
        for name in [n for n in folders if Path(folder, n).is_symlink()]:
            if not Path(folder, name).resolve().is_relative_to(inside):
                yield Failure(display_name(Path(folder, name)), _OUTSIDE)
        if set(names) >= _BRIEFING:  # what this program wrote itself is no source
            folders.clear()
            yield IgnoredFile(display_name(folder))
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        belonging = belonging_to(folder)
        for name in names:
            if name.startswith("."):
                continue
            path = Path(folder, name)
            yield (
                IgnoredFile(display_name(path))
                if belonging or kind_of(name) is None
                else _looked_at(path, inside)
            )
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
                raise too_large(size.st_size)
            raw = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise too_large(len(raw))
    if not raw.startswith(b"\x1f\x8b"):
        return raw
    return b"".join(gunzipped(iter([raw]), LARGEST))


def too_large(size: int) -> BadSourceError:
    """Return the error for a file of so many bytes."""
    return BadSourceError(f"is too large for a page ({size >> 20} MB; at most {LARGEST >> 20} MB); split it")


def why_not_read(error: Exception) -> str:
    """Return why a file could not be opened, half a sentence."""
    if isinstance(error, PermissionError):
        return "may not be read; allow it with chmod, or copy it"
    if isinstance(error, FileNotFoundError):
        return "is a link that leads nowhere, or the file has just gone"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror.lower()}"
    return f"cannot be read: {one_line(str(error))}"
