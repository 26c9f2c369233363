"""The journal: a line for each step, on disk before the step's files are.

A line is JSON: `step` (which of the files in `.pending` are its), `op` (create, do, undo, redo, import), `label`
(a sentence), `session` and `owner`, `at` (ISO 8601, UTC), `events` and `shared` (what changed), `changes` (of each
document the file, the table, the id, and what it was and is, null for nothing), where they apply `about`, `passive`,
`others` (put together of what was done elsewhere), `of` (the number of the step taken back or done again) and `part_of`
(that of the first step of the same deed). Its last members are its number, `seq`, and a CRC-32 of all before that, so
that the end of the file tells at once how far the briefing is and whether the last line was written whole.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from io import FileIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from tui.settings.atomic_files import (
    PRIVATE,
    open_regular,
    read_regular,
    sync_folder,
    write_all,
    write_new,
    write_whole,
)
from tui.store.disk.schema import Document

NAME = "journal.jsonl"
_END = re.compile(rb',"seq":(\d+),"crc":"([0-9a-f]{8})"\}\n\Z')
_TAIL = 64
_REACH = 1 << 18  # bytes from the end
ROTATE_AT = 8_000_000
KEPT_LINES = 1000
KEPT_BYTES = 4_000_000
_PACKED = 4_000_000  # at a time: whoever changes something waits for it


class JournalEntry(NamedTuple):
    """A step as it stands in the journal: its number, where the line begins in bytes, and what it says."""

    seq: int
    offset: int
    says: Document


def _encode(says: Document, seq: int) -> bytes:
    import orjson

    body = orjson.dumps(says)[:-1] + b',"seq":%d' % seq
    return body + b',"crc":"%08x"}\n' % zlib.crc32(body)


def _parsed(line: bytes) -> Any:
    import orjson

    return orjson.loads(line)


def checked_seq(line: bytes) -> int:
    """Return the number of a line, -1 when the line is not whole."""
    found = _END.search(line[-_TAIL:])
    if not found:
        return -1
    body = memoryview(line)[: len(line) - len(found[0])]  # a step may be as large as the briefing
    crc = zlib.crc32(b',"seq":' + found[1], zlib.crc32(body))
    return int(found[1]) if crc == int(found[2], 16) else -1


def _head(line: bytes) -> bytes:
    """Return a line without its changes where they stand last; in a text the quotes would be escaped.

    In that of an import `shared` comes after them: it has few, for articles are not among them.
    """
    at = line.find(b',"changes":')
    return line[:at] + b"}" if line.find(b',"shared":', 0, max(0, at)) >= 0 else line


class Journal:
    """The journal of one briefing. Whoever appends holds the briefing's lock."""

    def __init__(self, root: Path) -> None:
        self.path = root / NAME
        self._root = root
        self._size = -1  # up to where the file is known to be whole
        self._inode = -1
        self._kept = 0  # bytes that were left when older lines were packed away
        # The archives, and their lines by the files they are about, once a broken file wanted them.
        self._packed: tuple[list[Path], dict[str, list[JournalEntry]]] = ([], {})

    def state(self) -> tuple[int, int]:
        """Return inode and size: unchanged as long as nobody appends."""
        try:
            found = os.stat(self.path)  # noqa: PTH116 - asked for several times a second
        except OSError:
            return (0, 0)
        return found.st_ino, found.st_size

    def last_seq(self) -> int:
        """Return the number of the last whole line by looking at the end alone; 0 for an empty journal."""
        if found := self._end():
            return int(found[1])
        last = self.last()
        return last.seq if last else 0

    def is_complete(self) -> bool:
        """Tell whether the journal's end is whole; an empty or missing one is not."""
        return self._end() is not None

    def _end(self) -> re.Match[bytes] | None:
        try:
            with open_regular(self.path) as file:
                return _end_of(file)
        except OSError:
            return None

    def last(self) -> JournalEntry | None:
        """Return the last whole line, None when there is none."""
        line = None
        for each in self.lines(parsed=False):
            line = each
        return self.line(line.offset) if line else None

    def line(self, offset: int) -> JournalEntry:
        """Return the line that begins at `offset`. Raises ValueError when there is none."""
        with open_regular(self.path) as file:
            file.seek(offset)
            data = file.readline()
        seq = checked_seq(data)
        if seq < 0:
            raise ValueError("the journal has changed")
        return JournalEntry(seq, offset, _parsed(data))

    def lines(self, offset: int = 0, *, parsed: bool = True, changes: bool = True) -> Iterator[JournalEntry]:
        """Yield the whole lines from `offset` on; damaged ones are passed over.

        Without `changes`, what they say else is read, which takes no longer for a large step than for a small one.
        """
        for at, seq, data in self._every_line(offset):
            if seq >= 0:
                says: Any = _parsed(data if changes else _head(data)) if parsed else {}
                yield JournalEntry(seq, at, says)

    def lines_after(self, seq: int) -> Iterator[JournalEntry]:
        """Yield the whole lines of the steps after one, which is looked for from the end on."""
        reach = _REACH
        while offset := max(0, self.state()[1] - reach):  # amid a line, passed over as one that is damaged
            if (first := next(self.lines(offset, parsed=False), None)) and first.seq <= seq + 1:
                break
            reach *= 8
        whole = ((number, at, line) for at, number, line in self._every_line(offset) if number > seq)
        yield from (JournalEntry(number, at, _parsed(line)) for number, at, line in whole)

    def _every_line(self, offset: int = 0) -> Iterator[tuple[int, int, bytes]]:
        """Yield where each line begins, its number (-1 for one that is damaged) and the line."""
        try:
            file = open_regular(self.path)
        except OSError:
            return
        with file:
            file.seek(offset)
            for data in file:
                yield offset, checked_seq(data), data
                offset += len(data)

    def archives(self) -> list[Path]:
        """Return the packed files of older lines, the oldest first."""
        return sorted((self._root / "journal").glob(f"until-{'[0-9]' * 9}.jsonl.gz"))

    def packed_lines(self) -> Iterator[JournalEntry]:
        """Yield the lines that were packed away, the oldest first (before any damage); their `offset` is -1."""
        for path in self.archives():
            for data in read_archive(path)[0]:
                yield JournalEntry(checked_seq(data), -1, _parsed(data))

    def entries_for(self, name: str) -> Iterator[JournalEntry]:
        """Yield the lines that may be about a file, those that were packed away first."""
        archives = self.archives()
        if self._packed[0] != archives:
            by_name: dict[str, list[JournalEntry]] = {}
            for entry in self.packed_lines():
                for each in dict.fromkeys(change[0] for change in entry.says.get("changes", ())):
                    by_name.setdefault(each, []).append(entry)
            self._packed = archives, by_name
        yield from self._packed[1].get(name, ())
        yield from self.lines()

    def damaged_line_count(self) -> int:
        """Return how many lines are not whole."""
        return sum(seq < 0 for _, seq, _ in self._every_line())

    def append(self, says: Document) -> int:
        """Write a line and wait for the disk; return its number. Nothing of it stays when that fails.

        A last line that a kill or a power cut left half written is cut off first. Raises OSError.
        """
        with open(self.path, "a+b", buffering=0, opener=partial(os.open, mode=PRIVATE)) as file:
            found = os.fstat(file.fileno())
            size = found.st_size
            if (found.st_ino, size) != (self._inode, self._size) and not _end_of(file):
                size = self._mend_tail(file, size)
            seq = self._seq_at(file, size) + 1
            try:
                write_all(file.fileno(), _encode(says, seq))
                os.fsync(file.fileno())
            except OSError:
                self._size = -1
                file.truncate(size)
                raise
            after = os.fstat(file.fileno())
            self._inode, self._size = after.st_ino, after.st_size
        if size == 0:
            sync_folder(self._root)
        return seq

    def _seq_at(self, file: FileIO, size: int) -> int:
        if size == 0:  # a new journal, maybe in the place of a lost one: later steps come after those packed
            return max((int(path.name[6:15]) for path in self.archives()), default=0)
        found = _end_of(file)
        return int(found[1]) if found else self.last_seq()

    def _mend_tail(self, file: FileIO, size: int) -> int:
        """Cut off a torn last line, keeping a copy; return the size of what is left."""
        file.seek(0)
        data = file.readall()
        begin = data.rfind(b"\n", 0, max(0, size - 1)) + 1
        torn = data[begin:]
        if not torn or (torn.endswith(b"\n") and torn.strip(b"\x00\n")):
            return size  # a whole line that is damaged: lines() passes over it, it stays where it is
        aside = self._root / "damaged"
        aside.mkdir(mode=0o700, exist_ok=True)
        write_new(aside / f"journal-{begin}.jsonl", torn)
        file.truncate(begin)
        return begin

    def keep_whole_lines(self) -> None:
        """Take the damaged lines out of the journal, and begin it anew when no line is left."""
        whole = b"".join(data for _, seq, data in self._every_line() if seq >= 0)
        if self.path.exists():
            write_whole(self.path, whole)
        if not whole:
            self.append({"op": "create"})

    def is_long(self) -> bool:
        """Tell whether older lines should be packed away."""
        return self.state()[1] >= max(ROTATE_AT, self._kept + ROTATE_AT - KEPT_BYTES)

    def rotate(self) -> None:
        """Put the oldest lines of a long journal into a packed file beside it, none of a deed that is young in part."""
        data = read_regular(self.path)
        lines = data.splitlines(keepends=True)
        if len(lines) < 2:  # a step may by itself be longer than what is kept
            return
        kept, size = 0, 0
        while kept < min(KEPT_LINES, len(lines) - 1) and size < KEPT_BYTES:
            kept += 1
            size += len(lines[-kept])
        first = _first_of_deed(lines[-kept:])
        while kept < len(lines) and checked_seq(lines[-kept - 1]) >= first:
            kept += 1
        packed = 0
        while packed < len(lines) - kept and sum(map(len, lines[:packed])) < _PACKED:
            packed += 1
        self._kept = sum(map(len, lines[packed:]))
        if not packed:
            return
        last = max(0, *map(checked_seq, lines[:packed]))
        archive = self._root / "journal"
        archive.mkdir(mode=0o700, exist_ok=True)
        write_archive(archive / f"until-{last:09d}.jsonl.gz", lines[:packed])
        write_whole(self.path, b"".join(lines[packed:]))


