"""A briefing kept as its archive is, and the archive as the briefing: at once, until it is to end.

Where the archive does not answer, all goes on here, and what was done meanwhile goes to and fro once it does.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping

from tui.store.archive.archive import Archive
from tui.store.archive.connection import ArchiveAwayError, ArchiveError
from tui.store.briefing import Briefing
from tui.store.replica.membership import membership_of
from tui.workflows.archive import archive_of, exchange

_LOOK = 0.2  # seconds between two looks at what was done here
_ASK = 2.0  # between two questions whether others brought anything, where no notice of it may come
_AGAIN = 1.0  # until an archive that did not answer is tried again
_REFUSED = 10.0  # until one that let nobody in is

Tell = Callable[[Mapping[str, object]], None]


def follow(briefing: Briefing, closed: threading.Event, tell: Tell) -> None:
    """Exchange what is new as it comes, until `closed`; tell what went to and fro, and when the archive is away.

    Where it lets nobody in, that is tried again as well: somebody may mend it. Ends where the briefing left it. Raises
    `StoreError` where nothing can be written here.
    """
    away = False
    while not closed.is_set() and membership_of(briefing.path):
        try:
            with archive_of(briefing) as archive:
                if away:
                    tell({"away": ""})
                    away = False
                archive.listen()
                _keep(briefing, archive, closed, tell)
        except ArchiveError as error:
            if not away:
                tell({"away": str(error)})
                away = True
            closed.wait(_AGAIN if isinstance(error, ArchiveAwayError) else _REFUSED)


def _keep(briefing: Briefing, archive: Archive, closed: threading.Event, tell: Tell) -> None:
    """Exchange as long as the archive answers."""
    seen, last, asked = -1, 0, 0.0
    replica = briefing.replica()
    while not closed.is_set():
        heard = archive.heard(_LOOK)
        if heard or time.monotonic() - asked > _ASK:
            asked = time.monotonic()
            last = archive.last()
        if last != seen or replica.has_more:
            done = exchange(briefing, archive)
            seen = last
            if done.taken or done.given or done.held:
                tell(
                    {
                        "taken": done.taken,
                        "given": done.given,
                        "held": done.held,
                        "barred": done.barred[:1],
                        "conflicts": done.conflicts,
                    }
                )
