"""What an archive is given of what was done in a briefing: all that one's role may bring, in its order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.core.replica.holdback import ANNOTATED
from tui.core.replica.shared_step import SharedStep, vector
from tui.store.archive.archive import Archive
from tui.store.replica.membership import Membership
from tui.store.replica.replica import Replica
from tui.workflows.merge import thing


def deliver(
    archive: Archive, replica: Replica, there: Mapping[str, int], membership: Membership
) -> tuple[int, list[SharedStep]]:
    """Bring what is not there; return how many steps that were, and those that one may not bring."""
    allowed, held = divided(archive, replica, there, membership)
    given = 0
    if allowed:
        pages = (replica.pages() / name for name in sorted(pages_of(allowed)))
        archive.bring_pages([page for page in pages if page.exists()])
        given = archive.push(allowed, replica.state())
    first: dict[str, int] = {}
    if membership.role == "annotator":  # who may bring some of it: what is done from now on need not wait
        for step in held:
            first.setdefault(step.replica, step.number - 1)
    own = replica.names
    replica.hold(
        {name: number for name, number in first.items() if name in own}, {**there, **vector(allowed)}
    )
    return given, held


def divided(
    archive: Archive, replica: Replica, there: Mapping[str, int], membership: Membership
) -> tuple[list[SharedStep], list[SharedStep]]:
    """Return the steps of here that an archive does not have, those that one's role may bring apart from those that wait.

    They are in their order; of a part its own alone.
    """
    names, role, waits = replica.names, membership.role, replica.waits()
    behind: set[str] = set()
    allowed, held = [], []
    for step in sorted(replica.steps(), key=lambda each: each.order):
        if step.number <= there.get(step.replica, 0) or (membership.query and step.replica not in names):
            continue
        # What comes after a step that is held may build on it.
        if step.replica in behind or not archive.holds(role, step) or (role != "curator" and waits(step)):
            behind.add(step.replica)
            held.append(step)
        else:
            allowed.append(step)
    return allowed, held


def barred(replica: Replica, held: Iterable[SharedStep], membership: Membership) -> tuple[str, ...]:
    """Return the names of what keeps steps waiting that whoever annotates may else bring."""
    if membership.role != "annotator":
        return ()
    keys = dict.fromkeys(put[:2] for step in held for put in step.puts if put[0] not in ANNOTATED)
    return tuple(dict.fromkeys(thing(key[0], replica.state().last_shown(key)) for key in keys))


def pages_of(steps: Iterable[SharedStep]) -> set[str]:
    """Return the names of the raw pages of the articles that steps brought."""
    return {
        f"{fields['source']}.gz"
        for step in steps
        for table, _, fields in step.puts
        if table in ("articles", "versions") and fields and fields.get("source")
    }
