"""What two copies of a briefing had in common before either of them shared a step: their journals begin alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from tui.core.replica.shared_step import Key
from tui.store.disk.cache import owner_of
from tui.store.disk.journal import Journal, JournalEntry
from tui.store.disk.schema import Document
from tui.store.replica.shared_documents import COPY, EVENT

Documents = dict[Key, Document]


def every_line(journal: Journal) -> Iterator[JournalEntry]:
    """Yield the lines of a journal, those that were packed away first."""
    yield from journal.packed_lines()
    yield from journal.lines()


def checkpoints(journal: Journal) -> tuple[str, ...]:
    """Return the lines of a journal, each as its number and checksum; not the first, which all have."""
    return tuple(f"{line.seq} {line.says['crc']}" for line in every_line(journal) if line.seq > 1)


def fork(journal: Journal, others: Collection[str]) -> int:
    """Return the number of the last line that two journals have in common, 0 where there is none."""
    return max((int(each.split()[0]) for each in set(checkpoints(journal)).intersection(others)), default=0)


def as_of(now: Mapping[Key, Document], lines: Iterable[JournalEntry], before: str) -> Documents:
    """Return documents as they were before some steps of the journal, the earliest first; the one `before` them was then.

    Imported articles stand in no step: they are known by when they came in.
    """
    found = dict(now)
    imported: set[str] = set()
    for line in reversed(list(lines)):
        if line.says.get("op") == "import":
            imported.update(map(str, line.says.get("events", ())))
        for file, table, own, was, _ in reversed(line.says.get("changes", ())):
            _take_back(found, owner_of(file)[1], table, own, was)
    for key in [key for key, each in found.items() if key[0] == "articles" and each[EVENT] in imported]:
        if str(found[key].get("imported", "")) > before:
            del found[key]
    inhabited = {each[EVENT] for (table, _), each in found.items() if table == "articles"}
    for own in imported - inhabited:
        found.pop(("event", own), None)
    return found


def _take_back(found: Documents, owner: str, table: str, own: str, was: Document | None) -> None:
    key = ("articles" if table == "copies" else table), own
    there = found.get(key)
    if table == "copies":
        if there and there[EVENT] == owner:
            kept = {name: value for name, value in there.items() if name != COPY}
            found[key] = kept | ({COPY: was["of"]} if was else {})
    elif was is not None:
        copy = {COPY: there[COPY]} if there and COPY in there else {}
        found[key] = {**was, EVENT: owner, **copy} if table == "articles" else was
    elif there and (table != "articles" or there[EVENT] == owner):
        del found[key]
