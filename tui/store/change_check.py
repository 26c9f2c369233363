"""Whether what a step did can be taken back, or done again, without undoing what somebody did since."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tui.store import loader
from tui.store.codec import doc_id
from tui.store.disk.errors import OverwrittenError
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.transaction import Change, current


class ChangeCheck:
    """Compares changes that were made with what lies in a briefing's folder now. Under the lock."""

    def __init__(self, folder: BriefingFolder, event_of: Callable[[str], str]) -> None:
        self._folder = folder
        self._event_of = event_of

    def verified(self, wanted: Sequence[tuple[Any, ...]], label: str) -> list[Change]:
        """Return the changes of a step (its `label`) as they are to be made now.

        Raises `OverwrittenError` when a document is neither as it was nor as it is to be: somebody has
        changed it since, and what they wrote counts. Read marks are made in passing and count less.
        """
        changes: list[Change] = []
        moved = {each[2]: each[0] for each in wanted if each[1] == "articles" and each[4]}
        left = {(each[0], str(doc_id(each[2]))) for each in wanted if each[1] == "articles" and not each[4]}
        for wish in wanted:
            name, table, stable_id, before, after = self._as_it_lies(wish)
            there = current(self._folder, name, table, stable_id)
            passing = (before or after or {}).get("motivation") == "reading"
            if (
                (there not in (before, after) and not passing)
                or (
                    table == "articles" and not after and self._went_on(name, stable_id, moved.get(stable_id))
                )
                or (table == "event" and not after and self._is_in_use(name, left))
            ):
                raise OverwrittenError(f"“{label}” cannot be taken back or done again: it was changed since")
            if there != after:
                changes.append((name, table, stable_id, there, after))
        return changes

    def _went_on(self, name: str, article_id: str, goal: str | None) -> bool:
        """Tell whether an article that is to go from one file to another lies in neither any more."""
        return bool(goal) and not any(
            current(self._folder, each, "articles", article_id) for each in (name, goal) if each
        )

    def _is_in_use(self, name: str, left: set[tuple[str, str]]) -> bool:
        """Tell whether an event that is to be gone has articles that do not leave it with the same step."""
        return any((name, number) not in left for number in self._folder.table(name, "articles"))

    def _as_it_lies(self, wish: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return a change fit for what imports have moved, dated and named since."""
        name, table, stable_id, before, after = wish
        there = current(self._folder, name, table, stable_id)
        if not (before and after):
            return wish
        if table == "articles" and there is None:
            # What was changed in place is changed back wherever it lies by now.
            return loader.event_file(self._event_of(stable_id) or Path(name).stem), *wish[1:]
        if table == "event" and there not in (None, before, after):
            return *wish[:3], there, _merged(there, before, after)
        return wish


def _merged(there: Document, before: Document, after: Document) -> Document:
    """Return a document with what leads from `before` to `after` where it still is as it was before."""
    fields = [key for key in before.keys() | after.keys() if there.get(key) == before.get(key)]
    kept = {key: value for key, value in there.items() if key not in fields}
    return kept | {key: after[key] for key in fields if key in after}
