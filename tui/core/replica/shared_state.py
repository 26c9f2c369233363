"""What the steps of all copies make together: a function of their set, whoever has them and in whatever order.

Of each field the writes count that nobody who wrote it later had seen. Where that is one, it is the value; where copies
wrote at the same time, the latest is shown and the others stay beside it. A document is deleted where whoever deleted
it had seen all that was written in it: an edit made meanwhile keeps it. So does an article that was brought to an event,
a thing that was given a tag or a speaker, and what was written on an article that a reader deleted, which hides it and
is an annotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from tui.core.replica.shared_step import Key, Put, SharedStep

Document = dict[str, Any]
MEANT = {
    "tags": ("name", "description", "color", "sign"),
    "views": ("name", "query"),
    "titles": ("name",),
    "speakers": ("name", "role", "side", "merged_into"),
    "event": ("name", "date"),
    "articles": ("@event",),
    "annotations": ("body",),
}
"""Fields that somebody means to be as they are: where two wrote them at once, one has to decide."""
_UNWEIGHED = ("reading", "bookmarking", "tagging")
_WANTING = ("articles", "annotations", "speakers")


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
    """What steps make. `first` is the step that made each document.

    Where these are not all steps, `elsewhere` are the documents that others cannot be without.
    """

    def __init__(self, steps: Iterable[SharedStep] = ()) -> None:
        self.steps: dict[tuple[str, int], SharedStep] = {}
        self.first: dict[Key, SharedStep] = {}
        self.elsewhere: frozenset[Key] = frozenset()
        self._writes: dict[Key, dict[str, list[Write]]] = {}
        self._deletions: dict[Key, list[SharedStep]] = {}
        self._about: dict[str, set[Key]] = {}
        self._last = ("", "", 0)
        self.extend(steps)

    def extend(self, steps: Iterable[SharedStep]) -> bool:
        """Take in more steps; False where one of them comes before one that is here: then all are to be taken in anew."""
        new = sorted(steps, key=lambda each: each.order)
        if new and new[0].order < self._last:
            return False
        for step in new:
            self._take(step)
            self._last = step.order
        self.__dict__.pop("_wanted", None)
        return True

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
            if table == "annotations" and (target := fields.get("target")):
                self._about.setdefault(str(target.get("article") or target.get("id")), set()).add(key)
            own = self._writes.setdefault(key, {})
            for name, value in fields.items():
                write = Write(step, value)
                if name in own:
                    own[name] = [*(each for each in own[name] if not step.knows(each.step)), write]
                else:  # as most are
                    own[name] = [write]

    def documents(self) -> dict[Key, Document]:
        """Return what there is."""
        return {key: document for key in self._writes if (document := self.document(key)) is not None}

    def document(self, key: Key) -> Document | None:
        """Return one document, None where there is none, or it was deleted."""
        if key not in self._writes:
            return None
        if self._is_deleted(key) and key not in self._wanted and key not in self.elsewhere:
            return None
        document = self.last_shown(key)
        return document if document and not (_is_hiding(document) and self._unaware(key)) else None

    def was_deleted(self, key: Key) -> bool:
        """Tell whether anybody ever deleted a document, though it may be there all the same."""
        return key in self._deletions

    def values(self, key: Key, name: str) -> list[Write]:
        """Return what copies wrote in a field at the same time, the one that is shown last."""
        return self._writes.get(key, {}).get(name, [])

    def last_shown(self, key: Key) -> Document:
        """Return what stands in a document, also where it was deleted; {} for one of which no step tells."""
        shown = {name: writes[-1].value for name, writes in self._writes.get(key, {}).items()}
        return {name: value for name, value in shown.items() if value is not None}

    def _written(self, key: Key) -> Iterator[SharedStep]:
        for writes in self._writes[key].values():
            for write in writes:
                yield write.step

    def _is_deleted(self, key: Key) -> bool:
        deletions = self._deletions.get(key, ())
        return bool(deletions) and all(
            any(each.knows(step) for each in deletions) for step in self._written(key)
        )

    @cached_property
    def _wanted(self) -> set[Key]:
        """The events that articles lie in, the tags that things bear, and the speakers of quotes."""
        found: set[Key] = set()
        for key in self._writes:
            if key[0] in _WANTING and not self._is_deleted(key):
                found.update(mentioned(key[0], self.last_shown(key)))
        return found

    def _unaware(self, hiding: Key) -> list[SharedStep]:
        """Return the steps that deleted an article for the reader, where others wrote on it meanwhile."""
        deletions = [write.step for write in self.values(hiding, "body")]
        others = self._about.get(_article_of(self.last_shown(hiding)), set()) - {hiding}
        written = [
            step
            for key in others
            if not self._is_deleted(key) and self.last_shown(key).get("motivation") != "reading"
            for step in self._written(key)
        ]
        meanwhile = any(not one.knows(two) and not two.knows(one) for one in deletions for two in written)
        return deletions if meanwhile else []

    def conflicts(self) -> list[Conflict]:
        """Return what somebody has to decide, the latest first."""
        found = []
        for key, fields in self._writes.items():
            if key[0] == "annotations" and _is_hiding(self.last_shown(key)) and not self._is_deleted(key):
                article = "articles", _article_of(self.last_shown(key))
                if (deletions := self._unaware(key)) and (document := self.document(article)):
                    found.append(_deletion(article, deletions, document))
                continue
            document = self.document(key)
            if document is None or document.get("motivation") in _UNWEIGHED:
                continue
            for name in MEANT.get(key[0], ()):
                writes = fields.get(name, [])
                if any(each.value != writes[0].value for each in writes):
                    found.append(Conflict(*key, name, tuple(reversed(writes)), document))
            if deletions := self._undecided(key):
                found.append(_deletion(key, deletions, document))
        return sorted(found, key=lambda each: each.writes[0].step.order, reverse=True)

    def _undecided(self, key: Key) -> list[SharedStep]:
        """Return the deletions of a document that stayed, of which nobody has written in it knowing them."""
        written = list(self._written(key))
        return [
            each for each in self._deletions.get(key, ()) if not any(step.knows(each) for step in written)
        ]

    def decision(self, conflict: Conflict, choice: int) -> list[Put]:
        """Return what lets one of the values of a conflict count, by its place; of a deletion 0 keeps, 1 deletes."""
        key = conflict.table, conflict.id
        if conflict.field:
            return [(*key, {conflict.field: conflict.writes[choice].value})]
        hidden = [each for each in self._about.get(conflict.id, ()) if _is_hiding(self.last_shown(each))]
        if conflict.table == "articles" and hidden:
            return [(*each, None if choice == 0 else self.last_shown(each)) for each in sorted(hidden)]
        if choice == 0:
            return [(*key, self.document(key))]
        return [(*each, None) for each in (key, *self._inside(key))]

    def _inside(self, key: Key) -> Iterator[Key]:
        """Yield what goes with an event or a tag that is deleted: its articles, and what is written on them; its uses."""
        for own in sorted(self._writes):
            if key[0] == "event" and own[0] == "articles" and self.last_shown(own).get("@event") == key[1]:
                yield own
                yield from sorted(self._about.get(own[1], ()))
            elif (
                key[0] == "tags"
                and own[0] == "annotations"
                and key in mentioned(own[0], self.last_shown(own))
            ):
                yield own


def mentioned(table: str, document: Document) -> Iterator[Key]:
    """Yield the keys of what a document cannot be without: an event, a tag, speakers."""
    body = document.get("body")
    if table == "articles":
        yield "event", str(document.get("@event"))
        for quote in (*document.get("quotes", ()), *document.get("gone", ())):
            yield from (("speakers", each) for each in str(quote.get("speaker", "")).split())
    elif table == "speakers":
        yield "speakers", str(document.get("merged_into", ""))
    elif isinstance(body, dict):
        if document.get("motivation") == "tagging":
            yield "tags", str(body.get("tag"))
        said = body.get("value") if body.get("field") == "speaker" else body.get("speaker")
        yield from (("speakers", each) for each in str(said or "").split())


def _deletion(key: Key, steps: Iterable[SharedStep], document: Document) -> Conflict:
    return Conflict(*key, "", tuple(Write(each, None) for each in steps), document)


def _is_hiding(document: Document) -> bool:
    """Tell whether an annotation deletes its article for the reader."""
    body = document.get("body")
    return isinstance(body, dict) and body.get("field") == "deleted" and bool(body.get("value"))


def _article_of(annotation: Document) -> str:
    target = annotation.get("target") or {}
    return str(target.get("article") or target.get("id"))
