"""What several formats write alike: JSON an item at a time, fields without the empty ones, days, files in blocks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, Any, TypeVar

from tui.core.edtf import without_time
from tui.core.model import Event

T = TypeVar("T")
_BLOCK = 1 << 20


def json_list(items: Iterable[Mapping[str, Any]], indent: str = "") -> Iterator[str]:
    """Yield a JSON list, a line an item, so that no more than one of them is in memory; `indent` is its end's."""
    before = "["
    for item in items:
        yield f"{before}\n{json.dumps(item, ensure_ascii=False)}"
        before = ","
    yield f"\n{indent}]" if before == "," else "[]"


def filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say something."""
    return {name: value for name, value in fields.items() if value}


def one_or_list(items: Sequence[T]) -> T | Sequence[T]:
    """Return the one item there is, else all of them: JSON-LD has no lists of one."""
    return items[0] if len(items) == 1 else items


def event_day(event: Event) -> str:
    """Return the day of an event to be read, behind a `~` where it is inferred; "" where it is not known."""
    return "~" * event.date_inferred + without_time(event.date)


def web_address(url: str) -> str:
    """Return an address that leads to the web, "" for any other."""
    return url if url.startswith(("http://", "https://")) else ""


def blocks(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the rest of a file."""
    yield from iter(lambda: file.read(_BLOCK), b"")
