"""Names: when two are one, and how several are said in a sentence"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.core.model import AnnotationTarget
from tui.core.text import fold_case as folded
from tui.core.text import one_line


def fold(name: str) -> str:
    """Return what two spellings of one name share: no case, no accents, blanks counted once."""
    return folded(one_line(name))


def distinct(names: Iterable[str]) -> list[str]:
    """Return names each once, case and accents aside, as first met."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return list(found.values())


def count_targets(targets: Sequence[AnnotationTarget]) -> str:
    """Return "1 quote", "3 articles", "2 things"."""
    kinds = {target.type for target in targets}
    noun = kinds.pop() if len(kinds) == 1 else "thing"
    return f"{len(targets)} {noun}{'s' * (len(targets) != 1)}"


def join_names(names: Sequence[str]) -> str:
    """Return names with commas between."""
    return ", ".join(names)


def indefinite(noun: str) -> str:
    """Return "an event", "a quote"."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
