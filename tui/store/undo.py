"""What can be taken back: the journal read as two stacks, each reader's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

from tui.core.text import one_line
from tui.store.disk.journal import Journal, JournalEntry
from tui.store.disk.schema import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing done to a briefing, as its journal has it.

    `seq` rises by one a step. `label` is a sentence for the status line, `at` an ISO time in UTC,
    `op` one of do, undo, redo and import; `about` names what it was done to, "" for several things.
    `owner` is the session for which it was done, most often the one that did it: whose it is to take
    back. `events` are the events whose articles, quotes or annotations changed, `shared` which of
    "codebook", "speakers" and "catalogue" did. `author` is who did it, "" where that is not known; with `others` it
    put together here what was done elsewhere, by whomever.
    `part_of` is the number of the first step of the deed that this is a further part of, else 0: all parts
    are taken back together. What is `reverse` took back what stands in no step, and is done again by being taken back.
    """

    seq: int
    label: str
    at: str
    session: str
    passive: bool = False
    op: str = "do"
    events: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    owner: str = ""
    about: str = ""
    author: str = ""
    others: bool = False
    part_of: int = 0
    reverse: bool = False

    @property
    def sentence(self) -> str:
        """The label, by name where something goes from one to another: "Merged 2 quotes of Roth → Ida Lund"."""
        if "→" not in self.about:
            return self.label
        return " ".join(
            (*self.label.split()[: 2 if self.label.partition(" ")[0].endswith(":") else 1], self.about)
        )

    @classmethod
    def of(cls, seq: int, says: Document) -> Step:
        """Return the step a journal line tells of."""
        named = ("label", "at", "session", "about", "author")
        said: dict[str, Any] = {name: str(says.get(name, "")) for name in named}
        said |= {name: frozenset(map(str, says.get(name, ()))) for name in ("events", "shared")}
        said["owner"] = str(says.get("owner") or said["session"])
        said["part_of"] = int(says.get("part_of", 0))
        said |= {name: bool(says.get(name)) for name in ("passive", "reverse", "others")}
        return cls(seq=seq, op=str(says.get("op", "do")), **said)


def joined(steps: Sequence[Step]) -> Step:
    """Return the parts of one deed, at least one, as one step: the last, with what all of them changed."""
    events = frozenset[str]().union(*(each.events for each in steps))
    shared = frozenset[str]().union(*(each.shared for each in steps))
    return replace(steps[-1], events=events, shared=shared)


class _Entry(NamedTuple):
    step: Step
    of: int
    offset: int


class _Stacks(NamedTuple):
    """The numbers of the steps done and of those undone, the next one last, of whom, and by how many lines."""

    of: tuple[str, str]  # session and author
    done: dict[int, None]
    undone: dict[int, None]
    lines: int = 0


_NONE = _Stacks(("", ""), {}, {})


