"""What every file of a briefing says of itself: which version of the program wrote it"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui.store.disk.errors import StoreError

SCHEMA = 1

Document = dict[str, Any]

Tables = dict[str, dict[str, Document]]


class BrokenError(Exception):
    """A file of the store does not hold what it should; the message says how it fails."""


class NewerError(Exception):
    """A file was written by a later version; the message is its schema version."""


def schema_of(tables: Tables) -> int:
    """Return the schema version in `_meta`. Raises `BrokenError` when there is none."""
    version = tables.get("_meta", {}).get("1", {}).get("schema")
    if type(version) is not int or version < 0:
        raise BrokenError("it does not say which version wrote it")
    return version


# From each version to the next: the name of a file and its tables -> its tables. There is only the
# first version as yet.
MIGRATIONS: dict[int, Callable[[str, Tables], Tables]] = {}


def upgraded(name: str, tables: Tables) -> Tables:
    """Return a file's tables as this version has them."""
    while (version := schema_of(tables)) < SCHEMA:
        step = MIGRATIONS.get(version)
        if step is None:
            raise StoreError(f"{name}: of a version (schema {version}) that this program cannot read")
        tables = step(name, tables)
        meta = tables["_meta"]["1"]
        tables["_meta"] = {**tables["_meta"], "1": {**meta, "schema": version + 1}}
    return tables
