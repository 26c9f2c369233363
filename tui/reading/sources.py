"""Where pages come from: files, folders and standard input, as bytes and then as text.

Nothing found here stops an import. What cannot be read becomes a `Failure` of one line that names
the source and says what to do; the rest goes on.
"""

from __future__ import annotations

import codecs
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tui.text import clean, one_line

SourceKind = Literal["page", "article", "html", "markdown"]

# A long read of a newspaper with all its furniture is some hundred KB; what is larger is no page.
LARGEST = 25 * 1024 * 1024
# The command line hands a line of text over as if it were a file: nothing has this name.
STDIN = "-"

_KINDS: dict[str, SourceKind] = {
    ".txt": "page",
    ".text": "page",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "is a PDF; save its text as .txt and import that"),
    (b"PK\x03\x04", "is a zip archive or an office document; save its text as .txt and import that"),
    (b"\x7fELF", "is a program, not a page"),
)
_NOT_TEXT = "is not text (it looks like binary data); save the page as text or HTML"


@dataclass(frozen=True, slots=True)
class Source:
    """A raw page: where it came from, its bytes, how to read it, and what is known beforehand.

    `meta` may hold `id`, `title`, `url`, `outlet`, `author` and `published`, all cleaned.
    """

    origin: str
    raw: bytes
    kind: SourceKind = "page"
    meta: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why: half a sentence without its name."""

    origin: str
    reason: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A file in a folder that is no page, by its name; worth a count, not a warning."""

    origin: str


class BadSourceError(ValueError):
    """A source that cannot be read; the message is half a sentence that says why."""


def shown(path: str | os.PathLike[str]) -> str:
    """Return a path as one clean line; bytes of a name that are not text are left out."""
    return one_line(os.fspath(path)) or "(a file without a readable name)"


def kind_of(name: str) -> SourceKind | None:
    """Return how a file of this name is read, None where its name does not tell."""
    name = name.lower().removesuffix(".gz")
    return _KINDS.get(os.path.splitext(name)[1])  # noqa: PTH122  Path costs a good deal at 100,000 names


def listing(paths: Iterable[str | os.PathLike[str]]) -> list[Path | Failure | Ignored]:
    """Return every file named by `paths`, folders walked in the order of their names.

    A file that is named is read whatever it is called; of a folder only pages are. A link in a
    folder that points out of it is refused, for a folder from elsewhere could name anything.
    """
    found: list[Path | Failure | Ignored] = []
    for given in paths:
        path = Path(given)
        try:
            if path.is_dir():
                found += _walk(path)
            elif path.exists() or os.fspath(given) == STDIN:
                found.append(path)
            else:
                found.append(Failure(shown(given), "there is no such file or folder"))
        except (OSError, ValueError) as error:
            found.append(Failure(shown(given), _why(error)))
    return found


def load(path: Path) -> Source | Failure:
    """Read one file (`-` for standard input), unpacked where it is gzip, at most `LARGEST` bytes."""
    origin = shown(path)
    try:
        raw = _bytes(path)
    except BadSourceError as error:
        return Failure(origin, str(error))
    except (OSError, ValueError) as error:
        return Failure(origin, _why(error))
    return Source(origin, raw, kind_of(path.name) or guess_kind(raw))


def gather(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source | Failure]:
    """Yield every page that `paths` name, one in memory at a time."""
    for found in listing(paths):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, Path):
            yield load(found)


def guess_kind(raw: bytes) -> SourceKind:
    """Tell HTML from the text of a page by how it begins."""
    start = raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if start.startswith((b"<!doctype html", b"<html", b"<?xml")) else "page"


def decode(raw: bytes) -> str:
    """Return the clean text of `raw`: UTF-8, UTF-16 or UTF-32, or else Windows-1252.

    Raises `BadSourceError` where it is empty or not text.
    """
    for magic, reason in _MAGIC:
        if raw.startswith(magic):
            raise BadSourceError(reason)
    text = _decoded(raw)
    sample = text[:200_000]
    # A page may hold a stray control character; a picture or a program is full of them.
    foreign = sum(sample.count(c) for c in _CONTROLS)
    if foreign > 8 and foreign > len(sample) // 50:
        raise BadSourceError(_NOT_TEXT)
    text = clean(text)
    if not text.strip():
        raise BadSourceError("is empty; save the page again")
    return text


_CONTROLS = [chr(c) for c in range(32) if c not in (9, 10, 12, 13)] + ["\ufffd"]


def _decoded(raw: bytes) -> str:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(name, "replace")
    if raw.count(0, 0, 4096) * 5 > min(len(raw), 4096):
        # UTF-16 without its mark: in most scripts every other byte is small or zero.
        even, odd = raw[0:4096:2].count(0), raw[1:4096:2].count(0)
        if even == 0 or odd == 0:
            return raw.decode("utf-16-be" if even else "utf-16-le", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:  # lone surrogates, which some programs write: clean() drops them
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        pass
    # A page with one broken byte among many good ones is UTF-8 that was cut or patched.
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = len(raw.decode("utf-8", "ignore").encode("ascii", "ignore"))
    letters = len(text) - broken - good
    return text if letters > 4 * broken else raw.decode("cp1252", "replace")


def _walk(root: Path) -> Iterator[Path | Failure | Ignored]:
    inside = root.resolve()
    failures: list[Failure] = []

    def refused(error: OSError) -> None:
        failures.append(Failure(shown(error.filename or root), _why(error)))

    for folder, folders, names in os.walk(root, onerror=refused):
        folders.sort()
        names.sort()
        for name in [n for n in folders if Path(folder, n).is_symlink()]:
            if not Path(folder, name).resolve().is_relative_to(inside):
                yield Failure(shown(Path(folder, name)), _OUTSIDE)
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(folder, name)
            if name.startswith("."):
                continue
            if kind_of(name) is None:
                yield Ignored(shown(path))
                continue
            try:
                if path.is_symlink() and not path.resolve(strict=True).is_relative_to(inside):
                    yield Failure(shown(path), _OUTSIDE)
                elif not path.is_file():
                    yield Failure(shown(path), "is not a file (a pipe, a socket or a device)")
                else:
                    yield path
            except (OSError, RuntimeError, ValueError) as error:
                yield Failure(shown(path), _why(error))
    yield from failures


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
    return _unpacked(raw) if raw.startswith(b"\x1f\x8b") else raw


def _unpacked(raw: bytes) -> bytes:
    """Unpack gzip, a bounded amount of it: a few KB can unpack to gigabytes."""
    unpacking = zlib.decompressobj(wbits=31)
    try:
        text = unpacking.decompress(raw, LARGEST + 1)
    except zlib.error as error:
        raise BadSourceError("is a broken gzip file; fetch it again") from error
    if len(text) > LARGEST:
        raise BadSourceError(f"unpacks to more than {LARGEST >> 20} MB, which no page is; left out")
    if not unpacking.eof:
        raise BadSourceError("is a gzip file that ends in the middle; fetch it again")
    return text


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
