"""Who may be meant where a query asks for a speaker of whom there is none. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.core.fuzzy_names import nearest
from tui.core.query.nodes import And, Node, Or
from tui.core.query.terms import SpeakerTerm, Words
from tui.core.text import fold


def likely_name(node: Node, names: Sequence[str]) -> str:
    """Return the one of the speakers' `names` nearest to the first that a query wants and nobody has; "" for none."""
    folded = [fold(name) for name in names]
    wanted = (each for each in _speakers(node) if not each.found_in(folded))
    return next(filter(None, (nearest(" ".join(each.tokens), names) for each in wanted)), "")


def _speakers(node: Node) -> Iterator[Words]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _speakers(part)
        case SpeakerTerm(Words() as words):
            yield words
