"""One copy of a briefing among others: it turns what was done to its files into shared steps, and steps into files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from tui.commands.title import SetTitle
from tui.core.model import FIRST_TITLE
from tui.core.replica.reunion import Made, gives_title, grouped
from tui.core.replica.shared_state import Conflict, SharedState
from tui.core.replica.shared_step import SINGULAR, Key, SharedStep, cleaned, moment, ready, vector, whole
from tui.core.replica.union import united
from tui.store.disk.cache import CATALOGUE, CODEBOOK
from tui.store.disk.errors import StoreError, refusal
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.schema import Document
from tui.store.executor import CommandExecutor
from tui.store.replica import ancestor, shared_documents
from tui.store.replica.backlog import Backlog
from tui.store.replica.membership import membership_of
from tui.store.replica.step_files import (
    FOLDER,
    ReplicaState,
    append,
    counts,
    keep,
    read_state,
    read_steps,
    rejoin,
    write_state,
)
from tui.store.undo import Step


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
        if self.is_part and (membership := membership_of(self.root)):
            state.elsewhere = frozenset((table, own) for table, own in membership.elsewhere)
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
        state = read_state(self.root)
        return {state.replica, state.shelf, *state.former, *state.held}

    def documents(self) -> dict[Key, Document]:
        """Return what the files hold of what is shared."""
        read = shared_documents.read(self._folder, part=self.is_part)
        return {key: each.document for key, each in read.items()}

    def waits(self) -> Callable[[SharedStep], bool]:
        """Return what tells whether a step of here is, or builds on, what one may not bring to the archive."""
        return read_state(self.root).waits

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
                if each.replica in (state.replica, state.shelf)
                or each.number <= state.made_of.get(each.replica, 0)
            ]
            self._give_title([*steps, *others])
            last = self._folder.journal.last_seq()
            met = _bases(others) <= _bases(steps)
            if steps and last == state.journal and met:
                return
            now, said = self.documents(), ancestor.said_since(self._folder.journal, state.journal)
            work = Backlog(self._folder, now, steps, others, anyway)
            every = self.state() if len(steps) == len(self.steps()) else SharedState(steps)
            made = work.writes(every, said)
            state.journal, state.made_of = last, vector(steps)
            self._tell(state, work, made, base=not steps and not others)

    def _give_title(self, steps: Sequence[SharedStep]) -> None:
        """Let what this copy was called when it was begun be what all are called, if it shared first and nobody gave one."""
        if self.is_part or self._folder.table(CODEBOOK, "titles") or not (steps or self.documents()):
            return
        if not steps or gives_title(steps) in self.names:
            title = self._folder.table(CATALOGUE, "_meta").get("1", {}).get("title")
            self._executor().do(SetTitle(str(title or self.root.name), own=FIRST_TITLE))

    def _tell(self, state: ReplicaState, work: Backlog, made: Sequence[Made], *, base: bool) -> None:
        """Write down what was done here, in steps of this copy: those that have to wait under a name of their own."""
        names: Mapping[str, Sequence[Made]] = {state.replica: made}
        membership = membership_of(self.root)
        if membership and membership.role == "annotator" and not base:
            names = work.parted(made, state)
        for name, some in names.items():
            if some:
                state.made_of[name] = self._append(name, work.steps, work.others, some, base=base)
        if names.get(state.shelf):
            state.held.setdefault(state.shelf, 0)
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
            (executor := self._executor()).begin()
            shared, steps = self.state(), self.steps()
            wanted = united(shared)
            now = shared_documents.read(self._folder, part=self.is_part)
            changes = shared_documents.changes(now, wanted)
            says = {"op": "do", "label": label, "others": True}
            step = executor.carry_out(changes, says) if changes else None
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
            made: list[Made] = [(at, vector(steps), put) for put in puts]
            self._tell(state, Backlog(self._folder, self.documents(), steps, (), False), made, base=False)
        return self.put_together(f"Decided on {conflict.field or 'a deletion'} of {SINGULAR[conflict.table]}")

    def renew(self, others: Mapping[str, int]) -> None:
        """Be another replica from now on, where others know of more steps (their counts) than there are here.

        Then this copy was put back from a backup.
        """
        state, known = read_state(self.root), vector(self.steps())
        if all(others.get(each, 0) <= known.get(each, 0) for each in (state.replica, state.shelf)):
            return
        with self._writing():
            state = read_state(self.root)
            self._rename(state)
            write_state(self.root, state)

    def hold(self, barred: Mapping[str, int], there: Mapping[str, int]) -> None:
        """Note of which replicas of here the steps past a number wait, as they are `barred` from an archive.

        What is done from now on need not wait for them. `there` tells how many steps of each replica went there.
        """
        known, state = vector(self.steps()), read_state(self.root)
        every = {**state.held, **barred}
        held = {name: number for name, number in every.items() if there.get(name, 0) < known.get(name, 0)}
        if held == state.held:
            return
        with self._writing():
            state = read_state(self.root)
            state.former += [name for name in state.held if name not in held]
            state.held = held
            if state.replica in held:
                self._rename(state)
            write_state(self.root, state)

    def _rename(self, state: ReplicaState) -> None:
        state.former += [state.replica, state.shelf]
        state.replica = uuid4().hex

    def pages(self) -> Path:
        """Return the folder of the raw pages; it need not be there."""
        return self.root / "sources"

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._folder.locked():
            try:
                yield
            except OSError as error:
                raise StoreError(refusal(self.root, error)) from None

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
