"""What every file of a briefing says of itself: which version of the program wrote it"""

from __future__ import annotations

from typing import Any

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
    if type(version) is not int or version < 1:
        raise BrokenError("it does not say which version wrote it")
    return version
