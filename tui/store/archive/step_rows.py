"""Shared steps as rows of an archive, there and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from tui.core.replica.shared_state import Document, SharedState
from tui.core.replica.shared_step import Key, Put, SharedStep, is_moment
from tui.core.text import one_line
from tui.store.archive.connection import ArchiveError, Connection, copy_rows

COLUMNS = "s.seq, s.replica, s.number, s.time, s.author, s.seen, s.base, s.journal, p.kind, p.id, p.fields"
"""What is asked of `step s` and `put p`, a row a put."""


def steps_of(found: Iterable[tuple[Any, ...]]) -> Iterator[SharedStep]:
    """Yield the steps of rows of `COLUMNS`, in their order. Raises `ArchiveError` for one that nobody can have written."""
    for _, some in groupby(found, key=itemgetter(0)):
        rows = list(some)
        _, replica, number, time, author, seen, base, journal, *_ = rows[0]
        if not is_moment(time):
            raise ArchiveError(f"step {number} of {replica}: its time is none ({one_line(time)})")
        yield SharedStep(
            replica=replica,
            number=number,
            time=time,
            puts=tuple((kind, own, fields) for *_, kind, own, fields in rows),
            author=author,
            seen=seen,
            base=base,
            journal=tuple(journal),
        )


def about(key: Key, state: SharedState) -> str:
    """Return the article or event that a document of a state belongs to, "" for one of all."""
    match key[0]:
        case "annotations":
            return written_on(state.last_shown(key))
        case "versions":
            return key[1].rpartition(".")[0]
        case "articles" | "event":
            return key[1]
        case _:
            return ""


def written_on(annotation: Document) -> str:
    """Return the article or event on which an annotation stands."""
    target = annotation.get("target") or {}
    return str(target.get("article") or target.get("id") or "")


def write_steps(connection: Connection, steps: Sequence[SharedStep], seq: int, known: SharedState) -> None:
    """Write steps after the one numbered `seq`; `known` tells of their documents what they are about."""
    numbered = list(enumerate(steps, seq + 1))
    copy_rows(connection, "step", _STEP, (_step(at, step) for at, step in numbered))
    puts = ((at, place, put) for at, step in numbered for place, put in enumerate(step.puts))
    copy_rows(connection, "put", _PUT, (_put(*each, known) for each in puts))


_STEP = "seq int8, replica text, number int8, time text, author text, seen jsonb, base bool, journal jsonb"
_PUT = "seq int8, place int4, kind text, id text, about text, fields jsonb"


def _step(seq: int, step: SharedStep) -> tuple[Any, ...]:
    seen, journal = packed(dict(step.seen)), packed(list(step.journal))
    return seq, step.replica, step.number, step.time, step.author, seen, step.base, journal


def _put(seq: int, place: int, put: Put, known: SharedState) -> tuple[Any, ...]:
    table, own, fields = put
    return seq, place, table, own, about((table, own), known), None if fields is None else packed(fields)


def packed(value: Mapping[str, Any] | list[str]) -> bytes:
    """Return a value as JSON."""
    import orjson

    return orjson.dumps(value)
