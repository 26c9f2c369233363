"""What lies in a source that holds others: lines, messages, rows, files, read one after the other."""

from __future__ import annotations

import gzip
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, cast

from tui.core.extras import install_command
from tui.reading.encoding import BadSourceError
from tui.reading.file_kinds import FileKind, Refusal, recognised, splitter_name
from tui.reading.gunzip import gunzipped
from tui.reading.portions import Lead, Portion, Splitter
from tui.reading.sample import Sample
from tui.reading.source_kind import SourceKind, guess_kind, kind_of, parsed
from tui.reading.sources import (
    LARGEST,
    STDIN,
    Failure,
    Source,
    display_name,
    iter_paths,
    read_file,
    source_of,
    too_large,
    why_not_read,
)

# What JSON Lines may unpack to: they hold many pages, and are read one by one.
LARGEST_LINES = 4 * 1024 * 1024 * 1024
_CHUNK = 1 << 20

Found = Source | Failure | Lead


@dataclass(frozen=True, slots=True)
class Pieces:
    """What was found next in something that holds many, and whether that was the rest."""

    found: tuple[Found, ...]
    ended: bool


@dataclass(frozen=True, slots=True)
class StreamReader:
    """What opens what was read of a stream: `whole` its bytes by a name, `line` one of its lines."""

    whole: Callable[[str, bytes], Iterator[Found]]
    line: Callable[[bytes, str], Source | Failure]


def iter_sources(path: Path, reader: StreamReader | None = None) -> Iterator[Found]:
    """Yield what is in a file: the file itself, or the articles and addresses of one that holds many, one by one.

    `reader` opens what comes on standard input (None: it is opened here).
    """
    try:
        if os.fspath(path) == STDIN:
            yield from _unfolded(sys.stdin.buffer, STDIN, None, reader or _READER)
        elif kind_of(path.name) == "lines":
            with path.open("rb") as file:
                yield from _unfolded(file, display_name(path), "lines", _READER)
        elif path.is_file() and path.stat().st_size > LARGEST:
            yield from _large(path)
        else:
            yield from unfold(read_file(path))
    except BadSourceError as error:
        yield Failure(display_name(path), str(error))
    except (OSError, ValueError) as error:
        yield Failure(display_name(path), why_not_read(error))


def unfold(found: Source | Failure) -> Iterator[Found]:
    """Yield a source, or where it holds others, these; feeds and outlines, which lead to the web, as they are."""
    if isinstance(found, Failure):
        yield found
    elif found.kind == "lines":
        yield from _lines([found.raw], found.origin, line_of)
    elif found.kind == "refused":
        yield Failure(found.origin, refusal_of(found))
    elif found.kind in ("portions", "document"):
        yield from _portions(BytesIO(found.raw), Sample(found.origin, found.raw), found.origin)
    else:
        yield found


def opened_bytes(origin: str, raw: bytes) -> Iterator[Found]:
    """Yield what is in the bytes of something that is called `origin`, as `unfold`."""
    return unfold(source_of(origin, raw))


def refusal_of(source: Source) -> str:
    """Return what a source is that holds nothing to read, half a sentence."""
    known = recognised(Sample(source.origin, source.raw))
    return known.reason if isinstance(known, Refusal) else "holds no article"


def iter_all(
    paths: Iterable[str | os.PathLike[str]], opened: Callable[[Path], Iterator[Found]] = iter_sources
) -> Iterator[Source | Failure]:
    """Yield every page that `paths` name, one in memory at a time; addresses in files are named and not fetched.

    `opened` yields what is in a file.
    """
    for found in iter_paths(paths):
        if isinstance(found, Failure):
            yield found
        elif isinstance(found, Path):
            for each in opened(found):
                yield unfetched(each) if isinstance(each, Lead) else each


def unfetched(lead: Lead) -> Failure:
    """Return what is told of an address where nothing is fetched."""
    return Failure(lead.place, f"is an address, {lead.url}; import the file to have it fetched")


def _large(path: Path) -> Iterator[Found]:
    """Read a file that is larger than a page may be, where its kind holds many."""
    with path.open("rb") as file:
        start = file.read(_CHUNK)
        packed = start.startswith(b"\x1f\x8b")
        sample = Sample(path.name, next(gunzipped(iter([start]), LARGEST_LINES), b""), file)
        known = recognised(sample)
        if isinstance(known, Refusal):
            yield Failure(display_name(path), known.reason)
        elif known is None or not known.streamed or (packed and known.module != "warc"):
            raise too_large(path.stat().st_size)
        else:
            file.seek(0)
            yield from _portions(gzip.GzipFile(fileobj=file) if packed else file, sample, display_name(path))


