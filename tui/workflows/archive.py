"""A briefing and an archive: what was done here goes there, what others brought comes here, by the rules of `merge`.

A briefing that joined with a query is a part: it has the articles for which that holds, with all that belongs to them, and
of others' steps what they did to those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.core.query.nodes import EVERYTHING
from tui.core.query.parser import parse
from tui.core.replica.shared_step import SharedStep, vector
from tui.settings.atomic_files import private_folder, write_whole
from tui.store.archive.archive import Archive
from tui.store.archive.archive_schema import migrate
from tui.store.archive.archive_search import select
from tui.store.archive.connection import ArchiveError, connect, shown_address, speaking, without_password
from tui.store.briefing import Briefing
from tui.store.disk.errors import StoreError, refusal
from tui.store.replica.backlog import OtherBriefingError
from tui.store.replica.membership import Membership, leave, membership_of, write_membership
from tui.store.replica.replica import Replica
from tui.workflows.archive_delivery import barred, deliver, divided, pages_of
from tui.workflows.archive_part import elsewhere, gathered, of_part
from tui.workflows.merge import MergeResult


@dataclass(frozen=True, slots=True)
class ArchiveStatus:
    """How a briefing and its `archive` (its address) stand: who one is there, and how many steps wait on either side.

    `held` are those of here that one's role may not bring there, or that build on such; they are not among those
    `to_give`. `barred` names what it may not bring.
    """

    archive: str
    query: str
    role: str
    steps: int
    articles: int
    to_take: int
    to_give: int
    held: int
    barred: tuple[str, ...] = ()


def init(address: str) -> tuple[int, int]:
    """Make an archive in a database, or bring it up to date; return its version before and after. Raises `ArchiveError`."""
    with speaking(address, "`archive init` is for the owner of the database"), connect(address) as connection:
        return migrate(connection)


def check(address: str) -> None:
    """See that an archive is there, and lets one in. Raises `ArchiveError`."""
    Archive(address).close()


def join(briefing: Briefing, address: str, query: str = "", *, anyway: bool = False) -> MergeResult:
    """Let a briefing be fed from an archive from now on: all of it, or what a query finds. Raises `StoreError`."""
    root, there = briefing.path, membership_of(briefing.path)
    if query:
        parse(query)
        if briefing.rows() and not (there and there.query):
            raise ArchiveError(f"{root}: has articles; a part of an archive goes into a briefing of its own")
    elif there and there.query:
        raise ArchiveError(f"{root}: is a part of an archive; join all of it with a briefing of its own")
    with Archive(address) as archive:
        if there and there.id == archive.id:
            membership = replace(there, address=without_password(address))
        else:
            membership = Membership(without_password(address), archive.id)
        write_membership(root, replace(membership, query=membership.query or query))
        if query:
            return _widen(briefing, archive, query)
        try:
            return exchange(briefing, archive, anyway=anyway)
        except OtherBriefingError:
            leave(root)
            raise


def end(briefing: Briefing) -> str:
    """Let a briefing be fed from its archive no more; return what that is called. Raises `StoreError`."""
    membership = membership_of(briefing.path)
    if membership is None:
        raise ArchiveError(f"{briefing.path}: is not fed from an archive")
    leave(briefing.path)
    return shown_address(membership.address)


def exchange(
    briefing: Briefing, archive: Archive, *, give: bool = True, take: bool = True, anyway: bool = False
) -> MergeResult:
    """Give an archive what was done here, and take what others brought there. Raises `StoreError`."""
    replica = briefing.replica()
    membership = _with_role(briefing, archive)
    there = _renewed(replica, archive)
    known = vector(replica.steps())
    last = archive.last()
    since = membership.seq if archive.mark(membership.seq) == membership.mark else 0
    pulled: list[SharedStep] = []
    if take and membership.query:
        pulled = of_part(archive, replica, membership.query, since, last)
    elif take:
        pulled = archive.steps(since, last, but=replica.name)
        others = {each: number for each, number in there.items() if each != replica.name}
        pulled = _missed(archive, pulled, known, others, last)
    replica.share(pulled, anyway=anyway)
    late = replica.take(pulled) if pulled else 0
    if pulled:
        _take_pages(archive, replica, pulled)
    given, held = deliver(archive, replica, there, membership) if give else (0, [])
    # What one calls a briefing oneself may well stay here: `status` counts it, and else it is not told again and again.
    held = [step for step in held if any(put[0] != "titles" for put in step.puts)]
    more = bool(membership.query) and _found_elsewhere(briefing, archive, replica)
    step = replica.put_together(f"Took in what others did, from {archive.shown}") if pulled or more else None
    if take:
        _note(briefing, archive, membership.query, last)
    taken = sum(step.number > known.get(step.replica, 0) for step in pulled) - late
    return MergeResult(
        step, max(0, taken), given, replica.waiting, late, len(held), barred(replica, held, membership)
    )


def _found_elsewhere(briefing: Briefing, archive: Archive, replica: Replica) -> bool:
    """Note what of a part others cannot be without; tell whether that is more or less than it was."""
    found = tuple(sorted(elsewhere(archive, replica, archive.counts())))
    with briefing.held():
        membership = _membership(briefing, archive)
        if found == tuple(map(tuple, membership.elsewhere)):
            return False
        write_membership(briefing.path, replace(membership, elsewhere=found))
        return True


def _renewed(replica: Replica, archive: Archive) -> dict[str, int]:
    """Let a copy that was put back from a backup be another from now on; return how many steps of each are there."""
    there = archive.counts()  # first: somebody else may bring steps of here meanwhile
    replica.renew(there)
    return there


def _missed(
    archive: Archive,
    pulled: Sequence[SharedStep],
    known: Mapping[str, int],
    there: Mapping[str, int],
    last: int,
) -> list[SharedStep]:
    """Return steps that were pulled, with those that came in before and are not here: they had to wait for others."""
    coming = vector(pulled)
    first: dict[str, int] = {}
    for step in pulled:
        first[step.replica] = min(step.number, first.get(step.replica, step.number))
    behind = {
        each
        for each, number in there.items()
        if number > max(known.get(each, 0), coming.get(each, 0))
        or first.get(each, 0) > known.get(each, 0) + 1
    }
    if not behind:
        return [*pulled]
    again = archive.steps(0, last, of=behind)
    return [
        *(step for step in pulled if step.replica not in behind),
        *(step for step in again if step.number > known.get(step.replica, 0)),
    ]


def _note(briefing: Briefing, archive: Archive, query: str, last: int) -> None:
    """Note up to where steps were taken in; not where somebody let the part have more meanwhile."""
    mark = archive.mark(last)
    with briefing.held():
        membership = _membership(briefing, archive)
        if membership.query == query:
            write_membership(briefing.path, replace(membership, seq=last, mark=mark))


def widen(briefing: Briefing, archive: Archive, query: str) -> MergeResult:
    """Let a part of an archive have what another query finds, too. Raises `StoreError`."""
    membership = _membership(briefing, archive)
    if not membership.query:
        raise ArchiveError(f"{briefing.path}: has all of the archive")
    with briefing.held():
        membership = _membership(briefing, archive)
        write_membership(briefing.path, replace(membership, query=f"({membership.query}) OR ({query})"))
    return _widen(briefing, archive, query)


def status(briefing: Briefing, archive: Archive) -> ArchiveStatus:
    """Return how a briefing and its archive stand. Raises `StoreError`."""
    replica = briefing.replica()
    membership = _with_role(briefing, archive)
    there = _renewed(replica, archive)
    replica.share()
    allowed, held = divided(archive, replica, there, membership)
    return ArchiveStatus(
        archive.shown,
        membership.query,
        membership.role,
        archive.last(),
        archive.articles(),
        archive.waiting(membership.seq, replica.name),
        len(allowed),
        len(held),
        barred(replica, held, membership),
    )


def _joined(briefing: Briefing) -> Membership:
    """Return what a briefing knows of its archive. Raises `ArchiveError` where it has none."""
    if membership := membership_of(briefing.path):
        return membership
    raise ArchiveError(f"{briefing.path}: is not fed from an archive; `briefing-tui archive join` does that")


def _membership(briefing: Briefing, archive: Archive) -> Membership:
    membership = _joined(briefing)
    if membership.id != archive.id:
        raise ArchiveError(f"{archive.shown}: is another archive than the one that was joined")
    return membership


def _with_role(briefing: Briefing, archive: Archive) -> Membership:
    """Return what a briefing knows of its archive, with the role that one has there now."""
    membership = _membership(briefing, archive)
    role = archive.role()
    if role != membership.role:
        with briefing.held():
            membership = replace(_membership(briefing, archive), role=role)
            write_membership(briefing.path, membership)
    return membership


def _widen(briefing: Briefing, archive: Archive, query: str) -> MergeResult:
    """Take in what a query finds that is not here."""
    replica = briefing.replica()
    _renewed(replica, archive)
    replica.share()
    last = archive.last()
    node = parse(query)
    if node == EVERYTHING:
        raise ArchiveError("a query that says nothing finds all: join without one")
    held = {key[1] for key in replica.documents()}
    steps = gathered(archive, last, set(select(archive, node)) - held, held, replica.steps())
    replica.take(steps)
    _take_pages(archive, replica, steps)
    _found_elsewhere(briefing, archive, replica)
    step = replica.put_together(f"Took in what “{query}” finds, from {archive.shown}")
    membership = _membership(briefing, archive)
    if not membership.seq:
        _note(briefing, archive, membership.query, last)
    return MergeResult(step, len(steps), 0, replica.waiting)


def _take_pages(archive: Archive, replica: Replica, steps: Iterable[SharedStep]) -> None:
    folder = replica.pages()
    missing = {name for name in pages_of(steps) if not (folder / name).exists()}
    try:
        for name, data in archive.pages(missing):
            private_folder(folder)
            write_whole(folder / Path(name).name, data)
    except OSError as error:
        raise StoreError(refusal(replica.root, error)) from None


def archive_of(briefing: Briefing, address: str = "") -> Archive:
    """Connect to the archive a briefing is fed from, by another address where one is given. Raises `StoreError`."""
    return Archive(address or _joined(briefing).address)
