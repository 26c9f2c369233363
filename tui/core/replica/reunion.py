"""What a copy did, as writes that are yet to be steps: since it last shared, or since it parted from others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tui.core.replica.shared_state import Document
from tui.core.replica.shared_step import Key, Put, difference

Documents = Mapping[Key, Document]
Said = tuple[str, str]
"""When something was done, and by whom; "" where that is not known."""
Teller = Callable[[Key, Document | None], Said]
Made = tuple[Said, Mapping[str, int], Put]
"""A write, with what its writer had seen of others."""


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
