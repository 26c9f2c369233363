"""What came in since the reader looked last, in a file beside the briefing, so that a restart forgets none of it.

No step tells of it, for the reader did nothing; without the file nothing is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tui.core.records import record
from tui.settings.atomic_files import read_regular, write_whole
from tui.store.disk.table_file import stat_key

NAME = "arrivals.json"
_IMPORTS = 20  # that can be taken out one by one


@record(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """The ids of articles that are new, and of those `changed` by their outlets, in the order they came in.

    `at` is when the last of them did (ISO 8601, UTC); they are `seen` once the reader opened the briefing,
    or went to them: then the next import begins anew. `imports` are the last that brought something, seen or not, each
    with when it did and the ids of what was new.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    at: str = ""
    seen: bool = False
    imports: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """All of them, those that changed last."""
        return tuple(dict.fromkeys((*self.new, *self.changed)))

    def joined(self, new: Sequence[str], changed: Sequence[str], at: str) -> Arrivals:
        """Return these with what came in after them."""
        fresh = {*self.new, *new}
        again = [each for each in dict.fromkeys((*self.changed, *changed)) if each not in fresh]
        brought = ((at, tuple(new)),) if new else ()
        return Arrivals(
            new=tuple(dict.fromkeys((*self.new, *new))),
            changed=tuple(again),
            at=at,
            imports=(*self.imports, *brought)[-_IMPORTS:],
        )


class ArrivalFile:
    """The file in the folder of a briefing; what was read is kept while it stays the same."""

    def __init__(self, root: Path) -> None:
        self._path = root / NAME
        self._known: tuple[object, Arrivals] = None, Arrivals()

    def read(self) -> Arrivals:
        """Return what it says; nothing where it is not there or not to be understood."""
        if (key := stat_key(self._path)) != self._known[0]:
            self._known = key, self._read()
        return self._known[1]

    def _read(self) -> Arrivals:
        import orjson

        try:
            found = orjson.loads(read_regular(self._path))
            return Arrivals(
                new=_ids(found["new"]),
                changed=_ids(found["changed"]),
                at=str(found["at"]),
                seen=bool(found["seen"]),
                imports=tuple((str(when), _ids(ids)) for when, ids in found["imports"]),
            )
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return Arrivals()

    def write(self, arrivals: Arrivals) -> None:
        """Keep them. A disk that refuses costs no more than the convenience."""
        import orjson

        with suppress(OSError):
            write_whole(self._path, orjson.dumps(arrivals), sync=False)

    def see(self) -> None:
        """Note that the reader knows of what there is."""
        arrivals = self.read()
        if arrivals.at and not arrivals.seen:
            self.write(replace(arrivals, seen=True))


def _ids(given: object) -> tuple[str, ...]:
    if not isinstance(given, list):
        raise TypeError("no list")
    return tuple(map(str, given))
