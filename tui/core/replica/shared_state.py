"""What the steps of all copies make together: a function of their set, whoever has them and in whatever order.

Of each field the writes count that nobody who wrote it later had seen. Where that is one, it is the value; where copies
wrote at the same time, the latest is shown and the others stay beside it. A document is deleted where whoever deleted
it had seen all that was written in it: an edit made meanwhile keeps it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from tui.core.replica.shared_step import Key, SharedStep

Document = dict[str, Any]
MEANT = {
    "tags": ("name", "description", "color", "sign"),
    "views": ("name", "query"),
    "speakers": ("name", "role", "merged_into"),
    "event": ("name", "date"),
    "articles": ("@event",),
    "annotations": ("body",),
}
"""Fields that somebody means to be as they are: where two wrote them at once, one has to decide."""
_UNWEIGHED = ("reading", "bookmarking", "tagging")


class Write(NamedTuple):
    """A value, and the step that wrote it."""

    step: SharedStep
    value: Any


class Conflict(NamedTuple):
    """A field that copies wrote at the same time, the value shown first; "" for a document that one of them deleted.

    `document` is what is shown of it.
    """

    table: str
    id: str
    field: str
    writes: tuple[Write, ...]
    document: Document


class SharedState:
    """What steps make. `first` is the step that made each document."""

    def __init__(self, steps: Iterable[SharedStep] = ()) -> None:
        self.steps: dict[tuple[str, int], SharedStep] = {}
        self.first: dict[Key, SharedStep] = {}
        self._writes: dict[Key, dict[str, list[Write]]] = {}
        self._deletions: dict[Key, list[SharedStep]] = {}
        for step in sorted(steps, key=lambda each: each.order):
            self._take(step)

    def _take(self, step: SharedStep) -> None:
        if (step.replica, step.number) in self.steps:
            return
        self.steps[step.replica, step.number] = step
        for table, stable_id, fields in step.puts:
            key = table, stable_id
            if fields is None:
                self._deletions.setdefault(key, []).append(step)
                continue
            self.first.setdefault(key, step)
            own = self._writes.setdefault(key, {})
            for name, value in fields.items():
                kept = [each for each in own.get(name, ()) if not step.knows(each.step)]
                own[name] = [*kept, Write(step, value)]  # later ones come later

    def documents(self) -> dict[Key, Document]:
        """Return what there is."""
        return {key: document for key in self._writes if (document := self.document(key)) is not None}

    def document(self, key: Key) -> Document | None:
        """Return one document, None where there is none, or it was deleted."""
        fields = self._writes.get(key)
        if fields is None or self._is_deleted(key):
            return None
        shown = {name: writes[-1].value for name, writes in fields.items()}
        return {name: value for name, value in shown.items() if value is not None}

    def values(self, key: Key, name: str) -> list[Write]:
        """Return what copies wrote in a field at the same time, the one that is shown last."""
        return self._writes.get(key, {}).get(name, [])

    def _is_deleted(self, key: Key) -> bool:
        deletions = self._deletions.get(key, ())
        return bool(deletions) and all(
            any(each.knows(write.step) for each in deletions)
            for writes in self._writes[key].values()
            for write in writes
        )

    def conflicts(self) -> list[Conflict]:
        """Return what somebody has to decide, the latest first."""
        found = []
        for key, fields in self._writes.items():
            document = self.document(key)
            if document is None or document.get("motivation") in _UNWEIGHED:
                continue
            for name in MEANT.get(key[0], ()):
                writes = fields.get(name, ())
                if len({repr(each.value) for each in writes}) > 1:
                    found.append(Conflict(*key, name, tuple(reversed(writes)), document))
            if deletions := self._undecided(key, fields):
                found.append(Conflict(*key, "", tuple(Write(each, None) for each in deletions), document))
        return sorted(found, key=lambda each: each.writes[0].step.order, reverse=True)

    def _undecided(self, key: Key, fields: dict[str, list[Write]]) -> list[SharedStep]:
        """Return the deletions of a document that stayed, of which nobody has written in it knowing them."""
        written = [write.step for writes in fields.values() for write in writes]
        return [
            each for each in self._deletions.get(key, ()) if not any(step.knows(each) for step in written)
        ]
