"""Gzip unpacked a bounded amount of it: a few KB can unpack to gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from tui.reading.encoding import BadSourceError

_MAGIC = b"\x1f\x8b"
_STEP = 1 << 20


def gunzipped(chunks: Iterator[bytes], most: int) -> Iterator[bytes]:
    """Yield what `chunks` unpack to, in pieces of 1 MB at most; as they are where they are no gzip.

    Raises `BadSourceError` where that is more than `most` bytes, or the file is broken.
    """
    first = next(chunks, b"")
    if not first.startswith(_MAGIC):
        if first:
            yield first
        yield from chunks
        return
    total = 0
    unpacking = zlib.decompressobj(wbits=31)
    while first:
        try:
            piece = unpacking.decompress(first, _STEP)
        except zlib.error as error:
            raise BadSourceError("is a broken gzip file; fetch it again") from error
        if total + len(piece) > most:
            raise BadSourceError(f"unpacks to more than {most >> 20} MB, which no page is; left out")
        total += len(piece)
        if piece:
            yield piece
        first = unpacking.unconsumed_tail
        if unpacking.eof:
            # Several files in one, as `cat` makes them; what is no gzip after the end is padding.
            rest = unpacking.unused_data or next(chunks, b"")
            if not rest.startswith(_MAGIC):
                return
            unpacking, first = zlib.decompressobj(wbits=31), rest
        elif not first:
            first = next(chunks, b"")
    raise BadSourceError("is a gzip file that ends in the middle; fetch it again")