class History:
    """The steps of a briefing, read from its journal as it grows."""

    def __init__(self, journal: Journal, root: Path, before: int, author: Callable[[], str]) -> None:
        """What the reader whom `author` names did is theirs to take back, in whichever session they did it.

        What others did is where it is numbered up to `before` and their sessions have ended, never what they do later.
        """
        self._journal = journal
        self._root = root
        self._entries: dict[int, _Entry] = {}
        self._state = (0, 0)
        self._before = before
        self._author = author
        self._ended: dict[str, bool] = {}
        self._followed = _NONE
        self._guard = RLock()  # what is followed is asked for by keys and beside them

    def refresh(self) -> None:
        """Read what was added to the journal since; all of it when it was rotated."""
        with self._guard:
            self._read_on()

    def _read_on(self) -> None:
        state = self._journal.state()
        if state == self._state:
            return
        offset = self._state[1]
        if state[0] != self._state[0] or state[1] < offset:
            offset = 0
            self._entries.clear()
            self._followed = _NONE
        size = offset
        for line in self._journal.lines(offset, changes=False):
            entry = _Entry(Step.of(line.seq, line.says), line.says.get("of", 0), line.offset)
            if self._entries.get(line.seq, entry) != entry:  # a step that came to nothing, and another one
                self._followed = _NONE
            self._entries[line.seq] = entry
            size = line.offset
        # The last line is read again next time: cheaper than finding out where it ended.
        self._state = (state[0], size)

    def undoable(self, session: str) -> list[int]:
        """Return the numbers of the steps to take back, the next one first."""
        with self._guard:
            return [*reversed(self._stacks(session).done)]

    def redoable(self, session: str) -> list[int]:
        """Return the numbers of the steps to do again, the next one first."""
        with self._guard:
            return [*reversed(self._stacks(session).undone)]

    def line(self, seq: int) -> JournalEntry:
        """Return the line of a step that may be taken back or done again."""
        return self._journal.line(self._entries[seq].offset)

    def steps(self, limit: int) -> list[Step]:
        """Return the last steps that were not passive, newest first, the parts of a deed as one."""
        with self._guard:
            self.refresh()
            entries = [*self._entries.values()]
        deeds: dict[tuple[str, int, int], list[Step]] = {}
        last, turns = ("", 0), 0
        for step, of, _ in entries:
            if step.passive:
                continue
            what = step.op, self.deed(of or step.seq)
            turns += what != last and step.op != "do"  # it may be taken back and done again many times
            last = what
            deeds.setdefault((*what, turns if step.op != "do" else 0), []).append(step)
        steps = [joined(parts) for parts in deeds.values()]
        return steps[-limit:][::-1] if limit > 0 else []

    def is_import_last(self, session: str) -> bool:
        """Tell whether its reader did nothing in another session since an import was last made for this one."""
        there = self.undoable(session)
        brought = (
            seq for seq, (step, *_) in self._entries.items() if step.op == "import" and step.owner == session
        )
        last = max(brought, default=0)
        return not any(seq > last and self._entries[seq].step.owner != session for seq in there)

    def deed(self, seq: int) -> int:
        """Return the number of the first step of the deed that a step is a part of."""
        entry = self._entries.get(seq)
        return entry.step.part_of or seq if entry else seq

    def mentioned_since(self, seq: int, text: str) -> bool:
        """Tell whether a later step, not itself taken back, mentions `text` (an id)."""
        self.refresh()
        standing: dict[int, _Entry] = {}
        for number, entry in self._entries.items():
            if entry.step.op == "undo":
                standing.pop(entry.of, None)
            elif entry.step.op in ("do", "redo") and number > seq != entry.of:
                standing[entry.of or number] = entry
        return any(
            text in str(self._journal.line(entry.offset).says.get("changes", ""))
            for entry in standing.values()
        )

    def _stacks(self, session: str) -> _Stacks:
        """Return the stacks, of which a deed of many parts asks for each of them: what was followed stays followed.

        They are those that are followed on: whoever asks holds the guard for as long as they are looked at.
        """
        with self._guard:
            self.refresh()
            author = one_line(self._author())
            before = self._followed
            if before.of != (session, author):
                before = _Stacks((session, author), {}, {})
            self._followed = _NONE  # should this be cut short
            _, done, undone, lines = before
            for seq, (step, of, _) in islice(self._entries.items(), lines, None):
                if step.op == "undo":
                    if of in done:
                        del done[of]
                        if self._ours(step, session, author):
                            undone[of] = None
                elif step.op == "redo":
                    if of in undone:
                        del undone[of]
                        done[of] = None
                elif step.op == "do" and self._is_undoable(step) and self._ours(step, session, author):
                    if step.reverse:
                        undone[seq] = None
                    else:
                        done[seq] = None
                        undone.clear()
            self._followed = before._replace(lines=len(self._entries))
            return self._followed

    def _is_undoable(self, step: Step) -> bool:
        """Tell whether a step is no passive one, nor a part of a deed of which others were packed away."""
        return not step.passive and (not step.part_of or step.part_of in self._entries)

    def _ours(self, step: Step, session: str, author: str) -> bool:
        if step.owner == session or (step.author == author and not step.others):
            return True
        return step.seq <= self._before and self._has_ended(step.owner)

    def _has_ended(self, session: str) -> bool:
        if session not in self._ended:
            self._ended[session] = has_ended(self._root, session)
        return self._ended[session]


SESSIONS = ".sessions"


def begin_session(root: Path, session: str) -> Callable[[], None]:
    """Let others see that a session is alive; return what ends it. A kill ends it too."""
    from filelock import FileLock

    folder = root / SESSIONS
    folder.mkdir(mode=0o700, exist_ok=True)
    for old in folder.iterdir():
        if old.name != session and has_ended(root, old.name):
            old.unlink(missing_ok=True)
    lock = FileLock(folder / session, mode=0o600, thread_local=False)
    lock.acquire(timeout=1)

    def end() -> None:
        lock.release()
        (folder / session).unlink(missing_ok=True)

    return end


def has_ended(root: Path, session: str) -> bool:
    """Tell whether no process holds a session any more."""
    from filelock import FileLock, Timeout

    path = root / SESSIONS / session
    if not session.isalnum() or not path.exists():
        return True
    lock = FileLock(path, mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return False
    except OSError:
        return True
    lock.release()
    return True
