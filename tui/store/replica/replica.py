"""One copy of a briefing among others: it turns what was done to its files into shared steps, and steps into files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from tui.core.replica.reunion import Made, Teller, against_base, grouped, puts, since_parting
from tui.core.replica.shared_state import Conflict, SharedState
from tui.core.replica.shared_step import Key, SharedStep, cleaned, moment, ready, vector, whole
from tui.core.replica.union import united
from tui.store.disk.errors import StoreError, refusal
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.executor import CommandExecutor
from tui.store.replica import ancestor, shared_documents
from tui.store.replica.membership import membership_of
from tui.store.replica.step_files import (
    FOLDER,
    append,
    counts,
    keep,
    read_state,
    read_steps,
    rejoin,
    write_state,
)
from tui.store.undo import Step

SINGULAR = {
    "tags": "tag",
    "views": "saved search",
    "speakers": "speaker",
    "subscriptions": "feed",
    "event": "event",
    "articles": "article",
    "versions": "version",
    "annotations": "annotation",
}


class OtherBriefingError(StoreError):
    """Two folders have no article in common, and are not copies of one briefing."""


class Replica:
    """The copy in a folder. What it changes, it changes under the folder's lock. Methods raise `StoreError`."""

    def __init__(
        self, folder: BriefingFolder, executor: Callable[[], CommandExecutor], now: Callable[[], str]
    ) -> None:
        self._folder = folder
        self._executor = executor
        self._now = now
        self.root = folder.root
        self._home = folder.root / FOLDER
        self._read: tuple[dict[str, int], list[SharedStep]] = ({}, [])
        self._made_of: tuple[list[SharedStep], SharedState] = ([], SharedState())

    def steps(self) -> list[SharedStep]:
        """Return all steps that are known here."""
        now = counts(self._home)
        if self._read[0] != now:
            self._read = now, read_steps(self._home, part=self.is_part, held=self._read[1])
        return self._read[1]

    @property
    def is_part(self) -> bool:
        """Whether this is a part of an archive that a query finds: of others' steps it has what they did to that."""
        return bool((membership := membership_of(self.root)) and membership.query)

    def state(self) -> SharedState:
        """Return what all steps that are known here make."""
        steps = self.steps()
        held, state = self._made_of
        if held is not steps:
            known = vector(held)
            new = [step for step in steps if step.number > known.get(step.replica, 0)]
            if self.is_part or len(new) + len(held) != len(steps) or not state.extend(new):
                state = SharedState(steps)
            self._made_of = steps, state
        return state

    @property
    def has_more(self) -> bool:
        """Whether anything was done here since that was shared last."""
        return self._folder.journal.last_seq() != read_state(self.root).journal

    def is_one_with(self, others: Mapping[str, int]) -> bool:
        """Tell whether nothing was done here since all was put together, and others have the same steps (their counts)."""
        state = read_state(self.root)
        here = counts(self._home)
        return state.made_of == here == others and self._folder.journal.last_seq() == state.journal

    @property
    def name(self) -> str:
        """The replica that this copy is, 32 hexadecimal digits."""
        return read_state(self.root).replica

    @property
    def names(self) -> set[str]:
        """All that this copy was called, here and where it was copied from."""
        return {(state := read_state(self.root)).replica, *state.former}

    def documents(self) -> dict[Key, Document]:
        """Return what the files hold of what is shared."""
        return {key: each.document for key, each in shared_documents.read(self._folder).items()}

    @property
    def waiting(self) -> int:
        """How many things were to be decided when all was put together last."""
        return read_state(self.root).conflicts

    def conflicts(self) -> list[Conflict]:
        """Return what copies wrote at the same time and somebody has to decide."""
        return self.state().conflicts()

    def share(self, others: Sequence[SharedStep] = (), *, anyway: bool = False) -> None:
        """Write down as steps what was done here since that was done last.

        The first time that is all there is; or, where `others` have begun, all that differs from what this copy had
        in common with them. Raises `OtherBriefingError` where that is nothing, unless `anyway`.
        """
        with self._writing():
            state = read_state(self.root)
            # A kill may have come between taking steps and putting them together: those are not in the files.
            steps = [
                each
                for each in self.steps()
                if each.replica == state.replica or each.number <= state.made_of.get(each.replica, 0)
            ]
            last = self._folder.journal.last_seq()
            met = _bases(others) <= _bases(steps)
            if steps and last == state.journal and met:
                return
            made = self._made(
                steps, others, ancestor.said_since(self._folder.journal, state.journal), anyway=anyway
            )
            base = not steps and not others
            number = self._append(state.replica, steps, others, made, base=base)
            state.journal = last
            state.made_of = vector(steps) | ({state.replica: number} if number else {})
            write_state(self.root, state)

    def take(self, steps: Iterable[SharedStep]) -> int:
        """Keep steps of others; none where one of them makes what no file could hold.

        Return how many were left for another time, because what their writers had seen is not here yet.
        """
        with self._writing():
            there = self.steps()
            known = vector(there)
            if self.is_part:
                fresh = new = [cleaned(step) for step in steps]
            else:
                fresh = [cleaned(step) for step in steps if step.number > known.get(step.replica, 0)]
                new = ready(fresh, known)
            state = SharedState(whole([*there, *new]))
            for step in new:
                for put in step.puts:
                    document = state.document(put[:2])
                    try:
                        if document is not None:
                            shared_documents.check(put[:2], document)
                            _check_event(state, put[:2], document)
                    except ValueError as error:
                        raise StoreError(
                            f"step {step.number} of {step.replica}: {error}; nothing was taken in"
                        ) from None
            if self.is_part:
                rejoin(self._home, new)
                self._read = {}, []
            else:
                keep(self._home, new, known)
            return len(fresh) - len(new)

    def put_together(self, label: str) -> Step | None:
        """Let the files hold what all steps make, in one step of the journal; None where they do.

        Call it when all that was done here has been shared.
        """
        with self._writing():
            executor = self._executor()
            executor.begin()
            shared, steps = self.state(), self.steps()
            wanted = united(shared)
            changes = shared_documents.changes(shared_documents.read(self._folder), wanted)
            step = executor.carry_out(changes, {"op": "do", "label": label}) if changes else None
            state = read_state(self.root)
            state.journal, state.made_of = self._folder.journal.last_seq(), vector(steps)
            state.conflicts = len(shared.conflicts())
            write_state(self.root, state)
            return step

    def decide(self, conflict: Conflict, choice: int, author: str) -> Step | None:
        """Let one of the values of a conflict count, by its place; of a deletion 0 keeps the document, 1 deletes it."""
        with self._writing():
            steps = self.steps()
            at = moment(self._now()), author
            state = read_state(self.root)
            puts = self.state().decision(conflict, choice)
            made = [(at, vector(steps), put) for put in puts]
            number = self._append(state.replica, steps, (), made, base=False)
            state.made_of[state.replica] = number
            write_state(self.root, state)
        return self.put_together(f"Decided on {conflict.field or 'a deletion'} of {SINGULAR[conflict.table]}")

    def renew(self) -> None:
        """Be another replica from now on: under this name others know more than there is here, which was put back."""
        with self._writing():
            state = read_state(self.root)
            state.replica = uuid4().hex
            write_state(self.root, state)

    def pages(self) -> Path:
        """Return the folder of the raw pages; it need not be there."""
        return self.root / "sources"

    def _made(
        self, steps: Sequence[SharedStep], others: Sequence[SharedStep], said: Teller, *, anyway: bool
    ) -> list[Made]:
        """Return what was done here that no step tells yet."""
        now, known = self.documents(), vector(steps)
        theirs = [step for step in others if step.replica not in known]
        if not steps and not theirs:
            return [(said(key, each), {}, (*key, each)) for key, each in now.items()]
        if not steps:
            held = SharedState(theirs).documents()
            before = self._ancestor(now, held, theirs, anyway=anyway)
            return list(since_parting(now, before, held, vector(theirs), said))
        every = self.state() if len(steps) == len(self.steps()) else SharedState(steps)
        wanted = united(every)
        made: list[Made] = [(said(put[:2], now.get(put[:2])), known, put) for put in puts(wanted, now)]
        if base := [step for step in theirs if step.base]:
            held = SharedState(base).documents()
            before = self._ancestor(now, held, base, anyway=anyway)
            made += against_base(now, before, held, known | vector(base))
        return made

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._folder.locked():
            try:
                yield
            except OSError as error:
                raise StoreError(refusal(self.root, error)) from None

    def _ancestor(
        self,
        now: Mapping[Key, Document],
        held: Mapping[Key, Document],
        theirs: Sequence[SharedStep],
        *,
        anyway: bool,
    ) -> dict[Key, Document]:
        """Return what this copy had in common with others; where no journal tells, what both hold alike."""
        journal = self._folder.journal
        found = max((ancestor.fork(journal, step.journal) for step in theirs if step.journal), default=0)
        if found:
            lines = [line for line in ancestor.every_line(journal) if line.seq >= found]
            at = next((str(line.says.get("at", "")) for line in lines if line.seq == found), "")
            told = {put[:2] for step in theirs for put in step.puts}
            return ancestor.as_of(now, (line for line in lines if line.seq > found), at, told)
        both = [key for key in now if key in held]
        ours = any(key[0] == "articles" for key in now)
        if ours and not anyway and held and not any(key[0] == "articles" for key in both):
            raise OtherBriefingError(f"{self.root}: is no copy of the other: they have no article in common")
        return {
            key: {name: value for name, value in now[key].items() if held[key].get(name) == value}
            for key in both
        }

    def _append(
        self,
        replica: str,
        steps: Sequence[SharedStep],
        others: Sequence[SharedStep],
        made: Sequence[Made],
        *,
        base: bool,
    ) -> int:
        """Write puts down as steps: one for all that somebody did at one time, knowing the same. Return the last number."""
        known = vector(steps).get(replica, 0)
        journal = ancestor.checkpoints(self._folder.journal) if base else ()
        found = grouped(made, steps, others, replica=replica, journal=journal, base=base)
        append(self._home, found, known)
        return known + len(found)


def _check_event(state: SharedState, key: Key, document: Document) -> None:
    """Raise ValueError for an article in an event of which no step tells."""
    event = str(document.get(shared_documents.EVENT, ""))
    if key[0] == "articles" and state.document(("event", event)) is None:
        raise ValueError(f"article {key[1]} makes no sense: there is no event {event}")


def _bases(steps: Iterable[SharedStep]) -> set[str]:
    return {step.replica for step in steps if step.base}
