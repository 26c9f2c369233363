"""`extract`: what reading makes of a source, printed and not stored.

Each record is printed as soon as it is done, so that memory stays flat over any number of them.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import deque
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import cast

from tui.cli.output import BAD_INPUT, DONE, USAGE, VerbError, json_line, warn
from tui.cli.page_readers import page_pool
from tui.core.addresses import is_address
from tui.core.records import attributes
from tui.core.text import clean, one_line
from tui.reading.containers import iter_all
from tui.reading.encoding import BadSourceError
from tui.reading.formats.jsonl import strings
from tui.reading.result import ParsedArticle, QuoteSpan, UnreadablePage
from tui.reading.source_kind import SourceKind
from tui.reading.sources import LARGEST, Failure, IgnoredFile, Source, iter_paths
from tui.workflows.guarded_opener import GuardedOpener
from tui.workflows.page_pool import PagePool, is_small

_TEXT_FIELDS = {"page": "text", "article": "text", "markdown": "text", "html": "html"}


def extract(args: Namespace) -> int:
    """Print one JSON object a source; return the exit status."""
    if not args.files and sys.stdin.isatty():
        raise VerbError("extract: name a FILE, or pipe text in", USAGE)
    files = args.files or ["-"]
    done = failed = 0
    under_way: deque[tuple[str, Source]] = deque()

    def wanted(pool: PagePool) -> Iterator[Source]:
        nonlocal failed
        found = _lines(files, args.kind or "page", pool) if args.jsonl else _sources(files, args.kind, pool)
        for name, source in found:
            if isinstance(source, Failure):
                failed += not source.left_out
                warn(f"left out of {source}" if source.left_out else str(source))
            else:
                under_way.append((name, source))
                yield source

    with page_pool(args) as pool:
        for reading in pool.read(
            wanted(pool), args.spans or "quoted", here=not (args.workers or args.cluster)
        ):
            name, source = under_way.popleft()
            if isinstance(reading, UnreadablePage):
                if not args.jsonl:
                    failed += 1
                    warn(str(Failure(source.origin, reading.reason)))
                    continue
                reading = ParsedArticle(text="")  # noqa: PLW2901 - a line in, a line out: who joins them misses none
            done += 1
            json_line(record(name, source, reading, why=args.why), flush=True)
    if done and not args.spans and not args.jsonl:
        warn(
            "only what stands between quotation marks; --spans all adds what is reported without, as import keeps it"
        )
    return BAD_INPUT if failed and not done else DONE


def record(name: str, source: Source, reading: ParsedArticle, *, why: bool = False) -> dict[str, object]:
    """Return the fields that `extract` prints; `why` adds how each of them is known."""
    kept = reading.kept_lines
    if source.kind in _TEXT_FIELDS and source.kind != "html":
        kept = _lines_of_input(source.raw, kept)
    fields: dict[str, object] = {
        "id": name,
        "title": reading.headline,
        **attributes(reading, "outlet author published"),
        "published_basis": reading.basis.get("published", ""),
        "text": reading.text,
        "kept_lines": kept,
        "quotes": [_quote(found, why) for found in reading.quotes],
    }
    if why:
        fields |= attributes(reading, "event_date url language")
        fields["basis"] = dict(reading.basis)
        fields["cut"] = [{"first": c.first, "last": c.last, "reason": c.reason} for c in reading.cut]
    return fields


def _quote(found: QuoteSpan, why: bool) -> dict[str, object]:
    fields = attributes(found, "start end text kind group speaker_text speaker_start speaker_end entity")
    fields["speakers"] = list(found.speakers or filter(None, (found.entity,)))
    fields |= attributes(found, "cue_text cue_start cue_end")
    fields["polarity"] = found.polarity or "asserted"
    return fields | (attributes(found, "why confidence candidates chain role") if why else {})


def _sources(
    files: list[str], kind: SourceKind | None, pool: PagePool
) -> Iterator[tuple[str, Source | Failure]]:
    for found in _gathered(files, GuardedOpener(pool)):
        if isinstance(found, Source) and kind and found.kind != kind:
            yield found.origin, Source(found.origin, found.raw, kind)
        else:
            yield found.origin, found


def _gathered(files: list[str], opener: GuardedOpener) -> Iterator[Source | Failure]:
    if not any(map(is_address, files)):
        yield from iter_all(files, opener.file)
        return
    from tui.web.fetch_queue import FetchQueue

    named = [each for each in iter_paths(files) if not isinstance(each, IgnoredFile)]
    yield from (each for each in FetchQueue(named, opener=opener) if isinstance(each, Source | Failure))


def _lines(files: list[str], kind: SourceKind, pool: PagePool) -> Iterator[tuple[str, Source | Failure]]:
    field = _TEXT_FIELDS[kind]
    for file in files:
        try:
            for number, raw in enumerate(_raw_lines(file), 1):
                if not raw.strip():
                    continue
                origin = f"{one_line(file)}, line {number}"
                try:
                    row = _row(raw, (field, "url", "title"), pool)
                except BadSourceError as error:
                    yield "", Failure(origin, str(error))
                    continue
                if row is None:
                    yield "", Failure(origin, "is not JSON")
                    continue
                if field not in row:
                    yield "", Failure(origin, f'has no "{field}"; each line wants "id" and "{field}"')
                    continue
                meta = {name: one_line(said) for name, said in row.items() if name in ("url", "title")}
                name = clean(row.get("id", str(number)))
                yield name, Source(origin, row[field].encode("utf-8", "surrogatepass"), kind, meta)
        except OSError as error:
            yield "", Failure(one_line(file), f"cannot be read: {(error.strerror or str(error)).lower()}")


def _row(raw: bytes, names: tuple[str, ...], pool: PagePool) -> dict[str, str] | None:
    """Return what a line says, as `strings`; a long one is read apart. Raises `BadSourceError` past the budget of a page."""
    if is_small(raw):
        return strings(raw, *names)
    return cast("dict[str, str] | None", pool.carried_out("strings", raw, *names))


def _raw_lines(file: str) -> Iterator[bytes]:
    with nullcontext(sys.stdin.buffer) if file == "-" else Path(file).open("rb") as opened:
        yield from iter(lambda: opened.readline(4 * LARGEST), b"")


def _lines_of_input(raw: bytes, kept: tuple[int, ...]) -> tuple[int, ...]:
    """Return `kept` counted in the lines of the input.

    Reading counts lines of the cleaned text, where rare separators (a form feed, U+2028) have become
    newlines; whoever gave the text counts newlines.
    """
    text = raw.decode("utf-8", "replace")
    if not any(mark in text for mark in "\x0b\x0c\x85\u2028\u2029\r"):
        return kept
    owner = [
        number
        for number, line in enumerate(text.split("\n"))
        for _ in range(clean(line.removesuffix("\r")).count("\n") + 1)
    ]
    return tuple(dict.fromkeys(owner[i] for i in kept if i < len(owner)))
