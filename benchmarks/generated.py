"""Briefings of N articles that benchmarks measure, made first and kept where that is wanted.

Of more than 10,000 the events are those of one of 10,000 again and again, under other ids, on other days: what imports
would take hours for is there in minutes. What depends on each text being another is not measured by them.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count as numbers
from pathlib import Path

from tests.support.generate import generate
from tui.store.briefing import Briefing
from tui.store.codec import doc_id
from tui.store.disk.schema import Tables
from tui.store.disk.table_file import parse, serialise

_MADE = 10_000
_SPAN = timedelta(days=600)  # what the events of so many articles take
_OWN = re.compile(rb'"(id|of|url|date|event_date|published)":"(h[^"]+|[0-9a-f]{32}|\d{4}-\d\d-\d\d)"')


@contextmanager
def arguments(
    about: str | None, *counts: int, flags: tuple[str, ...] = ()
) -> Iterator[tuple[Namespace, Path]]:
    """Yield what the command line says, N… as `counts` among it, and the folder to work in.

    That is `--keep FOLDER`, or one that is deleted at the end.
    """
    parser = ArgumentParser(description=about, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("counts", nargs="*", type=int, default=counts, metavar="N", help="so many articles")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="make briefings once, in this folder")
    for flag in flags:
        parser.add_argument(flag, action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        yield given, folder


def briefing_of(folder: Path, count: int) -> Briefing:
    """Open the briefing `b<count>` in `folder`; it is generated where it is not there yet."""
    store = folder / f"b{count}"
    if (store / "catalogue.json").exists():
        return Briefing.open(store)
    if count <= _MADE:
        return generate(store, count)
    briefing_of(folder, _MADE).close()
    _multiply(folder / f"b{_MADE}", store, count)
    return Briefing.open(store)


def _multiply(small: Path, store: Path, count: int) -> None:
    """Make a briefing of at least so many articles from a small one."""
    shutil.copytree(small, store, ignore=shutil.ignore_patterns("index.sqlite*", "*.bak", "place.json"))
    files = sorted((small / "events").glob("*.json"))
    catalogue = parse((small / "catalogue.json").read_bytes())
    rows = dict(catalogue["events"])
    left = count - sum(row["articles"] for row in rows.values())
    for number in numbers(1):
        for row in _other((small / "catalogue.json").read_bytes(), number)["events"].values():
            if left <= 0:
                break
            rows[str(doc_id(row["id"]))] = row
            left -= row["articles"]
        for file in files:
            tables = _other(file.read_bytes(), number)
            (event,) = tables["event"].values()
            if str(doc_id(event["id"])) in rows:
                (store / "events" / f"{event['id']}.json").write_bytes(serialise(tables))
        if left <= 0:
            break
    (store / "catalogue.json").write_bytes(serialise({**catalogue, "events": rows}))


def _other(data: bytes, number: int) -> Tables:
    """Return the tables of a file whose events and articles are others: by their ids, days and addresses."""

    def other(found: re.Match[bytes]) -> bytes:
        key, value = found[1].decode(), found[2].decode()
        if key == "url":
            value += f"/{number}"
        elif key in ("id", "of"):
            value = f"{(int(value, 16) + number) % 16**32:032x}"
        else:
            value = (date.fromisoformat(value) + number * _SPAN).isoformat()
        return f'"{key}":"{value}"'.encode()

    return {
        name: table if name == "_meta" else {str(doc_id(doc["id"])): doc for doc in table.values()}
        for name, table in parse(_OWN.sub(other, data)).items()
    }


def first_words(folder: Path, count: int) -> bytes:
    """Return what stands in the list alone at the first event: how many quotes it has; it is the one that is open then.

    The briefing has its index afterwards. The name of an event may be seen before the list: notes on articles have it.
    """
    briefing = briefing_of(folder, count)
    briefing.counts()
    quotes = briefing.rows()[0]["quotes"]
    briefing.close()
    (briefing.path / "place.json").unlink(missing_ok=True)
    return f"{quotes}”".encode()
