"""What was done in a copy that no step tells yet, as writes that are to be steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tui.core.replica.holdback import parted
from tui.core.replica.reunion import Documents, Made, Teller, against_base, puts, since_parting
from tui.core.replica.shared_state import Document, SharedState
from tui.core.replica.shared_step import Key, SharedStep, vector
from tui.core.replica.union import united
from tui.store.disk.errors import StoreError
from tui.store.disk.folder import BriefingFolder
from tui.store.replica import ancestor
from tui.store.replica.step_files import ReplicaState


class OtherBriefingError(StoreError):
    """Two folders have no article in common, and are not copies of one briefing."""


@dataclass(frozen=True, slots=True)
class Backlog:
    """A folder, what its files hold `now`, the `steps` that tell of it, and those of `others` that are to be met.

    `anyway`: also where they have nothing in common.
    """

    folder: BriefingFolder
    now: Documents
    steps: Sequence[SharedStep]
    others: Sequence[SharedStep]
    anyway: bool

    def writes(self, state: SharedState, said: Teller) -> list[Made]:
        """Return what was done; `state` is what the steps make. Raises `OtherBriefingError`."""
        now, known = self.now, vector(self.steps)
        theirs = [step for step in self.others if step.replica not in known]
        if not self.steps and not theirs:
            return [(said(key, each), {}, (*key, each)) for key, each in now.items()]
        if not self.steps:
            held = SharedState(theirs).documents()
            before = self._ancestor(held, theirs)
            return list(since_parting(now, before, held, vector(theirs), said))
        made: list[Made] = [(said(put[:2], now.get(put[:2])), known, put) for put in puts(united(state), now)]
        if base := [step for step in theirs if step.base]:
            held = SharedState(base).documents()
            before = self._ancestor(held, base)
            made += against_base(now, before, held, known | vector(base))
        return made

    def parted(self, made: Iterable[Made], state: ReplicaState) -> dict[str, list[Made]]:
        """Return what was done by the names under which it is written down: what has to wait has one of its own.

        What goes ahead says nothing of what waits, so that others need not wait for that.
        """
        ahead, held = parted(
            made,
            self.now,
            ahead=(step for step in self.steps if not state.waits(step)),
            behind=(step for step in self.steps if state.waits(step)),
        )
        return {state.replica: [(at, state.apart(seen), put) for at, seen, put in ahead], state.shelf: held}

    def _ancestor(self, held: Mapping[Key, Document], theirs: Sequence[SharedStep]) -> Mapping[Key, Document]:
        """Return what this copy had in common with others; where no journal tells, what both hold alike."""
        now, journal = self.now, self.folder.journal
        found = max((ancestor.fork(journal, step.journal) for step in theirs if step.journal), default=0)
        if found:
            lines = [line for line in ancestor.every_line(journal) if line.seq >= found]
            at = next((str(line.says.get("at", "")) for line in lines if line.seq == found), "")
            told = {put[:2] for step in theirs for put in step.puts}
            return ancestor.as_of(now, (line for line in lines if line.seq > found), at, told)
        both = [key for key in now if key in held]
        ours = any(key[0] == "articles" for key in now)
        # An empty one that was renamed has nothing to be met.
        theirs_too = any(key[0] != "titles" for key in held)
        if ours and not self.anyway and theirs_too and not any(key[0] == "articles" for key in both):
            raise OtherBriefingError(
                f"{self.folder.root}: is no copy of the other: they have no article in common"
            )
        return {
            key: {name: value for name, value in now[key].items() if held[key].get(name) == value}
            for key in both
        }