def read_archive(path: Path) -> tuple[list[bytes], bool]:
    """Return the whole lines of a packed file, and whether it is as it was written."""
    unpacker = zlib.decompressobj(wbits=31)  # gzip
    data, sound = b"", True
    try:
        packed = read_regular(path)
        for start in range(0, len(packed), 4096):  # piece by piece: what comes before the damage counts
            data += unpacker.decompress(packed[start : start + 4096])
    except (OSError, zlib.error):
        sound = False
    lines = data.splitlines(keepends=True)
    whole = [each for each in lines if checked_seq(each) >= 0]
    sound = sound and unpacker.eof and not unpacker.unused_data and len(whole) == len(lines)
    return whole, sound


def write_archive(path: Path, lines: Iterable[bytes]) -> None:
    """Put lines in the place of a packed file."""
    import gzip

    write_whole(path, gzip.compress(b"".join(lines), 6, mtime=0))


def _first_of_deed(lines: Iterable[bytes]) -> int:
    """Return the number of the first of all steps that lines, the older ones first, hold parts of."""
    whole = ((seq, line) for line in lines if (seq := checked_seq(line)) >= 0)
    return min((int(_parsed(_head(line)).get("part_of", seq)) for seq, line in whole), default=0)


def _end_of(file: BinaryIO | FileIO) -> re.Match[bytes] | None:
    """Find number and checksum at the end of a journal, None where its last line is not whole."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    return _END.search(file.read())
