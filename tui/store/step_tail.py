"""The steps of a briefing as they come, whoever makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.store.disk.folder import BriefingFolder

if TYPE_CHECKING:
    from tui.store.undo import Step


class StepTail:
    """What was done since it was last asked."""

    def __init__(self, folder: BriefingFolder) -> None:
        """Steps that are there already are not told of."""
        self._folder = folder
        # In this order: what comes in between is read, and passed over by its number.
        self._state = folder.journal.state()
        self._seen = folder.journal.last_seq()

    def is_longer(self) -> bool:
        """Tell whether something was done since. Cheap."""
        return self._folder.journal.state() != self._state

    def steps(self) -> list[Step | None]:
        """Return the steps done since, None in the place of those that were packed away before they were seen.

        None at all while one is under way, whose files are not all in their places yet: they are told of later.
        """
        from tui.store.undo import Step

        state = self._folder.journal.state()
        if state == self._state:
            return []
        offset = self._state[1] if self._state[0] == state[0] and self._state[1] <= state[1] else 0
        found: list[Step | None] = []
        seen = self._seen
        for line in self._folder.journal.lines(offset, changes=False):
            if line.seq <= seen:
                continue
            if line.seq > seen + 1:
                found.append(None)
            seen = line.seq
            found.append(Step.of(line.seq, line.says))
        if self._folder.pending_files():
            return []
        self._state, self._seen = state, seen
        return found
