"""What a copy did, as writes that are yet to be steps: since it last shared, or since it parted from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tui.core.replica.shared_state import Document
from tui.core.replica.shared_step import Fields, Key, Put, SharedStep, after, difference, vector

Documents = Mapping[Key, Document]
Said = tuple[str, str]
"""When something was done, and by whom; "" where that is not known."""
Teller = Callable[[Key, Document | None], Said]
Made = tuple[Said, Mapping[str, int], Put]
"""A write, with what its writer had seen of others."""


def gives_title(steps: Iterable[SharedStep]) -> str:
    """Return which replica is to give all copies their title: the first that shared; "" where one was given."""
    bases: list[tuple[str, str]] = []
    for step in steps:
        if any(put[0] == "titles" for put in step.puts):
            return ""
        bases += [(step.time, step.replica)] if step.base else []
    return min(bases, default=("", ""))[1]


def puts(before: Documents, now: Documents) -> Iterator[Put]:
    """Yield what leads from some documents to others."""
    for key in before.keys() | now.keys():
        if before.get(key) != now.get(key):
            yield *key, difference(before.get(key), now.get(key))


def since_parting(
    now: Documents, before: Documents, others: Documents, seen: Mapping[str, int], said: Teller
) -> Iterator[Made]:
    """Yield what a copy did since it had `before` in common with those that share already.

    What they left as it was then, its writer knew; what they changed as well, nobody knew of the other.
    """
    for key in now.keys() | before.keys():
        own, was, theirs = now.get(key), before.get(key), others.get(key)
        at = said(key, own)
        if own is None:
            if theirs is not None:
                yield at, seen if theirs == was else {}, (*key, None)
        elif theirs is None:
            if own != was:
                yield at, {}, (*key, own)
        else:
            for name, value in (difference(was, own) or {}).items():
                if theirs.get(name) != value:
                    knew = was is not None and theirs.get(name) == was.get(name)
                    yield at, seen if knew else {}, (*key, {name: value})


def against_base(
    now: Documents, before: Documents, base: Documents, seen: Mapping[str, int]
) -> Iterator[Made]:
    """Yield what a copy holds against what others held when they began, neither knowing that the other had begun too.

    What others had left as it was `before` both parted is as this copy has it.
    """
    for key, was in before.items():
        own, theirs = now.get(key), base.get(key)
        if own is None:
            if theirs == was:
                yield ("", ""), seen, (*key, None)
        elif theirs is not None:
            changed = (difference(was, own) or {}).items()
            fields = {name: value for name, value in changed if theirs.get(name) == was.get(name)}
            if fields:
                yield ("", ""), seen, (*key, fields)


def grouped(
    made: Iterable[Made],
    steps: Sequence[SharedStep],
    others: Sequence[SharedStep],
    *,
    replica: str,
    journal: tuple[str, ...] = (),
    base: bool = False,
) -> list[SharedStep]:
    """Return writes as the next steps of a replica: one for all that somebody did at one time, knowing the same.

    `steps` are those that are there, `others` those that the writers had seen besides.
    """
    by: dict[tuple[Said, tuple[tuple[str, int], ...]], dict[Key, Fields | None]] = {}
    for at, seen, (table, own, fields) in made:
        puts_ = by.setdefault((at, tuple(sorted(seen.items()))), {})
        key = table, own
        puts_[key] = {**(puts_.get(key) or {}), **fields} if fields is not None else None
    number = vector(steps).get(replica, 0)
    latest = {(each.replica, each.number): each.time for each in (*steps, *others)}
    last = max((each.time for each in steps), default="")
    found: list[SharedStep] = []
    for ((when, author), knew), own_puts in sorted(by.items(), key=lambda each: each[0]):
        number += 1
        last = max([last, *(latest.get(each, "") for each in knew)])
        last = after(when, last) if last else when
        found.append(
            SharedStep(
                replica=replica,
                number=number,
                time=last,
                author=author,
                seen={each: count for each, count in knew if each != replica},
                puts=tuple((*key, changed) for key, changed in own_puts.items()),
                base=base,
                journal=journal if number == 1 else (),
            )
        )
    return found
