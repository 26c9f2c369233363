"""What a part of an archive is to have: the articles that its query finds, and all that belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from tui.core.query.nodes import And, Node, Not, Or
from tui.core.query.parser import parse
from tui.core.query.terms import SpeakerTerm, TagTerm
from tui.core.replica.shared_state import SharedState, mentioned
from tui.core.replica.shared_step import Key, SharedStep, whole
from tui.core.replica.union import united
from tui.store.archive.archive import Archive
from tui.store.archive.archive_search import select
from tui.store.replica.replica import Replica


def of_part(archive: Archive, replica: Replica, query: str, since: int, last: int) -> list[SharedStep]:
    """Return what came in since a number that concerns a part: what it has, and what its query finds by now."""
    touched = archive.touched(since, last)
    if not touched:
        return []
    documents = replica.documents()
    held = {key[1] for key in documents}
    own = {each for kind, stable_id, about in touched for each in (stable_id, about) if each in held}
    steps = archive.steps(since, last, but=replica.name, keys=own, kinds=_OF_ALL)
    about = {about for *_, about in touched if about and ("articles", about) not in documents}
    node = parse(query)
    among = None if _may_widen(node, {kind for kind, *_ in touched}) else about
    found = set(select(archive, node, among)) if about or among is None else set()
    new = {own for kind, own, _ in touched if kind in ("articles", "speakers")}
    for each, other in archive.alike(new, new):
        found |= {each, other} if each in held or other in held else set()
    return gathered(archive, last, found - held, held, [*replica.steps(), *steps], steps=steps)


def _may_widen(node: Node, kinds: set[str]) -> bool:
    """Tell whether changes of such documents may let a query find articles that nobody touched."""
    match node:
        case And(parts) | Or(parts):
            return any(_may_widen(each, kinds) for each in parts)
        case Not(part):
            return _may_widen(part, kinds)
        case TagTerm():
            return "tags" in kinds
        case _:
            return isinstance(node, SpeakerTerm) and "speakers" in kinds


_OF_ALL = ("tags", "views")


def gathered(
    archive: Archive,
    last: int,
    wanted: Collection[str],
    held: Collection[str],
    known: Iterable[SharedStep],
    *,
    steps: Iterable[SharedStep] = (),
) -> list[SharedStep]:
    """Return steps with all that was done to what is wanted, and to what that belongs to: events, speakers, tags."""
    found = [*steps]
    have = {*held}
    missing = {*wanted}
    kinds: tuple[str, ...] = _OF_ALL
    while missing or kinds:
        found += archive.steps(0, last, keys=missing, kinds=kinds)
        have |= missing
        kinds = ()
        missing |= {other for _, other in archive.alike(missing, missing)}
        missing = (missing | _belonging(SharedState(whole([*known, *found])))) - have
    return whole(found)


def elsewhere(archive: Archive, replica: Replica, there: Mapping[str, int]) -> set[Key]:
    """Return the events, tags and speakers that seem to be gone, and are not: what is beside the part cannot be without.

    `there` tells how many steps of each replica the archive has; what others were taken away by counts here.
    """
    state = replica.state()
    state.elsewhere = frozenset()
    gone = {key for key in state.first if key[0] in ("event", "tags", "speakers")} - united(state).keys()
    for step in state.steps.values():
        if step.number > there.get(step.replica, 0):
            gone -= {put[:2] for put in step.puts if put[2] is None}
    return archive.kept(gone)


def _belonging(state: SharedState) -> set[str]:
    """Return the ids of what documents mention and cannot be without."""
    found: set[str] = set()
    for (table, _), document in state.documents().items():
        found |= {own for _, own in mentioned(table, document)} | {str(document.get("@copy", ""))}
    return found - {""}
