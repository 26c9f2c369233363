"""Copies of single files that programs which synchronise folders leave where two machines wrote: what they hold is taken in.

Such a copy is a copy of the briefing of which no more is known than this file, and when it was written: what it says
otherwise stands beside what is here, the later shown, and what it does not hold it says nothing of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from tui.core.replica.shared_step import Key, Put, SharedStep, difference, moment
from tui.settings.atomic_files import read_regular
from tui.store.disk.errors import StoreError
from tui.store.disk.schema import BrokenError, Document, NewerError
from tui.store.disk.table_file import parse
from tui.store.maintenance.check import conflict_copies
from tui.store.maintenance.restore import quarantine
from tui.store.replica.replica import Replica
from tui.store.replica.shared_documents import rows


def take_in(replica: Replica) -> list[str]:
    """Take in what the copies in a briefing's folder hold, and set them aside; return what was done, a line each.

    One that makes no sense stays where it is, and is told. Raises `StoreError`, `OSError` where nothing can be written.
    """
    told: list[str] = []
    for path in conflict_copies(replica.root):
        if path.name.startswith("journal") or ".jsonl" in path.name:
            continue  # `check` tells of it
        try:
            step = _step(path, replica.documents()) if path.suffix != ".bak" else None
            if step:
                replica.share()
                replica.take([step])
                replica.put_together(f"Took in {path.name}")
        except StoreError as error:
            told.append(f"{path}: left as it is: {error}")
            continue
        aside = quarantine(replica.root, path.relative_to(replica.root).as_posix())
        path.unlink(missing_ok=True)
        took = f"{len(step.puts)} things in it were taken in" if step else "nothing in it is not here"
        told.append(f"{path}: {took}; it is kept as {aside}")
    return told


def _step(path: Path, now: Mapping[Key, Document]) -> SharedStep | None:
    """Return what a copy says otherwise than the files, None for nothing. Raises `StoreError`."""
    try:
        data = read_regular(path)
        tables = parse(data)
    except (BrokenError, NewerError) as error:
        raise StoreError(str(error)) from None
    puts: list[Put] = []
    try:
        owner = next((str(each["id"]) for each in tables.get("event", {}).values()), "")
        for table, document in rows(f"events/{owner}.json", tables):
            key = table, str(document["id"])
            changed = difference(now.get(key), document) or {}
            if fields := {name: value for name, value in changed.items() if value is not None}:
                puts.append((*key, fields))
    except (KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"makes no sense ({type(error).__name__} {error})") from None
    if not puts:
        return None
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat()
    name = hashlib.sha256(data).hexdigest()[:32]
    return SharedStep(replica=name, number=1, time=moment(written), puts=tuple(puts))
