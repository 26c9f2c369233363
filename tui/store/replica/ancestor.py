"""What a journal tells of a copy: what it had in common with another before either shared a step, and who did what since."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from tui.core.replica.reunion import Said, Teller
from tui.core.replica.shared_step import Key, moment
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


def said_since(journal: Journal, since: int) -> Teller:
    """Return what tells of a document when it was changed last since a line of the journal, and by whom."""
    found: dict[str, Said] = {}
    events: dict[str, Said] = {}
    for line in journal.lines():
        if line.seq > since:
            by = moment(str(line.says.get("at", ""))), str(line.says.get("author", ""))
            found |= {str(change[2]): by for change in line.says.get("changes", ())}
            events |= dict.fromkeys(map(str, line.says.get("events", ())), by)

    def said(key: Key, document: Document | None) -> Said:
        known = found.get(key[1])
        if known is None and document:
            known = events.get(str(document.get(EVENT, "")))
            own = document.get("modified") or document.get("created") or document.get("imported")
            known = known or ((moment(str(own)), str(document.get("creator", ""))) if own else None)
        return known or (moment(""), "")

    return said


def as_of(
    now: Mapping[Key, Document], lines: Iterable[JournalEntry], before: str, told: Collection[Key]
) -> Documents:
    """Return documents as they were before some steps of the journal, the earliest first; the one `before` them was then.

    Imported articles stand in no step: they are known by when they came in. Clocks may differ, so one that is not
    among those of which others `told` came in since, too.
    """
    found = dict(now)
    imported: set[str] = set()
    for line in reversed(list(lines)):
        if line.says.get("op") == "import":
            imported.update(map(str, line.says.get("events", ())))
        for file, table, own, was, _ in reversed(line.says.get("changes", ())):
            _take_back(found, owner_of(file)[1], table, own, was)
    for key in [key for key, each in found.items() if key[0] == "articles" and each[EVENT] in imported]:
        if key not in told or str(found[key].get("imported", "")) > before:
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
