"""Carrying out, taking back and doing again: every change of a briefing but an import goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.commands.describe import about
from tui.core.text import one_line
from tui.store.change_check import ChangeCheck
from tui.store.codec import doc_id
from tui.store.disk.cache import CODEBOOK, SPEAKERS, owner_of
from tui.store.disk.errors import OverwrittenError, StoreError, refusal
from tui.store.disk.folder import BriefingFolder
from tui.store.disk.git_files import write_git_files
from tui.store.disk.lock_holder import let_others_in
from tui.store.disk.schema import Document
from tui.store.loader import stale_rows
from tui.store.transaction import Change, Transaction
from tui.store.undo import History, Step, begin_session, joined

if TYPE_CHECKING:
    from tui.commands.annotations import Command
    from tui.store.disk.journal import JournalEntry
    from tui.store.speaker_names import SpeakerNames

_UNDID = "Undid"  # before the label of what is taken back


class CommandExecutor:
    """Makes steps in a briefing's folder, in one session."""

    def __init__(
        self,
        folder: BriefingFolder,
        new_id: Callable[[], str],
        now: Callable[[], str],
        event_of: Callable[[str], str],
        before: int,
        *,
        owner: str = "",
        author: Callable[[], str] = lambda: "",
    ) -> None:
        """Steps numbered up to `before` were there when the session began; `owner` may take its steps back.

        `author` tells who works: what they do bears their name.
        """
        self.read_only = ""
        self.history = History(folder.journal, folder.root, before, author)
        self.session = ""
        self.names: SpeakerNames | None = None  # of an import under way, for its next batch
        self._owner = owner
        self._author = author
        self._folder = folder
        self.new_id = new_id
        self.now = now
        self._event_of = event_of
        self._check = ChangeCheck(folder, event_of)
        self._end: Callable[[], None] | None = None
        self._overwritten: set[int] = set()  # steps of which that was told

    def close(self) -> None:
        """End the session."""
        if self._end:
            with suppress(StoreError, OSError), self._folder.locked(timeout=1):
                if self._folder.unsynced:
                    self._folder.checkpoint()
            self._end()
            self._end = None

    def do(self, command: Command) -> Step:
        """Carry a command out; a step with the number 0 when there was nothing to do."""
        with self._folder.locked():
            self.begin(pack=not command.part_of)
            transaction = Transaction(self._folder, self.new_id, self.now, self._event_of, self._author())
            named = ""
            with suppress(StoreError, ValueError):  # which `apply` will tell of
                named = about(command, transaction)  # now: what is renamed still has its old name
            command.apply(transaction)
            changes = transaction.changes()
            if not changes:
                return Step(
                    seq=0,
                    label="Nothing to change",
                    at=self.now(),
                    session=self.session,
                    passive=command.passive,
                )
            label = command.outcome(transaction)
            says: Document = {"op": "do", "label": label}
            if command.reverse:
                says |= {"label": f"{_UNDID}: {label}", "reverse": True}
            if named:
                says["about"] = named
            if command.passive:
                says["passive"] = True
            if command.part_of:
                says["part_of"] = command.part_of
            return self.carry_out(changes, says)

    def undo(self) -> Step | None:
        """Take the last step back; one that others have written over is told once, and then passed over."""
        tried: set[int] = set()

        def following() -> Iterator[int]:
            return (seq for seq in self.history.undoable(self.session) if seq not in tried)

        def take_back(line: JournalEntry) -> Step | None:
            tried.add(line.seq)
            try:
                changes = self._taken_back(line) if not line.says.get("reverse") else self._done(line)
            except OverwrittenError:
                if line.seq in self._overwritten:
                    return None
                self._overwritten.add(line.seq)
                raise
            return self.carry_out(changes, _again(line, "undo", _UNDID))

        return self._all_parts(following, take_back)

    def _all_parts(
        self, following: Callable[[], Iterator[int]], carry_out: Callable[[JournalEntry], Step | None]
    ) -> Step | None:
        """Carry out the first that is following (numbers) with all parts of its deed; return them as one step.

        The lock is let go between two parts. A part that was changed since stays, which the label tells; raises
        `OverwrittenError` where each of them was. What is to be passed over, None is returned for.
        """
        if self._folder.journal.is_long():  # to pack it takes as long as many parts
            with self._folder.locked():
                self.begin()
            let_others_in()
        done: list[Step] = []
        failed: list[OverwrittenError] = []
        deed = 0
        while deed >= 0:
            if deed:
                let_others_in()
            with self._folder.locked():
                self.begin(pack=False)
                parts = (seq for seq in following() if deed in (0, self.history.deed(seq)))
                if not (seq := next(parts, 0)):
                    break
                deed = self.history.deed(seq)
                try:
                    step = carry_out(self.history.line(seq))
                    done += [step] if step else []
                except OverwrittenError as error:
                    failed.append(error)
                if not any(self.history.deed(seq) == deed for seq in following()):
                    deed = 0 if not done and not failed else -1
        if failed and not done:
            raise failed[0]
        whole = joined(done) if done else None
        return (
            replace(whole, label=f"{whole.label}; what was changed since stays")
            if whole and failed
            else whole
        )

    def _taken_back(self, line: JournalEntry) -> list[Change]:
        """Return the changes that take a step back. Raises `OverwrittenError` where somebody has changed it since."""
        wanted = [(*each[:3], each[4], each[3]) for each in line.says["changes"]]
        # A tag that others have put to use since stays in the codebook, and a speaker among the speakers.
        touched = {str(each[0]) for each in wanted}
        wanted = [
            each
            for each in wanted
            if each[0] not in (CODEBOOK, SPEAKERS)
            or each[4] is not None
            or not self._in_use(line.seq, each[2], touched if each[0] == SPEAKERS else None)
        ]
        return self._check.verified(wanted[::-1], _label(line))

    def _done(self, line: JournalEntry) -> list[Change]:
        """Return the changes of a step as they are. Raises `OverwrittenError` where somebody has changed it since."""
        return self._check.verified([tuple(each) for each in line.says["changes"]], _label(line))

    def redo(self) -> Step | None:
        """Do again what was taken back last."""
        failed: list[int] = []  # with which it ends: later parts build on earlier ones

        def following() -> Iterator[int]:
            return iter(self.history.redoable(self.session) if not failed else ())

        def do_again(line: JournalEntry) -> Step:
            try:
                changes = self._done(line) if not line.says.get("reverse") else self._taken_back(line)
            except OverwrittenError:
                failed.append(line.seq)
                raise
            return self.carry_out(changes, _again(line, "redo", "Redid"))

        return self._all_parts(following, do_again)

    def steps(self, limit: int) -> list[Step]:
        """Return the last steps that were not passive, newest first."""
        return self.history.steps(limit)

    def begin(self, *, pack: bool = True) -> None:
        """Begin the session with its first change; `pack` away what makes the journal long. Under the lock."""
        if pack:
            self._folder.rotate()
        if self._end is None:
            write_git_files(self._folder.root)
            self.session = self.session or self.new_id()
            self._end = begin_session(self._folder.root, self.session)

    def _in_use(self, seq: int, stable_id: str, touched: set[str] | None) -> bool:
        """Tell whether a later step mentions an id; with `touched`, also whether an event beside those does.

        What an import brought in stands in no step, and it may be said by a speaker whom the step made.
        """
        if self.history.mentioned_since(seq, stable_id):
            return True
        if touched is None:
            return False
        return any(name not in touched for name in self._folder.mentioning("events", stable_id.encode()))

    def carry_out(self, changes: list[Change], says: Document, imported: Sequence[Change] = ()) -> Step:
        """Make changes in one step. Raises `StoreError` when the disk refuses.

        `says` tells in the journal what kind of step it is. What is `imported` is too much to stand in the
        journal: it is written, and nothing but an import again can bring it back.
        """
        folder = self._folder
        events, stale = self._touched([*imported, *changes])
        files: dict[tuple[str, str], dict[int, Document | None]] = {}
        for name, table, stable_id, _, after in (*imported, *changes):
            files.setdefault((name, table), {})[doc_id(stable_id)] = after
        shared = {{CODEBOOK: "codebook", SPEAKERS: "speakers"}.get(name, "") for name, _ in files} - {""}
        with self.writing(), folder.step(self.new_id()):
            for (name, table), documents in files.items():
                folder.db(name).put_all(table, documents)
            if stale_rows(folder, stale):
                shared.add("catalogue")
            says = says | {"session": self.session} | ({"owner": self._owner} if self._owner else {})
            says |= {"author": author} if (author := one_line(self._author())) else {}
            says |= {"at": self.now(), "events": sorted(events), "shared": sorted(shared), "changes": changes}
            if imported:  # whose line has always ended with this
                says["shared"] = says.pop("shared")
            return Step.of(folder.commit(says), says)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep in `read_only` why the disk refuses what is done in here, "" when it is done. Raises `StoreError`."""
        try:
            yield
        except OSError as error:
            self.read_only = refusal(self._folder.root, error)
            raise StoreError(self.read_only) from None
        self.read_only = ""

    def _touched(self, changes: list[Change]) -> tuple[set[str], set[str]]:
        """Return the events that changes are about, and those whose row in the catalogue they change."""
        events: set[str] = set()
        stale: set[str] = set()
        for name, _, _, before, after in changes:
            kind, owner = owner_of(name)
            if kind == "events":
                events.add(owner)
                stale.add(owner)
            elif kind == "notes":
                doc = after or before or {}
                about = doc["target"]["type"]
                event = owner if about == "event" else self._event_of(owner) if about != "speaker" else ""
                if event:
                    events.add(event)
                    if doc["motivation"] == "editing":
                        stale.add(event)
        return events, stale


def _label(line: JournalEntry) -> str:
    said = str(line.says.get("label", ""))
    return said.removeprefix(f"{_UNDID}: ") if line.says.get("reverse") else said


def _again(line: JournalEntry, op: str, said: str) -> Document:
    """Return what the journal is to say of a step that is taken back or done again."""
    says: Document = {"op": op, "of": line.seq, "label": f"{said}: {_label(line)}"}
    return says | {key: line.says[key] for key in ("about", "part_of") if line.says.get(key)}
