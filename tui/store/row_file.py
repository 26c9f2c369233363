"""The file of a catalogue's rows in their order, from which a start has the few that it shows.

A large catalogue takes as long to read and to put in order as all else before the first screen. So whoever closes a
briefing leaves its rows beside the index (`NAME` begins with the index's, and goes where that goes), in their order,
with all that lays a list out; a row is decoded when it is asked for. The file names the catalogue it was made from by
inode, time and size, as memory and the index do, and bears a checksum: a power cut may leave anything in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, cast, overload

from tui import __version__
from tui.core.event_rows import EventRows
from tui.core.model import EventRow
from tui.settings.atomic_files import read_regular, write_whole
from tui.store.disk import schema
from tui.store.disk.table_file import Signature

NAME = "index.sqlite-rows"
LARGE = 500
"""From how many events on the file is worth its writing."""
_CHUNK = 500  # rows decoded at once, where all are wanted: keys need not wait for more


class _EncodedRows(Sequence[EventRow]):
    """Rows in the bytes of the file, a comma between two of them, decoded each time they are asked for."""

    def __init__(self, data: bytes, first: int, lengths: Sequence[int]) -> None:
        self._data = data  # whole: to cut it would copy megabytes
        self._starts = list(accumulate(lengths, initial=first))
        if self._starts[-1] != len(data):
            raise ValueError("rows are missing")

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, at: int) -> EventRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[EventRow]: ...
    def __getitem__(self, at: int | slice) -> EventRow | Sequence[EventRow]:
        if isinstance(at, slice):
            return [self[each] for each in range(len(self))[at]]
        at = range(len(self))[at]
        return self._decoded(at, at + 1)[0]

    def __iter__(self) -> Iterator[EventRow]:
        for first in range(0, len(self), _CHUNK):
            yield from self._decoded(first, min(first + _CHUNK, len(self)))

    def _decoded(self, first: int, end: int) -> list[EventRow]:
        import orjson

        data = self._data[self._starts[first] : self._starts[end]]
        return cast("list[EventRow]", orjson.loads(b"[%s]" % data.removesuffix(b",")))


class KeptRows(NamedTuple):
    """What the file says: which catalogue it was made from, what that calls the briefing, and its rows."""

    catalogue: Signature
    title: str
    rows: EventRows


def read(root: Path, catalogue: Signature) -> KeptRows | None:
    """Return what a briefing's folder keeps of this catalogue; None where it keeps nothing, another's, or not all of it."""
    import zlib

    import orjson

    with suppress(OSError, ValueError, LookupError, TypeError):
        data = read_regular(root / NAME)
        begin = data.index(b"\n") + 1
        end = data.index(b"\n", begin)
        made_from, _, checksum = data[: begin - 1].rpartition(b" ")
        if made_from != _mark(catalogue) or checksum != b"%d" % zlib.crc32(memoryview(data)[begin:]):
            return None
        title, ids, runs, cells, lengths = orjson.loads(memoryview(data)[begin:end])
        rows = EventRows(_EncodedRows(data, end + 1, lengths))
        rows.ids, rows.runs, rows.cells = ids, runs, cells
        return KeptRows(catalogue, title, rows)
    return None


def write(root: Path, kept: KeptRows) -> None:
    """Keep rows for the next start. Failing costs no more than the speed."""
    import zlib

    import orjson

    rows = kept.rows
    # as they stand in the catalogue
    lines = [orjson.dumps(row, option=orjson.OPT_SORT_KEYS) + b"," for row in rows]
    head = orjson.dumps((kept.title, rows.ids, rows.runs, rows.cells, [*map(len, lines)]))
    rest = b"%s\n%s" % (head, b"".join(lines))
    with suppress(OSError):
        write_whole(root / NAME, b"%s %d\n%s" % (_mark(kept.catalogue), zlib.crc32(rest), rest), sync=False)


def _mark(catalogue: Signature) -> bytes:
    """Return what must be the same: who wrote the file, and the catalogue."""
    return " ".join(map(str, (__version__, schema.SCHEMA, *catalogue))).encode()
