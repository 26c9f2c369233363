"""A shared step as a line of JSON.

`{"replica": 32 hex digits, "number": 1 and up, "time": ISO 8601 in UTC to the microsecond, "author": "", "seen":
{replica: number}, "puts": [[table, id, {field: value} or null], …]}`; of the first steps of a copy also `"base": true`,
and of the very first `"journal": ["seq crc", …]`.
"""

from __future__ import annotations

import re
from typing import Any

from tui.core.replica.shared_step import TABLES, Fields, Put, SharedStep, is_moment

_REPLICA = re.compile(r"[0-9a-f]{32}")


def line_of(step: SharedStep) -> bytes:
    """Return a step as a line of JSON."""
    says: dict[str, Any] = {"replica": step.replica, "number": step.number, "time": step.time}
    says |= {"author": step.author} if step.author else {}
    says |= {"base": True} if step.base else {}
    says |= {"journal": step.journal} if step.journal else {}
    says |= {"seen": dict(step.seen), "puts": step.puts}
    import orjson

    return orjson.dumps(says) + b"\n"


def step_of(line: bytes) -> SharedStep:
    """Return the step of a line. Raises ValueError where it is none."""
    import orjson

    try:
        says = orjson.loads(line)
    except ValueError as error:
        raise ValueError(f"is no step ({error})") from None
    try:
        puts = tuple(_put(*each) for each in says["puts"])
        step = SharedStep(
            replica=says["replica"],
            number=says["number"],
            time=says["time"],
            puts=puts,
            author=str(says.get("author", "")),
            seen={str(each): int(number) for each, number in says["seen"].items()},
            base=says.get("base") is True,
            journal=tuple(map(str, says.get("journal", ()))),
        )
        sound = _REPLICA.fullmatch(step.replica) and type(step.number) is int and is_moment(step.time)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"is no step ({type(error).__name__} {error})") from None
    if not sound or step.number < 1:
        raise ValueError("is no step (its replica, number or time)")
    return step


def _put(table: str, stable_id: str, fields: Fields | None) -> Put:
    if table not in TABLES or not isinstance(stable_id, str) or not isinstance(fields, dict | None):
        raise ValueError(f"has a change of {table!r} that makes no sense")
    return table, stable_id, fields
