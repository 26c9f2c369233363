"""A query taken apart at its ORs: what each of them asks for can be looked up by itself. Pure."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, islice, product

from tui.core.query.nodes import And, Node, Not, Or

_MOST = 16

Parts = tuple[Node, ...]


def alternatives(node: Node, *, whole: Callable[[Node], bool]) -> list[Parts]:
    """Return parts that hold together, of which one lot at the least holds where a query does; NOT stands before one.

    What is `whole` stays one part. A query that would be too many stays one itself.
    """
    found = _taken_apart(node, whole, wanted=True)
    if len(found) <= _MOST:
        return found
    return [node.parts if isinstance(node, And) else (node,)]


def _taken_apart(node: Node, whole: Callable[[Node], bool], *, wanted: bool) -> list[Parts]:
    if whole(node):
        return [(node if wanted else Not(node),)]
    match node:
        case Not(part):
            return _taken_apart(part, whole, wanted=not wanted)
        case And(parts) | Or(parts):
            each = [_taken_apart(part, whole, wanted=wanted) for part in parts]
            if isinstance(node, And) != wanted:
                return list(islice(chain(*each), _MOST + 1))
            return [tuple(chain(*some)) for some in islice(product(*each), _MOST + 1)]
    return [(node if wanted else Not(node),)]