def _portions(file: BinaryIO | gzip.GzipFile, sample: Sample, origin: str) -> Iterator[Found]:
    kind = recognised(sample)
    if not isinstance(kind, FileKind):
        yield Failure(origin, kind.reason if kind else "is empty")
        return
    file.seek(0)
    try:
        yield from _named(_splitter(kind)(cast(BinaryIO, file)), origin)
    except BadSourceError as error:
        yield Failure(origin, str(error))
    except ImportError:
        wanted = install_command(kind.extra or "web")
        yield Failure(origin, f"is a file of the kind “{kind.name}”; to read those, run: {wanted}")
    except Exception as error:  # the libraries below raise nearly anything on a broken file
        yield Failure(origin, f"is damaged, or no {kind.name} ({type(error).__name__}); export it again")


def _splitter(kind: FileKind) -> Splitter:
    split: Splitter = import_module(splitter_name(kind)).split
    return split


def _named(portions: Iterator[Portion | Lead], origin: str) -> Iterator[Found]:
    """Yield portions as sources; one that is alone in its file bears the name of the file."""
    first = next(portions, None)
    if first is None:
        yield Failure(origin, "holds no article")
        return
    second = next(portions, None)
    if second is None and isinstance(first, Portion) and first.kind:
        yield _fault(origin, first) if first.fault else Source(origin, first.raw, first.kind)
        return
    for each in chain([first], [second] if second else [], portions):
        name = f"{origin}, {each.place}"
        if isinstance(each, Lead):
            yield Lead(name, each.url, each.published)
        elif each.fault:
            yield _fault(name, each)
        elif each.kind:
            yield Source(name, each.raw, each.kind)
        else:
            yield from _file_within(source_of(name, each.raw))


def _fault(origin: str, portion: Portion) -> Failure:
    return Failure(origin, portion.fault, left_out=portion.left_out)


def _file_within(found: Source) -> Iterator[Found]:
    """Yield what is in a file of an archive; an archive in it is not unpacked."""
    if found.kind == "portions" and Sample(found.origin, found.raw).zipped:
        known = recognised(Sample(found.origin, found.raw))
        if isinstance(known, FileKind) and known.streamed:
            yield Failure(
                found.origin, "is an archive within an archive; unpack it, and import what is in it"
            )
            return
    yield from unfold(found)


def _unfolded(file: BinaryIO, origin: str, kind: SourceKind | None, reader: StreamReader) -> Iterator[Found]:
    """Read a file of JSON Lines line by line; one whose kind is not known may turn out to be anything."""
    chunks = gunzipped(iter(lambda: file.read(_CHUNK), b""), LARGEST_LINES)
    held = b""
    if kind is None:
        held = next(chunks, b"")
        endless = b"\n" not in held and len(held) >= _CHUNK and held.lstrip().startswith(b'{"')
        if not endless and guess_kind(held) != "lines":
            for chunk in chunks:
                held += chunk
                if len(held) > LARGEST:
                    raise too_large(len(held))
            yield from reader.whole(origin, held)
            return
    yield from _lines(chain([held], chunks), origin, reader.line)


def _lines(
    chunks: Iterable[bytes], origin: str, line_of: Callable[[bytes, str], Source | Failure]
) -> Iterator[Source | Failure]:
    from tui.reading.formats import jsonl

    for number, line in jsonl.lines(chunks, LARGEST):
        name = f"{origin}, line {number}"
        if line is None:
            yield Failure(name, f"is longer than {LARGEST >> 20} MB, which no article is")
        else:
            yield line_of(line, name)


def line_of(line: bytes, name: str) -> Source | Failure:
    """Return the article on a line of JSON, or why there is none."""
    from tui.reading.formats import jsonl

    if wrong := jsonl.why_not(line):
        return _by_other_names(line, name) or Failure(name, wrong)
    return Source(name, line, "record")


def _by_other_names(line: bytes, name: str) -> Source | None:
    """Return the article on a line that calls its fields otherwise, None where it holds no text."""
    from tui.reading.formats.json_articles import of_object

    row = parsed(line)
    found = of_object(row, name) if row else None
    return Source(name, found.raw, "record") if isinstance(found, Portion) and not found.fault else None


_READER = StreamReader(opened_bytes, line_of)
