"""Which of one's own writes go ahead where one may not bring all to an archive: those that build on nothing that waits."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from tui.core.replica.reunion import Documents, Made
from tui.core.replica.shared_state import Document, mentioned
from tui.core.replica.shared_step import Key, Put, SharedStep

ANNOTATED = frozenset({"annotations", "tags", "views"})
"""Tables that whoever annotates may write; the others are a curator's."""
_QUOTE = "quote"  # instead of a table: one that a reader added


def parted(
    made: Iterable[Made], now: Documents, *, ahead: Iterable[SharedStep], behind: Iterable[SharedStep]
) -> tuple[list[Made], list[Made]]:
    """Part writes into those that go ahead, and those that wait.

    Those wait that are of a curator's tables, with what somebody did in the same moment; and what builds on them: changes
    a document that waits, or cannot be without it. `now` are all documents; `ahead` and `behind` the steps that went, and
    those that wait already.
    """
    left = list(made)
    barred = {at for at, _, put in left if put[0] not in ANNOTATED}
    held = [each for each in left if each[0] in barred]
    left = [each for each in left if each[0] not in barred]
    changed: dict[Key, set[str]] = {}
    _note(changed, (put for step in behind for put in step.puts))
    _note(changed, (put for *_, put in held))
    there = {put[:2] for step in ahead for put in step.puts} if changed else set()
    while new := [each for each in left if _builds_on(each[2][:2], now, changed, there)]:
        _note(changed, (put for *_, put in new))
        held += new
        left = [each for each in left if each[2][:2] not in changed]
    return left, held


def _note(changed: dict[Key, set[str]], puts: Iterable[Put]) -> None:
    for table, own, fields in puts:
        changed.setdefault((table, own), set()).update(fields or ())
        made = fields or {}
        if made.get("target") and (made.get("body") or {}).get("field") == "added":
            changed[_QUOTE, str(made["target"].get("id"))] = set()


def _builds_on(key: Key, now: Documents, changed: dict[Key, set[str]], there: Collection[Key]) -> bool:
    """Tell whether a document waits, or one that it cannot be without, or the quotes that it is about."""
    return key in changed or any(
        other in changed and (other not in there or "quotes" in changed[other])
        for other in _needed(key[0], now.get(key, {}))
    )


def _needed(table: str, document: Document) -> Iterator[Key]:
    """Yield the keys of what a document is about, and of what it cannot be without."""
    yield from mentioned(table, document)
    target, body = document.get("target") or {}, document.get("body") or {}
    for own in (target.get("id"), target.get("article"), body.get("article"), body.get("quote")):
        yield from ((kind, str(own)) for kind in ("articles", "event", _QUOTE))
