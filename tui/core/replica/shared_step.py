"""What one copy of a briefing tells the others: a shared step.

A put has the fields of a document that changed, None for one that is gone, or None in the place of all where the
document was deleted. A field whose name begins with `@` says where a document lies.

A step is known by its replica and number. Its time is later than that of all that its writer had seen: a logical clock
that follows the one on the wall (Kulkarni and others, Logical Physical Clocks, 2014).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import datetime, timedelta
from typing import Any

from tui.core.records import record
from tui.core.text import clean, one_line

SINGULAR = {
    "tags": "tag",
    "views": "saved search",
    "titles": "title",
    "speakers": "speaker",
    "subscriptions": "feed",
    "event": "event",
    "articles": "article",
    "versions": "version",
    "annotations": "annotation",
}
TABLES = tuple(SINGULAR)
"""What copies share; all else is made of it, or is of one machine."""

Fields = Mapping[str, Any]
Key = tuple[str, str]
"""The table of a document, and its id."""
Put = tuple[str, str, Fields | None]

_LAST = "9999"  # the year in which nothing later can be written


@record(frozen=True, slots=True, kw_only=True)
class SharedStep:
    """One thing that was done to a copy. `seen` are the last numbers of other replicas that its writer had.

    `base`: it tells what the copy held when it began to share; `journal` are the lines of its journal then.
    """

    replica: str
    number: int
    time: str
    puts: tuple[Put, ...]
    author: str = ""
    seen: Mapping[str, int] = field(default_factory=dict)
    base: bool = False
    journal: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, str, int]:
        """What steps are sorted by: none comes before one that its writer had seen."""
        return self.time, self.replica, self.number

    def knows(self, other: SharedStep) -> bool:
        """Tell whether its writer had seen another step."""
        if other.replica == self.replica:
            return other.number < self.number
        return self.seen.get(other.replica, 0) >= other.number


def cleaned(step: SharedStep) -> SharedStep:
    """Return a step from elsewhere with all text in it clean."""
    return replace(
        step, author=one_line(step.author), puts=tuple((*put[:2], _clean(put[2])) for put in step.puts)
    )


def _clean(value: Any) -> Any:
    match value:
        case str():
            return clean(value)
        case dict():
            return {clean(name): _clean(each) for name, each in value.items()}
        case list():
            return [_clean(each) for each in value]
        case _:
            return value


def moment(at: str) -> str:
    """Return an ISO time in UTC to the microsecond, as steps have it; the beginning of time for what is none."""
    try:
        return _written(datetime.fromisoformat(at.replace("Z", "+00:00")))
    except ValueError:
        return "0001-01-01T00:00:00.000000Z"


def _written(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def is_moment(time: str) -> bool:
    """Tell whether a time is one that steps may have, and others later than it."""
    return time < _LAST and moment(time) == time


def after(time: str, last: str) -> str:
    """Return a step's time: `time`, or where that is not later than the `last` one, a microsecond after it."""
    if time > last:
        return time
    return _written(datetime.fromisoformat(last.removesuffix("Z")) + timedelta(microseconds=1))


def vector(steps: Iterable[SharedStep]) -> dict[str, int]:
    """Return the last number of each replica that steps are of."""
    found: dict[str, int] = {}
    for step in steps:
        found[step.replica] = max(step.number, found.get(step.replica, 0))
    return found


def ready(steps: Iterable[SharedStep], known: Mapping[str, int]) -> list[SharedStep]:
    """Return the steps after the last numbers `known` of which all is there that their writers had seen.

    The others wait: they may change what has not come yet.
    """
    last = dict(known)
    found: list[SharedStep] = []
    # None comes before one that its writer had seen, as the time says.
    for step in sorted(steps, key=lambda each: each.order):
        if step.number == last.get(step.replica, 0) + 1 and all(
            last.get(each, 0) >= number for each, number in step.seen.items()
        ):
            last[step.replica] = step.number
            found.append(step)
    return found


def untitled(step: SharedStep) -> SharedStep:
    """Return a step of a part of an archive, which has a title of its own: that it was given one says nothing to others."""
    return replace(step, puts=tuple((*put[:2], {}) if put[0] == "titles" else put for put in step.puts))


def whole(steps: Iterable[SharedStep]) -> list[SharedStep]:
    """Return steps each once, where they came in pieces that have some of their puts."""
    found: dict[tuple[str, int], SharedStep] = {}
    for step in steps:
        own = step.replica, step.number
        puts = {put[:2]: put for put in (*(found[own].puts if own in found else ()), *step.puts)}
        found[own] = replace(step, puts=tuple(puts.values()))
    return list(found.values())


def difference(before: Fields | None, now: Fields | None) -> Fields | None:
    """Return what leads from one document to another: its put, {} where they are the same, None where it is gone."""
    if now is None:
        return None
    was = before or {}
    changed = {name: value for name, value in now.items() if name not in was or was[name] != value}
    return changed | {name: None for name in was if name not in now}
